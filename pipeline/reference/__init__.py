"""The reference tables and their typed loader.

Facts only: the catalog of 61 indicators, wordings that mean them, issues known to lie outside the catalog,
regions and their other names, editions with their cut-offs, stages, official scores and tallies. Each table is
a CSV beside this file; how far each was verified stands in README.md beside them.
"""

from pipeline.reference.load import load_reference
from pipeline.reference.project import reference_with
from pipeline.reference.types import (
    Dimension,
    Edition,
    Indicator,
    IndicatorAlias,
    KnownIssue,
    OfficialScore,
    OfficialTally,
    ProjectAlias,
    Reference,
    Region,
    RegionAlias,
    Stage,
    Tile,
)

__all__ = [
    "Dimension",
    "Edition",
    "Indicator",
    "IndicatorAlias",
    "KnownIssue",
    "OfficialScore",
    "OfficialTally",
    "ProjectAlias",
    "Reference",
    "Region",
    "RegionAlias",
    "Stage",
    "Tile",
    "load_reference",
    "reference_with",
]
