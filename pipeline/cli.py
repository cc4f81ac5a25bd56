"""The command ikp: parse the arguments, do what one command does, turn what went wrong into a line and a code.

Each command has a module of its own in ``commands``, with its options; what is heavy is imported when it runs.
"""

from __future__ import annotations

import argparse
import io
import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import NoReturn, TypeAlias

from pipeline.commands import alias, diff, evaluate, export, extract, operate, review, run, samples, sources, why
from pipeline.commands.ending import COULD_NOT_RUN, DONE, NEEDS_A_PERSON, WRONG_USE, complain
from pipeline.commands.naming import as_called
from pipeline.commands.options import Options
from pipeline.commands.parsing import Parser, add_command
from pipeline.errors import KEYS_REMEDY, IkpError, UsageError, in_one_line, lacks_keys

__all__ = ["COULD_NOT_RUN", "DONE", "NEEDS_A_PERSON", "WRONG_USE", "main", "one_line", "parser"]

Do: TypeAlias = Callable[[Options], int]
"""What a command does with its options; it returns the exit code."""


class _Version(argparse.Action):
    """Print the installed version; looking it up takes a while, so not before it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415

        try:
            print(f"ikp {version('ikp')}")
        except PackageNotFoundError:
            print("ikp (not installed)")
        parser.exit(DONE)


def parser() -> Parser:
    """Return the parser of all commands."""
    top = Parser(
        prog="ikp",
        description="Read Indonesia's election-vulnerability releases into one national dataset.",
        epilog=as_called("`ikp COMMAND --help` shows the options of one, with examples"),
    )
    top.add_argument("--version", action=_Version, nargs=0, help="print the version and stop")
    top.add_argument("--debug", action="store_true", help="show the traceback of an error")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", parser_class=Parser)

    def add(name: str, help_: str, add_options: Callable[[argparse.ArgumentParser], None], do: Do) -> None:
        add_options(add_command(commands, name, help_, do))

    add("run", "read what is new in the corpus, and publish the dataset", run.add_options, run.run)
    add("samples", "put sample documents into a new corpus, to try it", samples.add_options, samples.run)
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
    sources.add_commands(commands)
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


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with these arguments (the process's own by default); return the exit code."""
    _speak_utf8()
    try:
        options = _options(sys.argv[1:] if arguments is None else arguments)
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else WRONG_USE
    if not hasattr(options, "function"):
        parser().print_help(sys.stderr)
        return WRONG_USE
    try:
        with _ending_in_order():
            return _guarded(options)
    finally:
        _let_go()


def _options(arguments: Sequence[str]) -> Options:
    """Parse arguments; ``help run`` means ``run --help``. The command tells what is more than it takes."""
    if arguments and arguments[0] == "help":
        arguments = (*arguments[1:], "--help")
    top = parser()
    options, more = top.parse_known_args(arguments)
    if more:
        getattr(options, "leaf", top).refuse(more)
    return options


@contextmanager
def _ending_in_order() -> Iterator[None]:
    """Take SIGTERM for Ctrl-C, so that what was started is ended; put back what it did before on leaving."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _guarded(options: Options) -> int:
    try:
        code: int = options.function(options)
        sys.stdout.flush()
    except BrokenPipeError:
        return DONE  # the reader of our output has had enough, as `head` has
    except KeyboardInterrupt:
        complain("stopped; run it again, it goes on where it stopped")
        return COULD_NOT_RUN
    except Exception as error:  # noqa: BLE001 - whatever went wrong, one line and a code
        if options.debug:
            traceback.print_exc()
        else:
            complain(one_line(error, where=_store_in(options)))
        return WRONG_USE if isinstance(error, UsageError) else COULD_NOT_RUN
    return code


def _store_in(options: Options) -> str:
    """Return the address of an object store among the options, the command's name where there is none."""
    return next((text for text in map(str, vars(options).values()) if "://" in text), "ikp")


def one_line(error: Exception, *, where: str = "ikp") -> str:
    """Put any error into one line: where, what, remedy; ``where`` stands for a store that was asked."""
    if isinstance(error, IkpError):
        return str(error)
    if isinstance(error, OSError):
        return f"{error.filename or 'ikp'}: {error.strerror or error}; check the disk and permissions"
    if lacks_keys(error):
        return f"{where}: lies in an object store that needs keys; {KEYS_REMEDY}"
    return f"ikp: {in_one_line(error)}; run it with --debug and report what that prints"


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
