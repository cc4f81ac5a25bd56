"""What results depend on: the code, tables and libraries of each stage, as hashes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from pipeline.state import Versions

READ_PARTS: Final = (
    "errors.py",
    "model.py",
    "text.py",
    "storage/codec.py",
    "jobs/children.py",
    "jobs/work.py",
    "readers",
)
EXTRACT_PARTS: Final = (*READ_PARTS, "evidence.py", "reference", "extract")
BUILD_PARTS: Final = (
    "account.py",
    "decision.py",
    "jobs/fixed_parts.py",
    "jobs/report_parts.py",
    "jobs/judgement.py",
    "jobs/publish.py",
    "review",
    "dataset",
    *("dataset/method/METHOD.md", "dataset/method/METODE.md"),
)
DATASET_PARTS: Final = (*EXTRACT_PARTS, *BUILD_PARTS)
READ_LIBRARIES: Final = (
    "lxml", "msgspec", "numpy", "openpyxl", "pdfplumber", "pillow", "pypdfium2", "python-docx", "trafilatura",
)  # fmt: skip
RULE_PARTS: Final = (
    *(
        "errors.py",
        "evidence.py",
        "model.py",
        "text.py",
        "storage/codec.py",
        "jobs/work.py",
        "extract",
        "reference",
    ),
    *BUILD_PARTS,
)
EXTRACT_LIBRARIES: Final = (*READ_LIBRARIES, "rapidfuzz", "spacy")
DATASET_LIBRARIES: Final = (*EXTRACT_LIBRARIES, "pandas", "pyarrow")
RULE_LIBRARIES: Final = ("msgspec", "numpy", "pandas", "pyarrow", "rapidfuzz", "spacy")

_PACKAGE: Final = Path(__file__).parents[1]
_CODE: Final = frozenset({".py"})
_TABLES: Final = frozenset({".csv"})
_PAGES: Final = frozenset({".css", ".html", ".js"})


def code_versions() -> Versions:
    """Hash the code, tables and libraries that each stage's results depend on."""
    return Versions(
        read=code_digest(READ_PARTS, READ_LIBRARIES),
        extract=code_digest(EXTRACT_PARTS, EXTRACT_LIBRARIES),
        dataset=code_digest(DATASET_PARTS, DATASET_LIBRARIES),
        ocr=_ocr_engine(),
        rules=code_digest(RULE_PARTS, RULE_LIBRARIES, kinds=_CODE),
        tables=code_digest(("reference",), (), kinds=_TABLES),
    )


def _ocr_engine() -> str:
    from pipeline.readers.ocr.engines import ocr_engine  # noqa: PLC0415

    return ocr_engine()


def code_digest(
    parts: Iterable[str], distributions: Iterable[str], *, kinds: frozenset[str] = _CODE | _TABLES | _PAGES
) -> str:
    """Hash source files and tables of the package, and the versions of libraries that results depend on.

    ``parts`` are modules (``text.py``) or folders (``readers``) of the package; ``kinds`` are endings of files:
    of a folder only those count.
    """
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - 60 ms that --help need not wait for

    digest = hashlib.sha256()
    for path in sorted(file for part in parts for file in _sources(_PACKAGE / part, kinds)):
        digest.update(f"{path.relative_to(_PACKAGE).as_posix()}\n".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    for name in distributions:
        try:
            digest.update(f"{name} {version(name)}\n".encode())
        except PackageNotFoundError:
            digest.update(f"{name} absent\n".encode())
    return digest.hexdigest()


def _sources(path: Path, kinds: frozenset[str]) -> Iterator[Path]:
    if path.is_file():
        yield path
    else:
        yield from (file for file in path.rglob("*") if file.suffix in kinds)
