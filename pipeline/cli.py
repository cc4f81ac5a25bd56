"""The command ikp: parse the arguments, call a stage, print. What is heavy is imported where it is needed."""

from __future__ import annotations

import argparse
import io
import os
import sys
import traceback
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn, TypeAlias

from pipeline.commands import alias, diff, samples, why
from pipeline.commands.sources import add_commands
from pipeline.errors import IkpError, UsageError

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from pipeline.state import Summary
    from pipeline.storage.files import AnyPath

DONE: Final = 0
NEEDS_A_PERSON: Final = 1
WRONG_USE: Final = 2
COULD_NOT_RUN: Final = 3

EXPORT_FORMATS: Final = ("csv", "parquet", "xlsx")
GROUPS: Final = ("kind", "rule", "document")
MOST_WORKERS: Final = 8  # beyond this the disk and the parent are what one waits for

Options: TypeAlias = argparse.Namespace
Commands: TypeAlias = "_SubParsersAction[_Parser]"


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
            print(f"ikp {version('ikp')}")
        except PackageNotFoundError:
            print("ikp (not installed)")
        parser.exit(DONE)


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    top = _Parser(
        prog="ikp", description="Read Indonesia's election-vulnerability releases into one national dataset."
    )
    top.add_argument("--version", action=_Version, nargs=0, help="print the version and stop")
    top.add_argument("--debug", action="store_true", help="show the traceback of an error")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", parser_class=_Parser)
    _add_run(commands)
    _add_samples(commands)
    _add_extract(commands)
    _add_match(commands)
    _add_alias(commands)
    _add_why(commands)
    _add_diff(commands)
    _add_review(commands)
    _add_export(commands)
    _add_evaluate(commands)
    add_commands(commands, _command)
    _add_flows(commands)
    return top


def _command(
    commands: Commands, name: str, help_: str, function: Callable[[Options], int]
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=help_, description=help_)
    command.set_defaults(function=function)
    command.add_argument("--debug", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    return command


def _add_folders(command: argparse.ArgumentParser, *, corpus: bool = True) -> None:
    if corpus:
        command.add_argument(
            "--corpus", type=_place, default=Path("corpus"), metavar="DIR", help="documents (%(default)s)"
        )
    command.add_argument(
        "--out", type=_place, default=Path("extracted"), metavar="DIR", help="results (%(default)s)"
    )


def _place(text: str) -> AnyPath:
    from pipeline.storage.files import at  # noqa: PLC0415 - as above

    try:
        return at(text)
    except UsageError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _add_workers(command: argparse.ArgumentParser) -> None:
    default = min(os.cpu_count() or 1, MOST_WORKERS)
    command.add_argument(
        "--workers", type=_count, default=default, metavar="N", help="child processes that read (%(default)s)"
    )


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 on")
    return int(text)


def _add_run(commands: Commands) -> None:
    command = _command(commands, "run", "read what is new in the corpus, and publish the dataset", _run)
    _add_folders(command)
    _add_workers(command)


def _add_samples(commands: Commands) -> None:
    command = _command(commands, "samples", "put sample documents into a new corpus, to try it", samples.show)
    samples.add_options(command, _place)


def _add_extract(commands: Commands) -> None:
    command = _command(commands, "extract", "print the findings of files or folders; store nothing", _extract)
    command.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    command.add_argument("--format", choices=("jsonl", "table"), default="jsonl", help="(%(default)s)")
    command.add_argument("--metadata", action="store_true", help="print one JSON a document about it, no findings")
    _add_workers(command)


def _add_match(commands: Commands) -> None:
    command = _command(commands, "match", "show which indicators or regions a phrase may mean, and why", _match)
    command.add_argument("text", metavar="TEXT")
    command.add_argument(
        "--corpus", type=_place, default=Path("corpus"), metavar="DIR", help="whose corrections hold (%(default)s)"
    )


def _add_alias(commands: Commands) -> None:
    command = _command(
        commands, "alias", "say what a phrase means, in every document from the next run on", _alias
    )
    alias.add_options(command)
    _add_folders(command)
    _add_workers(command)


def _add_why(commands: Commands) -> None:
    command = _command(commands, "why", "show where a published value comes from", _why)
    why.add_options(command, _place)
    _add_folders(command)


def _add_diff(commands: Commands) -> None:
    command = _command(commands, "diff", "show what runs changed in the dataset, worst first", _diff)
    diff.add_options(command)
    _add_folders(command, corpus=False)


def _add_review(commands: Commands) -> None:
    from pipeline.commands import review  # noqa: PLC0415

    command = _command(commands, "review", "see what waits for a person, and decide it", review.run)
    review.add_options(command)
    _add_folders(command)


def _add_export(commands: Commands) -> None:
    command = _command(commands, "export", "give the dataset out as a release, or an old release again", _export)
    command.add_argument("--to", type=_place, metavar="DIR", help="folder to write to (OUT/export)")
    command.add_argument(
        "--release", default="", metavar="DATE", help="an old release: a day, 2026-11-29, its version or its time"
    )
    command.add_argument("--list", action="store_true", help="list the releases instead")
    command.add_argument(
        "--format", type=_formats, default=("csv",), metavar="LIST", help="of csv,parquet,xlsx (csv)"
    )
    _add_folders(command, corpus=False)


def _formats(text: str) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(name.strip() for name in text.split(",") if name.strip()))
    unknown = [name for name in names if name not in EXPORT_FORMATS]
    if unknown or not names:
        raise argparse.ArgumentTypeError(
            f"{', '.join(unknown) or 'nothing'} is not of {', '.join(EXPORT_FORMATS)}"
        )
    return names


