"""The matcher on a catalog of a dozen wordings, small enough to follow every figure by hand."""

from __future__ import annotations

import pytest

from pipeline.extract.catalog.likeness import Likeness, is_action, is_goal, most_held, rank, read_phrase, suffers
from pipeline.extract.catalog.mentions import find_mentions, find_scattered
from pipeline.extract.catalog.verdicts import candidates_of, decide, known_match, no_match
from pipeline.extract.catalog.wordings import Meaning, Wording, _index_wordings
from pipeline.extract.words.terms import read_terms


def means(*numbers: int, arguable: tuple[int, ...] = ()) -> Meaning:
    return Meaning(numbers=numbers, arguable=arguable)


SMALL = _index_wordings(
    (
        ("politik uang", "exact", means(54)),
        ("intimidasi terhadap pemilih", "exact", means(7)),
        ("intimidasi terhadap penyelenggara", "alias", means(6)),
        ("surat suara tertukar", "exact", means(29)),
        ("surat suara rusak", "exact", means(27)),
        ("Adanya pemilih ganda", "exact", means(20)),
        ("tidak ada pengawas TPS", "exact", means(39)),
        ("listrik padam", "alias", Meaning(issue="listrik")),
        ("logistik terlambat", "exact", means(28)),
        ("kotak suara dibakar", "alias", means(8, arguable=(27,))),
    ),
    frozenset(["kendal"]),
)
CORRECTED = _index_wordings(
    (("politik uang", "exact", means(54)), ("listrik padam", "alias", Meaning(issue="listrik"))),
    frozenset(),
    (
        ("serangan fajar", "alias", means(54)),
        ("padamnya listrik", "alias", means(30)),
        ("lapak", "alias", means(31)),
    ),
)


def wording(text: str) -> Wording:
    return next(one for one in SMALL.all if one.text == text)


def liked(phrase: str, least: float = 30.0) -> list[tuple[str, float]]:
    read = read_phrase(read_terms(phrase, SMALL.respell_loosely), SMALL)
    return [(one.wording.text, one.score) for one in rank(read, SMALL, least=least)]


# --- the index ---


def test_wordings_lose_their_light_words() -> None:
    assert wording("intimidasi terhadap pemilih").families == ("intimidasi", "pemilih")
    assert wording("Adanya pemilih ganda").families == ("pemilih", "ganda")


def test_a_word_of_one_meaning_weighs_1_and_one_of_several_less() -> None:
    assert SMALL.weight("tertukar") == 1.0
    assert 0.5 < SMALL.weight("pemilih") < SMALL.weight("tertukar")
    assert SMALL.weight("pemilih") == SMALL.weight("surat"), "two meanings each"
    assert SMALL.weight("suara") < SMALL.weight("surat"), "three meanings"
    assert SMALL.weight("pemilu") == 0.15
    assert SMALL.weight("dan") == 0.04
    assert SMALL.weight(None) == 0.3


def test_the_words_of_a_wording_weigh_once_each() -> None:
    assert wording("surat suara rusak").weight == pytest.approx(
        SMALL.weight("surat") + SMALL.weight("suara") + SMALL.weight("rusak")
    )


def test_only_function_words_are_light() -> None:
    assert [SMALL.light(one) for one in ("dan", "pemilu", "tertukar", None)] == [True, False, False, False]


def test_a_wording_is_found_by_its_folded_words_and_without_adanya() -> None:
    assert SMALL.by_key["politik uang"].meaning == means(54)
    assert SMALL.by_key["adanya pemilih ganda"] is SMALL.by_key["pemilih ganda"]


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
    assert (SMALL.respell(word), SMALL.respell_loosely(word)) == (strict, loose)


def test_a_correction_is_compared_only_if_its_words_mean_nothing_else() -> None:
    assert [one.text for one in CORRECTED.own] == ["serangan fajar", "padamnya listrik", "lapak"]
    assert CORRECTED.by_key["serangan fajar"].meaning == means(54)
    compared = {one.text for found in CORRECTED.by_family.values() for one in found}
    assert compared == {"politik uang", "listrik padam", "serangan fajar", "lapak"}


