"""Both languages are whole, and no page has a word of its own."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest
from jinja2 import Environment, nodes

from pipeline.dataset.changes.compared import COMPARED, Cause
from pipeline.dataset.changes.compared import Kind as ChangeKind
from pipeline.dataset.types import DocumentStatus, Online, RecordTable
from pipeline.decision import VALUE_FIELDS, Verb
from pipeline.jobs.desk import Desk
from pipeline.review.fields import editable_fields
from pipeline.review.queue import Kind
from pipeline.web import item_pages
from pipeline.web.words import phrase_in, preferred, table

WEB = Path(item_pages.__file__).parent
TEMPLATES = sorted((WEB / "templates").glob("*.html"))
DATA = {"html", "utf-8", "doctype", "viewport"}


def test_both_languages_have_the_same_keys_and_parts() -> None:
    english, indonesian = table()["en"], table()["id"]
    assert english.keys() == indonesian.keys()
    parts = {key: fields(english[key]) ^ fields(indonesian[key]) for key in english}
    assert {key: odd for key, odd in parts.items() if odd} == {}


def fields(wording: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(wording) if name}


def test_most_wordings_differ_between_the_languages() -> None:
    alike = [key for key, wording in table()["en"].items() if wording == table()["id"][key]]
    assert len(alike) < 0.12 * len(table()["en"])


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_has_bare_words(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    data = " ".join(text for _, kind, text in Environment(autoescape=True).lex(source) if kind == "data")
    shown = re.sub(r"<kbd[^>]*>.*?</kbd>", "", data)
    texts = re.sub(r"<[^>]*>", " ", re.sub(r"<![^>]*>", "", shown))
    texts = re.sub(r'<[^<]*$|^[^<>]*>|[\w-]+="[^"]*"|"[^"]*"', " ", texts)
    assert re.findall(r"[^\W\d_]{2,}", texts) == []
    assert re.findall(r'(?:aria-label|title|placeholder|alt)="[^"\s{]*[^\W\d_]', shown) == []


def used_keys() -> set[str]:
    """Return the keys that templates and code name as a whole."""
    keys: set[str] = set()
    for path in TEMPLATES:
        tree = Environment(autoescape=True).parse(path.read_text(encoding="utf-8"))
        keys |= {str(one.value) for one in tree.find_all(nodes.Const) if isinstance(one.value, str)}
    for path in WEB.glob("*.py"):
        tree_of = ast.parse(path.read_text(encoding="utf-8"))
        keys |= {
            one.value for one in ast.walk(tree_of) if isinstance(one, ast.Constant) and isinstance(one.value, str)
        }
    return keys


def test_every_wording_is_used() -> None:
    used = used_keys()
    stems = {key.rpartition(".")[0] for key in used if key.endswith(".")} | {
        "kind", "type", "cause", "why", "rule", "match", "category", "status", "level", "basis", "coverage", "change",
        "field", "table", "remedy", "reason", "verb", "done", "done.group", "group", "alias.ask", "alias.means", "ask", "language",
            "at", "document_status", "online",
    }  # fmt: skip
    unused = {
        key for key in table()["en"] if key not in used and not any(key.startswith(f"{stem}.") for stem in stems)
    }
    assert unused == set()


def test_every_name_of_the_data_has_a_wording() -> None:
    known = table()["en"].keys()
    wanted = {f"kind.{kind}" for kind in get_args(Kind)} | {f"ask.{kind}" for kind in get_args(Kind)}
    wanted |= {f"type.{kind}" for kind in VALUE_FIELDS} | {f"table.{name}" for name in get_args(RecordTable)}
    wanted |= {f"verb.{verb}" for verb in get_args(Verb)} | {f"reason.{name}" for name in item_pages.REASONS}
    wanted |= {f"cause.{cause}" for cause in get_args(Cause)} | {f"change.{kind}" for kind in get_args(ChangeKind)}
    wanted |= {f"table.{one.name}" for one in COMPARED} | {
        f"field.{name}" for one in COMPARED for name in one.columns
    }
    wanted |= {f"document_status.{status}" for status in get_args(DocumentStatus)}
    wanted |= {f"online.{online}" for online in get_args(Online)}
    for values in item_pages._CLOSED.items():
        wanted |= {f"{values[0]}.{value}" for value in values[1]}
    assert wanted - known == set()


def test_every_rule_has_a_wording() -> None:
    extract = WEB.parent / "extract"
    rules = {
        rule
        for path in extract.rglob("*.py")
        for rule in re.findall(r'Rule\(id="([\w.]+)"', path.read_text(encoding="utf-8"))
    }
    assert len(rules) > 20
    assert {f"rule.{rule}" for rule in rules} == {key for key in table()["en"] if key.startswith("rule.")}


def test_every_field_of_a_form_has_a_name_and_a_remedy(original: Desk) -> None:
    known = table()["en"].keys()
    items = original.queue()
    names = {name for item in items for name in editable_fields(item.item.machine)}
    assert {f"field.{name}" for name in names} | {f"remedy.{name}" for name in names} <= known


def test_a_browser_is_answered_in_its_language() -> None:
    assert (preferred("id"), preferred("de,en;q=0.1"), preferred("x" * 5000)) == ("id", "en", "en")
    assert phrase_in("id")("kind.held") == "belum yakin"
