"""The commands ``ikp sources`` (list, add, check) and ``ikp fetch``."""

from __future__ import annotations

import argparse
import re
import shlex
import sys
import traceback
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.commands.naming import as_called
from pipeline.commands.options import Options, add_corpus
from pipeline.commands.parsing import Commands, add_command
from pipeline.errors import TableError, UsageError

if TYPE_CHECKING:
    from pipeline.jobs.gather import Count, Gathered
    from pipeline.jobs.memory import Fetched
    from pipeline.sources.values import Descriptor, Event, Known
    from pipeline.sources.visit import Preview
    from pipeline.storage.files import AnyPath

_TEXTS = ("kind", "path", "region", "issuer")


def add_commands(commands: Commands) -> None:
    """Add ``sources`` and ``fetch`` to the commands."""
    help_ = "list, try, or add to, where documents come from"
    top = commands.add_parser("sources", help=help_, description=help_)
    below = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    add_corpus(add_command(below, "list", "list your sources, and those that come with the project", _list))
    _add_options(add_command(below, "add", "add a source of your own to CORPUS/sources.toml", _add))
    check = add_command(below, "check", "try sources and tell what would be fetched; store nothing", _check)
    fetch = add_command(commands, "fetch", "bring what is new from the sources into the corpus", _fetch)
    for command in (check, fetch):
        command.add_argument("names", nargs="*", metavar="SOURCE", help="those alone, on or off (all that are on)")
        add_corpus(command)


def _add_options(add: argparse.ArgumentParser) -> None:
    add.add_argument("name", metavar="NAME", help="of small letters, digits, - and _")
    add.add_argument("--like", metavar="SHIPPED", help="take the rest from one that `ikp sources list` shows")
    add.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", help="fill the braces of that one")
    add.add_argument("--kind", help="folder, feed, wordpress, sitemap, listing or urls, where it is like no other")
    add.add_argument("--url", dest="urls", action="append", default=[], metavar="URL", help="where to begin")
    add.add_argument(
        "--items", metavar="CSS", help="of a listing: what holds one entry with its link, as article, li or a"
    )
    add.add_argument("--path", metavar="DIR", help="the folder to watch")
    add.add_argument("--words", nargs="+", default=[], metavar="WORD", help="take what has one of these words")
    add.add_argument(
        "--region", metavar="CODE", help="whose documents these are, where they do not say: 36, 36.73"
    )
    add.add_argument("--issuer", metavar="TEXT", help="who issues them, where they do not say")
    add_corpus(add)


def _add(options: Options) -> int:
    """Add a table behind what the operator wrote, after the whole file has been found sound with it."""
    from pipeline.jobs.own_sources import own_text, parse_own  # noqa: PLC0415
    from pipeline.sources.descriptor import OWN_FILE, table_of  # noqa: PLC0415
    from pipeline.storage import store  # noqa: PLC0415

    _require_origin(options)
    before = own_text(options.corpus)
    where = str(options.corpus / OWN_FILE)
    if any(one.name == options.name for one in parse_own(before, options.corpus)):
        raise UsageError(f"has a source {options.name} already", where=where, remedy="edit it there")
    gap = "" if not before else "\n" if before.endswith("\n") else "\n\n"
    text = before + gap + table_of(options.name, _entries(options))
    try:
        added = parse_own(text, options.corpus)[-1]
    except TableError as error:  # what stands in the file is sound, so it is the options that are not
        raise UsageError(error.what, where=error.where, remedy=error.remedy) from error
    new = not options.corpus.is_dir()
    store.make_folder(options.corpus)
    store.write(options.corpus / OWN_FILE, text.encode())
    sys.stdout.writelines(f"{as_called(line)}\n" for line in _added(added, options.corpus, new=new))
    return 0


def _require_origin(options: Options) -> None:
    """Raise UsageError for a name that is none, and where nothing says what kind of source it is."""
    from pipeline.sources.descriptor import is_name  # noqa: PLC0415

    where = "ikp sources add"
    if not is_name(options.name):
        raise UsageError(f"{options.name!r} is no name", where=where, remedy="use small letters, digits, - and _")
    if not options.like and not options.kind:
        raise UsageError(
            "does not say what to take it from",
            where=where,
            remedy="give --like NAME of one that `ikp sources list` shows, or --kind with --url or --path",
        )


