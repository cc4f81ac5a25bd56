"""Scores in made-up sentences: which number is one, whose it is, and whether it is a dimension's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.model import Document, Extraction

Take = Callable[[str | bytes], tuple[Document, Extraction]]
LEAD = "Bawaslu Provinsi Jawa Tengah memaparkan Indeks Kerawanan Pemilu (IKP) 2024.\n\n"
Rows = dict[str, tuple[str, set[str]]]

BESIDE_ITS_REGION: Rows = {
    "dengan skor": ("Kabupaten Blora tercatat dengan skor 41,20.", {"score 33.16 41.20"}),
    "skor IKP before": ("Skor IKP Kabupaten Blora adalah 41,20.", {"score 33.16 41.20"}),
    "IKP-nya": ("Kabupaten Blora IKP-nya 41,20.", {"score 33.16 41.20"}),
    "angkanya": ("Untuk Kabupaten Blora, angkanya 41,20.", {"score 33.16 41.20"}),
    "di angka": ("Kerawanan Kabupaten Blora berada di angka 41,20.", {"score 33.16 41.20"}),
    "mencapai poin": ("Kabupaten Blora mencapai 41,20 poin.", {"score 33.16 41.20"}),
    "indeks sebesar": ("Kabupaten Blora memperoleh indeks sebesar 41,20.", {"score 33.16 41.20"}),
    "nilai": ("Nilai kerawanan Kabupaten Blora 41,20.", {"score 33.16 41.20"}),
    "english score": ("Kabupaten Blora dengan score 41.20.", {"score 33.16 41.20"}),
    "brackets": (
        "Nilai teratas ialah Kabupaten Blora (41,20), Kabupaten Pati (39,1) dan Kota Salatiga (38,05).",
        {"score 33.16 41.20", "score 33.18 39.1", "score 33.73 38.05"},
    ),
    "word inside the brackets": ("Kabupaten Blora (skor 41,20).", {"score 33.16 41.20"}),
    "bare pairs": (
        "Skor tiga daerah teratas: Blora 41,20, Pati 39,10, dan Kudus 38,00.",
        {"score 33.16 41.20", "score 33.18 39.10", "score 33.19 38.00"},
    ),
    "bullets": (
        "Berikut skor kerawanan kabupaten:\n\n- Blora: 41,20\n- Pati: 39,10\n- Kudus: 38,00",
        {"score 33.16 41.20", "score 33.18 39.10", "score 33.19 38.00"},
    ),
    "numbered list": (
        "Daftar skor IKP:\n\n1. Kabupaten Blora 41,20\n2. Kota Salatiga 39,10\n3. Kabupaten Pati 40,55",
        {"score 33.16 41.20", "score 33.73 39.10", "score 33.18 40.55"},
    ),
    "one sentence after another": (
        "Kabupaten Blora mengantongi skor 41,20. Sementara itu Kabupaten Pati memperoleh skor 39,10.",
        {"score 33.16 41.20", "score 33.18 39.10"},
    ),
    "province beside its regency": (
        "Kabupaten Blora di Jawa Tengah (41,20) dan Kabupaten Gresik, Provinsi Jawa Timur (39,10) ikut disorot.",
        {"score 33.16 41.20", "score 35.25 39.10"},
    ),
    "the province itself": (
        "Provinsi Jawa Tengah sendiri memperoleh skor 34,83.",
        {"score 33 34.83"},
    ),
    "compared with, number is the subject's": (
        "Kabupaten Blora berada tepat setelah Kabupaten Pati dengan skor 41,20.",
        {"score 33.16 41.20"},
    ),
    "each of two compared": (
        "Skor Kabupaten Blora 41,20 atau di bawah Kabupaten Pati (43,50).",
        {"score 33.16 41.20", "score 33.18 43.50"},
    ),
    "carried from the sentence before": (
        "Kabupaten Blora menjadi perhatian tahun ini. Skor IKP-nya 41,20.",
        {"score 33.16 41.20"},
    ),
    "the document's own region": ("Secara umum skor IKP-nya 34,83.", {"score 33 34.83"}),
}

RUNS: Rows = {
    "each of two compared, two words between": (
        "Skor Kabupaten Blora 41,20 atau di bawah Kabupaten Pati yang memperoleh 43,50.",
        {"score 33.16 41.20", "score 33.18 43.50"},
    ),
    "disusul": (
        "Kabupaten Blora dengan skor 41,20 disusul Kabupaten Pati 39,10 dan Kabupaten Kudus 38,05.",
        {"score 33.16 41.20", "score 33.18 39.10", "score 33.19 38.05"},
    ),
    "ordinals through the sentence": (
        "Pertama Kabupaten Blora dengan skor 41,20, kedua Kabupaten Pati dengan skor 39,10, "
        "dan ketiga Kabupaten Kudus dengan skor 38,05.",
        {"score 33.16 41.20", "score 33.18 39.10", "score 33.19 38.05"},
    ),
    "a rank in brackets before the score": ("Kab. Blora (173) (skor 41,20).", {"score 33.16 41.20"}),
    "a speaker's region before the region": (
        "Ketua Bawaslu Kota Semarang menyebut skor Kabupaten Blora 41,20.",
        {"score 33.16 41.20"},
    ),
}

SHARED: Rows = {
    "masing-masing with one number": (
        "Kabupaten Blora dan Kabupaten Pati masing-masing memiliki skor 41,20.",
        {"score 33.16 41.20", "score 33.18 41.20"},
    ),
    "sama-sama": (
        "Kabupaten Blora serta Kabupaten Kudus sama-sama meraih skor 41,20.",
        {"score 33.16 41.20", "score 33.19 41.20"},
    ),
    "names that share one bracket": (
        "Urutan skornya: Kabupaten Blora (44,10), Pati (42,30), Kudus dan Jepara (40,96).",
        {"score 33.16 44.10", "score 33.18 42.30", "score 33.19 40.96", "score 33.20 40.96"},
    ),
}

COMPARED: Rows = {
    "lower than the other's": (
        "Skor Kabupaten Blora 41,20, lebih rendah dari Kabupaten Pati yang 49,50.",
        {"score 33.16 41.20", "score 33.18 49.50"},
    ),
    "higher, the number behind the other": (
        "Skor Kabupaten Blora lebih tinggi dari Kabupaten Pati, yakni 41,20.",
        {"score 33.16 41.20"},
    ),
    "ahead of the other": (
        "Kabupaten Blora unggul tipis dari Kabupaten Pati dengan skor 41,20.",
        {"score 33.16 41.20"},
    ),
    "in brackets behind the one compared with": (
        "Kabupaten Blora berada di bawah Kabupaten Pati (49,50).",
        {"score 33.18 49.50"},
    ),
    "of two together": ("Gabungan skor Kabupaten Blora dan Kabupaten Pati 82,40.", set()),
    "beside a neighbour": (
        "Kabupaten Blora yang berbatasan dengan Kabupaten Bojonegoro memperoleh skor 41,20.",
        {"score 33.16 41.20"},
    ),
    "from one edition to the next": (
        "Kabupaten Blora turun dari 55,10 pada IKP 2019 ke 41,20 pada IKP 2024.",
        {"earlier score 33.16 55.10", "score 33.16 41.20"},
    ),
    "highest of a province, region unnamed": (
        "Skor tertinggi IKP 2024 di Jawa Tengah 77,10 dan terendah 12,40.",
        set(),
    ),
    "highest of a province alone": ("Skor tertinggi di Jawa Tengah 77,10.", set()),
}

RESPECTIVELY: Rows = {
    "three decimals with a dot": (
        "Skor tertinggi ada di Kabupaten Blora dan Kabupaten Pati dengan nilai 86.012 dan 51.559.",
        {"score 33.16 86.012", "score 33.18 51.559"},
    ),
    "parted by semicolons": (
        "Kabupaten Blora, Pati, dan Kudus memiliki skor berturut-turut 86,201; 47.769 dan 43,103.",
        {"score 33.16 86.201", "score 33.18 47.769", "score 33.19 43.103"},
    ),
}

WRITTEN_BADLY: Rows = {
    "comma and dot in one sentence": (
        "Kabupaten Blora (41.20), Kabupaten Pati (39,10).",
        {"score 33.16 41.20", "score 33.18 39.10"},
    ),
    "blank before the bracket closes": ("Skor Kabupaten Blora (41,20 ).", {"score 33.16 41.20"}),
    "trailing dot in the bracket": ("Skor Kabupaten Blora (41,20.).", {"score 33.16 41.20"}),
    "three decimals": ("Kabupaten Blora dengan skor 41,207.", {"score 33.16 41.207"}),
    "three decimals with a dot": ("Kabupaten Blora dengan skor 41.207.", {"score 33.16 41.207"}),
    "percent sign": ("Kabupaten Blora dengan skor 41,20%.", {"score 33.16 41.20"}),
    "persen": ("Skor Kabupaten Blora 41,20 persen.", {"score 33.16 41.20"}),
    "poin": ("Kabupaten Blora meraih skor 41,20 poin", {"score 33.16 41.20"}),
    "integer": ("Kabupaten Blora memperoleh skor 50.", {"score 33.16 50"}),
    "integer in brackets of a list": (
        "Daftar skor kabupaten:\n\n- Kabupaten Blora (50)\n- Kabupaten Pati (47)",
        {"score 33.16 50", "score 33.18 47"},
    ),
    "zero": ("Kabupaten Blora mendapat skor 0.", {"score 33.16 0"}),
    "zero as a word": ("Kabupaten Blora mendapat skor nol.", {"score 33.16 0"}),
    "a hundred": ("Kabupaten Blora dengan skor 100.", {"score 33.16 100"}),
    "list glued by commas": (
        "Skor tiap kabupaten: Blora 41,20,Pati 39,10,Kudus 38,00.",
        {"score 33.16 41.20", "score 33.18 39.10", "score 33.19 38.00"},
    ),
    "hard line break": (
        "Kabupaten Blora yang pekan ini menjadi tuan rumah rapat koordinasi tercatat dengan\nskor 41,20.",
        {"score 33.16 41.20"},
    ),
}

NO_SCORE: Rows = {
    "threshold above": ("Kabupaten Blora belum memiliki skor di atas 49,33.", set()),
    "lebih dari": ("Daerah dengan skor lebih dari 49,33 perlu perhatian.", set()),
    "range": ("Rentang skor 13,47-49,32 dipakai bagi kabupaten dan kota.", set()),
    "the end of the scale": ("Skor maksimum 41,20. Nilai minimumnya 20,10.", set()),
    "the bound of a level": ("Skor ambang batas Kabupaten Blora 41,20. Nilai batas 13,47.", set()),
    "score and rank fused by a slash": (
        "Skor dan peringkat:\n\n- Kabupaten Blora: 41,20 / 7\n- Kabupaten Pati: 39,10 / 9",
        set(),
    ),
    "range in words": ("Kabupaten diberi nilai antara 13,47 sampai 49,32.", set()),
    "the scale": ("IKP memakai skala 0 hingga 100.", set()),
    "date": ("Rapat di Kabupaten Blora digelar 16 Desember 2022.", set()),
    "date in brackets": ("Kabupaten Blora menggelar rapat, Jumat (16/12/2022).", set()),
    "clock": ("Rapat di Kabupaten Blora mulai pukul 13.30 WIB.", set()),
    "year": ("Kabupaten Blora menggelar pemilihan pada 2020.", set()),
    "people": ("Kabupaten Blora mengundang 40 peserta.", set()),
    "voters with thousands": ("Kabupaten Blora memiliki 704.210 pemilih.", set()),
    "villages": ("Kabupaten Blora terdiri dari 295 desa dan kelurahan.", set()),
    "below a bound": ("Enam kabupaten lainnya memiliki skor di bawah 20.", set()),
    "target": ("Target skor Kabupaten Blora di bawah 30,00.", set()),
    "share of the whole": ("Kabupaten Blora menyumbang 16,54 persen dari seluruh kerawanan.", set()),
    "inflation": ("Inflasi Kabupaten Blora 3,21 persen.", set()),
    "money": ("Kabupaten Blora mendapat dana Rp 41,20 miliar.", set()),
    "article of a law": ("Kabupaten Blora mengacu Pasal 280 undang-undang itu.", set()),
    "indicators": ("Kabupaten Blora dinilai memakai 61 indikator dan 12 subdimensi.", set()),
    "cases": ("Kabupaten Blora mencatat 12 kasus pada pemilu lalu.", set()),
    "anonymous regions": ("Adapun enam kabupaten lain 39,29.", set()),
    "impossible value": ("Kabupaten Blora (667,83).", set()),
    "off the scale": ("Kabupaten Blora memperoleh skor 412.", set()),
    "telephone": ("Hubungi kantor Bawaslu Blora di nomor 0296-531120.", set()),
    "another body's index": (
        "Polri merilis Indeks Potensi Kerawanan Pemilu (IPKP). Kabupaten Blora dengan skor 41,20.",
        set(),
    ),
    "wished": ("Jika skor Kabupaten Blora 41,20, pengawasan akan ditambah.", set()),
}

OF_A_DIMENSION: Rows = {
    "bare dimensions behind their numbers": (
        "Kabupaten Blora mencatat skor 61,20 untuk kontestasi dan 12,30 untuk partisipasi.",
        {"dimension 33.16 kontestasi 61.20", "dimension 33.16 partisipasi 12.30"},
    ),
    "a sentence broken into two paragraphs": (
        "Untuk dimensi kontestasi yang disorot ialah\n\n"
        "Kabupaten Blora dengan skor 41,20 dan Kabupaten Pati dengan skor 39,10.",
        {"dimension 33.16 kontestasi 41.20", "dimension 33.18 kontestasi 39.10"},
    ),
    "before its number": (
        "Pada dimensi kontestasi, Kabupaten Blora memperoleh skor 41,20.",
        {"dimension 33.16 kontestasi 41.20"},
    ),
    "behind its number": (
        "Kabupaten Blora (74,91) menjadi yang teratas pada dimensi kontestasi.",
        {"dimension 33.16 kontestasi 74.91"},
    ),
    "several, each with a number": (
        "Kabupaten Blora mencatat dimensi penyelenggaraan pemilu 52,27, dimensi kontestasi 37,91, "
        "dan dimensi partisipasi 11,27.",
        {
            "dimension 33.16 penyelenggaraan 52.27",
            "dimension 33.16 kontestasi 37.91",
            "dimension 33.16 partisipasi 11.27",
        },
    ),
    "two that share one number": (
        "Dimensi penyelenggaraan dan dimensi kontestasi Kabupaten Blora sama, yakni 40,96.",
        {"dimension 33.16 penyelenggaraan 40.96", "dimension 33.16 kontestasi 40.96"},
    ),
    "regions under one dimension": (
        "Pada dimensi penyelenggaraan, Kabupaten Blora tercatat 52,27 dan Kabupaten Pati 52,78.",
        {"dimension 33.16 penyelenggaraan 52.27", "dimension 33.18 penyelenggaraan 52.78"},
    ),
    "total behind its parts": (
        "Kabupaten Blora memperoleh dimensi kontestasi 37,91 dan dimensi partisipasi 11,27, "
        "sehingga total skor keseluruhannya 24,10.",
        {"dimension 33.16 kontestasi 37.91", "dimension 33.16 partisipasi 11.27", "score 33.16 24.10"},
    ),
    "total before its parts": (
        "Skor IKP Kabupaten Blora 24,10, dengan dimensi kontestasi 37,91 dan dimensi partisipasi 11,27.",
        {"score 33.16 24.10", "dimension 33.16 kontestasi 37.91", "dimension 33.16 partisipasi 11.27"},
    ),
    "bullets of dimensions": (
        "Skor Kabupaten Blora per dimensi adalah:\n\n- Dimensi sosial politik: 37,91\n- Dimensi partisipasi: 9,50",
        {"dimension 33.16 konteks sosial politik 37.91", "dimension 33.16 partisipasi 9.50"},
    ),
    "a dimension of zero in a list": (
        "Skor Kabupaten Blora per dimensi adalah:\n\n- Dimensi kontestasi: 37,91\n- Dimensi partisipasi: 0",
        {"dimension 33.16 kontestasi 37.91", "dimension 33.16 partisipasi 0"},
    ),
    "in brackets behind each": (
        "Kabupaten Blora: dimensi sosial politik (40,10), penyelenggaraan (60,30), kontestasi (22,20).",
        {
            "dimension 33.16 konteks sosial politik 40.10",
            "dimension 33.16 penyelenggaraan 60.30",
            "dimension 33.16 kontestasi 22.20",
        },
    ),
    "two subdimensions": (
        "Kabupaten Blora menonjol pada subdimensi keamanan (61,20) dan hak memilih (44,10).",
        {"dimension 33.16 keamanan 61.20", "dimension 33.16 hak memilih 44.10"},
    ),
    "superlative on a dimension": (
        "Kabupaten Blora tertinggi pada dimensi penyelenggaraan pemilu, yakni 52,27.",
        {"dimension 33.16 penyelenggaraan 52.27"},
    ),
    "stage of the 2024 mapping": (
        "Pada Pemetaan Kerawanan Pemilihan 2024, skor Kabupaten Blora 6,12 pada tahapan kampanye.",
        {"dimension 33.16 kampanye 6.12"},
    ),
    "subdimension": (
        "Pada subdimensi hak memilih, Kabupaten Blora mendapat skor 61,20.",
        {"dimension 33.16 hak memilih 61.20"},
    ),
    "names of all dimensions give nothing": (
        "IKP memuat empat dimensi, yaitu konteks sosial politik, penyelenggaraan, kontestasi, dan partisipasi.",
        set(),
    ),
}

MEANS: Rows = {
    "above the national mean": (
        "Kabupaten Blora berada di atas rata-rata nasional 44,80.",
        {"score ID 44.80"},
    ),
    "national mean": ("Rata-rata nasional 49,00.", {"score ID 49.00"}),
    "national mean of an index": (
        "Rata-rata nasional Indeks Kerawanan Pemilu (IKP) 2024 tercatat 49,00.",
        {"score ID 49.00"},
    ),
    "national mean, the index right before the figure": (
        "Rata-rata nasional IKP 2024 adalah 49,00.",
        {"score ID 49.00"},
    ),
    "a region above the mean of an index": (
        "Kabupaten Blora di atas rata-rata nasional IKP 2024 dengan skor 41,20.",
        {"score 33.16 41.20"},
    ),
    "above the mean of an index, a region": (
        "Di atas rata-rata nasional IKP 2024, Kabupaten Blora meraih 41,20.",
        {"score 33.16 41.20"},
    ),
    "mean beside a region": (
        "Skor Kabupaten Blora 41,20, sedangkan rata-rata nasional 44,80.",
        {"score 33.16 41.20", "score ID 44.80"},
    ),
    "mean that rose": (
        "Rata-rata nasional 49,00 menjadi 49,63.",
        {"earlier score ID 49.00", "score ID 49.63"},
    ),
    "ialah": ("Skor IKP Kabupaten Blora ialah 41,20.", {"score 33.16 41.20"}),
    "daerah ini": ("Secara umum skor IKP daerah ini 34,83.", {"score 33 34.83"}),
    "coordinated in order": (
        "Kabupaten Blora dan Kabupaten Pati dengan nilai 91,00 dan 86,00.",
        {"score 33.16 91.00", "score 33.18 86.00"},
    ),
    "three in order": (
        "Kabupaten Blora, Pati, dan Kudus memperoleh skor 51,00, 46,50, dan 44,25.",
        {"score 33.16 51.00", "score 33.18 46.50", "score 33.19 44.25"},
    ),
    "masing-masing with a number each": (
        "Kabupaten Blora dan Kabupaten Pati masing-masing memiliki skor 41,20 dan 39,10.",
        {"score 33.16 41.20", "score 33.18 39.10"},
    ),
    "blank inside the decimal": (
        "Kabupaten Blora (41, 20), Kabupaten Pati (39, 10).",
        {"score 33.16 41.20", "score 33.18 39.10"},
    ),
    "turnout of a past election": (
        "Partisipasi pemilih Kabupaten Blora pada 2020 mencapai 79,52 persen.",
        set(),
    ),
    "turnout is no dimension": ("Target partisipasi pemilih di Kabupaten Blora 79,5 persen dari DPT.", set()),
    "mean of scores that rose": (
        "Rata-rata skor nasional 49,00 menjadi 49,63.",
        {"earlier score ID 49.00", "score ID 49.63"},
    ),
    "score ahead of its region and level": (
        "Dengan skor 41,20, Kabupaten Blora masuk kategori rawan sedang.",
        {"score 33.16 41.20", "category 33.16 sedang"},
    ),
    "score ahead of its region": (
        "Skor 41,20 menempatkan Kabupaten Blora di urutan ke-12.",
        {"score 33.16 41.20", "rank 33.16 12"},
    ),
    "earlier and present in one sentence": (
        "Pada IKP 2019 skor Kabupaten Blora 35,07, lalu pada IKP 2024 menjadi 41,20.",
        {"earlier score 33.16 35.07", "score 33.16 41.20"},
    ),
}

VERBS = (
    "menorehkan angka 41,20", "menyentuh 41,20", "mendapat angka 41,20", "memperoleh 41,20 persen",
    "tercatat 41,20 persen",
    "dengan 41,20 persen", "berhenti di angka 41,20", "dinilai 41,20", "mengoleksi nilai 41,20",
    "bertengger di 41,20",
    "persentasenya mencapai 41,20 persen", "berskor 41,20", "ber-IKP 41,20",
)  # fmt: skip
"""Ways of giving a region its figure."""

AHEAD = (
    "Angka 41,20 tercatat di Kabupaten Blora.",
    "Dengan 41,20 poin, Kabupaten Blora berada di barisan atas.",
    "Skor IKP sebesar 41,20 dicatatkan Kabupaten Blora.",
    "Nilai 41,20 disematkan kepada Kabupaten Blora.",
    "Skor 41,20 menjadi milik Kabupaten Blora.",
    "Sebesar 41,20 poin diraih Kabupaten Blora.",
    "Adapun skor 41,20 ditorehkan oleh Kabupaten Blora.",
    "Skor tertinggi yakni 41,20 berada di Kabupaten Blora.",
    "Indeks 41,20 mengantar Kabupaten Blora masuk sorotan.",
    "Skor paling tinggi (41,20) dicapai Kabupaten Blora.",
    "Dengan skor 41,20 Kabupaten Blora ikut disorot.",
)
"""Figures before their region."""

CARRIED = (
    "Nilainya 41,20.", "Angkanya 41,20.", "Skor yang diperoleh 41,20.", "Daerah ini memperoleh skor 41,20.",
    "Persentasenya 41,20 persen.", "Di sana skornya 41,20.", "Wilayah tersebut mencatat indeks 41,20.",
    '"Skornya 41,20," kata dia.', "Penilaiannya 41,20 persen.",
)  # fmt: skip
"""Sentences that go on about the region before them."""

SLIPS = {
    "skor 41 ,20": "review", "skor 41, 20": "review", "skor 41 , 20 persen": "review", "skor: 41. 20": "review",
    "skor41,20": "auto", 'skor "41,20"': "auto", "skor 41.20/100": "auto",
}  # fmt: skip
"""Slips of typing, and whether a person must confirm: a blank inside may part two figures."""

LISTS = (
    "1. Kabupaten Blora\n41,20\n2. Kabupaten Pati\n39,10\n3. Kabupaten Kudus\n38,00\n",
    "1. 41,20 Blora\n2. 39,10 Pati\n3. 38,00 Kudus\n",
    "1. Blora .......... 41,20\n2. Pati .......... 39,10\n3. Kudus .......... 38,00\n",
    "* Blora | 41,20\n* Pati | 39,10\n* Kudus | 38,00\n",
    "Blora\nSkor: 41,20\nPati\nSkor: 39,10\nKudus\nSkor: 38,00\n",
    "1. Blora 41,20 2. Pati 39,10 3. Kudus 38,00",
    "Blora (41,20%), Pati (39,10%) dan Kudus (38,00%).",
)
"""Shapes of a list of scores."""

TRAPS = (
    "Tingkat partisipasi pemilih di Kabupaten Blora 79,52 persen.",
    "Partisipasi pemilih Kabupaten Blora 79,52 persen.",
    "Pasangan itu meraih 52,31 persen di Kabupaten Blora yang rawan.",
    "Kabupaten Blora rawan golput, angkanya 23,4 persen.",
    "Kabupaten Blora dihuni 51,2 persen pemilih perempuan.",
    "Pertumbuhan ekonomi Kabupaten Blora 5,12 persen.",
    "Rapat IKP di Kabupaten Blora dimulai pukul 09.30.",
    "Kabupaten Blora baru menyelesaikan coklit 87,5 persen.",
    "Menurut data Divisi Humas Polri, yang rawan ialah Kabupaten Blora (41,20). Kemudian Kabupaten Pati (39,10).",
    "Kategori sedang terletak pada 33.01- 66.0.",
    "Yang paling menonjol di Kabupaten Blora ialah isu agama. Nilainya 2,10 persen.",
    "Terdapat 176 (34,2 persen) kabupaten/kota yang rawan, salah satunya Kabupaten Blora.",
    "Selain Kabupaten Blora ada 12 (44,4%) daerah lain yang rawan.",
    "Kabupaten Blora termasuk dalam 176 (34,2) kabupaten/kota rawan.",
    "Kabupaten Blora satu dari dua belas (44,4 persen) daerah yang rawan.",
    "Kabupaten Blora termasuk di 12 atau 44,4 persen kabupaten yang rawan.",
    "Kabupaten Blora ikut dinilai. Level pertama dimulai dari 36,13 sampai dengan 43,06.",
    "Kabupaten Blora ikut dinilai. Yang rawan sedang 43,07 s/d 56,94.",
)
"""Figures that are no scores, in a text on scores."""

OF_SEVERAL: Rows = {
    "each in order": (
        "Dua kabupaten disorot, Blora dan Pati. Nilai keduanya berturut-turut 41,20 dan 39,10.",
        {"score 33.16 41.20", "score 33.18 39.10"},
    ),
    "both alike": (
        "Dua kabupaten disorot, Blora dan Pati. Keduanya memperoleh skor 41,20.",
        {"score 33.16 41.20", "score 33.18 41.20"},
    ),
    "handed on behind": (
        "Skor Kabupaten Blora 41,20 dan 39,10 untuk Kabupaten Pati.",
        {"score 33.16 41.20", "score 33.18 39.10"},
    ),
    "of two years": (
        "IKP Jawa Tengah tahun 2019 45,12 dan tahun 2024 34,83.",
        {"earlier score 33 45.12", "score 33 34.83"},
    ),
    "another body, then the own index": (
        "Menurut survei LSI, kepercayaan publik 71,20 persen. Adapun skor IKP Kabupaten Blora 41,20.",
        {"score 33.16 41.20"},
    ),
    "lower than another": (
        "Dengan skor 34,83 Jawa Tengah lebih rendah daripada Kabupaten Blora.",
        {"score 33 34.83"},
    ),
    "compared with first": (
        "Bila dibandingkan Kabupaten Pati (39,10), Kabupaten Blora lebih tinggi (41,20).",
        {"score 33.16 41.20", "score 33.18 39.10"},
    ),
    "the difference is no score": (
        "Skor Kabupaten Blora 41,20, lebih tinggi 2,10 poin dari Kabupaten Pati yang 39,10.",
        {"score 33.16 41.20", "score 33.18 39.10"},
    ),
    "the speaker's own": ("Ketua Bawaslu Blora menyebut skor daerahnya 41,20.", {"score 33.16 41.20"}),
    "as a spreadsheet had it": ("Kabupaten Blora dengan skor 30,81459999.", {"score 33.16 30.81459999"}),
}

CARRIED_DIMENSION: Rows = {
    "brackets behind": (
        "Skor dimensi Kabupaten Blora: 10,10 (sosial politik), 30,30 (kontestasi), dan 40,40 (partisipasi).",
        {
            "dimension 33.16 konteks sosial politik 10.10",
            "dimension 33.16 kontestasi 30.30",
            "dimension 33.16 partisipasi 40.40",
        },
    ),
    "untuk": (
        "Kabupaten Blora memperoleh 41,20 untuk penyelenggaraan pemilu dan 31,20 untuk kontestasi.",
        {"dimension 33.16 penyelenggaraan 41.20", "dimension 33.16 kontestasi 31.20"},
    ),
    "its figure in the next sentence": (
        "Dari dimensi penyelenggaraan, yang tertinggi Kabupaten Blora. Skornya 41,20.",
        {"dimension 33.16 penyelenggaraan 41.20"},
    ),
    "those regions in the next sentence": (
        "Dua kabupaten menonjol di dimensi penyelenggaraan. Dua daerah tersebut ialah Kabupaten Blora (41,20) dan "
        "Kabupaten Gresik di Jawa Timur (39,10).",
        {"dimension 33.16 penyelenggaraan 41.20", "dimension 35.25 penyelenggaraan 39.10"},
    ),
    "per dimensi IKP is not the whole": (
        "Pada dimensi kontestasi Kabupaten Blora tercatat 41,20 persen. Adapun Pati 39,10 persen per dimensi IKP.",
        {"dimension 33.16 kontestasi 41.20", "dimension 33.18 kontestasi 39.10"},
    ),
    "graded behind": (
        "Kabupaten Blora, skornya 39,10, jadi daerah yang kontestasinya paling rawan.",
        {"dimension 33.16 kontestasi 39.10"},
    ),
    "rows in percent": (
        "Skor tiap dimensi di Kabupaten Blora ialah:\nKontestasi 30,30 persen\nPartisipasi 40,40 persen\n",
        {"dimension 33.16 kontestasi 30.30", "dimension 33.16 partisipasi 40.40"},
    ),
    "a share beside the bare word": (
        "Kerawanan dalam kontestasi, Kabupaten Blora tercatat 62,68 persen.",
        {"dimension 33.16 kontestasi 62.68"},
    ),
}

NATIONAL: Rows = {
    "sedangkan nasional": (
        "Skor Kabupaten Blora 41,20, sedangkan nasional 44,80.",
        {"score 33.16 41.20", "score ID 44.80"},
    ),
    "in brackets": (
        "Skor Kabupaten Blora (41,20) berada di bawah skor rata-rata nasional (44,80).",
        {"score 33.16 41.20", "score ID 44.80"},
    ),
    "tingkat nasional in per cent": (
        "Indeks kerawanan di tingkat nasional berada di kisaran 49 persen, sementara Kabupaten Blora 41,20.",
        {"score 33.16 41.20", "score ID 49"},
    ),
    "secara nasional ahead": (
        "Secara nasional, skor IKP adalah 49,10. Kabupaten Blora dengan skor 41,20.",
        {"score 33.16 41.20", "score ID 49.10"},
    ),
    "secara nasional behind": (
        "Skor IKP 2024 secara nasional sebesar 49,10, skor Kabupaten Blora 41,20.",
        {"score 33.16 41.20", "score ID 49.10"},
    ),
    "ranked among all": (
        "Secara nasional Kabupaten Blora di urutan 20 dengan skor 41,20.",
        {"score 33.16 41.20", "rank 33.16 20"},
    ),
    "se-Indonesia": (
        "Rata-rata skor se-Indonesia 44,80, Kabupaten Blora 41,20.",
        {"score 33.16 41.20", "score ID 44.80"},
    ),
    "mean of the parts": (
        "Skor Jawa Tengah 34,83, adapun rata-rata kabupaten/kota 45,18.",
        {"score 33 34.83", "score 33 45.18"},
    ),
}

ALL: Rows = (
    COMPARED | RESPECTIVELY | BESIDE_ITS_REGION | RUNS | SHARED | WRITTEN_BADLY | NO_SCORE | OF_A_DIMENSION
    | MEANS | OF_SEVERAL | CARRIED_DIMENSION | NATIONAL
)  # fmt: skip

BUGS_CAUGHT: Rows = {
    "score and rank that a slash parts, each with its word": (
        "Kabupaten Blora: skor 41,20 / peringkat 7.",
        {"score 33.16 41.20", "rank 33.16 7"},
    ),
    "a rank in brackets behind each": (
        "Skor kerawanan: Kabupaten Blora 41,20 (1), Kabupaten Pati 39,10 (2).",
        {"score 33.16 41.20", "score 33.18 39.10"},
    ),
    "a glued preposition": (
        "IKP Kabupaten Blora diangka 41,20, sedangkan Kabupaten Pati diangka 39,10.",
        {"score 33.16 41.20", "score 33.18 39.10"},
    ),
    "a glued preposition before a rank": (
        "Kabupaten Blora diurutan ke-3 dengan skor 41,20.",
        {"score 33.16 41.20", "rank 33.16 3"},
    ),
    "letters of the index turned about": (
        "Menurut Indeks Kerawanan Pemilu (IPK), Kabupaten Blora 41,20 persen dan Kabupaten Pati 39,10 persen.",
        {"score 33.16 41.20", "score 33.18 39.10"},
    ),
    "an index of corruption": (
        "Indeks Persepsi Korupsi (IPK) Kabupaten Blora mencapai 41,20.",
        set(),
    ),
    "an office behind the figure": (
        'Kabupaten Blora 41,20. "Sedangkan Kabupaten Pati di angka 39,10," ujar Anggota Bawaslu.',
        {"score 33.16 41.20", "score 33.18 39.10"},
    ),
    "tepatnya": (
        "Skor Kabupaten Blora tinggi, yaitu sekitar 41,20.",
        {"score 33.16 41.20"},
    ),
    "codes of regions": (
        "Skor: Kabupaten Buru 81.04 26.05, Kota Tual 81.72 23.10.",
        {"score 81.04 26.05", "score 81.72 23.10"},
    ),
    "a dimension behind a verb": (
        "Kabupaten Blora: skor 60,10 diperoleh pada dimensi kontestasi dan 50,20 pada penyelenggaraan.",
        {"dimension 33.16 kontestasi 60.10", "dimension 33.16 penyelenggaraan 50.20"},
    ),
    "dimensions in per cent": (
        "Kabupaten Blora disorot. Penyelenggaraan pemilu sebesar 50,20 persen, kontestasi 40,30 persen.",
        {"dimension 33.16 penyelenggaraan 50.20", "dimension 33.16 kontestasi 40.30"},
    ),
    "another variable": (
        "Kabupaten Blora disorot. Variabel lain yakni penyelenggaraan pemilu di angka 52,28.",
        {"dimension 33.16 penyelenggaraan 52.28"},
    ),
}

WANTED: Rows = {
    "a hundred beside its region": (
        "Berdasarkan skor, Kabupaten Blora meraih 100, disusul Kabupaten Pati dengan 89,59.",
        {"score 33.16 100", "score 33.18 89.59"},
    ),
    "a region above the mean": (
        "Kabupaten Blora di atas rata-rata nasional dengan skor 41,20.",
        {"score 33.16 41.20"},
    ),
}


@pytest.mark.parametrize(("text", "expected"), BUGS_CAUGHT.values(), ids=BUGS_CAUGHT.keys())
def test_bugs_caught(text: str, expected: set[str], facts: Callable[[str], set[str]]) -> None:
    assert facts(LEAD + text) == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Dimensi kontestasi menyumbang paling besar, di angka 85,17.", "33.16"),
        ("Dimensi kontestasinya di angka 85,17.", "33"),
    ],
)
def test_a_province_only_compared_with_goes_to_review(text: str, code: str, take: Take) -> None:
    lead = "Bawaslu Kabupaten Blora memaparkan Indeks Kerawanan Pemilu (IKP) 2024."
    _, extraction = take(
        f"{lead}\n\nSkor Kabupaten Blora 56,96. Sedangkan Provinsi Jawa Tengah di angka 50,37.\n\n{text}"
    )
    found = [f for f in extraction.findings if f.type == "dimension_score"]
    assert [(f.region_code, f.decision) for f in found] == [(code, "review")]


@pytest.mark.parametrize(("text", "expected"), ALL.values(), ids=ALL.keys())
def test_scores(text: str, expected: set[str], facts: Callable[[str], set[str]]) -> None:
    assert facts(LEAD + text) == expected


def test_a_score_under_the_heading_of_a_dimension_is_its_own_or_goes_to_review(take: Take) -> None:
    text = "Dimensi kontestasi\n\nKabupaten Blora memperoleh skor 61,20.\n\nKabupaten Pati memperoleh skor 55,10."
    _, extraction = take(LEAD + text)
    assert {f.decision for f in extraction.findings if f.type == "score"} <= {"review"}


@pytest.mark.parametrize("verb", VERBS)
def test_verbs(verb: str, facts: Callable[[str], set[str]]) -> None:
    assert facts(f"{LEAD}Kabupaten Blora {verb}.") == {"score 33.16 41.20"}


@pytest.mark.parametrize("text", AHEAD)
def test_figures_ahead_of_their_region(text: str, facts: Callable[[str], set[str]]) -> None:
    assert facts(LEAD + text) == {"score 33.16 41.20"}


@pytest.mark.parametrize("text", CARRIED)
def test_figures_of_the_region_before(text: str, facts: Callable[[str], set[str]]) -> None:
    assert facts(f"{LEAD}Kabupaten Blora ikut disorot. {text}") == {"score 33.16 41.20"}


@pytest.mark.parametrize(("slip", "decision"), SLIPS.items())
def test_slips_of_typing(slip: str, decision: str, take: Take, lines: Callable[[Extraction], set[str]]) -> None:
    _, extraction = take(f"{LEAD}Kabupaten Blora dengan {slip}.")
    assert lines(extraction) == {"score 33.16 41.20"}
    assert {finding.decision for finding in extraction.findings} == {decision}


@pytest.mark.parametrize("rows", LISTS)
def test_shapes_of_lists(rows: str, facts: Callable[[str], set[str]]) -> None:
    expected = {"score 33.16 41.20", "score 33.18 39.10", "score 33.19 38.00"}
    assert facts(f"{LEAD}Berikut skor kerawanan kabupaten:\n\n{rows}") == expected


@pytest.mark.parametrize("text", TRAPS)
def test_figures_that_are_no_scores(text: str, facts: Callable[[str], set[str]]) -> None:
    assert not {fact for fact in facts(LEAD + text) if fact.startswith(("score", "dimension"))}


@pytest.mark.parametrize(
    "text", ["Kabupaten Blora kebagian 41,20 persen.", "Kabupaten Blora ikut. Penilaiannya 41,20."]
)
def test_a_figure_that_only_looks_like_a_score_goes_to_review(text: str, take: Take) -> None:
    _, extraction = take(LEAD + text)
    assert {finding.decision for finding in extraction.findings} == {"review"}


def test_a_score_of_regions_that_get_too_few_goes_to_review(take: Take) -> None:
    _, extraction = take(LEAD + "Kabupaten Blora, Pati, dan Kudus memiliki skor berturut-turut 86,20 dan 43,10.")
    assert {finding.decision for finding in extraction.findings} == {"review"}


@pytest.mark.xfail(strict=True, reason="wanted, not there yet")
@pytest.mark.parametrize(("text", "expected"), WANTED.values(), ids=WANTED.keys())
def test_scores_wanted(text: str, expected: set[str], facts: Callable[[str], set[str]]) -> None:
    assert facts(LEAD + text) == expected
