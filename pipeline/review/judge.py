"""Decisions applied to what extraction says today: each holds, is asked again, or has lost its finding.

What keeps a decision and what opens it again is one table (section 6 of the design): evidence and value of the
finding as they were decided, and as they are now. ``assign`` finds the finding that a decision is about; where no
rule reads it any more, its words in the text of the document stand for it. Each document is judged by itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from pipeline.account import Account
from pipeline.decision import Carried, Decision, Outcome, Ruling, Verdict
from pipeline.evidence import evidence_hash, place_of
from pipeline.model import Document, Evidence, Finding, Span
from pipeline.review.assign import ABOUT, about, assigned
from pipeline.review.fields import same, text_of, with_field
from pipeline.review.fold import Fold, fold

Documents = Callable[[str], Document | None]
"""Gives a document by its SHA-256, None where it is not known."""


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

    ``documents`` is asked for the text of those alone where no rule reads what was decided any more. With
    ``second_eyes`` a decision that flips a published category waits until another person says the same.
    """
    folded = fold(log, second_eyes=second_eyes)
    if not folded.lines:
        return Judged(accounts=tuple(accounts), carried=())
    bench = Bench.of(accounts)
    verdicts, carried = bench.judged(folded, current, documents)
    judged = (as_copy(account, verdicts.get(account.item.sha256)) for account in accounts)
    return Judged(accounts=tuple(judged), carried=carried)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """All that was read, by content: whatever is decided is about the contents of one publication, or one id."""

    contents: Mapping[str, Sequence[Account]]
    of_family: Mapping[str, Collection[str]]
    of_finding: Mapping[str, Collection[str]]

    @classmethod
    def of(cls, accounts: Iterable[Account]) -> Bench:
        """Return the contents of accounts, those of one content in the order given."""
        contents: dict[str, list[Account]] = defaultdict(list)
        of_family: dict[str, set[str]] = defaultdict(set)
        of_finding: dict[str, set[str]] = defaultdict(set)
        for account in accounts:
            sha256 = account.item.sha256
            contents[sha256].append(account)
            of_family[account.item.family].add(sha256)
            for finding in account.findings:
                of_finding[finding.id].add(sha256)
        return cls(contents=dict(contents), of_family=dict(of_family), of_finding=dict(of_finding))

    def concerned(self, line: Decision) -> set[str]:
        """Return the contents that a line may be about, by SHA-256.

        Its publication is what has the family that was decided, and what the bytes that were decided lie under
        today.
        """
        found = set(self.of_finding.get(line.finding_id, ())) | set(self.of_family.get(line.family, ()))
        for account in self.contents.get(line.seen.document, ()) if line.seen else ():
            found.add(account.item.sha256)
            found.update(self.of_family[account.item.family])
        return found

    def judged(
        self, folded: Fold, current: Collection[str], documents: Documents
    ) -> tuple[dict[str, Account], tuple[Carried, ...]]:
        """Return the accounts of contents of which anything was decided, and what became of each line in force."""
        concerned: dict[str, list[Decision]] = defaultdict(list)
        there: set[str] = set()
        for line in folded.lines:
            for sha256 in self.concerned(line):
                if sha256 in current:
                    concerned[sha256].append(line)
                    there.add(line.id)
        verdicts: dict[str, Account] = {}
        carried: dict[str, Carried] = {}
        for sha256 in sorted(concerned):
            case = _Case(
                account=self.contents[sha256][0],
                families={account.item.family for account in self.contents[sha256]},
                lines=concerned[sha256],
                folded=folded,
                documents=documents,
            )
            verdicts[sha256], found = case.judged()
            for one in found:
                before = carried.setdefault(one.decision.id, one)
                carried[one.decision.id] = max(before, one, key=lambda each: _URGENCY[each.outcome])
        return verdicts, tuple(carried.get(line.id) or _orphaned(line, there) for line in folded.lines)


_URGENCY: Final[Mapping[Outcome, int]] = {
    "orphaned": 0, "kept": 1, "re-anchored": 2, "stands": 3, "second": 4, "asked again": 5,
}  # fmt: skip


