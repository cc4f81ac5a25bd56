"""Documents packed as a mail or a ZIP. The same members give the same bytes, under any version of Python."""

from __future__ import annotations

import base64
import io
import quopri
import zipfile
from collections.abc import Mapping, Sequence
from email.header import Header

from pipeline.readers.media import EXTENSIONS
from press.zips import ZIP_DATE

LETTER = ("surat.txt", "surat.html")
"""Members that are a mail's own text; the first begins with the lines of its head: ``@dari NAME <address>``."""

_FIELDS = {"@dari": "From", "@kepada": "To", "@perihal": "Subject", "@waktu": "Date"}
_JUNK = {"__MACOSX/._.DS_Store": b"\0\5\x16\7", ".DS_Store": b"\0\0\0\1Bud1"}


def zip_bytes(members: Mapping[str, bytes]) -> bytes:
    """Pack members by their paths, with the hidden files that macOS adds."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in {**members, **_JUNK}.items():
            info = zipfile.ZipInfo(name, date_time=ZIP_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3
            info.external_attr = 0o644 << 16
            archive.writestr(info, content)
    return target.getvalue()


def mail_bytes(members: Mapping[str, bytes]) -> bytes:
    """Write a mail: ``LETTER`` is its text, a picture named in the HTML is set there, the rest is attached."""
    text, html = (members.get(name, b"").decode() for name in LETTER)
    head, _, words = text.partition("\n\n")
    fields = [line.split(" ", 1) for line in head.splitlines()]
    lines = [f"{_FIELDS[word]}: {_header(value)}" for word, value in fields]
    body = _leaf("text/plain; charset=utf-8", words.encode())
    if html:
        inside = [name for name in members if f"cid:{_stem(name)}" in html]
        page = _leaf("text/html; charset=utf-8", html.encode())
        pictures = [_file(name, members[name], inline=True) for name in inside]
        body = _multipart("alternative", [body, _multipart("related", [page, *pictures]) if pictures else page])
        members = {name: content for name, content in members.items() if name not in inside}
    files = [_file(name, content) for name, content in members.items() if name not in LETTER]
    body = _multipart("mixed", [body, *files]) if files else body
    return "\r\n".join([*lines, "MIME-Version: 1.0", *body.split("\n")]).encode("ascii")


def _header(value: str) -> str:
    return value if value.isascii() else Header(value, "utf-8").encode()


def _leaf(kind: str, content: bytes) -> str:
    packed = quopri.encodestring(content).decode("ascii")
    return f"Content-Type: {kind}\nContent-Transfer-Encoding: quoted-printable\n\n{packed}"


def _file(name: str, content: bytes, *, inline: bool = False) -> str:
    kind = EXTENSIONS[f".{name.rpartition('.')[2]}"]
    place = (
        f'inline; filename="{name}"\nContent-ID: <{_stem(name)}>' if inline else f'attachment; filename="{name}"'
    )
    packed = base64.encodebytes(content).decode("ascii")
    return (
        f'Content-Type: {kind}; name="{name}"\nContent-Disposition: {place}\n'
        f"Content-Transfer-Encoding: base64\n\n{packed}"
    )


def _multipart(kind: str, parts: Sequence[str]) -> str:
    mark = f"--=_{kind}"
    inside = "".join(f"{mark}\n{part}\n" for part in parts)
    return f'Content-Type: multipart/{kind}; boundary="=_{kind}"\n\n{inside}{mark}--\n'


def _stem(name: str) -> str:
    return name.rpartition(".")[0]
