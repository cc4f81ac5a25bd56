"""The command ikp: parse the arguments, do what one command does, turn what went wrong into a line and a code.

Each command has a module of its own in ``commands``, with its options; what is heavy is imported when it runs.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NoReturn, TypeAlias

from pipeline.commands import alias, diff, evaluate, export, extract, operate, review, run, sources, why
from pipeline.commands.ending import COULD_NOT_RUN, DONE, NEEDS_A_PERSON, WRONG_USE, complain
from pipeline.commands.options import Options
from pipeline.errors import IkpError, UsageError

if TYPE_CHECKING:
    from argparse import _SubParsersAction


__all__ = ["COULD_NOT_RUN", "DONE", "NEEDS_A_PERSON", "WRONG_USE", "main", "one_line", "parser"]

Commands: TypeAlias = "_SubParsersAction[_Parser]"
Do: TypeAlias = Callable[[Options], int]
"""What a command does with its options; it returns the exit code."""


class _Parser(argparse.ArgumentParser):
    """A parser that complains in one line: where, what, remedy."""

    def error(self, message: str) -> NoReturn:
        """Print the complaint to standard error and leave with code 2."""
        self.exit(WRONG_USE, f"{self.prog}: {message}; see `{self.prog} --help`\n")


class _Version(argparse.Action):
    """Print the installed version; looking it up takes a while, so not before it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415

        try:
            parser.exit(DONE, f"ikp {version('ikp')}\n")
        except PackageNotFoundError:
            parser.exit(DONE, "ikp (not installed)\n")


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    top = _Parser(
        prog="ikp", description="Read Indonesia's election-vulnerability releases into one national dataset."
    )
    top.add_argument("--version", action=_Version, nargs=0, help="print the version and stop")
    top.add_argument("--debug", action="store_true", help="show the traceback of an error")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", parser_class=_Parser)

    def add(name: str, help_: str, add_options: Callable[[argparse.ArgumentParser], None], do: Do) -> None:
        add_options(_command(commands, name, help_, do))

    add("run", "read what is new in the corpus, and publish the dataset", run.add_options, run.run)
    add("extract", "print the findings of files or folders; store nothing", extract.add_extract, extract.extract)
    add("match", "show which indicators or regions a phrase may mean, and why", extract.add_match, extract.match)
    add("alias", "say what a phrase means, in every document from the next run on", alias.add_options, alias.run)
    add("why", "show where a published value comes from", why.add_options, why.run)
    add("diff", "show what runs changed in the dataset, worst first", diff.add_options, diff.run)
    add("review", "see what waits for a person, and decide it", review.add_options, review.run)
    add("export", "give the dataset out as a release, or an old release again", export.add_options, export.run)
    add(
        "evaluate",
        "compare the findings of a folder's documents with its gold files",
        evaluate.add_options,
        evaluate.run,
    )
    sources.add_commands(commands, _command)
    add("nightly", "run the nightly Prefect flow once, now", operate.add_nightly, operate.nightly)
    add(
        "rebuild",
        "read everything anew; the tables stay until they are replaced",
        operate.add_rebuild,
        operate.rebuild,
    )
    add(
        "schedule",
        "run the nightly flow by a schedule, with Prefect's page",
        operate.add_schedule,
        operate.schedule,
    )
    return top


def _command(commands: Commands, name: str, help_: str, function: Do) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=help_, description=help_)
    command.set_defaults(function=function)
    command.add_argument("--debug", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    return command


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with these arguments (the process's own by default); return the exit code."""
    _speak_utf8()
    try:
        options = parser().parse_args(arguments)
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else WRONG_USE
    if not hasattr(options, "function"):
        parser().print_help(sys.stderr)
        return WRONG_USE
    try:
        return _guarded(options)
    finally:
        _let_go()


def _guarded(options: Options) -> int:
    try:
        code: int = options.function(options)
        sys.stdout.flush()
    except BrokenPipeError:
        return DONE  # the reader of our output has had enough, as `head` has
    except KeyboardInterrupt:
        complain("ikp: interrupted; run it again, it goes on where it stopped")
        return COULD_NOT_RUN
    except Exception as error:  # noqa: BLE001 - whatever went wrong, one line and a code
        if options.debug:
            traceback.print_exc()
        else:
            complain(one_line(error))
        return WRONG_USE if isinstance(error, UsageError) else COULD_NOT_RUN
    return code


def one_line(error: Exception) -> str:
    """Put any error into one line: where, what, remedy."""
    if isinstance(error, IkpError):
        return str(error)
    if isinstance(error, OSError):
        return f"{error.filename or 'ikp'}: {error.strerror or error}; check the disk and permissions"
    text = " ".join(str(error).split())[:300]
    return f"ikp: {type(error).__name__}: {text}; run it with --debug and report what that prints"


def _speak_utf8() -> None:
    """Write UTF-8 with plain line feeds whatever the locale says."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _let_go() -> None:
    """Point standard output elsewhere where its reader is gone, so that leaving does not fail on it."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
