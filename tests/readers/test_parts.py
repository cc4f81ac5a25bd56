"""The documents inside archives: which are taken, under what names, within what limits; hostile archives."""

from __future__ import annotations

import hashlib
import random
import stat
import zipfile

import pytest

from hostile.archives import (
    AES,
    DESCRIPTOR,
    ENCRYPTED,
    IN_UTF8,
    Member,
    archive,
    nested,
    overlapping,
    raw_archive,
)
from pipeline.errors import ReadError
from pipeline.readers import parts
from pipeline.readers.containers import MAX_MEMBERS, Budget
from pipeline.readers.media import HTML, PDF, TEXT, ZIP
from pipeline.readers.parts import MAX_DEPTH, part_bytes, parts_of
from pipeline.state import Contents, LeftOut

WORDS = b"Skor IKP Kota Alfa 41,2.\n"
PAGE = b"<!DOCTYPE html><html><body><p>Skor IKP Kota Beta 12,3</p></body></html>"


def parts_in(data: bytes) -> Contents:
    return parts_of(data, name="arsip.zip", media_type=ZIP)


def paths(data: bytes) -> list[str]:
    """List an archive, check that each part comes back by its path, and return the paths."""
    found = parts_in(data)
    for part in found.parts:
        content = part_bytes(data, name="arsip.zip", media_type=ZIP, part=part.path)
        assert (hashlib.sha256(content).hexdigest(), len(content)) == (part.sha256, part.size)
    return [part.path for part in found.parts]


def left_out(data: bytes) -> dict[str, str]:
    return {left.path: left.code for left in parts_in(data).left_out}


