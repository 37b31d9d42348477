"""What a person should look at in an outline: gaps, numbers given twice, weak headings, contents that disagree."""

from __future__ import annotations

from collections import defaultdict

from tablebook.documents.contract.contents import entry_text, key
from tablebook.documents.contract.headings import Form, bare_title, parse, values_of
from tablebook.documents.lines import Line
from tablebook.documents.reading import Doubt, Warning_
from tablebook.domain.contract import Article, Contract, UnitKind
from tablebook.domain.dataclass import dataclass
from tablebook.domain.text import BlockKind

_FORM_KINDS = {Form.ARTICLE: UnitKind.ARTICLE, Form.APPENDIX: UnitKind.APPENDIX, Form.MOU: UnitKind.MOU}


def doubts_of(contract: Contract, weak: frozenset[int] = frozenset()) -> tuple[Doubt, ...]:
    """The doubts about a contract. ``weak`` are positions of units, not counting the preamble, with a weak heading."""
    doubts: list[Doubt] = []
    before: tuple[str, Article] | None = None
    position = -1
    for unit_key, article in contract.by_key.items():
        position += article.kind is not UnitKind.PREAMBLE
        if position in weak and article.kind is not UnitKind.PREAMBLE:
            doubts.append(
                _doubt(
                    "weak-heading", f"{article.name} may be no heading.", article, unit_key, "Join with the one above"
                )
            )
        if article.kind is UnitKind.ARTICLE:
            doubts += _number_doubts(before, unit_key, article)
            before = (unit_key, article)
        if not article.title and article.kind is UnitKind.ARTICLE:
            doubts.append(_doubt("no-title", f"{article.name} has no title.", article, unit_key, "Rename"))
        if not article.blocks:
            doubts.append(
                _doubt("no-text", f"{article.name} has no text.", article, unit_key, "Join with the one below")
            )
        doubts += _section_doubts(unit_key, article)
        doubts += _loose_headings(unit_key, article, contract)
    return tuple(doubts)


def _doubt(code: str, message: str, article: Article, unit_key: str, proposal: str, block: int = -1) -> Doubt:
    above = [one.page for one in article.blocks[: block + 1] if one.page]
    return Doubt(code, message, above[-1] if above else article.page, unit_key, block, proposal)


def _number_doubts(before: tuple[str, Article] | None, unit_key: str, article: Article) -> list[Doubt]:
    if not article.number:
        return []
    value = values_of(article.number)
    if before is None:
        if value[0][0] > 1 and value[-1][0] > 1:
            return [_doubt("number-gap", f"The first article has number {article.number}.", article, unit_key, "Split")]
        return []
    last = values_of(before[1].number)
    if any(a == b for a in value for b in last) and before[1].number:
        return [_doubt("number-twice", f"Number {article.number} stands twice.", article, unit_key, "Renumber")]
    if before[1].number and all(a[0] > b[0] + 1 for a in value for b in last):
        message = f"{article.name} follows {before[1].name}: a number is missing."
        return [_doubt("number-gap", message, article, unit_key, "Split the one above")]
    if before[1].number and all(a < b for a in value for b in last):
        return [_doubt("number-back", f"{article.name} follows {before[1].name}.", article, unit_key, "Renumber")]
    return []


def _section_doubts(unit_key: str, article: Article) -> list[Doubt]:
    doubts: list[Doubt] = []
    seen: dict[str, int] = {}
    last = 0
    for index, block in enumerate(article.blocks):
        if not block.section:
            continue
        if block.section in seen:
            message = f"Section {block.section} stands twice in {article.name}."
            doubts.append(_doubt("section-twice", message, article, unit_key, "Renumber", index))
        seen[block.section] = index
        tail = block.section.rpartition(".")[2]
        value = values_of(tail)[0][0] if len(tail) == 1 and tail.isalpha() else values_of(tail)[-1][0]
        if value > last + 1:
            message = f"Section {block.section} in {article.name} comes after a gap."
            doubts.append(_doubt("section-gap", message, article, unit_key, "Split", index))
        last = max(value, last)
    return doubts


def _loose_headings(unit_key: str, article: Article, contract: Contract) -> list[Doubt]:
    """Headings without a number in the last article before the appendices (signatures), or set like an article."""
    articles = [a for a in contract.articles if a.kind is UnitKind.ARTICLE]
    if not articles or article is not articles[-1]:
        return []
    return [
        _doubt(
            "loose-heading", f"“{block.text}” stands in {article.name} without a number.", article, unit_key, "Split", i
        )
        for i, block in enumerate(article.blocks)
        if block.kind is BlockKind.HEADING and not block.section and block.text and i
    ]


def contents_warnings(contents: tuple[Line, ...], contract: Contract, empty: tuple[int, ...]) -> list[Warning_]:
    """What the table of contents names and the text does not give, and the other way round."""
    units = [a for a in contract.articles if a.kind is not UnitKind.PREAMBLE]
    names = {(a.kind, _number_key(a.number)) for a in units if a.number}
    titles = {key(a.title) for a in units if len(key(a.title)) > 3}
    listed = _listed(contents, names, titles)
    pages = f" Pages without text: {', '.join(map(str, empty))}." if empty else ""
    warnings = [
        Warning_(
            "contents-not-in-text",
            entry.page,
            f"The contents list “{entry.text}”{entry.where}, and the text has no such heading.{pages}",
            entry.text,
        )
        for entry in listed
        if (entry.kind, entry.number) not in names and not any(title in key(entry.text) for title in titles)
    ]
    known = {(entry.kind, entry.number) for entry in listed if entry.number}
    whole = key(" ".join(line.said for line in contents))
    kinds = {entry.kind for entry in listed} if len(listed) >= 3 else set()
    for article in units:
        named = (article.kind, _number_key(article.number)) in known or (
            bool(key(article.title)) and key(article.title) in whole
        )
        if not named and article.kind in kinds:
            message = f"{article.name} stands in the text and not in the contents."
            warnings.append(Warning_("text-not-in-contents", article.page, message, article.name))
    return warnings


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of the contents that names a unit. ``page`` is where it stands, ``where`` tells the page it points to."""

    kind: UnitKind
    number: str
    text: str
    page: int | None
    where: str


def _listed(contents: tuple[Line, ...], names: set[tuple[UnitKind, str]], titles: set[str]) -> list[_Entry]:
    """The entries for units. Bare numbers are articles where no entry says "Article" and most name one."""
    found: dict[Form, list[_Entry]] = defaultdict(list)
    for line in contents:
        heading = next(iter(parse(line.said)), None)
        if heading is not None:
            number = _number_key(heading.number) if heading.number else ""
            text = bare_title(entry_text(line))
            printed = line.said[len(entry_text(line)) :].strip(" .…·_\t")
            where = f" on page {printed}" if printed and len(printed) < 8 else ""
            kind = _FORM_KINDS.get(heading.form, UnitKind.ARTICLE)
            found[heading.form].append(_Entry(kind, number, text, line.page, where))
    listed = [entry for form, entries in found.items() if form in _FORM_KINDS for entry in entries]
    if Form.ARTICLE not in found:
        for form in (Form.SECTION, Form.ZERO, Form.NUMBER, Form.ROMAN):
            entries = found.get(form, [])
            right = sum(
                (entry.kind, entry.number) in names and any(title in key(entry.text) for title in titles)
                for entry in entries
            )
            if right >= 3 and right >= 0.6 * len(entries):
                return [*entries, *listed]
    return listed


def _number_key(number: str) -> str:
    return "-".join(map(str, values_of(number)[-1])) if number else ""
