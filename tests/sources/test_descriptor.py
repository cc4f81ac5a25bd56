"""Descriptors: what comes with the project is whole and switched off; what is odd is refused with its place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.errors import TableError, UsageError
from pipeline.sources.descriptor import chosen, parse_sources, shipped, table_of
from pipeline.sources.values import Descriptor, Selectors

WHERE = "corpus/sources.toml"
REGIONS = frozenset({"36", "36.01"})


def parsed(text: str) -> tuple[Descriptor, ...]:
    return parse_sources(text, shipped(), where=WHERE, regions=REGIONS)


def test_what_comes_with_the_project_is_switched_off_and_says_whether_it_was_tried() -> None:
    assert {"bawaslu-ri", "bawaslu-daerah", "antara", "detik-pemilu", "wordpress", "folder"} <= {
        one.name for one in shipped()
    }
    for one in shipped():
        assert not one.enabled, one.name
        assert one.note, one.name


SETTINGS = {
    "bawaslu-daerah": '\nset = {subdomain = "banten"}',
    "bawaslu-daerah-wordpress": '\nset = {subdomain = "banten"}',
    "wordpress": '\nset = {host = "a.id"}',
    "folder": '\npath = "masuk"',
}


@pytest.mark.parametrize("name", [one.name for one in shipped()])
def test_each_of_them_can_be_switched_on_by_naming_it(name: str) -> None:
    (own,) = parsed(f'[saya]\nlike = "{name}"{SETTINGS.get(name, "")}')
    assert own.enabled
    assert "{" not in "".join(own.urls)


def test_a_table_says_what_differs() -> None:
    (own,) = parsed(
        '[banten]\nlike = "bawaslu-daerah"\nset = {subdomain = "banten"}\nregion = "36"\nwords = ["IKP"]\nenabled = false'
    )
    like = next(one for one in shipped() if one.name == "bawaslu-daerah")
    assert own == replace(
        like,
        name="banten",
        urls=("https://banten.bawaslu.go.id/berita",),
        region="36",
        words=("IKP",),
        enabled=False,
        note="",
    )


def test_a_whole_table_needs_no_other() -> None:
    (own,) = parsed(
        '[kabar]\nkind = "listing"\nurls = ["https://a.id/"]\nselectors = {items = "li"}\ndelay_seconds = 5'
    )
    assert own == Descriptor(
        name="kabar", kind="listing", urls=("https://a.id/",), selectors=Selectors(items="li"), delay_seconds=5.0
    )


FEED = '[a]\nkind = "feed"\nurls = ["https://a.id/"]\n'
REFUSED = [
    ("[a", "is no TOML"),
    ('kind = "feed"', "stands outside any table"),
    ('[A]\nkind = "feed"\nurls = ["https://a.id/"]', "odd name"),
    ('["../a"]\nkind = "feed"\nurls = ["https://a.id/"]', "odd name"),
    (
        '[a]\nkind = "twitter"\nurls = ["https://a.id/"]',
        "[a] kind: is no kind of source; take one of feed, folder",
    ),
    ('[a]\nurls = ["https://a.id/"]', "missing required field `kind`"),
    ('[a]\nkind = "feed"', "urls: is missing"),
    ('[a]\nkind = "folder"', "path: is missing"),
    ('[a]\nkind = "listing"\nurls = ["https://a.id/"]', "selectors: is missing"),
    (
        '[a]\nkind = "listing"\nurls = ["https://a.id/"]\nselectors = {item = "li"}',
        "selectors item: is an unknown key",
    ),
    ('[a]\nkind = "feed"\nurls = ["a.id"]', "is no web address: a.id"),
    ('[a]\nkind = "feed"\nurls = ["file:///etc/passwd"]', "is no web address"),
    (FEED + 'word = ["IKP"]', "word: is an unknown key"),
    (FEED + 'words = "IKP"', '[a] words: is written otherwise; write words = ["...", "..."]'),
    (FEED + 'words = [""]', "words: holds an empty text"),
    (FEED + 'region = "99"', "is no code of a region: 99"),
    (FEED + "max_pages = 0", "max_pages: is less than 1"),
    (FEED + "delay_seconds = nan", "delay_seconds: is less than 0"),
    (FEED + 'enabled = "no"', "[a] enabled: is written otherwise; write enabled = true or false"),
    ('[a]\nlike = "b"', "is like 'b', which is unknown"),
    ('[a]\nlike = "antara"\nset = {subdomain = "x"}', "is asked for nowhere: subdomain"),
    (FEED + "region = 36", 'region: is written otherwise; write region = "..."'),
    ('[a]\nlike = "bawaslu-daerah"', 'add --set subdomain=..., in a file set = {subdomain = "..."}'),
    ('[a]\nlike = "wordpress"\nset = {host = 3}', "is no table of texts"),
    ('[a]\nlike = "antara"\nurls = ["https://{x.__class__}/"]', "odd braces"),
    ('[a]\nlike = "antara"\nurls = ["https://{x/"]', "braces that do not match"),
]


@pytest.mark.parametrize(("text", "fault"), REFUSED)
def test_what_is_odd_is_refused_with_its_place(text: str, fault: str) -> None:
    with pytest.raises(TableError) as caught:
        parsed(text)
    assert fault in str(caught.value)
    assert str(caught.value).startswith(WHERE)


TABLES: list[dict[str, object]] = [
    {"like": "bawaslu-daerah", "set": {"subdomain": "banten"}, "region": "36"},
    {"kind": "feed", "urls": ["https://a.id/?q=\"a\"&b='c'"], "words": ['\\ " \n \x7f é'], "max_pages": 3},
    {"kind": "folder", "path": "C:\\masuk", "enabled": False, "delay_seconds": 0.5},
]


@pytest.mark.parametrize("entries", TABLES)
def test_what_is_written_is_read_back(entries: dict[str, object]) -> None:
    (own,) = parsed("# mine\n\n" + table_of("saya", entries))
    for key, value in entries.items():
        if key not in {"like", "set"}:
            assert getattr(own, key) == (tuple(value) if isinstance(value, list) else value)


def test_sources_are_chosen_by_name_or_because_they_are_on() -> None:
    on, off = Descriptor(name="a", kind="feed"), Descriptor(name="b", kind="feed", enabled=False)
    assert chosen([on, off], (), where=WHERE) == (on,)
    assert chosen([on, off], ("b", "b"), where=WHERE) == (off,)
    with pytest.raises(UsageError, match="has no source c; take one of a, b"):
        chosen([on, off], ("c",), where=WHERE)
