"""Bodies other than Bawaslu that have something to say on elections, as patterns of their names in lower case."""

from __future__ import annotations

OTHER_BODIES = (
    r"(?:polri|polda|polres|polresta|kapol\w+|kodam|kodim|korem|kesbangpol|bmkg|bnpb|bpbd|bps|ombudsman|kpk)"
)
"""Bodies that publish figures and judgements of their own."""

_POLICE_AND_ARMY = (
    rf"{OTHER_BODIES}|polsek\w*|mabes|kepolisian|brimob|intelkam|kabinda|binda|bin|bais|tni|koramil|dandim|danrem|"
    r"pangdam|babinsa|kejari|kejati|kejaksaan|kajari|kajati|bnn\w*|bnpt"
)
_GOVERNMENT = (
    r"bakesbangpol\w*|satpol pp|linmas|fkub|fkdm|kemendagri|kemenko\w*|kementerian|pemprov|pemkab|pemkot|pemda|"
    r"pemerintah (?:provinsi|kabupaten|kota|daerah)|(?:wakil )?(?:gubernur|bupati|wali ?kota)|sekda|"
    r"sekretaris daerah|camat|dinas|kpud?|komisi pemilihan umum|dprd|komnas ham|pln|bmkg|basarnas"
)
_SOCIETY = (
    r"universitas|fakultas|kampus|dosen|guru besar|peneliti|akademisi|pengamat|pakar|"
    r"lembaga (?:survei|riset|penelitian|kajian|swadaya)|lsi|lipi|brin|csis|perludem|jppr|kipp|netgrit|icw|"
    r"setara institute|aji|mui|pwnu|muhammadiyah"
)
OTHER_BODY = rf"(?:{_POLICE_AND_ARMY}|{_GOVERNMENT}|{_SOCIETY})(?![a-z])"
"""Any body or office whose words or mapping may be told beside Bawaslu's."""
