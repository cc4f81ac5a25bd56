"""Write the catalogue of the rules, docs/RULES.md, from the rules themselves: ``make rules``.

A rule is an assignment ``NAME = Rule(id=..., version=...)`` in pipeline/extract, with a docstring below it: what it
accepts, then made-up examples as Markdown quotes (``> Kabupaten Blora dengan skor 41,20.``). Each example is read
like a document, and what the rule makes of it is printed below. A rule without a docstring, or an example that it does
not read, is an error.
"""

from __future__ import annotations

import ast
import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from pipeline.extract import extract
from pipeline.model import Finding
from pipeline.readers import read
from pipeline.reference import Reference, load_reference
from pipeline.reference.calibration import Band
from pipeline.review.queue import value_of
from pipeline.saying import whole_percent

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "RULES.md"
CODE = ROOT / "pipeline" / "extract"
LEAD = "Bawaslu Provinsi Jawa Tengah memaparkan Indeks Kerawanan Pemilu (IKP) 2024.\n\n"
"""What each example stands below: a rule reads a sentence only in a document that tells of what it speaks."""

INTRODUCTION = """\
# Rules

Every value in the tables was read by a rule. Its name stands in column `rule` of `findings.csv`, its version in
`rule_version`, and `ikp why` tells both. This page says of each rule what it accepts and how often it was right. It is
written by `make rules` from the rules themselves, and each example was read when it was: what a rule makes of it is computed.

**Sure, and sure enough.** For each rule, type of finding and degree of doubt, `pipeline/reference/calibration.csv` counts
how many findings were right on annotated documents. What is sure to {threshold} at least is accepted without a person; the rest
waits in `ikp review`. A finding is less sure where its document gives a reason: a region that is carried over from an
earlier sentence, an edition that is not named, a table outside the article, a figure that contradicts what is known.
So the same rule may accept one value and leave another to you. "Annotated" below counts facts as the fit
does: those of generated documents a tenth, a document ten facts at most; fewer than five facts, or facts of one document
alone, are not counted, and such a rule is never sure enough. `ikp evaluate tests/gold/documents --by rule` measures anew.

**Versions.** The number rises when a rule reads anything otherwise than before. `ikp diff` then names the rule as the cause.

Examples are made up. Each stands below the sentence "{lead}"
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A rule as it is written down: what it accepts, in Markdown, and made-up examples of it."""

    id: str
    version: int
    text: str
    examples: tuple[str, ...]
    module: str = ""


def entries(source: str) -> Iterator[Entry]:
    r"""Yield the rules of a module. Raises ValueError where one has no docstring or no example.

    >>> module = 'A = Rule(id="score.a", version=2)\n' + '\"\"\"A number.\n\n> Skor 7.\n\"\"\"\n'
    >>> [(rule.id, rule.version, rule.text, rule.examples) for rule in entries(module)]
    [('score.a', 2, 'A number.', ('Skor 7.',))]
    """
    body = ast.parse(source).body
    for node, below in zip(body, [*body[1:], None], strict=True):
        if named := _named(node):
            yield _entry(*named, _docstring(below))


def _named(node: ast.stmt) -> tuple[str, int] | None:
    match node:
        case ast.Assign(value=ast.Call(func=ast.Name(id="Rule"), keywords=keywords)):
            given = {keyword.arg: ast.literal_eval(keyword.value) for keyword in keywords}
            return given["id"], given["version"]
    return None


def _docstring(node: ast.stmt | None) -> str:
    match node:
        case ast.Expr(value=ast.Constant(value=str(text))):
            return text
    return ""


def _entry(id_: str, version: int, docstring: str) -> Entry:
    first, _, rest = docstring.strip().partition("\n")
    paragraphs = re.split(r"\n\s*\n", f"{first}\n{textwrap.dedent(rest)}".strip())
    examples = tuple(_unquoted(one) for one in paragraphs if one.startswith(">"))
    text = "\n\n".join(one for one in paragraphs if not one.startswith(">"))
    if not text or not examples:
        raise ValueError(f"rule {id_} has no docstring that says what it accepts, with an example below a '>'")
    return Entry(id=id_, version=version, text=text, examples=examples)


