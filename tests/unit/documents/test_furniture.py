"""Running lines and headings at the edges of pages, told apart."""

from __future__ import annotations

from dataclasses import replace

from tablebook.documents.contract.furniture import without_furniture
from tablebook.documents.contract.inferred_pages import with_pages
from tablebook.documents.lines import Line
from tablebook.documents.plain import read_plain

PROSE = "The District shall give each unit member written notice of the assignment before June."


def kept(text: str) -> list[str]:
    body, _ = without_furniture(read_plain(text.encode()).lines)
    return [line.text for line in body if line.text != PROSE]


def pages(*tops: str, foot: str = "{n}") -> str:
    sheets = []
    for number, top in enumerate(tops, 1):
        prose = "\n\n".join([PROSE] * 8)
        sheets.append(f"{top}\n\n{prose}\n\n{' ' * 40}{foot.format(n=number)}")
    return "\f".join(sheets)


def test_running_lines_that_name_the_article_are_furniture() -> None:
    heading = "ARTICLE {n}\n\n\nARTICLE {n}\nRECOGNITION"
    text = pages(heading.format(n=1), "ARTICLE 1", "ARTICLE 1", heading.format(n=2), "ARTICLE 2", heading.format(n=3))
    assert [line for line in kept(text) if line.startswith("ARTICLE")] == ["ARTICLE 1", "ARTICLE 2", "ARTICLE 3"]


def test_headings_at_the_tops_of_pages_are_none() -> None:
    text = pages(*(f"ARTICLE {n}\nRECOGNITION" for n in range(1, 7)))
    assert [line for line in kept(text) if line.startswith("ARTICLE")] == [f"ARTICLE {n}" for n in range(1, 7)]


def test_memoranda_that_each_begin_a_page_keep_their_headings() -> None:
    subjects = ("EARLY RELEASE", "JOB SHARING", "CLASS SIZE RELIEF", "DUAL LANGUAGE")
    text = pages(*(f"MEMORANDUM OF UNDERSTANDING\n{subject}" for subject in subjects))
    assert kept(text).count("MEMORANDUM OF UNDERSTANDING") == 4


def test_pages_are_inferred_from_their_numbers() -> None:
    prose = "\n".join([PROSE] * 20)
    text = "\n".join(f"Agreement 2024-2027\n{prose}\nPage {n}" for n in range(1, 9))
    lines = read_plain(text.encode()).lines
    paged = with_pages(lines)
    assert paged is not None
    assert [line.page for line in paged if line.text.startswith("Page")] == list(range(1, 9))
    assert kept(text) == []


def test_a_text_without_page_numbers_has_no_pages() -> None:
    assert with_pages(read_plain("\n".join([PROSE] * 50).encode()).lines) is None


def test_what_stands_in_the_frame_of_a_paper_of_ours_is_text_but_for_its_legend() -> None:
    text = "\f".join(f"The Union and The Board\n\n{PROSE}\n\nREV: 2015, 2021\n\nPage {n} of 4" for n in range(1, 5))
    lines = read_plain(text.encode()).lines
    edge = ("The Union", "Page")

    def framed(level: bool) -> tuple[Line, ...]:
        return tuple(
            replace(line, framed=not line.text.startswith(edge), y=0.0 if level else 10.0 * number)
            for number, line in enumerate(lines)
        )

    for read, count in ((lines, 0), (framed(level=True), 0), (framed(level=False), 4)):
        body, _ = without_furniture(read)
        assert [line.text for line in body if line.text != PROSE] == ["REV: 2015, 2021"] * count