def _added(one: Descriptor, corpus: AnyPath, *, new: bool) -> Iterator[str]:
    from pipeline.sources.descriptor import OWN_FILE  # noqa: PLC0415
    from pipeline.storage.files import whole  # noqa: PLC0415

    yield f"added {one.name} ({one.kind}) to {corpus / OWN_FILE}" + (
        f"; the folder {whole(corpus)} is new" if new else ""
    )
    if one.kind == "folder" and one.path and not Path(one.path).is_dir():
        yield f"{one.path} is no folder yet"
    if one.licence:
        yield f"its documents: {one.licence}"
    named = "" if str(corpus) == "corpus" else f" --corpus {shlex.quote(str(corpus))}"
    yield f"next: `ikp sources check {one.name}{named}` tries it; `enabled = false` in the file switches it off"


def _entries(options: Options) -> Mapping[str, object]:
    entries: dict[str, object] = {"like": options.like} if options.like else {}
    entries |= {key: getattr(options, key) for key in _TEXTS if getattr(options, key)}
    entries |= {key: getattr(options, key) for key in ("urls", "words") if getattr(options, key)}
    if options.items:
        entries["selectors"] = {"items": options.items}
    if options.set:
        entries["set"] = dict(_pair(text) for text in options.set)
    return entries


def _pair(text: str) -> tuple[str, str]:
    key, mark, value = text.partition("=")
    if not mark or not key.isidentifier() or not key.isascii():
        raise UsageError(f"{text!r} is no KEY=VALUE", where="--set", remedy="write --set subdomain=banten")
    return key, value


def _list(options: Options) -> int:
    from pipeline.jobs.memory import load_fetched  # noqa: PLC0415
    from pipeline.jobs.own_sources import load_sources  # noqa: PLC0415
    from pipeline.sources.descriptor import OWN_FILE, shipped  # noqa: PLC0415
    from pipeline.storage import store  # noqa: PLC0415
    from pipeline.storage.files import whole  # noqa: PLC0415

    if options.corpus != Path("corpus"):
        store.require_folder(options.corpus)
    fetched = load_fetched(options.corpus)
    own = load_sources(options.corpus)
    file = whole(options.corpus / OWN_FILE)
    sys.stdout.writelines(f"{as_called(line)}\n" for line in list_lines(own, shipped(), fetched, file=file))
    return 0


def list_lines(
    own: tuple[Descriptor, ...], known: tuple[Descriptor, ...], fetched: Fetched, *, file: str
) -> Iterator[str]:
    """Yield a line a source: the operator's with what is remembered of them, then those that may be added.

    ``file`` is where the operator's stand, or would stand.
    """
    if not own:
        yield f"No source is switched on; {file} holds none yet."
    for one in own:
        yield "  ".join(part for part in _parts(one, fetched.sources.get(one.name, {})) if part)
    yield "To be added with `ikp sources add NAME --like ...`:"
    for one in known:
        yield f"  {' '.join(_like(one))}"


def _like(one: Descriptor) -> Iterator[str]:
    """Yield what to write behind ``--like`` for a source that comes with the project, and what it is."""
    braces = dict.fromkeys(re.findall(r"{(\w+)}", " ".join((*one.urls, *one.hosts, one.issuer or ""))))
    yield one.name
    yield from (f"--set {name}=..." for name in braces)
    if one.kind == "folder":
        yield "--path DIR (a folder to watch)"
    else:
        yield f"({one.kind}): {_address(one)}"


def _parts(one: Descriptor, memory: Mapping[str, Known]) -> Iterator[str]:
    yield one.name
    yield one.kind
    yield "on" if one.enabled else "off"
    yield _address(one)
    yield one.region or ""
    nights = [known.checked_at for known in memory.values() if known.checked_at]
    yield f"last night {max(nights)}" if nights else "never fetched"
    yield f"{sum(not known.index for known in memory.values()):,} pages"
    troubles = sorted({known.trouble for known in memory.values() if known.trouble})
    yield f"trouble: {', '.join(troubles)}" if troubles else ""


def _address(one: Descriptor) -> str:
    return one.path or ", ".join(one.urls)


_NONE_ON = "no source is switched on; add one with `ikp sources add NAME --like SHIPPED` (see `ikp sources list`)"