def test_corrections_leave_the_weights_of_words_as_they_are() -> None:
    plain = _index_wordings(
        (("politik uang", "exact", means(54)), ("listrik padam", "alias", Meaning(issue="listrik")))
    )
    assert {word: CORRECTED.weight(word) for word in plain.weights} == plain.weights
    assert CORRECTED.weight("lapak") == 0.3


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
    read = read_phrase(read_terms("surat suara", SMALL.respell_loosely), SMALL)
    plain = {one.wording.text: one.score for one in rank(read, SMALL)}
    favoured = rank(read, SMALL, favoured=frozenset([27]))
    assert [one.wording.text for one in favoured] == ["surat suara rusak", "surat suara tertukar"]
    assert favoured[0].score == plain["surat suara rusak"]
    assert favoured[1].score == plain["surat suara tertukar"] - 3.0


def test_the_share_that_a_phrase_may_hold_of_any_wording() -> None:
    held = [
        most_held(read_phrase(read_terms(phrase, SMALL.respell), SMALL), SMALL)
        for phrase in ("politik uang", "surat suara", "rapat kerja")
    ]
    assert held[0] == pytest.approx(1.0)
    assert held[1] == pytest.approx(0.55, abs=0.02)
    assert held[2] == 0.0


def test_a_wording_whose_people_suffer_a_threat() -> None:
    assert suffers(wording("intimidasi terhadap pemilih"), SMALL)
    assert not suffers(wording("Adanya pemilih ganda"), SMALL)


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
    assert is_action(read_terms(phrase, SMALL.respell), SMALL) is expected


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
    assert is_goal(read_terms(phrase, SMALL.respell)) is expected


# --- verdicts ---


def fits(text: str, score: float, held: float = 1.0, covered: float = 1.0) -> Likeness:
    return Likeness(wording=wording(text), score=score, held=held, covered=covered)


VERDICTS: dict[str, tuple[tuple[Likeness, ...], str, tuple[int, ...], list[str]]] = {
    "none": ((), "none", (), []),
    "just near enough to be taken": ((fits("politik uang", 76.0, held=0.72),), "accept", (54,), []),
    "not quite": ((fits("politik uang", 75.9),), "review", (), ["54"]),
    "too little of the wording": ((fits("politik uang", 90.0, held=0.71),), "review", (), ["54"]),
    "just worth a look": ((fits("politik uang", 60.0, held=0.67),), "review", (), ["54"]),
    "too far off": ((fits("politik uang", 59.9),), "none", (), ["54"]),
    "hardly any of the wording": ((fits("politik uang", 90.0, held=0.66),), "none", (), ["54"]),
    "a rival ten behind": (
        (fits("politik uang", 90.0), fits("surat suara rusak", 80.0)),
        "accept",
        (54,),
        [],
    ),
    "a rival nearer than ten": (
        (fits("politik uang", 90.0), fits("surat suara rusak", 80.1)),
        "review",
        (),
        ["54", "27"],
    ),
    "another that means the same is no rival": (
        (fits("surat suara rusak", 90.0), fits("kotak suara dibakar", 89.0)),
        "accept",
        (27,),
        [],
    ),
    "an arguable wording": ((fits("kotak suara dibakar", 90.0),), "review", (8,), ["8", "27"]),
}


@pytest.mark.parametrize(("ranked", "decision", "numbers", "candidates"), VERDICTS.values(), ids=VERDICTS.keys())
def test_the_best_meaning_is_taken_or_goes_to_a_person(
    ranked: tuple[Likeness, ...], decision: str, numbers: tuple[int, ...], candidates: list[str]
) -> None:
    found = decide(ranked)
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


# --- in running text ---