def as_copy(account: Account, verdict: Account | None) -> Account:
    """Return an account as the one of the same content was judged."""
    return account if verdict is None else replace(verdict, item=account.item)


def _orphaned(line: Decision, there: Collection[str]) -> Carried:
    why = "the document no longer says it" if line.id in there else "the document is no longer in the corpus"
    return Carried(decision=line, outcome="orphaned", cause="document", why=why, sha256=None)


@dataclass(slots=True, kw_only=True)
class _Case:
    """One document and the decisions that may be about it."""

    account: Account
    families: Collection[str]
    lines: Sequence[Decision]
    folded: Fold
    documents: Documents
    _document: list[Document | None] = field(default_factory=list)

    def judged(self) -> tuple[Account, list[Carried]]:
        findings = self.account.findings
        taken, lost = assigned(findings, self.lines, self.families, self.folded.waiting)
        order = {line.id: number for number, line in enumerate(self.lines)}
        verdicts: list[Verdict | None] = [None] * len(findings)
        for place, lines in taken.items():
            in_order = sorted(lines.values(), key=lambda line: order[line.id])
            verdicts[place] = self._verdict(in_order, findings[place])
        agreed, unread = self._parted(lost)
        added = list(self._read_by_people(unread))
        sha256 = self.account.item.sha256
        carried = [
            _carried(ruling, sha256)
            for verdict in (*verdicts, *added)
            if verdict is not None
            for ruling in verdict.rulings
        ]
        carried += [Carried(decision=line, outcome="kept", cause="", why="", sha256=sha256) for line in agreed]
        return _with_verdicts(self.account, verdicts, added), carried

    def _verdict(self, lines: Sequence[Decision], finding: Finding) -> Verdict:
        """Say what becomes of all decisions on one finding, beside what it is now."""
        subjects = {about(finding)} if all(line.finding_id == finding.id for line in lines) else set()
        for line in lines:
            if line.seen is not None:
                subjects |= {about(line.seen), about(corrected(line.seen, lines))}
        same_subject = about(finding) in subjects
        words: Evidence | None = None
        rulings: list[Ruling] = []
        for line in lines:
            machine = text_of(finding, line.field)
            agrees = same_subject and (
                same(line.field, machine, line.before) or same(line.field, machine, line.after)
            )
            there = finding.evidence_hash == line.evidence_hash
            if not there and not agrees and line.verb in {"accept", "edit"}:
                still = self._still_there(line)
                there, words = still is not None, still or words
            outcome = self._outcome(line, _OUTCOMES[there, agrees])
            cause, why = _why(line.seen, finding) if line.seen and outcome in _TOLD else ("", "")
            rulings.append(Ruling(decision=line, outcome=outcome, machine=machine, cause=cause, why=why))
        return Verdict(machine=finding, rulings=tuple(rulings), words=words)

    def _outcome(self, line: Decision, found: Outcome) -> Outcome:
        return "second" if line.id in self.folded.waiting else found

    def _still_there(self, line: Decision) -> Evidence | None:
        """Return the words of a decision where they still stand in the document, in their surroundings."""
        if not self._document:
            self._document.append(self.documents(self.account.item.sha256))
        document = self._document[0]
        span = _found_again(document.text, line) if document is not None else None
        if document is None or span is None:
            return None
        return Evidence(raw=span.of(document.text), span=span, place=place_of(document, span))

    def _parted(self, lost: Sequence[Decision]) -> tuple[list[Decision], list[Decision]]:
        """Part the lines that lost their finding into those with which the rules agree elsewhere, and the others.

        They agree where what a person said stands, at the same words, as further evidence of another finding: so
        it is of an issue that a person put under its number, once it is read so and the document names it twice.
        """
        groups: dict[str, list[Decision]] = defaultdict(list)
        for line in lost:
            groups[line.finding_id].append(line)
        agreed = {name for name, lines in groups.items() if self._is_read_elsewhere(lines)}
        return (
            [line for line in lost if line.finding_id in agreed],
            [line for line in lost if line.finding_id not in agreed],
        )

    def _is_read_elsewhere(self, lines: Sequence[Decision]) -> bool:
        seen = lines[-1].seen
        if seen is None or any(line.verb == "reject" for line in lines):
            return False
        said = about(corrected(seen, lines))
        return any(
            finding.type == seen.type
            and about(finding) == said
            and any(one.raw == seen.raw for one in finding.evidence[1:])
            and all(same(line.field, text_of(finding, line.field), line.after) for line in lines)
            for finding in self.account.findings
        )

    def _read_by_people(self, lost: Sequence[Decision]) -> Iterator[Verdict]:
        """Yield the findings that people decided and no rule reads any more, where their words still stand."""
        groups: dict[tuple[str, str], list[Decision]] = defaultdict(list)
        for line in lost:
            groups[line.finding_id, line.evidence_hash].append(line)
        for lines in groups.values():
            seen = lines[-1].seen
            evidence = self._still_there(lines[-1])
            if seen is None or evidence is None:
                continue
            why = f"rule {seen.rule} no longer reads it"
            rulings = tuple(
                Ruling(decision=line, outcome=self._unread(line), machine=None, cause="rule", why=why)
                for line in lines
            )
            sha256 = self.account.item.sha256
            finding = replace(seen, document=sha256, evidence=(evidence,), decision="review")
            yield Verdict(machine=finding, rulings=rulings, unread=True)

    def _unread(self, line: Decision) -> Outcome:
        """Return what becomes of a decision on what no rule reads.

        What was rejected, or said when no rule read it either, needs no more thought.
        """
        return self._outcome(line, "kept" if line.verb == "reject" or line.before is None else "stands")


