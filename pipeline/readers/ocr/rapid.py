"""rapidocr, the optional extra ``ocr``: its networks lie in its package, so that it needs no system package.

It takes about 1 GB of memory in this process and five seconds a page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, TypeAlias

from pipeline.readers.ocr.engines import OcrError
from pipeline.readers.ocr.picture import Grey
from pipeline.readers.ocr.words import SeenWord
from pipeline.readers.page import BBox

Piece: TypeAlias = tuple[str, float, Sequence[Sequence[float]]]
"""A run of characters, its confidence, and the corners around it."""

_SETTINGS = {
    "Global.log_level": "critical",
    "Global.use_cls": False,  # pages are upright by then
    "EngineConfig.onnxruntime.intra_op_num_threads": 1,
    "EngineConfig.onnxruntime.inter_op_num_threads": 1,
}


def seen_by_rapid(grey: Grey) -> list[SeenWord]:
    """Return the words of a prepared picture, in reading order. Raises OcrError."""
    try:
        output = _engine()(grey, return_word_box=True)
        lines = list(zip(output.txts or (), output.word_results or (), strict=False))
        return [word for number, line in enumerate(lines) for word in words_of(*line, line=number)]
    except Exception as error:  # it is built of four libraries, each with errors of its own
        raise OcrError(f"rapidocr failed ({type(error).__name__})") from error


@cache
def _engine() -> Any:  # noqa: ANN401 - an optional library
    from rapidocr import RapidOCR  # noqa: PLC0415 - slow to load, and seldom there

    return RapidOCR(params=_SETTINGS)


def words_of(text: str, pieces: Iterable[Piece], *, line: int) -> Iterator[SeenWord]:
    """Yield the words of a line; ``pieces`` are parts of them in the same order, for it cuts words where it likes.

    >>> pieces = [("KERA", 0.9, [(0, 0), (40, 9)]), ("WANAN", 0.8, [(41, 0), (80, 9)])]
    >>> pieces += [("IKP", 1.0, [(90, 0), (99, 9)])]
    >>> [(word.text, word.box, word.confidence) for word in words_of("KERAWANAN IKP", pieces, line=0)]
    [('KERAWANAN', (0.0, 0.0, 80.0, 9.0), 0.8), ('IKP', (90.0, 0.0, 99.0, 9.0), 1.0)]
    """
    waiting = iter(pieces)
    for word in text.split():
        held: list[Piece] = []
        while sum(len(piece[0]) for piece in held) < len(word):
            piece = next(waiting, None)
            if piece is None:
                break
            held.append(("".join(piece[0].split()), piece[1], piece[2]))
        if not held:
            return
        box = _around(corner for piece in held for corner in piece[2])
        confidence = float(min(piece[1] for piece in held))
        yield SeenWord(text=word, box=box, top=box[1], bottom=box[3], line=line, confidence=confidence)


def _around(corners: Iterable[Sequence[float]]) -> BBox:
    xs, ys = zip(*((float(x), float(y)) for x, y in corners), strict=True)
    return (min(xs), min(ys), max(xs), max(ys))
