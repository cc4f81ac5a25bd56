"""``ikp review`` without a browser: what it prints, what it writes, and what it refuses."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from apart import all_here
from pipeline import cli
from pipeline.jobs import stages
from pipeline.storage import logbook
from review.corpora import RELEASE, TWICE


@dataclass(frozen=True, slots=True)
class Desk:
    """A corpus that was read once, and the command on it."""

    corpus: Path
    out: Path
    capsys: pytest.CaptureFixture[str]

    def review(self, *arguments: str, code: int = 0) -> str:
        """Run ``ikp review`` and return what it printed; errors where another code than 0 is expected."""
        folders = ("--corpus", str(self.corpus), "--out", str(self.out))
        self.capsys.readouterr()
        assert cli.main(["review", *arguments, *folders]) == code
        printed = self.capsys.readouterr()
        if code == 0:
            assert printed.err == ""
            return printed.out
        assert printed.err.count("\n") == 1, "one line an error"
        return printed.err

    def pending(self, *arguments: str) -> list[dict[str, object]]:
        """Return what waits."""
        items: list[dict[str, object]] = json.loads(self.review("--list", "--format", "json", *arguments))["items"]
        return items

    def scores(self) -> dict[str, dict[str, str]]:
        """Publish, and return the published scores by region."""
        stages.run(self.corpus, self.out, workers=1)
        with (self.out / "dataset" / "scores.csv").open(encoding="utf-8", newline="") as file:
            return {row["region_code"]: row for row in csv.DictReader(file)}

    def log(self) -> tuple[str, ...]:
        """Return actor, verb, field and value of each line of the log."""
        return tuple(f"{x.actor} {x.verb} {x.field} {x.after}" for x in logbook.load(self.corpus).lines)


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("review")
    (folder / "corpus").mkdir()
    (folder / "corpus" / "banten.txt").write_text(RELEASE, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        all_here(patch)
        stages.run(folder / "corpus", folder / "out", workers=1)
        yield folder


@pytest.fixture
def desk(read: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("IKP_REVIEWER", "ani")
    shutil.copytree(read / "corpus", tmp_path / "corpus")
    shutil.copytree(read / "out", tmp_path / "out")
    return Desk(tmp_path / "corpus", tmp_path / "out", capsys)


def test_the_list_shows_what_waits_worst_first_with_its_words(desk: Desk) -> None:
    printed = desk.review("--list")
    assert printed.startswith("3 wait for a person")
    assert printed.index("77.70 tinggi") < printed.index("Perusakan alat peraga")
    assert "nothing published" in printed
    assert "Kabupaten Pandeglang memperoleh skor 77,70" in printed


@pytest.mark.parametrize(
    ("arguments", "count"),
    [
        (("--region", "36"), 3),
        (("--region", "36.72"), 1),
        (("--region", "32"), 0),
        (("--type", "indicator"), 1),
        (("--text", "CILEGON"), 1),
        (("--document", "banten.txt"), 3),
        (("--kind", "held"), 3),
        (("--kind", "orphan"), 0),
        (("--cause", "doubt"), 3),
        (("--deferred",), 0),
    ],
)
def test_the_list_is_narrowed(desk: Desk, arguments: tuple[str, ...], count: int) -> None:
    assert len(desk.pending(*arguments)) == count


def test_all_that_is_known_of_one_finding_is_shown(desk: Desk) -> None:
    key = str(desk.pending("--region", "36.72")[0]["key"])
    desk.review("--defer", key, "--reason", "tanya kantor")
    printed = desk.review("--show", key)
    assert "says       21.90 sedang" in printed
    assert "in         banten.txt" in printed
    assert "rule       score." in printed
    assert "ani: defer score 21.90 -> 21.90 tanya kantor" in printed


def test_an_accepted_value_is_published_and_leaves_the_list(desk: Desk) -> None:
    assert "36.01" not in desk.scores() or not desk.scores()["36.01"]["score"]
    key = str(desk.pending("--region", "36.01", "--type", "score")[0]["key"])
    assert "1 decided: 2 lines" in desk.review("--accept", key)
    assert len(desk.pending()) == 2
    assert desk.scores()["36.01"]["score"] == "77.70"
    assert desk.log() == ("ani accept score 77.70", "ani accept category tinggi")


def test_a_finding_may_be_named_by_its_id_alone(desk: Desk) -> None:
    key = str(desk.pending("--region", "36.72")[0]["key"])
    desk.review("--reject", key.split("-", maxsplit=1)[0], "--as", "budi", "--reason", "salah baca")
    assert desk.log() == ("budi reject score None", "budi reject category None")
    assert not desk.scores().get("36.72", {}).get("score")


def test_fields_are_corrected_and_the_others_confirmed(desk: Desk) -> None:
    key = str(desk.pending("--region", "36.72")[0]["key"])
    desk.review("--edit", key, "score=22,10")
    row = desk.scores()["36.72"]
    assert (row["score"], row["category_stated"]) == ("22.10", "sedang")
    desk.review("--edit", key, "category=")
    assert desk.scores()["36.72"]["category_stated"] == ""


def test_one_field_alone_is_decided(desk: Desk) -> None:
    key = str(desk.pending("--region", "36.72")[0]["key"])
    desk.review("--accept", key, "--fields", "category")
    row = desk.scores()["36.72"]
    assert (row["score"], row["category_stated"]) == ("", "sedang")


def test_a_score_that_a_check_holds_back_is_asked_for_though_its_category_is_decided(desk: Desk) -> None:
    words = "Kabupaten Paser memiliki skor IKP 2024 sebesar 24,28 persen dan masuk kategori rawan sedang."
    (desk.corpus / "paser.txt").write_text(f"Samarinda, 20 Desember 2022. {words}\n", encoding="utf-8")
    assert desk.scores()["64.01"]["status"] == "in review"
    (item,) = desk.pending("--region", "64.01")
    desk.review("--accept", str(item["key"]), "--fields", "category")
    row = desk.scores()["64.01"]
    assert (row["score"], row["category_stated"], row["warnings"]) == ("", "", "percent_as_score")
    (again,) = desk.pending("--region", "64.01")
    desk.review("--accept", str(again["key"]), "--fields", "score")
    row = desk.scores()["64.01"]
    assert (row["score"], row["category_stated"], row["warnings"]) == ("24.28", "sedang", "percent_as_score")
    assert desk.pending("--region", "64.01") == []


def test_undo_takes_back_the_last_thing_that_the_same_person_did(desk: Desk) -> None:
    first, second, _ = (str(item["key"]) for item in desk.pending())
    desk.review("--accept", first, "--as", "ani")
    desk.review("--accept", second, "--as", "budi")
    desk.review("--undo", "--as", "ani")
    assert {str(item["key"]) for item in desk.pending()} >= {first}
    assert "nothing that is left to undo" in desk.review("--undo", "--as", "ani", code=2)


def test_a_decision_can_be_withdrawn(desk: Desk) -> None:
    key = str(desk.pending()[0]["key"])
    desk.review("--accept", key)
    desk.review("--withdraw", key)
    assert len(desk.pending()) == 3
    assert "decided by nobody" in desk.review("--withdraw", key, code=2)


def test_all_alike_are_shown_before_they_are_decided_at_once(desk: Desk) -> None:
    key = str(desk.pending("--type", "score")[0]["key"])
    shown = desk.review("--accept", key, "--alike")
    assert shown.startswith("2 are alike")
    assert "nothing was decided" in shown
    assert desk.log() == ()
    assert "2 decided at once: 4 lines" in desk.review("--accept", key, "--alike", "--yes")
    assert len({line.batch for line in logbook.load(desk.corpus).lines}) == 1
    desk.review("--undo")
    assert len(desk.pending()) == 3


def test_decisions_travel_as_csv_and_come_back_the_same(desk: Desk, tmp_path: Path) -> None:
    first, second, third = (str(item["key"]) for item in desk.pending())
    desk.review("--accept", first, "--note", "=1+1")
    desk.review("--reject", second, "--reason", "salah, baca\nulang")
    desk.review("--defer", third)
    desk.review("--undo")
    before = logbook.load(desk.corpus).lines
    desk.review("--export", str(tmp_path / "log.csv"))
    text = (tmp_path / "log.csv").read_text(encoding="utf-8")
    assert "'=1+1" in text, "a spreadsheet must not run it"
    (desk.corpus / "decisions.jsonl").unlink()
    head, *rows = csv.reader(io.StringIO(text))
    rows.sort(key=lambda row: row[head.index("actor")] + row[head.index("field")])  # as a spreadsheet may
    with (tmp_path / "sorted.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([head, *rows])
    taken = desk.review("--import", str(tmp_path / "sorted.csv"))
    assert f"{len(before)} lines taken over, 0 were known" in taken
    assert logbook.load(desk.corpus).lines == before
    assert f"0 lines taken over, {len(before)} were known" in desk.review("--import", str(tmp_path / "log.csv"))


def test_what_waits_is_decided_in_a_spreadsheet(desk: Desk, tmp_path: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(desk.review("--list", "--format", "csv"))))
    assert [row["verb"] for row in rows] == ["", "", ""]
    by_region = {row["region_code"] + row["type"]: row for row in rows}
    by_region["36.01score"]["verb"] = "accept"
    by_region["36.72score"] |= {"verb": "edit", "field": "score", "after": "22,4", "reason": "salah ketik"}
    with (tmp_path / "filled.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    assert "2 new decisions" in desk.review("--import", str(tmp_path / "filled.csv"))
    scores = desk.scores()
    assert (scores["36.01"]["score"], scores["36.72"]["score"]) == ("77.70", "22.4")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", ""),
        ("a,b\n1,2\n", "no columns finding_id and verb"),
        ("finding_id,verb\nx,burn\n", "line 2: 'burn' is no decision"),
        ("finding_id,verb,field\nx,edit,\n", "line 2: edits no field"),
        ("finding_id,verb\nnot-there,accept\n", "finding not-there: is not there"),
        ('finding_id,verb\n"x,accept\n', "is no CSV"),
        ("id,finding_id,verb,of\n1,x,accept,many\n", "id 1: is no line of a log"),
    ],
)
def test_a_file_that_is_none_is_refused_in_one_line(desk: Desk, tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "bad.csv").write_text(text, encoding="utf-8")
    printed = desk.review("--import", str(tmp_path / "bad.csv"), code=2 if said else 0)
    assert said in printed
    assert desk.log() == ()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--accept", "ffff"), "finding ffff: is not there"),
        (("--edit", "KEY"), "needs FIELD=VALUE"),
        (("--edit", "KEY", "score=much"), "'much' is no score"),
        (("--edit", "KEY", "colour=red"), "has no field 'colour'"),
        (("--edit", "KEY", "region_code=99"), "'99' is no region_code"),
        (("--accept", "KEY", "--fields", "n"), "states no 'n'"),
        (("--accept", "KEY", "--as", " "), "is no name"),
        (("--port", "65536"), "is no port"),
        (("--list", "--limit", "-1"), "not a number from 0 on"),
        (("--host", "192.0.2.7"), "would let in everybody"),
        (("--host", "192.0.2.7", "--token", "pendek"), "could be guessed"),
        (("--accept", "KEY", "--as", "x" * 61), "is no name"),
    ],
)
def test_what_cannot_be_decided_is_refused_in_one_line(desk: Desk, arguments: tuple[str, ...], said: str) -> None:
    key = str(desk.pending("--region", "36.72")[0]["key"])
    assert said in desk.review(*(key if one == "KEY" else one for one in arguments), code=2)
    assert desk.log() == ()


def test_without_results_there_is_nothing_to_review(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "corpus").mkdir()
    folders = ["--corpus", str(tmp_path / "corpus"), "--out", str(tmp_path / "out")]
    assert cli.main(["review", "--list", *folders]) == 3
    assert "run `ikp run` first" in capsys.readouterr().err


def test_a_corpus_that_is_not_there_is_no_corpus_without_decisions(desk: Desk, tmp_path: Path) -> None:
    there = Desk(tmp_path / "elsewhere", desk.out, desk.capsys)
    assert "is not a folder that can be read" in there.review("--list", code=3)


def test_a_damaged_log_is_refused_and_left_alone(desk: Desk) -> None:
    desk.review("--accept", str(desk.pending()[0]["key"]))
    path = desk.corpus / "decisions.jsonl"
    damaged = b"{}\n" + path.read_bytes()
    path.write_bytes(damaged)
    assert "decisions.jsonl line 1" in desk.review("--list", code=3)
    assert path.read_bytes() == damaged


def test_several_are_decided_together_or_not_at_all(desk: Desk) -> None:
    key = str(desk.pending()[0]["key"])
    assert "finding nonsense: is not there" in desk.review("--accept", key, "nonsense", code=2)
    assert "is decided twice" in desk.review("--accept", key, key, code=2)
    assert desk.log() == ()
    two = [str(item["key"]) for item in desk.pending("--type", "score")]
    desk.review("--accept", *two)
    assert len({line.batch for line in logbook.load(desk.corpus).lines}) == 1
    desk.review("--undo")
    assert len(desk.pending()) == 3


def test_a_sheet_with_a_mistake_is_not_taken_in_part(desk: Desk, tmp_path: Path) -> None:
    first, second = (str(item["key"]) for item in desk.pending("--type", "score"))
    sheet = tmp_path / "sheet.csv"
    sheet.write_text(f"finding_id,verb,field,after\n{first},accept,,\n{second},edit,score,abc\n", encoding="utf-8")
    assert "sheet.csv line 3: the decision: 'abc' is no score" in desk.review("--import", str(sheet), code=2)
    assert desk.log() == ()
    sheet.write_text(
        f"finding_id,verb,field,after\n{first},reject,category,\n{second},edit,score,22\n", encoding="utf-8"
    )
    assert "2 new decisions" in desk.review("--import", str(sheet))
    assert desk.log() == ("ani reject category None", "ani edit score 22", "ani accept category sedang")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("accept,score,99", "accept takes no new value"),
        ("defer,score,", "defer is of the whole finding"),
        (",score,5", "'' is no decision"),
    ],
)
def test_a_row_that_says_more_than_it_can_is_refused(desk: Desk, tmp_path: Path, row: str, said: str) -> None:
    sheet = tmp_path / "sheet.csv"
    sheet.write_text(f"finding_id,verb,field,after\nK,{row}\n", encoding="utf-8")
    assert said in desk.review("--import", str(sheet), code=2)


def test_fields_are_meant_or_refused(desk: Desk) -> None:
    key = str(desk.pending("--region", "36.72")[0]["key"])
    desk.review("--edit", key, "score=22,10")
    desk.review("--withdraw", key, "--fields", "score")
    assert desk.log()[-1] == "ani withdraw score 22.10"
    for act in ("--keep", "--defer"):
        assert "is of the whole finding" in desk.review(act, key, "--fields", "score", code=2)
    assert "goes with no --edit" in desk.review("--edit", key, "score=1", "--fields", "score", code=2)


def test_an_id_that_means_two_statements_is_not_guessed(desk: Desk) -> None:
    text = RELEASE.replace(
        "Adapun Kota", "Kabupaten Pandeglang juga disebut memperoleh skor 70,10 dalam IKP 2024.\nAdapun Kota"
    )
    (desk.corpus / "banten.txt").write_text(text, encoding="utf-8")
    stages.run(desk.corpus, desk.out, workers=1)
    keys = [str(item["key"]) for item in desk.pending("--region", "36.01", "--type", "score")]
    name = keys[0].split("-", maxsplit=1)[0]
    said = desk.review("--accept", name, code=2)
    assert all(key in said for key in keys)
    desk.review("--accept", keys[1])


def test_what_is_published_is_what_the_last_run_published(desk: Desk) -> None:
    key = str(desk.pending("--region", "36.72")[0]["key"])
    desk.review("--edit", key, "score=1e1")
    assert "published  nothing" in desk.review("--show", key)
    assert desk.scores()["36.72"]["score"] == "10"
    desk.review("--withdraw", key)
    assert "published  10 sedang" in desk.review("--show", key)


@pytest.mark.parametrize(
    "wrong",
    [("--kind", "helt"), ("--type", "scores"), ("--cause", "x"), ("--region", "bantem"), ("--region", "Serang")],
)
def test_a_mistyped_filter_is_no_clear_desk(desk: Desk, wrong: tuple[str, str]) -> None:
    desk.review("--list", *wrong, code=2)


def test_what_was_put_off_is_counted(desk: Desk) -> None:
    desk.review("--defer", str(desk.pending()[0]["key"]))
    assert desk.review("--list").startswith("2 wait for a person (2 held), worst first; 1 put off (--deferred)")


def test_control_characters_never_reach_the_terminal(desk: Desk) -> None:
    (desk.corpus / "banten.txt").write_text(RELEASE.replace("Perusakan", "Peru\x1b[31msakan"), encoding="utf-8")
    stages.run(desk.corpus, desk.out, workers=1)
    for item in desk.pending():
        assert "\x1b" not in desk.review("--show", str(item["key"]))
    label = str(desk.pending("--type", "indicator")[0]["key"]).split("-", maxsplit=1)[0]
    assert cli.main(["why", label, "label", "--corpus", str(desk.corpus), "--out", str(desk.out)]) == 0
    assert "\x1b" not in desk.capsys.readouterr().out


def test_a_flag_that_a_spreadsheet_wrote_its_way_is_kept(desk: Desk, tmp_path: Path) -> None:
    desk.review("--accept", str(desk.pending()[0]["key"]))
    path = desk.corpus / "decisions.jsonl"
    path.write_text(path.read_text().replace('"flips":false', '"flips":true'))
    before = logbook.load(desk.corpus).lines
    assert all(line.flips for line in before)
    desk.review("--export", str(tmp_path / "log.csv"))
    text = (tmp_path / "log.csv").read_text(encoding="utf-8")
    assert ",true," in text
    (tmp_path / "log.csv").write_text(text.replace(",true,", ",TRUE,"), encoding="utf-8")
    path.unlink()
    desk.review("--import", str(tmp_path / "log.csv"))
    assert logbook.load(desk.corpus).lines == before


# --- as an analyst types ---


def test_the_list_names_regions_and_counts_what_waits_by_kind(desk: Desk) -> None:
    printed = desk.review("--list")
    assert printed.startswith("3 wait for a person (3 held), worst first\n")
    assert "Kabupaten Pandeglang (36.01), ikp_2024: 77.70 tinggi" in printed
    named = desk.review("--list", "--region", "kota cilegon")
    assert named == desk.review("--list", "--region", "36.72")
    assert named.startswith("1 wait")
    assert "about      Kota Cilegon (36.72)" in desk.review(
        "--show", str(desk.pending("--region", "36.72")[0]["key"])
    )


def test_what_does_not_wait_is_listed_where_it_is_asked_for(desk: Desk) -> None:
    desk.review("--accept", str(desk.pending("--region", "36.72")[0]["key"]))
    assert "21.90" not in desk.review("--list", "--text", "cilegon")
    printed = desk.review("--list", "--text", "cilegon", "--settled")
    assert printed.startswith("0 wait for a person; 1 that do not wait behind them\n")
    assert "21.90" in printed


def test_a_limit_holds_for_every_format(desk: Desk) -> None:
    assert len(desk.pending("--limit", "2")) == 2
    assert len(list(csv.DictReader(io.StringIO(desk.review("--list", "--format", "csv", "--limit", "1"))))) == 1
    assert len(desk.pending()) == 3


def test_a_dispute_is_shown_with_what_settles_it(desk: Desk) -> None:
    (desk.corpus / "banten.txt").write_text(TWICE, encoding="utf-8")
    stages.run(desk.corpus, desk.out, workers=1)
    first, second = desk.pending("--region", "36.01", "--type", "score")
    shown = desk.review("--show", str(first["key"]))
    assert f"disputed   to settle it, accept the right one and --reject {second['key']} --fields score" in shown


SAVED = [
    ("semicolons", lambda text: text.replace(",", ";").encode()),
    ("semicolons, a mark", lambda text: text.replace(",", ";").encode("utf-8-sig")),
    ("Unicode text", lambda text: text.replace(",", "\t").encode("utf-16")),
    ("with the separator named", lambda text: ("sep=;\r\n" + text.replace(",", ";")).encode()),
    ("Windows' letters", lambda text: text.replace(",", ";").replace("dicek", "diçek").encode("cp1252")),
]


@pytest.mark.parametrize(("how", "saved"), SAVED, ids=[how for how, _ in SAVED])
def test_a_list_is_taken_as_a_spreadsheet_saves_it(
    desk: Desk, tmp_path: Path, how: str, saved: Callable[[str], bytes]
) -> None:
    keys = [str(item["key"]) for item in desk.pending("--type", "score")]
    text = f'finding_id,verb,field,after,note\n{keys[0]},Terima,,,dicek\n{keys[1]}, Edit ,score,"22.4",\n'
    sheet = tmp_path / "list.csv"
    sheet.write_bytes(saved(text.replace('"', "")))
    assert "2 new decisions" in desk.review("--import", str(sheet)), how
    assert {line.split()[1] for line in desk.log()} >= {"accept", "edit"}


def test_lines_of_a_log_are_taken_in_utf_8_alone(desk: Desk, tmp_path: Path) -> None:
    desk.review("--accept", str(desk.pending()[0]["key"]), "--note", "diçek")
    desk.review("--export", str(tmp_path / "log.csv"))
    odd = (tmp_path / "log.csv").read_text(encoding="utf-8-sig").encode("cp1252")
    (tmp_path / "odd.csv").write_bytes(odd)
    said = desk.review("--import", str(tmp_path / "odd.csv"), code=2)
    assert "holds lines of a log and is not UTF-8; save it as CSV in UTF-8" in said
