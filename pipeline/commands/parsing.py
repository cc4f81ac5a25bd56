"""How the command takes its arguments: help with examples, and complaints of one line that say what was meant."""

from __future__ import annotations

import argparse
import difflib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, NoReturn, TypeAlias

from pipeline.commands.ending import WRONG_USE
from pipeline.commands.naming import as_called
from pipeline.commands.options import Options

if TYPE_CHECKING:
    from argparse import _SubParsersAction


Commands: TypeAlias = "_SubParsersAction[Parser]"

_NO_COMMAND: Final = re.compile(r"argument COMMAND: invalid choice: '(.*?)' \(choose from (.*)\)")

EXAMPLES: Final[Mapping[str, tuple[str, ...]]] = {
    "ikp run": ("", "--corpus my-releases --out my-dataset"),
    "ikp samples": ("", "--to my-corpus"),
    "ikp extract": ("my-releases/lebak.pdf --format table",),
    "ikp match": ('"politik uang"',),
    "ikp alias": ('"titip sembako warga" --means 54', '"Serang" --means 36.73 --yes', "--list"),
    "ikp why": ("36.71 score", '"Kota Serang:ikp_2024" --pack serang.html'),
    "ikp diff": ("", "--format html --language id > perubahan.html"),
    "ikp review": ("", "--list --region 36", "--edit 9617d723e3367a80 score=51.2"),
    "ikp export": ("--to release --format csv,xlsx", "--list"),
    "ikp evaluate": ("tests/gold/documents", "tests/gold/documents --by rule"),
    "ikp sources list": ("",),
    "ikp sources add": (
        "surat-masuk --like folder --path /data/surat",
        "bawaslu-banten --like bawaslu-daerah --set subdomain=banten --region 36",
        "berita --kind listing --url https://example.id/berita --items article --words ikp kerawanan",
    ),
    "ikp sources check": ("", "surat-masuk"),
    "ikp fetch": ("", "surat-masuk"),
    "ikp nightly": ("", "--no-fetch"),
    "ikp rebuild": ("",),
    "ikp schedule": ("", '--cron "30 1 * * 1-5" --timezone Asia/Makassar'),
}
"""What may be typed behind each command; shown at the end of its help."""


class Parser(argparse.ArgumentParser):
    """A parser that complains in one line: where, what, remedy."""

    def error(self, message: str) -> NoReturn:
        """Print the complaint to standard error and leave with code 2."""
        remedy = as_called(f"see `{self.prog} --help`")
        self.exit(WRONG_USE, f"{self.prog}: {_told(message)}; {remedy}\n")

    def refuse(self, arguments: Sequence[str]) -> NoReturn:
        """Complain of arguments that nobody asked for, with the option that was meant."""
        option = next((text for text in arguments if text.startswith("-")), None)
        if option is None:
            hint = " (a folder is named with --corpus)" if "--corpus" in self._option_string_actions else ""
            self.error(f"{arguments[0]!r} is more than it takes{hint}")
        written = option.partition("=")[0]
        self.error(f"there is no option {written}{_meant(written, self._option_string_actions)}")


def _told(message: str) -> str:
    """Say what argparse found, but of a command that there is not which one was meant, or which there are."""
    found = _NO_COMMAND.fullmatch(message)
    if found is None:
        return message
    names = re.findall(r"[\w-]+", found[2])
    return f"there is no command {found[1]!r}{_meant(found[1].lower(), names)}"


def _meant(written: str, names: Iterable[str]) -> str:
    near = difflib.get_close_matches(written, list(names), n=1)
    return f" (did you mean {near[0]}?)" if near else ""


def add_command(commands: Commands, name: str, help_: str, function: Callable[[Options], int]) -> Parser:
    """Add a command that a function answers, with its examples; of the options its parser is ``leaf``."""
    command = commands.add_parser(
        name, help=help_, description=help_, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    shown = EXAMPLES[command.prog]
    lines = "".join(f"  {as_called(f'{command.prog} {one}'.rstrip())}\n" for one in shown)
    command.epilog = f"example{'s' if len(shown) > 1 else ''}:\n{lines}"
    command.set_defaults(function=function, leaf=command)
    command.add_argument("--debug", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    return command
