"""What a schedule tells of its nights beside Prefect's page."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from types import SimpleNamespace

import pytest

from flows import once
from flows.diary import FILE, Nights, note
from pipeline.errors import ServerError

NOW = datetime(2026, 12, 1, 19, 3, tzinfo=UTC)
WIB = timezone(timedelta(hours=7), "WIB")


def test_each_night_is_a_line_and_told_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PREFECT_HOME", str(tmp_path))
    note(SimpleNamespace(name="Completed", message="before the schedule"), NOW)
    nights = Nights(tmp_path)
    assert list(nights.news()) == []
    note(SimpleNamespace(name="NeedsPeople", message="1 in\nquarantine"), NOW.astimezone(WIB))
    note(SimpleNamespace(name="Failed", message="out: cannot be written; make room"), NOW)
    with (tmp_path / FILE).open("a") as file:
        file.write("half a line")
    assert list(nights.news()) == [
        "2026-12-01 19:03 UTC NeedsPeople: 1 in quarantine",
        "2026-12-01 19:03 UTC Failed: out: cannot be written; make room",
    ]
    assert list(nights.news()) == []


def test_a_night_never_fails_for_want_of_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PREFECT_HOME", "/nowhere")
    note(SimpleNamespace(name="Completed", message=""), NOW)
    monkeypatch.delenv("PREFECT_HOME")
    note(SimpleNamespace(name="Completed", message=""), NOW)


def test_where_prefect_fails_on_a_full_disk_room_is_the_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(**_: object) -> None:
        raise RuntimeError("Timed out")

    monkeypatch.setattr("flows.once.nightly", broken)
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=4096))
    with pytest.raises(ServerError, match=r"make room: the disk of .* is full; then run it again"):
        once.once("nightly", out=str(tmp_path))
