"""The sample tells its whole story through the jobs, and ends where the story says it must."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from tablebook.book import Book
from tablebook.domain import record as r
from tablebook.domain.codes import Custody, State
from tablebook.domain.language import agreed_text, agreements_in_force
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.positions import package_state, position, unresolved
from tablebook.domain.text import BlockKind, same_words
from tablebook.domain.vote_count import count, tallies
from tablebook.jobs.sample import Story, load_story, make_sample, story_time

PICTURE = "2027-03-09T14:02"


@pytest.fixture(scope="module")
def story() -> Story:
    return load_story()


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    with make_sample(tmp_path_factory.mktemp("sample") / "Lakeview.tablebook") as made:
        yield made


@pytest.fixture(scope="module")
def at_the_picture(tmp_path_factory: pytest.TempPathFactory, story: Story) -> Iterator[Book]:
    path = tmp_path_factory.mktemp("sample") / "Picture.tablebook"
    with make_sample(path, story_time(PICTURE, story)) as made:
        yield made


def of_kind(story: Story, *kinds: str) -> list[dict[str, Any]]:
    return [event for event in story["events"] if event["kind"] in kinds]


def recorded(book: Book, kind: type) -> list[r.Entry]:
    return [entry for entry in book.entries if isinstance(entry.body, kind)]


def sheets(state: Negotiation, key: str) -> set[tuple[str, str, tuple[str, ...]]]:
    """The TAs in force on an item as (label, accepted pass, places)."""
    found = set()
    for agreement in agreements_in_force(state, key):
        for text in agreement.body.texts:
            places = tuple(place or key for place in text.places)
            found.add((agreement.body.label, text.accepted.label, places))
    return found


# Where it ends


def test_every_article_ends_in_the_state_that_the_story_says(book: Book, story: Story) -> None:
    said = {"current": State.NOT_OPENED, "ta": State.TA, "withdrawn": State.WITHDRAWN}
    wanted = {row["article"]: said[row["state"]] for row in (*story["final"]["articles"], *story["final"]["also"])}
    assert {key: position(book.negotiation, key).state for key in wanted} == wanted
    assert unresolved(book.negotiation) == ()
    assert book.negotiation.settled is not None
    assert book.negotiation.settled.left == ("1", "2", "4", "22", "25", "26")


def test_every_title_is_the_story_s(book: Book, story: Story) -> None:
    rows = (*story["final"]["articles"], *story["final"]["also"])
    titles = {row["article"]: row["title"] for row in rows}
    assert {key: book.negotiation.items[key].article.title.casefold() for key in titles} == {
        key: title.casefold() for key, title in titles.items()
    }
    assert book.negotiation.items["Side letter A"].article.title == "Side letter A"


def test_the_sheets_in_force_are_those_of_the_story(book: Book, story: Story) -> None:
    for row in (*story["final"]["articles"], *story["final"]["also"]):
        wanted = set()
        for sheet in row["sheets"]:
            items = tuple(row["article"] if item == "Closing line" else item for item in sheet["items"])
            wanted.add((sheet["ta"], sheet["accepted"], items))
        assert sheets(book.negotiation, row["article"]) == wanted, row["article"]
    assert len(agreements_in_force(book.negotiation)) == story["final"]["sheets_in_force"] == 31
    gone = [label for label, one in book.negotiation.agreements.items() if one.superseded]
    assert gone == story["final"]["superseded"]


def test_packages_end_as_told(book: Book) -> None:
    state = book.negotiation
    found = {label: str(package_state(state, one)) for label, one in state.packages.items()}
    # EP-1 was countered and never ended in words; all its articles were agreed another way.
    assert found == {"P-1": "rejected", "EP-1": "rejected", "P-2": "accepted"}
    assert state.packages["EP-1"].state == "open"
    assert {one.body.package for one in state.agreements.values()} == {"", "P-2"}


def test_the_words_of_each_ta_are_the_words_that_were_signed(book: Book, story: Story) -> None:
    passed = {(e["article"], e["label"]): e.get("text") or {} for e in of_kind(story, "pass")}
    state, seen = book.negotiation, 0
    for event in of_kind(story, "ta"):
        words = {
            **passed[event["accepted_pass"]["article"], event["accepted_pass"]["label"]],
            **(event.get("amended_text") or {}),
        }
        text = state.agreements[event["label"]].body.texts[0]
        for part in agreed_text(state, text):
            place = part.place or next(iter(words))
            body = "\n".join(b.printed if b.rows == () else b.text for b in part.blocks if b.kind != BlockKind.HEADING)
            assert same_words(body) == same_words(words[place]), (event["label"], place)
            assert part.deleted is (place in event.get("deleted_items", ()))
            seen += 1
    assert seen == sum(len(event["items"]) for event in of_kind(story, "ta"))


def test_a_pen_edit_is_kept_as_such(book: Book) -> None:
    text = book.negotiation.agreements["TA 23"].body.texts[0]
    assert [(edit.place, edit.old, edit.new) for edit in text.edits] == [("23.4", "two (2)", "three (3)")]


# What is in it


def test_the_counts(book: Book) -> None:
    state = book.negotiation
    assert len(state.sessions) == 12
    assert len(state.passes) == 104
    assert Counter(one.body.party for one in state.passes.values()) == {"union": 59, "employer": 44, "joint": 1}
    assert len({one.body.article for one in state.passes.values()} & set(map(str, range(1, 28)))) == 22
    assert sum(len(session.caucuses) for session in state.sessions.values()) == 28
    assert len(state.agreements) == 32
    assert len(state.requests) == 4
    assert all(request.answered for request in state.requests.values())
    assert len(state.promises) == 10
    assert all(promise.kept for promise in state.promises.values())
    assert state.conflicts == ()
    assert state.open_session is None


def test_each_note_lies_in_the_custody_of_the_place_where_it_was_made(book: Book, story: Story) -> None:
    told = Counter(event["custody"] for event in of_kind(story, "note"))
    notes = Counter(entry.custody for entry in recorded(book, r.NoteTaken))
    assert sum(told.values()) == 353
    assert notes == {Custody.OURS: told["ours"], Custody.MEDIATION: told["mediation"]}
    private = [note.text for note in book.plan.private_notes()]
    assert len(private) == told["plan"]
    assert set(private) == {event["text"] for event in of_kind(story, "note") if event["custody"] == "plan"}
    in_record = {entry.body.text for entry in recorded(book, r.NoteTaken)}  # type: ignore[union-attr]
    assert not in_record & set(private)


def test_every_act_has_the_time_of_the_story(book: Book, story: Story) -> None:
    passes = sorted((e["article"], e["label"], e["party"], e["at"]) for e in of_kind(story, "pass"))
    assert passes == sorted(
        (one.body.article, one.body.label, str(one.body.party), one.at.isoformat())
        for one in book.negotiation.passes.values()
    )
    notes = [e["at"] for e in of_kind(story, "note") if e["custody"] != "plan"]
    assert [entry.at.isoformat() for entry in recorded(book, r.NoteTaken)] == notes
    signed = {e["label"]: e["signers"] for e in of_kind(story, "ta")}
    for label, one in book.negotiation.agreements.items():
        assert [(s.party, s.name, s.at) for s in one.body.signatures] == [
            (s["party"], s["name"], s["at"]) for s in signed[label]
        ]
        assert one.at == max(datetime.fromisoformat(s["at"]) for s in signed[label])
    for number, session in book.negotiation.sessions.items():
        began, ended = (
            next(e["at"] for e in of_kind(story, kind) if e["session"] == number)
            for kind in ("session-open", "session-close")
        )
        assert (session.began.isoformat(), session.ended and session.ended.isoformat()) == (began, ended)


def test_the_papers_that_came_are_kept_byte_for_byte(book: Book, root: Path) -> None:
    folder = root / "resources" / "sample" / "papers"
    files = {file.name: file.read_bytes() for file in folder.iterdir()}
    kept = {
        body.file.name: book.attachment(body.file.digest)
        for entry in book.entries
        if (body := entry.body) is not None and getattr(body, "file", None) is not None
    }
    assert set(kept) <= set(files)
    assert kept == {name: files[name] for name in kept}
    assert "Class Size counter clean.docx" in kept


def test_the_plan_is_kept_where_a_local_would_type_it(book: Book) -> None:
    twelve = book.plan.article("12")
    assert twelve.rationale
    assert twelve.priority
    assert twelve.limits
    assert book.plan.get("demands")


# The chain


def test_the_record_is_whole(book: Book) -> None:
    found = book.verify()
    assert found.ok
    assert found.entries == len(book.entries)


def test_the_same_story_gives_the_same_record(book: Book, tmp_path: Path) -> None:
    with make_sample(tmp_path / "Again.tablebook") as again:
        assert [entry.hash for entry in again.entries] == [entry.hash for entry in book.entries]
        assert again.fingerprint == book.fingerprint


def test_reopened_it_says_the_same(book: Book, tmp_path: Path) -> None:
    from tablebook.jobs.open_book import open_book
    from tablebook.jobs.status import status

    with make_sample(tmp_path / "Again.tablebook") as again:
        now = again.clock.now()
        before = status(again.negotiation, now)
    with open_book(tmp_path / "Again.tablebook", read_only=True) as opened:
        assert status(opened.negotiation, now) == before


# At the moment of the pictures


def test_at_the_moment_of_the_pictures_nine_are_unresolved(at_the_picture: Book) -> None:
    state, now = at_the_picture.negotiation, at_the_picture.clock.now()
    assert unresolved(state, now) == ("7", "8", "11", "12", "13", "14", "15", "19", "20")
    found = Counter(position(state, str(number), now).state for number in range(1, 28))
    assert found == {
        State.TA: 10,
        State.WITH_US: 3,
        State.WITH_THEM: 5,
        State.HELD: 1,
        State.WITHDRAWN: 1,
        State.NOT_OPENED: 7,
    }
    assert {key: position(state, key, now).package for key in ("13", "15")} == {"13": "P-1", "15": "P-1"}


def test_at_the_moment_of_the_pictures_article_12_stands_as_drawn(at_the_picture: Book) -> None:
    state, now = at_the_picture.negotiation, at_the_picture.clock.now()
    twelve = position(state, "12", now)
    assert (twelve.state, twelve.agreed, len(twelve.places)) == (State.WITH_THEM, ("12.3", "12.5"), 5)
    assert [one.body.label for one in state.passes_on("12")] == ["U-1", "E-1", "U-2", "E-2", "U-3"]
    assert twelve.last is not None
    assert f"{twelve.last.at:%H:%M}" == "13:24"
    assert position(state, "7", now).agreed == ("7.2",)
    assert position(state, "14", now).agreed == ("14.3", "14.4", "14.5")
    session = state.sessions[6]
    assert state.open_session == 6
    assert state.caucus is None
    assert len(session.caucuses) == 2
    assert f"{now:%H:%M}" == "14:02"
    last = at_the_picture.entries[-1].body
    assert isinstance(last, r.NoteTaken)


def test_a_story_that_fails_leaves_no_half_made_book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tablebook.jobs import sample_acts

    def broken(telling: sample_acts.Telling, event: sample_acts.Event) -> None:
        raise OSError("the disk is full")

    monkeypatch.setitem(sample_acts._ACTS, "ta", broken)
    with pytest.raises(OSError, match="the disk is full"):
        make_sample(tmp_path / "Half.tablebook")
    assert list(tmp_path.iterdir()) == []


# The vote


def test_the_story_s_end_is_the_vote_of_the_plan(tmp_path: Path) -> None:
    with make_sample(tmp_path / "Signed.tablebook", datetime.fromisoformat("2027-05-06T18:00:00-06:00")) as book:
        state, told = book.negotiation, book.plan.get("votes")
    vote, board = state.ratification.votes.values()
    counted, said = count(vote), told["ratification"]
    names = ("eligible", "issued", "cast", "yes", "no", "abstain", "void")
    assert {name: getattr(counted, name) for name in names} == {name: said[name] for name in names}
    assert vote.body.question == said["question"]
    assert (vote.body.opens, vote.body.closes, vote.notices[0].day) == (said["open"], said["close"], said["notice"])
    assert f"version {vote.body.packet}" == said["packet"]
    assert vote.certified is not None
    assert (vote.certified.result.value, vote.certified.by) == (said["result"], said["certified_by"])
    assert set(vote.body.places) == set(said["sites"])
    assert {tally.tellers for tally in tallies(vote).values()} == {tuple(said["tellers"])}
    assert board.board is not None
    assert {one.name: one.answer.value for one in board.board.roll_call} == told["board"]["roll_call"]
    assert state.ratification.executed is not None
    assert state.ratification.executed.body.day == told["executed"]["date"]
    assert state.conflicts == ()
    assert Counter(position(state, str(number)).state for number in range(1, 28)) == {
        State.EXECUTED: 21, State.WITHDRAWN: 1, State.NOT_OPENED: 5,
    }  # fmt: skip
