"""A typed, pasted or received text in its place."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tablebook.domain import fold
from tablebook.domain.codes import Custody, Party
from tablebook.domain.contract import Article, Contract, UnitKind
from tablebook.domain.language import changed_places, compose, current_blocks
from tablebook.domain.negotiation import Item, Negotiation
from tablebook.domain.record import BookMade, Entry
from tablebook.domain.text import Block, blocks_from_lines, heading, lines_from_blocks, paragraph, same_words, table
from tablebook.errors import UserError
from tablebook.jobs.paper_items import split_by_target
from tablebook.jobs.place_text import left_out, parts_for, parts_from_lines
from tablebook.jobs.section_openings import with_sections
from tablebook.jobs.targets import Target, find_target
from tests.unit.jobs.conftest import START


def told(*articles: Article) -> Negotiation:
    body = BookMade("Union", "Board", Party.UNION, Contract("Agreement", articles))
    return fold.fold([Entry("one", 1, START, START, Custody.SHARED, "book-made", body)])


def article(number: str, *sections: tuple[str, str, str], label: str = "{}") -> Article:
    """An article of sections (number, title, text); the text's lines are paragraphs."""
    blocks: list[Block] = []
    for place, title, text in sections:
        blocks.append(heading(title, label.format(place), section=place, level=2))
        blocks.extend(blocks_from_lines(text))
    return Article(UnitKind.ARTICLE, number, f"Subject {number}", tuple(blocks))


SEVEN = article("7", ("7.1", "Size", "At most thirty (30).\na. Not more."), ("7.2", "Relief", "Within ten days."))
AGAIN = article("8", ("1", "Pay", "Ten dollars.\n1. One.\n2. Two."), ("2", "Leave", "Five days."), label="Section {}.")
LETTERS = article("9", ("A", "Posting", "Ten days."), ("B", "Transfer", "By seniority."), label="{}.")
PAY = Article(UnitKind.APPENDIX, "A", "Salaries", (table([["Step", "BA"], ["1", "$50,000"]]),))
STATE = told(SEVEN, AGAIN, LETTERS, PAY)


def words(blocks: tuple[Block, ...]) -> str:
    return same_words(" ".join(block.printed for block in blocks))


# Properties

_WORD = st.sampled_from("the district shall keep class size at most thirty (30) days §4 ½ “exact” $1,250".split())
_LINE = st.lists(_WORD, min_size=1, max_size=9).map(lambda found: " ".join(found).capitalize() + ".")
_TEXT = st.lists(_LINE, min_size=1, max_size=4).map("\n".join)
_TITLE = st.sampled_from(["Class size", "Relief", "Notice", "Leave of absence", "Reports"])
_SECTIONS = st.lists(st.tuples(_TITLE, _TEXT), min_size=1, max_size=6)
_STYLES = st.sampled_from(["7.{}", "{}", "letters"])


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """An article in one of the three ways in which contracts number sections."""
    style, given_sections = draw(_STYLES), draw(_SECTIONS)
    numbers = [chr(64 + n) if style == "letters" else style.format(n) for n in range(1, len(given_sections) + 1)]
    label = {"7.{}": "{}", "{}": "Section {}.", "letters": "Section {}."}[style]
    return article(
        "7", *((n, title, text) for n, (title, text) in zip(numbers, given_sections, strict=True)), label=label
    )


@given(articles())
@settings(max_examples=150)
def test_the_unchanged_article_changes_nothing(one: Article) -> None:
    """As blocks, and typed as lines: no place differs, and put together it is the article again."""
    state = told(one)
    target = find_target(state, "7")
    for parts in (parts_for(state, target, one.blocks), parts_from_lines(state, target, lines_from_blocks(one.blocks))):
        assert changed_places(state, "7", parts) == ()
        assert words(compose(current_blocks(state, "7"), parts)) == words(one.blocks)


@given(articles(), st.data())
@settings(max_examples=150)
def test_some_sections_leave_the_others_as_they_are(one: Article, data: st.DataObject) -> None:
    state = told(one)
    numbers = [section.number for section in one.sections]
    chosen = data.draw(st.sets(st.sampled_from(numbers), min_size=1))
    sections = [section for section in one.sections if section.number in chosen]
    changed = tuple(block for section in sections for block in (section.blocks[0], paragraph("Quite other words.")))
    parts = parts_from_lines(state, find_target(state, "7"), lines_from_blocks(changed))
    assert {part.place for part in parts} == chosen
    after = compose(current_blocks(state, "7"), parts)
    for section in one.sections:
        kept = words(section.blocks) in words(after)
        assert kept or section.number in chosen
    assert words(after).count("Quite other words.") == len(chosen)