def _fetch(options: Options) -> int:
    """Fetch, and tell of each source what came; 1 where something needs a person."""
    from pipeline.jobs.gather import gather  # noqa: PLC0415
    from pipeline.storage import store  # noqa: PLC0415

    store.require_folder(options.corpus)
    gathered = gather(options.corpus, names=options.names, watch=_Progress() if sys.stderr.isatty() else None)
    sys.stdout.writelines(f"{as_called(line)}\n" for line in fetch_lines(gathered))
    sys.stderr.writelines(f"{as_called(line)}\n" for line in (*gathered.lines, *gathered.asides))
    for error in gathered.errors if options.debug else ():
        traceback.print_exception(error)
    return 1 if gathered.lines else 0


class _Progress:
    """Shows on one line of the terminal which source is at work and what it gave so far."""

    def __call__(self, name: str, count: Count) -> None:
        sys.stderr.write(f"\r\x1b[K{name}: {_counted(count)}\r")


def fetch_lines(gathered: Gathered) -> Iterator[str]:
    """Yield a line a source: how many pages are new, changed, unchanged, gone and failed."""
    if not gathered.counts:
        yield _NONE_ON
    for name, count in gathered.counts.items():
        yield f"{name}: {_counted(count)}"


def _counted(count: Count) -> str:
    return (
        f"{count.new:,} new, {count.changed:,} changed, {count.unchanged:,} unchanged, "
        f"{count.gone:,} gone, {count.failed:,} failed"
    )


def _check(options: Options) -> int:
    """Try sources, a few lines each; 1 where one does not answer as it should."""
    from datetime import UTC, datetime  # noqa: PLC0415

    from pipeline.jobs.own_sources import load_sources  # noqa: PLC0415
    from pipeline.sources.client import Client  # noqa: PLC0415
    from pipeline.sources.descriptor import OWN_FILE, chosen  # noqa: PLC0415
    from pipeline.sources.visit import preview  # noqa: PLC0415
    from pipeline.storage import store  # noqa: PLC0415

    store.require_folder(options.corpus)
    sources = chosen(load_sources(options.corpus), options.names, where=str(options.corpus / OWN_FILE))
    if not sources:
        sys.stdout.write(f"{as_called(_NONE_ON)}\n")
    sound = True
    with Client() as client:
        for source in sources:
            found = preview(source, client, datetime.now(tz=UTC))
            sys.stdout.writelines(f"{line}\n" for line in check_lines(source, found))
            sound = sound and bool(found.leads or found.fresh) and is_answered(found)
    return 0 if sound else 1


def is_answered(found: Preview) -> bool:
    """Tell whether every index and page of a trial came."""
    from pipeline.sources.values import Failed  # noqa: PLC0415

    return not any(isinstance(event, Failed) for event in (*found.indexes, found.first))


def check_lines(source: Descriptor, found: Preview) -> Iterator[str]:
    """Yield what a trial of a source found: its indexes, how many pages they lead to, the first of them."""
    for event in found.indexes:
        yield f"{source.name}: {event.family}: {_outcome(event)}"
    words = " that have its words" if source.words else ""
    more = ", and those of further indexes" if found.more else ""
    if source.licence:
        yield f"{source.name}: {source.licence}"
    pages = "1 page" if len(found.leads) == 1 else f"{len(found.leads):,} pages"
    yield f"{source.name}: {pages}{words} would be fetched{more}"
    if found.fresh:
        many = "files were" if found.fresh > 1 else "file was"
        yield f"{source.name}: {found.fresh:,} {many} written just now, and may be still; try again in 2 seconds"
    if found.first is not None:
        yield f"{source.name}: the first, {found.first.family}: {_outcome(found.first)}"
    elif not found.leads and is_answered(found) and source.kind != "folder":
        yield f"{source.name}: nothing would be fetched; widen its words, or mend its address or selectors"


_HINTS = {
    "blocked_address": "; where the server is yours, name it in private_hosts in sources.toml",
    "foreign_host": "; where it is right, name it in hosts in sources.toml",
    "no_folder": "; see to its drive, or mend its path in sources.toml",
}


def _outcome(event: Event) -> str:
    from pipeline.sources.values import Brought, Failed, Gone  # noqa: PLC0415

    match event:
        case Failed():
            return f"{event.failure.message} ({event.failure.code}){_HINTS.get(event.failure.code, '')}"
        case Brought():
            return f"answers, {event.media_type or 'no type'}, {len(event.body):,} bytes"
        case Gone():
            return "is gone"
        case _:
            return "answers"
