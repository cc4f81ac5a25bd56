"""Write a folder of generated documents with their gold files: a corpus of any size for benchmarks.

PYTHONPATH=tests python -m roundtrip.corpus DIR --documents 200 --seed 1
"""

from __future__ import annotations

import argparse
from pathlib import Path

from roundtrip.specimen import BY_NAME, FORMATS, Key, format_of, make


def keys_of(documents: int, *, seed: int = 0) -> tuple[Key, ...]:
    """Name that many documents: the layouts in turn, the formats by their shares."""
    names = tuple(BY_NAME)
    return tuple(
        Key(
            layout=names[number % len(names)],
            seed=seed + number // len(names),
            format=format_of(number),
        )
        for number in range(documents)
    )


def write_corpus(folder: Path, documents: int, *, seed: int = 0) -> None:
    """Write ``NAME.ext`` and ``NAME.gold.json`` for each document; the folder is made where it is missing.

    The same number and seed write the same bytes. The names tell nothing that the documents do not.
    """
    folder.mkdir(parents=True, exist_ok=True)
    width = len(str(documents))
    for number, key in enumerate(keys_of(documents, seed=seed), 1):
        specimen = make(key)
        name = f"dokumen-{number:0{width}}"
        (folder / f"{name}{FORMATS[key.format].suffix}").write_bytes(specimen.data)
        (folder / f"{name}.gold.json").write_text(specimen.gold, encoding="utf-8", newline="\n")


def main() -> None:
    """Write the corpus that the command line asks for."""
    parser = argparse.ArgumentParser(prog="roundtrip.corpus", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    write_corpus(options.folder, options.documents, seed=options.seed)


if __name__ == "__main__":
    main()
