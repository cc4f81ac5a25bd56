"""Enumerations, shared heads, media, and phrases that mean something by their pieces, on the catalog itself."""

from __future__ import annotations

import pytest

from pipeline.extract.catalog.enumerations import listed_issues, shared_heads
from pipeline.extract.catalog.indicators import find_indicators, is_measure, match_indicator, may_mean
from pipeline.extract.catalog.media import with_medium
from pipeline.reference import Reference

Found = list[tuple[str, tuple[int, ...]]]
MONEY, DOUBLE, ASN = ("politik uang", (54,)), ("pemilih ganda", (20,)), ("netralitas ASN", (12,))
HANDOUT = ("titip sembako kepada warga", ())

CUED: dict[str, Found] = {
    # a member between commas may mean an issue as a whole, where a cue begins the enumeration
    "Kerawanan dipicu penyelenggara dan ASN yang berpihak, politik uang": [
        ("penyelenggara dan ASN yang berpihak", (25, 12)),
        MONEY,
    ],
    "Penyelenggara dan ASN yang berpihak, politik uang": [("ASN yang berpihak", (12,)), MONEY],
    "Kerawanan dipicu penyelenggara yang berpihak": [],
    # a member that no table knows is kept where issues are announced, two others known, and others follow
    "Isu kerawanan yaitu politik uang, titip sembako kepada warga, netralitas ASN.": [MONEY, HANDOUT, ASN],
    "Isu kerawanan yaitu politik uang, titip sembako kepada warga, lain-lain.": [MONEY],
    "Isu kerawanan yaitu politik uang, pemilih ganda, dan titip sembako kepada warga": [MONEY, DOUBLE],
    "Rapat membahas yaitu politik uang, titip sembako kepada warga, netralitas ASN.": [MONEY, ASN],
    "Isu kerawanan yaitu politik uang; titip sembako kepada warga; pemilih ganda": [MONEY, HANDOUT, DOUBLE],
}
WHOLE: dict[str, Found] = {
    "Politik uang, penyelenggara dan ASN yang berpihak.": [
        ("Politik uang", (54,)),
        ("penyelenggara dan ASN yang berpihak", (25, 12)),
    ],
    "Penyelenggara dan ASN yang berpihak.": [("ASN yang berpihak", (12,))],
    "Yakni politik uang, titip sembako kepada warga, dan netralitas ASN.": [MONEY, HANDOUT, ASN],
    # a name, a number, a single word, and what is done against issues are none
    "Yakni politik uang, titip sembako kepada Budi, dan netralitas ASN.": [MONEY, ASN],
    "Yakni politik uang, titip 5 sembako kepada warga, dan netralitas ASN.": [MONEY, ASN],
    "Yakni politik uang, sembako, dan netralitas ASN.": [MONEY, ASN],
    "Yakni politik uang, titip sembako tersebut, dan netralitas ASN.": [MONEY, ASN],
    "Yakni politik uang, sosialisasi kepada warga, dan netralitas ASN.": [MONEY, ASN],
    # one known member is too few, and far from the beginning a cue does not count
    "Yakni politik uang, titip sembako kepada warga, lain-lain.": [MONEY],
    "Dalam rapat yang panjang itu dibahas politik uang, titip sembako kepada warga, netralitas ASN.": [MONEY, ASN],
}


def stated(text: str, reference: Reference, *, whole: bool) -> Found:
    found = listed_issues(text, find_indicators(text, reference), reference, whole=whole)
    return [(span.of(text), match.numbers) for span, match in found]


@pytest.mark.parametrize(("text", "expected"), CUED.items(), ids=CUED.keys())
def test_members_of_an_enumeration_behind_its_cue(text: str, expected: Found, reference: Reference) -> None:
    assert stated(text, reference, whole=False) == expected


@pytest.mark.parametrize(("text", "expected"), WHOLE.items(), ids=WHOLE.keys())
def test_members_of_a_sentence_that_goes_on_with_an_enumeration(
    text: str, expected: Found, reference: Reference
) -> None:
    assert stated(text, reference, whole=True) == expected


def test_what_a_speaker_s_name_ends_is_no_member(reference: Reference) -> None:
    text = "Isunya yakni politik uang, penyelenggara dan ASN yang berpihak"
    assert ("penyelenggara dan ASN yang berpihak", (25, 12)) in stated(text, reference, whole=False)
    ended = 'Isunya yakni politik uang," kata dia, penyelenggara dan ASN yang berpihak'
    assert stated(ended, reference, whole=False) == [MONEY, ("ASN yang berpihak", (12,))]


SHARED: dict[str, list[tuple[str, tuple[int, ...] | str | None]]] = {
    "Surat suara tertukar, kurang, hingga rusak": [("kurang", (27,)), ("rusak", (27,))],
    "surat suara rusak dan tercoblos": [("tercoblos", "surat suara tercoblos")],
    "logistik pemilu terlambat serta kurang": [("kurang", (27,))],
    "logistik sempat terlambat, kurang": [("kurang", (27,))],
    "pemilih rusak, kurang": [],
    "surat suara rusak. kurang": [],
    "surat suara sah, kurang": [],
    "surat suara rusak": [],
}


