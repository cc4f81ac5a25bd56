"""Decisions applied to what extraction says today: each holds, is asked again, or has lost its finding.

What keeps a decision and what opens it again is one table (section 6 of the design): evidence and value of the
finding as they were decided, and as they are now. A finding is found again by its id; where that is gone, because
its region or indicator is read otherwise now, by its words; and where no rule reads it any more, by its words in
the text of the document.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.account import Account
from pipeline.decision import SUBJECT_FIELDS, Carried, Decision, Outcome, Ruling, Verdict
from pipeline.evidence import evidence_hash, place_of
from pipeline.model import Document, Evidence, Finding, Span
from pipeline.review.fields import same, text_of, with_field
from pipeline.review.fold import Fold, fold

Documents = Callable[[str], Document | None]
"""Gives a document by its SHA-256, None where it is not known."""
At = tuple[int, int]
"""Where a finding stands: the place of its account, and its place there."""

_ALIKE: Mapping[str, str] = {"category": "score"}
"""A level that stood alone may be joined to a score by a better rule: the two types state one thing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """The accounts with the values that people gave, and what became of each decision in force."""

    accounts: tuple[Account, ...]
    carried: tuple[Carried, ...]


def judge(
    accounts: Sequence[Account],
    log: Sequence[Decision],
    current: Collection[str],
    documents: Documents,
    *,
    second_eyes: bool = False,
) -> Judged:
    """Apply the decisions in force to the findings of the documents that are ``current``, by SHA-256.

    ``documents`` is asked for the text of those alone whose decided finding no rule reads any more. With
    ``second_eyes`` a decision that flips a published category waits until another person says the same.
    """
    folded = fold(log)
    if not folded.lines:
        return Judged(accounts=tuple(accounts), carried=())
    bench = _Bench(accounts=accounts, folded=folded, current=current, documents=documents, second_eyes=second_eyes)
    return bench.judged()


