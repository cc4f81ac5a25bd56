"""Examples, topics, questions of the form and calls name issues without telling of any; their neighbours do."""

from __future__ import annotations

import pytest

from extract.conftest import Facts

LEAD = "Bawaslu Kabupaten Blora memaparkan Indeks Kerawanan Pemilu (IKP) 2024.\n\n"

TAUGHT = {
    "examples announced": "Ia memberi contoh apa saja yang membuat daerah rawan. Semisal politik uang dan pemilih ganda.",
    "examples of indicators": "Contoh indikatornya politik uang, intimidasi terhadap pemilih, sampai hoaks di media sosial.",
    "what may make": "Dijelaskan apa saja yang dapat membuat suatu wilayah rawan, seperti pemungutan suara ulang.",
    "a list of examples": "Contoh indikator\n\n- Politik uang\n- Pemilih ganda dalam daftar pemilih",
    "the form asks": "Misalnya ditanya apakah pernah ada pemungutan suara ulang. Ada juga soal politik uang dan netralitas ASN.",
    "the form asks of others": "Misalnya apakah pernah ada PSU, apakah ada putusan DKPP, atau terdapat politik uang.",
    "evidence is wanted": "Kalau pernah terjadi intimidasi, PSU, atau politik uang, lampirkan putusannya.",
    "topics of a lesson": "Materi yang diberikan mulai dari tahapan, politik uang, hingga kerawanan pemilih ganda.",
    "a call": "Tokoh adat kami minta menyerukan tolak politik uang, hoaks, dan isu SARA di wilayah rawan.",
    "a pledge": "Peserta berkomitmen melawan politik uang, hoaks dan pelanggaran netralitas ASN.",
    "a reader's wish": "Tolong Bawaslu awasi politik uang di daerah rawan.",
    "reports are welcome": "Bawaslu membuka ruang bagi warga untuk laporan dugaan pelanggaran termasuk politik uang.",
    "whoever may report": "Masyarakat dapat melaporkan dugaan pelanggaran seperti politik uang dan kampanye di tempat ibadah.",
    "no indicator": "Dia menjelaskan calon tunggal tidak termasuk dalam indikator IKP.",
    "an indicator, and no more": "Penolakan calon perempuan memang termasuk salah satu indikator, namun laporan belum ada.",
    "other themes": "Tema lainnya politik uang, politisasi SARA, dan kampanye di media sosial yang rawan.",
    "a map of a theme": "Sebelumnya Bawaslu telah meluncurkan peta kerawanan politik uang.",
}

FOUND = {
    "an example of a case": (
        "Ia memberi contoh kasus politik uang yang terjadi di Blora.",
        {"indicator 33.16 54"},
    ),
    "behind a lesson": (
        "Ia memberi contoh apa saja yang membuat daerah rawan. Di Blora tercatat politik uang.",
        {"indicator 33.16 54"},
    ),
    "an indicator that happened": (
        "Politik uang masuk indikator kerawanan yang pernah terjadi di Blora.",
        {"indicator 33.16 54"},
    ),
    "what a candidate said": (
        "Materi yang disampaikan calon mengandung ujaran kebencian dan terjadi di Blora.",
        {"indicator 33.16 50"},
    ),
    "a call against the vote": (
        "Warga menyerukan tolak pemilu, dan itu kerawanan yang tercatat di Blora.",
        {"indicator 33.16 61"},
    ),
    "a score beside a theme": (
        "Pemetaan kerawanan bertema netralitas ASN memberi Kabupaten Blora skor 41,20.",
        {"score 33.16 41.20"},
    ),
}


@pytest.mark.parametrize("name", TAUGHT)
def test_what_is_taught_is_not_found(name: str, facts: Facts) -> None:
    assert facts(LEAD + TAUGHT[name]) == set()


@pytest.mark.parametrize("name", FOUND)
def test_what_stands_beside_is(name: str, facts: Facts) -> None:
    text, expected = FOUND[name]
    assert expected <= facts(LEAD + text)
