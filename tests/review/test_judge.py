"""Any decisions on any findings: nothing is raised, no value is invented, words stay verbatim."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.account import Account
from pipeline.decision import VALUE_FIELDS, Decision, Ruling, Verdict
from pipeline.evidence import evidence_hash
from pipeline.model import CorpusItem, Document, Evidence, Finding, FindingType, Metadata, Span
from pipeline.review.assign import assigned
from pipeline.review.fields import editable_fields, text_of
from pipeline.review.fold import fold
from pipeline.review.judge import Judged, judge
from review.findings import drafted, line, score

TEXT = "Kabupaten Pandeglang skor 77,70. Kabupaten Lebak skor 58,70. Politik uang di Lebak. " * 3
FAMILIES = ("a.txt", "b.txt", "https://x.id/ikp")


@st.composite
def findings(pick: st.DrawFn, sha256: str, family: str) -> Finding:
    start = pick(st.integers(0, len(TEXT) - 30))
    span = Span(start=start, end=start + pick(st.integers(5, 25)))
    kind: FindingType = pick(st.sampled_from(["score", "category", "indicator"]))
    region = pick(st.sampled_from([None, "36.01", "36.02"]))
    made = replace(
        score(f"{family}{kind}{region}"),
        type=kind, document=sha256, region_code=region,
        evidence=(Evidence(raw=span.of(TEXT), span=span),), evidence_hash=evidence_hash(TEXT, span),
        score=pick(st.sampled_from([Decimal("77.7"), Decimal("58.70")])) if kind == "score" else None,
        category=pick(st.sampled_from(["tinggi", "sedang"])) if kind != "indicator" else None,
        indicator=pick(st.sampled_from([None, 6, 54])) if kind == "indicator" else None,
        label="isu" if kind == "indicator" else None,
        decision=pick(st.sampled_from(["auto", "review"])),
    )  # fmt: skip
    said = (made.score, made.category, made.indicator)
    return replace(made, value_hash=str(hash(said)))


@st.composite
def accounts(pick: st.DrawFn) -> Account:
    family, sha256 = pick(st.sampled_from(FAMILIES)), pick(st.sampled_from(["s1", "s2", "s3"]))
    found = tuple(pick(st.lists(findings(sha256, family), max_size=4)))
    return account(sha256, family, found)


def account(sha256: str, family: str, found: tuple[Finding, ...]) -> Account:
    item = CorpusItem(sha256=sha256, path=family, media_type="text/plain", size=1, source="folder", family=family)
    return Account(
        item=item,
        metadata=Metadata(kind="news", published=date(2023, 1, 1)),
        findings=found,
        in_table=(False,) * len(found),
        reader="text",
        reader_version=1,
        grade=1.0,
    )


def with_one_content(found: list[Account]) -> list[Account]:
    """Give all accounts of one content the same findings, as in a corpus."""
    first: dict[str, Account] = {}
    return [replace(first.setdefault(one.item.sha256, one), item=one.item) for one in found]


@st.composite
def decisions(pick: st.DrawFn) -> list[Decision]:
    log: list[Decision] = []
    for number in range(pick(st.integers(0, 8))):
        family, sha256 = pick(st.sampled_from(FAMILIES)), pick(st.sampled_from(["s1", "s2", "gone"]))
        seen = pick(findings(sha256, family))
        name = pick(st.sampled_from(editable_fields(seen)))
        verb = pick(st.sampled_from(["accept", "reject", "edit", "defer"]))
        edited = {"score": "12.30", "category": "rendah", "indicator": "27", "region_code": "36.72"}
        after = {"reject": None, "edit": edited.get(name)}.get(verb, text_of(seen, name))
        log.append(
            line(
                f"l{number}", seen.id, verb,  # type: ignore[arg-type]
                field=name, after=after, before=text_of(seen, name), seen=seen, family=family,
                evidence_hash=seen.evidence_hash, flips=pick(st.booleans()),
                supersedes=pick(st.sampled_from([None, *(one.id for one in log)])),
            )
        )  # fmt: skip
    return log


def document(sha256: str) -> Document | None:
    blank = Document(sha256=sha256, media_type="text/plain", text=TEXT, blocks=(), reader="text", reader_version=1)
    return blank if sha256 != "s3" else None


def judged(found: list[Account], log: list[Decision], current: set[str], *, second_eyes: bool) -> Judged:
    return judge(found, log, current, document, second_eyes=second_eyes)


@settings(max_examples=300)
@given(st.lists(accounts(), max_size=4), decisions(), st.booleans())
def test_any_log_on_any_findings(made: list[Account], log: list[Decision], second_eyes: bool) -> None:  # noqa: FBT001
    found = with_one_content(made)
    current = {one.item.sha256 for one in found} - {"s2"} | {"s1"}
    result = judged(found, log, current, second_eyes=second_eyes)
    assert [one.decision for one in result.carried] == list(fold(log, second_eyes=second_eyes).lines), (
        "each line in force, once"
    )
    for before, after in zip(found, result.accounts, strict=True):
        assert after.item == before.item
        if before.item.sha256 not in current:
            assert after == before, "what does not count is nobody's"
        machines = [verdict.machine if verdict else finding for finding, verdict in after.judged]
        assert tuple(machines[: len(before.findings)]) == before.findings, "extraction stays beside"
        for finding, verdict in after.judged:
            assert finding.evidence_hash or verdict
            assert finding.span.of(TEXT) == finding.raw
            _invented(finding, verdict)
    alone: dict[str, Account] = {}
    for sha256 in current:
        one = judged(found, log, {sha256}, second_eyes=second_eyes)
        alone |= {each.item.sha256: each for each in one.accounts if each.item.sha256 == sha256}
    for after in result.accounts:
        by_itself = alone.get(after.item.sha256, after)
        assert [*by_itself.judged] == [*after.judged], "a document alone"


def _invented(finding: Finding, verdict: Verdict | None) -> None:
    """Assert that each value is the machine's or a person's, and that what is asked again is neither."""
    if verdict is None:
        return
    for name in VALUE_FIELDS[finding.type]:
        said = {text_of(verdict.machine, name)}
        ruling = verdict.ruling(name)
        if ruling is not None and ruling.holds:
            said = {ruling.decision.after, *({text_of(verdict.machine, name)} if verdict.rejected else ())}
        if any(one.outcome == "stands" and one.decision.seen for one in verdict.rulings):
            said |= {text_of(one.decision.seen, name) for one in verdict.rulings if one.decision.seen}
        value = text_of(finding, name)
        assert value in said or (name == "status" and value == "reported")
        if ruling is not None and ruling.outcome == "asked again":
            assert verdict.waits(name)


@given(decisions(), st.data())
def test_a_finding_takes_one_line_a_field(log: list[Decision], data: st.DataObject) -> None:
    found = data.draw(st.lists(findings("s1", "a.txt"), max_size=4))
    lines = fold(log).lines
    taken, lost = assigned(found, lines, {"a.txt"})
    placed = {one.id for slots in taken.values() for one in slots.values()}
    assert placed.isdisjoint({one.id for one in lost})
    assert placed | {one.id for one in lost} == {one.id for one in lines}


def test_of_two_lines_on_one_field_the_newer_counts() -> None:
    older = line("l1", seen=score("f", "1"), evidence_hash="x")
    newer = line("l2", seen=score("f", "2"), evidence_hash="y")
    taken, lost = assigned([score("f", "3")], [older, newer], {"banten.txt"})
    assert taken == {0: {"score": newer}}
    assert lost == (older,)


# --- what a verdict says ---


def verdict(machine: Finding, *said: tuple[str, str, str | None, str]) -> Verdict:
    rulings = [
        Ruling(
            decision=drafted("f", verb, name, after, supersedes=None),  # type: ignore[arg-type]
            outcome=outcome,  # type: ignore[arg-type]
            machine=None,
        )
        for verb, name, after, outcome in said
    ]
    return Verdict(machine=machine, rulings=tuple(rulings))


def test_what_waits() -> None:
    held, sure = score(), replace(score(), decision="auto")
    assert verdict(held).waits("score")
    assert not verdict(sure).waits("score")
    assert verdict(sure, ("accept", "score", "77.70", "asked again")).waits("score")
    assert not verdict(held, ("accept", "score", "77.70", "stands")).waits("score")
    assert not verdict(sure, ("edit", "score", "1", "second")).waits("score"), "as it was, until it is seconded"
    assert not verdict(held, ("accept", "score", "2", "kept"), ("edit", "score", "1", "second")).waits("score")
    assert verdict(held, ("edit", "score", "1", "second")).waits("score")
    assert verdict(sure, ("edit", "region_code", "36.02", "asked again")).waits("score"), "about which region?"


def test_put_off_is_what_was_put_off_last() -> None:
    put_off = ("defer", "score", None, "kept")
    assert verdict(score(), put_off).deferred
    assert verdict(score(), ("accept", "score", "77.70", "stands"), put_off).deferred
    assert not verdict(score(), put_off, ("accept", "score", "77.70", "kept")).deferred
    assert not verdict(score(), ("defer", "score", None, "asked again")).deferred
