"""Who wrote what over many passes, on the sample's Article 12 and on small chains."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tablebook.domain.text import Block, paragraph, table
from tablebook.redline.layers import layers
from tablebook.redline.marks import Author, Mark, Redline
from tablebook.redline.readings import accepted, rejected
from tablebook.redline.stats import summary
from tests.unit.redline import lakeview
from tests.unit.redline.plain import check, listed, plain, words

U1, E1, U2, E2 = Author("union", "U-1"), Author("employer", "E-1"), Author("union", "U-2"), Author("employer", "E-2")


def _line(*texts: str) -> str:
    base, *others = texts
    chain = [(author, [paragraph(text)]) for author, text in zip((U1, E1, U2, E2), others, strict=False)]
    return words(layers([paragraph(base)], chain).blocks[0].runs)


@pytest.fixture(scope="module")
def article(sample_folder: Path) -> dict[str, Redline]:
    sample = sample_folder
    passes = lakeview.passes(sample)
    base = lakeview.blocks(lakeview.contract(sample))
    return {author.label: layers(base, passes[: number + 1]) for number, (author, _) in enumerate(passes)}


@pytest.mark.parametrize("label", ["U-1", "E-1", "U-2", "E-2", "U-3", "E-3", "U-4", "U-5"])
def test_each_pass_of_article_12(article: dict[str, Redline], label: str) -> None:
    check(f"article-12-{label}", plain(article[label]) + "\n" + listed(article[label]))


def test_u3_looks_as_designed(article: dict[str, Redline]) -> None:
    """The lines of the picture of the Negotiate stage, mark by mark."""
    lines = plain(article["U-3"]).splitlines()
    assert lines[1] == (
        "  The District shall [-u:make every reasonable effort to -][e/u*:make a reasonable effort to ]keep the number "
        "of students in a regular classroom at or below the following{+e: limits+}"
        "{+u*: after the tenth (10th) day of school+}:   << U-3*"
    )
    assert lines[2].endswith(":[-u: twenty-six (26)-][e/u*: twenty-four (24)]{+u*: twenty-two (22)+}   << U-3*")
    assert lines[3].endswith("[-u: twenty-eight (28)-][u/e: twenty-three (23)]{+e: twenty-five (25)+}   << E-2")
    assert lines[4].endswith("[-u: thirty-two (32)-]{+u: twenty-eight (28)+}")
    assert lines[5].endswith("thirty-two (32){+u:, with no secondary caseload above one hundred fifty (150)+}")
    assert "within [-u:ten (10) -]{+u:five (5) +}working days[-u: to consider relief-]" in lines[7]
    assert "{+u*: and the educator shall choose one form of relief+}. Relief" in lines[7]
    assert "[e/u*:twenty dollars ($20) ]{+u*:thirty-five dollars ($35) +}{+e:for each student above" in lines[7]
    assert "give relief from that day" not in lines[7]
    assert lines[7].endswith("   << U-3*")


def test_u3_is_told_in_one_sentence(article: dict[str, Redline]) -> None:
    assert summary(article["U-3"]) == "5 changes in 12.1 and 12.2"


def test_a_struck_offer_stays_where_no_newer_one_of_its_party_stands(article: dict[str, Redline]) -> None:
    """The printed proposal U-4 shows both sides' last struck offers, and the restored words of their first writer."""
    line = plain(article["U-4"]).splitlines()[3]
    assert line.endswith(
        "[-u: twenty-eight (28)-][u/e: twenty-three (23)][e/u*: twenty-six (26)]{+e*: twenty-five (25)+}   << U-4*"
    )


def test_both_readings_of_every_pass(article: dict[str, Redline], sample_folder: Path) -> None:
    base = lakeview.blocks(lakeview.contract(sample_folder))
    for author, text in lakeview.passes(sample_folder):
        assert [block.printed for block in accepted(article[author.label])] == [block.printed for block in text]
        assert [block.printed for block in rejected(article[author.label])] == [block.printed for block in base]


def test_restored_contract_language_is_plain() -> None:
    assert _line("It is ten days long.", "It is five days long.", "It is ten days long.") == (
        "It is [u/e*:five ]<*:ten >days long."
    )


def test_a_restored_offer_keeps_its_first_writer() -> None:
    chain = ("It is ten days long.", "It is five days long.", "It is ten days long.", "It is five days long.")
    assert _line(*chain) == "It is [-u*:ten -]{+u*:five +}days long."


def test_what_a_party_replaces_of_its_own_is_not_an_offer_refused() -> None:
    assert _line("It is ten days long.", "It is five days long.", "It is ten days long.", "It is six days long.") == (
        "It is [-u*:ten -]{+u*:six +}days long."
    )


