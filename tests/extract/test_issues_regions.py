"""Which regions an issue is told of: the place where it stands is marked by ``|`` in each text."""

from __future__ import annotations

import pytest

from one_line import line_of
from pipeline.extract.draft import Subject
from pipeline.extract.issues.regions import heads_regions, is_of_parts, is_only_a_place, region_list, subjects_at
from pipeline.extract.scene.line import Inherited, Line
from pipeline.extract.scene.scene import Scene
from pipeline.reference import Reference

BLORA = Subject(code="33.16", doubt=0.0, candidates=("33.16",))
JATENG = Subject(code="33", doubt=0.0, candidates=("33",))
B, P, K = "33.16", "33.18", "33.19"


def marked(
    text: str, reference: Reference, *, own: str = "33", inherited: Inherited | None = None
) -> tuple[Line, Scene, int]:
    line, scene = line_of(text.replace("|", ""), reference, own=own, inherited=inherited)
    return line, scene, text.index("|")


LISTS: dict[str, tuple[str | None, ...]] = {
    # regions that the words behind an issue lead to
    "politik uang| terdapat di tiga daerah yaitu Blora, Pati, dan Kudus": (B, P, K),
    "politik uang| di Blora dan Pati": (B, P),
    "politik uang| di wilayah seperti Blora": (B,),
    "politik uang|: Blora, Pati": (B, P),
    "politik uang| - Blora": (B,),
    "politik uang| (Blora)": (B,),
    "politik uang| di Blora, disusul Pati": (B, P),
    "politik uang| di Blora 5 kasus, Pati 3 kasus": (B, P),
    "politik uang| tertinggi Blora, disusul Pati": (B, P),
    "politik uang| paling banyak terjadi di Blora": (B,),
    "politik uang| yang paling rawan adalah Kabupaten Blora": (B,),
    "politik uang| daerah yang menonjol adalah Blora": (B,),
    # regions spoken of before, named behind
    "kabupaten yang rawan politik uang| ialah Blora": (B,),
    "daerah rawan politik uang| meliputi Blora dan Pati": (B, P),
    "politik uang| adalah Blora": (),
    # a list ends where something else stands
    "politik uang| di Blora. Pati": (B,),
    "politik uang| di Blora rawan, Pati": (B,),
    # no words that lead to them, or words of an event or a speech
    "politik uang|": (),
    "politik uang| Blora": (),
    "politik uang| di sini, Blora": (),
    "politik uang|, kata ketua di Blora": (),
    "politik uang| pada rapat di Blora": (),
    "politik uang| di Blora, Senin": (),
    "politik uang| di Blora (26/8)": (),
}
RIGHT_THERE: dict[str, tuple[str | None, ...]] = {
    "politik uang| di Blora dan Pati": (B, P),
    "politik uang| terdapat di tiga daerah yaitu Blora": (B,),
    "politik uang| di daerah yaitu Blora": (B,),
    "politik uang| tertinggi Blora": (),
    "politik uang| paling banyak terjadi di Blora": (),
    "kabupaten yang rawan politik uang| ialah Blora": (),
}


@pytest.mark.parametrize(("text", "expected"), LISTS.items(), ids=LISTS.keys())
def test_regions_behind_an_issue(text: str, expected: tuple[str | None, ...], reference: Reference) -> None:
    line, _, position = marked(text, reference)
    found = region_list(line, position)
    assert tuple(subject.code for subject in (found.subjects if found else ())) == expected


@pytest.mark.parametrize(("text", "expected"), RIGHT_THERE.items(), ids=RIGHT_THERE.keys())
def test_regions_right_behind_a_number(text: str, expected: tuple[str | None, ...], reference: Reference) -> None:
    line, _, position = marked(text, reference)
    found = region_list(line, position, right=True)
    assert tuple(subject.code for subject in (found.subjects if found else ())) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("politik uang|: Blora, Pati", True),
        ("politik uang| (Blora)", True),
        ("politik uang| di Blora", False),
        ("politik uang|: Blora rawan sekali", False),
        ("ini politik uang|: Blora", True),
        ("soal isu politik uang|: Blora", False),
        ("politik uang|", False),
    ],
)
def test_an_item_may_be_an_issue_and_its_regions(
    text: str,
    expected: bool,  # noqa: FBT001
    reference: Reference,
) -> None:
    line, _, position = marked(text, reference)
    assert heads_regions(line, line.lower.index("politik"), position) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("di [Kota Malang] ini", True),
        ("di [Kota Malang rawan] ini", False),
        ("[pada wilayah Kota Malang]", True),
        ("[malang di Kota Malang]", False),
        ("[politik uang] di Malang", False),
    ],
)
def test_a_wording_may_be_but_the_name_of_a_region(
    text: str,
    expected: bool,  # noqa: FBT001
    reference: Reference,
) -> None:
    start, end = text.index("["), text.index("]") - 1
    line, _ = line_of(text.replace("[", "").replace("]", ""), reference)
    assert is_only_a_place(line, start, end) is expected