@given(articles())
@settings(max_examples=60)
def test_nothing_of_a_text_is_lost(one: Article) -> None:
    """What is no part of the text is told as left out: together they are the paper."""
    state = told(one)
    target = find_target(state, "7")
    paper = (paragraph("Union Proposal U-1"), paragraph("2 March 2026, 18:05"), *one.blocks)
    parts, out = parts_for(state, target, paper), left_out(state, target, paper)
    taken = words(tuple(block for part in parts for block in part.blocks))
    assert words((*out,)) == "Union Proposal U-1 2 March 2026, 18:05"
    assert taken == words(one.blocks)


# Cases


@pytest.mark.parametrize(
    ("said", "key", "place"),
    [
        ("7", "7", ""),
        ("VII", "7", ""),
        ("Art. 7", "7", ""),
        ("7.2", "7", "7.2"),
        ("7.5", "7", "7.5"),
        ("8.2", "8", "2"),
        ("Article 8, Section 2", "8", "2"),
        ("9.B", "9", "B"),
        ("9.b", "9", "B"),
        ("appendix a", "Appendix A", ""),
        ("Salaries", "Appendix A", ""),
    ],
)
def test_what_a_person_means(said: str, key: str, place: str) -> None:
    target = find_target(STATE, said)
    assert (target.key, target.place, target.new) == (key, place, False)


@pytest.mark.parametrize(
    ("said", "unit"),
    [
        ("MOU Subject 7", UnitKind.MOU),
        ("Side letter A", UnitKind.MOU),
        ("Appendix Z", UnitKind.APPENDIX),
        ("Ground rules", UnitKind.GROUND_RULES),
        ("New: Green schools", UnitKind.ARTICLE),
    ],
)
def test_what_the_contract_does_not_have(said: str, unit: UnitKind) -> None:
    target = find_target(STATE, said)
    assert (target.new, target.unit) == (True, unit)


@pytest.mark.parametrize("said", ["44", "Article 44", "44.1", "", "   ", "Class size of nothing"])
def test_what_is_not_there_is_refused(said: str) -> None:
    with pytest.raises(UserError, match="The contract has no"):
        find_target(STATE, said)


def test_a_text_without_words_is_refused() -> None:
    with pytest.raises(UserError, match="The text is empty"):
        parts_from_lines(STATE, find_target(STATE, "7"), "\n \n")
    with pytest.raises(UserError, match="The text is empty"):
        parts_from_lines(STATE, find_target(STATE, "7"), "Article 7\nSubject 7\n")


def opened(key: str, text: str) -> list[str]:
    return [block.section for block in with_sections(STATE, key, blocks_from_lines(text)) if block.section]


@pytest.mark.parametrize(
    ("key", "text", "sections"),
    [
        ("7", "7.1 Size\nAt most 22.\n7.2 Relief\nNow.", ["7.1", "7.2"]),
        ("7", "7.2. Relief. Within five days.", ["7.2"]),
        ("7", "Section 7.1: Size", ["7.1"]),
        ("7", "7.3 Reports\nMonthly.", ["7.3"]),
        ("7", "8.4 of this agreement applies.", []),
        ("7", "1. A point.\nA. Another.", []),
        ("8", "Section 1. Pay\n1. One.\n2. Two.\nSection 2. Leave", ["1", "2"]),
        ("8", "1. One point.\n2. Two points.", []),
        ("8", "2. Leave\nSix days.", ["2"]),
        ("8", "Section 3. Vision", ["3"]),
        ("8", "Section 5 of this Article says so.", []),
        ("9", "A. Posting\nTwelve days.\nB. Other words.", ["A", "B"]),
        ("9", "B. Transfers by lot.\nA. A point of it.", ["B"]),
        ("9", "A thing of beauty is a joy.", []),
    ],
)
def test_which_lines_open_a_section(key: str, text: str, sections: list[str]) -> None:
    assert opened(key, text) == sections


def test_a_title_on_the_line_below_the_number() -> None:
    blocks = with_sections(STATE, "8", (heading("", "Section 2."), paragraph("Leave"), paragraph("Six days.")))
    assert [(block.section, block.text) for block in blocks] == [("2", "Leave"), ("", "Six days.")]


def test_a_table_is_never_cut() -> None:
    (part,) = parts_from_lines(STATE, find_target(STATE, "Appendix A"), "Step\tBA\n1\t$51,000\n2\t$52,000")
    assert part.place == ""
    assert part.blocks[0].rows == (("Step", "BA"), ("1", "$51,000"), ("2", "$52,000"))
    assert changed_places(STATE, "Appendix A", (part,)) == ("",)


