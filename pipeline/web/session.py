"""Who is at the other end: a signed cookie, and tokens that bind a form to it."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import secrets
from dataclasses import dataclass, replace
from typing import Final

_LONGEST: Final = 4_000  # characters of a cookie that is worth looking at; browsers keep as many
_TOLD: Final = 200  # characters of each part of what is told


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """``id`` is random; ``admitted`` tells that the server's token was given; ``name`` is the person's, or empty.

    ``said`` is what the last request did, told once on the next page: a key of the table of words, and its parts.
    """

    id: str
    admitted: bool = False
    name: str = ""
    said: tuple[str, ...] = ()


def new_session() -> Session:
    """Return a session that nobody can guess."""
    return Session(id=secrets.token_urlsafe(18))


def renewed(session: Session, *, admitted: bool) -> Session:
    """Return the session under a new id, so that one planted before somebody logged in is worth nothing."""
    return replace(session, id=secrets.token_urlsafe(18), admitted=admitted)


def sealed(session: Session, secret: bytes) -> str:
    """Return a session as the text of a cookie."""
    said = [part[:_TOLD] for part in session.said[:3]]
    data = json.dumps([session.id, session.admitted, session.name, *said], ensure_ascii=False).encode()
    body = base64.urlsafe_b64encode(data).decode().rstrip("=")
    return f"{body}.{_signature(secret, 'session', body)}"


def opened(cookie: str | None, secret: bytes) -> Session | None:
    """Return the session of a cookie, None for one that is missing or was not sealed with this secret."""
    if not cookie or len(cookie) > _LONGEST or not cookie.isascii():
        return None
    body, _, signature = cookie.partition(".")
    if not hmac.compare_digest(signature, _signature(secret, "session", body)):
        return None
    try:
        sid, admitted, name, *said = json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
    except (binascii.Error, ValueError):
        return None
    return Session(id=str(sid), admitted=admitted is True, name=str(name), said=tuple(map(str, said)))


def form_token(session: Session, secret: bytes) -> str:
    """Return what every form of a session carries."""
    return _signature(secret, "form", session.id)


def ticket(session: Session, secret: bytes, *parts: str) -> str:
    """Return what lets a session ask for one thing that costs work; it was given for a form of that session."""
    return _signature(secret, "ticket", "\0".join((session.id, *parts)))


def equal(given: str, wanted: str) -> bool:
    """Compare two texts in a time that tells nothing of where they differ."""
    return hmac.compare_digest(given.encode(errors="replace"), wanted.encode())


def _signature(secret: bytes, purpose: str, text: str) -> str:
    return hmac.new(secret, f"{purpose}\0{text}".encode(), hashlib.sha256).hexdigest()
