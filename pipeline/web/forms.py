"""The fields of a form, and of an address, as text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from urllib.parse import parse_qsl

from starlette.requests import Request

_MOST_FIELDS: Final = 100
FORM: Final = "application/x-www-form-urlencoded"


async def form_of(request: Request) -> Mapping[str, str] | None:
    """Return the fields of a form by name, the last of those of one name; None for what is no such form."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != FORM:
        return None
    try:
        body = (await request.body()).decode("ascii")
        pairs = parse_qsl(body, keep_blank_values=True, max_num_fields=_MOST_FIELDS, errors="strict")
    except ValueError:
        return None
    return {name: _plain(value) for name, value in pairs}


def _plain(text: str) -> str:
    """Return a text without the characters that control a terminal; browsers send line ends as two."""
    return "".join(character for character in text.replace("\r\n", "\n") if character == "\n" or character >= " ")
