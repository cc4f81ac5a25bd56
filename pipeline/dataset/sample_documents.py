"""The sample documents that come with the program: a dataset made from them says so wherever it is looked at.

Their figures are real and their texts are not, so that a value read from one must not be cited by its document.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from pipeline.dataset.types import DocumentRecord

SOURCE: Final = "samples"
"""The source that the manifest of the sample corpus names."""


def sample_notice(documents: Iterable[DocumentRecord]) -> tuple[str, str] | None:
    """Return what readers must know of documents that are samples, in English and in Indonesian; None without any.

    >>> record = DocumentRecord(file="a", sha256="a", family="a", status="read", media_type="text/plain")
    >>> sample_notice([record]) is None
    True
    """
    read = [one.source for one in documents if one.status == "read"]
    samples = read.count(SOURCE)
    if not samples:
        return None
    return (
        f"Made from sample documents: {samples:,} of the {len(read):,} documents read come with the program and "
        "were written for it. Their figures are those that Bawaslu published; their sentences, persons and "
        "news sites are invented, and no office has issued these texts. They show what the dataset looks like: "
        "do not cite them as a source.",
        f"Disusun dari dokumen contoh: {samples} dari {len(read)} dokumen yang dibaca menyertai program ini dan "
        "ditulis untuknya. Angkanya adalah angka yang diterbitkan Bawaslu; kalimat, tokoh, dan situs beritanya "
        "rekaan, dan tidak ada kantor yang pernah mengeluarkan teks itu. Dokumen contoh menunjukkan bentuk "
        "dataset ini: jangan mengutipnya sebagai sumber.",
    )
