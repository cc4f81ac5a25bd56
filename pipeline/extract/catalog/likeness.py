"""How well a phrase fits a wording: weighted families of words in both directions, and what must not differ."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from pipeline.extract.catalog.wordings import NOISE, Wording, Wordings

if TYPE_CHECKING:
    from pipeline.extract.words.terms import Term

EXCLUSIVE: tuple[tuple[str, ...], ...] = (
    ("ms", "tms"),
    ("terdaftar", "takdaftar"),
    ("psu", "pssu", "psl"),
    ("medsos", "tempatumum"),
    ("alam", "nonalam", "pandemi"),
    ("menolak", "memilih"),
    ("hoaks", "kebencian", "sara", "politikuang"),
    ("pemilih", "penyelenggara", "peserta", "asn", "kades"),
    ("iklan", "informasi"),
    ("telat", "tertukar", "rusak", "kurang"),
    ("pengawas", "pemantau", "saksi"),
    ("ganda", "fiktif"),
    ("waktu", "jumlah"),
)
"""Terms that part two indicators: a phrase with one of a group does not mean a wording with another."""

KINDS: tuple[tuple[str, ...], ...] = (
    ("penyelenggara", "kpu", "bawaslu", "pengawas"),
    ("asn", "tni", "polri", "kades", "camat"),
    ("peserta", "calon", "paslon"),
    ("pemilih", "masyarakat", "penduduk"),
)
"""People who may stand for one another in a wording: "anggota panwascam dilaporkan ke DKPP" is about 9 too."""

POLARITY: tuple[str, ...] = (
    *("tidak", "nihil", "tms", "takdaftar", "takpunya", "takbisa", "taktindak", "taksesuai", "takprofesional"),
    *("taklapor", "luarjadwal", "terlarang", "medsos", "tempatumum", "iklan", "kepaladaerah", "saksi"),
)
"""Terms that turn a meaning round: each must stand on both sides or on neither."""

REQUIRED: tuple[str, ...] = (
    *("pelanggaran", "banyak", "telat", "jumlah", "kurang", "konflik", "kekerasan", "ancaman"),
    *("coblos", "menolak", "enggan", "kampanye", "calon", "suara", "logistik"),
)
"""Terms without which a wording is not meant: a vote alone is no offence, a delivery alone is not late, candidates
are not many of them, envelopes are not short, people of two faiths are not at strife."""

ACTIONS = frozenset(
    (  # noqa: SIM905 (one word a line would fill pages)
        "sosialisasi mensosialisasikan koordinasi berkoordinasi patroli pencegahan mencegah antisipasi "
        "mengantisipasi edukasi mengedukasi mitigasi strategi deklarasi pakta menjaga memastikan meminta "
        "mendorong meningkatkan peningkatan penguatan memperkuat pelatihan literasi bimtek bimbingan pembinaan "
        "monitoring supervisi membentuk pembentukan kerja kerjasama kolaborasi konsolidasi mengoptimalkan "
        "optimalisasi menindak penindakan penanganan menangani mengawasi pengawasan awasi stop tolak lawan "
        "melawan hindari menghindari mengingatkan komitmen berkomitmen menyusun pemetaan memetakan perlu "
        "perlunya membangun rapat rakor apel anti jaga cegah menekan meminimalisir meminimalkan memberantas "
        "pemberantasan memantau pemantauan penyuluhan kajian penanggulangan menanggulangi"
    ).split()
)
"""Words that begin what is done against a vulnerability, not the vulnerability itself."""

DUTIES = frozenset(
    (  # noqa: SIM905 (one word a line would fill pages)
        "wajib harus haruslah mesti mestinya semestinya seharusnya patut hendaknya sebaiknya diharapkan "
        "diminta supaya jangan"
    ).split()
)
"""Words of duties: between the words of a wording they turn it into its contrary."""
_GOALS = DUTIES | frozenset("lancar kondusif tertib damai aman sesuai tuntas terkendali hargamati".split())  # noqa: SIM905
"""Words of duties and of what went well: they say that something is no vulnerability, unless denied."""

_DENIALS = frozenset(("tidak", "belum", "kurang", "tak", "nihil", "bukan"))
_DENIED_WITHIN = 3
"""How many words before a goal a denial may stand: "tidak mencukupi sesuai ketentuan"."""
_LACKS = frozenset(("kurang", "kurangnya", "minim", "rendah", "lemah", "terbatas", "tidak", "belum"))
_LACKED = frozenset(
    "pengawasan sosialisasi koordinasi pencegahan edukasi penindakan penanganan pemantauan literasi".split()  # noqa: SIM905
)
"""What is done against vulnerabilities, and is one itself where it lacks: "pengawasan partisipatif kurang"."""
OTHER_OBJECTS = frozenset(
    (  # noqa: SIM905 (one word a line would fill pages)
        "perppu ruu uu undang undangundang pembangunan tambang pertambangan proyek kebijakan peraturan aturan "
        "revisi putusan hasil relokasi penggusuran pabrik tpa investasi"
    ).split()
)
"""What may be refused and is neither a vote nor a candidate: laws, works, results."""
_URGES = frozenset(
    ("imbauan", "himbauan", "mengimbau", "menghimbau", "imbau", "himbau", "mengajak", "ajakan", "seruan")
)
_URGED = frozenset(
    "menolak mendukung golput calon paslon boikot memboikot perempuan".split()  # noqa: SIM905
)
_PLEDGED = frozenset("netral damai pemilu pilkada anti tolak".split())  # noqa: SIM905
_BEFORE_ACTION = frozenset(
    "upaya bawaslu panwaslu kpu kami pihaknya pemerintah perlu agar untuk dengan dan jajaran akan terus".split()  # noqa: SIM905
)
_MISSPELT = 0.93
_HALF_A_HUNDREDTH = 0.005  # scores have two decimals: this much below a bar is rounded up to it
_OF_A_KIND = 0.9
"""How surely a word is read that only is of the same kind as the wording's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A phrase as families with how surely each was read (1, or less where misspelt).

    ``weight`` is that of all of it, ``light`` that of its light words alone; ``agents`` are the families right
    behind "oleh".
    """

    families: dict[str, float]
    weight: float
    light: float
    agents: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """A wording and how well it fits, 0 to 100.

    ``held`` is the share of the wording that the phrase has, ``covered`` the share of the phrase that it explains.
    """

    wording: Wording
    score: float
    held: float
    covered: float


def read_phrase(terms: Iterable[Term], wordings: Wordings) -> Phrase:
    """Return the families of ``terms``. Numbers weigh nothing, unknown words little and ever less."""
    families: dict[str, float] = {}
    unknown = 0
    agents: set[str] = set()
    acted = False
    for term in terms:
        if term.word[0].isdigit():
            continue
        family = wordings.family(term.word)
        if family is None:
            unknown += 1
        else:
            sure = _MISSPELT if term.misspelt else 1.0
            families[family] = max(sure, families.get(family, 0.0))
            if acted and not wordings.light(family):
                agents.add(family)
        acted = term.word == "oleh" or (acted and wordings.light(family))
    weight = sum(wordings.weight(family) for family in families) + NOISE * math.sqrt(unknown)
    light = sum(wordings.weight(family) for family in families if wordings.light(family))
    return Phrase(families=families, weight=weight, light=light, agents=frozenset(agents))


def rank(
    phrase: Phrase, wordings: Wordings, *, favoured: AbstractSet[int] = frozenset(), least: float = 30.0
) -> tuple[Likeness, ...]:
    """Return the best wording of each meaning that scores at least ``least``, best first.

    ``favoured`` are the indicators of the dimension that the phrase stands under: they gain a little, for
    releases often name a dimension wrongly. Ties go to the wording that stands first in the tables.
    """
    best: dict[tuple[tuple[int, ...], str | None], Likeness] = {}
    turning = _turning_of(phrase, wordings)
    more = _most_of_a_kind(turning)
    for place, shared in _shared(phrase, wordings).items():
        most = shared + more
        if (
            _score(most / wordings.all[place].weight, (most + phrase.light) / phrase.weight)
            < least - _HALF_A_HUNDREDTH
        ):
            continue  # whatever is of a kind with it, it fits too little
        found = _compare(phrase, wordings.all[place], shared, turning, least=least)
        if found is None:
            continue
        meaning = found.wording.meaning
        if favoured and favoured.isdisjoint(meaning.numbers):
            found = replace(found, score=found.score - 3.0)
        key = (meaning.numbers, meaning.issue)
        if found.score >= least and (key not in best or _order(found) < _order(best[key])):
            best[key] = found
    return tuple(sorted(best.values(), key=_order))


def most_held(phrase: Phrase, wordings: Wordings) -> float:
    """Return an upper bound, 0 to 1 or more, of the share of any wording that a phrase or a part of it holds."""
    more = _most_of_a_kind(_turning_of(phrase, wordings))
    shared = _shared(phrase, wordings).items()
    return max(((weight + more) / wordings.all[place].weight for place, weight in shared), default=0.0)


def _most_of_a_kind(turning: _Turning) -> float:
    """Return how much families can weigh at the most that are but of a kind with a wording's."""
    return _OF_A_KIND * sum(max(map(turning.weight, kind)) for kind in turning.kinds)


