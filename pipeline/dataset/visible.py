"""Words of documents, fit to be shown: nothing in them is unseen, or turns the direction of what is seen."""

from __future__ import annotations

import unicodedata
from typing import Final

_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def visible(text: str) -> str:
    r"""Return the text with a mark for each character that cannot be seen, or that turns the direction of others.

    >>> visible("skor\u202e77,7\x00"), visible("Médan")
    ('skor\ufffd77,7\ufffd', 'Médan')
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join("\ufffd" if unicodedata.category(char) in _UNSEEN else char for char in text)


def trimmed(text: str, most: int) -> str:
    """Return the text, or its beginning and an ellipsis where it is longer than ``most`` characters.

    >>> trimmed("Kota Semarang", 20), trimmed("Kota Semarang", 8), trimmed("Kota", 0)
    ('Kota Semarang', 'Kota Se…', '')
    """
    if len(text) <= most:
        return text
    return f"{text[: most - 1].rstrip()}…" if most else ""
