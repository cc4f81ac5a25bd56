"""Which edition each value of a text is of, where the text tells of several in turn."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from finding_lines import lines_of
from pipeline.model import Document, Extraction

Take: TypeAlias = Callable[[str | bytes], tuple[Document, Extraction]]

IN_TURN = """
Dalam pemetaan kerawanan Pilkada 2024 yang dirilis Bawaslu Jawa Tengah pekan lalu, Blora kini sedang. Begitu juga Kota Salatiga. Padahal pada IKP 2024, yang diumumkan akhir 2022, dua-duanya rawan tinggi. ¶ Namun tidak semua turun. Pati tetap rawan tinggi seperti sebelumnya.
    category 33.16 sedang pemetaan_pilkada_2024
    category 33.18 tinggi pemetaan_pilkada_2024
    category 33.73 sedang pemetaan_pilkada_2024?

Bawaslu Jawa Tengah merilis IKP 2024. Pada IKP 2019 Blora rawan tinggi, kini sedang.
    category 33.16 tinggi ikp_2019

Bawaslu Jawa Tengah merilis IKP 2024, Senin (19/12/2022). Padahal IKP 2024 juga mencatat Blora rawan tinggi.
    category 33.16 tinggi ikp_2024

NABIRE - Bawaslu Blora menyebut Blora rawan tinggi pada Pilkada 2024 menurut pemetaan Bawaslu RI, Jumat (30/8/2024). Pati rawan sedang. ¶ Dalam IKP yang terbit Desember 2022, Blora bahkan mendapat skor 55,10.
    category 33.16 tinggi pemetaan_pilkada_2024
    category 33.18 sedang pemetaan_pilkada_2024
    score 33.16 55.10 ikp_2024

Bawaslu Blora merilis pemetaan kerawanan Pilkada 2024, Jumat (30/8/2024). "Pemilu kemarin Blora kan rawan tinggi di IKP, nilainya 56,20. Untuk pilkada ini turun jadi sedang," katanya.
    category 33.16 tinggi ikp_2024?
    score 33.16 56.20 ikp_2024?

Bawaslu Blora memaparkan pemutakhiran IKP Pilkada 2020, Jumat (26/6/2020). ¶ Pada peluncuran 25 Februari 2020, Blora berada pada level 4 dengan skor 55,86 (sedang). Kini skornya 64,72 sehingga rawan tinggi.
    category 33.16 sedang ikp_pilkada_2020
    score 33.16 55.86 ikp_pilkada_2020
    score 33.16 64.72 ikp_pilkada_2020_update

Bawaslu Blora memaparkan pemutakhiran IKP Pilkada 2020, Jumat (26/6/2020). ¶ Dibandingkan peluncuran Februari 2020, ada satu daerah yang naik kelas, yaitu Blora, dari rawan sedang (52,40) menjadi rawan tinggi (61,20).
    category 33.16 sedang ikp_pilkada_2020
    category 33.16 tinggi ikp_pilkada_2020_update?
    score 33.16 52.40 ikp_pilkada_2020

Enam tahun kemudian angkanya merosot. ¶ Saat IKP Pilkada 2018 dirilis, November 2017, Blora masuk rawan tinggi dengan skor 3,04. ¶ Setahun berselang, IKP Pemilu 2019 memberi Blora 48,85. Kategorinya sedang. ¶ Lalu IKP 2024. Blora mendapat 42,69 dan duduk di urutan 30 dari 35 kabupaten/kota. Kabupaten Pati dengan skor 52,07 rawan tinggi. ¶ Bawaslu Jawa Tengah menyampaikan hal itu, Senin (2/9/2024), sesudah pemetaan kerawanan Pilkada 2024 dirilis.
    category 33.16 sedang ikp_2019?
    category 33.16 tinggi ikp_pilkada_2018
    category 33.18 tinggi ikp_2024?
    rank 33.16 30 ikp_2024?
    score 33.16 3.04 ikp_pilkada_2018
    score 33.16 42.69 ikp_2024?
    score 33.16 48.85 ikp_2019
    score 33.18 52.07 ikp_2024?

Bawaslu Bantul merilis pemetaan kerawanan Pilkada 2024, Jumat (30/8/2024). Kabupaten Bantul kategori sedang. Sebelumnya, pada IKP 2024, Kabupaten Bantul rawan tinggi. ¶ Dalam IKP 2024 ini, Kabupaten Sleman rawan tinggi.
    category 34.02 sedang pemetaan_pilkada_2024
    category 34.02 tinggi ikp_2024
    category 34.04 tinggi ikp_2024?

Skor IKP Blora dari tahun ke tahun: 45,10 (2019), 51,20 (2020), dan 41,20 (2024). Bawaslu Blora menyampaikan hal itu Selasa (10/1/2023).
    score 33.16 41.20 ikp_2024?
    score 33.16 45.10 ikp_2019?
    score 33.16 51.20 ikp_pilkada_2020?

BLORA – Tingkat kerawanan Blora menurun. Jika pada Pilkada 2020 Blora mendapat skor 58,10, untuk Pilkada 2024 Bawaslu menempatkan Blora di kategori sedang. ¶ Ketua Bawaslu Blora menyampaikan hal itu, Jumat (30/8/2024).
    category 33.16 sedang pemetaan_pilkada_2024?
    score 33.16 58.10 ikp_pilkada_2020

Bawaslu Jawa Tengah merilis IKP 2024, Senin (19/12/2022). Jika pada IKP 2019 skor Blora 48,37, pada IKP 2024 skornya 34,10. Jika pada 2024 skor Pati naik, angkanya bisa 50,10.
    score 33.16 34.10 ikp_2024
    score 33.16 48.37 ikp_2019
"""
"""Texts, a pilcrow for the end of a paragraph, and their values, each with its edition; "?" waits for a person."""


def _examples(table: str) -> list[tuple[str, set[str]]]:
    blocks = (block.split("\n") for block in table.strip("\n").split("\n\n"))
    return [(lines[0].replace(" ¶ ", "\n\n"), {line.strip() for line in lines[1:]}) for lines in blocks]


def _dated(extraction: Extraction) -> set[str]:
    return {
        f"{line.removeprefix('earlier ')} {finding.edition}{'?' if finding.decision == 'review' else ''}"
        for finding in extraction.findings
        if finding.type != "indicator"
        for line in lines_of(finding)
    }


@pytest.mark.parametrize(("text", "facts"), _examples(IN_TURN))
def test_editions_in_turn(take: Take, text: str, facts: set[str]) -> None:
    assert _dated(take(text)[1]) == facts
