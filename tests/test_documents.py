"""What the documents of the root and of docs/ name exists: paths, links, commands, options, make targets, layers."""

from __future__ import annotations

import argparse
import re
import subprocess
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from pipeline.cli import parser

ROOT = Path(__file__).resolve().parents[1]
README, CONTRIBUTING = ROOT / "README.md", ROOT / "CONTRIBUTING.md"
PAGES = (README, CONTRIBUTING, ROOT / "RECIPES.md", *sorted((ROOT / "docs").glob("*.md")))
TEXTS = {page.relative_to(ROOT).as_posix(): page.read_text(encoding="utf-8") for page in PAGES}
FOLDERS = ("docs", "corpus/samples", "extracted/dataset", "pipeline", "tests")
LINKED = sorted([*ROOT.glob("*.md"), *(page for folder in FOLDERS for page in (ROOT / folder).rglob("*.md"))])
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")

#: Written by use, so not in a fresh checkout.
MADE = re.compile(r"corpus/(?:raw/|\w+\.jsonl|(?:sources|review)\.toml|aliases\.csv)|extracted/(?:runs|releases)/")
FENCED = re.compile(r"(?ms)^ *```\w*\n(.*?)^ *```$")
TOP = "pipeline|flows|tests|docs|corpus|extracted|\\.ci"


def named_paths(text: str) -> set[str]:
    """Return the paths below the root that a text names in backticks.

    >>> sorted(named_paths("see `pipeline/text.py`, `tests/NAME.py`, `corpus/samples/`, `a/b`, `ikp run tests/x`"))
    ['corpus/samples/', 'pipeline/text.py', 'tests/x']
    """
    quoted = " ".join(re.findall(r"`([^`\n]+)`", text))
    paths = re.findall(rf"(?<![\w/.])(?:{TOP})/[\w./*-]*", quoted)
    return {path.rstrip(".") for path in paths if not re.search(r"[A-Z]{3}|/[A-Z]\.", path.replace("README", ""))}


def commands(text: str) -> Iterator[tuple[str, set[str]]]:
    r"""Yield each command of ikp that a text names in code: its words up to an option, and its options.

    >>> list(commands("`ikp run --out x`, `ikp sources add NAME --like y`"))
    [('run', {'--out'}), ('sources add', {'--like'})]
    >>> list(commands("```sh\n.venv/bin/ikp why 36 --pack a.html\nikp diff\n```"))
    [('why', {'--pack'}), ('diff', set())]
    """
    inline = re.findall(r"`([^`\n]+)`", FENCED.sub("", text))
    fenced = FENCED.findall(text)
    lines = [line for block in fenced for line in block.replace("\\\n", " ").splitlines()]
    for code in [*inline, *lines]:
        for name, rest in re.findall(r"(?:^|[\s(/])ikp ((?:sources )?[a-z]+)\b([^|;&#]*)", code):
            yield name, set(re.findall(r"(?<![\w-])--[a-z-]+", rest))


def known_commands() -> Mapping[str, set[str]]:
    """Return every command of ikp with its options; those of several words too ("sources add")."""
    return dict(_options(parser(), ""))


def _options(of: argparse.ArgumentParser, name: str) -> Iterator[tuple[str, set[str]]]:
    yield name, {option for action in of._actions for option in action.option_strings}
    for action in of._actions:
        if isinstance(action, argparse._SubParsersAction):
            for sub, inner in action.choices.items():
                yield from _options(inner, f"{name} {sub}".strip())


def code_of(folder: str) -> str:
    """Return the text of all modules below a folder of the checkout, each line without its indentation."""
    texts = (path.read_text(encoding="utf-8") for path in sorted((ROOT / folder).rglob("*.py")))
    return "".join(re.sub(r"(?m)^ +", "", text) for text in texts)


def test_rows_that_are_shown_stand_in_the_tests() -> None:
    shown = re.findall(r"(?ms)^ *```python\n(.*?)^ *```$", TEXTS["CONTRIBUTING.md"])
    tests = code_of("tests/extract")
    assert [block for block in shown if re.sub(r"(?m)^ +", "", block) not in tests] == []
    assert len(shown) >= 2


def test_names_of_tables_and_rules_that_are_told_exist() -> None:
    code = code_of("pipeline") + code_of("tests")
    text = TEXTS["CONTRIBUTING.md"]
    names = set(re.findall(r"`([A-Z]+(?:_[A-Z]+)*)`", text))
    assert names >= {"MEANS", "BROKEN", "CHECKS", "READERS"}
    assert [name for name in names if not re.search(rf"(?m)^{name}\b.*=", code)] == []
    rules = set(re.findall(r"`([a-z]+\.[a-z]+_[a-z]+|score\.[a-z]+)`", text))
    assert [rule for rule in rules if f'id="{rule}"' not in code] == []


