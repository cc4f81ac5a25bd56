"""Questions to the server of Prefect's that a test has started."""

from __future__ import annotations

import json
import urllib.request
from typing import Any


def asked(api: str, what: str, **wanted: object) -> list[dict[str, Any]]:
    """Return what the server answers to a filter."""
    request = urllib.request.Request(  # noqa: S310 - our own server
        f"{api}/{what}/filter", json.dumps(wanted).encode(), {"content-type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310
        found: list[dict[str, Any]] = json.load(answer)
    return found
