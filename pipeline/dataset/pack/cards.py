"""An exhibit of an evidence pack as HTML: what it says, its words, where they stand, who read and decided it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pipeline.dataset.pack.data import Exhibit, Statement
from pipeline.dataset.pack.pictures import Gallery, piece
from pipeline.dataset.pack.words import FIELDS, STANDINGS, Pair, address_words, both
from pipeline.dataset.page import as_text
from pipeline.dataset.tables.columns import public
from pipeline.dataset.why.side import LineageSide
from pipeline.model import Evidence
from pipeline.saying import in_words, whole_percent


def card(exhibit: Exhibit, gallery: Gallery, documents: Mapping[tuple[str, str], int]) -> str:
    """Return an exhibit as an article; ``documents`` are the numbers of documents by file and SHA-256."""
    return (
        f'<article class="{exhibit.side.role}" id="b{exhibit.number}">\n'
        f"<h4><b>B{exhibit.number}</b> {_said(exhibit)}</h4>\n"
        f"{_quote(exhibit.side)}{piece(exhibit, gallery)}"
        f"<dl>\n{''.join(_row(label, value) for label, value in _facts(exhibit, documents))}</dl>\n</article>\n"
    )


def _said(exhibit: Exhibit) -> str:
    """Say what became of each statement, or of all at once where that is the same."""
    if len({one.role for one in exhibit.said}) <= 1:
        told = " · ".join(map(_statement, exhibit.said))
        return f"{told}{' — ' if told else ''}{_standing(exhibit.standing)}"
    return " · ".join(f"{_statement(one)} — {_standing(one.role)}" for one in exhibit.said)


def _standing(name: str) -> str:
    return f'<span class="standing">{both(STANDINGS[name])}</span>'


def _statement(one: Statement) -> str:
    return f"{both(FIELDS[one.column])}: <q>{_public(one.value.removeprefix('rank '))}</q>"


def _quote(side: LineageSide) -> str:
    """Show the words in their surroundings; alone where the document is no longer there."""
    if side.around is None:
        return f"<blockquote><mark>{_public(side.quote)}</mark></blockquote>\n"
    before, words, after = map(_public, side.around)
    return f"<blockquote>{before}<mark>{words}</mark>{after}</blockquote>\n"


def _public(text: str) -> str:
    return as_text(public(text) or "")


def _row(label: Pair, value: str) -> str:
    return f"<div><dt>{both(label)}</dt><dd>{value}</dd></div>\n"


def _facts(exhibit: Exhibit, documents: Mapping[tuple[str, str], int]) -> Iterator[tuple[Pair, str]]:
    side, finding = exhibit.side, exhibit.source.finding
    number = documents[side.document, side.sha256]
    by = ", ".join(as_text(part) for part in (side.issuer, side.date) if part)
    yield (
        ("Dokumen", "Document"),
        f'<a href="#d{number}">D{number}</a> {as_text(side.document)}' + (f" ({by})" if by else ""),
    )
    if side.copies:
        yield ("Salinan yang sama", "Copies that say the same"), ", ".join(map(as_text, side.copies))
    yield ("Tempat", "Place"), _place(side)
    if exhibit.evidence[1:]:
        more = "".join(f"<li>{_further(one)}</li>" for one in exhibit.evidence[1:])
        yield ("Juga tertulis di", "Also stands at"), f"<ul>{more}</ul>"
    yield ("Aturan", "Rule"), _rule(side)
    if machine := _machine(exhibit):
        yield ("Bacaan mesin", "As the rules read it"), machine
    if side.decided:
        yield ("Keputusan", "Decisions"), f"<ul>{''.join(f'<li>{one}</li>' for one in _decisions(side))}</ul>"
    if side.note:
        yield ("Alasan", "Reason"), f'<i lang="en">{_public(side.note)}</i>'
    yield (
        ("Sidik", "Hashes"),
        f"finding <code>{as_text(finding.id)}</code><br>value <code>{as_text(finding.value_hash)}</code><br>"
        f"evidence <code>{as_text(finding.evidence_hash)}</code>",
    )


def _place(side: LineageSide) -> str:
    page = both((f"halaman {side.page}", f"page {side.page}")) if side.page else ""
    line = both((f"baris {side.line} teksnya", f"line {side.line} of its text")) if side.line else ""
    where = both(address_words(side.address)) if side.address else line
    characters = both((f"aksara {side.start}–{side.end}", f"characters {side.start} to {side.end}"))
    return ", ".join(part for part in (page, where, characters) if part)


def _further(evidence: Evidence) -> str:
    page = f"{both(('halaman', 'page'))} {evidence.place.page}, " if evidence.place.page else ""
    address = f"{both(address_words(evidence.place.address))}, " if evidence.place.address else ""
    return f"<q>{_public(evidence.raw)}</q> ({page}{address}{evidence.span.start}–{evidence.span.end})"


def _rule(side: LineageSide) -> str:
    sure = f"{whole_percent(side.confidence)}%"
    accepted = (
        ("diterima otomatis", "accepted automatically")
        if side.decision == "auto"
        else ("diserahkan kepada pemeriksa", "left to a person")
    )
    return (
        f"<code>{as_text(side.rule)}</code> "
        f"{both((f'versi {side.rule_version}', f'version {side.rule_version}'))}, "
        f"{both((f'keyakinan {sure}', f'sure to {sure}'))}, {both(accepted)}"
    )


def _machine(exhibit: Exhibit) -> str:
    """Return what extraction says where people say something else."""
    verdict = exhibit.source.verdict
    if verdict is None or verdict.machine == exhibit.source.finding:
        return ""
    machine = verdict.machine
    return _public(in_words(machine.type, lambda field: getattr(machine, field)))


def _decisions(side: LineageSide) -> Iterator[str]:
    """Yield what was decided, and with it the note that was left."""
    rulings = side.source.verdict.rulings if side.source.verdict else ()
    for sentence, ruling in zip(side.decided, rulings, strict=True):
        note = ruling.decision.note
        yield f'<i lang="en">{_public(sentence)}</i>' + (f" — <q>{_public(note)}</q>" if note else "")
