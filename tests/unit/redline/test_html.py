"""The redline as one HTML page: complete, escaped, and readable without colour."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from tablebook.domain.text import Block, BlockKind, Run, heading, paragraph, table
from tablebook.redline.compare import compare
from tablebook.redline.html import fragment, page
from tablebook.redline.layers import layers
from tablebook.redline.marks import Author

UNION, EMPLOYER = Author("union", "U-1"), Author("employer", "E-1")
VOID = {"meta", "br"}


class _Page(HTMLParser):
    """The text of a page by what stands around it; every element must be closed where it belongs."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.parts: list[tuple[str, list[tuple[str, dict[str, str | None]]]]] = []
        self.feed(text)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not {"src", "href"} & {name for name, _ in attrs}, "the page must stand alone"
        if tag not in VOID:
            self.open.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        self.parts.append((data, list(self.open)))

    def within(self, tag: str, style: str = "") -> list[str]:
        """The texts inside such an element."""
        return [
            data
            for data, around in self.parts
            if any(name == tag and style in (attributes.get("style") or "") for name, attributes in around)
        ]


def _page(*passes: tuple[Author, list[Block]], base: list[Block]) -> _Page:
    return _Page(page(layers(base, passes), "Article 12"))


def test_each_party_has_its_lines_and_brackets() -> None:
    base = [paragraph("The limit is ten days for all of us.")]
    union, employer = (
        [paragraph("The limit is five days for all of us.")],
        [paragraph("The limit is six days for all of us.")],
    )
    read = _page((UNION, union), (EMPLOYER, employer), base=base)
    assert read.within("del", "line-through solid")[:1] == ["ten"]
    assert "".join(read.within("del", "line-through double")[:3]) == "[five]"
    assert read.within("ins", "underline double")[:1] == ["six"]


def test_the_legend_shows_the_marks_that_are_there() -> None:
    base = [paragraph("The limit is ten days for all of us.")]
    read = page(layers(base, [(UNION, [paragraph("The limit is five days for all of us.")])]), "Article 12")
    legend = read.split('class="note legend"')[1]
    assert "new</ins> Union" in legend
    assert "struck</del> Union" in legend
    assert "offered" not in legend
    assert "Union: one line. Employer: two lines." in legend
    assert "legend" not in page(layers(base, []), "Article 12").split("</style>")[1]


@pytest.mark.parametrize("text", ["<script>alert(1)</script> & \"words\" 'here'", "a < b", "</p></body>", "&amp;"])
def test_everything_is_escaped(text: str) -> None:
    base = [paragraph("Some words that stay here."), heading(text, text, section="1"), table([[text, "x"]])]
    new = [paragraph(f"Some words that stay {text} here.", text), *base[1:]]
    read = _Page(page(compare(base, new), text))
    allowed = "html head title style body h1 p div table tr td ins del span s u b"
    assert {name for _, around in read.parts for name, _ in around} <= set(allowed.split())
    assert text in [data for data, around in read.parts if around and around[-1][0] == "title"]


def test_a_table_keeps_its_cells() -> None:
    redline = compare([table([["Step", "BA"], ["1", "50,000"]])], [table([["Step", "BA"], ["1", "51,500"], ["2"]])])
    text = fragment(redline.blocks)
    assert text.count("<tr>") == 3
    assert text.count("<td") == 6
    assert ">50,000</del>" in text
    assert ">51,500</ins>" in text


def test_what_marks_cannot_say_is_said_in_words() -> None:
    one, two = "The first clause stands here.", "The second clause stands here too."
    assert "new paragraph begins here" in fragment(
        compare([paragraph(f"{one} {two}")], [paragraph(one), paragraph(two)]).blocks
    )
    assert "joined to the paragraph above" in fragment(
        compare([paragraph(one), paragraph(two)], [paragraph(f"{one} {two}")]).blocks
    )
    others = [
        paragraph("Vacancies are posted for ten working days."),
        paragraph("Transfers go by seniority within the unit."),
    ]
    moved = fragment(compare([paragraph(one), *others], [*others, paragraph(one)]).blocks)
    assert "moved from here" in moved
    assert "moved to here" in moved
    assert "<s>a.</s> <u>b.</u>" in fragment(compare([paragraph(one, "a.")], [paragraph(one, "b.")]).blocks)


def test_bold_italic_and_the_last_pass() -> None:
    base = Block(
        BlockKind.PARAGRAPH,
        "",
        (Run("Section 1.", bold=True), Run(" It is "), Run("due", italic=True), Run(" in ten days.")),
    )
    new = Block(BlockKind.PARAGRAPH, "", (*base.runs[:3], Run(" in six days.")))
    text = fragment(layers([base], [(EMPLOYER, [new])]).blocks)
    assert "<b>Section 1.</b>" in text
    assert "<i>due</i>" in text
    assert "6px double #98430F" in text
    assert '<ins class="fresh"' in text
    assert "[E-1]" in text
