"""``tablebook status`` and ``tablebook verify``: the fields that scripts count on, and a record that was touched."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as driver

from tablebook.jobs.sample import make_sample
from tests.integration.cli.conftest import Cli

STATES = {
    "not-opened", "with-us", "with-them", "held", "ta", "part-ta", "withdrawn", "deferred", "impasse", "ratified",
}  # fmt: skip


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "Lakeview.tablebook"
    make_sample(path).close()
    return path


@pytest.fixture
def sample(told: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(told, tmp_path / "Lakeview.tablebook"))


def change(path: Path, statement: str) -> None:
    db = driver.connect(str(path))
    with db:
        assert db.execute(statement).rowcount == 1
    db.close()


def test_status_has_the_fields_promised(sample: Path, cli: Cli) -> None:
    said = cli("status", sample, "--json")
    assert said.code == 0
    found = said.json
    assert set(found) >= {"negotiation", "articles", "packages", "unresolved"}
    assert {key: found["negotiation"][key] for key in ("union", "employer", "we")} == {
        "union": "Lakeview Education Association",
        "employer": "Lakeview School District",
        "we": "union",
    }
    for article in found["articles"]:
        assert set(article) >= {"number", "title", "state", "passes", "agreements"}
        assert article["state"] in STATES
        for one in article["passes"]:
            assert set(one) >= {"label", "party", "kind", "at", "responds_to"}
        for one in article["agreements"]:
            assert set(one) >= {"label", "at", "sections", "signed"}
    assert all(set(one) >= {"label", "party", "members", "state"} for one in found["packages"])
    twelve = next(one for one in found["articles"] if one["number"] == "12")
    assert [one["label"] for one in twelve["passes"]] == ["U-1", "E-1", "U-2", "E-2", "U-3", "E-3", "U-4", "U-5"]
    assert twelve["passes"][0]["at"] == "2027-01-26T13:36:00-06:00"
    assert twelve["passes"][5]["responds_to"] == ["U-3"]
    assert twelve["agreements"][-1] == {
        **twelve["agreements"][-1],
        "label": "U-5",
        "at": "2027-04-13T22:15:00-06:00",
        "sections": ["12.1", "12.2", "12.3", "12.4", "12.5"],
        "signed": True,
    }
    assert found["unresolved"] == []


def test_status_for_a_person(sample: Path, cli: Cli) -> None:
    said = cli("status", sample)
    assert said.code == 0
    assert "12  Class Size and Caseload; ta; last U-5 of the union" in said.out
    assert said.err == ""


def test_reading_changes_nothing(sample: Path, cli: Cli, tmp_path: Path) -> None:
    before = sample.read_bytes()
    for arguments in (
        ("status", sample),
        ("verify", sample),
        ("report", "ta-summary", sample, "-o", tmp_path / "a.pdf"),
    ):
        assert cli(*arguments).code == 0
    assert sample.read_bytes() == before
    assert sorted(each.name for each in tmp_path.iterdir()) == ["Lakeview.tablebook", "a.pdf"]


def test_a_whole_record(sample: Path, cli: Cli) -> None:
    said = cli("verify", sample, "--json")
    assert said.code == 0
    assert said.json["ok"] is True
    assert said.json["entries"] > 607 - 41
    assert said.json["problems"] == []
    assert len(said.json["fingerprint"]) == 64
    plain = cli("verify", sample)
    assert (plain.code, "The record is whole." in plain.out) == (0, True)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entry SET body = replace(CAST(body AS TEXT), 'e', 'o') WHERE seq = 100",
        "UPDATE entry SET header = replace(CAST(header AS TEXT), 'shared', 'ours') WHERE seq = 10",
        "DELETE FROM entry WHERE seq = 200",
        "DELETE FROM attachment WHERE digest = (SELECT min(digest) FROM attachment)",
    ],
    ids=["words changed", "custody changed", "entry taken out", "paper taken out"],
)
def test_a_tampered_record_is_found(sample: Path, cli: Cli, statement: str) -> None:
    change(sample, statement)
    said = cli("verify", sample, "--json")
    assert said.code == 1
    assert said.json["ok"] is False
    assert said.json["problems"]
    assert all(problem["message"] for problem in said.json["problems"])
    plain = cli("verify", sample)
    assert (plain.code, "The record is not whole." in plain.out) == (1, True)


def test_a_fingerprint_noted_earlier(sample: Path, cli: Cli) -> None:
    noted = cli("verify", sample, "--json").json["fingerprint"]
    assert cli("verify", sample, "--against", noted).code == 0
    assert cli("verify", sample, "--against", noted[:8].upper()).code == 0
    other = cli("verify", sample, "--against", "0" * 64, "--json")
    assert (other.code, other.json["ok"]) == (1, False)
    for typed in ("", "47C3", "no digits", "0" * 65):
        assert cli("verify", sample, "--against", typed).is_refusal()


@pytest.mark.parametrize("verb", ["status", "verify", "pass", "agree", "report"])
@pytest.mark.parametrize("what", ["nothing", "empty", "text", "folder"])
def test_a_file_that_is_no_book(cli: Cli, tmp_path: Path, verb: str, what: str) -> None:
    path = tmp_path / "Some.tablebook"
    if what == "folder":
        path.mkdir()
    elif what != "nothing":
        path.write_bytes(b"" if what == "empty" else b"this is no book" * 400)
    more = {
        "pass": (path, "--article", "1", "--from", "union", "--said", "no"),
        "agree": (path, "--article", "1", "--label", "U-1"),
        "report": ("ta-summary", path, "-o", tmp_path / "a.pdf"),
    }.get(verb, (path,))
    before = [(each.name, each.is_file() and each.read_bytes()) for each in tmp_path.iterdir()]
    assert cli(verb, *more).is_refusal()
    assert [(each.name, each.is_file() and each.read_bytes()) for each in tmp_path.iterdir()] == before