def _order(likeness: Likeness) -> tuple[float, int]:
    return -likeness.score, likeness.wording.place


def _shared(phrase: Phrase, wordings: Wordings) -> Mapping[int, float]:
    """Return the weight of what each wording has in common with a phrase, by place, light words left out."""
    shared: dict[int, float] = defaultdict(float)
    for family, sure in phrase.families.items():
        if not wordings.light(family):
            weight = wordings.weight(family) * sure
            for wording in wordings.by_family.get(family, ()):
                shared[wording.place] += weight
    return shared


def _score(held: float, explained: float) -> float:
    return 100.0 * math.pow(held, 0.6) * math.pow(min(1.0, explained), 0.4)


def _compare(
    phrase: Phrase, wording: Wording, shared: float, turning: _Turning, *, least: float
) -> Likeness | None:
    """Score one wording: the share of it that the phrase holds, times the share of the phrase that it explains.

    None where that is below ``least``: contradictions, which are looked for last, only lower the score.
    """
    own = wording.families
    alike = _alike(phrase, own, turning) if wording.meaning.numbers else {}
    held = (shared + sum(turning.weight(family) * _OF_A_KIND for family in alike)) / wording.weight
    met = shared + sum(turning.weight(other) * _OF_A_KIND for other in alike.values())
    explained = min(1.0, (met + phrase.light) / phrase.weight)
    score = _score(held, explained)
    if score < least - _HALF_A_HUNDREDTH:
        return None
    if score >= least:
        score *= _agreement(phrase, wording, alike, turning)
    score = round(score, 2)
    if score < least:
        return None
    return Likeness(wording=wording, score=score, held=round(held, 4), covered=round(explained, 4))


