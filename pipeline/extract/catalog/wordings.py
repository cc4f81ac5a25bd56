"""Every wording of the catalog and of the known issues, indexed for comparison.

Words are grouped into families (see ``roots``); a family that few meanings share says more than one that many
share.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

from pipeline.extract.words.fuzzy import nearest
from pipeline.extract.words.roots import roots
from pipeline.extract.words.terms import EXPRESSION_WORDS, read_terms
from pipeline.text import words

if TYPE_CHECKING:
    from pipeline.reference import Reference

LIGHT: Mapping[str, float] = dict.fromkeys(
    (  # noqa: SIM905 (one word a line would fill pages)
        "yang di ke dari dan atau serta maupun pada dalam oleh untuk dengan terhadap kepada bagi atas "
        "tentang terkait soal mengenai adanya ada terdapat terdapatnya terjadi terjadinya potensi berpotensi "
        "riwayat kasus isu masih sudah telah akan juga lain lainnya sebagai para secara saat ketika proses "
        "praktik praktek kejadian hal itu ini tersebut sejumlah sebanyak beberapa seluruh jajaran tingkat namun "
        "tetapi tapi agar sehingga karena akibat thd dugaan adalah yaitu yakni seperti antara tertentu "
        "menjadi merupakan berada punya memiliki dapat pernah pihak oknum unsur melakukan dilakukan "
        "dilaksanakan pelaksanaan mengalami nya se daerah lewat melalui selama sambil salahsatu demi jelang "
        "menjelang serentak milik tiba menggelar mengadakan dilakukannya diduga bermuatan bernuansa berbasis "
        "berbau mengandung memuat berisi lantaran sebuah setiap per antar maksimal h pula marak maraknya kerap "
        "sering kembali membuat dikhawatirkan dimungkinkan kemungkinan"
    ).split(),
    0.04,
) | {
    # Words that nearly every release has, and that now and then tell two indicators apart.
    **dict.fromkeys(
        ("laporan", "lapor", "lokasi", "informasi", "temuan", "rawan", "kerawanan", "pelanggaran", "langgar"), 0.3
    ),
    **dict.fromkeys(
        (
            "pemilu",
            "tahapan",
            "masa",
            "hari",
            "waktu",
            "jumlah",
            "sekitar",
            "banyak",
            "kegiatan",
            "tim",
            "anggota",
            "orang",
            "mengajukan",
            "kabupaten",
        ),
        0.15,
    ),
}
"""Words that weigh little, whatever their frequency."""

RIGHT = frozenset(
    (  # noqa: SIM905 (one word a line would fill pages)
        "paling menurut peringkat selasa ketiga mengatakan membuat terang sisanya tanggal bahkan susunan penyebab "
        "tandas mereka selamat mengenal terlihat pengawalan siaran beranda lapangan konsen personal berpijak "
        "pelipatan barang batang karang sebagian kebagian perantara tanggapan harapan tahanan makanan bantuan "
        "bantahan balasan badan kebakaran pembacaan pendapatan perairan pelayaran penerangan penambangan "
        "pengadaan penggadaan perempatan persidangan"
    ).split()
)
"""Words that resemble one of a wording and are none: they are spelled right."""

NOISE = 0.3
"""Weight of a word that no wording holds."""

Kind = Literal["exact", "alias"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What a wording means: indicators (two for a composite item), or a known issue outside the catalog."""

    numbers: tuple[int, ...] = ()
    issue: str | None = None
    arguable: tuple[int, ...] = ()

    def overlaps(self, other: Meaning) -> bool:
        """Tell whether the two are no rivals: the same issue, or a number in common."""
        if self.issue is not None:
            return self.issue == other.issue
        return bool({*self.numbers, *self.arguable} & {*other.numbers, *other.arguable})


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One wording: its families in order, light words left out, and the weight of them all.

    ``place`` numbers the wordings, catalog first, corrections of the project last, so that ties are broken the
    same way on every machine.
    """

    place: int
    text: str
    kind: Kind
    meaning: Meaning
    families: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Wordings:
    """All wordings with what is needed to compare a phrase with them.

    ``own`` are the corrections of the project: what reads as one of them, word by word, means that alone.
    Compared and hashed by identity, so that look-ups can be cached.
    """

    all: tuple[Wording, ...]
    by_key: Mapping[str, Wording]
    by_family: Mapping[str, tuple[Wording, ...]]
    by_first: Mapping[str, tuple[Wording, ...]]
    family_of_root: Mapping[str, str]
    weights: Mapping[str, float]
    vocabulary: frozenset[str]
    names: frozenset[str]
    spellings: tuple[str, ...]
    own: tuple[Wording, ...] = ()

    def family(self, word: str) -> str | None:
        """Return the family of a word, or None where no wording holds it."""
        return _family(self, word)

    def respell(self, word: str) -> str:
        """Return the word meant by a misspelt one: one wrong letter in 9 letters or more, two in 12 or more.

        A word that is known, or like no other, comes back as it is.
        """
        return _respell(self, word, 9)

    def respell_loosely(self, word: str) -> str:
        """Return the word meant by a misspelt one, from 6 letters on: for phrases that are judged as a whole."""
        return _respell(self, word, 6)

    def known(self, word: str) -> bool:
        """Tell whether a word shares a root with a word of a wording, without any misspelling."""
        return any(root in self.family_of_root for root in roots(word))

    def groups(self, terms: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
        """Return the families of groups of terms, unknown terms left out."""
        return _groups(self, terms)

    def weight(self, family: str | None) -> float:
        """Return what a family says, 0 to 1: near 1 for one that a single meaning has."""
        return NOISE if family is None else self.weights[family]

    def light(self, family: str | None) -> bool:
        """Tell whether a family is a function word or lead-in."""
        return family is not None and self.weights[family] <= 0.05


@lru_cache(maxsize=100_000)
def _family(wordings: Wordings, word: str) -> str | None:
    return next((wordings.family_of_root[root] for root in roots(word) if root in wordings.family_of_root), None)


@lru_cache(maxsize=100_000)
def _respell(wordings: Wordings, word: str, shortest: int) -> str:
    if len(word) < shortest or word in wordings.vocabulary or word in wordings.names or wordings.known(word):
        return word
    return nearest(word, wordings.spellings, edits=2 if len(word) >= 12 else 1) or word


@lru_cache(maxsize=64)
def _groups(wordings: Wordings, terms: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    found = ((wordings.family(term) for term in group if wordings.known(term)) for group in terms)
    return tuple(tuple(dict.fromkeys(family for family in group if family)) for group in found)


def key_of(text: str) -> str:
    """Return what spellings of one wording share: its folded words.

    >>> key_of("KTP-el / e-KTP")
    'ktp el e ktp'
    """
    return " ".join(words(text))


@cache
def wordings_of(reference: Reference) -> Wordings:
    """Return the index of all wordings of ``reference``; built once."""
    return _index_wordings(_sources(reference), _names(reference), _corrections(reference))


def _corrections(reference: Reference) -> Iterable[tuple[str, Kind, Meaning]]:
    for row in reference.project:
        if row.kind == "indicator":
            yield row.phrase, "alias", Meaning(numbers=(int(row.means),))


def _sources(reference: Reference) -> Iterable[tuple[str, Kind, Meaning]]:
    corrected = {row.key for row in reference.project if row.kind == "indicator"}
    for row in reference.indicators.values():
        for name in (row.name, row.official_name):
            if name and key_of(name) not in corrected:
                yield name, "exact", Meaning(numbers=(row.number,))
    for alias in reference.indicator_aliases:
        yield alias.wording, "alias", Meaning(numbers=(alias.number, *alias.also), arguable=alias.arguable)
    for known in reference.known_issues:
        for text in known.wordings:
            yield text, "alias", Meaning(issue=known.issue)


def _names(reference: Reference) -> frozenset[str]:
    """Return the words of the names of regions: "Kendal" is no misspelt "kendala"."""
    return frozenset(word for region in reference.regions.values() for word in words(region.name))


def _index_wordings(
    sources: Iterable[tuple[str, Kind, Meaning]],
    names: frozenset[str] = frozenset(),
    corrections: Iterable[tuple[str, Kind, Meaning]] = (),
) -> Wordings:
    """Index wordings, each with its kind and meaning; ``names`` are words that are never misspelt ones.

    ``corrections`` go before all others of the same words, and leave the weights of words as they are: to correct
    one phrase must not change how well any other fits.
    """
    shipped = tuple(sources)
    rows = (*shipped, *corrections)
    spelled = [tuple(term.word for term in read_terms(text) if not term.word.isdigit()) for text, _, _ in rows]
    family_of_word, family_of_root = _families({word for line in spelled for word in line} | LIGHT.keys())
    weights = _weights(
        [({family_of_word[word] for word in line}, row[2]) for line, row in zip(spelled, shipped, strict=False)],
        family_of_word,
    )
    made = tuple(
        _wording(place, row, tuple(family_of_word[word] for word in line), weights)
        for place, (row, line) in enumerate(zip(rows, spelled, strict=True))
    )
    by_family: dict[str, list[Wording]] = defaultdict(list)
    by_first: dict[str, list[Wording]] = defaultdict(list)
    own = made[len(shipped) :]
    for wording in (*made[: len(shipped)], *_apart(own, made[: len(shipped)])):
        for family in dict.fromkeys(wording.families):
            by_family[family].append(wording)
        if wording.families:
            by_first[wording.families[0]].append(wording)
    vocabulary = EXPRESSION_WORDS | family_of_word.keys()
    by_key = {key_of(wording.text): wording for wording in own}
    for wording in made:
        by_key.setdefault(key_of(wording.text), wording)
    for wording in made:  # "Adanya" in the catalog's names says nothing
        by_key.setdefault(key_of(wording.text).removeprefix("adanya "), wording)
    return Wordings(
        all=made,
        by_key=by_key,
        by_family={family: tuple(found) for family, found in by_family.items()},
        by_first={family: tuple(found) for family, found in by_first.items()},
        family_of_root=family_of_root,
        weights=weights,
        vocabulary=vocabulary,
        names=names | RIGHT,
        spellings=tuple(sorted(word for word in vocabulary if len(word) >= 5)),
        own=own,
    )


def _apart(own: Iterable[Wording], shipped: Iterable[Wording]) -> Iterator[Wording]:
    """Yield the corrections that may be told from what ships by the families of their words.

    Of the others ("serangan fajar" is read as "politik uang" is) only the very words mean what a person said; if
    they were compared as all wordings are, every phrase of that family would become doubtful.
    """
    meanings: dict[frozenset[str], list[Meaning]] = defaultdict(list)
    for wording in shipped:
        meanings[frozenset(wording.families)].append(wording.meaning)
    for wording in own:
        if all(wording.meaning.overlaps(meaning) for meaning in meanings[frozenset(wording.families)]):
            yield wording


def _wording(
    place: int, row: tuple[str, Kind, Meaning], families: tuple[str, ...], weights: Mapping[str, float]
) -> Wording:
    text, kind, meaning = row
    heavy = tuple(family for family in families if weights[family] > 0.05)
    kept = heavy or families
    return Wording(
        place=place,
        text=text,
        kind=kind,
        meaning=meaning,
        families=kept,
        weight=sum(weights[family] for family in dict.fromkeys(kept)),
    )


def _families(vocabulary: Iterable[str]) -> tuple[dict[str, str], dict[str, str]]:
    """Group words that share a root. A family is named by its first word in the alphabet."""
    parent: dict[str, str] = {}

    def top(root: str) -> str:
        while parent.setdefault(root, root) != root:
            root = parent[root]
        return root

    ordered = sorted(vocabulary)
    for word in ordered:
        first = roots(word)[0]
        for root in roots(word):
            parent[top(root)] = top(first)
    names: dict[str, str] = {}
    for word in ordered:
        names.setdefault(top(roots(word)[0]), word)
    return (
        {word: names[top(roots(word)[0])] for word in ordered},
        {root: names[top(root)] for root in sorted(parent)},
    )


def _weights(lines: Iterable[tuple[set[str], Meaning]], family_of_word: Mapping[str, str]) -> dict[str, float]:
    holders: dict[str, set[tuple[tuple[int, ...], str | None]]] = defaultdict(set)
    meanings = set()
    for families, meaning in lines:
        meanings.add((meaning.numbers[:1], meaning.issue))
        for family in families:
            holders[family].add((meaning.numbers[:1], meaning.issue))
    scale = math.log(len(meanings) + 1)
    weights = {
        family: round(max(0.15, math.log((len(meanings) + 1) / len(holders[family])) / scale), 4)
        if family in holders
        else NOISE  # of corrections alone: in other phrases it weighs what it did before
        for family in sorted(set(family_of_word.values()))
    }
    weights.update({family_of_word[word]: weight for word, weight in LIGHT.items() if word in family_of_word})
    return weights
