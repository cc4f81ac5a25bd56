"""Which edition a region's score or level is of, where a text gives it to a mapping of polling stations."""

from __future__ import annotations

import pytest

from pipeline.extract.editions.document import EditionGuess, scored_edition
from pipeline.reference import Reference

GIVEN: list[tuple[str, EditionGuess, str | None]] = [
    ("ikp_2024", EditionGuess(id="tps_rawan_pemilu_2024"), "ikp_2024"),
    ("tps_rawan_pemilu_2024", EditionGuess(id="tps_rawan_pemilu_2024"), "ikp_2024"),
    ("tps_rawan_pilkada_2024", EditionGuess(id="tps_rawan_pilkada_2024"), "pemetaan_pilkada_2024"),
    ("tps_rawan_pilkada_2024", EditionGuess(id="tps_rawan_pilkada_2024", named=("ikp_2024",)), "ikp_2024"),
    ("tps_rawan_pilkada_2024", EditionGuess(id="ikp_2024"), "ikp_2024"),
    (
        "tps_rawan_pilkada_2018",
        EditionGuess(id="tps_rawan_pilkada_2018", alternatives=("tps_rawan_pemilu_2024",)),
        "ikp_pilkada_2018",
    ),
]


@pytest.mark.parametrize(("key", "guess", "expected"), GIVEN)
def test_scores_are_of_an_edition_that_has_some(
    key: str, guess: EditionGuess, expected: str | None, reference: Reference
) -> None:
    assert scored_edition(key, guess, reference) == expected