_OUTCOMES: Final[Mapping[tuple[bool, bool], Outcome]] = {
    (True, True): "kept",
    (False, True): "re-anchored",
    (True, False): "stands",
    (False, False): "asked again",
}
"""By whether the words and whether the value are what they were when it was decided."""
_TOLD: Final = frozenset({"re-anchored", "stands", "asked again"})
"""Outcomes of which people are told why."""


def corrected(seen: Finding, lines: Iterable[Decision]) -> Finding:
    """Return the finding as people corrected it."""
    for line in lines:
        if line.verb in {"edit", "reject"}:
            seen = with_field(seen, line.field, line.after)
    return seen


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


def _with_verdicts(account: Account, verdicts: Sequence[Verdict | None], added: Sequence[Verdict]) -> Account:
    """Return an account with the values that people gave, and the findings that they alone still read."""
    findings = [
        finding if verdict is None else decided(verdict)
        for finding, verdict in zip(account.findings, verdicts, strict=True)
    ]
    return replace(
        account,
        findings=(*findings, *map(decided, added)),
        in_table=(*account.in_table, *(False for _ in added)),
        verdicts=(*verdicts, *added),
    )


def decided(verdict: Verdict) -> Finding:
    """Return the finding with the values that people gave; what they rejected is empty."""
    if verdict.rejected:
        return verdict.machine  # what was rejected stays to be seen, and is no value
    return as_said(verdict, [one for one in verdict.said if one.holds])


def as_said(verdict: Verdict, rulings: Sequence[Ruling]) -> Finding:
    """Return the finding with the values of some rulings."""
    finding = verdict.machine
    for ruling in rulings:
        if ruling.outcome in {"stands", "asked again"} and ruling.decision.seen is not None:
            finding = _as_seen(finding, ruling.decision.seen)
    if finding is not verdict.machine and verdict.words is not None:
        finding = replace(finding, evidence=(verdict.words,))
    for ruling in rulings:
        finding = with_field(finding, ruling.field, ruling.decision.after)
    return finding


def _as_seen(finding: Finding, seen: Finding) -> Finding:
    """Return the finding about what the person saw it to be about, where rules or tables say otherwise now."""
    return replace(finding, **{name: getattr(seen, name) for name in ABOUT})
