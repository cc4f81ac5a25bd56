"""What an operator calls: the nightly flow, the rebuild, the schedule; their options, and the call into flows."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.storage.files import AnyPath

if TYPE_CHECKING:
    from pipeline.state import Summary

CRON = "0 2 * * *"
TIMEZONE = "Asia/Jakarta"
MAX_PORT = 65535

Options = argparse.Namespace


def add_dask(command: argparse.ArgumentParser) -> None:
    """Add the option that sends the work to a cluster."""
    command.add_argument(
        "--dask",
        default="",
        metavar="WHERE",
        help="read on a Dask cluster: local, or tcp://HOST:8786 (IKP_DASK; by default child processes)",
    )


def add_fetch(command: argparse.ArgumentParser) -> None:
    """Add the option that leaves the sources alone."""
    command.add_argument(
        "--no-fetch", dest="fetch", action="store_false", help="read the corpus as it is, ask no source"
    )


def add_schedule(command: argparse.ArgumentParser) -> None:
    """Add the options that say when, and where Prefect's page is."""
    command.add_argument("--cron", default=CRON, metavar="CRON", help=f"when to run ({CRON})")
    command.add_argument("--timezone", default=TIMEZONE, metavar="NAME", help="of the cron (%(default)s)")
    command.add_argument(
        "--port", type=_port, default=4200, metavar="N", help="of Prefect's page; the next free one (%(default)s)"
    )


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= MAX_PORT:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port from 1 to {MAX_PORT}")
    return int(text)


def place(folder: AnyPath) -> str:
    """Return a folder as a parameter that means the same from any working folder; an address stays as it is."""
    return os.path.abspath(folder) if isinstance(folder, Path) else str(folder)  # noqa: PTH100 - links stay


def nightly(options: Options) -> Summary:
    """Run the nightly flow once. Raises IkpError as ``ikp run`` does, BusyError where another run is at work."""
    return _once("nightly", options, fetch=options.fetch)


def rebuild(options: Options) -> Summary:
    """Run the rebuild once. Raises as ``nightly`` does."""
    return _once("rebuild", options)


def _once(name: str, options: Options, **more: bool) -> Summary:
    import flows  # noqa: PLC0415 - the package alone is light; it prepares the environment for Prefect
    from pipeline.commands import present  # noqa: PLC0415
    from pipeline.jobs import stages  # noqa: PLC0415

    stages.check_folders(options.corpus, options.out)
    flows.prepare_environment(options.out)
    from flows.once import once  # noqa: PLC0415 - Prefect takes seconds to load

    with present.waiting(sys.stderr, "fetching, reading, building" if more.get("fetch") else "reading, building"):
        return once(
            name,
            corpus=str(options.corpus),
            out=str(options.out),
            workers=options.workers,
            dask=options.dask,
            **more,
        )


def schedule(options: Options) -> None:
    """Serve the nightly deployment until a signal comes. Raises ServerError where Prefect's server ends."""
    import flows  # noqa: PLC0415 - as above
    from flows.schedule import Schedule, keep  # noqa: PLC0415
    from pipeline.jobs import stages  # noqa: PLC0415

    stages.check_folders(options.corpus, options.out)
    parameters = {
        "corpus": place(options.corpus),
        "out": place(options.out),
        "workers": options.workers,
        "fetch": options.fetch,
        "dask": options.dask,
        "command": "scheduled",
    }
    wanted = Schedule(cron=options.cron, timezone=options.timezone, port=options.port, parameters=parameters)
    os.environ.setdefault("PREFECT_LOGGING_LEVEL", "ERROR")  # an error of ours is a state; others show their trace
    keep(wanted, flows.prepare_environment(options.out))
