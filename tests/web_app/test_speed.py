"""The server's own time stays low: a queue of 2,000 items, and a document of 20,000 blocks."""

from __future__ import annotations

import statistics
from collections.abc import Iterable
from dataclasses import replace

import pytest

from pipeline.jobs.desk import Desk
from pipeline.model import Block, Document, Evidence, Span
from pipeline.review.queue import Filter, QueueItem
from pipeline.web.site import item_path
from web_app.bench import Crowd, Visitor

MEDIAN = 150.0
"""Milliseconds; ten times what it takes on an idle machine. The campaign of a morning tells the worst."""


def times(visitor: Visitor, paths: Iterable[str]) -> list[float]:
    """Return what the server says of each request, in milliseconds."""
    answers = [visitor.get(path) for path in paths]
    assert {answer.status_code for answer in answers} == {200}
    return [float(answer.headers["Server-Timing"].partition("dur=")[2]) for answer in answers]


@pytest.fixture(scope="module")
def crowd(original: Desk) -> Crowd:
    desk = Crowd(corpus=original.corpus, out=original.out)
    desk.fill(2_000)
    return desk


def test_a_long_queue_comes_fast(crowd: Crowd) -> None:
    visitor = Visitor(crowd)
    paths = ["/", "/?page=20", "/?type=score&kind=held", "/?text=serang", "/?region=36", "/?groups=all"] * 3
    found = times(visitor, paths)
    assert statistics.median(found) < MEDIAN


def test_items_of_a_long_queue_come_fast(crowd: Crowd) -> None:
    found = times(Visitor(crowd), [item_path(item.key) for item in crowd.queue()[:2_000:80]])
    assert statistics.median(found) < MEDIAN


class Library(Desk):
    """A desk with one document that has no end, a finding in each of its lines."""

    def build(self, count: int) -> None:
        model = super().queue(Filter())[0]
        lines = [f"Kabupaten Nomor {number} memperoleh skor 41,20 <b>.\n" for number in range(count)]
        starts = [0]
        for line in lines:
            starts.append(starts[-1] + len(line))
        spans = [Span(start=at, end=at + len(line) - 1) for at, line in zip(starts, lines, strict=False)]
        self.long = Document(
            sha256=model.sha256,
            media_type="text/plain",
            text="".join(lines),
            blocks=tuple(Block(kind="paragraph", span=span) for span in spans),
            reader="text",
            reader_version=1,
        )
        self.found = tuple(_at(model, number, span, self.long.text) for number, span in enumerate(spans[::4]))

    def document(self, sha256: str) -> Document | None:  # noqa: ARG002
        return self.long

    def findings_in(self, sha256: str) -> tuple[QueueItem, ...]:  # noqa: ARG002
        return self.found

    def queue(self, wanted: Filter = Filter()) -> tuple[QueueItem, ...]:  # noqa: B008 - frozen
        return tuple(item for item in self.found if wanted.takes(item))

    def item(self, key: str) -> QueueItem | None:
        return next((item for item in self.found if item.key == key), None)


def _at(model: QueueItem, number: int, span: Span, text: str) -> QueueItem:
    finding = replace(model.item.machine, evidence=(Evidence(raw=span.of(text), span=span),))
    return replace(model, key=f"k{number}", item=replace(model.item, machine=finding, shown=finding))


def test_a_long_document_comes_fast_and_in_parts(original: Desk) -> None:
    desk = Library(corpus=original.corpus, out=original.out)
    desk.build(20_000)
    visitor = Visitor(desk)
    found = times(
        visitor, ["/item/k2500", "/item/k0", "/item/k4999", f"/document/{desk.long.sha256}?at=k2500"] * 3
    )
    assert statistics.median(found) < MEDIAN
    page = visitor.page("/item/k2500")
    assert len(page) < 200_000
    assert 'id="here"' in page
    assert 'id="here"' in visitor.page(f"/document/{desk.long.sha256}?at=k2500")
