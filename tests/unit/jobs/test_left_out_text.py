"""Text that a paper leaves out by "* * *" stays, and only that."""

from __future__ import annotations

import pytest

from tablebook.domain.text import Block, paragraph
from tablebook.jobs.findings.left_out_text import filled, opening_struck

NOW = (
    paragraph("Sick Leave", "Section 1.", section="1"),
    paragraph("Each member has ten days of sick leave in each school year."),
    paragraph("Days that are not used are kept for the years that follow. They are never paid out in money."),
    paragraph("A note of a physician is asked for after five days in a row."),
    paragraph("Personal Leave", "Section 2.", section="2"),
    paragraph("Each member has two days of personal leave in each school year."),
)


def said(blocks: tuple[Block, ...]) -> list[str]:
    return [block.printed for block in blocks]


@pytest.mark.parametrize("gap", ["* * *", "...", ". . .", "…", "[text omitted]", "- - -"])
def test_a_gap_is_filled_with_what_is_not_shown_and_a_struck_paragraph_is_not(gap: str) -> None:
    old = (NOW[0], paragraph(gap), NOW[3], NOW[4], NOW[5])
    new = (NOW[0], paragraph(gap), NOW[4], NOW[5])
    assert said(filled(NOW, new, old)) == said((*NOW[:3], NOW[4], NOW[5]))


def test_a_gap_inside_a_paragraph_keeps_the_rest_of_it() -> None:
    new = (NOW[0], NOW[1], paragraph("Days that are not used are kept for the years that follow."), paragraph("* * *"))
    kept = said(filled(NOW, new))
    assert kept[2:] == [NOW[2].printed, NOW[3].printed]


@pytest.mark.parametrize("gap", ["* * *", "...", ". . ."])
def test_a_gap_that_ran_together_with_a_paragraph(gap: str) -> None:
    new = (NOW[0], paragraph(f"{NOW[1].text} {gap}"), NOW[3])
    assert said(filled(NOW, new)) == said(NOW[:4])


def test_a_sentence_behind_a_gap_takes_the_place_of_none_that_only_sounds_like_it() -> None:
    new = (NOW[4], paragraph("..."), paragraph("Each member gives notice in May of each leave to be taken."))
    assert said(filled(NOW, new)) == [*said(NOW[4:]), new[2].printed]


def test_a_footnote_goes_with_the_words_that_cited_it() -> None:
    now = (NOW[0], paragraph("Each member has ten days of sick leave.[2]"), paragraph("As in law.", "[2]"), NOW[2])
    new = (NOW[0], paragraph("Each member has twelve days of sick leave."), paragraph("* * *"))
    assert said(filled(now, new)) == said((NOW[0], new[1], NOW[2]))


def test_a_gap_in_a_new_section_stays_to_be_looked_at() -> None:
    new = (
        paragraph("Family Leave", "Section 3.", section="3"),
        paragraph("* * *"),
        paragraph("Twelve weeks are free."),
    )
    assert said(filled(NOW, new)) == said(new)


def test_without_a_gap_nothing_is_put_in() -> None:
    assert filled(NOW, NOW[:2], NOW[:3]) == NOW[:2]


def test_the_opening_of_an_article_is_struck_only_where_the_paper_shows_it_struck() -> None:
    opening = paragraph("The parties wish to care for the health of all members of the unit.")
    now = (opening, *NOW)
    assert opening_struck(now, now, NOW)
    assert not opening_struck(now, NOW, NOW)
    assert not opening_struck(now, now, now)


@pytest.mark.parametrize(
    ("shown", "wanted"),
    [
        (["Days that are left are kept for the years that follow. …"],
         ["Days that are left are kept for the years that follow. They are never paid out in money.", NOW[3].text]),
        (["… They are paid out in money at the end."],
         [NOW[1].text, f"{NOW[2].text.partition('. ')[0]}. They are paid out in money at the end."]),
        (["A note is asked for after … three days in a row."], ["A note is asked for after … three days in a row."]),
        (["A note of a nurse is asked for … in a row."], ["A note of a nurse is asked for after five days in a row."]),
        (["Each member has twelve days of sick leave ..."],
         ["Each member has twelve days of sick leave in each school year."]),
    ],
)  # fmt: skip
def test_words_left_out_inside_a_paragraph_stay_in_it(shown: list[str], wanted: list[str]) -> None:
    got = said(filled(NOW, (NOW[0], *map(paragraph, shown))))
    assert got[1 : len(wanted) + 1] == wanted


@pytest.mark.parametrize("label", ["6.2", "6.2 ..."])
def test_a_section_that_begins_with_a_gap_keeps_its_beginning(label: str) -> None:
    now = (paragraph("A teacher may bring a friend to a meeting on discipline.", "6.2", section="6.2"),)
    dots = "" if label != "6.2" else "... "
    assert said(filled(now, (paragraph(f"{dots}A second may come.", label, section="6.2"),))) == [
        "6.2 A teacher may bring a friend to a meeting on discipline. A second may come."
    ]
    assert said(filled(now, (paragraph(f"{dots}to a meeting on discipline or pay.", label, section="6.2"),))) == [
        "6.2 A teacher may bring a friend to a meeting on discipline or pay."
    ]


def test_dots_that_the_contract_has_itself_are_no_gap() -> None:
    now = (paragraph("The law says “no person shall … be deprived” of it.", "1.", section="1"),)
    assert filled(now, now) == now


def test_two_gaps_with_new_words_between_them_are_filled_once() -> None:
    now = NOW[:4]
    new = (NOW[0], paragraph("…"), paragraph("Nobody is asked why."), paragraph("…"))
    got = said(filled(now, new))
    assert got == [*said(now), "Nobody is asked why."]
    listed = (*NOW[:1], paragraph("study;", "(a)"), paragraph("travel.", "(b)"), NOW[3])
    new = (NOW[0], paragraph("…"), paragraph("rest.", "(c)"), paragraph("…"))
    assert said(filled(listed, new)) == [*said(listed[:3]), "(c) rest.", NOW[3].printed]
