"""A correction is asked for at an item, shown with all that it would change, and written when agreed to."""

from __future__ import annotations

import time
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from pipeline.jobs.own_aliases import load_aliases
from pipeline.web.site import item_path
from web_app.bench import Visitor, waiting


def ended(visitor: Visitor, address: str) -> httpx.Response:
    """Look at a preview until it is there; browsers are told to look again by themselves."""
    for _ in range(400):
        response = visitor.get(address)
        if "Refresh" not in response.headers:
            return response
        time.sleep(0.1)
    pytest.fail("the preview does not end")


def test_a_correction_is_shown_then_written(visitor: Visitor) -> None:
    item = waiting(visitor.desk, file="kembar.txt")
    assert 'action="/alias"' in visitor.page(item_path(item.key))
    asked = {"kind": "region", "phrase": " Serang  ", "means": "kota serang", "item": item.key}
    address = visitor.post("/alias", **asked).headers["location"]
    assert parse_qs(urlsplit(address).query)["means"] == ["36.73"]
    page = ended(visitor, address)
    assert page.status_code == 200, page.text
    assert "documents would be read otherwise" in page.text
    assert "Kota Serang" in page.text
    assert load_aliases(visitor.desk.corpus) == ()
    written = visitor.post("/alias/agree", **asked)
    assert written.headers["location"] == item_path(item.key)
    (alias,) = load_aliases(visitor.desk.corpus)
    assert (alias.phrase, alias.means, alias.author) == ("Serang", "36.73", "Budi")
    assert (alias.document, alias.quote) == ("kembar.txt", item.item.machine.raw)


def test_nothing_is_looked_at_for_a_link_of_somebody_else(visitor: Visitor) -> None:
    page = visitor.get("/alias?kind=region&phrase=Serang&means=36.73&ticket=0")
    assert page.status_code == 200
    assert "Refresh" not in page.headers
    assert "documents would be read" not in page.text


def test_what_cannot_hold_is_told(visitor: Visitor) -> None:
    for means, phrase in (("99", "politik uang"), ("54", "123"), ("", "x")):
        address = visitor.post("/alias", kind="indicator", phrase=phrase, means=means).headers["location"]
        page = visitor.get(address)
        assert page.status_code == 422
        assert 'role="alert"' in page.text
    unseen = visitor.post("/alias/agree", kind="indicator", phrase="politik uang kertas", means="54")
    assert unseen.status_code == 422
    assert load_aliases(visitor.desk.corpus) == ()
