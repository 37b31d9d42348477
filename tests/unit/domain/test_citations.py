"""Every way in which real contracts cite their own parts; and what is no part of theirs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tablebook.domain.citations import citations, without_citations

CITED = {
    "as in Section 8.4.": ["8.4"],
    "as in section 8.4, and": ["8.4"],
    "SECTION 8.4 applies": ["8.4"],
    "(§ 8.4)": ["8.4"],
    "§§ 8.4, 8.5 and 8.7": ["8.4", "8.5", "8.7"],
    "Sections 8.4–8.7": ["8.4", "8.7"],
    "Section 8.4.1": ["8.4.1"],
    "Section 8.4(b)": ["8.4 b"],
    "Section 8.4(b)(2)": ["8.4 b 2"],
    "Section 8.4 (b) (2)": ["8.4 b 2"],
    "Section 8.4(b) and (c)": ["8.4 b", "8.4 c"],
    "Section 8.4(a), (b) and (c)": ["8.4 a", "8.4 b", "8.4 c"],
    "Sections 8.4(b) through (d)": ["8.4 b", "8.4 d"],
    "Section 8.4(b)-(d)": ["8.4 b", "8.4 d"],
    "Section 8.4(a)(1) and (2)": ["8.4 a 1", "8.4 a 2"],
    "Section 8.4(a)(1) and (b)": ["8.4 a 1", "8.4 b"],
    "Section 8.4(a)(i), (ii) and (b)": ["8.4 a i", "8.4 a ii", "8.4 b"],
    "Sections 8.4(a), 8.5 and 8.6(c)": ["8.4 a", "8.5", "8.6 c"],
    "Section 8.4.b": ["8.4 b"],
    "Section 8.4.b and c": ["8.4 b", "8.4 c"],
    "Section 8.4.b.2": ["8.4 b 2"],
    "Section 8.4.b and a teacher": ["8.4 b"],
    "Section 8.4, paragraph (b)": ["8.4 b"],
    "Section 8.4, clauses (1) and (2)": ["8.4 1", "8.4 2"],
    "paragraph (b) of Section 8.4": ["8.4 b"],
    "paragraph (b) of section 8.4": ["8.4 b"],
    "subsections (a), (b), and (c) of Section 8.4": ["8.4 a", "8.4 b", "8.4 c"],
    "paragraph (2) of Section 8.4(c)": ["8.4 c 2"],
    "clause (1) of paragraph (b) of Section 8.4": ["8.4 b 1"],
    "clause (1) of paragraph (b)": ["here b 1"],
    "paragraphs (b)-(d) of Section 8.4": ["8.4 b", "8.4 d"],
    "paragraph 2 of Section 8.4": ["8.4 2"],
    "subsection 8.4(b)": ["8.4 b"],
    "paragraph 8.4.2": ["8.4.2"],
    "paragraph (b)": ["here b"],
    "paragraphs (a)(1) and (2)": ["here a 1", "here a 2"],
    "paragraph (b) of this Section": ["here b"],
    "this Section (b)": ["here b"],
    "paragraph 2 above": ["here 2"],
    "items b and c below": ["here b", "here c"],
    "Section 3 above": ["3"],
    "Section A below": ["A"],
    "Section A": ["A"],
    "Sections 3 and 4": ["3", "4"],
    "Section 3 and 4 teachers": ["3"],
    "Section 3 of Article 12": ["3 @12"],
    "Section 3, Article 12": ["3 @12"],
    "Section 3(b) of Article 12": ["3 b @12"],
    "Sections 3 and 4 of Article XII": ["3 @XII", "4 @XII"],
    "Article 12, Section 3(b)": ["3 b @12"],
    "ARTICLE 12, SECTION 3": ["3 @12"],
    "ARTICLE 18 - HOLIDAYS, Section 1": ["1 @18"],
    "Article 10 – Vacation Leave, Section 4(b)": ["4 b @10"],
    "Article 10, Section (B)(2)(ii)": ["B 2 ii @10"],
    "Article V, Sections 3 and 4": ["3 @V", "4 @V"],
    "Section 3 of the Agreement": ["3"],
    "Section 3 of this Article": ["3"],
    "Article 12": ["@12"],
    "paragraph (b) of Article 12": ["@12"],
    "paragraphs (a) and (b) of Article 12": ["@12"],
    "paragraph (b) of Article 12, Section 3": ["3 b @12"],
    "Articles 5, 6, and 7": ["@5", "@6", "@7"],
    "Article V, Section C.2": ["C 2 @V"],
    "Article V, Section A.1(b)": ["A 1 b @V"],
    "Article V.A.1.b": ["A 1 b @V"],
    "Article 8.4": ["8.4"],
    "Articles 8.4 and 8.5(b)": ["8.4", "8.5 b"],
    "paragraph (b) of Article 8.4": ["8.4 b"],
    "Appendix B": ["+B"],
    "Appendices A and B": ["+A", "+B"],
    "Section 8.4 and Article 9": ["8.4", "@9"],
}
NOT_ITS_OWN = (
    "Section 2(a)(5) of the National Labor Relations Act",
    "Section 8.4(b) of the Education Code",
    "Section 8.4 of the state labor law",
    "Sections 8.4 and 8.5 of the Labor Code",
    "Education Code Section 8.4",
    "42 U.S.C. § 8.4",
    "paragraph (b) of Section 8.4 of the Labor Code",
    "Section 3 of the Memorandum of Agreement",
    "Article 12 of the Education Code",
    "Section 8.4 of Title 5",
    "Section 3 of that Article",
    "a Section 125 plan",
    "a Section 12 plan",
    "the section a teacher is in",
    "an article on pay",
    "item 3 on the agenda",
    "paragraph 2 says so",
    "items 2.5 percent higher",
)


def spoken(text: str) -> list[str]:
    """What is cited: the section or "here", the points, the article or appendix."""
    found = []
    for one in citations(text):
        number = one.section or ("here" if one.here else "")
        unit = f"+{one.article}" if one.appendix else f"@{one.article}" if one.article else ""
        found.append(" ".join(filter(None, (number, *one.path, unit))))
    return found


@pytest.mark.parametrize("text", CITED)
def test_what_is_cited(text: str) -> None:
    assert spoken(text) == CITED[text]
    assert spoken(f"Nothing in this Agreement limits {text} and no more.") == CITED[text]


@pytest.mark.parametrize("text", NOT_ITS_OWN)
def test_what_is_no_part_of_the_contract_is_not_cited(text: str) -> None:
    assert spoken(text) == []
    assert spoken(f"Nothing limits {text}, or Section 9.1.") == ["9.1"]


@given(st.lists(st.sampled_from((*CITED, *NOT_ITS_OWN, "the teacher")), max_size=6))
def test_each_number_and_letter_is_where_it_is_said_to_be(parts: list[str]) -> None:
    text = "; ".join(parts)
    for one in citations(text):
        assert text[one.at : one.at + len(one.phrase)] == one.phrase
        assert text[one.start : one.end] == one.section or not one.section
        assert all(text[start:end] == name for start, end, name in one.points)
        assert all(one.at <= start < one.at + len(one.phrase) for start, _, _ in one.points)
    assert not spoken(without_citations(text)) or any(part in NOT_ITS_OWN for part in parts)


@given(st.text("Section (ab)7.4,and §of Article\n", max_size=60))
def test_any_text_is_read(text: str) -> None:
    for one in citations(text):
        assert text[one.at : one.at + len(one.phrase)] == one.phrase