def suffers(wording: Wording, wordings: Wordings) -> bool:
    """Tell whether those whom a wording names suffer a threat or violence, so that "oleh" turns it round."""
    return not harm_of(wordings).isdisjoint(wording.families) and " oleh " not in wording.text


def _alike(phrase: Phrase, own: Collection[str], turning: _Turning) -> dict[str, str]:
    """Return the wording's families that the phrase lacks, each with one of its kind that only the phrase has."""
    found: dict[str, str] = {}
    for kind in turning.kinds:
        missing = [family for family in kind if family in own and family not in phrase.families]
        instead = [family for family in kind if family in phrase.families and family not in own]
        if len(missing) == 1 and instead:
            found[missing[0]] = instead[0]
    return found


def _agreement(phrase: Phrase, wording: Wording, alike: Mapping[str, str], turning: _Turning) -> float:
    """Return 1 where nothing contradicts, less for each term that parts or turns the meaning."""
    said = phrase.families.keys() | alike.keys()
    own = {*wording.families, *alike.values()}
    factor = 1.0
    for group in turning.parting:
        ours = group & own
        if ours and not group.isdisjoint(said) and ours.isdisjoint(said):
            factor *= 0.5
    for _ in (turning.polarity & own) ^ (turning.polarity & said):
        factor *= 0.6
    for _ in (turning.required & own) - said:
        factor *= 0.7
    if phrase.agents & own and suffers(wording, turning.wordings):
        factor *= 0.5
    return factor


