"""A corpus whose findings wait for a person: so many a document, each of a region of its own within it."""

from __future__ import annotations

from pathlib import Path

from pipeline.reference import load_reference


def write_pending(folder: Path, *, documents: int, each: int) -> int:
    """Write releases of which the rules are not sure; return how many findings wait in them."""
    folder.mkdir(parents=True, exist_ok=True)
    regions = [region.name for region in load_reference().regions.values() if region.level != "country"]
    named = [name for name in regions if name.startswith(("Kabupaten", "Kota "))]
    for number in range(documents):
        lines = [
            f"Indikator kerawanan di {named[(number * each + place) % len(named)]}:\n1. Perusakan alat peraga di desa"
            for place in range(each)
        ]
        text = "\n\n".join(["Bawaslu Paparkan Indeks Kerawanan Pemilu 2024", *lines])
        (folder / f"rilis-{number:04}.txt").write_text(text, encoding="utf-8")
    return documents * each
