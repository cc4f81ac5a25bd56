"""The sample documents that come with the package, given out as a corpus to try everything on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

from pipeline.errors import UsageError
from pipeline.storage import store
from pipeline.storage.files import MANIFEST, AnyPath, is_document_name, printable

SAMPLES: Final = "samples"
_PACKAGE: Final = Path(__file__).parents[1]


def give_out(corpus: AnyPath) -> int:
    """Put the samples, with annotations and lines of the manifest, into a new folder; return how many there are.

    Raises UsageError where the folder holds anything already, StoreError where it cannot be written.
    """
    if corpus.is_dir() and any(corpus.iterdir()):
        raise UsageError("is not empty", where=printable(str(corpus)), remedy="name a new folder with --to")
    store.make_folder(corpus / SAMPLES)
    source = _shipped()
    names = sorted(path.name for path in (source / SAMPLES).iterdir())
    for name in names:
        store.write(corpus / SAMPLES / name, store.read_bytes(source / SAMPLES / name))
    lines = store.read_bytes(source / MANIFEST).splitlines(keepends=True)
    ours = [line for line in lines if json.loads(line)["path"].startswith(f"{SAMPLES}/")]
    store.write(corpus / MANIFEST, b"".join(ours))
    return sum(map(is_document_name, names))


def _shipped() -> Path:
    """Return the corpus of samples: inside the package where that is installed, beside it in a checkout."""
    inside = _PACKAGE / "corpus"
    return inside if inside.is_dir() else _PACKAGE.parent / "corpus"
