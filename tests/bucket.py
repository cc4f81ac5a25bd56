"""An S3-compatible server on loopback, in a process of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import s3fs

NAME = "ikp"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bucket:
    """An empty bucket: its address, and the environment in which commands find it."""

    address: str
    environment: Mapping[str, str]
    store: s3fs.S3FileSystem

    def fill(self, folder: Path, under: str) -> None:
        """Put the files below a folder into the bucket."""
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                self.store.pipe_file(f"{NAME}/{under}/{path.relative_to(folder).as_posix()}", path.read_bytes())

    def files(self, under: str) -> dict[str, bytes]:
        """Return what lies below a folder of the bucket, by name."""
        prefix = f"{NAME}/{under}/"
        return {path.removeprefix(prefix): self.store.cat_file(path) for path in self.store.find(prefix)}


@contextmanager
def bucket() -> Iterator[Bucket]:
    """Serve a bucket until the block ends."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    keys = {"AWS_ACCESS_KEY_ID": "none", "AWS_SECRET_ACCESS_KEY": "none", "AWS_DEFAULT_REGION": "us-east-1"}
    server = subprocess.Popen(
        [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)],
        env={**os.environ, **keys},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait(url)
        store = s3fs.S3FileSystem(
            key="none",
            secret="none",  # noqa: S106 - the server asks for any
            endpoint_url=url,
            use_listings_cache=False,
            skip_instance_cache=True,
        )
        store.mkdir(NAME)
        yield Bucket(address=f"s3://{NAME}", environment={"AWS_ENDPOINT_URL": url, **keys}, store=store)
    finally:
        s3fs.S3FileSystem.clear_instance_cache()  # the next server has another address
        server.kill()
        server.wait()


def _wait(url: str, seconds: float = 60.0) -> None:
    end = time.monotonic() + seconds
    while True:
        try:
            urllib.request.urlopen(url, timeout=1).close()  # noqa: S310 - loopback
        except (OSError, urllib.error.URLError):
            if time.monotonic() > end:
                raise
            time.sleep(0.1)
        else:
            return
