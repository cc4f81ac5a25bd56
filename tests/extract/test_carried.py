"""Values of no region by name: of the one spoken of, and for a person where another stands nearer."""

from __future__ import annotations

import pytest

from extract.conftest import Take

HEAD = "Bawaslu Kota Salatiga Paparkan IKP 2024\n\nSALATIGA - Kota Salatiga memperoleh skor 17,94 dalam IKP 2024."
PARTS = "Dimensi konteks sosial politik 20,30 dan kontestasi 9,63."

TEXTS = {
    "the region's own": (f"{HEAD} {PARTS}", "33.73", "auto"),
    "its own in the next paragraph": (f"{HEAD}\n\n{PARTS}", "33.73", "auto"),
    "behind another with a score": (f"{HEAD} Kabupaten Semarang mendapat 36,12.\n\n{PARTS}", "33.22", "review"),
    "of another in the same sentence": (
        f"{HEAD}\n\nKabupaten Semarang mendapat 36,12 dengan dimensi kontestasi 9,63.",
        "33.22",
        "auto",
    ),
}


@pytest.mark.parametrize(("text", "code", "decision"), TEXTS.values(), ids=TEXTS)
def test_whose_the_scores_of_dimensions_are(text: str, code: str, decision: str, take: Take) -> None:
    found = [one for one in take(text)[1].findings if one.type == "dimension_score"]
    assert {(one.region_code, one.decision) for one in found} == {(code, decision)}


def test_a_value_behind_another_region_of_its_paragraph_waits(take: Take) -> None:
    text = (
        "Bawaslu Jawa Tengah memaparkan IKP 2024. Kota Semarang memperoleh skor 61,20.\n\n"
        "Di Blora, lanjut dia, yang paling menyumbang adalah partisipasi. Berikutnya konteks sosial politik 59,44."
    )
    found = [one for one in take(text)[1].findings if one.type == "dimension_score"]
    assert [one.decision for one in found] == ["review"]
