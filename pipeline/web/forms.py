"""The fields of a form, and of an address, as text."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Final
from urllib.parse import parse_qsl

from starlette.requests import ClientDisconnect, Request

_MOST_FIELDS: Final = 100
WAIT: Final = 20.0
"""Seconds for the body of a request to arrive."""
FORM: Final = "application/x-www-form-urlencoded"


class TooSlow(Exception):  # noqa: N818 - what it is
    """The body of a request does not arrive."""


async def form_of(request: Request) -> Mapping[str, str] | None:
    """Return the fields of a form by name, the last of those of one name; None for what is no such form.

    Also None where whoever sends it has gone. Raises TooSlow for one that stops arriving.
    """
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != FORM:
        return None
    try:
        async with asyncio.timeout(WAIT):
            body = (await request.body()).decode("ascii")
        pairs = parse_qsl(body, keep_blank_values=True, max_num_fields=_MOST_FIELDS, errors="strict")
    except TimeoutError:
        raise TooSlow from None
    except (ValueError, ClientDisconnect):
        return None
    return {name: _plain(value) for name, value in pairs}


def _plain(text: str) -> str:
    """Return a text without the characters that control a terminal; browsers send line ends as two."""
    return "".join(character for character in text.replace("\r\n", "\n") if character == "\n" or character >= " ")
