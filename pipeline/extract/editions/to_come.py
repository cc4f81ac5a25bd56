"""Updates of an index that are only announced: "Update IKP di masa pandemi nanti bulan Juni"."""

from __future__ import annotations

import re

_BEFORE = re.compile(
    r"(?i)\b(?:akan|berencana|rencananya|berharap|menunggu|setelah|saat|usai)(?: [\w-]+){0,5}\s*$"
)
_BEHIND = re.compile(r"(?i)[^.;\n]{0,40}\b(?:nanti|mendatang|kelak|akan (?:dirilis|keluar|diumumkan|dilakukan))\b")
_NEARBY = 60  # characters before the word for an update in which it is put off


def is_to_come(text: str, start: int, end: int) -> bool:
    """Tell whether the update that characters ``start`` to ``end`` name is put off in its clause.

    >>> text = "Bawaslu akan merilis pemutakhiran IKP"
    >>> is_to_come(text, text.index("pem"), len(text)), is_to_come("pemutakhiran IKP", 0, 16)
    (True, False)
    """
    clause = re.split(r"[.;\n]", text[max(0, start - _NEARBY) : start])[-1]
    return _BEFORE.search(clause) is not None or _BEHIND.match(text, end) is not None
