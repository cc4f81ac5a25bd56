"""Where batches are worked on: in this process's children, or on a Dask cluster; a matter of settings only."""

from __future__ import annotations

import asyncio
import importlib
import os
from dataclasses import dataclass
from typing import Any, Final

from prefect.task_runners import ThreadPoolTaskRunner

from pipeline.errors import ServerError, UsageError

BATCH: Final = 200  # a task of one document costs more in Prefect than in reading
DASK_BATCH: Final = 50  # smaller, so that a few hundred documents already reach every machine
DASK_FLYING: Final = 16  # batches handed out to a cluster at once: 800 documents
ANSWER_SECONDS: Final = 8.0  # within which a cluster's scheduler answers, be it far away
LOCAL: Final = "local"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """``dask`` is empty for this machine, ``local`` for a cluster of this machine's, else a scheduler's address.

    ``workers`` child processes read a batch of ``batch`` documents; at most ``flying`` batches are handed out.
    """

    dask: str
    workers: int
    batch: int
    flying: int
    size: int = 1

    def runner(self) -> Any:  # noqa: ANN401 - a Prefect task runner, of one package or another
        """Return a task runner, to be entered. Raises ServerError where Dask is wanted and cannot be had."""
        return dask_runner(self.dask, self.size) if self.dask else ThreadPoolTaskRunner(max_workers=1)


def place_of(dask: str, workers: int) -> Place:
    """Return where to work: ``dask``, or IKP_DASK from the environment where that is empty.

    Raises UsageError for what is neither ``local`` nor an address.
    """
    dask = dask or os.environ.get("IKP_DASK", "")
    if not dask:
        return Place(dask="", workers=workers, batch=BATCH, flying=1)
    if dask == LOCAL:
        return Place(dask=dask, workers=1, batch=DASK_BATCH, flying=2 * workers, size=workers)
    if "://" not in dask:
        raise UsageError("is no Dask cluster", where=dask, remedy="give local or an address, tcp://HOST:8786")
    return Place(dask=dask, workers=1, batch=DASK_BATCH, flying=DASK_FLYING)


def dask_runner(dask: str, size: int) -> Any:  # noqa: ANN401 - as above
    """Return Prefect's Dask task runner for a cluster of ``size`` local processes, or for the one at ``dask``.

    Raises ServerError where Dask is not installed, or no scheduler answers at that address.
    """
    try:
        import dask as library  # noqa: PLC0415 - an extra
        from prefect_dask.task_runners import DaskTaskRunner  # noqa: PLC0415
    except ImportError as error:
        raise ServerError("is not installed", where="Dask", remedy="pip install 'ikp[dask]'") from error
    # A worker reads each document in a child process of its own, which daemonic processes may not have.
    library.config.set({"distributed.worker.daemon": False})
    if dask != LOCAL:
        require_scheduler(dask)
        return DaskTaskRunner(address=dask, client_kwargs={"timeout": ANSWER_SECONDS})
    kwargs = {"n_workers": size, "threads_per_worker": 1, "dashboard_address": "127.0.0.1:0"}
    return DaskTaskRunner(cluster_kwargs=kwargs)


def require_scheduler(address: str, *, seconds: float = ANSWER_SECONDS) -> None:
    """Raise ServerError where no Dask scheduler answers in time; Dask's own client waits long, or for ever."""
    try:
        asyncio.run(_asked(address, seconds))
    except Exception as error:  # whatever stands there instead, and whatever it answers
        reason = f"{type(error).__name__}: {error}".rstrip(": ")
        what = f"no Dask scheduler answers there ({reason})"
        raise ServerError(what, where=address, remedy="start it, or mend the address") from error


async def _asked(address: str, seconds: float) -> None:
    library: Any = importlib.import_module("distributed")  # an extra
    keys = library.Security().get_connection_args("client")
    async with asyncio.timeout(seconds), library.rpc(address, connection_args=keys) as scheduler:
        await scheduler.identity()
