"""Page breaks: what stays together, what is said again on the next page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tablebook.domain.text import heading, paragraph
from tablebook.reports.flow import Room, Strip, pages_of, tie_lines
from tablebook.reports.sheets import Signed
from tests.unit.reports import class_size, printed
from tests.unit.reports.class_size import para

ROOM = Room(upright=100, sideways=60, legend=20)


def strip(height: float = 10, **given: object) -> Strip:
    return Strip(height, lambda pen, x, top: None, **given)  # type: ignore[arg-type]


def counts(strips: list[Strip]) -> list[int]:
    return [len(page.placed) for page in pages_of(strips, ROOM)]


def test_a_page_takes_what_fits() -> None:
    assert counts([strip() for _ in range(23)]) == [10, 10, 3]


def test_nothing_to_print_is_one_empty_page() -> None:
    assert counts([]) == [0]


def test_tied_strips_go_to_the_next_page_together() -> None:
    assert counts([*[strip() for _ in range(9)], strip(keep=True), strip()]) == [9, 2]


def test_what_is_tied_and_longer_than_a_page_is_cut() -> None:
    assert counts([strip(keep=True) for _ in range(25)]) == [10, 10, 5]
    assert counts([strip(), *[strip(keep=True) for _ in range(12)]]) == [1, 10, 2]


def test_a_line_that_parts_two_texts_never_opens_a_page() -> None:
    line = strip(parts=True, keep=True)
    assert counts([*[strip() for _ in range(5)], line, *[strip() for _ in range(3)]]) == [9]
    assert counts([*[strip() for _ in range(9)], line, strip()]) == [9, 1]


def test_air_above_a_strip_counts_but_not_at_the_top_of_a_page() -> None:
    assert counts([strip(space=40) for _ in range(4)]) == [2, 2]


def test_marks_leave_room_for_the_legend() -> None:
    assert counts([strip(marked=True) for _ in range(10)]) == [8, 2]
    full = [*[strip() for _ in range(9)], strip(marked=True)]
    pages = pages_of(full, ROOM)
    assert [page.marked for page in pages] == [False, True]


def test_wide_strips_have_pages_of_their_own() -> None:
    pages = pages_of([strip(), *[strip(wide=True) for _ in range(7)], strip()], ROOM)
    assert [(page.wide, len(page.placed)) for page in pages] == [(False, 1), (True, 6), (True, 1), (False, 1)]


def test_a_head_is_said_again_where_its_row_opens_a_page() -> None:
    head = strip(20)
    rows = [strip(head=head) for _ in range(12)]
    pages = pages_of([strip(20), *rows], ROOM)
    assert [page.placed[0][1] is head for page in pages] == [False, True]
    assert [len(page.placed) for page in pages] == [9, 5]


@pytest.mark.parametrize("lines", [2, 3, 5])
@pytest.mark.parametrize("before", range(11))
def test_no_line_of_a_paragraph_stands_alone(lines: int, before: int) -> None:
    body = [strip() for _ in range(lines)]
    tie_lines(body)
    pages = pages_of([*[strip() for _ in range(before)], *body], ROOM)
    shares = [sum(any(one is mine for mine in body) for _, one in page.placed) for page in pages]
    assert all(share != 1 for share in shares)
    assert sum(shares) == lines


@pytest.mark.parametrize("lines", range(24, 34))
def test_a_heading_never_ends_a_page(lines: int) -> None:
    blocks = (*(para("One line.") for _ in range(lines)), class_size.head("9.9", "Last head"), para("Words below it."))
    for page in printed.pages(printed.pdf(replace(class_size.redline(), blocks=blocks))):
        assert ("Last head" in page) == ("Words below it." in page)


@pytest.mark.parametrize("lines", range(14, 46, 2))
def test_a_signature_block_never_stands_alone(lines: int) -> None:
    text = replace(
        class_size.agreed_text(),
        redline=(),
        clean=(heading("Some head", "1.1", section="1.1", level=2), *(paragraph("One line.") for _ in range(lines))),
    )
    pages = printed.pages(printed.pdf(replace(class_size.ta_sheet(), texts=(text,))))
    (signed,) = [page for page in pages if "For the Association" in page]
    assert "This tentative agreement is subject to ratification" in signed
    assert all(words in signed for words in ("Signature or initials", "Printed name", "Title", "Date", "Time"))


@pytest.mark.parametrize("lines", range(18, 40, 2))
def test_without_a_closing_sentence_the_last_words_go_with_the_signatures(lines: int) -> None:
    text = replace(class_size.agreed_text(), redline=(), rest="", clean=tuple(paragraph("Line.") for _ in range(lines)))
    sheet = replace(class_size.ta_sheet(), texts=(text,), subject_to="")
    (signed,) = [page for page in printed.pages(printed.pdf(sheet)) if "For the Association" in page]
    assert "Line." in signed or "A. The agreed text" in signed


def _signed_by(count: int) -> list[str]:
    signed = tuple(Signed(f"Signer {number}", "Member", "13 April 2027", "21:52", "in ink") for number in range(count))
    sides = tuple(replace(side, signed=signed) for side in class_size.sides())
    return printed.pages(printed.pdf(replace(class_size.ta_sheet(), signatures=sides)))


@pytest.mark.parametrize("count", [1, 2, 3])
def test_a_few_signers_stand_on_one_page(count: int) -> None:
    (page,) = [page for page in _signed_by(count) if "Signer" in page]
    assert page.count("Signer") == 2 * count
    assert "This tentative agreement is subject to ratification" in page


def test_many_signers_have_the_parties_named_on_each_page() -> None:
    pages = [page for page in _signed_by(14) if "Signer" in page]
    assert len(pages) > 1
    assert sum(page.count("Signer") for page in pages) == 28
    for page in pages:
        assert "For the Association" in page
        assert page.count("Printed name") == page.count("Time") == page.count("Signer")
