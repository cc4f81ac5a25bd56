"""What results depend on, as hashes: each follows its own code, tables and libraries."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.jobs import versions


def test_the_code_digest_follows_sources_tables_and_libraries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(versions, "_PACKAGE", tmp_path)
    for name in ("text.py", "extract/rules.py", "extract/README.md", "reference/regions.csv", "cli.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    parts = ("text.py", "extract", "reference")
    seen = {versions.code_digest(parts, ())}
    for changed in ("text.py", "extract/rules.py", "reference/regions.csv"):
        (tmp_path / changed).write_text("changed")
        seen.add(versions.code_digest(parts, ()))
    assert len(seen) == 4
    for indifferent in ("cli.py", "extract/README.md"):
        (tmp_path / indifferent).write_text("changed")
    assert versions.code_digest(parts, ()) in seen
    assert versions.code_digest(parts, ("pytest",)) not in seen


def test_every_part_that_results_depend_on_is_there() -> None:
    parts = {*versions.DATASET_PARTS, *versions.RULE_PARTS}
    assert [part for part in sorted(parts) if not (versions._PACKAGE / part).exists()] == []


def test_the_dataset_is_built_anew_when_a_page_of_the_package_changes() -> None:
    looked_at = {
        file
        for part in versions.DATASET_PARTS
        for file in versions._sources(
            versions._PACKAGE / part, versions._CODE | versions._TABLES | versions._PAGES
        )
    }
    folders = (versions._PACKAGE / "dataset" / name for name in ("method", "report"))
    assert [file.name for folder in folders for file in folder.iterdir() if file not in looked_at] == []
