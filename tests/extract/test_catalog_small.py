"""The matcher on a catalog of a dozen wordings, small enough to follow every figure by hand."""

from __future__ import annotations

import pytest

from pipeline.extract.catalog.likeness import Likeness, is_action, is_goal, most_held, rank, read_phrase, suffers
from pipeline.extract.catalog.verdicts import candidates_of, decide, known_match, no_match
from pipeline.extract.catalog.wordings import Meaning, Wording, _index_wordings
from pipeline.extract.words.terms import read_terms
from small_catalog import corrected, means, small


def wording(text: str) -> Wording:
    return next(one for one in small().all if one.text == text)


def liked(phrase: str, least: float = 30.0) -> list[tuple[str, float]]:
    read = read_phrase(read_terms(phrase, small().respell_loosely), small())
    return [(one.wording.text, one.score) for one in rank(read, small(), least=least)]


# --- the index ---


def test_wordings_lose_their_light_words() -> None:
    assert wording("intimidasi terhadap pemilih").families == ("intimidasi", "pemilih")
    assert wording("Adanya pemilih ganda").families == ("pemilih", "ganda")


def test_a_word_of_one_meaning_weighs_1_and_one_of_several_less() -> None:
    assert small().weight("tertukar") == 1.0
    assert 0.5 < small().weight("pemilih") < small().weight("tertukar")
    assert small().weight("pemilih") == small().weight("surat"), "two meanings each"
    assert small().weight("suara") < small().weight("surat"), "three meanings"
    assert small().weight("pemilu") == 0.15
    assert small().weight("dan") == 0.04
    assert small().weight(None) == 0.3


def test_the_words_of_a_wording_weigh_once_each() -> None:
    assert wording("surat suara rusak").weight == pytest.approx(
        small().weight("surat") + small().weight("suara") + small().weight("rusak")
    )


def test_only_function_words_are_light() -> None:
    assert [small().light(one) for one in ("dan", "pemilu", "tertukar", None)] == [True, False, False, False]


def test_a_wording_is_found_by_its_folded_words_and_without_adanya() -> None:
    assert small().by_key["politik uang"].meaning == means(54)
    assert small().by_key["adanya pemilih ganda"] is small().by_key["pemilih ganda"]


@pytest.mark.parametrize(
    ("word", "strict", "loose"),
    [
        ("penyelengraa", "penyelenggara", "penyelenggara"),  # 12 letters: two wrong ones
        ("teerlmbat", "teerlmbat", "teerlmbat"),  # 9 letters: one wrong one
        ("intimidsi", "intimidasi", "intimidasi"),
        ("logitsik", "logitsik", "logistik"),  # 8 letters: only where a phrase is judged as a whole
        ("listrk", "listrk", "listrik"),  # 6 letters
        ("padamm", "padamm", "padam"),  # 6 letters, of a word of 5
        ("padma", "padma", "padma"),  # 5 letters
        ("kendal", "kendal", "kendal"),  # the name of a region
        ("tertukar", "tertukar", "tertukar"),
        ("menukarkan", "menukarkan", "menukarkan"),
    ],
)
def test_a_long_word_may_be_misspelt(word: str, strict: str, loose: str) -> None:
    assert (small().respell(word), small().respell_loosely(word)) == (strict, loose)


def test_a_correction_is_compared_only_if_its_words_mean_nothing_else() -> None:
    assert [one.text for one in corrected().own] == ["serangan fajar", "padamnya listrik", "lapak"]
    assert corrected().by_key["serangan fajar"].meaning == means(54)
    compared = {one.text for found in corrected().by_family.values() for one in found}
    assert compared == {"politik uang", "listrik padam", "serangan fajar", "lapak"}


def test_corrections_leave_the_weights_of_words_as_they_are() -> None:
    plain = _index_wordings(
        (("politik uang", "exact", means(54)), ("listrik padam", "alias", Meaning(issue="listrik")))
    )
    assert {word: corrected().weight(word) for word in plain.weights} == plain.weights
    assert corrected().weight("lapak") == 0.3


def test_meanings_with_a_number_or_the_issue_in_common_are_no_rivals() -> None:
    listrik = Meaning(issue="listrik")
    assert means(8, arguable=(27,)).overlaps(means(27))
    assert not means(8).overlaps(means(27))
    assert listrik.overlaps(Meaning(issue="listrik"))
    assert not listrik.overlaps(Meaning(issue="jaringan"))
    assert not listrik.overlaps(means(8))


