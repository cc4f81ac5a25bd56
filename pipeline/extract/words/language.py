"""The one spaCy pipeline: words, sentences and names of regions. The only module that imports spaCy.

There is no trained Indonesian model; the pipeline is a blank one with a tokenizer of our own (words, numbers and
single marks); beside it stand rules that find sentence ends, and a matcher for names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import spacy
from spacy.attrs import LOWER
from spacy.matcher import PhraseMatcher
from spacy.tokenizer import Tokenizer
from spacy.util import registry
from spacy.vocab import Vocab

from pipeline.text import Mapped, tidy_mapped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from spacy.language import Language
    from spacy.tokens import Doc

    from pipeline.text import Step

# "77.7" and "1.076" stay whole, "Tinggi77", "1Kabupaten" and "KotaAlfa" come apart, every other mark stands alone.
_INSIDE = re.compile(
    r"(?<!\d)[.,]|[.,](?!\d)|[^\w\s.,]|(?<=\d)(?=[^\W\d_])|(?<=[^\W\d_])(?=\d)"
    r"|(?<=[Kk]abupaten)(?=[A-Z])|(?<=[Kk]ota)(?=[A-Z])|(?<=[Pp]rovinsi)(?=[A-Z])",
)

_LONGEST = 6_000  # characters of a sentence; the rules look at all pairs within one, so it must end somewhere
_TITLES = "dr drs dra h hj ir moh muh mohd muhd st pj plt plh kpt dkk se sh mh s.h s.pd m.pd s.e s.sos m.si m.h"
_PLACES = "kab kabs kec kel kep ds prov jl jln no nomor thn tgl hlm hal ket rp pt cv tbk spd s.ag s.ip s.t s.kom"
_ABBREVIATIONS = frozenset(f"{_TITLES} {_PLACES}".split())
"""Words after which a full stop ends no sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A known name in a passage: characters ``start`` to ``end`` of ``Passage.text``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A block's text, tidied: ``text`` with its case, ``lower`` without (same length).

    ``sentences`` are ranges of ``text``; ``names`` the known names, longest first where they overlap, in order
    of position; ``mapped`` leads back to the characters of the document.
    """

    mapped: Mapped
    text: str
    lower: str
    sentences: tuple[tuple[int, int], ...]
    names: tuple[Name, ...]


class Reader:
    """Reads passages with a fixed set of names."""

    def __init__(self, names: Iterable[str]) -> None:
        """Build the pipeline; ``names`` are matched as whole words, whatever their case."""
        # Of the dozen traits that spaCy works out for every new word (is it a URL, a number ...) one is used.
        vocab = Vocab(lex_attr_getters={LOWER: str.lower})
        # The tokenizer goes in by name: building spaCy's own first, with its exceptions, takes five seconds.
        self._nlp = spacy.blank("id", vocab=vocab, config={"nlp": {"tokenizer": {"@tokenizers": "ikp_words"}}})
        self._nlp.max_length = 100_000_000  # no statistics are computed, so memory does not grow with the square
        self._names = PhraseMatcher(self._nlp.vocab, attr="LOWER")
        self._names.add("name", [self._nlp.make_doc(name) for name in sorted(set(names))])

    def read(self, text: str, offset: int = 0, steps: Sequence[Step] = ()) -> Passage:
        """Tidy and analyse ``text``, which begins at character ``offset`` of its document; ``steps`` mend it."""
        mapped = tidy_mapped(text, offset)
        for step in steps:
            mapped = mapped.apply(step)
        lower = _lower(mapped.text)
        doc = self._nlp(mapped.text)
        spans = spacy.util.filter_spans(doc[start:end] for _, start, end in self._names(doc))
        return Passage(
            mapped=mapped,
            text=mapped.text,
            lower=lower,
            sentences=_sentences(doc),
            names=tuple(Name(start=span.start_char, end=span.end_char) for span in spans),
        )


def _word_tokenizer() -> Callable[[Language], Tokenizer]:
    """Return the maker of a tokenizer of words, numbers and single marks."""

    def make(nlp: Language) -> Tokenizer:
        return Tokenizer(
            nlp.vocab,
            prefix_search=re.compile(r"^[^\w\s]").search,
            infix_finditer=_INSIDE.finditer,
        )

    return make


registry.tokenizers.register("ikp_words", func=_word_tokenizer)


def _lower(text: str) -> str:
    """Return ``text`` in lower case, character by character, so that it keeps its length."""
    if text.isascii():
        return text.lower()
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


class _Word(NamedTuple):
    """A token as plain values, for spaCy's own are slow to ask again and again. ``parted``: a blank follows."""

    text: str
    start: int
    parted: bool


def _sentences(doc: Doc) -> tuple[tuple[int, int], ...]:
    """Return the ranges of the sentences of ``doc``."""
    words = [_Word(token.text, token.idx, bool(token.whitespace_)) for token in doc]
    return tuple(
        (words[low].start, words[high - 1].start + len(words[high - 1].text))
        for low, high in pairwise([*_sentence_starts(words), len(words)])
    )


def _sentence_starts(words: Sequence[_Word]) -> list[int]:
    """Start a sentence after ``. ! ?`` unless an abbreviation, an initial or a small letter speaks against it."""
    starts = [0] if words else []
    begin = 0
    for index in range(len(words) - 1):
        word = words[index]
        if word.start - begin > _LONGEST:
            starts.append(index)
            begin = word.start
        if word.text in {".", "!", "?"} and _ends_here(words, index):
            starts.append(_after_closing(words, index + 1))
            begin = words[starts[-1]].start
    return starts


def _ends_here(words: Sequence[_Word], index: int) -> bool:
    following = _after_closing(words, index + 1)
    if following >= len(words):
        return False
    first = words[following].text
    if not words[following - 1].parted or first[0].islower():
        return False
    previous = words[index - 1].text if index else ""
    if words[index].text == "." and _is_torn_decimal(words, index, following):
        return False
    if previous == "." and first[0].isdigit():
        return False  # dots that lead to a figure: "Riwayat PSU ..... 6"
    initial = len(previous) == 1 and previous.isalpha()
    return words[index].text != "." or not (initial or previous.lower() in _ABBREVIATIONS)


def _is_torn_decimal(words: Sequence[_Word], index: int, following: int) -> bool:
    """Tell whether a stop parts one figure that ends its sentence or is a share: "41. 20 persen"."""
    figures = words[index - 1].text if index else "", words[following].text
    if not (re.fullmatch(r"\d{1,2}", figures[0]) and re.fullmatch(r"\d{2}", figures[1])):
        return False
    behind = words[following + 1].text.lower() if following + 1 < len(words) else "."
    return behind in {".", ",", ";", ")", "%", "persen", "poin"}


def _after_closing(words: Sequence[_Word], index: int) -> int:
    """Skip closing quotes and brackets that stand directly behind the end mark."""
    while index < len(words) and words[index].text in {'"', "'", ")", "]"} and not words[index - 1].parted:
        index += 1
    return index
