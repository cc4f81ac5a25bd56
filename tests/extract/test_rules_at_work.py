"""Rules at work: what each sentence, list or table gives, by which rule, accepted or for review, and its words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.model import Document, Extraction

Take = Callable[[str | bytes], tuple[Document, Extraction]]
Lines = Callable[[Extraction], set[str]]
LEAD = "Bawaslu Provinsi Jawa Tengah memaparkan Indeks Kerawanan Pemilu (IKP) 2024.\n\n"

FOUND = {
    "Kabupaten Blora 41,20, Kabupaten Pati 39,10.": [
        "score 33.16 41.20 | score.pair | auto | Kabupaten Blora 41,20",
        "score 33.18 39.10 | score.pair | auto | Kabupaten Pati 39,10",
    ],
    "Kabupaten Blora 41,20.": [
        "score 33.16 41.20 | score.near | review | Kabupaten Blora 41,20",
    ],
    "Kabupaten Blora memperoleh skor 41,20 dan masuk kategori rawan sedang.": [
        "score 33.16 41.20 | score.cued | auto | Kabupaten Blora memperoleh skor 41,20 + Kabupaten Blora memperoleh skor 41,20 dan masuk kategori rawan sedang",
        "category 33.16 sedang | score.cued | auto | Kabupaten Blora memperoleh skor 41,20 + Kabupaten Blora memperoleh skor 41,20 dan masuk kategori rawan sedang",
    ],
    "Skor Kabupaten Blora 41,20 (rawan sedang), Kabupaten Pati 63,19 (rawan tinggi).": [
        "score 33.16 41.20 | score.pair | auto | Kabupaten Blora 41,20 + Kabupaten Blora 41,20 (rawan sedang",
        "category 33.16 sedang | score.pair | auto | Kabupaten Blora 41,20 + Kabupaten Blora 41,20 (rawan sedang",
        "score 33.18 63.19 | score.pair | auto | Kabupaten Pati 63,19 + Kabupaten Pati 63,19 (rawan tinggi",
        "category 33.18 tinggi | score.pair | auto | Kabupaten Pati 63,19 + Kabupaten Pati 63,19 (rawan tinggi",
    ],
    "Kabupaten Blora dan Kabupaten Pati skornya sama, yakni 41,20.": [
        "score 33.16 41.20 | score.shared | auto | Kabupaten Blora dan Kabupaten Pati skornya sama, yakni 41,20",
        "score 33.18 41.20 | score.shared | auto | Kabupaten Pati skornya sama, yakni 41,20",
    ],
    "Kabupaten Blora, Kabupaten Pati dan Kota Salatiga masing-masing 41,20, 39,10 dan 38,00 skornya.": [
        "score 33.16 41.20 | score.pair | auto | Kabupaten Blora, Kabupaten Pati dan Kota Salatiga masing-masing 41,20",
        "score 33.18 39.10 | score.cued | auto | Kabupaten Pati dan Kota Salatiga masing-masing 41,20, 39,10",
        "score 33.73 38.00 | score.cued | auto | Kota Salatiga masing-masing 41,20, 39,10 dan 38,00",
    ],
    "Kabupaten Blora ikut dipetakan. Daerah ini memperoleh skor 41,20.": [
        "score 33.16 41.20 | score.cued | auto | Daerah ini memperoleh skor 41,20",
    ],
    "Pada IKP 2019 Kabupaten Blora meraih skor 38,10, kini 41,20.": [
        "earlier score 33.16 38.10 | score.cued | auto | Kabupaten Blora meraih skor 38,10",
        "score 33.16 41.20 | score.near | review | Kabupaten Blora meraih skor 38,10, kini 41,20",
    ],
    "Skor IKP Kabupaten Blora naik dari 38,10 menjadi 41,20.": [
        "earlier score 33.16 38.10 | score.cued | review | Kabupaten Blora naik dari 38,10",
        "score 33.16 41.20 | score.cued | auto | Kabupaten Blora naik dari 38,10 menjadi 41,20",
    ],
    "Skor dimensi kontestasi Kabupaten Blora 51,20, partisipasi 31,10, dan sosial politik 41,00.": [
        "dimension 33.16 kontestasi 51.20 | score.cued | auto | Kabupaten Blora 51,20",
        "dimension 33.16 partisipasi 31.10 | score.cued | auto | Kabupaten Blora 51,20, partisipasi 31,10",
        "dimension 33.16 konteks sosial politik 41.00 | score.cued | auto | Kabupaten Blora 51,20, partisipasi 31,10, dan sosial politik 41,00",
    ],
    "Kabupaten Blora skor 41,20, dimensi kontestasi 51,20.": [
        "score 33.16 41.20 | score.cued | auto | Kabupaten Blora skor 41,20",
        "dimension 33.16 kontestasi 51.20 | score.cued | auto | Kabupaten Blora skor 41,20, dimensi kontestasi 51,20",
    ],
    "Tertinggi pada dimensi kontestasi ialah Kabupaten Blora dengan skor 51,20, diikuti Kabupaten Pati 49,10.": [
        "dimension 33.16 kontestasi 51.20 | score.cued | auto | Kabupaten Blora dengan skor 51,20",
        "dimension 33.18 kontestasi 49.10 | score.pair | auto | Kabupaten Pati 49,10",
    ],
    "Kabupaten Blora tertinggi kedua se-Jawa Tengah.": [
        "rank 33.16 2 | rank.stated | review | Kabupaten Blora tertinggi kedua",
    ],
    "Kabupaten Blora (peringkat 2) dan Kabupaten Pati (peringkat 3) rawan tinggi.": [
        "rank 33.16 2 | rank.stated | review | Kabupaten Blora (peringkat 2",
        "category 33.16 tinggi | level.behind | auto | Kabupaten Blora (peringkat 2) dan Kabupaten Pati (peringkat 3) rawan tinggi",
        "rank 33.18 3 | rank.stated | review | Kabupaten Pati (peringkat 3",
        "category 33.18 tinggi | level.behind | auto | Kabupaten Pati (peringkat 3) rawan tinggi",
    ],
    "Kategori rawan tinggi: Kabupaten Blora dan Kabupaten Pati. Kategori rawan sedang: Kota Salatiga.": [
        "category 33.16 tinggi | level.ahead | auto | Kategori rawan tinggi: Kabupaten Blora",
        "category 33.18 tinggi | level.ahead | auto | Kategori rawan tinggi: Kabupaten Blora dan Kabupaten Pati",
        "category 33.73 sedang | level.ahead | auto | Kategori rawan sedang: Kota Salatiga",
    ],
    "Dua daerah rawan tinggi. Keduanya Kabupaten Blora dan Kabupaten Pati.": [
        "tally 33 regency_city tinggi 2 | tally.count_first | auto | Dua daerah rawan tinggi",
        "category 33.16 tinggi | level.listed | auto | Kabupaten Blora + rawan tinggi",
        "category 33.18 tinggi | level.listed | auto | Kabupaten Pati + rawan tinggi",
    ],
    "Daerah rawan tinggi:\n\n- Kabupaten Blora\n- Kabupaten Pati\n\nDaerah rawan sedang:\n\n- Kota Salatiga": [
        "category 33.16 tinggi | level.listed | auto | Kabupaten Blora + rawan tinggi",
        "category 33.18 tinggi | level.listed | auto | Kabupaten Pati + rawan tinggi",
        "category 33.73 sedang | level.listed | auto | Kota Salatiga + rawan sedang",
    ],
    "Kabupaten Blora rawan tinggi, begitu pula Kabupaten Pati.": [
        "category 33.16 tinggi | level.behind | auto | Kabupaten Blora rawan tinggi",
        "category 33.18 tinggi | level.likewise | review | rawan tinggi, begitu pula Kabupaten Pati",
    ],
    "Kabupaten Blora tidak rawan tinggi seperti Kabupaten Pati.": [
        "category 33.18 tinggi | level.likened | review | rawan tinggi seperti Kabupaten Pati",
    ],
    "Kabupaten Blora turun dari rawan tinggi menjadi rawan sedang.": [
        "earlier category 33.16 tinggi | level.behind | review | Kabupaten Blora turun dari rawan tinggi",
        "category 33.16 sedang | level.again | review | Kabupaten Blora turun dari rawan tinggi menjadi rawan sedang",
    ],
    "Kabupaten Blora rawan tinggi pada dimensi kontestasi dan rawan sedang pada dimensi partisipasi.": [
        "dimension 33.16 kontestasi tinggi | level.behind | auto | Kabupaten Blora rawan tinggi",
        "dimension 33.16 partisipasi sedang | level.again | review | Kabupaten Blora rawan tinggi pada dimensi kontestasi dan rawan sedang",
    ],
    "Kabupaten Blora rawan tinggi pada aspek media sosial.": [],
    "Kabupaten Blora ikut dipetakan. Hasilnya masuk kategori rawan tinggi.": [
        "category 33.16 tinggi | level.carried | review | kategori rawan tinggi",
    ],
    "Bupati mengatakan Kabupaten Blora rawan tinggi.": [
        "category 33.16 tinggi | level.behind | review | Kabupaten Blora rawan tinggi",
    ],
    "Menurut warga, Kabupaten Blora rawan tinggi.": [
        "category 33.16 tinggi | level.behind | review | Kabupaten Blora rawan tinggi",
    ],
    "Bawaslu membantah Kabupaten Blora rawan tinggi.": [
        "category 33.16 tinggi | level.behind | review | Kabupaten Blora rawan tinggi",
    ],
    "Kabupaten Blora diprediksi masuk kategori rawan tinggi.": [
        "category 33.16 tinggi | level.behind | review | Kabupaten Blora diprediksi masuk kategori rawan tinggi",
    ],
    "Dari 35 kabupaten/kota, 4 rawan tinggi, 20 rawan sedang dan 11 rawan rendah.": [
        "tally 33 regency_city tinggi 4 | tally.count_first | auto | 4 rawan tinggi",
        "tally 33 regency_city sedang 20 | tally.count_first | auto | 20 rawan sedang",
        "tally 33 regency_city rendah 11 | tally.count_first | auto | 11 rawan rendah",
    ],
    "Sebanyak 4 kabupaten/kota rawan tinggi, sisanya rawan sedang.": [
        "tally 33 regency_city tinggi 4 | tally.count_first | auto | 4 kabupaten/kota rawan tinggi",
    ],
    "Pada dimensi kontestasi, 4 kabupaten/kota rawan tinggi.": [
        "tally 33 regency_city tinggi 4 in kontestasi | tally.count_first | auto | 4 kabupaten/kota rawan tinggi",
    ],
    "Di Kabupaten Blora terjadi 12 kasus politik uang, 3 laporan netralitas ASN, dan 2 temuan pemilih ganda.": [
        "indicator 33.16 54 x12 | indicator.prose | review | politik uang",
        "indicator 33.16 12 x3 | indicator.prose | review | netralitas ASN",
        "indicator 33.16 20 x2 | indicator.prose | review | pemilih ganda",
    ],
    "Isu kerawanan di Kabupaten Blora:\n\n- Hak pilih: pemilih ganda, pemilih tidak memenuhi syarat\n- Kampanye: politik uang, kampanye di luar jadwal": [
        "indicator 33.16 20 | indicator.item | auto | pemilih ganda",
        "indicator 33.16 18 | indicator.item | auto | pemilih tidak memenuhi syarat",
        "indicator 33.16 44 | indicator.item | review | Kampanye: politik uang, kampanye di luar jadwal",
        "indicator 33.16 54 | indicator.item | review | Kampanye: politik uang, kampanye di luar jadwal",
    ],
    "Isu kerawanan di Kabupaten Blora:\n\n- Politik uang; netralitas ASN; pemungutan suara ulang\n- Jalan desa yang rusak berat": [
        "indicator 33.16 54 | indicator.item | auto | Politik uang",
        "indicator 33.16 12 | indicator.item | auto | netralitas ASN",
        "indicator 33.16 32 | indicator.item | auto | pemungutan suara ulang",
        "issue 33.16 Jalan desa yang rusak berat | issue.item | review | Jalan desa yang rusak berat",
    ],
    "Isu kerawanan di Kabupaten Blora:\n\n1. Politik uang, 26 kasus\n2. Potensi netralitas ASN\n3. Pemungutan suara ulang - nol": [
        "indicator 33.16 54 x26 | indicator.item | auto | Politik uang, 26 kasus",
        "indicator 33.16 12 potential | indicator.item | auto | Potensi netralitas ASN",
    ],
    "Politik uang terjadi di:\n\n- Kabupaten Blora\n- Kabupaten Pati: 7 kasus": [
        "indicator 33.16 54 | indicator.headed | review | Kabupaten Blora + Politik uang terjadi di:",
    ],
    "Politik uang paling banyak terjadi di Kabupaten Blora (12 kasus), disusul Kabupaten Pati (7) dan Kota Salatiga (3).": [
        "indicator 33.18 54 | indicator.prose | review | Politik uang",
        "indicator 33.73 54 | indicator.prose | review | Politik uang",
        "indicator 33.16 54 | indicator.prose | review | Politik uang",
    ],
    "Politik uang rawan terjadi di Kabupaten Blora, sedangkan netralitas ASN di Kabupaten Pati.": [
        "indicator 33.16 54 | indicator.prose | review | Politik uang",
        "indicator 33.18 12 | indicator.prose | review | netralitas ASN",
    ],
    "Kerawanan di Kabupaten Blora antara lain politik uang, gudang logistik yang bocor, dan netralitas ASN.": [
        "indicator 33.16 54 | indicator.prose | review | politik uang",
        "issue 33.16 gudang logistik yang bocor | issue.listed | review | gudang logistik yang bocor",
        "indicator 33.16 12 | indicator.prose | review | netralitas ASN",
    ],
    "Kabupaten Blora rawan politik uang pada masa tenang.": [
        "indicator 33.16 54 | indicator.prose | review | politik uang",
    ],
    "Bawaslu membahas politik uang di Kabupaten Blora.": [
        "indicator 33.16 54 | indicator.mentioned | review | politik uang",
    ],
    "1. Kabupaten BloraTinggi77.7\n2. Kabupaten PatiSedang41.2": [
        "score 33.16 77.7 | table.fused | review | Kabupaten BloraTinggi77.7",
        "category 33.16 tinggi | table.fused | review | Kabupaten BloraTinggi77.7",
        "score 33.18 41.2 | table.fused | review | Kabupaten PatiSedang41.2",
        "category 33.18 sedang | table.fused | review | Kabupaten PatiSedang41.2",
    ],
    "| Kabupaten/Kota | Skor IKP | Kategori |\n| --- | --- | --- |\n| Kabupaten Blora | 41,20 | Sedang |\n| Kabupaten Pati | 63,19 | Tinggi |": [
        "score 33.16 41.20 | table.row | auto | Kabupaten Blora | 41,20 | Sedang",
        "category 33.16 sedang | table.row | auto | Kabupaten Blora | 41,20 | Sedang",
        "score 33.18 63.19 | table.row | auto | Kabupaten Pati | 63,19 | Tinggi",
        "category 33.18 tinggi | table.row | auto | Kabupaten Pati | 63,19 | Tinggi",
    ],
    "| Kabupaten | Politik uang | Netralitas ASN |\n| --- | --- | --- |\n| Blora | 3 | 0 |\n| Pati | 1 | 2 |": [
        "indicator 33.16 54 x3 | table.matrix | review | Blora | 3 | 0 + Politik uang",
        "indicator 33.18 12 x2 | table.matrix | review | Pati | 1 | 2 + Netralitas ASN",
        "indicator 33.18 54 x1 | table.matrix | review | Pati | 1 | 2 + Politik uang",
    ],
    "| Kategori | Jumlah Kabupaten/Kota |\n| --- | --- |\n| Tinggi | 4 |\n| Sedang | 20 |\n| Rendah | 11 |": [
        "tally 33 regency_city tinggi 4 | tally.table | review | Tinggi | 4",
        "tally 33 regency_city sedang 20 | tally.table | review | Sedang | 20",
        "tally 33 regency_city rendah 11 | tally.table | review | Rendah | 11",
    ],
    "Strategi yang dilakukan:\n\n- Sosialisasi kepada pemilih pemula\n- Patroli pengawasan di masa tenang": [
        "mitigation Sosialisasi kepada pemilih pemula | mitigation.item | auto | Sosialisasi kepada pemilih pemula",
        "mitigation Patroli pengawasan di masa tenang | mitigation.item | auto | Patroli pengawasan di masa tenang",
    ],
    "| Kabupaten | Kerawanan |\n| --- | --- |\n| Blora | Politik uang |\n| Pati | Netralitas ASN |": [
        "indicator 33.16 54 | indicator.item | auto | Politik uang",
        "indicator 33.18 12 | indicator.item | auto | Netralitas ASN",
    ],
    "| Kabupaten | Keterangan |\n| --- | --- |\n| Blora | Politik uang |\n| Pati | Netralitas ASN |": [],
    "| Rawan Tinggi | Rawan Sedang |\n| --- | --- |\n| Kabupaten Blora | Kabupaten Pati |\n| Kota Salatiga | Kabupaten Kudus |": [
        "category 33.16 tinggi | table.row | review | Kabupaten Blora + Rawan Tinggi",
        "category 33.18 sedang | table.row | review | Kabupaten Pati + Rawan Sedang",
        "category 33.73 tinggi | table.row | review | Kota Salatiga + Rawan Tinggi",
        "category 33.19 sedang | table.row | review | Kabupaten Kudus + Rawan Sedang",
    ],
    "| No | Kabupaten | Skor IKP |\n| --- | --- | --- |\n| (1) | (2) | (3) |\n| 1 | Blora | 41,20 |\n| No | Kabupaten | Skor IKP |\n| 2 | Pati | 39,10 |\n| Sumber: Bawaslu | | |": [
        "score 33.16 41.20 | table.row | auto | 1 | Blora | 41,20",
        "score 33.18 39.10 | table.row | auto | 2 | Pati | 39,10",
    ],
    "| Kabupaten | Skor IKP (2019) | Skor IKP (2024) |\n| --- | --- | --- |\n| Blora | 38,10 | 41,20 |": [
        "score 33.16 41.20 | table.row | auto | Blora | 38,10 | 41,20",
        "earlier score 33.16 38.10 | table.row | auto | Blora | 38,10 | 41,20",
    ],
    "| Kabupaten | Peringkat | Skor IKP | Keterangan |\n| --- | --- | --- | --- |\n| Blora | 2 | 41,20 | Sedang |\n| Pati | 3 | 39,10 | Sedang |": [
        "score 33.16 41.20 | table.row | auto | Blora | 2 | 41,20 | Sedang",
        "category 33.16 sedang | table.row | auto | Blora | 2 | 41,20 | Sedang",
        "rank 33.16 2 | table.row | auto | Blora | 2 | 41,20 | Sedang",
        "score 33.18 39.10 | table.row | auto | Pati | 3 | 39,10 | Sedang",
        "category 33.18 sedang | table.row | auto | Pati | 3 | 39,10 | Sedang",
        "rank 33.18 3 | table.row | auto | Pati | 3 | 39,10 | Sedang",
    ],
    "| Kecamatan | Skor IKP |\n| --- | --- |\n| Cepu | 41,20 |": [],
    "Di Kabupaten Blora ditemukan banyak masalah, bahkan kotak suara pernah dibakar.": [
        "indicator 33.16 8 | indicator.prose | review | kotak suara pernah dibakar",
    ],
    "Kabupaten Blora pernah rawan tinggi pada 2020, kini rawan sedang.": [
        "earlier category 33.16 tinggi | level.behind | auto | Kabupaten Blora pernah rawan tinggi",
        "category 33.16 sedang | level.again | review | Kabupaten Blora pernah rawan tinggi pada 2020, kini rawan sedang",
    ],
    "Pada dimensi kontestasi, daerah rawan tinggi:\n\n- Kabupaten Blora\n- Kabupaten Pati": [
        "dimension 33.16 kontestasi tinggi | level.listed | review | Kabupaten Blora + rawan tinggi",
        "dimension 33.18 kontestasi tinggi | level.listed | review | Kabupaten Pati + rawan tinggi",
    ],
    "Skor dimensi kontestasi:\n\n- Kabupaten Blora 51,20\n- Kabupaten Pati 49,10": [
        "dimension 33.16 kontestasi 51.20 | score.pair | auto | Kabupaten Blora 51,20",
        "dimension 33.18 kontestasi 49.10 | score.pair | auto | Kabupaten Pati 49,10",
    ],
    "Skor Kabupaten Blora 41, 20 persen.": [
        "score 33.16 41.20 | score.pair | review | Kabupaten Blora 41, 20",
    ],
    '"Kabupaten Blora rawan tinggi." Ketua menambahkan, "Kabupaten Pati rawan sedang."': [
        "category 33.16 tinggi | level.behind | auto | Kabupaten Blora rawan tinggi",
        "category 33.18 sedang | level.behind | auto | Kabupaten Pati rawan sedang",
    ],
    "Kabupaten Blora skornya 55,10 dan 38,20.": [
        "score 33.16 55.10 | score.cued | review | Kabupaten Blora skornya 55,10",
    ],
    "Antara Kabupaten Blora dan Kabupaten Pati 30,10.": [
        "score 33.18 30.10 | score.near | review | Kabupaten Pati 30,10",
    ],
    "Yang tertinggi Kabupaten Blora (41,20) dan yang terendah Kabupaten Pati (31,10).": [
        "score 33.16 41.20 | score.bracket | auto | Kabupaten Blora (41,20",
        "score 33.18 31.10 | score.bracket | auto | Kabupaten Pati (31,10",
    ],
    "Kabupaten Blora rawan tinggi, kecuali pada dimensi partisipasi.": [
        "category 33.16 tinggi | level.behind | auto | Kabupaten Blora rawan tinggi",
    ],
    "TPS rawan di Kabupaten Blora: 12 TPS di wilayah rawan bencana, 7 TPS sulit dijangkau.": [
        "indicator 33.16 3 x12 | indicator.tps | auto | 12 TPS di wilayah rawan bencana",
        "issue 33.16 sulit dijangkau x7 | indicator.tps | review | 7 TPS sulit dijangkau",
    ],
}
"""Each finding as ``fact | rule | decision | quote``, further quotes behind a plus."""


@pytest.mark.parametrize("text", FOUND)
def test_what_is_found_and_how(text: str, take: Take, lines: Lines) -> None:
    extraction = take(LEAD + text)[1]
    found = [
        f"{line} | {finding.rule} | {finding.decision} | {' + '.join(one.raw for one in finding.evidence)}"
        for finding in extraction.findings
        for line in sorted(lines(Extraction(findings=(finding,), metadata=extraction.metadata)))
    ]
    assert sorted(found) == sorted(FOUND[text])