def test_the_opening_of_an_article_may_change_with_its_sections() -> None:
    lead = paragraph("The parties agree on the size of classes as follows.")
    state = told(Article(UnitKind.ARTICLE, "7", "Size", (lead, *SEVEN.blocks)))
    text = "The parties agree on the number of classes as follows.\n7.1 Size\nAt most twenty-two."
    (part,) = parts_from_lines(state, Target("7"), text)
    assert part.place == ""
    assert words(part.blocks) == (
        "The parties agree on the number of classes as follows. "
        "7.1 Size At most twenty-two. 7.2 Relief Within ten days."
    )


def test_one_paper_is_cut_where_the_next_item_begins() -> None:
    targets = [find_target(STATE, said) for said in ("7", "9", "Appendix A")]
    lines = "7.1 Size\nAt most 22.\nArticle 9\nA. Posting\nFive days.\nAppendix A\nStep\tBA\n1\t$51,000"
    cut = split_by_target(STATE, targets, with_sections(STATE, "7", blocks_from_lines(lines)))
    assert words(cut["7"]) == "7.1 Size At most 22."
    assert words(cut["9"]) == "Article 9 A. Posting Five days."
    assert [block.rows for block in cut["Appendix A"] if block.rows] == [(("Step", "BA"), ("1", "$51,000"))]


@pytest.mark.parametrize(
    ("text", "struck"),
    [
        ("7.2 Deleted.", True),
        ("7.2 Relief\n[Delete this section in its entirety]", True),
        ("7.2 Relief\nStrike", True),
        ("7.2 Relief\nDeleted posts are filled again.", False),
        ("7.2 Relief\nWithin ten days.", False),
    ],
)
def test_a_section_of_which_a_paper_says_only_deleted_is_struck(text: str, struck: bool) -> None:
    (part,) = parts_from_lines(STATE, Target("7"), text)
    assert (part.place, part.deleted, bool(part.blocks)) == ("7.2", struck, not struck)
    (alone,) = parts_from_lines(STATE, Target("7", "7.2"), text)
    assert alone.deleted is struck


def test_a_section_that_is_deleted_already_is_not_struck_again() -> None:
    reserved = told(article("7", ("7.1", "Size", "At most thirty."), ("7.2", "Relief", "Deleted.")))
    (part,) = parts_from_lines(reserved, Target("7"), "7.2 Relief\nDeleted.")
    assert not part.deleted


@pytest.mark.parametrize(
    "head", ["ARTICLE 7 – Subject 7", "Article 7: Subject 7.", "7 Subject 7", "ARTICLE 7 — SUBJECT 7"]
)
def test_the_heading_of_an_article_is_none_of_its_text(head: str) -> None:
    text = f"{head}\n7.1 Size\nAt most ten."
    blocks = with_sections(STATE, "7", blocks_from_lines(text))
    assert left_out(STATE, Target("7"), blocks) == ()
    assert [part.place for part in parts_for(STATE, Target("7"), blocks)] == ["7.1"]


def test_what_stands_below_the_text_is_no_part_of_it() -> None:
    text = (
        "7.1 Size\nAt most 22.\n7.2 Relief\nThe District reserves the right to change a room.\n"
        "The District reserves the right to add to, change or withdraw this counter.\n"
        "Handed over by ______ Received by ______\nAttachment to Counter E-3\nAlder\t3\nBirch\t4"
    )
    target = find_target(STATE, "7")
    blocks = with_sections(STATE, "7", blocks_from_lines(text))
    taken = words(tuple(block for part in parts_for(STATE, target, blocks) for block in part.blocks))
    assert taken == "7.1 Size At most 22. 7.2 Relief The District reserves the right to change a room."
    assert words(left_out(STATE, target, blocks)).endswith("Attachment to Counter E-3 Alder 3 Birch 4")


@pytest.mark.parametrize(
    "said",
    ["28", "Article 28", "28 Green schools", "Green schools", "New: 28 Green schools", "article 28  green schools"],
)
def test_a_new_article_on_the_table_is_found_by_its_number(said: str) -> None:
    item = Item("New: 28 Green schools", Article(UnitKind.ARTICLE, "", "28 Green schools", ()), new=True)
    state = replace(STATE, items={**STATE.items, item.key: item})
    assert find_target(state, said).key == item.key
    with pytest.raises(UserError, match="The contract has no"):
        find_target(state, "Green")