# --- likeness ---

LIKED: dict[str, list[tuple[str, float]]] = {
    "politik uang": [("politik uang", 100.0)],
    "uang politik": [("politik uang", 100.0)],
    "12 politik uang": [("politik uang", 100.0)],
    # an unknown word takes a little, a second one less
    "politik uang merajalela": [("politik uang", 90.04)],
    "politik uang merajalela hebat": [("politik uang", 86.8)],
    "dan politik uang": [("politik uang", 100.0)],
    # words of a wording that are missing
    "surat suara": [("surat suara tertukar", 70.0), ("surat suara rusak", 70.0)],
    # what goes ill together
    "surat suara tertukar dan rusak": [("surat suara tertukar", 86.4), ("surat suara rusak", 86.4)],
    # a threat by those who suffer it in the wording
    "intimidasi oleh pemilih": [("intimidasi terhadap pemilih", 50.0)],
    "intimidasi kepada pemilih": [("intimidasi terhadap pemilih", 100.0)],
}


@pytest.mark.parametrize(("phrase", "expected"), LIKED.items(), ids=LIKED.keys())
def test_how_well_a_phrase_fits_wordings(phrase: str, expected: list[tuple[str, float]]) -> None:
    found = liked(phrase, least=50.0)
    assert [text for text, _ in found] == [text for text, _ in expected]
    assert [score for _, score in found] == pytest.approx([score for _, score in expected], abs=0.6)


def test_a_wording_for_one_kind_of_people_fits_another_of_the_kind_a_little_less() -> None:
    assert dict(liked("intimidasi penyelenggara"))["intimidasi terhadap penyelenggara"] == 100.0
    assert 50 < dict(liked("intimidasi pengawas"))["intimidasi terhadap penyelenggara"] < 100.0


def test_a_misspelt_word_fits_a_little_less() -> None:
    assert 90 < dict(liked("logistik terlmbat"))["logistik terlambat"] < 100.0


def test_only_wordings_above_the_least_score_count() -> None:
    ((text, score),) = liked("politik uang merajalela")
    assert liked("politik uang merajalela", least=score) == [(text, score)]
    assert liked("politik uang merajalela", least=score + 0.01) == []


def test_the_dimension_that_a_phrase_stands_under_weighs_a_little() -> None:
    read = read_phrase(read_terms("surat suara", small().respell_loosely), small())
    plain = {one.wording.text: one.score for one in rank(read, small())}
    favoured = rank(read, small(), favoured=frozenset([27]))
    assert [one.wording.text for one in favoured] == ["surat suara rusak", "surat suara tertukar"]
    assert favoured[0].score == plain["surat suara rusak"]
    assert favoured[1].score == plain["surat suara tertukar"] - 3.0


def test_the_share_that_a_phrase_may_hold_of_any_wording() -> None:
    held = [
        most_held(read_phrase(read_terms(phrase, small().respell), small()), small())
        for phrase in ("politik uang", "surat suara", "rapat kerja")
    ]
    assert held[0] == pytest.approx(1.0)
    assert held[1] == pytest.approx(0.55, abs=0.02)
    assert held[2] == 0.0


def test_a_wording_whose_people_suffer_a_threat() -> None:
    assert suffers(wording("intimidasi terhadap pemilih"), small())
    assert not suffers(wording("Adanya pemilih ganda"), small())


ACTIONS: dict[str, bool] = {
    "sosialisasi politik uang": True,
    "upaya pencegahan politik uang": True,
    "politik uang perlu sosialisasi": False,
    "3 patroli politik uang": True,
    "sosialisasi kurang": False,
    "patroli kurang": True,
    "imbauan agar tertib": True,
    "imbauan memilih calon": False,
    "pemilih ganda": False,
    "upaya kami untuk": False,
    "12": False,
}


@pytest.mark.parametrize(("phrase", "expected"), ACTIONS.items())
def test_what_is_done_against_a_vulnerability_is_none(phrase: str, expected: bool) -> None:  # noqa: FBT001
    assert is_action(read_terms(phrase, small().respell), small()) is expected


GOALS: dict[str, bool] = {
    "logistik lancar": True,
    "logistik tidak lancar": False,
    "logistik tidak cukup dan lancar": False,
    "logistik tidak tiba di desa dengan lancar": True,
    "asn wajib netral": True,
    "asn berpihak": False,
}


