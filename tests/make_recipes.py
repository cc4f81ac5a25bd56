"""Compute the results printed in RECIPES.md anew: ``make recipes``.

The page is run from top to bottom, as a reader would: SQL in one DuckDB session, Python in one namespace, both from
the root of the checkout. What a block answers stands below it as a table, and is all that is replaced.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Sequence
from contextlib import chdir
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "RECIPES.md"
MOST_ROWS = 12  # more belongs into a file, not on a page
NO_ROWS = "*(no row in the samples)*\n"

_BLOCK = re.compile(r"(?ms)^```(sql|python)\n(.*?)^```\n(?:\n(?:(?:\|[^\n]*\n)+|\*\(no row[^\n]*\n))?")


@dataclass(slots=True)
class Kitchen:
    """One DuckDB session and one namespace, which the blocks of a page share."""

    session: duckdb.DuckDBPyConnection = field(default_factory=duckdb.connect)
    names: dict[str, Any] = field(default_factory=dict)

    def cook(self, language: str, code: str) -> str | None:
        """Run a block and return what it answers as a table, None for one that answers nothing."""
        return self.queried(code) if language == "sql" else self.scripted(code)

    def queried(self, code: str) -> str | None:
        """Run statements of SQL; the last answers where it is a query."""
        answer = None
        for statement in self.session.extract_statements(code):
            done = self.session.execute(statement)
            answer = done if statement.type == duckdb.StatementType.SELECT else None
        if answer is None:
            return None
        return table([column[0] for column in answer.description or ()], answer.fetchall())

    def scripted(self, code: str) -> str | None:
        """Run a script; its last line answers where it is a data frame, as in a notebook."""
        *lines, last = ast.parse(code).body
        if not isinstance(last, ast.Expr):
            exec(compile(code, "RECIPES.md", "exec"), self.names)  # noqa: S102 - the page's own code
            return None
        exec(compile(ast.Module(lines, []), "RECIPES.md", "exec"), self.names)  # noqa: S102
        found = eval(compile(ast.Expression(last.value), "RECIPES.md", "eval"), self.names)  # noqa: S307
        if not isinstance(found, pd.DataFrame):
            raise TypeError(f"the last line gives no data frame: {ast.unparse(last)}")
        plain = found if isinstance(found.index, pd.RangeIndex) else found.reset_index()
        return table([str(name) for name in plain.columns], plain.itertuples(index=False, name=None))


def table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a table in Markdown; what is not known is an empty cell. Raises ValueError where it is too long."""
    lines = [header, ["---"] * len(header), *([cell(entry) for entry in row] for row in rows)]
    if len(lines) == 2:
        return NO_ROWS
    if len(lines) > MOST_ROWS + 2:
        raise ValueError(f"{len(lines) - 2} rows are too many for a page; give the query a limit")
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def cell(entry: Any) -> str:
    r"""Return an entry as it stands in a table: at most four decimals, no line breaks.

    >>> [cell(entry) for entry in (None, pd.NA, 77.70, 100.0, 3, True, "a | b")]
    ['', '', '77.7', '100', '3', 'true', 'a \\| b']
    """
    if pd.api.types.is_scalar(entry) and pd.isna(entry):
        return ""
    if pd.api.types.is_bool(entry):
        return str(entry).lower()
    if isinstance(entry, float):
        return f"{entry:.4f}".rstrip("0").rstrip(".")
    return " ".join(str(entry).split()).replace("|", "\\|")


def renewed(page: str) -> str:
    """Return the page with the results that its blocks give now."""
    kitchen = Kitchen()

    def block(found: re.Match[str]) -> str:
        language, code = found.groups()
        answer = kitchen.cook(language, code)
        return f"```{language}\n{code}```\n" + (f"\n{answer}" if answer else "")

    with chdir(ROOT):
        return _BLOCK.sub(block, page)


def main() -> None:
    """Write the page again."""
    PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
