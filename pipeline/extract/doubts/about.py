"""Values of something near the index: the work on it, changes, shares, means, or parts and samples of a region.

The sentence of a value says so, or the lead of its list, whether or not the index is named beside it: "Progres
pengisian instrumen IKP 2024: Alfa 94,5". A person should see them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.extract.doubts.around import Around, Told
from pipeline.extract.doubts.issue_lists import is_list_of_else, is_told_in_passing
from pipeline.extract.doubts.issue_scope import is_on_issue
from pipeline.extract.doubts.station_counts import is_no_count
from pipeline.extract.draft import Draft, doubted
from pipeline.extract.editions.launched import LAUNCHES
from pipeline.extract.words.dates import MONTHS
from pipeline.extract.words.values import CHANGED, NUMBER_WORDS, SMALLER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.extract.scene.scene import Scene

_VALUES = frozenset({"score", "category", "tally"})
_OF_TEXT = frozenset({"indicator.prose", "indicator.tps"})
_OF_WORK = re.compile(
    r"(?<![a-z])(?:progres|kelengkapan|keterisian|pengisian (?:instrumen|indikator|data|formulir|kuesioner|ikp)|"
    r"(?:peng)?input(?:an)? (?:data )?ikp|penginputan|post ?test|pre ?test|bimtek|bimbingan teknis|data dukung|"
    r"kualitas (?:data|isian|pengisian|laporan)|ketepatan (?:waktu|input)|tindak lanjut|"
    r"(?:persentase|jumlah|proporsi) (?:indikator|variabel)|evaluasi (?:mitigasi|pengawasan|kinerja)|"
    r"kepatuhan|kedisiplinan|keaktifan)(?![a-z])"
)
"""The work on the index, which has figures of its own."""
_DIFFERENCES = re.compile(
    r"(?<![a-z])(?:kenaikan|penurunan|peningkatan|pertambahan|perbedaan|lonjakan|selisih|margin)(?![a-z])|"
    rf"(?<![a-z])(?:skor|nilai|indeks|ikp|angka)(?:nya)?(?: ikp| 20\d\d){{0,3}} {CHANGED}[^.:;\d]{{0,20}}:|"
    rf"(?<![a-z]){CHANGED} (?:masing-masing|berturut-turut|sebesar|sebanyak|hingga|sampai|sekitar) \d"
)
"""By how much scores changed."""
_SHARES = re.compile(
    r"(?<![a-z])(?:ter(?:tim)?bobot|tertimbang|kontribusi|sumbangan|andil|proporsi|bobot|porsi)(?:nya)?(?![a-z])"
)
"""What each dimension adds to the whole."""
_MEAN = re.compile(r"(?<![a-z])(?:rata-rata|rerata|mean)(?![a-z])")
"""Means, which are of more than the one region that is not named beside them."""
_OF_REGIONS = re.compile(
    r"\W*(?:kab(?:upaten)?\.?/kota|daerah|wilayah|kabupaten|kota|provinsi)(?: yang)?(?: masuk)?(?: kategori)? "
    r"(?:ke)?rawan(?![a-z])"
)
_TURNOUT = re.compile(r"(?<![a-z])(?:tingkat|angka|persentase) partisipasi|partisipasi (?:pilkada|pemilu) 20\d\d")
_OF_SMALLER = re.compile(rf"(?<![a-z]){SMALLER} (?:dengan|yang|ber|paling|ter)")
"""Parts of a region have the values: "kecamatan dengan skor tertinggi adalah Alfa"."""
_OF_SOME = re.compile(
    r"(?<![a-z])(?:dari (?:jumlah|angka|total|daftar|yang) (?:itu|tersebut|ini)|"
    rf"dari (?:\d+|{NUMBER_WORDS}) (?:kabupaten|kota|daerah|wilayah|provinsi)(?:/kota)? yang "
    r"(?!masuk|ada|berada|tergolong|ber(?:kategori|status|level)|rawan|dipetakan|diukur|dinilai|"
    r"menggelar|melaksanakan|menyelenggarakan)[a-z]+|"
    r"(?:tinggi|sedang|rendah) di ?antaranya|bimbingan|pendampingan|mendampingi|supervisi|kunjungan|"
    r"baru (?:merampungkan|menyelesaikan|selesai)|"
    r"(?:yang|sudah|telah|belum) (?:menyerahkan|melaporkan|mengirim\w*|mengisi|diverifikasi|disupervisi|"
    r"dikunjungi|didampingi|mencairkan|menyelesaikan|menganggarkan))(?![a-z])"
)
"""Words by which regions are counted out of some, and not out of all."""
_GENERAL = re.compile(r"(?<![a-z])(?:ikp|indeks)(?: 20\d\d)? (?:umum|biasa|reguler|keseluruhan)(?![a-z])")
_SET_IN = re.compile(
    rf"^\W*(?:(?:pada|di|dalam|sejak) )?(?:(?:tahun|awal|akhir|pertengahan|bulan|{'|'.join(MONTHS)}) ){{0,2}}"
    r"(?P<year>20\d\d)(?!\d)[^.;:]*"
)
"""A sentence that is set in a year from its beginning: "Pada 2018, ..."."""
_LEFT_OUT = re.compile(r"(?<![a-z])(?:nggak|enggak|gak|tidak|tak|bukan|kecuali|eh|maaf|minus|tanpa)(?![a-z])")
_ALL_OF_THEM = re.compile(r"\W*(?:keduanya|ketiganya|keempatnya|kedua-duanya|(?:ke)?semuanya|seluruhnya)(?![a-z])")
_FIGURE = re.compile(r"\d[.,]\d")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_ROW_OF_OTHER = re.compile(
    r"(?<![a-z])(?:polri|polda|polres\w*|kesbangpol|kodim|korem|tni|bin|pemkab|pemkot|pemprov|lsi)(?![a-z])"
)
"""A row of a table that names another body."""


def about_doubted(drafts: Sequence[Draft], scene: Scene, told: Told) -> list[Draft]:
    """Send to review what the sentence or lead of a value says is not the index's, or not of the whole region."""
    issues = (told(draft).unit for draft in drafts if draft.type == "indicator")
    rows_of_issues = {unit.position for unit in issues if unit.block.kind == "table_row"}

    def judged(draft: Draft) -> Draft:
        near = told(draft)
        beside_issue = draft.type in _VALUES and near.unit.position in rows_of_issues
        return doubted(draft) if beside_issue or _is_of_else(draft, near, scene) else draft

    return [judged(draft) for draft in drafts]


