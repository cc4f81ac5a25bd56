"""What a browser sees of a page of HTML, and words of a document that would do more than be read."""

from __future__ import annotations

from html.parser import HTMLParser

HOSTILE = '"><script>alert(1)</script><img src=http://x.example/a onerror=alert(1)>{style}&amp;\u202e\x1b[2J'


class Page(HTMLParser):
    """What a browser sees: elements, attributes, and text outside of the style."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text: list[str] = []
        self.feed(data.decode())
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        if self.elements[-1:] != ["style"]:
            self.text.append(data)