def _add_evaluate(commands: Commands) -> None:
    command = _command(
        commands, "evaluate", "compare the findings of a folder's documents with its gold files", _evaluate
    )
    command.add_argument("folders", nargs="+", type=Path, metavar="DIR")
    command.add_argument(
        "--format", choices=("table", "json"), default="table", help="(%(default)s); json holds everything at once"
    )
    command.add_argument(
        "--by", choices=GROUPS, default="kind", help="what to count by in the table (%(default)s); see --format"
    )
    command.add_argument(
        "--held-back",
        type=Path,
        metavar="FILE",
        help="documents to show apart and never to fit to (held_back.txt in DIR or above it)",
    )
    command.add_argument(
        "--save", type=Path, metavar="FILE", help="keep every fact and its verdict, as JSON lines"
    )
    command.add_argument(
        "--against", type=Path, metavar="FILE", help="print what was lost and gained since a run that was saved"
    )
    _add_fitting(command)


def _add_fitting(command: argparse.ArgumentParser) -> None:
    fitting = command.add_argument_group("fitting (instead of printing figures)")
    fitting.add_argument("--calibrate", type=Path, metavar="FILE", help="fit the table of confidence and write it")
    fitting.add_argument(
        "--generated",
        type=Path,
        action="append",
        default=[],
        metavar="DIR",
        help="generated documents, count little",
    )
    fitting.add_argument(
        "--counts", type=Path, action="append", default=[], metavar="FILE", help="facts judged elsewhere: add them"
    )
    fitting.add_argument(
        "--write-counts",
        type=Path,
        metavar="FILE",
        help="write how facts turned out, for --counts at another time",
    )


def _add_flows(commands: Commands) -> None:
    from pipeline.commands import operate  # noqa: PLC0415

    night = _command(commands, "nightly", "run the nightly Prefect flow once, now", _nightly)
    anew = _command(commands, "rebuild", "read everything anew; the tables stay until they are replaced", _rebuild)
    serve = _command(commands, "schedule", "run the nightly flow by a schedule, with Prefect's page", _schedule)
    for command in (night, anew, serve):
        _add_folders(command)
        _add_workers(command)
        operate.add_dask(command)
    for command in (night, serve):
        operate.add_fetch(command)
    operate.add_schedule(serve)


def _run(options: Options) -> int:
    from pipeline.commands import present  # noqa: PLC0415
    from pipeline.jobs import stages  # noqa: PLC0415

    with present.progress(sys.stderr) as watch:
        summary = stages.run(options.corpus, options.out, workers=options.workers, watch=watch)
    return _report(summary, options)


def _report(summary: Summary, options: Options) -> int:
    from pipeline.commands import present  # noqa: PLC0415

    for line in (*summary.lines, *summary.asides):
        _complain(line)
    present.show_summary(summary, out=str(options.out), file=sys.stdout)
    return NEEDS_A_PERSON if summary.lines else DONE


