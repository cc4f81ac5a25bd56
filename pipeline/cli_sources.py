"""The command ``ikp sources``: list the sources there are, and add one of one's own."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from pipeline.errors import UsageError

if TYPE_CHECKING:
    from pipeline.gather import Fetched
    from pipeline.sources.values import Descriptor, Known

Options: TypeAlias = argparse.Namespace
MakeCommand: TypeAlias = Callable[[Any, str, str, Callable[[Options], int]], argparse.ArgumentParser]

_TEXTS = ("kind", "path", "region", "issuer")


def add_commands(commands: Any, make: MakeCommand) -> None:  # noqa: ANN401 - argparse keeps its type to itself
    """Add ``sources`` to the commands; ``make`` adds one command to a parser."""
    top = commands.add_parser("sources", help="list, or add to, where documents come from")
    below = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add_corpus(make(below, "list", "list your sources, and those that come with the project", _list))
    add = make(below, "add", "add a source of your own to CORPUS/sources.toml", _add)
    add.add_argument("name", metavar="NAME", help="of small letters, digits, - and _")
    add.add_argument("--like", metavar="SHIPPED", help="take the rest from a source that comes with the project")
    add.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", help="fill the braces of that one")
    add.add_argument("--kind", help="folder, feed, wordpress, sitemap, listing or urls, where it is like no other")
    add.add_argument("--url", dest="urls", action="append", default=[], metavar="URL")
    add.add_argument("--path", metavar="DIR", help="the folder to watch")
    add.add_argument("--words", nargs="+", default=[], metavar="WORD", help="take what has one of these words")
    add.add_argument("--region", metavar="CODE")
    add.add_argument("--issuer", metavar="TEXT")
    _add_corpus(add)


def _add_corpus(command: argparse.ArgumentParser) -> None:
    command.add_argument("--corpus", type=Path, default=Path("corpus"), metavar="DIR", help="(%(default)s)")


def own_sources(corpus: Path) -> tuple[Descriptor, ...]:
    """Return the operator's sources of a corpus; none where there is no file. Raises TableError, StoreError."""
    return _parsed(_text(corpus), corpus)


def _text(corpus: Path) -> str:
    from pipeline import store  # noqa: PLC0415 - as everywhere in the command: not before it is needed
    from pipeline.sources.descriptor import OWN_FILE  # noqa: PLC0415

    path = corpus / OWN_FILE
    if not path.exists():
        return ""
    try:
        return store.read_bytes(path).decode()
    except UnicodeDecodeError as error:
        raise UsageError("is not UTF-8", where=str(path), remedy="save it as UTF-8") from error


def _parsed(text: str, corpus: Path) -> tuple[Descriptor, ...]:
    from pipeline.reference import load_reference  # noqa: PLC0415
    from pipeline.sources.descriptor import OWN_FILE, parse_sources, shipped  # noqa: PLC0415

    regions = frozenset(load_reference().regions)
    return parse_sources(text, shipped(), where=str(corpus / OWN_FILE), regions=regions)


def _add(options: Options) -> int:
    """Add a table behind what the operator wrote, after the whole file has been found sound with it."""
    from pipeline import store  # noqa: PLC0415
    from pipeline.sources.descriptor import OWN_FILE, table_of  # noqa: PLC0415

    before = _text(options.corpus)
    where = str(options.corpus / OWN_FILE)
    if any(one.name == options.name for one in _parsed(before, options.corpus)):
        raise UsageError(f"has a source {options.name} already", where=where, remedy="edit it there")
    gap = "" if not before else "\n" if before.endswith("\n") else "\n\n"
    text = before + gap + table_of(options.name, _entries(options))
    added = _parsed(text, options.corpus)[-1]
    store.make_folder(options.corpus)
    store.write(options.corpus / OWN_FILE, text.encode())
    sys.stdout.write(f"added {added.name} ({added.kind}) to {where}\n")
    return 0


def _entries(options: Options) -> Mapping[str, object]:
    entries: dict[str, object] = {"like": options.like} if options.like else {}
    entries |= {key: getattr(options, key) for key in _TEXTS if getattr(options, key)}
    entries |= {key: getattr(options, key) for key in ("urls", "words") if getattr(options, key)}
    if options.set:
        entries["set"] = dict(_pair(text) for text in options.set)
    return entries


def _pair(text: str) -> tuple[str, str]:
    key, mark, value = text.partition("=")
    if not mark or not key.isidentifier() or not key.isascii():
        raise UsageError(f"{text!r} is no KEY=VALUE", where="--set", remedy="write --set subdomain=banten")
    return key, value


def _list(options: Options) -> int:
    from pipeline.gather import load_fetched  # noqa: PLC0415
    from pipeline.sources.descriptor import shipped  # noqa: PLC0415

    fetched = load_fetched(options.corpus)
    own = own_sources(options.corpus)
    sys.stdout.writelines(f"{line}\n" for line in list_lines(own, shipped(), fetched))
    return 0


def list_lines(own: tuple[Descriptor, ...], known: tuple[Descriptor, ...], fetched: Fetched) -> Iterator[str]:
    """Yield a line a source: the operator's with what is remembered of them, then those that may be added."""
    if not own:
        yield "No source is switched on; add one with `ikp sources add NAME --like SHIPPED`."
    for one in own:
        yield "  ".join(part for part in _parts(one, fetched.sources.get(one.name, {})) if part)
    yield "To be added with --like:"
    for one in known:
        yield f"  {one.name} ({one.kind}): {_address(one)}"


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
