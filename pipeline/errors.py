"""The errors that a user may see: one small tree, each with a place and a remedy."""

from __future__ import annotations

from typing import Final


class IkpError(Exception):
    """Base of all expected errors.

    ``what`` says what is wrong, ``where`` names the file, table or field, ``remedy`` says what to do.
    Printed as one line: ``where: what; remedy``.
    """

    def __init__(self, what: str, *, where: str, remedy: str) -> None:
        """Keep the three parts and join them to one line."""
        self.what = " ".join(what.split())
        self.where = " ".join(where.split())
        self.remedy = " ".join(remedy.split())
        super().__init__(f"{self.where}: {self.what}; {self.remedy}")

    def __reduce__(self) -> tuple[object, ...]:
        """Cross process borders whole: the keyword arguments go along."""
        return _rebuild, (type(self), self.__dict__.copy(), self.what, self.where, self.remedy)


def _rebuild(kind: type[IkpError], state: dict[str, object], what: str, where: str, remedy: str) -> IkpError:
    error = kind.__new__(kind)
    IkpError.__init__(error, what, where=where, remedy=remedy)
    error.__dict__.update(state)
    return error


def in_one_line(error: BaseException) -> str:
    """Say any error in one line, for those who would else hear nothing of it: of an unexpected one its kind too.

    >>> in_one_line(UsageError("is none", where="x", remedy="mend it")), in_one_line(ValueError("one   two"))
    ('x: is none; mend it', 'ValueError: one two')
    """
    return (
        str(error)
        if isinstance(error, IkpError)
        else f"{type(error).__name__}: {' '.join(str(error).split())[:300]}"
    )


_NO_KEYS: Final = frozenset({"NoCredentialsError", "PartialCredentialsError"})
KEYS_REMEDY: Final = "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"


def lacks_keys(error: BaseException) -> bool:
    """Tell whether an object store was asked without keys; its package, which is not always there, says so."""
    return type(error).__name__ in _NO_KEYS or (error.__cause__ is not None and lacks_keys(error.__cause__))


class ReadError(IkpError):
    """A document could not be read. ``code`` is the reason under which it is quarantined."""

    def __init__(self, what: str, *, where: str, remedy: str, code: str) -> None:
        """Keep the reason code beside the three parts, for instance ``empty`` or ``not_a_zip``."""
        super().__init__(what, where=where, remedy=remedy)
        self.code = code


class TableError(IkpError):
    """A reference table is damaged: a missing column, an unknown code, an alias that means two things."""


class StoreError(IkpError):
    """The corpus or the output folder cannot be read or written."""


class CheckError(IkpError):
    """A check of the dataset found an error, so none of it may be handed on."""


class BusyError(StoreError):
    """Another run is at work in the output folder."""


class ServerError(IkpError):
    """Prefect's server, or a cluster, cannot be started or ended by itself."""


class UsageError(IkpError):
    """The command was called wrongly: an unknown finding, column or format."""