def _is_of_else(draft: Draft, near: Around, scene: Scene) -> bool:
    if draft.type == "mitigation":
        return is_list_of_else(draft, near)
    if _is_of_earlier_release(draft, near, scene):
        return True
    if draft.type == "indicator":
        return _is_other_issue(draft, near, scene)
    if draft.type == "dimension_score":
        return _is_unmeasured(draft, scene) or _is_other_figure(near) or _is_other_figure_of_dimension(draft, near)
    if draft.type not in _VALUES:
        return False
    return (
        (draft.type == "score" and _is_other_figure(near))
        or (draft.type == "tally" and any(_OF_SOME.search(text) for text in (near.sentence, near.before)))
        or _is_of_other_edition(draft, near)
        or _is_no_member(draft, near)
        or (near.unit.block.kind == "table_row" and _ROW_OF_OTHER.search(near.unit.passage.lower) is not None)
        or is_on_issue(draft, near, scene)
    )


def _is_other_issue(draft: Draft, near: Around, scene: Scene) -> bool:
    if draft.rule.id in _OF_TEXT and is_told_in_passing(draft, near, scene.context.own):
        return True
    of_stations = (draft.edition or "").startswith("tps")
    return is_no_count(draft, near) if of_stations else is_list_of_else(draft, near)


def _is_of_earlier_release(draft: Draft, near: Around, scene: Scene) -> bool:
    """Tell whether a sentence sets its values in a year in which another round was released.

    "Pada 2018, Bawaslu merilis IKP. Skor Alfa 51,0": so it is too of the next sentence, if that has no year.
    """
    edition = scene.reference.editions.get(draft.edition or "")
    found = _SET_IN.match(near.sentence)
    if found is None and not _YEAR.search(near.sentence):
        found = _SET_IN.match(near.before)
    if edition is None or found is None or not LAUNCHES.search(found.group()):
        return False
    launched = edition.published.year if edition.published else edition.year
    return int(found["year"]) not in {edition.year, launched}


def _is_unmeasured(draft: Draft, scene: Scene) -> bool:
    """Tell whether an edition has no such dimension: "konteks pandemi" is none of an index before the pandemic."""
    dimension = scene.reference.dimensions.get(draft.dimension or "")
    return dimension is not None and draft.edition is not None and draft.edition not in dimension.editions


def _is_of_other_edition(draft: Draft, near: Around) -> bool:
    """Tell whether a value of a thematic edition is told of the general one: "57,47 di IKP umum"."""
    thematic = (draft.edition or "").startswith("ikp_tematik")
    return thematic and _GENERAL.search(near.sentence) is not None


def _is_no_member(draft: Draft, near: Around) -> bool:
    """Tell whether a list announced by its number leaves one out, or "keduanya" means two values of one region."""
    if draft.rule.id == "level.announced" and _LEFT_OUT.search(near.sentence):
        return True
    if draft.type not in {"score", "category"} or not _ALL_OF_THEM.match(near.sentence):
        return False
    return near.regions_before == 1 and len(_FIGURE.findall(near.before)) > 1


def _is_other_figure(near: Around) -> bool:
    """Tell whether figures are told of the work on the index, of changes, or of parts of a region."""
    here = (near.lead, near.sentence)
    if any(words.search(text) for words in (_DIFFERENCES, _OF_SMALLER) for text in here):
        return True
    return any(_OF_WORK.search(text) for text in (*here, near.before))


def _is_other_figure_of_dimension(draft: Draft, near: Around) -> bool:
    """Tell whether a dimension's figure is its share, the turnout, or the mean of regions that none names.

    So is a level that a sentence on regions gives, without a word on a dimension: "Daerah rawan tinggi: Alfa".
    """
    here = (near.lead, near.sentence)
    if any(_SHARES.search(text) for text in here):
        return True
    if draft.category is not None and draft.score is None and _OF_REGIONS.match(near.sentence):
        return "dimensi" not in near.sentence and "tahap" not in near.sentence
    if (draft.dimension or "").startswith("partisipasi") and _TURNOUT.search(near.sentence):
        return True
    unnamed = draft.subject.carried and draft.subject.code != "ID" and draft.rule.id.startswith("score")
    return unnamed and any(_MEAN.search(text) for text in here)
