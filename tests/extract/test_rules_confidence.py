"""How sure each rule is of its own, before calibration: in plain sentences, and where something speaks against it."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

import pytest

from pipeline.model import Document, Extraction
from told import LEADS

if TYPE_CHECKING:
    from pipeline.extract.draft import Draft
    from pipeline.extract.scene.scene import Scene

Take: TypeAlias = Callable[[str | bytes], tuple[Document, Extraction]]

SURE = (
    ("Kabupaten Blora dengan skor 41,20.", "score.cued 0.97"),
    ("Kabupaten Blora dengan skor 41,20 persen.", "score.cued 0.92"),
    ("Kabupaten Blora menjadi sorotan. Skornya 41,20.", "score.cued 0.807"),
    ("Kabupaten Blora (41,20).", "score.bracket 0.95"),
    ("Skor Blora 41,20, Pati 39,10.", "score.pair 0.9; score.pair 0.9"),
    ("Skor Kabupaten Blora 41, 20.", "score.pair 0.8"),
    ("Skor Kabupaten Blora dan Kabupaten Pati masing-masing 41,20.", "score.shared 0.93; score.shared 0.93"),
    ("Kabupaten Blora jauh lebih tinggi dan tercatat 41,20 kini.", "score.near 0.7"),
    ("Kabupaten Blora dengan skor 141,20.", "score.cued 0.5"),
    ("Skor 41,20 menjadi sorotan Kabupaten Blora.", "score.cued 0.728"),
    (
        "Kabupaten Blora pada dimensi kontestasi 62,50. Kabupaten Pati dengan skor 50,10.",
        "score.cued 0.97; score.cued 0.8",
    ),
    ("Kabupaten Blora di atas rata-rata kabupaten dengan skor 41,20.", "score.cued 0.8"),
    ("Rata-rata nasional 49,00 menjadi 49,63.", "score.national_mean 0.6; score.national_mean 0.88"),
    ("Kabupaten Blora berada di urutan ke-3.", "rank.stated 0.8"),
    ("Kabupaten Blora rawan tinggi.", "level.behind 0.95"),
    ("Kategori rawan tinggi yakni Kabupaten Blora.", "level.ahead 0.95"),
    ("Kategori rawan tinggi:¶¶1. Kabupaten Blora ¶ 2. Kota Salatiga", "level.listed 0.93; level.listed 0.93"),
    ("Kabupaten Blora menjadi perhatian. Kategorinya rawan tinggi.", "level.carried 0.85"),
    ("Kabupaten Blora rawan sedang, padahal sebelumnya rawan tinggi.", "level.behind 0.95; level.again 0.84"),
    (
        "Ada 2 kabupaten rawan tinggi di Jawa Tengah. Yang pertama Kabupaten Blora. Yang kedua Kabupaten Pati.",
        "tally.count_first 0.8; level.announced 0.88; level.announced 0.88",
    ),
    (
        "Ada 3 kabupaten rawan tinggi di Jawa Tengah. Tiga daerah itu yakni Kabupaten Blora dan Kabupaten Pati.",
        "tally.count_first 0.8; level.announced 0.8; level.announced 0.8",
    ),
    ("Kabupaten Blora rawan tinggi, begitu pula Kabupaten Pati.", "level.behind 0.95; level.likewise 0.8"),
    ("Kategori rawan tinggi untuk Kabupaten Blora.", "level.near 0.7"),
    ("Kabupaten Blora tidak rawan tinggi seperti Kabupaten Pati.", "level.likened 0.84"),
    ("Kabupaten Blora rawan tinggi soal daftar pemilih.", "level.behind 0.8"),
    (
        "Pada dimensi kontestasi Kabupaten Blora rawan tinggi. Kabupaten Pati rawan sedang.",
        "level.behind 0.95; level.behind 0.8",
    ),
    ("Sebanyak 7 kabupaten/kota di Jawa Tengah rawan tinggi.", "tally.count_first 0.93"),
    ("Sekitar 7 kabupaten/kota di Jawa Tengah rawan tinggi.", "tally.count_first 0.8"),
    ("Sebanyak 36 kabupaten/kota rawan tinggi di Jawa Tengah.", "tally.count_first 0.8"),
)


@pytest.mark.parametrize(("text", "rules"), SURE)
def test_how_sure_a_rule_is(take: Take, monkeypatch: pytest.MonkeyPatch, text: str, rules: str) -> None:
    document = importlib.import_module("pipeline.extract.document")
    read = document.read_scene
    drafts: list[Draft] = []

    def kept(scene: Scene, edition: str | None, scale: Decimal) -> tuple[Draft, ...]:
        found: tuple[Draft, ...] = read(scene, edition, scale)
        drafts.extend(found)
        return found

    monkeypatch.setattr(document, "read_scene", kept)
    take(f"{LEADS['']}\n\n{text}".replace(" ¶ ", "\n").replace("¶", "\n"))
    assert "; ".join(f"{draft.rule.id} {draft.confidence}" for draft in drafts) == rules
