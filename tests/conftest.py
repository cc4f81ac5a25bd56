"""Settings for all tests.

Property tests are repeatable and are not timed, since machines differ. SIGINT is heard: a shell without job control
starts what runs in its background deaf to it, and a program hands that on to its children.
"""

from __future__ import annotations

import signal

from hypothesis import HealthCheck, settings

settings.register_profile(
    "repeatable", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("repeatable")

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
