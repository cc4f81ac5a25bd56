"""Descriptors of sources from TOML: those that come with the project, and the operator's own.

Strict: what is not understood is refused with its place.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import fields, replace
from importlib import resources
from string import Formatter
from typing import Final, get_args
from urllib.parse import urlsplit

import msgspec

from pipeline.errors import TableError, UsageError
from pipeline.sources.values import Descriptor, Kind, Selectors

KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
OWN_FILE: Final = "sources.toml"

_NAME: Final = re.compile(r"[a-z0-9][a-z0-9_-]{0,62}")
_KEYS: Final = frozenset(field.name for field in fields(Descriptor)) - {"name"}
_PICKS: Final = frozenset(field.name for field in fields(Selectors))
_LIKE: Final = frozenset({"like", "set"})
_TEXTS: Final = ("urls", "words", "without", "search", "hosts", "private_hosts")
_REMEDY: Final = "mend it; docs/OPERATING.md tells what each key holds"
_FAULT: Final = re.compile(r"(?:Expected `(.+?)`, got `\w+`|Invalid enum value .+|.+) - at `\$\.(\w+).*`")
_WRITTEN: Final = {
    "str": '"..."',
    "array": '["...", "..."]',
    "int": "a number",
    "float": "a number",
    "bool": "true or false",
    "object": '{... = "..."}',
}


def shipped() -> tuple[Descriptor, ...]:
    """Return the descriptors that come with the project, by name; all are switched off.

    Raises TableError where one is damaged.
    """
    files = (file for file in resources.files("pipeline.sources").iterdir() if file.name.endswith(".toml"))
    return tuple(
        _shipped_one(file.name, file.read_text(encoding="utf-8"))
        for file in sorted(files, key=lambda file: file.name)
    )


def _shipped_one(file: str, text: str) -> Descriptor:
    where = f"pipeline/sources/{file}"
    return _descriptor(file.removesuffix(".toml"), _tables(text, where), where)


def parse_sources(
    text: str, known: Sequence[Descriptor], *, where: str, regions: Collection[str] | None = None
) -> tuple[Descriptor, ...]:
    """Return the operator's own sources: a table each, in the order of the file.

    A table is whole, or says ``like = "NAME"`` of one of ``known`` and what differs; ``set`` fills the braces of
    that one's addresses: ``set = {subdomain = "banten"}``. ``regions`` are the codes that there are, None where
    that is not checked. Raises TableError with the table and key.
    """
    by_name = {one.name: one for one in known}
    found: list[Descriptor] = []
    for name, table in _tables(text, where).items():
        place = f"{where} [{name}]"
        if not isinstance(table, Mapping):
            raise TableError("stands outside any table", where=f"{where} {name}", remedy="begin with [NAME]")
        found.append(_own(name, table, by_name, place))
        _require_ready(found[-1], place, regions)
    return tuple(found)


def _own(name: str, table: Mapping[str, object], known: Mapping[str, Descriptor], where: str) -> Descriptor:
    like = table.get("like")
    if like is None:
        return _descriptor(name, table, where)
    if not isinstance(like, str) or like not in known:
        raise TableError(f"is like {like!r}, which is unknown", where=where, remedy=f"take one of {_list(known)}")
    if not _is_texts(table.get("set", {})):
        raise TableError("is no table of texts", where=f"{where} set", remedy='write set = {key = "value"}')
    rest = {key: value for key, value in table.items() if key not in _LIKE}
    base = {key: value for key, value in _plain(known[like]).items() if key not in {"name", "enabled", "note"}}
    own = _descriptor(name, {**base, **rest}, where)
    return _filled(own, table.get("set", {}), where)


def _tables(text: str, where: str) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise TableError(f"is no TOML ({error})", where=where, remedy="mend the line") from error


def _descriptor(name: str, table: Mapping[str, object], where: str) -> Descriptor:
    if not is_name(name):
        raise TableError("has an odd name", where=where, remedy="use small letters, digits, - and _")
    _require_keys(table, _KEYS, where)
    _require_keys(table.get("selectors"), _PICKS, f"{where} selectors")
    try:
        return msgspec.convert({**table, "name": name}, Descriptor)
    except msgspec.ValidationError as error:
        raise _misshapen(str(error), where) from error


def _misshapen(fault: str, where: str) -> TableError:
    """Say which key holds a value of another kind than it should, and how it is written."""
    found = _FAULT.fullmatch(fault)
    if found is None:
        return TableError(f"is not as it should be ({fault})", where=where, remedy=_REMEDY)
    expected, key = (found[1] or "").split(" |")[0], found[2]
    if key == "kind":
        return TableError("is no kind of source", where=f"{where} kind", remedy=f"take one of {_list(KINDS)}")
    return TableError(
        "is written otherwise", where=f"{where} {key}", remedy=f"write {key} = {_WRITTEN.get(expected, '...')}"
    )


def is_name(text: str) -> bool:
    """Tell whether a source may be called so.

    >>> [is_name(text) for text in ("bawaslu-banten", "Bawaslu", "-a", "surat_masuk")]
    [True, False, False, True]
    """
    return _NAME.fullmatch(text) is not None


def _require_keys(table: object, keys: Collection[str], where: str) -> None:
    for key in table if isinstance(table, Mapping) else ():
        if key not in keys:
            raise TableError("is an unknown key", where=f"{where} {key}", remedy=f"take one of {_list(keys)}")


def _plain(one: Descriptor) -> dict[str, object]:
    plain: dict[str, object] = msgspec.to_builtins(one)
    return plain


def _is_texts(value: object) -> bool:
    return isinstance(value, Mapping) and all(isinstance(one, str) for one in value.values())


def _filled(one: Descriptor, values: object, where: str) -> Descriptor:
    """Put values into the braces of addresses, hosts and issuer. TableError where one is missing or idle."""
    given = dict(values) if isinstance(values, Mapping) else {}
    asked = {name for text in (*one.urls, *one.hosts, one.issuer or "") for name in _braces(text, where)}
    if idle := given.keys() - asked:
        raise TableError(f"is asked for nowhere: {_list(idle)}", where=f"{where} set", remedy="leave it out")
    if missing := asked - given.keys():
        wanted = ", ".join(f'{name} = "..."' for name in sorted(missing))
        options = " ".join(f"--set {name}=..." for name in sorted(missing))
        raise TableError("leaves braces open", where=where, remedy=f"add {options}, in a file set = {{{wanted}}}")
    return replace(
        one,
        urls=tuple(url.format_map(given) for url in one.urls),
        hosts=tuple(host.format_map(given) for host in one.hosts),
        issuer=one.issuer.format_map(given) if one.issuer else None,
    )


def _braces(text: str, where: str) -> set[str]:
    try:
        names = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError as error:
        raise TableError(f"has braces that do not match: {text}", where=where, remedy=_REMEDY) from error
    if odd := [name for name in names if not name.isidentifier()]:
        raise TableError(f"has odd braces: {_list(odd)}", where=where, remedy="put a word between them")
    return names


def _require_ready(one: Descriptor, where: str, regions: Collection[str] | None) -> None:
    """Raise TableError where a source cannot be visited as it is written."""
    for fault, key, remedy in _faults(one, regions):
        raise TableError(fault, where=f"{where} {key}", remedy=remedy)


def _faults(one: Descriptor, regions: Collection[str] | None) -> list[tuple[str, str, str]]:
    """Return what is wrong, in which key, and the remedy."""
    faults: list[tuple[str, str, str]] = []
    if one.kind == "folder" and not one.path:
        faults.append(("is missing", "path", "name the folder to watch (--path)"))
    if one.kind != "folder" and not one.urls:
        faults.append(("is missing", "urls", 'add --url https://..., in a file urls = ["https://..."]'))
    if one.kind == "listing" and one.selectors is None:
        faults.append(
            ("is missing", "selectors", 'add --items article, in a file selectors = {items = "article"}')
        )
    faults += [(f"is no web address: {url}", "urls", "begin with https://") for url in one.urls if not is_web(url)]
    for key in _TEXTS:
        if any(not text.strip() for text in getattr(one, key)):
            faults.append(("holds an empty text", key, "leave it out"))
    for key, least in (("delay_seconds", 0), ("max_pages", 1), ("recheck_days", 0)):
        if not getattr(one, key) >= least:
            faults.append((f"is less than {least}", key, f"write {least} or more"))
    if one.region is not None and regions is not None and one.region not in regions:
        faults.append((f"is no code of a region: {one.region}", "region", "see pipeline/reference/regions.csv"))
    return faults


def is_web(url: str) -> bool:
    """Tell whether a text is a whole http or https address.

    >>> [is_web(url) for url in ("https://banten.bawaslu.go.id/", "ftp://a.id/", "bawaslu.go.id", "http://[/")]
    [True, False, False, False]
    """
    try:
        parts = urlsplit(url)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def chosen(sources: Sequence[Descriptor], names: Sequence[str], *, where: str) -> tuple[Descriptor, ...]:
    """Return the sources that are switched on, or those named, on or off. UsageError for an unknown name."""
    by_name = {one.name: one for one in sources}
    for name in names:
        if name not in by_name:
            remedy = f"take one of {_list(by_name)}" if by_name else "add it; `ikp sources add --help` shows how"
            raise UsageError(f"has no source {name}", where=where, remedy=remedy)
    if names:
        return tuple(by_name[name] for name in dict.fromkeys(names))
    return tuple(one for one in sources if one.enabled)


def table_of(name: str, entries: Mapping[str, object]) -> str:
    """Return the TOML table of a source, to be added to the operator's file. Texts, numbers, lists, small tables.

    >>> entries = {"like": "bawaslu-daerah", "set": {"subdomain": "lebak"}, "words": ["IKP"]}
    >>> print(table_of("lebak", entries), end="")
    [lebak]
    like = "bawaslu-daerah"
    set = {subdomain = "lebak"}
    words = ["IKP"]
    """
    return "".join([f"[{name}]\n", *(f"{key} = {_toml(value)}\n" for key, value in entries.items())])


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key} = {_toml(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return _toml_text(str(value))


def _toml_text(text: str) -> str:
    """Quote a text: JSON's escapes are TOML's, but for the character that JSON leaves as it is."""
    return msgspec.json.encode(text).decode().replace("\x7f", "\\u007f")


def _list(names: Collection[str]) -> str:
    return ", ".join(sorted(names)) or "none"