@pytest.mark.parametrize(("text", "expected"), SHARED.items(), ids=SHARED.keys())
def test_states_of_one_thing_each_are_said_of_it(
    text: str, expected: list[tuple[str, tuple[int, ...] | str | None]], reference: Reference
) -> None:
    found = shared_heads(text, reference)
    assert [(span.of(text), match.numbers or match.issue) for span, match in found] == expected


MEDIA: dict[str, list[tuple[int, str]]] = {
    "hoaks": [(48, "review")],
    "hoaks beredar di medsos": [(49, "accept")],
    "hoaks yang tersebar lewat jagat maya": [(49, "accept")],
    # one medium named first
    "di media sosial marak hoaks dan ujaran kebencian": [(49, "accept"), (51, "accept")],
    "kemarin, di medsos beredar hoaks": [(49, "accept")],
    "lewat medsos beredar hoaks": [(49, "accept")],
    "di media sosial, hoaks": [(48, "review")],
    "ramai medsos, ada hoaks": [(48, "review")],
    "di media sosial, jajaran pengawas mencatat hoaks dan ujaran kebencian": [(49, "accept"), (51, "accept")],
    "di media sosial, bawaslu aktif, di pasar ada hoaks": [(48, "review")],
    # one medium named last
    "hoaks dan ujaran kebencian di media sosial": [(49, "accept"), (51, "accept")],
    "hoaks, berita isu SARA via sosmed": [(49, "accept"), (47, "accept")],
    "hoaks di pasar dan ujaran kebencian di medsos": [(48, "review"), (51, "accept")],
    "hoaks, politik uang, dan isu SARA di media sosial": [(48, "review"), (54, "accept"), (47, "accept")],
    "isu SARA di media sosial serta hoaks": [(47, "accept"), (48, "review")],
    # what is no matter of media stays as it is
    "di media sosial dibahas politik uang": [(54, "accept")],
}


@pytest.mark.parametrize(("text", "expected"), MEDIA.items(), ids=MEDIA.keys())
def test_a_medium_that_is_named_once_is_that_of_all_issues_of_a_row(
    text: str, expected: list[tuple[int, str]], reference: Reference
) -> None:
    found = with_medium(text.lower(), find_indicators(text, reference))
    assert [(*match.numbers, match.decision) for _, match in found] == expected


PHRASES: dict[str, tuple[tuple[int, ...], str]] = {
    "politik uang": ((54,), "accept"),
    "3. politik uang": ((54,), "accept"),
    "14 TPS dengan PSU": ((32,), "accept"),
    "intimidasi pemilih dan penyelenggara": ((7, 6), "accept"),
    "hoaks dan ujaran kebencian di medsos": ((49, 51), "accept"),
    "politik uang dan pemilih ganda dan netralitas ASN": ((54, 20, 12), "accept"),
    # five parts are too many for one item
    "politik uang dan pemilih ganda dan netralitas ASN dan PSU dan PSL": ((), "review"),
    # a long item by its beginning, or by what stands behind "rawan"
    "politik uang, yang pada Pemilu 2019 terjadi di tiga kecamatan dengan banyak saksi": ((54,), "accept"),
    "politik uang terjadi di tiga kecamatan": ((54,), "accept"),
    "14 politik uang yang terjadi di tiga kecamatan": ((54,), "accept"),
    "surat suara tertukar, yang pada Pemilu 2019 terjadi di tiga kecamatan dengan banyak saksi": ((29,), "accept"),
    "daerah tambang rawan politik uang": ((54,), "accept"),
    "daerah tambang tidak rawan politik uang": ((), "none"),
    "daerah tambang politik uang di desa lama sekali": ((), "review"),
    # what is refused and is no candidate, what is done against it, what is only spoken about
    "penolakan perppu pilkada": ((), "none"),
    "menolak hasil": ((), "none"),
    "imbauan netralitas ASN": ((), "none"),
    "sosialisasi politik uang": ((), "none"),
    "pemilih ganda tentang apa": ((20,), "review"),
}


@pytest.mark.parametrize(("phrase", "expected"), PHRASES.items(), ids=PHRASES.keys())
def test_what_a_phrase_means_by_its_pieces(
    phrase: str, expected: tuple[tuple[int, ...], str], reference: Reference
) -> None:
    found = match_indicator(phrase, reference)
    assert (found.numbers, found.decision) == expected


@pytest.mark.parametrize(
    ("phrase", "meaning", "measure"),
    [("politik uang", True, False), ("rapat kerja", False, True), ("surat suara", False, False)],
)
def test_a_quick_look_tells_whether_a_phrase_may_mean_an_issue(
    phrase: str,
    meaning: bool,  # noqa: FBT001
    measure: bool,  # noqa: FBT001
    reference: Reference,
) -> None:
    assert (may_mean(phrase, reference), is_measure(phrase, reference)) == (meaning, measure)