def test_what_a_party_takes_back_itself_is_shown_once() -> None:
    """U-2 takes back U-1's words and offers none: struck as of U-2, gone from the page with the next pass."""
    offer, none = "It is ten days long and paid in full.", "It is ten days long."
    assert _line(none, offer, offer, none) == "It is ten days long[u/u*: and paid in full]."
    assert _line(none, offer, offer, none, none) == none


def test_a_long_clause_restored_with_one_other_word_stays_current_language() -> None:
    base = "The Board shall pay the full premium for each member of the unit and for one dependent."
    assert _line(base, "Nothing is paid.", base.replace("full", "half")) == (
        "<*:The Board shall pay the >[-u:full -]{+e*:half +}"
        "<*:premium for each member of the unit and for one dependent.>"
    )


def _blocks(redline: Redline) -> list[tuple[str, Mark, bool]]:
    return [(words(block.runs), block.start.mark, block.fresh) for block in redline.blocks]


FIRST, SECOND = paragraph("The first clause stands as it is."), paragraph("The second clause speaks of other things.")
OFFER = paragraph("A wholly new clause is put between them.")


def test_an_offered_clause_that_was_struck() -> None:
    redline = layers([FIRST, SECOND], [(U1, [FIRST, OFFER, SECOND]), (E1, [FIRST, SECOND])])
    assert _blocks(redline)[1] == (f"[u/e*:{OFFER.text}]", Mark.DELETED, True)
    later = layers([FIRST, SECOND], [(U1, [FIRST, OFFER, SECOND]), (E1, [FIRST, SECOND]), (U2, [FIRST, SECOND])])
    assert _blocks(later)[1] == (f"[u/e:{OFFER.text}]", Mark.DELETED, False)
    assert later.blocks[1].margin_author == E1


def test_a_struck_clause_that_comes_back() -> None:
    redline = layers([FIRST, OFFER, SECOND], [(U1, [FIRST, SECOND]), (E1, [FIRST, OFFER, SECOND])])
    assert _blocks(redline)[1] == (f"<*:{OFFER.text}>", Mark.SAME, True)
    assert redline.blocks[1].margin_author == E1


def test_an_offered_clause_that_comes_back() -> None:
    chain: list[tuple[Author, Sequence[Block]]] = [
        (U1, [FIRST, OFFER, SECOND]),
        (E1, [FIRST, SECOND]),
        (U2, [FIRST, OFFER, SECOND]),
    ]
    redline = layers([FIRST, SECOND], chain)
    assert _blocks(redline)[1] == (f"{{+u*:{OFFER.text}+}}", Mark.INSERTED, True)
    assert redline.blocks[1].start.writer == U1


def test_a_salary_cell_over_three_passes() -> None:
    def schedule(top: str) -> list[Block]:
        return [table([["Step", "BA"], ["1", top], ["2", "51,000"]])]

    redline = layers(schedule("50,000"), [(U1, schedule("53,000")), (E1, schedule("51,000")), (U2, schedule("52,500"))])
    assert words(redline.blocks[0].rows[1][1]) == "[-u:50,000-][e/u*:51,000]{+u*:52,500+}"


def test_the_margin_names_only_passes_that_still_stand() -> None:
    """U-1's change is in the text, but U-2 is where the union stands now."""
    base = [FIRST, SECOND]
    one = [paragraph("The first clause stands as it was."), SECOND]
    two = [one[0], paragraph("The second clause speaks of many things.")]
    redline = layers(base, [(U1, one), (E1, one), (U2, two)])
    assert [block.margin_author for block in redline.blocks] == [None, U2]
    assert [block.fresh for block in redline.blocks] == [False, True]


def test_who_brought_struck_words_back_is_known() -> None:
    base, offer = [paragraph("Relief is due.")], [paragraph("Relief is due within five days.")]
    struck = layers(base, [(U1, offer), (E1, base)])
    assert not any(block.restores for block in struck.blocks)
    block = layers(base, [(U1, offer), (E1, base), (U2, offer)]).blocks[0]
    assert [(run.text.strip(), run.writer, run.striker, run.restorer, run.fresh) for run in block.runs] == [
        ("Relief is due", None, None, None, False),
        ("within five days", U1, None, U2, True),
        (".", None, None, None, False),
    ]
    assert block.restores
    assert block.margin_author == U2
    back = layers(base, [(E1, []), (U2, base)]).blocks[0]
    assert [(run.writer, run.striker, run.restorer, run.fresh) for run in back.runs] == [(None, None, U2, True)]
    later = layers(base, [(E1, []), (U2, base), (E2, base)]).blocks[0]
    assert not later.restores
