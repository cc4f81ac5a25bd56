"""How sure a finding is, and whether that is enough to accept it without a person.

Each rule sets a number for what it knows of its own case (raw confidence): the kind of match, a region that is
carried over, a table outside the article. What share of such findings is right is a matter of annotated documents,
and stands in ``reference/calibration.csv``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pipeline.reference.calibration import OUTSIDE_CATALOGUE

if TYPE_CHECKING:
    from pipeline.extract.draft import Draft
    from pipeline.reference.calibration import Calibration

_NO_REGION = 0.4  # a finding without a region is a question to a person


def confidence_of(draft: Draft, calibration: Calibration) -> float:
    """Return the confidence in a draft, 0 to 1 with three decimals."""
    raw = draft.confidence if draft.subject.code else min(draft.confidence, _NO_REGION)
    return calibration.confidence(_type_of(draft), draft.rule.id, round(raw, 3))


def decision_of(draft: Draft, confidence: float, calibration: Calibration) -> Literal["auto", "review"]:
    """Accept without a person what is sure, has a region and an edition, and is not merely a candidate."""
    complete = draft.subject.code is not None and (draft.edition is not None or draft.type == "mitigation")
    return "auto" if complete and confidence >= calibration.threshold else "review"


def _type_of(draft: Draft) -> str:
    """Return the type by which confidence is counted: an issue outside the catalog is judged by other measures."""
    return OUTSIDE_CATALOGUE if draft.type == "indicator" and draft.indicator is None else draft.type