@dataclass(slots=True, kw_only=True)
class _Bench:
    """One judgement: what is being judged, and the rulings so far."""

    accounts: Sequence[Account]
    folded: Fold
    current: Collection[str]
    documents: Documents
    second_eyes: bool

    def judged(self) -> Judged:
        places = self._places()
        rulings: dict[At, tuple[Ruling, ...]] = {}
        carried: dict[str, Carried] = {}
        added: dict[int, list[tuple[Finding, Verdict]]] = {}
        for finding_id, lines in _grouped(self.folded.lines, lambda line: line.finding_id).items():
            twins = places.get(finding_id, [])
            assigned, lost = self._assigned(twins, lines) if twins else self._anchored(lines)
            for at, about in _by_place(assigned).items():
                rulings[at] = self._rulings(about, self._at(at))
                for ruling in rulings[at]:
                    carried.setdefault(ruling.decision.id, _carried(ruling, self.accounts[at[0]].item.sha256))
            for place, finding, verdict in self._read_by_people(() if twins else lost):
                added.setdefault(place, []).append((finding, verdict))
                carried |= {one.decision.id: _carried(one, finding.document) for one in verdict.rulings}
            for line in lost:
                carried.setdefault(line.id, self._orphaned(line))
        accounts = list(self.accounts)
        for place in {at[0] for at in rulings} | added.keys():
            here = {at[1]: found for at, found in rulings.items() if at[0] == place}
            accounts[place] = _with_verdicts(accounts[place], here, added.get(place, ()))
        return Judged(accounts=tuple(accounts), carried=tuple(carried[line.id] for line in self.folded.lines))

    def _at(self, at: At) -> Finding:
        return self.accounts[at[0]].findings[at[1]]

    def _current_accounts(self) -> Iterator[tuple[int, Account]]:
        seen: set[str] = set()
        for place, account in enumerate(self.accounts):
            sha256 = account.item.sha256
            if sha256 in self.current and sha256 not in seen:
                seen.add(sha256)
                yield place, account

    def _places(self) -> dict[str, list[At]]:
        """Return where the findings of each decided id stand; copies of a file hold what their original does."""
        wanted = {line.finding_id for line in self.folded.lines}
        found: dict[str, list[At]] = {}
        for place, account in enumerate(self.accounts):
            if account.item.sha256 in self.current:
                for number, finding in enumerate(account.findings):
                    if finding.id in wanted:
                        found.setdefault(finding.id, []).append((place, number))
        return found

    def _assigned(
        self, twins: Sequence[At], lines: Iterable[Decision]
    ) -> tuple[list[tuple[At, Decision]], list[Decision]]:
        """Give each line the finding it is about: of two that share an id the one with the value that was seen."""
        alone = len({_said(self._at(at)) for at in twins}) == 1
        assigned: list[tuple[At, Decision]] = []
        lost: list[Decision] = []
        for line in lines:
            fitting = [at for at in twins if line.seen is not None and _said(self._at(at)) == _said(line.seen)]
            if not fitting:
                same_words = [at for at in twins if self._at(at).evidence_hash == line.evidence_hash]
                fitting = list(twins) if alone else same_words[:1]
            assigned += [(at, line) for at in fitting]
            if not fitting:
                lost.append(line)
        return assigned, lost

    def _anchored(self, lines: Sequence[Decision]) -> tuple[list[tuple[At, Decision]], list[Decision]]:
        """Give the lines the one finding that stands in the words that were decided, under another identity."""
        seen, line = lines[-1].seen, lines[-1]
        if seen is None:
            return [], list(lines)
        decided_ids = {one.finding_id for one in self.folded.lines}
        found = [
            (place, number)
            for place, account in self._current_accounts()
            if account.item.family == line.family or account.item.sha256 == seen.document
            for number, finding in enumerate(account.findings)
            if finding.evidence_hash == line.evidence_hash
            and _kind(finding) == _kind(seen)
            and finding.id not in decided_ids
        ]
        if len(found) > 1:
            found = [at for at in found if _said(self._at(at)) == _said(seen)]
        return ([(found[0], one) for one in lines], []) if len(found) == 1 else ([], list(lines))

    def _rulings(self, lines: Sequence[Decision], finding: Finding) -> tuple[Ruling, ...]:
        """Say what becomes of all decisions on one finding, beside what it is now."""
        abouts = {_about(finding)} if all(line.finding_id == finding.id for line in lines) else set()
        for line in lines:
            if line.seen is not None:
                abouts |= {_about(line.seen), _about(corrected(line.seen, lines))}
        same_subject = _about(finding) in abouts
        return tuple(self._ruling(line, finding, same_subject=same_subject) for line in lines)

    def _ruling(self, line: Decision, finding: Finding, *, same_subject: bool) -> Ruling:
        machine = text_of(finding, line.field)
        words = finding.evidence_hash == line.evidence_hash
        agrees = same(line.field, machine, line.before) or same(line.field, machine, line.after)
        outcome = _OUTCOMES[words, agrees and same_subject]
        if self.second_eyes and self.folded.awaited(line) and outcome != "asked again":
            outcome = "second"
        why = (
            _why(line.seen, finding) if line.seen and outcome in {"re-anchored", "stands", "asked again"} else None
        )
        cause, sentence = why or ("", "")
        return Ruling(decision=line, outcome=outcome, machine=machine, cause=cause, why=sentence)

    def _read_by_people(self, lost: Sequence[Decision]) -> Iterator[tuple[int, Finding, Verdict]]:
        """Yield the finding that people decided and no rule reads any more, where its words still stand there."""
        last = lost[-1] if lost else None
        if last is None or last.seen is None:
            return
        for place, account in self._current_accounts():
            if account.item.family != last.family and account.item.sha256 != last.seen.document:
                continue
            document = self.documents(account.item.sha256)
            span = _found_again(document.text, last) if document is not None else None
            if document is not None and span is not None:
                why = f"rule {last.seen.rule} no longer reads it"
                rulings = tuple(
                    Ruling(decision=line, outcome=self._unread(line), machine=None, cause="rule", why=why)
                    for line in lost
                )
                finding = _set_there(last.seen, document, span)
                yield place, finding, Verdict(machine=finding, rulings=rulings)
                return

    def _unread(self, line: Decision) -> Outcome:
        """Return what becomes of a decision on what no rule reads: what was rejected needs no more thought."""
        if line.verb == "reject":
            return "kept"
        return "second" if self.second_eyes and self.folded.awaited(line) else "stands"

    def _orphaned(self, line: Decision) -> Carried:
        there = any(
            account.item.family == line.family or (line.seen and account.item.sha256 == line.seen.document)
            for _, account in self._current_accounts()
        )
        why = "the document no longer says it" if there else "the document is no longer in the corpus"
        return Carried(decision=line, outcome="orphaned", cause="document", why=why, sha256=None)


_ABOUT = (*SUBJECT_FIELDS, "indicator")
_OUTCOMES: Mapping[tuple[bool, bool], Outcome] = {
    (True, True): "kept",
    (False, True): "re-anchored",
    (True, False): "stands",
    (False, False): "asked again",
}
"""By whether the words and whether the value are what they were when it was decided."""