def refused(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        parts_in(data)
    assert "\n" not in str(caught.value)
    return caught.value.code


def codes_of(data: bytes) -> set[str]:
    """Return the codes of what is left out, or that of the refusal."""
    try:
        return {left.code for left in parts_in(data).left_out}
    except ReadError as error:
        return {error.code}


def test_parts_have_hash_size_and_type_in_the_order_of_the_archive() -> None:
    found = parts_in(archive({"b/rilis.txt": WORDS, "a.html": PAGE, "c.pdf": b"%PDF-1.4 ..."}))
    assert [(part.path, part.size, part.media_type) for part in found.parts] == [
        ("b/rilis.txt", len(WORDS), TEXT),
        ("a.html", len(PAGE), HTML),
        ("c.pdf", 12, PDF),
    ]
    assert found.parts[0].sha256 == hashlib.sha256(WORDS).hexdigest()
    assert found.left_out == ()


def test_what_no_reader_takes_is_told_with_what_to_save_it_as() -> None:
    found = parts_in(
        archive({"rilis.txt": WORDS, "lama.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1..", "x.mp4": b"...."})
    )
    assert [part.path for part in found.parts] == ["rilis.txt"]
    assert [(left.path, left.code) for left in found.left_out] == [
        ("lama.doc", "unknown_format"),
        ("x.mp4", "unknown_format"),
    ]
    assert "old Word file" in found.left_out[0].message
    assert ".docx" in found.left_out[0].message


def test_what_systems_leave_behind_is_passed_over_in_silence() -> None:
    junk = ("__MACOSX/._rilis.txt", ".DS_Store", "a/Thumbs.db", "desktop.ini", "~$rilis.docx", "kosong/")
    assert parts_in(archive({"rilis.txt": WORDS, **dict.fromkeys(junk, b"..")})) == parts_in(
        archive({"rilis.txt": WORDS})
    )


# --- names ---

NAMES = [
    (b"../../etc/passwd.txt", "etc/passwd.txt"),
    (b"/mutlak.txt", "mutlak.txt"),
    (b"..\\..\\rilis.txt", "rilis.txt"),
    (b"C:\\Users\\humas\\rilis.txt", "Users/humas/rilis.txt"),
    (b"a\x1b[31m\n.txt", "a_[31m .txt"),
    (b"./././a.txt", "a.txt"),
    ("Skor Yapen\u202etxt.txt".encode(), "Skor Yapen_txt.txt"),
    ("Rilis Naïf.txt".encode(), "Rilis Naïf.txt"),
    ("Rilis Nai\u0308f.txt".encode(), "Rilis Naïf.txt"),
    (b"x" * 300 + b".txt", "x" * 116 + ".txt"),
    (b"d/" * 5_000 + b"a.txt", "d/" * 9 + "a.txt"),
]


@pytest.mark.parametrize(("name", "expected"), NAMES)
@pytest.mark.parametrize("flags", [0, IN_UTF8])
def test_names_are_printable_and_lead_nowhere(name: bytes, flags: int, expected: str) -> None:
    assert paths(raw_archive([Member(name=name, flags=flags)])) == [expected]


def test_a_name_that_is_not_in_the_encoding_it_claims() -> None:
    name = "Rilis Naïf.txt".encode("cp437")
    assert paths(raw_archive([Member(name=name)])) == ["Rilis Naïf.txt"]
    assert refused(raw_archive([Member(name=name, flags=IN_UTF8)])) == "damaged"


def test_a_name_without_anything_left_has_one_still() -> None:
    assert left_out(raw_archive([Member(name=b"../..")])) == {"tanpa nama": "unknown_format"}


def test_a_name_with_a_zero_byte_ends_there_for_nobody() -> None:
    data = raw_archive([Member(name=b"rilis.txt\0.exe"), Member(name=b"lain.txt")])
    assert paths(data) == ["lain.txt"]
    assert left_out(data) == {"rilis.txt_.exe": "unknown_format"}


def test_the_same_name_twice_is_numbered() -> None:
    first, second = Member(name=b"a.txt"), Member(name=b"a.txt", content=b"Skor Kota Beta 12,3")
    data = raw_archive([first, second, Member(name=b"a (2).txt"), Member(name=b"./a.txt")])
    assert paths(data) == ["a.txt", "a (2).txt", "a (2) (2).txt", "a (3).txt"]
    assert part_bytes(data, name="arsip.zip", media_type=ZIP, part="a (2).txt") == second.content


def test_a_folder_called_like_an_archive_beside_it() -> None:
    inner = archive({"rilis.txt": b"Skor Kota Beta 12,3"})
    assert paths(archive({"a.zip/rilis.txt": WORDS, "a.zip": inner})) == ["a.zip/rilis.txt", "a (2).zip/rilis.txt"]


# --- containers in containers ---


def test_archives_in_archives_are_flattened() -> None:
    inner = archive({"rilis.txt": WORDS, "sub/a.html": PAGE})
    assert paths(archive({"dalam.zip": inner, "luar.txt": WORDS})) == [
        "dalam.zip/rilis.txt",
        "dalam.zip/sub/a.html",
        "luar.txt",
    ]


def test_depth_has_an_end() -> None:
    assert paths(nested(MAX_DEPTH)) == ["isi.zip/isi.zip/rilis.txt"]
    found = parts_in(nested(MAX_DEPTH + 5))
    assert found.parts == ()
    assert [(left.path, left.code) for left in found.left_out] == [("isi.zip/isi.zip/isi.zip", "too_deep")]


def test_a_damaged_archive_inside_loses_only_itself() -> None:
    cut = archive({"rilis.txt": WORDS})[:-30]
    data = archive({"a.zip": cut, "b.txt": WORDS, "c.zip": b"PK\x05\x06" + b"\0" * 18})
    assert paths(data) == ["b.txt"]
    assert left_out(data) == {"a.zip": "truncated", "c.zip": "empty"}


# --- one bad member ---


def test_an_encrypted_member_is_told_and_the_others_are_taken() -> None:
    secret = Member(name=b"rahasia.txt", flags=ENCRYPTED)
    aes = Member(name=b"aes.txt", flags=ENCRYPTED, method=AES, extra=b"\x01\x99\x07\0\x02\0AE\x03\x08\0")
    data = raw_archive([secret, aes, Member(name=b"b.txt")])
    assert paths(data) == ["b.txt"]
    assert left_out(data) == {"rahasia.txt": "encrypted", "aes.txt": "encrypted"}
    assert refused(raw_archive([secret, aes])) == "encrypted"


def test_a_link_is_no_file() -> None:
    link = Member(name=b"tautan.txt", content=b"/etc/passwd", mode=stat.S_IFLNK | 0o777)
    pipe = Member(name=b"pipa.txt", mode=stat.S_IFIFO | 0o644)
    data = raw_archive([link, pipe, Member(name=b"b.txt", mode=stat.S_IFREG | 0o644)])
    assert paths(data) == ["b.txt"]
    assert left_out(data) == {"tautan.txt": "unknown_format", "pipa.txt": "unknown_format"}


def test_damage_to_one_member_is_told() -> None:
    broken = Member(name=b"a.txt", body=b"\xff\xff\xff\xff")
    wrong = Member(name=b"b.txt", body=Member(name=b"", content=b"lain").packed)
    data = raw_archive([broken, wrong, Member(name=b"c.txt")])
    assert paths(data) == ["c.txt"]
    assert left_out(data) == {"a.txt": "damaged", "b.txt": "damaged"}


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_methods_that_cannot_be_counted_are_refused(method: int) -> None:
    data = archive({"bom.txt": b" " * 30_000_000}, method)
    assert left_out(data) == {"bom.txt": "unknown_format"}
    assert "ordinary ZIP" in parts_in(data).left_out[0].message


def test_stored_and_late_and_large_members_are_read() -> None:
    members = [
        Member(name=b"simpan.txt", method=0),
        Member(name=b"aliran.txt", flags=DESCRIPTOR),
        Member(name=b"besar.txt", zip64=True),
    ]
    assert paths(raw_archive(members, comment=b"Bawaslu")) == ["simpan.txt", "aliran.txt", "besar.txt"]
    assert paths(b"MZ stub" + raw_archive(members)) == ["simpan.txt", "aliran.txt", "besar.txt"]


# --- limits ---


def test_a_member_that_swells_is_left_out() -> None:
    data = archive({"bom.txt": b" " * 60_000_000, "a.txt": WORDS})
    assert paths(data) == ["a.txt"]
    assert left_out(data) == {"bom.txt": "too_large"}


def test_what_a_header_claims_is_not_believed() -> None:
    packed = Member(name=b"", content=b" " * 5_000_000).packed
    data = raw_archive([Member(name=b"bom.txt", content=b" " * 10, body=packed), Member(name=b"a.txt")])
    assert [(part.path, part.size) for part in parts_in(data).parts] == [("bom.txt", 10), ("a.txt", len(WORDS))]
    assert paths(data) == ["bom.txt", "a.txt"]


def test_bodies_that_overlap_are_not_unpacked_again_and_again() -> None:
    data = overlapping(300, 200_000)
    codes = left_out(data)
    assert set(codes.values()) == {"damaged"}
    assert len(codes) == 300


def test_all_levels_share_one_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Budget.__init__, "__kwdefaults__", {"bytes": 100_000, "members": 9})
    dice = random.Random(1)
    noise = [dice.randbytes(30_000) for _ in range(6)]
    data = archive(
        {"a.zip": archive({"1.txt": noise[0]}), "b.txt": noise[1], "c.txt": noise[2], "d.txt": noise[3]}
    )
    found = parts_in(data)
    assert [part.path for part in found.parts] == ["a.zip/1.txt", "b.txt"]
    assert [left.code for left in found.left_out] == ["too_large", "too_large"]
    assert found.left_out[-1] == LeftOut(
        path="arsip.zip",
        code="too_large",
        message="1 files were left out: more than 200 MB in all; split it into smaller ones",
    )
    many = archive({f"{number}.txt": WORDS for number in range(10)})
    assert left_out(archive({"banyak.zip": many, "a.txt": WORDS})) == {"banyak.zip": "too_large"}


