from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tablebook.book import ArticlePlan, Book, Limit, NoteLine
from tablebook.book.drafts import MOST_STEPS
from tablebook.clock import FixedClock
from tablebook.domain.text import paragraph, table
from tablebook.errors import UserError
from tests.unit.book.story import MONDAY, reopen


def words(book: Book, article: str = "7") -> str:
    draft = book.plan.draft(article)
    return draft.blocks[0].text if draft else ""


def test_a_draft_is_there_after_a_restart_with_its_base_and_tables(book: Book, path: Path, clock: FixedClock) -> None:
    blocks = (paragraph("At most 26 § ½.", "a.", level=1), table([["Step", "1"], ["BA", "$ 52,000"]]))
    assert book.plan.draft("7") is None
    book.plan.save_draft("7", blocks, "U-1")
    book.close()
    with reopen(path) as later:
        draft = later.plan.draft("7")
        assert draft
        assert (draft.blocks, draft.base, draft.updated) == (blocks, "U-1", clock.now())
        assert later.plan.drafts() == (draft,)


def test_steps_back_and_forward_survive_a_restart(book: Book, path: Path) -> None:
    for text in ("one", "two", "three"):
        book.plan.save_draft("7", [paragraph(text)], step=True)
    assert book.plan.undo("7")
    book.close()
    with reopen(path) as later:
        assert words(later) == "two"
        back = later.plan.undo("7")
        assert back
        assert (words(later), back.can_undo, back.can_redo) == ("one", False, True)
        assert later.plan.undo("7") is None
        later.plan.redo("7")
        forward = later.plan.redo("7")
        assert forward
        assert (words(later), forward.can_undo, forward.can_redo) == ("three", True, False)
        assert later.plan.redo("7") is None


def test_saving_between_steps_makes_no_step(book: Book) -> None:
    book.plan.save_draft("7", [paragraph("one")])
    book.plan.save_draft("7", [paragraph("one t")], step=True)
    book.plan.save_draft("7", [paragraph("one two")])
    book.plan.undo("7")
    assert words(book) == "one"
    book.plan.redo("7")
    assert words(book) == "one two"


def test_typing_after_a_step_back_forgets_the_steps_forward(book: Book) -> None:
    for text in ("one", "two"):
        book.plan.save_draft("7", [paragraph(text)], step=True)
    book.plan.undo("7")
    book.plan.save_draft("7", [paragraph("other")], step=True)
    assert book.plan.redo("7") is None
    assert words(book) == "other"


def test_saving_the_same_text_again_makes_no_step(book: Book) -> None:
    book.plan.save_draft("7", [paragraph("one")], step=True)
    draft = book.plan.save_draft("7", [paragraph("one")], step=True)
    assert not draft.can_undo


def test_the_oldest_steps_are_forgotten_first(book: Book) -> None:
    for number in range(MOST_STEPS + 5):
        book.plan.save_draft("7", [paragraph(str(number))], step=True)
    taken = 0
    while book.plan.undo("7"):
        taken += 1
    assert (taken, words(book)) == (MOST_STEPS, "4")


def test_articles_have_drafts_and_steps_of_their_own(book: Book) -> None:
    for article in ("7", "12"):
        for text in ("one", "two"):
            book.plan.save_draft(article, [paragraph(f"{article} {text}")], step=True)
    book.plan.undo("7")
    assert (words(book, "7"), words(book, "12")) == ("7 one", "12 two")
    book.plan.discard_draft("7")
    assert book.plan.draft("7") is None
    assert book.plan.undo("7") is None
    assert book.plan.undo("12")


def test_a_half_typed_note_is_there_after_a_restart(book: Book, path: Path) -> None:
    first_key = MONDAY + timedelta(seconds=5)
    book.plan.save_note_line('MR "we will', first_key)
    book.close()
    with reopen(path) as later:
        assert later.plan.note_line() == NoteLine('MR "we will', first_key)
        later.plan.save_note_line("")
        assert later.plan.note_line() == NoteLine()


def test_private_notes_are_kept_in_the_order_of_their_time(book: Book, path: Path) -> None:
    later_note = book.plan.add_private_note(MONDAY + timedelta(minutes=2), "TB", "they need the date", "12")
    earlier = book.plan.add_private_note(MONDAY, "MR", "31 is our limit", "7")
    book.close()
    with reopen(path) as later:
        assert later.plan.private_notes() == (earlier, later_note)
        later.plan.change_private_note(earlier.id, "30 is our limit")
        later.plan.remove_private_note(later_note.id)
        assert [note.text for note in later.plan.private_notes()] == ["30 is our limit"]


def test_why_how_much_and_how_far_for_an_article(book: Book, path: Path) -> None:
    plan = ArticlePlan("7", "Research on small classes", "must have", (Limit("class size", "31 at most"),))
    assert book.plan.article("7") == ArticlePlan("7")
    book.plan.save_article(ArticlePlan("7", "first words"))
    book.plan.save_article(plan)
    book.close()
    with reopen(path) as later:
        assert later.plan.article("7") == plan
        assert later.plan.articles() == (plan,)


def test_other_values_by_key(book: Book, path: Path) -> None:
    doubts = [{"code": "gap", "page": 3}]
    book.plan.put("doubts", doubts)
    book.close()
    with reopen(path) as later:
        assert later.plan.get("doubts") == doubts
        later.plan.put("doubts", None)
        assert later.plan.get("doubts") is None


def test_the_plan_leaves_no_trace_in_the_record(book: Book, path: Path) -> None:
    fingerprint = book.verify().fingerprint
    book.plan.add_private_note(MONDAY, "MR", "31 is our limit")
    book.plan.save_draft("7", [paragraph("At most 26.")])
    assert len(book.entries) == 1
    assert book.verify().fingerprint == fingerprint


def test_characters_that_cannot_be_kept_are_refused_before_anything_changes(book: Book) -> None:
    book.plan.save_draft("7", [paragraph("kept")])
    with pytest.raises(UserError, match="cannot be kept"):
        book.plan.save_draft("7", [paragraph("a\0b")], step=True)
    with pytest.raises(UserError, match="cannot be kept"):
        book.plan.add_private_note(MONDAY, "MR", "\ud800")
    assert words(book) == "kept"
    assert book.plan.private_notes() == ()
