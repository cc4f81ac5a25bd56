"""report.html: the dataset as one page to look at, from its data and its fixed parts.

The page loads nothing: its policy forbids every request, and allows the one script and the one style that stand in
it by their hashes. What comes from documents lies in it as JSON, or escaped in the tables for who has no script.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Final

from pipeline.dataset.precedence import SENTENCES
from pipeline.dataset.release.cited import citation
from pipeline.dataset.release.notes import Release
from pipeline.dataset.report.data import report_data
from pipeline.dataset.report.detail import BUDGET, DETAILS
from pipeline.dataset.report.evidence import Plain
from pipeline.dataset.report.plain import plain_tables
from pipeline.dataset.types import Dataset
from pipeline.reference.kamus import said

FILE: Final = "report.html"
FIRST_LANGUAGE: Final = "id"
SMALL: Final = 2_000  # findings of which all is shown in under a second

_IN_SCRIPT: Final = {
    "<": "\\u003c",
    ">": "\\u003e",
    "&": "\\u0026",
    "\u2028": "\\u2028",
    "\u2029": "\\u2029",
}
"""What could end the script that holds the JSON, or a line of it, as JSON may write it too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportParts:
    """The fixed parts of the page.

    ``page`` is HTML with ``{{name}}`` where a part or wording belongs; ``words`` are wordings by language and key.
    """

    page: str
    style: str
    script: str
    words: Mapping[str, Mapping[str, str]]


def report_page(dataset: Dataset, release: Release, parts: ReportParts) -> bytes:
    """Return the page: the richest degree of detail that fits into ``BUDGET`` bytes.

    ``release`` has the version and what changed since the one before; the dataset itself what its checks found.
    The same arguments give the same bytes.
    """
    fixed = _fixed(dataset, release, parts)
    room = BUDGET - len(_filled(parts, {**fixed, "data": ""}))
    return _filled(parts, {**fixed, "data": _data(dataset, release, room)})


def _data(dataset: Dataset, release: Release, room: int) -> str:
    """Return the richest data that fit into so many bytes; the poorest, whatever they take, where none do."""
    if len(dataset.findings) < SMALL:
        data = as_script(report_data(dataset, DETAILS[0], release))
        if len(data.encode()) <= room:
            return data
    data = ""
    for detail in reversed(DETAILS):  # from the poorest: the richest of a large dataset take minutes
        richer = as_script(report_data(dataset, detail, release))
        if data and len(richer.encode()) > room:
            break
        data = richer
    return data


def as_script(value: Plain) -> str:
    r"""Return JSON that may stand in a script: nothing in it ends the script or a line of it.

    >>> as_script({"b": "</script>", "a": "\u2028"})
    '{"a":"\\u2028","b":"\\u003c/script\\u003e"}'
    """
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    for char, written in _IN_SCRIPT.items():
        text = text.replace(char, written)
    return text


def _fixed(dataset: Dataset, release: Release, parts: ReportParts) -> dict[str, str]:
    """Return what stands in the page but for its data, by the name of its slot."""
    words = _worded(dataset, parts)
    return {
        **{f"word {key}": escape(wording) for key, wording in words[FIRST_LANGUAGE].items()},
        "policy": f"default-src 'none'; style-src '{_hash(parts.style)}'; script-src '{_hash(parts.script)}'; "
        "base-uri 'none'; form-action 'none'",
        "style": parts.style,
        "script": parts.script,
        "words": as_script({language: dict(wordings) for language, wordings in words.items()}),
        "tables": plain_tables(dataset, words[FIRST_LANGUAGE]),
        "caution": escape(release.notice[1]) if release.notice else "",
        "unless caution": "" if release.notice else " hidden",
        "citation": escape(citation(release.version, release.data_day)[1]),
    }


def _worded(dataset: Dataset, parts: ReportParts) -> dict[str, Mapping[str, str]]:
    """Return the wordings by language and key, with those of precedence, which the codebook words."""
    kamus = dataset.reference.kamus
    rules = {
        "en": SENTENCES,
        "id": {name: said(kamus, "_precedence", name) or sentence for name, sentence in SENTENCES.items()},
    }
    return {
        language: {**words, **{f"rule.{name}": sentence for name, sentence in rules[language].items()}}
        for language, words in parts.words.items()
    }


def _filled(parts: ReportParts, slots: Mapping[str, str]) -> bytes:
    """Fill the slots of the page, all at once: what is put in is not looked at again."""
    return _SLOT.sub(lambda found: slots[found.group(1)], parts.page).encode()


_SLOT: Final = re.compile(r"\{\{([^{}]+)\}\}")


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
