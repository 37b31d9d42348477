from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tablebook.book import ArticlePlan, Book, SearchHit
from tablebook.book.connection import Mode, connect
from tablebook.book.search import to_query
from tablebook.domain.codes import Custody, Party
from tablebook.domain.record import Corrected, Draft, NoteTaken
from tablebook.domain.text import paragraph
from tests.unit.book.story import MONDAY, note, passed, reopen, session


@pytest.fixture
def told(book: Book) -> Book:
    book.record(
        [
            session(1),
            note("28 students is too many for “kindergarten” (ages 5–6)"),
            note("MR's answer: señoras, the café closes AND reopens OR not"),
            passed("U-1", "No kindergarten class has more than 24 students."),
        ]
    )
    book.record([Draft(Corrected(book.entries[2].id, "MR", "misheard", "27 students"), Custody.OURS)])
    return book


def found(hits: tuple[SearchHit, ...]) -> list[str]:
    return ["".join(part.text for part in hit.words) for hit in hits]


def test_words_are_found_in_notes_texts_and_corrections(told: Book) -> None:
    assert {hit.kind for hit in told.search("kindergarten")} == {"note-taken", "text-passed"}
    assert [hit.kind for hit in told.search("misheard")] == ["corrected"]
    assert [hit.kind for hit in told.search("U-1")] == ["text-passed"]
    assert told.search("arbitration") == ()


def test_a_hit_shows_what_was_looked_for_and_where_it_stands(told: Book) -> None:
    (hit,) = told.search("too many")
    assert [part.text for part in hit.words if part.found] == ["too", "many"]
    assert (hit.entry, hit.custody, hit.private) == (told.entries[2].id, Custody.OURS, False)


def test_the_last_word_may_be_half_typed_and_accents_may_be_left_out(told: Book) -> None:
    assert len(told.search("kinder")) == 2
    assert told.search("kinder ") == ()
    assert len(told.search("senoras CAFE")) == 1


def test_words_in_quotes_must_stand_together(told: Book) -> None:
    assert len(told.search('"is too many"')) == 1
    assert told.search('"many is too"') == ()
    assert len(told.search("“is too many”")) == 1


@pytest.mark.parametrize(
    "typed",
    ["", " ", '"', "''", "*", "§", "AND", "a AND", "NEAR(a b)", "title:x", "-x", "(", "x^2", "a\0b", '"a', "{a b}"],
)
def test_nothing_that_is_typed_is_an_operator(told: Book, typed: str) -> None:
    assert isinstance(told.search(typed), tuple)


def test_operators_are_found_as_the_words_they_are(told: Book) -> None:
    assert len(told.search("closes AND reopens OR not")) == 1


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text(max_size=200))
def test_any_text_may_be_typed(told: Book, typed: str) -> None:
    told.search(typed, include_plan=True)


def test_a_word_of_ten_thousand_letters_is_looked_for_like_any_other(told: Book) -> None:
    assert told.search("x" * 10_000) == ()
    assert to_query(" ".join(["word"] * 10_000)).count("AND") < 30


def test_what_is_ours_alone_is_found_only_when_asked_for(told: Book) -> None:
    told.plan.add_private_note(MONDAY, "TB", "our limit in kindergarten is 26", "7")
    told.plan.save_draft("12", [paragraph("Kindergarten transfers")])
    told.plan.save_article(ArticlePlan("7", "kindergarten research"))
    assert all(not hit.private for hit in told.search("kindergarten"))
    private = [hit for hit in told.search("kindergarten", include_plan=True) if hit.private]
    assert [(hit.kind, hit.article) for hit in private] == [("private-note", "7"), ("draft", "12"), ("rationale", "7")]
    assert [part.text for part in private[0].words if part.found] == ["kindergarten"]


def test_a_lost_search_table_is_made_anew(told: Book, path: Path) -> None:
    before = found(told.search("kindergarten"))
    told._access.db.execute("DROP TABLE search_text")
    told.close()
    with reopen(path) as later:
        assert found(later.search("kindergarten")) == before


def test_a_lost_search_table_is_made_aside_where_the_book_is_read_only(told: Book, path: Path) -> None:
    told._access.db.execute("DROP TABLE search_text")
    told.close()
    with reopen(path, read_only=True) as later:
        assert len(later.search("kindergarten")) == 2
        reader = later.reader()
        assert len(reader.search("kindergarten")) == 2
        reader.close()
    db = connect(path, Mode.FROZEN)
    assert db.execute("SELECT 1 FROM sqlite_master WHERE name = 'search_text'").fetchone() is None
    db.close()


def test_a_reader_sees_what_was_recorded_a_moment_ago(told: Book) -> None:
    reader = told.reader()
    told.record([Draft(NoteTaken("grievance timelines", side=Party.EMPLOYER), Custody.OURS)])
    assert len(reader.search("grievance")) == 1
    reader.close()


def test_the_number_of_hits_is_limited(told: Book) -> None:
    told.record([note(f"seniority {number}") for number in range(30)])
    assert len(told.search("seniority", 10)) == 10


def test_deleted_words_leave_the_index(told: Book) -> None:
    (value,) = told._access.db.execute("SELECT v FROM search_text_config WHERE k = 'secure-delete'").fetchone()
    assert value == 1
