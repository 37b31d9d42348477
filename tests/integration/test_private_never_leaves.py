"""What is private never leaves: every private field is filled with marker words, and every way out is searched."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pypdfium2
import pytest
from pypdf import PdfReader
from sqlcipher3 import dbapi2 as driver

from tablebook.__main__ import main
from tablebook.book import Book
from tablebook.book.plan import ArticlePlan, Limit, Plan
from tablebook.clock import FixedClock
from tablebook.documents.read import read_contract
from tablebook.domain import fold
from tablebook.domain import record as r
from tablebook.domain.codes import Custody, Party, PassKind, SessionKind
from tablebook.domain.plain import to_plain
from tablebook.domain.text import paragraph
from tablebook.ids import SeededIds
from tablebook.jobs import agree, note, pass_text, sessions
from tablebook.jobs.make_packet import chosen_packet
from tablebook.jobs.new_book import Who, make_book
from tablebook.jobs.packet_parts import packet_parts
from tablebook.jobs.pass_text import offer
from tablebook.jobs.place_text import parts_from_lines
from tablebook.jobs.print_packet import packet_page
from tablebook.jobs.print_paper import paper_bytes
from tablebook.jobs.redline_of import article_redline
from tablebook.jobs.sheets.agreement import ta_sheet, ta_summary_sheet
from tablebook.jobs.sheets.article import redline_sheet
from tablebook.jobs.sheets.minutes import joint_minutes_sheet, minutes_sheet
from tablebook.jobs.sheets.proposal import proposal_sheet
from tablebook.jobs.status import status
from tablebook.jobs.targets import find_target
from tablebook.jobs.word_paper import word_bytes
from tablebook.redline import html
from tablebook.reports import sheets
from tablebook.reports.packet import pdf
from tablebook.reports.packet.sheet import Edition, PacketSheet
from tests.integration.public_fields import PUBLIC_FIELDS

START = datetime(2027, 3, 9, 13, 0, tzinfo=UTC)

PLAN = tuple(f"ZQPLAN{name}" for name in ("DRAFT", "STEP", "WHY", "PRIORITY", "WHAT", "LIMIT", "NOTE", "WHO", "PLACE",
                                          "LINE", "VALUE", "CAUCUS"))  # fmt: skip
"""Words that stand in the plan only: for our team, and for no paper at all."""

OURS = tuple(f"ZQOURS{name}" for name in ("NOTE", "PROMISE", "KEPT", "FIX", "PREPARED", "TORN", "REASON"))
"""Words of our own record: in our minutes at most, never on what the other side gets."""

MEDIATION = ("ZQMEDIATIONNOTE",)
"""Words said under mediation confidentiality: in no export at all."""

ALL = (*PLAN, *OURS, *MEDIATION)


@dataclass(frozen=True)
class Told:
    """A negotiation with a marker word in every private place."""

    book: Book
    path: Path
    ta: r.Agreed


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Iterator[Told]:
    folder = tmp_path_factory.mktemp("private")
    contract = root / "resources" / "sample" / "contract.docx"
    clock, who = FixedClock(START), Who("The Union", "The Board", Party.UNION, term="2027–30")
    path = folder / "Book.tablebook"
    made = make_book(path, read_contract(contract).contract, who, clock=clock, ids=SeededIds(), origin="one")
    with made as book:
        _table(book, clock)
        _mediation(book, clock)
        _plan(book.plan)
        ta = _agreement(book, clock)
        yield Told(book, path, ta)


def _offer(book: Book, label: str, words: str, party: Party = Party.UNION, **more: Any) -> r.TextPassed:
    target = find_target(book.negotiation, "12.1")
    parts = parts_from_lines(book.negotiation, target, words)
    return offer(book.negotiation, target, party, parts, label=label, **more)


def _table(book: Book, clock: FixedClock) -> None:
    sessions.open_session(book, place="Room B", present={Party.UNION: ["Dana Marsh"]}, note_taker="Priya Nair")
    note.take_note(book, '@12.1 e " ZQOURSNOTE we heard')
    promise = note.take_note(book, "@12.1 e ! ZQOURSPROMISE we will bring it")
    note.keep_promise(book, promise.entries[0], "Kessler", "ZQOURSKEPT came")
    note.mend_last_note(book, "ZQOURSFIX we will bring it")
    torn = pass_text.prepare(book, [_offer(book, "U-1", "ZQOURSTORN at most 20.")])
    pass_text.void(book, torn.entries[0], "ZQOURSREASON not this")
    ready = pass_text.prepare(book, [_offer(book, "U-1", "Public offer, at most 22.")])
    clock.forward(60)
    pass_text.hand_over(book, ready.entries, handed_by="Dana Marsh", reasons=[("regressive", "ZQOURSREASON why")])
    clock.forward(60)
    pass_text.pass_texts(
        book, [_offer(book, "E-1", "Public answer, at most 26.", Party.EMPLOYER, kind=PassKind.COUNTER)]
    )
    pass_text.prepare(book, [_offer(book, "U-2", "ZQOURSPREPARED at most 23.")])
    sessions.call_caucus(book, Party.UNION, "14:00")
    kept = note.take_note(book, "@12.1 u ZQPLANCAUCUS our real number")
    assert kept.plan
    sessions.end_caucus(book)
    clock.forward(60)
    sessions.close_session(book)
    clock.forward(60)


def _mediation(book: Book, clock: FixedClock) -> None:
    sessions.open_session(book, place="Room C", present={}, kind=SessionKind.MEDIATION)
    noted = note.take_note(book, "@12.1 m ZQMEDIATIONNOTE said in confidence")
    assert book.negotiation.entries[noted.entries[0]].custody is Custody.MEDIATION
    clock.forward(60)
    sessions.close_session(book)
    clock.forward(60)


def _plan(plan: Plan) -> None:
    plan.save_draft("12", (paragraph("ZQPLANSTEP earlier"),))
    plan.save_draft("12", (paragraph("ZQPLANDRAFT at most 24."),), step=True)
    plan.save_article(ArticlePlan("12", "ZQPLANWHY", "ZQPLANPRIORITY", (Limit("ZQPLANWHAT", "ZQPLANLIMIT"),)))
    plan.add_private_note(START, "ZQPLANWHO", "ZQPLANNOTE", "ZQPLANPLACE")
    plan.save_note_line("ZQPLANLINE half a note", START)
    plan.put("costing", {"total": "ZQPLANVALUE"})


def _agreement(book: Book, clock: FixedClock) -> r.Agreed:
    accepted = agree.find_accepted(book.negotiation, "12", "E-1")
    text = agree.agreed_on(book.negotiation, accepted)
    body = agree.draft_ta(book, [text], agree.Signing(reasons=(("changes-ta", "ZQOURSREASON ta"),)))
    agree.agree(book, [text], agree.Signing(reasons=(("changes-ta", "ZQOURSREASON ta"),)))
    return body


def found(markers: tuple[str, ...], *texts: str) -> list[str]:
    joined = " ".join(texts)
    # A marker that a paper broke at the end of a line is found as well.
    tight = re.sub(r"[\s\u00ad\u200b-]+", "", joined)
    return [marker for marker in markers if marker in joined or marker in tight]


def all_of(data: bytes, folder: Path) -> str:
    """Everything a PDF says: its words, its metadata and its raw bytes."""
    path = folder / "paper.pdf"
    path.write_bytes(data)
    with pypdfium2.PdfDocument(path) as pdf:
        words = " ".join(page.get_textpage().get_text_range() for page in pdf)
    reader = PdfReader(path)
    marks = " ".join(str(item.get("/Title", "")) for item in reader.outline if not isinstance(item, list))
    return " ".join((words, str(reader.metadata), str(reader.xmp_metadata), marks, data.decode("latin-1")))


def papers(told: Told) -> dict[str, tuple[sheets.Sheet, tuple[str, ...]]]:
    """Every paper there is, each with the markers that must not be on it."""
    state, now = told.book.negotiation, told.book.clock.now()
    passes = [one.id for one in state.passes_on("12")]
    never = (*PLAN, *MEDIATION, "ZQOURSPREPARED", "ZQOURSTORN", "ZQOURSREASON")
    return {
        "proposal of ours": (proposal_sheet(state, passes[:1], now), ALL),
        "proposal of theirs": (proposal_sheet(state, passes[1:], now), ALL),
        "ta sheet to sign": (ta_sheet(state, told.ta, now), ALL),
        "ta sheet signed": (ta_sheet(state, told.ta, now, state.agreements[told.ta.label]), ALL),
        "ta summary": (ta_summary_sheet(state, now, told.book.fingerprint), ALL),
        "joint minutes": (joint_minutes_sheet(state, 1, now), ALL),
        "joint minutes of mediation": (joint_minutes_sheet(state, 2, now), ALL),
        "our minutes": (minutes_sheet(state, 1, now), never),
        "our minutes of mediation": (minutes_sheet(state, 2, now), (*PLAN, *OURS, *MEDIATION)),
        "redline": (redline_sheet(state, "12", now), ALL),
        "redline against the last": (redline_sheet(state, "12", now, against="last"), ALL),
    }


NAMES = (
    "proposal of ours", "proposal of theirs", "ta sheet to sign", "ta sheet signed", "ta summary", "joint minutes",
    "joint minutes of mediation", "our minutes", "our minutes of mediation", "redline", "redline against the last",
)  # fmt: skip


def test_every_kind_of_sheet_is_searched(told: Told) -> None:
    assert set(papers(told)) == set(NAMES)
    assert {type(sheet) for sheet, _ in papers(told).values()} == set(get_args(sheets.Sheet))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("colour", [True, False], ids=["colour", "black and white"])
def test_no_paper_says_what_is_private(told: Told, tmp_path: Path, name: str, colour: bool) -> None:
    sheet, never = papers(told)[name]
    text = all_of(paper_bytes(sheet, colour=colour), tmp_path)
    assert len(text) > 1000
    assert "The Union" in text
    assert found(never, text) == []


@pytest.mark.parametrize("name", [name for name in NAMES if "minutes" not in name and name != "ta summary"])
@pytest.mark.parametrize("clean", [False, True], ids=["tracked", "clean"])
def test_no_word_file_says_what_is_private(told: Told, name: str, clean: bool) -> None:
    sheet, never = papers(told)[name]
    text = word_says(word_bytes(sheet, clean=clean))
    assert "The Union" in text
    assert found(never, text) == []


def word_says(data: bytes) -> str:
    """Everything in a Word file: each part as it is, its names and its words without the marks between them."""
    file = zipfile.ZipFile(io.BytesIO(data))
    parts = [file.read(name).decode("utf-8") for name in file.namelist()]
    return " ".join((*file.namelist(), *parts, *(re.sub("<[^>]*>", "", part) for part in parts)))


@pytest.mark.parametrize("edition", Edition)
@pytest.mark.parametrize("language", ["en", "es"])
def test_no_edition_of_the_packet_says_what_is_private(
    told: Told, tmp_path: Path, edition: Edition, language: str
) -> None:
    sheet = chosen_packet(told.book)
    text = all_of(pdf.edition_bytes(sheet, edition, language), tmp_path)
    assert "Class Size" in text
    assert found(ALL, text) == []
    page = packet_page(sheet, edition, language)
    assert "Class Size" in page
    assert found(ALL, page) == []


def test_the_card_of_the_packet_says_nothing_private(told: Told) -> None:
    found = packet_parts(told.book.negotiation, told.book.clock.now())
    assert found.parts
    assert not re.search("ZQ(PLAN|OURS|MEDIATION)", repr(found))


def test_our_own_minutes_say_what_was_said_at_the_table(told: Told, tmp_path: Path) -> None:
    """So that the search is known to find: what is ours stands in our minutes."""
    text = all_of(paper_bytes(papers(told)["our minutes"][0]), tmp_path)
    assert found(OURS, text) == ["ZQOURSNOTE", "ZQOURSPROMISE", "ZQOURSKEPT", "ZQOURSFIX"]


def test_the_markers_are_in_the_book(told: Told, tmp_path: Path) -> None:
    """So that the test can fail: each marker is really kept, and only the plan holds those of the plan."""
    db = driver.connect(f"file:{told.path}?mode=ro", uri=True)
    plan = " ".join(
        str(row)
        for table in ("plan_draft", "plan_step", "plan_article", "plan_note", "plan_value")
        for row in db.execute(f"SELECT * FROM {table}")
    )
    record = " ".join(str(row) for row in db.execute("SELECT CAST(header AS TEXT), CAST(body AS TEXT) FROM entry"))
    db.close()
    assert found(ALL, plan) == list(PLAN)
    assert found(ALL, record) == [*OURS, *MEDIATION]


def test_the_shared_part_of_the_record_says_nothing_private(told: Told) -> None:
    """What both sides may get folds by itself, and holds no marker."""
    shared = [entry for entry in told.book.entries if entry.custody is Custody.SHARED]
    state = fold.fold(shared)
    said = json.dumps([to_plain(entry.body) for entry in shared], ensure_ascii=False)
    assert found(ALL, said) == []
    assert len(state.passes_on("12")) == 2


def test_no_command_says_what_is_private(told: Told, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    reader = ["status", str(told.path), "--json"]
    assert main(reader) == 0
    assert main(["status", str(told.path)]) == 0
    assert main(["verify", str(told.path), "--json"]) == 0
    assert main(["doctor"]) in (0, 1)
    out = tmp_path / "out.pdf"
    texts = []
    for kind, *options in (
        ("proposal", "--article", "12"),
        ("ta-sheet", "--article", "12"),
        ("ta-summary",),
        ("minutes", "--joint", "--session", "1"),
        ("minutes", "--joint", "--session", "2"),
        ("redline", "--article", "12"),
        ("packet",),
        ("packet", "--edition", "board"),
    ):
        assert main(["report", kind, str(told.path), "-o", str(out), *options]) == 0
        texts.append(all_of(out.read_bytes(), tmp_path))
    assert main(["report", "packet", str(told.path), "-o", str(tmp_path / "out.html")]) == 0
    texts.append((tmp_path / "out.html").read_text(encoding="utf-8"))
    word = tmp_path / "out.docx"
    for kind in ("proposal", "ta-sheet", "redline"):
        assert main(["report", kind, str(told.path), "-o", str(word), "--article", "12"]) == 0
        texts.append(word_says(word.read_bytes()))
    said = capsys.readouterr()
    assert "E-1" in said.out
    assert found(ALL, said.out, said.err, *texts) == []


def test_no_export_says_what_is_private(told: Told) -> None:
    state = told.book.negotiation
    redline = article_redline(state, "12")
    assert found(ALL, html.page(redline, "Article 12")) == []
    assert found(ALL, json.dumps(status(state, told.book.clock.now() + timedelta(days=1)))) == []
    assert "answer" in html.page(redline, "Article 12")


# Sheets


def walked(kind: Any, seen: dict[str, set[str]]) -> dict[str, set[str]]:
    """All dataclasses that a sheet is made of, with the names of their fields."""
    for part in get_args(kind):
        walked(part, seen)
    if is_dataclass(kind) and isinstance(kind, type) and kind.__name__ not in seen:
        seen[kind.__name__] = {field.name for field in fields(kind)}
        for hint in get_type_hints(kind).values():
            walked(hint, seen)
    return seen


def test_sheets_have_the_fields_that_were_looked_at_and_no_others() -> None:
    seen = walked(sheets.Sheet | PacketSheet, {})
    assert set(seen) == set(PUBLIC_FIELDS), "a sheet holds another kind of value"
    for name, names in seen.items():
        assert names == PUBLIC_FIELDS[name], name
    assert not {"plan", "priority", "limit", "rationale", "draft", "custody"} & set().union(*seen.values())
