"""Ballots of short texts: what each name, time and faint hint is worth for which edition."""

from __future__ import annotations

import pytest

from ballots import Case, cases, lines_of_ballot
from pipeline.reference import Reference

BALLOTS = """
IKP 2019
    ikp_2019 3 names the index
    ikp_2019_update 1.5 is the other round
    ikp_2024 0.3 is the latest of its kind
… IKP 2019
    ikp_2019 2 names the index
    ikp_2019_update 1 is the other round
    ikp_2024 0.3 is the latest of its kind
IKP 2019 dan IKP 2024
    ikp_2019 3 names the index
    ikp_2019_update 1.5 is the other round
    ikp_2024 0.3 is the latest of its kind
    ikp_2024 3 names the index
    pemetaan_pilkada_2024 1.5 names the index
Alfa rawan, IKP 2019, IKP 2024 dan IKP 2020
    ikp_2019 3 names the index
    ikp_2019_update 1.5 is the other round
    ikp_2024 0.3 is the latest of its kind
    ikp_2024 3 names the index
    ikp_pilkada_2020 3 names the index
    ikp_pilkada_2020_update 1.5 is the other round
    pemetaan_pilkada_2024 1.5 names the index
rawan Pemilu 2019
    ikp_2019 1.5 names the election
    ikp_2019_update 0.75 is the other round
    ikp_2024 0.3 is the latest of its kind
… rawan Pemilu 2019
    ikp_2019 1 names the election
    ikp_2019_update 0.5 is the other round
    ikp_2024 0.3 is the latest of its kind
rawan pada Pemilu 2019 dan Pilkada 2020
    ikp_2019 0.5 names the election
    ikp_2019_update 0.25 is the other round
    ikp_pilkada_2020 1.5 names the election
    ikp_pilkada_2020_update 0.75 is the other round
    pemetaan_pilkada_2024 0.3 is the latest of its kind
rawan, data Pemilu 2019
    ikp_2019 0.2 names the election
    ikp_2019_update 0.1 is the other round
    ikp_2024 0.3 draws on the elections before it
    ikp_pilkada_2020 0.6 draws on the elections before it
    ikp_pilkada_2020_update 0.3 is the other round
rawan pilkada, data Pemilu 2019
    ikp_2019 0.2 names the election
    ikp_2019_update 0.1 is the other round
    ikp_pilkada_2020 0.6 draws on the elections before it
    ikp_pilkada_2020_update 0.3 is the other round
    pemetaan_pilkada_2024 0.3 draws on the elections before it
    pemetaan_pilkada_2024 0.3 is the latest of its kind
rawan, data Pemilu 2019 dan Pilkada 2020
    ikp_2019 0.2 names the election
    ikp_2019_update 0.1 is the other round
    ikp_2024 0.6 draws on the elections before it
    ikp_pilkada_2020 0.2 names the election
    ikp_pilkada_2020_update 0.1 is the other round
    pemetaan_pilkada_2024 0.3 draws on the elections before it
rawan, data Pemilu 2019, IKP Pilkada 2020
    ikp_2019 0.2 names the election
    ikp_2019_update 0.1 is the other round
    ikp_pilkada_2020 3 names the index
    ikp_pilkada_2020_update 1.5 is the other round
    pemetaan_pilkada_2024 0.3 is the latest of its kind
2023-01-05: IKP 2019, kini rawan
    ikp_2019 3 names the index
    ikp_2019_update 1.5 is the other round
    ikp_2024 1 is the latest at the time
2023-01-05: IKP pada Pemilu 2019 rawan
    ikp_2019 1.5 names the index
    ikp_2019_update 0.75 is the other round
    ikp_2024 1 is the latest at the time
2023-01-05: IKP 2019 dirilis 2018, IKP 2024
    ikp_2019 1.5 gives the year of its launch
    ikp_2019 0.5 names the index
    ikp_2019_update 1 is the other round
    ikp_2024 1 is the latest at the time
    ikp_2024 3 names the index
    ikp_pilkada_2018 0.4 is for a year that the text names
2023-01-05: dibanding IKP 2019, IKP 2024
    ikp_2019 0.5 names the index
    ikp_2019_update 0.25 is the other round
    ikp_2024 1 is the latest at the time
    ikp_2024 3 names the index
2023-01-05: rawan, Pemilu 2019 lalu
    ikp_2019 0.3 names the election
    ikp_2019_update 0.15 is the other round
    ikp_2024 1 is the latest at the time
2023-01-05: rawan pada Pemilu 2019
    ikp_2019 0.5 names the election
    ikp_2019_update 0.25 is the other round
    ikp_2024 1 is the latest at the time
pemetaan kerawanan pemilihan
    ikp_2024 0.3 is the latest of its kind
    pemetaan_pilkada_2024 1.2 names an index without its year
2024-09-01: peta kerawanan
    pemetaan_pilkada_2024 1 is the latest at the time
    pemetaan_pilkada_2024 1.5 speaks of a map at the time of the mapping
2024-12-01: peta kerawanan
    pemetaan_pilkada_2024 1 is the latest at the time
2024-09-01: peta kerawanan TPS
    pemetaan_pilkada_2024 1 is the latest at the time
2023-09-01: peta kerawanan
    ikp_2024 1 is the latest at the time
2023-10-01: Provinsi paling rawan soal netralitas ASN
    ikp_2024 1 is the latest at the time
    ikp_tematik_netralitas_asn 3 ranks by its theme
2024-02-18: Provinsi paling rawan soal netralitas ASN
    ikp_2024 1 is the latest at the time
    ikp_tematik_netralitas_asn 3 ranks by its theme
2024-02-19: Provinsi paling rawan soal netralitas ASN
    ikp_2024 1 is the latest at the time
2023-08-06: Provinsi paling rawan soal netralitas ASN
    ikp_2024 1 is the latest at the time
    ikp_tematik_netralitas_asn 3 ranks by its theme
2023-08-05: Provinsi paling rawan soal netralitas ASN
    ikp_2024 1 is the latest at the time
Provinsi paling rawan soal netralitas ASN
    ikp_tematik_netralitas_asn 3 ranks by its theme
Provinsi paling rawan soal netralitas ASN, pilkada
    pemetaan_pilkada_2024 0.3 is the latest of its kind
Desa rawan netralitas ASN
Provinsi paling rawan politik uang, rawan netralitas ASN
Provinsi paling rawan politik uang, rawan politik uang, rawan politik uang, rawan netralitas ASN
    ikp_tematik_politik_uang 3 ranks by its theme
… provinsi paling rawan politik uang
    ikp_tematik_politik_uang 1 ranks by its theme
IKP menjelang 2024
    ikp_2024 0.3 is the latest of its kind
    ikp_2024 3 names the index
    pemetaan_pilkada_2024 1.5 names the index
IKP menjelang pilkada 2018, 2024
    ikp_2024 0.2 is for a year that the text names
    ikp_pilkada_2018 3 names the index
    pemetaan_pilkada_2024 0.4 is for a year that the text names
    pemetaan_pilkada_2024 0.3 is the latest of its kind
rawan jelang pilkada [alfa-2018.txt]
    ikp_pilkada_2018 0.4 is for a year that the text names
    pemetaan_pilkada_2024 0.3 is the latest of its kind
rawan jelang pilkada [/2018/alfa]
    pemetaan_pilkada_2024 0.3 is the latest of its kind
rawan jelang pilkada [© 2018]
    ikp_2019 0.32 was current when the text may have been written
    ikp_2019_update 0.16 is the other round
    ikp_pilkada_2018 0.64 was current when the text may have been written
2020-01-01: IKP menjelang 2024, 2019
    ikp_2019 0.4 is for a year that the text names
    ikp_2019_update 0.2 is the other round
    ikp_pilkada_2020 1 is the latest at the time
    ikp_pilkada_2020_update 0.5 is the other round
2022-01-01: IKP menjelang 2024, 2019
    ikp_pilkada_2020 1 is the latest at the time
    ikp_pilkada_2020_update 0.5 is the other round
IKP
    ikp_2024 0.3 is the latest of its kind
rawan tinggi pilkada
    pemetaan_pilkada_2024 0.3 is the latest of its kind
rawan tinggi pemilu
    ikp_2024 0.3 is the latest of its kind
tingkat kerawanan
    ikp_2024 0.2 is the latest of its kind
rawan banjir
Alfa rawan, 12 TPS dan 3 TPS pilkada
IKP 2019 pemutakhiran
    ikp_2019 1.5 is the other round
    ikp_2019_update 3 names the index
    ikp_2024 0.3 is the latest of its kind
IKP 2019 pemutakhiran data
    ikp_2019 3 names the index
    ikp_2019_update 1.5 is the other round
    ikp_2024 0.3 is the latest of its kind
2019-03-26: IKP 2019
    ikp_2019 3.6 is the other round
    ikp_2019_update 1 is the latest at the time
    ikp_2019_update 3 names the index
2019-03-27: IKP 2019
    ikp_2019 3.6 is the other round
    ikp_2019_update 1 is the latest at the time
    ikp_2019_update 3 names the index
2019-04-10: IKP 2019 rata-rata 49,00
    ikp_2019 0.1 has scores of this size
    ikp_2019 1 is the latest at the time
    ikp_2019 3 names the index
    ikp_2019 1.5 states its national mean
    ikp_2019_update 2.8 is the other round
IKP 2019 rata-rata 49,63
    ikp_2019 2.3 is the other round
    ikp_2019_update 0.1 has scores of this size
    ikp_2019_update 3 names the index
    ikp_2019_update 1.5 states its national mean
    ikp_2024 0.1 has scores of this size
    ikp_2024 0.3 is the latest of its kind
    ikp_pilkada_2020 0.1 has scores of this size
    ikp_pilkada_2020_update 0.05 is the other round
IKP Pilkada 2020 pandemi
    ikp_pilkada_2020 1.9 is the other round
    ikp_pilkada_2020_update 0.8 describes its instrument
    ikp_pilkada_2020_update 3 names the index
    pemetaan_pilkada_2024 0.3 is the latest of its kind
2020-07-01: IKP 2020, level 5
    ikp_pilkada_2020 4.32 is the other round
    ikp_pilkada_2020_update 0.8 describes its instrument
    ikp_pilkada_2020_update 1 is the latest at the time
    ikp_pilkada_2020_update 3 names the index
Papua 3,41, IKP 2024
    ikp_2024 0.3 is the latest of its kind
    ikp_2024 3 names the index
    pemetaan_pilkada_2024 1.5 names the index
Papua 3,41 dan Maluku 3,25, IKP 2024
    ikp_2024 0.3 is the latest of its kind
    ikp_2024 3 names the index
    ikp_pilkada_2015 0.5 has scores of this size
    ikp_pilkada_2017 0.54 has scores of this size
    ikp_pilkada_2018 0.56 has scores of this size
    ikp_pilkada_2018 3 states scores that are known to be its own
    pemetaan_pilkada_2024 1.5 names the index
Papua 3,41, rawan Pemilu 2024
    ikp_2024 0.3 is the latest of its kind
    ikp_2024 1.5 names the election
    ikp_pilkada_2018 1.5 states scores that are known to be its own
IKP 2017, Papua 3,41
    ikp_2024 0.3 is the latest of its kind
    ikp_pilkada_2017 3 names the index
    ikp_pilkada_2018 1.5 states scores that are known to be its own
2023-09-22: Netralitas ASN: pemetaan kerawanan tematik isu netralitas ASN, Maluku Utara 100. …Dalam IKP 2024 skor Maluku Utara 84,86, DKI Jakarta 88,95 dan Sulawesi Utara 87,48.
    ikp_2019 0.1 has scores of this size
    ikp_2019_update 0.05 is the other round
    ikp_2024 0.1 has scores of this size
    ikp_2024 1 is the latest at the time
    ikp_2024 2 names the index
    ikp_2024 1.5 states scores that are known to be its own
    ikp_pilkada_2020 0.1 has scores of this size
    ikp_pilkada_2020_update 0.05 is the other round
    ikp_tematik_netralitas_asn 3 names the index
2023-09-22: Netralitas ASN: IKP 2024 dan pemetaan kerawanan tematik isu netralitas ASN. …Dalam IKP 2024 skor Maluku Utara 84,86, DKI Jakarta 88,95 dan Sulawesi Utara 87,48.
    ikp_2019 0.1 has scores of this size
    ikp_2019_update 0.05 is the other round
    ikp_2024 0.1 has scores of this size
    ikp_2024 1 is the latest at the time
    ikp_2024 5 names the index
    ikp_2024 4.5 states scores that are known to be its own
    ikp_pilkada_2020 0.1 has scores of this size
    ikp_pilkada_2020_update 0.05 is the other round
    ikp_tematik_netralitas_asn 3 names the index
2024-09-10: Dalam IKP 2024 yang dikeluarkan akhir 2022, skor Alfa 40,20. Pemetaan Kerawanan Pemilihan Serentak 2024.
    ikp_2019 0.1 has scores of this size
    ikp_2019_update 0.05 is the other round
    ikp_2024 1.5 gives the year of its launch
    ikp_2024 0.1 has scores of this size
    ikp_2024 0.5 names the index
    ikp_pilkada_2020 0.1 has scores of this size
    ikp_pilkada_2020_update 0.05 is the other round
    pemetaan_pilkada_2024 1 is the latest at the time
    pemetaan_pilkada_2024 3.25 names the index
    pemetaan_pilkada_2024 1.5 speaks of a map at the time of the mapping
2024-09-10: Dalam IKP 2024 yang terbit pada 2023, skor Alfa 40,20. Pemetaan Kerawanan Pemilihan Serentak 2024.
    ikp_2019 0.1 has scores of this size
    ikp_2019_update 0.05 is the other round
    ikp_2024 0.1 has scores of this size
    ikp_2024 3 names the index
    ikp_pilkada_2020 0.1 has scores of this size
    ikp_pilkada_2020_update 0.05 is the other round
    pemetaan_pilkada_2024 1 is the latest at the time
    pemetaan_pilkada_2024 4.5 names the index
    pemetaan_pilkada_2024 1.5 speaks of a map at the time of the mapping
"""
"""A text, with its day before it and what stands beside it in brackets, "…" for what fills the headline; its votes."""


@pytest.mark.parametrize("case", cases(BALLOTS), ids=str)
def test_ballot(case: Case, reference: Reference) -> None:
    assert list(lines_of_ballot(case, reference)) == case.votes
