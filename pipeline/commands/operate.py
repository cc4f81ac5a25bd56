"""What an operator calls: the nightly flow, the rebuild, the schedule; their options, and the call into flows."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.commands import run
from pipeline.commands.ending import DONE
from pipeline.commands.options import Options, add_folders, add_workers
from pipeline.storage.files import AnyPath

if TYPE_CHECKING:
    from pipeline.state import Summary

CRON = "0 2 * * *"
TIMEZONE = "Asia/Jakarta"
MAX_PORT = 65535


def add_nightly(command: argparse.ArgumentParser) -> None:
    """Add the options of one night."""
    add_rebuild(command)
    command.add_argument(
        "--no-fetch", dest="fetch", action="store_false", help="read the corpus as it is, ask no source"
    )


def add_rebuild(command: argparse.ArgumentParser) -> None:
    """Add the folders, and where the work is done: in child processes or on a cluster."""
    add_folders(command)
    add_workers(command)
    command.add_argument(
        "--dask",
        default="",
        metavar="WHERE",
        help="read on a Dask cluster: local, or tcp://HOST:8786 (IKP_DASK; by default child processes)",
    )


def add_schedule(command: argparse.ArgumentParser) -> None:
    """Add the options of each night, when it is, and where Prefect's page is."""
    add_nightly(command)
    command.add_argument("--cron", default=CRON, metavar="CRON", help=f"when to run ({CRON})")
    command.add_argument("--timezone", default=TIMEZONE, metavar="NAME", help="of the cron (%(default)s)")
    command.add_argument(
        "--port", type=_port, default=4200, metavar="N", help="of Prefect's page; the next free one (%(default)s)"
    )


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= MAX_PORT:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port from 1 to {MAX_PORT}")
    return int(text)


def _place(folder: AnyPath) -> str:
    """Return a folder as a parameter that means the same from any working folder; an address stays as it is."""
    return os.path.abspath(folder) if isinstance(folder, Path) else str(folder)  # noqa: PTH100 - links stay


def nightly(options: Options) -> int:
    """Run the nightly flow once. Raises IkpError as ``ikp run`` does, BusyError where another run is at work."""
    return run.report(_once("nightly", options, fetch=options.fetch), options)


def rebuild(options: Options) -> int:
    """Run the rebuild once. Raises as ``nightly`` does."""
    return run.report(_once("rebuild", options), options)


def _once(name: str, options: Options, **more: bool) -> Summary:
    import flows  # noqa: PLC0415 - the package alone is light; it prepares the environment for Prefect
    from pipeline.jobs import stages  # noqa: PLC0415

    stages.check_folders(options.corpus, options.out)
    flows.prepare_environment(options.out)
    from flows.once import once  # noqa: PLC0415 - Prefect takes seconds to load

    return once(
        name,
        corpus=str(options.corpus),
        out=str(options.out),
        workers=options.workers,
        dask=options.dask,
        **more,
    )


def schedule(options: Options) -> int:
    """Serve the nightly deployment until a signal comes. Raises ServerError where Prefect's server ends."""
    import flows  # noqa: PLC0415 - as above
    from flows.schedule import Schedule, keep  # noqa: PLC0415
    from pipeline.jobs import stages  # noqa: PLC0415

    stages.check_folders(options.corpus, options.out)
    parameters = {
        "corpus": _place(options.corpus),
        "out": _place(options.out),
        "workers": options.workers,
        "fetch": options.fetch,
        "dask": options.dask,
        "command": "scheduled",
    }
    wanted = Schedule(cron=options.cron, timezone=options.timezone, port=options.port, parameters=parameters)
    os.environ.setdefault("PREFECT_LOGGING_LEVEL", "ERROR")  # an error of ours is a state; others show their trace
    keep(wanted, flows.prepare_environment(options.out))
    return DONE
