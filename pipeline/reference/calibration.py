"""From the confidence that a rule sets to the share of such findings that are right, as a fitted table says.

A rule's own number is called *raw*. Raw confidence is cut into bands of a twentieth, each named by its upper end
(0.95: above 0.90, up to 0.95). For each type of finding and rule the table holds the bands that annotated
documents showed, with the confidence at the upper end of each; ``dataset.calibrate`` makes the table.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

RAW_THRESHOLD = 0.85
"""Where no table is given, the raw confidence from which a finding is accepted without a person."""

KNOWN_DOUBT = 0.8
"""The raw confidence by which a rule says that a person should settle it: a contradiction within the document, an
uncertain edition, another body's index beside it, a table outside the article."""

TILT = 0.1
"""What a doubt costs at least: confidence falls by a thousandth for each hundredth of raw confidence."""

OUTSIDE_CATALOGUE = "issue"
"""The type under which the table holds issues that are none of the catalogue."""

OF_PROSE = frozenset({"indicator.prose", "indicator.mentioned"})
"""Rules for issues in running text. What they find waits unless their raw confidence is full: of such findings
0.99 were right in the documents that the rules were mended on, 0.92 in those held back (2026-11-30)."""

ANY = "any"
"""Stands in the table for all types of findings together."""

_BAND = 50  # width of a band, in thousandths


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """One band of raw confidence: its upper end ``raw``, and ``confidence`` there (both 0 to 1).

    ``n`` findings were judged and ``right`` of them are right; findings that count less than one make fractions.
    """

    raw: float
    n: float
    right: float
    confidence: float


Curve: TypeAlias = tuple[Band, ...]
"""Bands in rising order; ``confidence`` rises by ``TILT`` times the distance at least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """The fitted table; an empty one leaves raw confidence as it is.

    ``rules`` holds the curve of each type and rule; ``lower`` by type (and for ``ANY``) the lower bound that holds
    for rules that no annotated document showed. A finding is accepted from ``threshold`` on.
    """

    threshold: float = RAW_THRESHOLD
    rules: Mapping[tuple[str, str], Curve] = field(default_factory=dict)
    lower: Mapping[str, Curve] = field(default_factory=dict)

    def confidence(self, type_: str, rule: str, raw: float) -> float:
        """Return the confidence, 0 to 1 with three decimals, in a finding for which the rule says ``raw``.

        A band that was not seen takes its value from the nearest seen below it. Where there is none, neither the
        rule nor anything less sure of it was ever tried: the type's lower bound holds, below the threshold. So
        does it where a rule states a doubt that a person should settle, however often it went well, and for an
        issue outside the catalogue: whether it is one of the catalogue in other words, a person says.

        >>> curve = (Band(raw=0.8, n=9, right=8, confidence=0.9), Band(raw=1.0, n=50, right=50, confidence=0.99))
        >>> table = Calibration(threshold=0.95, rules={("score", "score.cued"): curve}, lower={ANY: curve})
        >>> [table.confidence("score", "score.cued", raw) for raw in (0.97, 0.9, 0.8, 0.5)]
        [0.987, 0.91, 0.9, 0.87]
        >>> table.confidence("score", "score.new", 0.97)
        0.946
        >>> Calibration().confidence("score", "score.cued", 0.97)
        0.97
        """
        if not self.lower:
            return round(raw, 3)
        curve = self.rules.get((type_, rule), ())
        anchor = _anchor(curve, raw)
        value = _value(anchor, raw) if anchor else self._untried(type_, curve, raw)
        if type_ == OUTSIDE_CATALOGUE or (rule in OF_PROSE and band_of(raw) < 1):
            value = min(value, self.threshold - 0.001 - TILT * (1 - raw))
        elif raw <= KNOWN_DOUBT:
            value = min(value, self.threshold - 0.001 - TILT * (KNOWN_DOUBT - raw))
        return round(min(max(value, 0.0), 1.0), 3)

    def _untried(self, type_: str, curve: Curve, raw: float) -> float:
        lower = self.lower.get(type_) or self.lower[ANY]
        bounds = [_value(_anchor(lower, raw) or lower[0], raw), self.threshold - 0.001 - TILT * (1 - raw)]
        return min([*bounds, *(_value(band, raw) for band in curve[:1])])


def band_of(raw: float) -> float:
    """Return the upper end of the band that holds a raw confidence.

    >>> [band_of(raw) for raw in (0.0, 0.9, 0.901, 0.95, 0.97, 1.0)]
    [0.05, 0.9, 0.95, 0.95, 1.0, 1.0]
    """
    return max(1, -(-round(raw * 1000) // _BAND)) * _BAND / 1000


def _anchor(curve: Curve, raw: float) -> Band | None:
    """Return the band that holds ``raw``, else the nearest below it, None where the curve begins above."""
    own = band_of(raw)
    return next((band for band in reversed(curve) if band.raw <= own), None)


def _value(band: Band, raw: float) -> float:
    return band.confidence + TILT * (raw - band.raw)