OF: dict[str, tuple[str | None, ...]] = {
    "di Blora ada |politik uang": (B,),
    "di Blora dan Pati ada |politik uang": (B, P),
    "di Blora rawan, di Pati ada |politik uang": (P,),
    "di Pati, berbeda dengan Kabupaten Blora, ada |politik uang": (P,),
    "berbeda dengan Kabupaten Blora, ada |politik uang": (B,),
    # one that only lies beside it; one of which the words behind tell
    "di Pati, tetangga Kabupaten Blora, ada |politik uang": (P,),
    "Pati yang berbatasan dengan Kabupaten Blora pernah ada |politik uang": (P,),
    "Pati tidak seperti Kabupaten Blora yang pernah ada |politik uang": (B,),
    "Pati, Kabupaten Blora yang pernah ada |politik uang": (P, B),
    "Pati berada di atas Kabupaten Blora karena ada |politik uang": (P,),
    "Pati, dulu bagian dari Kabupaten Blora, pernah ada |politik uang": (P,),
    "setelah Kabupaten Blora, Pati pernah ada |politik uang": (P,),
    "Pati dan Kabupaten Blora ada |politik uang": (P, B),
    "ada |politik uang": ("33",),
    "ada |politik uang di Kabupaten Pati": (P,),
    "ada |politik uang di Kabupaten Pati dan Kabupaten Kudus": ("33",),
    "ada |politik uang di Kabupaten Pati, lalu di Kabupaten Pati": ("33",),
    "ada |politik uang terbanyak di Kabupaten Pati": ("33",),
    "secara nasional ada |politik uang": ("ID",),
    "seluruh Indonesia ada |politik uang": ("ID",),
    "Bawaslu RI menyebut ada |politik uang": ("ID",),
    "Bawaslu RI dan Jawa Tengah menyebut ada |politik uang": ("33",),
}


@pytest.mark.parametrize(("text", "expected"), OF.items(), ids=OF.keys())
def test_an_issue_is_told_of_the_regions_before_it_else_of_the_text_s_own(
    text: str, expected: tuple[str | None, ...], reference: Reference
) -> None:
    line, scene, position = marked(text, reference)
    assert tuple(subject.code for subject in subjects_at(line, scene, position)) == expected


def test_at_the_level_of_the_province_a_text_of_a_regency_speaks_of_it(reference: Reference) -> None:
    for text, own, expected in (
        ("Di tingkat provinsi ada |politik uang", B, ("33", 0.4)),
        ("Sementara di tingkat provinsi ada |politik uang", B, ("33", 0.4)),
        ("ada |politik uang di tingkat provinsi", B, (B, 0.0)),
        ("Di tingkat provinsi ada |politik uang", "33", ("33", 0.0)),
    ):
        line, scene, position = marked(text, reference, own=own)
        (subject,) = subjects_at(line, scene, position)
        assert (subject.code, subject.doubt) == expected, text


GONE_ON: dict[str, tuple[str, dict[str, object], tuple[str, float]]] = {
    # the text, what the sentences before leave, and the region with its doubt
    "points back": ("indikatornya |politik uang", {"subjects": (BLORA,)}, (B, 0.0)),
    "points back to a stage": (
        "pada tahapan kampanye indikatornya |politik uang",
        {"subjects": (BLORA,)},
        ("33", 0.0),
    ),
    "in this regency, another paragraph": (
        "di kabupaten ini ada |politik uang",
        {"subjects": (BLORA,)},
        (B, 0.4),
    ),
    "in this regency, of a province": ("di kabupaten ini ada |politik uang", {"subjects": (JATENG,)}, ("33", 0.0)),
    "says nothing of before": (
        "ada |politik uang",
        {"subjects": (BLORA,), "issue_subjects": (BLORA,)},
        ("33", 0.0),
    ),
    "goes on with issues": ("selain itu, ada |politik uang", {"issue_subjects": (BLORA,)}, (B, 0.4)),
    "goes on, but nobody was named": ("selain itu, ada |politik uang", {"subjects": (BLORA,)}, ("33", 0.0)),
    "goes on, but the own Bawaslu speaks": (
        "selain itu, bawaslu jawa tengah mencatat |politik uang",
        {"issue_subjects": (BLORA,)},
        ("33", 0.0),
    ),
    "goes on with the whole": (
        "selain itu, secara umum ada |politik uang",
        {"issue_subjects": (BLORA,)},
        ("33", 0.0),
    ),
    "under the region of its list": ("ada |politik uang", {"bearer": BLORA}, (B, 0.0)),
    "under the region of its section": ("ada |politik uang", {"section": BLORA}, (B, 0.0)),
}


@pytest.mark.parametrize(("text", "before", "expected"), GONE_ON.values(), ids=GONE_ON.keys())
def test_a_sentence_goes_on_with_the_regions_of_the_one_before(
    text: str, before: dict[str, object], expected: tuple[str, float], reference: Reference
) -> None:
    inherited = Inherited(edition="ikp_2024", **before)  # type: ignore[arg-type]
    line, scene, position = marked(text, reference, inherited=inherited)
    (subject,) = subjects_at(line, scene, position)
    assert (subject.code, subject.doubt) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("dua daerah di Jawa Tengah rawan |politik uang", True),
        ("12 kabupaten di Jawa Tengah masuk kategori |politik uang", True),
        ("dua daerah di Jawa Tengah |politik uang", False),
        ("daerah di Jawa Tengah rawan |politik uang", False),
        ("|politik uang, dua daerah di Jawa Tengah rawan", False),
    ],
)
def test_an_issue_of_some_parts_alone(text: str, expected: bool, reference: Reference) -> None:  # noqa: FBT001
    line, _, position = marked(text, reference)
    assert is_of_parts(line, position) is expected
