"""PDFs that nobody means well with: bombs and crowds of objects. Made, not kept."""

from __future__ import annotations

import io
import zlib

_MEGABYTE = 1 << 20


def pdf(content: bytes, *, inflate: bool = False, padding: int = 0) -> bytes:
    """Write a PDF of one page with this content, compressed already if ``inflate``, and many idle objects."""
    filters = b"/Filter /FlateDecode " if inflate else b""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F 5 0 R >> >> >>",
        b"<< %s/Length %d >>\nstream\n%s\nendstream" % (filters, len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        *(b"<< /N %d >>" % number for number in range(padding)),
    ]
    body = io.BytesIO()
    body.write(b"%PDF-1.7\n")
    places = []
    for number, one in enumerate(objects, start=1):
        places.append(body.tell())
        body.write(b"%d 0 obj\n%s\nendobj\n" % (number, one))
    start = body.tell()
    body.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    body.writelines(b"%010d 00000 n \n" % place for place in places)
    body.write(b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))
    return body.getvalue()


def deflated_zeros(size: int) -> bytes:
    """Return what inflates to so many zeros."""
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(bytes(_MEGABYTE)) for _ in range(size // _MEGABYTE)) + packer.flush()
