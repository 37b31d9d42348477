"""From lines to a contract: furniture off, contents apart, units and sections chosen, text as blocks."""

from __future__ import annotations

from dataclasses import replace

from tablebook.documents.contract.blocks import BlockMaker
from tablebook.documents.contract.candidates import Candidate, candidates
from tablebook.documents.contract.contents import split_contents
from tablebook.documents.contract.doubts import contents_warnings, doubts_of
from tablebook.documents.contract.furniture import without_furniture
from tablebook.documents.contract.headings import Form, Heading, bare_title, reads_as_title
from tablebook.documents.contract.nature import calls_itself, speaks_of_work
from tablebook.documents.contract.paragraphs import words_of
from tablebook.documents.contract.sections import section_scheme, sections_within
from tablebook.documents.contract.titles import Title
from tablebook.documents.contract.units import Unit, find_units
from tablebook.documents.contract.warned import without_text
from tablebook.documents.lines import Line, Source
from tablebook.documents.reading import NoArticles, Reading, Warning_
from tablebook.domain.contract import Article, Contract, UnitKind
from tablebook.domain.own_heading import called_as
from tablebook.domain.text import Block


def build(source: Source, name: str = "") -> Reading:
    """The contract in a source, with its doubts and warnings."""
    body, _ = without_furniture(source.lines)
    lines, contents = split_contents(body)
    _refuse_other_papers(body, name)
    found = candidates(lines)
    units = find_units(lines, found)
    maker = BlockMaker(lines, words_of(lines))
    first = units[0].candidate.at if units else len(lines)
    front, opening = _opening(lines[:first])
    articles = _articles(units, found, maker, len(lines))
    if opening is not None:
        blocks = maker.between(opening.end, first, [])
        page = lines[opening.at].page if first else None
        articles = [Article(UnitKind.PREAMBLE, "", opening.title.text, blocks, page), *articles]
    contract = Contract(_title(lines[:front]), tuple(articles))
    warnings = [Warning_(code, page, message) for code, page, message in source.notes]
    warnings += pages_without_text(source)
    warnings += contents_warnings(contents, contract, source.empty_pages)
    reading = Reading(
        contract,
        source.pages,
        (),
        tuple(warnings),
        name,
        maker.between(0, front, []),
        tuple(line.said for line in contents),
    )
    return replace(reading, doubts=doubts_of(contract, _weak(units, lines)))


def _refuse_other_papers(lines: tuple[Line, ...], name: str) -> None:
    """Raise NoArticles for a paper that was not bargained, however it is laid out."""
    what = f"No articles were found in {name}."
    todo = "Choose the contract that the two parties agreed."
    if other := calls_itself(lines):
        raise NoArticles(what, f"The paper calls itself “{other}” at its top, and no agreement or contract.", todo)
    if not speaks_of_work(lines):
        raise NoArticles(what, "The text hardly speaks of employees, their union and their work: no contract.", todo)


def _articles(units: tuple[Unit, ...], found: tuple[Candidate, ...], maker: BlockMaker, end: int) -> list[Article]:
    ends = [*(unit.candidate.at for unit in units[1:]), end][: len(units)]
    spans = [
        (unit.candidate.end, stop, unit.candidate.heading.number)
        for unit, stop in zip(units, ends, strict=True)
        if unit.kind is UnitKind.ARTICLE
    ]
    scheme = section_scheme(found, spans)
    articles = []
    for unit, stop in zip(units, ends, strict=True):
        candidate = unit.candidate
        inner = unit.kind is UnitKind.ARTICLE
        number = candidate.heading.number
        sections = sections_within(found, candidate.end, stop, number if inner else "", scheme if inner else None)
        if not inner:
            sections = [section for section in sections if section.heading.form is not Form.DECIMAL]
        text = maker.between(candidate.end, stop, sections)
        rest = maker.rest_of(candidate)
        articles.append(
            Article(
                unit.kind,
                number.rstrip("."),
                candidate.title.text,
                (*rest, *text),
                maker.page(candidate.at),
                called_as(unit.kind, candidate.heading.word),
            )
        )
    return articles


def _opening(lines: tuple[Line, ...]) -> tuple[int, Candidate | None]:
    """(end of the title page, the preamble's heading or None): text before the first article that is not title page.

    The preamble begins at the first sentence; a heading line right above it is its title.
    """
    at = next((index for index in range(len(lines)) if _prose(lines, index)), None)
    if at is None:
        return len(lines), None
    above = lines[at - 1] if at else None
    titled = (
        above is not None
        and above.page == lines[at].page
        and not above.label
        and (above.depth or above.caps or above.bold)
        and len(above.text.split()) <= 4
        and reads_as_title(above.text, marked=True)
    )
    heading = Heading(Form.PLAIN, "", "", (0, 0), 0, "", "")
    if above is not None and titled:
        return at - 1, Candidate(at - 1, heading, Title(bare_title(above.text), len(above.text), 0, True))
    return at, Candidate(at, heading, Title("", 0, -1, True))


def _prose(lines: tuple[Line, ...], at: int) -> bool:
    """Whether a sentence of some length begins at this line."""
    line = lines[at]
    if line.rows or line.centred or (line.caps and len(line.text.split()) < 12):
        return False
    words, index = 0, at
    while index < len(lines) and (index == at or (lines[index].gap < 0.5 and not lines[index].whole)):
        words += len(lines[index].text.split())
        index += 1
    return words >= 16 and line.text[:1].isupper()


def _title(lines: tuple[Line, ...]) -> str:
    words = " ".join(line.text for line in lines[:12] if not line.rows)
    return words if len(words) <= 200 else words[:200].rsplit(" ", 1)[0]


def pages_without_text(source: Source) -> list[Warning_]:
    """A warning that names the pages which hold only a picture."""
    if not source.empty_pages:
        return []
    message = without_text(source.empty_pages)
    return [Warning_("page-without-text", source.empty_pages[0], message, "", source.empty_pages)]


def _weak(units: tuple[Unit, ...], lines: tuple[Line, ...]) -> frozenset[int]:
    """Positions (in print order) of units whose heading has little to show for itself."""
    return frozenset(index for index, unit in enumerate(units) if unit.candidate.score < 4.0)


def section_blocks(lines: tuple[Line, ...]) -> tuple[Block, ...]:
    """Blocks of a document that need not be a contract, with section headings marked where they are found."""
    found = candidates(lines)
    maker = BlockMaker(lines, words_of(lines))
    units = [unit for unit in find_units(lines, found, part=True) if unit.candidate.heading.form is not Form.PLAIN]
    numbers = {unit.candidate.at: unit for unit in units}
    blocks: list[Block] = []
    cuts = sorted({0, *numbers})
    for start, stop in zip(cuts, [*cuts[1:], len(lines)], strict=True):
        number, inner = "", False
        if start in numbers:
            candidate = numbers[start].candidate
            number, inner = candidate.heading.number, candidate.heading.form is Form.SECTION
            blocks.append(maker.unit_heading(candidate))
            blocks.extend(maker.rest_of(candidate))
            begin = candidate.end
        else:
            begin = start
        sections = sections_within(
            found, begin, stop, number, section_scheme(found, [(begin, stop, number)]), inner=inner
        )
        blocks.extend(maker.between(begin, stop, sections))
    return tuple(blocks)
