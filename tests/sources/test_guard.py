"""Addresses that must not be asked, and that the address which was checked is the one that is dialled."""

from __future__ import annotations

from typing import Any

import httpcore
import pytest

from pipeline.sources.addresses import BlockedAddressError, GuardedBackend, check_url, is_public
from pipeline.sources.values import Descriptor

SITE = Descriptor(name="a", kind="feed", urls=("https://a.id/", "http://a.id:8080/"), hosts=("berita.a.id",))
PRIVATE = [
    "10.0.0.1", "172.16.0.1", "192.168.1.1", "127.0.0.1", "169.254.169.254", "0.0.0.0", "224.0.0.1", "240.0.0.1",  # noqa: S104
    "255.255.255.255", "100.64.0.1", "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fec0::1", "ff02::1",
    "::ffff:10.0.0.1", "::ffff:169.254.169.254", "::10.0.0.1", "2002:7f00:1::", "64:ff9b::7f00:1", "64:ff9b:1::1",
    "2001:0:4136:e378:8000:63bf:3fff:fdd2", "", "a.id",
]  # fmt: skip


@pytest.mark.parametrize("address", PRIVATE)
def test_no_address_but_a_public_one_is_dialled(address: str) -> None:
    assert not is_public(address)
    with pytest.raises(BlockedAddressError):
        GuardedBackend(resolve=lambda *_: ["93.184.216.34", address]).connect_tcp("a.id", 80)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1"])
def test_public_addresses(address: str) -> None:
    assert is_public(address)


URLS = [
    ("https://a.id/x", None),
    ("https://WWW.a.id/x", None),
    ("http://a.id:8080/x", None),
    ("https://berita.a.id/", None),
    ("https://b.a.id/", "foreign_host"),
    ("https://evil-a.id/", "foreign_host"),
    ("https://localhost/", "foreign_host"),
    ("https://a.id:22/", "blocked_address"),
    ("http://2130706433/", "blocked_address"),
    ("http://0x7f.1/", "blocked_address"),
    ("http://0x7f000001/", "blocked_address"),
    ("http://0177.0.0.1/", "blocked_address"),
    ("http://127.1/", "blocked_address"),
    ("http://127.0.0.1/", "foreign_host"),
    ("http://[::1]/", "foreign_host"),
    ("https://a.id./", "bad_url"),
    ("https://user@a.id/", "bad_url"),
    ("ftp://a.id/", "bad_url"),
    ("file:///etc/passwd", "bad_url"),
    ("http://[fe80::1%25eth0]/", "bad_url"),
    ("http://a.id:99999/", "bad_url"),
    ("http://[/", "bad_url"),
]


@pytest.mark.parametrize(("url", "code"), URLS)
def test_what_may_be_asked(url: str, code: str | None) -> None:
    failure = check_url(url, SITE)
    assert (failure.code if failure else None) == code


class Dial(httpcore.NetworkBackend):
    """Remembers what is dialled and connects to nothing."""

    def __init__(self) -> None:
        self.dialled: list[str] = []

    def connect_tcp(self, host: str, *_: Any, **__: Any) -> httpcore.NetworkStream:
        self.dialled.append(host)
        raise httpcore.ConnectError("nothing there")


def test_a_name_that_turns_private_at_the_second_look_up_wins_nothing() -> None:
    answers, dial = iter([["93.184.216.34"], ["127.0.0.1"]]), Dial()
    backend = GuardedBackend(resolve=lambda *_: next(answers), dial=dial)
    with pytest.raises(httpcore.ConnectError, match="nothing there"):
        backend.connect_tcp("a.id", 80)
    assert dial.dialled == ["93.184.216.34"]
    with pytest.raises(BlockedAddressError):
        backend.connect_tcp("a.id", 80)
    assert dial.dialled == ["93.184.216.34"]


def test_an_address_that_does_not_answer_is_followed_by_the_next() -> None:
    dial = Dial()
    backend = GuardedBackend(resolve=lambda *_: ["2606:2800::1", "93.184.216.34"], dial=dial)
    with pytest.raises(httpcore.ConnectError, match="nothing there"):
        backend.connect_tcp("a.id", 80)
    assert dial.dialled == ["2606:2800::1", "93.184.216.34"]


def test_a_private_host_is_dialled_where_the_operator_named_it() -> None:
    dial = Dial()
    backend = GuardedBackend(private_hosts=("127.0.0.1",), resolve=lambda *_: ["127.0.0.1"], dial=dial)
    with pytest.raises(httpcore.ConnectError, match="nothing there"):
        backend.connect_tcp("127.0.0.1", 80)
    assert dial.dialled == ["127.0.0.1"]
