"""The one spaCy pipeline: words, sentences and names of regions. The only module that imports spaCy.

There is no trained Indonesian model; the pipeline is a blank one with a tokenizer of our own (words, numbers and
single marks), a component that finds sentence ends, and a matcher for names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import spacy
from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokenizer import Tokenizer
from spacy.util import registry

from pipeline.text import Mapped, tidy_mapped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from spacy.tokens import Doc

# "77.7" and "1.076" stay whole, "Tinggi77" and "1Kabupaten" come apart, every other mark stands alone.
_INSIDE = re.compile(
    r"(?<!\d)[.,]|[.,](?!\d)|[^\w\s.,]|(?<=\d)(?=[^\W\d_])|(?<=[^\W\d_])(?=\d)",
)

_LONGEST = 6_000  # characters of a sentence; the rules look at all pairs within one, so it must end somewhere
_TITLES = "dr drs dra h hj ir moh muh mohd muhd st pj plt plh kpt dkk se sh mh s.h s.pd m.pd s.e s.sos m.si m.h"
_PLACES = "kab kabs kec kel ds prov jl jln no nomor thn tgl hlm hal ket rp pt cv tbk spd s.ag s.ip s.t s.kom"
ABBREVIATIONS = frozenset(f"{_TITLES} {_PLACES}".split())
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
        # The tokenizer goes in by name: building spaCy's own first, with its exceptions, takes five seconds.
        self._nlp = spacy.blank("id", config={"nlp": {"tokenizer": {"@tokenizers": "ikp_words"}}})
        self._nlp.add_pipe("ikp_sentences")
        self._nlp.max_length = 100_000_000  # no statistics are computed, so memory does not grow with the square
        self._names = PhraseMatcher(self._nlp.vocab, attr="LOWER")
        self._names.add("name", [self._nlp.make_doc(name) for name in sorted(set(names))])

    def read(self, text: str, offset: int = 0) -> Passage:
        """Tidy and analyse ``text``, which begins at character ``offset`` of its document."""
        mapped = tidy_mapped(text, offset)
        lower = "".join(low if len(low := char.lower()) == 1 else char for char in mapped.text)
        doc = self._nlp(mapped.text)
        spans = spacy.util.filter_spans(doc[start:end] for _, start, end in self._names(doc))
        return Passage(
            mapped=mapped,
            text=mapped.text,
            lower=lower,
            sentences=tuple((sent.start_char, sent.end_char) for sent in doc.sents) if len(doc) else (),
            names=tuple(Name(start=span.start_char, end=span.end_char) for span in spans),
        )


def _word_tokenizer() -> Callable[[Language], Tokenizer]:
    """Return the maker of a tokenizer of words, numbers and single marks."""

    def make(nlp: Language) -> Tokenizer:
        return Tokenizer(
            nlp.vocab,
            prefix_search=re.compile(r"^[^\w\s]").search,
            suffix_search=re.compile(r"[^\w\s]$").search,
            infix_finditer=_INSIDE.finditer,
        )

    return make


registry.tokenizers.register("ikp_words", func=_word_tokenizer)


@Language.component("ikp_sentences")
def _mark_sentences(doc: Doc) -> Doc:
    """Start a sentence after ``. ! ?`` unless an abbreviation, an initial or a small letter speaks against it."""
    for token in doc:
        token.is_sent_start = token.i == 0
    begin = 0
    for index in range(len(doc) - 1):
        if doc[index].idx - begin > _LONGEST:
            doc[index].is_sent_start = True
            begin = doc[index].idx
        if doc[index].text in {".", "!", "?"} and _ends_here(doc, index):
            start = _after_closing(doc, index + 1)
            if start < len(doc):
                doc[start].is_sent_start = True
                begin = doc[start].idx
    return doc


def _ends_here(doc: Doc, index: int) -> bool:
    following = _after_closing(doc, index + 1)
    if following >= len(doc):
        return False
    first = doc[following].text
    if not doc[following - 1].whitespace_ and first not in {'"', "'"}:
        return False
    if first[0].islower():
        return False
    previous = doc[index - 1].text if index else ""
    initial = len(previous) == 1 and previous.isalpha()
    return doc[index].text != "." or not (initial or previous.lower() in ABBREVIATIONS)


def _after_closing(doc: Doc, index: int) -> int:
    """Skip closing quotes and brackets that stand directly behind the end mark."""
    while index < len(doc) and doc[index].text in {'"', "'", ")", "]"} and not doc[index - 1].whitespace_:
        index += 1
    return index