@dataclass(frozen=True, slots=True, kw_only=True)
class _Turning:
    """What may change a meaning, as families; ``parting`` and ``kinds`` are groups that a phrase has a part of."""

    wordings: Wordings
    parting: tuple[frozenset[str], ...]
    kinds: tuple[tuple[str, ...], ...]
    polarity: frozenset[str]
    required: frozenset[str]

    def weight(self, family: str) -> float:
        """Return what a family says, 0 to 1."""
        return self.wordings.weight(family)


def _turning_of(phrase: Phrase, wordings: Wordings) -> _Turning:
    parting, polarity, required = _turning(wordings)
    kinds = tuple(kind for kind in wordings.groups(KINDS) if not phrase.families.keys().isdisjoint(kind))
    # a phrase may come to have a part of a group by one of its kind, so those groups are kept too
    reach = {*phrase.families, *(family for kind in kinds for family in kind)}
    return _Turning(
        wordings=wordings,
        parting=tuple(group for group in parting if not group.isdisjoint(reach)),
        kinds=kinds,
        polarity=polarity,
        required=required,
    )


@lru_cache(maxsize=8)
def _turning(wordings: Wordings) -> tuple[tuple[frozenset[str], ...], frozenset[str], frozenset[str]]:
    """Return the families that part two meanings, group by group, that turn one round, and that one requires."""
    (polarity,), (required,) = wordings.groups((POLARITY,)), wordings.groups((REQUIRED,))
    return tuple(map(frozenset, wordings.groups(EXCLUSIVE))), frozenset(polarity), frozenset(required)


@lru_cache(maxsize=8)
def harm_of(wordings: Wordings) -> frozenset[str]:
    """Return the families of threats and violence, which someone suffers."""
    (harm,) = wordings.groups((("ancaman", "kekerasan"),))
    return frozenset(harm)


def is_action(terms: Sequence[Term], wordings: Wordings) -> bool:
    """Tell whether a phrase begins with what is done against something: "sosialisasi tolak politik uang".

    Subjects and lead-ins before it do not count. An appeal is one too, unless it asks to support or to refuse a
    candidate (15 and 16); a lack of what is done is none. A pledge is one wherever it stands: "ASN ikut deklarasi
    netralitas".
    """
    said = {term.word for term in terms}
    if (not _LACKS & said and "pakta" in said) or any(
        term.word == "deklarasi" and after.word in _PLEDGED for term, after in pairwise(terms)
    ):
        return True
    urged = bool(_URGED & said)
    for term in terms:
        if term.word in ACTIONS:
            return not (term.word in _LACKED and _LACKS & said)
        if term.word in _URGES and not urged:
            return True
        if term.word in _BEFORE_ACTION or term.word[0].isdigit():
            continue
        if not wordings.light(wordings.family(term.word)):
            return False
    return False


def is_goal(terms: Sequence[Term]) -> bool:
    """Tell whether a phrase states a duty or that all went well: "ASN wajib netral", "logistik lancar"."""
    return any(
        term.word in _GOALS
        and not any(before.word in _DENIALS for before in terms[max(0, place - _DENIED_WITHIN) : place])
        for place, term in enumerate(terms)
    )
