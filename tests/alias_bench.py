"""A small corpus in which phrases are given a meaning, worked on in this process."""

from __future__ import annotations

from pathlib import Path

import pytest

from apart import all_here, run_here
from pipeline import cli
from pipeline.dataset.changes.compared import FILES
from pipeline.jobs import alias_preview, stages, work
from pipeline.model import CorpusItem, Document
from pipeline.reference import ProjectAlias
from pipeline.state import Summary
from pipeline.storage.files import AnyPath
from published import rows_of

LEAD = """Bawaslu Kabupaten {0} Rilis IKP 2024

{1} - Bawaslu Kabupaten {0} merilis Indeks Kerawanan Pemilu (IKP) 2024 untuk Kabupaten {0}, Senin (19/12/2022).

Temuan kerawanan di Kabupaten {0}:
"""
PANDEGLANG = LEAD.format("Pandeglang", "PANDEGLANG") + "1. Titip sembako warga\n2. Netralitas ASN\n"
LEBAK = LEAD.format("Lebak", "RANGKASBITUNG") + "1. Titip-sembako warga\n2. Serangan fajar\n"
SCORES = """Bawaslu RI mengumumkan Indeks Kerawanan Pemilu (IKP) 2024 secara nasional.

Kabupaten Pati dengan skor 32,10. Tegal dengan skor 41,20. Kabupaten Blora dengan skor 30,20.
"""
TWINS = """Bawaslu RI mengumumkan Indeks Kerawanan Pemilu (IKP) 2024 secara nasional.

Kabupaten Tegal dengan skor 51,20.
"""


def says(phrase: str, number: int = 54, **remarks: str) -> ProjectAlias:
    return ProjectAlias(kind="indicator", phrase=phrase, means=str(number), **remarks)  # type: ignore[arg-type]


SEMBAKO = says("titip sembako warga")
TEGAL = ProjectAlias(kind="region", phrase="Tegal", means="33.76")


class Bench:
    """A corpus folder, an output folder, and the documents that the last run read from their bytes."""

    def __init__(self, folder: Path) -> None:
        self.corpus, self.out = folder / "corpus", folder / "out"
        self.corpus.mkdir()
        self.read: list[str] = []

    def put(self, **texts: str) -> None:
        for name, text in texts.items():
            (self.corpus / f"{name}.txt").write_text(text)

    def run(self) -> Summary:
        self.read.clear()
        return stages.run(self.corpus, self.out, workers=1)

    def tables(self) -> dict[str, bytes]:
        return {name: (self.out / "dataset" / name).read_bytes() for name in FILES}

    def everything(self) -> dict[str, bytes]:
        folders = (self.out / "dataset", self.out / "documents")
        return {path.name: path.read_bytes() for folder in folders for path in sorted(folder.iterdir())}

    def rows(self, table: str) -> list[dict[str, str]]:
        return rows_of((self.out / "dataset" / f"{table}.csv").read_bytes())

    def indicators(self) -> set[tuple[str, str, str]]:
        """Return region, number and status of each published row."""
        return {(row["region_code"], row["indicator"], row["status"]) for row in self.rows("indicators")}

    def scores(self) -> set[tuple[str, str]]:
        return {(row["region_code"], row["score"]) for row in self.rows("scores")}

    def ikp(self, *arguments: str) -> int:
        folders = () if arguments[0] == "match" else ("--out", str(self.out), "--workers", "1")
        return cli.main([*arguments, "--corpus", str(self.corpus), *folders])


def bench_in(folder: Path, patch: pytest.MonkeyPatch) -> Bench:
    """Return a bench of two documents whose documents are read here, and watched."""
    all_here(patch)
    patch.setattr(alias_preview, "run_apart", run_here)
    made, read_document = Bench(folder), work.read_document

    def watched(item: CorpusItem, location: AnyPath) -> Document:
        made.read.append(item.path)
        return read_document(item, location)

    patch.setattr(work, "read_document", watched)
    made.put(pandeglang=PANDEGLANG, lebak=LEBAK)
    return made
