"""The differences between two runs as one page to mail: no script, nothing loaded, all of it escaped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from pipeline.dataset.changes.compared import REGION, Cause, Difference
from pipeline.dataset.changes.grouped import FOLDED, DifferenceGroup, grouped
from pipeline.dataset.changes.style import STYLE
from pipeline.dataset.changes.words import Language, Words
from pipeline.dataset.page import as_text, whole_page

MOST: Final = 500  # of a group that are shown at all: a page of more than a few megabytes is not mailed
FILES: Final = 3  # documents that are named of one difference


def changes_page(differences: Iterable[Difference], *, title: str, language: Language = "en") -> bytes:
    """Return an HTML page of the differences, by cause and by what they have in common; ``title`` names the runs.

    It holds no script, refers to nothing outside, and shows what comes from documents as text and no more.
    """
    say, found = Words(language), tuple(differences)
    groups = grouped(found)
    causes = dict.fromkeys(group.cause for group in groups)
    parts = (
        _summary(say, found, title),
        *(_of_cause(say, cause, [group for group in groups if group.cause == cause]) for cause in causes),
    )
    return whole_page("".join(parts), title=f"{say('title')}: {title}", style=STYLE, language=language).encode()


def _summary(say: Words, found: Sequence[Difference], title: str) -> str:
    causes = Counter(one.cause for one in found)
    kinds = Counter(one.kind for one in found)
    many = say("one") if len(found) == 1 else say("many", n=say.number(len(found)))
    line = many if found else say("nothing")
    flips = sum(one.column.startswith("category") and bool(one.before and one.after) for one in found)
    told = [f"{say.number(number)} {say(f'kind.{kind}')}" for kind, number in sorted(kinds.items())]
    if flips:
        told.insert(0, f"<strong>{say('flips', n=say.number(flips))}</strong>")
    links = (
        f'<li class="{cause}"><a href="#{cause}">'
        f"<b>{say.number(number)}</b> {say(f'cause.{cause}').lower()}</a></li>"
        for cause, number in causes.most_common()
    )
    return (
        f'<header>\n<h1>{say("title")} <small>{as_text(title)}</small></h1>\n<p class="total">{line}</p>\n'
        + (f'<p class="kinds">{" · ".join(told)}</p>\n<ul class="causes">{"".join(links)}</ul>\n' if found else "")
        + "</header>\n"
    )


def _of_cause(say: Words, cause: Cause, groups: Sequence[DifferenceGroup]) -> str:
    count = sum(group.count for group in groups)
    large = [group for group in groups if group.count > FOLDED]
    small = [group for group in groups if group.count <= FOLDED]
    head = (
        f"<h2><i></i>{say(f'cause.{cause}')} <small>{say.number(count)}</small></h2>\n"
        f'<p class="about">{say(f"about.{cause}")}</p>\n'
    )
    body = "".join((*(_large(say, one) for one in large), *(_small(say, one) for one in small)))
    return f'<section class="cause {cause}" id="{cause}">\n{head}{body}</section>\n'


def _large(say: Words, group: DifferenceGroup) -> str:
    """Show a group: how many and what, the one that changed most, a sample, and the others folded away."""
    rest = group.rest[:MOST]
    more = len(group.rest) - len(rest)
    outlier = group.outlier
    command = "<code>ikp diff --format json</code>"
    note = say("rest", n=say.number(more), command=command) if more else ""
    return (
        f'<div class="group">\n{_title(say, group)}'
        + (_largest(say, outlier) if outlier else "")
        + "".join(_card(say, one) for one in group.sample)
        + f"<details><summary>{say('alike', n=say.number(len(group.rest)))}</summary>\n"
        + "".join(_card(say, one) for one in rest)
        + (f"<p>{note}</p>" if note else "")
        + "</details>\n</div>\n"
    )


def _largest(say: Words, one: Difference) -> str:
    told = say("largest", key=as_text(one.key), change=_change(say, one))
    return f'<p class="outlier">{told}</p>\n'


def _small(say: Words, group: DifferenceGroup) -> str:
    cards = "".join(_card(say, one) for one in group.members)
    return f'<div class="few">\n{_title(say, group)}{cards}</div>\n'


def _title(say: Words, group: DifferenceGroup) -> str:
    field = say("region") if group.column == REGION else as_text(say.column(group.column))
    rules = ", ".join(map(as_text, group.rules))
    return (
        f"<h3>{as_text(say.table(group.table))}: {field} {say(f'kind.{group.kind}')} "
        f"<small>{say.number(group.count)}</small>"
        + (f' <code class="rules">{rules}</code>' if rules else "")
        + "</h3>\n"
    )


def _change(say: Words, one: Difference) -> str:
    return f"{_value(say, one.before)} → {_value(say, one.extracted if one.kind == 'KEPT' else one.after)}"


def _value(say: Words, text: str) -> str:
    return f"<q>{as_text(text)}</q>" if text else f"<em>{say('none')}</em>"


def _card(say: Words, one: Difference) -> str:
    """Show one difference: before and after side by side, each with its words, then people, files and ids."""
    after = f"{_value(say, one.after)}{_quote(one.quote, one) if one.kind != 'DEL' else ''}"
    before = f"{_value(say, one.before)}{_quote(one.old_quote or (one.quote if one.kind == 'DEL' else ''), one)}"
    return (
        f'<article class="{one.kind.lower()}">\n<h4>{as_text(one.key)}{_was(say, one)}</h4>\n'
        f'<div class="sides"><div><span>{say("before")}</span>{before}</div>'
        f"<div><span>{say('after')}</span>{after}</div></div>\n"
        f"{_people(say, one)}{_sources(say, one)}</article>\n"
    )


def _was(say: Words, one: Difference) -> str:
    return (
        f" <small>{say('was', key=as_text(one.old_key))}</small>" if one.column == REGION and one.old_key else ""
    )


def _quote(quote: str, one: Difference) -> str:
    return f"<blockquote>{as_text(quote)}</blockquote>" if quote and one.column != "evidence" else ""


def _people(say: Words, one: Difference) -> str:
    """Show what a person decided beside what extraction says, where somebody did."""
    if not one.human:
        return ""
    return (
        f'<div class="sides people"><div><span>{say("extracted")}</span>{_value(say, one.extracted)}</div>'
        f"<div><span>{say('decided')}</span>{_value(say, one.human)}</div></div>\n"
    )


def _sources(say: Words, one: Difference) -> str:
    return "".join(f'<p class="source">{line}</p>\n' for line in _source_lines(say, one))


def _source_lines(say: Words, one: Difference) -> Iterator[str]:
    if one.files:
        more = say("more", n=say.number(len(one.files) - FILES)) if len(one.files) > FILES else ""
        yield ", ".join(map(as_text, one.files[:FILES])) + more
    if one.findings:
        more = say("more", n=say.number(len(one.findings) - FILES)) if len(one.findings) > FILES else ""
        yield " ".join(f"<code>{as_text(finding)}</code>" for finding in one.findings[:FILES]) + more