def _extract(options: Options) -> int:
    from pipeline.commands import present  # noqa: PLC0415
    from pipeline.jobs import stages  # noqa: PLC0415
    from pipeline.storage.codec import encode_row  # noqa: PLC0415

    complaints = _Complaints()
    taken = stages.extract_paths(options.paths, workers=options.workers)
    rows = stages.rows(taken, complaints.add, metadata=options.metadata)
    if options.format == "jsonl" or options.metadata:
        sys.stdout.writelines(encode_row(row).decode() for row in rows)
    else:
        sys.stdout.writelines(f"{line}\n" for line in present.findings_table(rows))
    return complaints.code


def _match(options: Options) -> int:
    from pipeline.commands import present  # noqa: PLC0415
    from pipeline.jobs import stages  # noqa: PLC0415

    found, regions, reference = stages.match(options.text, options.corpus)
    sys.stdout.writelines(f"{line}\n" for line in present.match_lines(found, regions, reference))
    return DONE


def _alias(options: Options) -> int:
    return alias.show(options)


def _why(options: Options) -> int:
    complaints = _Complaints()
    why.show(options, complaints.add)
    return complaints.code


def _diff(options: Options) -> int:
    diff.show(options.out, options.first, options.last, form=options.format)
    return DONE


def _export(options: Options) -> int:
    from pipeline.commands import present  # noqa: PLC0415
    from pipeline.jobs import releases, stages  # noqa: PLC0415

    if options.list:
        sys.stdout.writelines(f"{line}\n" for line in present.release_lines(releases.released(options.out)))
        return DONE
    paths, release, failed = stages.export(options.out, options.to, options.format, wanted=options.release)
    for path in paths:
        print(path)
    _complain(f"release {release.version}, given out first on {release.day}")
    for line in failed:
        _complain(f"{line}: given out is the last good dataset")
    return NEEDS_A_PERSON if failed else DONE


def _evaluate(options: Options) -> int:
    from pipeline.dataset.evaluation_text import as_json, as_table  # noqa: PLC0415
    from pipeline.jobs import measure  # noqa: PLC0415

    held = measure.held_back(options.folders, options.held_back)
    if options.calibrate or options.write_counts:
        return _fit(options, held)
    complaints = _Complaints()
    evaluation = measure.evaluate_folders(options.folders, complaints.add)
    if options.against:
        text = measure.compare(evaluation, options.against, held)
    elif options.format == "json":
        text = as_json(evaluation, held_back=held)
    else:
        text = as_table(evaluation, by=options.by, held_back=held)
    if options.save:
        measure.save(evaluation, options.save)
    print(text.rstrip("\n"))
    return complaints.code


def _fit(options: Options, held: Mapping[str, bool]) -> int:
    from pipeline.jobs import measure  # noqa: PLC0415

    complaints = _Complaints()
    seen = measure.judged_facts(
        options.folders, complaints.add, held_back=held, generated=options.generated, counts=options.counts
    )
    if complaints.code != DONE:
        raise UsageError(
            "hold documents that need a person",
            where="these folders",
            remedy="mend or remove them, then fit again",
        )
    if options.write_counts:
        measure.count(seen, options.write_counts)
    if options.calibrate:
        print(measure.calibrate(seen, options.calibrate))
    return DONE


def _nightly(options: Options) -> int:
    from pipeline.commands import operate  # noqa: PLC0415

    return _report(operate.nightly(options), options)


def _rebuild(options: Options) -> int:
    from pipeline.commands import operate  # noqa: PLC0415

    return _report(operate.rebuild(options), options)


def _schedule(options: Options) -> int:
    from pipeline.commands import operate  # noqa: PLC0415

    operate.schedule(options)
    return DONE


class _Complaints:
    """Lines for standard error, and whether there were any."""

    code = DONE

    def add(self, line: str) -> None:
        """Print a line and remember that a person is needed."""
        _complain(line)
        self.code = NEEDS_A_PERSON


def _complain(line: str) -> None:
    print(line, file=sys.stderr)


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
        _complain("ikp: interrupted; run it again, it goes on where it stopped")
        return COULD_NOT_RUN
    except Exception as error:  # noqa: BLE001 - whatever went wrong, one line and a code
        if options.debug:
            traceback.print_exc()
        else:
            _complain(one_line(error))
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
