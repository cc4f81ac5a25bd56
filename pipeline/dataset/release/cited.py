"""How a version of the dataset is cited: as a line of text, and as an entry for BibTeX."""

from __future__ import annotations

from datetime import date
from typing import Final

AUTHOR: Final = "The ikp project"
TITLE: Final = "Indeks Kerawanan Pemilu: Indonesia's election-vulnerability findings in one dataset"
_LICENCE: Final = "CC BY 4.0"


def citation(version: str, day: date | None) -> tuple[str, str]:
    """Return what cites a version, in English and in Indonesian; ``day`` is that of its newest document.

    >>> english, indonesian = citation("2024-12-12-828b3f4d", date(2024, 12, 12))
    >>> english.startswith("The ikp project (2024). Indeks Kerawanan Pemilu"), english[-67:]
    (True, 'Version 2024-12-12-828b3f4d, documents up to 2024-12-12. CC BY 4.0.')
    """
    who = f"{AUTHOR} ({day.year if day else 'n.d.'}). {TITLE}."
    up_to, sampai = (f", documents up to {day}", f", dokumen sampai {day}") if day else ("", "")
    return f"{who} Version {version}{up_to}. {_LICENCE}.", f"{who} Versi {version}{sampai}. {_LICENCE}."


def bibtex(version: str, day: date | None) -> str:
    r"""Return the entry of a version; the title keeps its capitals.

    >>> print(bibtex("2024-12-12-828b3f4d", date(2024, 12, 12)))
    @misc{ikp-2024-12-12-828b3f4d,
      author = {{The ikp project}},
      title = {{Indeks Kerawanan Pemilu: Indonesia's election-vulnerability findings in one dataset}},
      year = {2024},
      howpublished = {Dataset, version 2024-12-12-828b3f4d},
      note = {Documents up to 2024-12-12. CC BY 4.0},
    }
    """
    fields = {
        "author": f"{{{AUTHOR}}}",
        "title": f"{{{TITLE}}}",
        **({"year": str(day.year)} if day else {}),
        "howpublished": f"Dataset, version {version}",
        "note": f"Documents up to {day}. {_LICENCE}" if day else _LICENCE,
    }
    return f"@misc{{ikp-{version},\n" + "".join(f"  {name} = {{{text}}},\n" for name, text in fields.items()) + "}"
