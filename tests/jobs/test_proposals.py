"""Corrections that somebody is about to make: their effect is found out in the background, then they are written."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from apart import all_here, run_here
from pipeline.errors import StoreError, TableError, UsageError
from pipeline.jobs import alias_preview, own_aliases, stages
from pipeline.jobs.proposals import Look, Proposals
from pipeline.reference import ProjectAlias

RELEASE = """Bawaslu Provinsi Banten, Indeks Kerawanan Pemilu 2024

SERANG, 20 Januari 2023 - Indikator kerawanan di Kabupaten Pandeglang:
1. Adanya praktik politik uang
2. Perusakan alat peraga di desa
"""
MEANT = ProjectAlias(kind="indicator", phrase="perusakan alat peraga di desa", means="50", quote="q")


@pytest.fixture
def proposals(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Proposals:
    all_here(monkeypatch)
    monkeypatch.setattr(alias_preview, "run_apart", run_here)
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "banten.txt").write_text(RELEASE, encoding="utf-8")
    stages.run(tmp_path / "corpus", tmp_path / "out", workers=1)
    return Proposals(tmp_path / "corpus", tmp_path / "out")


def ended(proposals: Proposals, alias: ProjectAlias) -> Look:
    """Wait for the answer."""
    until = time.monotonic() + 60
    while not (look := proposals.look(alias)).ended:
        assert time.monotonic() < until
        time.sleep(0.02)
    return look


def test_the_effect_is_found_out_in_the_background_and_agreed_to(proposals: Proposals) -> None:
    with pytest.raises(UsageError, match="not looked at yet"):
        proposals.agree(MEANT, "ani")
    look = ended(proposals, MEANT)
    assert (look.done, look.of, look.error) == (1, 1, "")
    assert look.preview is not None
    assert [(one.kind, one.table) for one in look.preview.differences] == [("ADD", "indicators")]
    assert not (proposals.corpus / "aliases.csv").exists(), "looking writes nothing"
    written = proposals.agree(MEANT, "ani")
    assert (written.author, own_aliases.load_aliases(proposals.corpus)) == ("ani", (written,))
    assert not proposals.look(MEANT).ended, "its effect is another now, and found out anew"


def test_a_part_of_the_words_that_decides_nothing_is_told(proposals: Proposals) -> None:
    part = ProjectAlias(kind="indicator", phrase="alat peraga", means="30")
    preview = ended(proposals, part).preview
    assert preview is not None
    (line,) = (one for one in preview.warnings if "a part of longer words" in one)
    assert line.startswith("'alat peraga' is a part of longer words that it does not decide in banten.txt")
    whole = ended(proposals, MEANT).preview
    assert whole is not None
    assert not any("a part of" in one for one in whole.warnings)


def test_a_correction_that_cannot_hold_is_refused_at_once(proposals: Proposals) -> None:
    with pytest.raises(TableError, match="no indicator"):
        proposals.look(ProjectAlias(kind="indicator", phrase="kotak suara", means="99"))


def test_what_goes_wrong_in_the_background_is_told(proposals: Proposals, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise StoreError("is full", where="the disk", remedy="make room")

    monkeypatch.setattr(alias_preview, "preview", fail)
    assert ended(proposals, MEANT).error == "the disk: is full; make room"
    with pytest.raises(UsageError, match="not looked at yet"):
        proposals.agree(MEANT, "ani")
