"""Findings written with the rule and the words behind each, and tables of texts with all that is found in them."""

from __future__ import annotations

from collections.abc import Iterator

from finding_lines import lines_of
from pipeline.model import Extraction, Finding

LEADS = {
    "": "Bawaslu Provinsi Jawa Tengah memaparkan Indeks Kerawanan Pemilu (IKP) 2024.",
    "Pilkada 2020": "Bawaslu Provinsi Jawa Tengah memaparkan Indeks Kerawanan Pemilu (IKP) Pilkada 2020, "
    "Selasa (25/2/2020).",
    "mapping": "Bawaslu Provinsi Jawa Tengah memaparkan Pemetaan Kerawanan Pemilihan Serentak 2024, "
    "Senin (26/8/2024).",
    "nation": "Bawaslu RI mengumumkan Indeks Kerawanan Pemilu (IKP) 2024 secara nasional.",
    "Blora": "Bawaslu Kabupaten Blora memaparkan Indeks Kerawanan Pemilu (IKP) 2024.",
}
"""The first paragraph of a text: whose document it is, and on which edition."""


def examples(*tables: str) -> list[tuple[str, set[str]]]:
    """Return the texts of tables, each with its facts as ``told_by`` writes them.

    A table parts its examples by empty lines: a text, then its facts in lines that are set in; none where nothing
    must be found. A text may begin with its lead in square brackets (else that of Jawa Tengah goes before it);
    a pilcrow ends a line.
    """
    return [_example(block.split("\n")) for table in tables for block in table.strip("\n").split("\n\n")]


def _example(lines: list[str]) -> tuple[str, set[str]]:
    text, facts = lines[0], lines[1:]
    lead, _, body = text[1:].partition("] ") if text.startswith("[") else ("", "", text)
    return f"{LEADS[lead]}\n\n{body}".replace(" ¶ ", "\n").replace("¶", "\n"), {fact.strip() for fact in facts}


def told_by(extraction: Extraction) -> set[str]:
    """Write the facts of a text, each with its rule and its words; a question mark sends it to review.

    ``score 33.16 41.20 | score.cued | Kabupaten Blora tercatat dengan skor 41,20``. Words of several places are
    parted by `` + ``; behind a rank stands among whom it counts, behind a score of parts its basis.
    """
    return {
        " | ".join((line, finding.rule, _words(finding)))
        for finding in extraction.findings
        for line in _lines(finding)
    }


def _lines(finding: Finding) -> Iterator[str]:
    asked = "?" if finding.decision == "review" else ""
    for line in lines_of(finding):
        scope = f" {finding.rank_scope}" if finding.rank_scope and ("rank " in line or "#" in line) else ""
        basis = f" {finding.basis}" if finding.basis == "agregat_kabkota" else ""
        yield f"{line}{scope}{basis}{asked}"


def _words(finding: Finding) -> str:
    return " + ".join(" ".join(one.raw.split()) for one in finding.evidence)