MENTIONS: dict[str, list[tuple[str, float]]] = {
    "ada politik uang dan surat suara tertukar": [("politik uang", 100.0), ("surat suara tertukar", 100.0)],
    "surat suara yang telah tertukar": [("surat suara yang telah tertukar", 100.0)],
    "surat suara baru tertukar": [("surat suara baru tertukar", 92.0)],
    "surat suara baru sekali tertukar": [],
    "surat suara yang telah akan juga tertukar": [("surat suara yang telah akan juga tertukar", 100.0)],
    "surat suara yang telah akan juga dan tertukar": [],
    "surat suara, tertukar": [("surat suara, tertukar", 100.0)],
    "surat, suara tertukar": [],
    "surat suara. tertukar": [],
    "surat suara wajib tertukar": [],
    "surat suara rusak tertukar": [("surat suara rusak", 100.0)],
    "surat suara intimidsi tertukar": [("surat suara intimidsi tertukar", 92.0)],
    "intimidasi terhadap penyelenggra": [("intimidasi terhadap penyelenggra", 94.0)],
    # the words may be turned where the meaning is not
    "dibakar kotak suara": [("dibakar kotak suara", 92.0)],
    "tertukar surat suara": [("tertukar surat suara", 92.0)],
    "menukar surat suara": [],
    "membakar kotak suara": [],
    "terlambat logistik": [],
    "keterlambatan logistik": [],
    "pemilih diintimidasi": [("pemilih diintimidasi", 92.0)],
    "pemilih mendapat intimidasi": [("pemilih mendapat intimidasi", 92.0)],
    "pemilih mengintimidasi": [],
    "intimidasi oleh pemilih": [],
    "pemilih ganda dan surat suara rusak": [("pemilih ganda", 100.0), ("surat suara rusak", 100.0)],
    "uang": [],
    "ganda": [],
}


@pytest.mark.parametrize(("text", "expected"), MENTIONS.items(), ids=MENTIONS.keys())
def test_wordings_in_running_text(text: str, expected: list[tuple[str, float]]) -> None:
    assert [(one.span.of(text), one.score) for one in find_mentions(text, SMALL)] == expected


CORRECTIONS: dict[str, list[tuple[str, int]]] = {
    "marak serangan fajar": [("serangan fajar", 54)],
    "marak Serangan - Fajar": [("Serangan - Fajar", 54)],
    "serangan. fajar": [],
    "serangan saat fajar": [],
    "keserangan fajar": [],
    "serangan fajarnya": [],
    "di lapak itu": [("lapak", 31)],
}


@pytest.mark.parametrize(("text", "expected"), CORRECTIONS.items(), ids=CORRECTIONS.keys())
def test_a_correction_of_the_project_stands_there_word_by_word(text: str, expected: list[tuple[str, int]]) -> None:
    found = find_mentions(text, CORRECTED)
    assert [(one.span.of(text), *one.wording.meaning.numbers) for one in found if one.own] == expected


SCATTERED: dict[str, list[str]] = {
    "logistik ke pulau sering datang terlambat": ["logistik ke pulau sering datang terlambat"],
    "sering terlambat datang di pulau logistik": ["terlambat datang di pulau logistik"],
    "logistik satu dua tiga empat lima enam tujuh terlambat": [
        "logistik satu dua tiga empat lima enam tujuh terlambat"
    ],
    "logistik satu dua tiga empat lima enam tujuh delapan terlambat": [],
    "logistik ke pulau dan sering terlambat": [],
    "logistik ke pulau, sering terlambat": [],
    "logistik ke pulau wajib terlambat": [],
    "tidak ada logistik ke pulau yang terlambat": [],
    "surat suara di sana rusak lalu tertukar": ["surat suara di sana rusak"],
    "pemilih di sana ada intimidasi": [],
    "politik pakai uang": [],
}


@pytest.mark.parametrize(("text", "expected"), SCATTERED.items(), ids=SCATTERED.keys())
def test_words_of_a_wording_may_stand_apart_in_a_clause(text: str, expected: list[str]) -> None:
    assert [one.span.of(text) for one in find_scattered(text, SMALL)] == expected