def test_too_many_members_are_refused() -> None:
    names = [Member(name=b"%d.txt" % number, content=b"", method=0) for number in range(MAX_MEMBERS + 1)]
    assert refused(raw_archive(names)) == "too_large"
    assert refused(b"PK\x01\x02" * 200_000) == "too_large"


def test_an_archive_beyond_all_limits_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "MAX_TOTAL_BYTES", 1_000)
    assert refused(b"PK\x03\x04" + b"\0" * 1_000) == "too_large"


# --- the container itself ---


def test_what_cannot_be_opened_is_refused_with_its_reason() -> None:
    whole = archive({"rilis.txt": WORDS})
    assert refused(whole[:-10]) == "truncated"
    assert refused(b"Skor Kota Alfa 41,2") == "not_a_zip"
    assert refused(archive({})) == "empty"
    assert refused(archive({"kosong/": b"", ".DS_Store": b"."})) == "empty"


def test_an_archive_cut_or_altered_anywhere_is_read_or_refused() -> None:
    whole = archive({"a/rilis.txt": WORDS * 20, "b.zip": archive({"c.html": PAGE})})
    dice = random.Random(3)
    seen: set[str] = set()
    for _ in range(400):
        broken = bytearray(whole)
        for _ in range(dice.randrange(1, 6)):
            broken[dice.randrange(len(broken))] = dice.randrange(256)
        seen.update(codes_of(bytes(broken[: dice.randrange(1, len(broken) * 2)])))
    assert seen <= {"truncated", "not_a_zip", "damaged", "encrypted", "too_large", "empty", "unknown_format"}
    assert {"truncated", "damaged"} <= seen


def test_a_part_that_is_not_there() -> None:
    data = archive({"a.txt": WORDS, "b.zip": archive({"c.txt": WORDS})})
    for part in ("d.txt", "a.txt/b.txt", "b.zip/d.txt", "b.zi", "b.zip/c.txt/d.txt"):
        with pytest.raises(ReadError) as caught:
            part_bytes(data, name="arsip.zip", media_type=ZIP, part=part)
        assert caught.value.code == "changed"