def _unquoted(paragraph: str) -> str:
    return "\n".join(re.sub(r"^> ?", "", line) for line in paragraph.splitlines())


def all_entries() -> tuple[Entry, ...]:
    """Return the rules of the package by name."""
    found = [
        replace(entry, module=path.relative_to(ROOT).as_posix())
        for path in sorted(CODE.rglob("*.py"))
        for entry in entries(path.read_text(encoding="utf-8"))
    ]
    return tuple(sorted(found, key=lambda entry: entry.id))


def found_by(entry: Entry, example: str, reference: Reference) -> tuple[Finding, ...]:
    """Return what a rule reads in an example. Raises ValueError where that is nothing."""
    data = f"{LEAD}{example}\n".encode()
    document = read(data, name="contoh.md", sha256=sha256(data).hexdigest())
    findings = extract(document, family="contoh.md", name="contoh.md", reference=reference).findings
    found = tuple(finding for finding in findings if finding.rule == entry.id)
    if not found:
        others = sorted({finding.rule for finding in findings})
        raise ValueError(f"rule {entry.id} does not read its example ({others} do): {example}")
    return found


def counted(entry: Entry, reference: Reference) -> tuple[float, float]:
    """Return how many facts of a rule were judged in annotated documents, and how many of them were right."""
    bands: list[Band] = []
    for (_, rule), curve in reference.calibration.rules.items():
        bands += curve if rule == entry.id else ()
    return sum(band.n for band in bands), sum(band.right for band in bands)


def page(rules: Sequence[Entry], reference: Reference) -> str:
    """Return the catalogue as Markdown."""
    threshold = f"{reference.calibration.threshold:.1%}"
    introduction = INTRODUCTION.format(threshold=threshold, lead=LEAD.strip())
    rows = [
        f"| [`{one.id}`](#{_anchor(one)}) | {_first_sentence(one)} | {_judged(one, reference)} |" for one in rules
    ]
    index = ["| rule | accepts | annotated | right |", "| --- | --- | --- | --- |", *rows]
    return "\n".join([introduction, *index, *(line for one in rules for line in _section(one, reference))]) + "\n"


def _anchor(entry: Entry) -> str:
    return entry.id.replace(".", "")


def _first_sentence(entry: Entry) -> str:
    return re.split(r"(?<=\.)\s", " ".join(entry.text.split()), maxsplit=1)[0]


def _judged(entry: Entry, reference: Reference) -> str:
    n, right = counted(entry, reference)
    return f"{n:.0f} | {whole_percent(right / n)}%" if n else "too few | "


def _section(entry: Entry, reference: Reference) -> Iterator[str]:
    yield from ("", f"## {entry.id}", "", entry.text, "", f"Version {entry.version}, `{entry.module}`")
    for example in entry.examples:
        yield from ("", *(f"    {line}".rstrip() for line in example.splitlines()), "")
        yield from _table(found_by(entry, example, reference), reference)


def _table(findings: Iterable[Finding], reference: Reference) -> Iterator[str]:
    yield from ("| type | region | edition | value | sure to | then |", "| --- | --- | --- | --- | --- | --- |")
    for one in findings:
        code = one.scope_code if one.type == "tally" else one.region_code
        region = reference.regions[code].name if code else "open"
        fate = "accepted" if one.decision == "auto" else "waits for a person"
        edition = f"{one.edition or 'open'}{' (an earlier one)' if one.previous else ''}"
        yield f"| {one.type} | {region} | {edition} | {value_of(one)} | {whole_percent(one.confidence)}% | {fate} |"


def main() -> None:
    """Write the page again."""
    PAGE.write_text(page(all_entries(), load_reference()), encoding="utf-8")


if __name__ == "__main__":
    main()
