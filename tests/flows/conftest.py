"""One Prefect server for all tests of the flows: its start takes as long as most of them together."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import flows
from flows import server as servers

NEWS = "Bawaslu: IKP 2024. Kabupaten Pandeglang masuk kategori rawan tinggi dengan skor 53,35.\n"


@pytest.fixture(scope="session", autouse=True)
def environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    for name in ("PREFECT_API_URL", "IKP_DASK"):
        os.environ.pop(name, None)
    return flows.prepare_environment(tmp_path_factory.mktemp("prefect"))


@pytest.fixture(scope="session")
def api(environment: Path) -> Iterator[str]:
    port = servers.free_port(4400)
    command = ("prefect", "server", "start", "--host", servers.HOST, "--port", str(port))
    with servers.child("the server", command, log=environment / "server.log", settings={}) as server:
        given_up = time.monotonic() + 120
        while not servers.healthy(port) and time.monotonic() < given_up:
            server.check()
            time.sleep(0.2)
        yield f"http://{servers.HOST}:{port}/api"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "berita.txt").write_text(NEWS)
    (folder / "kosong<b>.txt").touch()
    return folder
