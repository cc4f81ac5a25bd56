"""Help and complaints: each command has examples that may be typed as they stand."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import pytest

from pipeline import cli
from pipeline.commands import naming, parsing

LINES = [(name, one) for name, examples in parsing.EXAMPLES.items() for one in examples]


@pytest.mark.parametrize(("command", "example"), LINES)
def test_each_example_is_understood(command: str, example: str, capsys: pytest.CaptureFixture[str]) -> None:
    words = shlex.split(f"{command} {example}".partition(" > ")[0])[1:]
    assert cli.parser().parse_args(words).leaf.prog == command
    assert cli.main([*command.split()[1:], "--help"]) == cli.DONE
    assert f"  {command} {example}".rstrip() in capsys.readouterr().out


def test_a_command_is_shown_as_it_is_to_be_typed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / ".venv" / "bin" / "ikp"
    program.parent.mkdir(parents=True)
    program.touch(mode=0o755)
    monkeypatch.setattr(sys, "argv", [str(program)])
    try:
        naming.called.cache_clear()
        assert naming.as_called("see `ikp run`") == f"see `{program} run`"
        naming.called.cache_clear()
        monkeypatch.chdir(tmp_path)
        assert naming.as_called("ikp run, ikp") == ".venv/bin/ikp run, ikp"
        naming.called.cache_clear()
        monkeypatch.setenv("PATH", str(program.parent))
        assert naming.as_called("`ikp`, `ikp run`") == "`ikp`, `ikp run`"
    finally:
        naming.called.cache_clear()