@pytest.mark.parametrize(("phrase", "expected"), GOALS.items())
def test_duties_and_what_went_well_are_no_vulnerability(phrase: str, expected: bool) -> None:  # noqa: FBT001
    assert is_goal(read_terms(phrase, small().respell)) is expected


# --- verdicts ---


def fits(text: str, score: float, held: float = 1.0, covered: float = 1.0) -> Likeness:
    return Likeness(wording=wording(text), score=score, held=held, covered=covered)


Fit = tuple[str, float, float]  # a wording, its score, the share of it that is held

VERDICTS: dict[str, tuple[tuple[Fit, ...], str, tuple[int, ...], list[str]]] = {
    "none": ((), "none", (), []),
    "just near enough to be taken": ((("politik uang", 76.0, 0.72),), "accept", (54,), []),
    "not quite": ((("politik uang", 75.9, 1.0),), "review", (), ["54"]),
    "too little of the wording": ((("politik uang", 90.0, 0.71),), "review", (), ["54"]),
    "just worth a look": ((("politik uang", 60.0, 0.67),), "review", (), ["54"]),
    "too far off": ((("politik uang", 59.9, 1.0),), "none", (), ["54"]),
    "hardly any of the wording": ((("politik uang", 90.0, 0.66),), "none", (), ["54"]),
    "a rival ten behind": (
        (("politik uang", 90.0, 1.0), ("surat suara rusak", 80.0, 1.0)),
        "accept",
        (54,),
        [],
    ),
    "a rival nearer than ten": (
        (("politik uang", 90.0, 1.0), ("surat suara rusak", 80.1, 1.0)),
        "review",
        (),
        ["54", "27"],
    ),
    "another that means the same is no rival": (
        (("surat suara rusak", 90.0, 1.0), ("kotak suara dibakar", 89.0, 1.0)),
        "accept",
        (27,),
        [],
    ),
    "an arguable wording": ((("kotak suara dibakar", 90.0, 1.0),), "review", (8,), ["8", "27"]),
}


@pytest.mark.parametrize(("ranked", "decision", "numbers", "candidates"), VERDICTS.values(), ids=VERDICTS.keys())
def test_the_best_meaning_is_taken_or_goes_to_a_person(
    ranked: tuple[Fit, ...], decision: str, numbers: tuple[int, ...], candidates: list[str]
) -> None:
    found = decide(tuple(fits(*one) for one in ranked))
    assert (found.decision, found.numbers, [one.value for one in found.candidates]) == (
        decision,
        numbers,
        candidates,
    )


def test_a_verdict_says_how_far_the_next_meaning_was() -> None:
    ranked = (fits("politik uang", 90.0), fits("surat suara rusak", 70.0))
    assert (decide(ranked).match.score, decide(ranked).match.runner_up) == (90.0, 70.0)
    assert (no_match(ranked).match.score, no_match(ranked).match.runner_up) == (90.0, 70.0)
    assert (no_match(ranked[:1]).match.runner_up, no_match(()).match.score) == (0.0, 0.0)
    assert decide(ranked).match.matched == "politik uang"


def test_a_known_issue_outside_the_catalog_is_taken_by_its_name() -> None:
    found = decide((fits("listrik padam", 90.0),))
    assert (found.issue, found.numbers, found.decision) == ("listrik", (), "accept")


def test_candidates_are_the_best_five_numbers_once_each() -> None:
    texts = (
        "surat suara rusak",
        "kotak suara dibakar",
        "politik uang",
        "Adanya pemilih ganda",
        "logistik terlambat",
    )
    ranked = [fits(text, 90.0 - place) for place, text in enumerate(texts)]
    assert [(one.value, one.score) for one in candidates_of(ranked)] == [
        ("27", 90.0), ("8", 89.0), ("54", 88.0), ("20", 87.0), ("28", 86.0),
    ]  # fmt: skip
    assert len(candidates_of([*ranked, fits("surat suara tertukar", 80.0)])) == 5


def test_a_wording_that_stands_there_is_known_by_its_kind() -> None:
    exact = known_match(wording("politik uang"), 100.0, exact=True)
    assert (exact.numbers, exact.match.kind, exact.decision, exact.candidates) == ((54,), "exact", "accept", ())
    near = known_match(wording("kotak suara dibakar"), 92.0, exact=False)
    assert (near.match.kind, near.decision, [one.value for one in near.candidates]) == (
        "fuzzy",
        "review",
        ["8", "27"],
    )
