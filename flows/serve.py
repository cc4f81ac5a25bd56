"""Serve the nightly deployment: register it, and start its runs, one at a time, until this process is ended.

A process of its own (``python -m flows.serve JSON``), which ``flows.schedule`` starts and watches over.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from typing import Any

from prefect import serve
from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import (
    DeploymentFilter,
    DeploymentFilterName,
    FlowRunFilter,
    FlowRunFilterNextScheduledStartTime,
    FlowRunFilterState,
    FlowRunFilterStateType,
)
from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy, StateType
from prefect.client.schemas.schedules import CronSchedule
from prefect.deployments.runner import EntrypointType
from prefect.states import Cancelled

from flows.nightly import nightly

NAME = "every-night"


def deployment(cron: str, timezone: str, parameters: dict[str, Any]) -> Any:  # noqa: ANN401 - Prefect's own type
    """Return the deployment: the nightly flow at the times of a cron, found by its module from any folder."""
    return nightly.to_deployment(
        name=NAME,
        schedule=CronSchedule(cron=cron, timezone=timezone),
        parameters=parameters,
        concurrency_limit=ConcurrencyLimitConfig(limit=1, collision_strategy=ConcurrencyLimitStrategy.CANCEL_NEW),
        entrypoint_type=EntrypointType.MODULE_PATH,
    )


def drop_missed(now: datetime) -> int:
    """Cancel runs whose time passed while nobody served, so that they do not pile up; return how many."""
    missed = FlowRunFilter(
        state=FlowRunFilterState(type=FlowRunFilterStateType(any_=[StateType.SCHEDULED])),
        next_scheduled_start_time=FlowRunFilterNextScheduledStartTime(before_=now),
    )
    ours = DeploymentFilter(name=DeploymentFilterName(any_=[NAME]))
    with get_client(sync_client=True) as client:
        runs = client.read_flow_runs(flow_run_filter=missed, deployment_filter=ours)
        for run in runs:
            state = Cancelled(name="Missed", message="nobody served the schedule at that time")
            client.set_flow_run_state(run.id, state, force=True)
    return len(runs)


def main() -> None:
    """Serve what the first argument describes."""
    wanted = json.loads(sys.argv[1])
    drop_missed(datetime.now(UTC))
    found = deployment(wanted["cron"], wanted["timezone"], wanted["parameters"])
    serve(found, limit=1, pause_on_shutdown=False, print_starting_message=False)


if __name__ == "__main__":
    main()
