"""ZIP files, of which Office files are a kind."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

# What every member is dated: the earliest date that a ZIP can hold.
ZIP_DATE = (1980, 1, 1, 0, 0, 0)


def fixed_zip(data: bytes) -> bytes:
    """Write a ZIP anew with fixed dates."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            info = zipfile.ZipInfo(name, date_time=ZIP_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3
            new.writestr(info, old.read(name))
    return target.getvalue()


def packed(members: Mapping[str, str | bytes], *, stored: bool = False) -> bytes:
    """Zip the members: ``stored`` as they are, so that no ratio gives them away, else squeezed."""
    stream = io.BytesIO()
    method = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(stream, "w", method, compresslevel=9) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()
