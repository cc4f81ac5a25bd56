"""Corrections that somebody is about to make: looked at in the background, written when agreed to.

To see what a correction would change, every document is extracted again; for ten thousand that takes minutes, so
whoever asks is told how far it is.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from dataclasses import dataclass, field, replace
from typing import Any, Final

from pipeline.errors import UsageError, in_one_line
from pipeline.jobs import alias_preview, own_aliases
from pipeline.jobs.alias_preview import Preview
from pipeline.reference import ProjectAlias
from pipeline.reference.project import checked
from pipeline.storage.files import AnyPath
from pipeline.storage.ledger import STAMP

KEPT: Final = 16
"""Previews that are remembered."""
_Name = tuple[str, str, str]


@dataclass(slots=True, kw_only=True)
class Look:
    """How far a preview is: ``done`` of ``of`` documents; then ``preview``, or ``error`` in one line.

    ``drop`` tells that all that was said of the phrase is to be taken back.
    """

    alias: ProjectAlias
    drop: bool = False
    done: int = 0
    of: int = 0
    preview: Preview | None = None
    error: str = ""

    @property
    def ended(self) -> bool:
        """Tell whether there is an answer."""
        return self.preview is not None or bool(self.error)


@dataclass(slots=True)
class Proposals:
    """The previews of one corpus and its results; one at a time is worked on. Safe for several threads."""

    corpus: AnyPath
    out: AnyPath
    _looks: OrderedDict[_Name, Look] = field(init=False, default_factory=OrderedDict)
    _lock: Any = field(init=False, default_factory=threading.Lock)
    _working: Any = field(init=False, default_factory=threading.Lock)

    def look(self, alias: ProjectAlias, *, drop: bool = False) -> Look:
        """Return what is known of a correction's effect, or of its end; begin to find out where nothing is.

        Raises TableError where it cannot hold: letters are missing, no such indicator or region.
        """
        alias = replace(alias, means="") if drop else checked(alias)
        with self._lock:
            found = self._looks.get(_name(alias))
            if found is None:
                found = self._looks[_name(alias)] = Look(alias=alias, drop=drop)
                while len(self._looks) > KEPT:
                    self._looks.popitem(last=False)
                threading.Thread(target=self._find_out, args=(found,), daemon=True).start()
            return found

    def _find_out(self, look: Look) -> None:
        def watch(done: int, of: int, _: str) -> None:
            look.done, look.of = done, of

        try:
            with self._working:
                new, gone = ((), look.alias.phrase) if look.drop else ((look.alias,), None)
                look.preview = alias_preview.preview(self.corpus, self.out, new, watch, drop=gone)
        except Exception as error:  # noqa: BLE001 - a thread of its own: nobody else would tell
            look.error = in_one_line(error)

    def agree(self, alias: ProjectAlias, actor: str, *, drop: bool = False) -> ProjectAlias:
        """Write a correction whose effect was shown, or drop it, and return it as written.

        Raises UsageError where its effect was not shown yet, TableError and StoreError as ``own_aliases.add``.
        """
        look = self.look(alias, drop=drop)
        if look.preview is None:
            raise UsageError("was not looked at yet", where=alias.phrase, remedy="wait for its effect to be shown")
        written = replace(look.alias, author=actor, at=time.strftime(STAMP, time.gmtime()))
        if drop:
            own_aliases.remove(self.corpus, written.phrase)
        else:
            own_aliases.add(self.corpus, (written,))
        with self._lock:
            self._looks.clear()  # what others would change is no longer the same
        return written


def _name(alias: ProjectAlias) -> _Name:
    return (alias.kind, alias.key, alias.means)
