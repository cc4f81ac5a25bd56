"""What a site's robots.txt allows. Pure: the client asks for the file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from protego import Protego

MAX_DELAY_SECONDS: Final = 30.0  # a site that asks for more would get one page a minute or fewer
MAX_BYTES: Final = 500 * 1024  # what crawlers commonly read of it


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The rules of one site; ``text`` is its robots.txt, empty where it has none."""

    text: str = ""

    def allow(self, url: str, agent: str) -> bool:
        """Tell whether ``agent`` may ask for a page."""
        return bool(Protego.parse(self.text).can_fetch(url, agent))

    def delay(self, agent: str) -> float:
        """Return the seconds that the site wants between two requests, capped."""
        wanted = Protego.parse(self.text).crawl_delay(agent)
        return min(max(float(wanted or 0.0), 0.0), MAX_DELAY_SECONDS)


def rules_of(body: bytes) -> Rules:
    r"""Read a robots.txt, whatever its bytes are.

    >>> rules = rules_of(b"User-agent: *\nDisallow: /dalam\nCrawl-delay: 99")
    >>> rules.allow("https://a.id/dalam/1", "ikp"), rules.allow("https://a.id/1", "ikp"), rules.delay("ikp")
    (False, True, 30.0)
    """
    return Rules(text=body[:MAX_BYTES].decode("utf-8-sig", "replace"))
