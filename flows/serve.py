"""Serve the nightly deployment: register it, and start its runs, one at a time, until this process is ended.

A process of its own (``python -m flows.serve JSON``), which ``flows.schedule`` starts and watches over.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from prefect import serve
from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import (
    DeploymentFilter,
    DeploymentFilterName,
    FlowFilter,
    FlowFilterName,
    FlowRunFilter,
    FlowRunFilterNextScheduledStartTime,
    FlowRunFilterState,
    FlowRunFilterStateType,
)
from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy, StateType
from prefect.schedules import Cron
from prefect.states import Cancelled, Crashed
from prefect.types.entrypoint import EntrypointType

from flows.nightly import nightly
from pipeline.storage.files import at, whole


def name_of(out: str) -> str:
    """Return the name of the deployment for an output folder: schedules of several may share a server."""
    return f"every-night-{hashlib.sha256(whole(at(out)).encode()).hexdigest()[:6]}"


def deployment(cron: str, timezone: str, parameters: dict[str, Any]) -> Any:  # noqa: ANN401 - Prefect's own type
    """Return the deployment: the nightly flow at the times of a cron, found by its module from any folder."""
    return nightly.to_deployment(
        name=name_of(parameters["out"]),
        schedule=Cron(cron, timezone=timezone),
        parameters=parameters,
        concurrency_limit=ConcurrencyLimitConfig(limit=1, collision_strategy=ConcurrencyLimitStrategy.CANCEL_NEW),
        entrypoint_type=EntrypointType.MODULE_PATH,
    )


def tidy(name: str, now: datetime) -> None:
    """Close what an earlier schedule left: runs that it missed, which would pile up, and runs that died with it.

    A run that died holds the one place of the deployment, so that no other would start. ``name`` is that of the
    deployment; those of other output folders and of other flows are left alone.
    """
    flow = FlowFilter(name=FlowFilterName(any_=[nightly.name]))
    ours = DeploymentFilter(name=DeploymentFilterName(any_=[name]))
    begun = (StateType.PENDING, StateType.RUNNING, StateType.CANCELLING)
    missed: Any = Cancelled(name="Missed", message="nobody served the schedule at that time")
    died: Any = Crashed(message="the schedule ended during this run; the next run goes on where it stopped")
    with get_client(sync_client=True) as client:
        for kinds, before, state in (((StateType.SCHEDULED,), now, missed), (begun, None, died)):
            found = client.read_flow_runs(
                flow_filter=flow, deployment_filter=ours, flow_run_filter=_in(kinds, before)
            )
            for run in found:
                client.set_flow_run_state(run.id, state, force=True)


def _in(kinds: Sequence[StateType], before: datetime | None) -> FlowRunFilter:
    start: Any = FlowRunFilterNextScheduledStartTime(before_=before) if before else None  # type: ignore[arg-type]
    state = FlowRunFilterState(type=FlowRunFilterStateType(any_=list(kinds)))
    return FlowRunFilter(state=state, next_scheduled_start_time=start)


def main() -> None:
    """Serve what the first argument describes."""
    wanted = json.loads(sys.argv[1])
    found = deployment(wanted["cron"], wanted["timezone"], wanted["parameters"])
    tidy(found.name, datetime.now(UTC))
    serve(found, limit=1, pause_on_shutdown=False, print_starting_message=False)


if __name__ == "__main__":
    main()
