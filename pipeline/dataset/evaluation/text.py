"""An evaluation as tables for a person, or as one JSON object.

Where documents are held back (no rule was written for them), their figures stand beside those of the others. The
facts of a sealed document are not told, so that none can be written for it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, TypeAlias

from pipeline.dataset.evaluation.evaluate import DocumentEvaluation, Evaluation, Score, only
from pipeline.dataset.evaluation.reliability import ConfidenceBin, calibration_error, reliability, wilson

By: TypeAlias = Literal["kind", "rule", "document"]
HeldBack: TypeAlias = Mapping[str, bool]
"""Names of documents that are held back, and whether each is sealed."""

_NONE: HeldBack = {}
_RATES = " ".join(f"{name:>6}" for name in ("P", "R", "F1", "loose"))


def as_json(evaluation: Evaluation, *, held_back: HeldBack = _NONE) -> str:
    """Return one JSON object: a key a kind and ``all``, then ``documents``, ``rules``, ``reliability``, ``files``.

    Each kind has gold, pred, precision, recall, f1, f1_loose; ``auto`` the same of what was accepted without a
    person, and the facts accepted for a wrong region; ``calibration_error`` is explained in ``reliability``;
    ``documents`` counts all and perfect ones; ``files`` lists what each document missed and invented, null where
    it is sealed. ``tuned`` and ``held_back`` repeat the figures for either part, where there are two.
    """
    parts = _parts(evaluation, held_back)
    return json.dumps(
        {
            **_part(evaluation),
            "rules": {rule: _rule_figures(score) for rule, score in evaluation.rules.items()},
            "files": {
                name: _file(document, sealed=held_back.get(name, False))
                for name, document in evaluation.documents.items()
            },
            **(
                {name: _part(part) for name, part in zip(("tuned", "held_back"), parts, strict=True)}
                if parts
                else {}
            ),
        },
        ensure_ascii=False,
    )


def _parts(evaluation: Evaluation, held_back: HeldBack) -> tuple[Evaluation, Evaluation] | None:
    held = evaluation.documents.keys() & held_back.keys()
    if not held:
        return None
    return only(evaluation, evaluation.documents.keys() - held), only(evaluation, held)


def _part(evaluation: Evaluation) -> dict[str, object]:
    bins = reliability(evaluation)
    return {
        **{kind: _figures(score) for kind, score in evaluation.kinds.items()},
        "documents": {"n": len(evaluation.documents), "perfect": evaluation.perfect},
        "auto": {
            **{kind: _figures(score) for kind, score in evaluation.accepted.items()},
            "wrong_regions": _wrong_regions(evaluation),
        },
        "reliability": [_bin_figures(one) for one in bins],
        "calibration_error": calibration_error(bins),
    }


def _wrong_regions(evaluation: Evaluation) -> int:
    return sum(len(document.wrong_regions) for document in evaluation.documents.values())


def _figures(score: Score) -> dict[str, float]:
    return {
        "gold": score.gold,
        "pred": score.predicted,
        "precision": score.precision,
        "recall": score.recall,
        "f1": score.f1,
        "f1_loose": score.f1_loose,
    }


def _rule_figures(score: Score) -> dict[str, object]:
    return {
        "pred": score.predicted,
        "right": score.exact,
        "precision": score.precision,
        "interval": wilson(score.exact, score.predicted),
    }


def _bin_figures(one: ConfidenceBin) -> dict[str, object]:
    return {
        "low": one.low,
        "high": one.high,
        "n": one.n,
        "accuracy": one.accuracy,
        "mean_confidence": one.mean,
        "interval": one.interval,
    }


def _file(document: DocumentEvaluation, *, sealed: bool) -> dict[str, object]:
    return {
        **_figures(document.total),
        "missed": None if sealed else [str(fact) for fact in document.misses],
        "invented": None if sealed else [str(fact) for fact in document.inventions],
    }


def as_table(evaluation: Evaluation, *, by: By = "kind", held_back: HeldBack = _NONE) -> str:
    """Return the figures as plain text: by kind, by rule (precision only), or by document with its errors.

    By kind, what was accepted without a person and the reliability of confidence stand beside and below, for all
    documents and, where some are held back, for either part.
    """
    if by == "rule":
        lines = [f"{'rule':32} {'pred':>5} {'right':>5} {'P':>6}   95 in 100"]
        lines += [_rule_line(rule, score) for rule, score in evaluation.rules.items()]
    elif by == "document":
        lines = [
            f"{'document':40} {'gold':>5} {'pred':>5} {_RATES}",
            *(
                line
                for name, one in evaluation.documents.items()
                for line in _document_lines(name, one, sealed=held_back.get(name, False))
            ),
        ]
    else:
        lines = list(_kind_lines(evaluation, held_back))
    return "\n".join([*lines, _perfect(evaluation)])


def _perfect(evaluation: Evaluation) -> str:
    return f"documents perfect: {evaluation.perfect}/{len(evaluation.documents)}"


def _kind_lines(evaluation: Evaluation, held_back: HeldBack) -> Iterator[str]:
    yield from _block(evaluation)
    parts = _parts(evaluation, held_back)
    if parts:
        sealed = sum(held_back[name] for name in parts[1].documents)
        yield from ("", f"tuned ({_perfect(parts[0])})", *_block(parts[0]))
        yield from ("", f"held back ({_perfect(parts[1])}; {sealed} sealed)", *_block(parts[1]))
        tuned, held = (part.kinds["all"].f1 for part in parts)
        yield from ("", f"F1 of the held-back documents is {tuned - held:+.3f} below that of the others")


def _block(evaluation: Evaluation) -> Iterator[str]:
    yield f"{'fact':10} {'gold':>5} {'pred':>5} {_RATES} | {'auto':>5} {'P':>6} {'R':>6}"
    for kind, score in evaluation.kinds.items():
        yield f"{_line(kind, score, 10)} | {_accepted(evaluation.accepted[kind])}"
    yield f"accepted for a wrong region: {_wrong_regions(evaluation)}"
    bins = reliability(evaluation)
    error = calibration_error(bins)
    if error is not None:
        yield f"confidence        n  right  mean   95 in 100       (expected calibration error {error:.3f})"
        yield from (_bin_line(one) for one in bins if one.n)


def _accepted(score: Score) -> str:
    return f"{score.predicted:5} {score.precision:6.3f} {score.recall:6.3f}"


def _bin_line(one: ConfidenceBin) -> str:
    low, high = one.interval
    return (
        f"{one.low:4.2f} to {one.high:4.2f} {one.n:6}  {one.accuracy or 0.0:5.3f} {one.mean:6.3f}"
        f"  {low:5.3f} to {high:5.3f}"
    )


def _line(name: str, score: Score, width: int) -> str:
    rates = (score.precision, score.recall, score.f1, score.f1_loose)
    return f"{name:{width}} {score.gold:5} {score.predicted:5} " + " ".join(f"{rate:6.3f}" for rate in rates)


def _rule_line(rule: str, score: Score) -> str:
    low, high = wilson(score.exact, score.predicted)
    return f"{rule:32} {score.predicted:5} {score.exact:5} {score.precision:6.3f}   {low:5.3f} to {high:5.3f}"


def _document_lines(name: str, document: DocumentEvaluation, *, sealed: bool) -> Iterable[str]:
    yield _line(name, document.total, 40) + ("  sealed" if sealed else "")
    if sealed:
        return
    wrong = [one.fact for one in document.judged if one.verdict == "edition"]
    yield from (f"    missed    {fact}" for fact in document.misses)
    yield from (f"    invented  {fact} | {fact.quote[:80]}" for fact in document.inventions)
    yield from (f"    edition   {fact} | {fact.quote[:80]}" for fact in wrong)
    if any(fact.kind == "unmapped" for fact in (*document.misses, *document.inventions)):
        yield "    (unmapped: an issue outside the catalogue; it counts in none of the figures above)"