def _by_place(assigned: Iterable[tuple[At, Decision]]) -> dict[At, list[Decision]]:
    places: dict[At, list[Decision]] = {}
    for at, line in assigned:
        places.setdefault(at, []).append(line)
    return places


def _grouped(lines: Iterable[Decision], key: Callable[[Decision], str]) -> dict[str, list[Decision]]:
    groups: dict[str, list[Decision]] = {}
    for line in lines:
        groups.setdefault(key(line), []).append(line)
    return groups


def corrected(seen: Finding, lines: Iterable[Decision]) -> Finding:
    """Return the finding as people corrected it."""
    for line in lines:
        if line.verb in {"edit", "reject"}:
            seen = with_field(seen, line.field, line.after)
    return seen


def _set_there(seen: Finding, document: Document, span: Span) -> Finding:
    """Return the finding as it was seen, at its words in the document of today."""
    evidence = Evidence(raw=span.of(document.text), span=span, place=place_of(document, span))
    return replace(seen, document=document.sha256, evidence=(evidence,), decision="review")


def _kind(finding: Finding) -> str:
    return _ALIKE.get(finding.type, finding.type)


def _about(finding: Finding) -> tuple[object, ...]:
    """Return what a finding is about, other than the publication."""
    return tuple(getattr(finding, name) for name in _ABOUT)


def _said(finding: Finding) -> tuple[object, ...]:
    return (
        finding.score,
        finding.category,
        finding.rank,
        finding.n,
        finding.count,
        finding.status,
        *_about(finding),
    )


def _why(seen: Finding, now: Finding) -> tuple[str, str]:
    """Say why a finding is no longer what it was: the cause as one word, and in a few."""
    if seen.document != now.document:
        return "document", "a new version of the document"
    if (seen.rule, seen.rule_version) != (now.rule, now.rule_version):
        was, is_ = f"{seen.rule} {seen.rule_version}", f"{now.rule} {now.rule_version}"
        return "rule", f"rule {was} -> {is_}"
    if seen.evidence_hash != now.evidence_hash:
        return "reader", "the text is read otherwise"
    return "reference", "a table or a rule's terms changed"


def _found_again(text: str, line: Decision) -> Span | None:
    """Return where the words of a decision stand in a text, with the surroundings they had, or None."""
    raw = line.seen.raw if line.seen else ""
    start = text.find(raw) if raw else -1
    while start >= 0:
        span = Span(start=start, end=start + len(raw))
        if evidence_hash(text, span) == line.evidence_hash:
            return span
        start = text.find(raw, start + 1)
    return None


def _carried(ruling: Ruling, sha256: str) -> Carried:
    return Carried(
        decision=ruling.decision, outcome=ruling.outcome, cause=ruling.cause, why=ruling.why, sha256=sha256
    )


def _with_verdicts(
    account: Account, rulings: Mapping[int, Sequence[Ruling]], added: Sequence[tuple[Finding, Verdict]]
) -> Account:
    """Return an account with the values that people gave, and the findings that they alone still read."""
    verdicts = [
        Verdict(machine=finding, rulings=tuple(rulings[number])) if number in rulings else None
        for number, finding in enumerate(account.findings)
    ]
    findings = [
        finding if verdict is None else decided(verdict)
        for finding, verdict in zip(account.findings, verdicts, strict=True)
    ]
    return replace(
        account,
        findings=(*findings, *(decided(verdict) for _, verdict in added)),
        in_table=(*account.in_table, *(False for _ in added)),
        verdicts=(*verdicts, *(verdict for _, verdict in added)),
    )


def decided(verdict: Verdict) -> Finding:
    """Return the finding with the values that people gave; what they rejected is empty."""
    if verdict.rejected:
        return verdict.machine  # what was rejected stays to be seen, and is no value
    finding = verdict.machine
    holding = [one for one in verdict.rulings if one.holds]
    for ruling in holding:
        if ruling.outcome == "stands" and ruling.decision.seen is not None:
            finding = _as_seen(finding, ruling.decision.seen)
    for ruling in holding:
        finding = with_field(finding, ruling.field, ruling.decision.after)
    return finding


def _as_seen(finding: Finding, seen: Finding) -> Finding:
    """Return the finding about what the person saw it to be about, where rules or tables say otherwise now."""
    return replace(finding, **{name: getattr(seen, name) for name in _ABOUT})