def targets() -> set[str]:
    return set(re.findall(r"(?m)^([a-z]+):.*## ", MAKEFILE))


@pytest.mark.parametrize(("page", "text"), TEXTS.items(), ids=TEXTS.keys())
def test_every_path_that_a_page_names_exists(page: str, text: str) -> None:
    missing = [path for path in named_paths(text) if not MADE.match(path) and not any(ROOT.glob(path.rstrip("/")))]
    assert missing == [], page


@pytest.mark.parametrize("page", LINKED, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    assert list(broken_links(page)) == []


def test_a_link_that_leads_nowhere_is_seen(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "# One\n[a](#one) [b](page.md#one) [c](https://example.org/x)\n"
        "[d](#two) [e](gone.md) ![f](gone.png) [g](page.md#three)\n```\n# two\n[h](never.md)\n```\n",
        encoding="utf-8",
    )
    assert list(broken_links(page)) == ["#two", "gone.md", "gone.png", "page.md#three"]


def broken_links(page: Path) -> Iterator[str]:
    """Yield the links of a page, pictures too, that lead to no file of the checkout or to no heading of it."""
    prose = re.sub(r"`[^`\n]+`", "", FENCED.sub("", page.read_text(encoding="utf-8")))
    for path, anchor in re.findall(r"\]\((?!\w+:)([^)#\s]*)(?:#([^)\s]*))?\)", prose):
        target = page.parent / path if path else page
        if not target.exists() or (anchor and anchor not in anchors(target.read_text(encoding="utf-8"))):
            yield f"{path}#{anchor}" if anchor else path


@pytest.mark.parametrize("page", ["docs/OPERATING.md", "docs/DECIDING.md"])
def test_the_list_of_contents_names_every_section_in_its_order(page: str) -> None:
    contents, _, rest = TEXTS[page].partition("\n## ")
    sections = re.findall(r"(?m)^## (.+)$", "## " + rest)
    assert [anchor for title in sections for anchor in anchors(f"## {title}")] == re.findall(
        r"\]\(#(.*?)\)", contents
    )


@pytest.mark.parametrize(("page", "text"), TEXTS.items(), ids=TEXTS.keys())
def test_the_command_is_typed_in_one_form(page: str, text: str) -> None:
    """As `ikp`: its folder stands before it where README explains that, and where a service names the whole path."""
    lines = [line for block in FENCED.findall(text) for line in block.splitlines()]
    assert [line for line in lines if re.match(r"(?:\$ )?\.venv/bin/ikp", line)] == [], page


def anchors(text: str) -> set[str]:
    r"""Return the names by which GitHub links to the headings of a page.

    >>> sorted(anchors("## How it is built\n### `a.b_c`, d\n```\n# a comment\n```"))
    ['ab_c-d', 'how-it-is-built']
    """
    headings = re.findall(r"(?m)^#+ (.+)$", FENCED.sub("", text))
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize(("page", "text"), TEXTS.items(), ids=TEXTS.keys())
def test_every_command_and_option_that_a_page_names_exists(page: str, text: str) -> None:
    known = known_commands()
    unknown = [
        (name, options - known.get(name, set()))
        for name, options in commands(text)
        if name not in known or options - known[name]
    ]
    assert unknown == [], page


@pytest.mark.parametrize(("page", "text"), TEXTS.items(), ids=TEXTS.keys())
def test_every_make_target_that_a_page_names_exists(page: str, text: str) -> None:
    assert set(re.findall(r"(?:`|\n|&& )make ([a-z]+)\b", text)) - targets() == set(), page


def test_every_make_target_is_described() -> None:
    told = set(re.findall(r"`make ([a-z]+)", "".join(TEXTS.values())))
    assert targets() - told == set()
    assert targets() >= {"run", "test", "tutorial", "rules", "calibrate"}


def test_the_layers_are_drawn_as_they_are_checked() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    (layers,) = [one["layers"] for one in contracts["contracts"] if one["id"] == "layers"]
    drawn = re.search(r"(?ms)^flows  .*?(?=^```)", TEXTS["README.md"])
    assert drawn
    names = [re.split(r"\s{2,}", line)[0] for line in drawn.group().splitlines() if not line.startswith(" ")]
    assert names == ["flows", *layers]


def test_the_folders_of_the_table_are_those_of_the_checkout() -> None:
    listed = subprocess.run(["git", "ls-files"], capture_output=True, text=True, check=False, cwd=ROOT).stdout
    folders = {line.split("/")[0] for line in listed.splitlines() if "/" in line and not line.startswith(".")}
    if not folders:
        pytest.skip("no git here")
    assert set(re.findall(r"(?m)^\| `(\w+)/` \|", TEXTS["README.md"])) == folders
