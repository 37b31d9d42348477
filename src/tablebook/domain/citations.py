"""How a contract cites its own parts: "Section 8.4", "Article V, Section 3", "paragraph (b) of Section 8.4"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from tablebook.domain.dataclass import dataclass

_ANY_HEAD = re.compile(
    r"(?P<section>\b[Ss](?:ec\.|ections?)|\bSECTIONS?|§§?)"
    r"|\b(?P<point>[Ss]ub-?(?:section|paragraph|division|clause|part)s?|(?:[Pp]aragraph|[Cc]lause|[Ii]tem|[Pp]oint)s?)"
    r"|\b(?P<article>A(?:rticles?|RTICLES?))|\b(?P<appendix>Appendi(?:x|ces))"
)
_MANY = re.compile(r".*s$|§§", re.IGNORECASE)
_POINTS = r"(?:\((?:[A-Za-z]{1,2}|[ivxIVX]{1,5}|\d{1,2})\))"
_BRACKETS = re.compile(rf"{_POINTS}(?:\s?{_POINTS})*(?!\s?\d)")
_TAIL = re.compile(rf"(?:\s?{_POINTS}(?!\s?\d)|\.[A-Za-z](?!\w)|(?<=[A-Za-z])\.\d{{1,2}}(?![\d.]*\d))+")
"""The point cited inside a section: "7.4(b)(2)", "7.4 (b)", "7.4.b", "7.4.b.2"."""
_NAME = re.compile(r"[A-Za-z]+|\d+")
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{1,3})+(?![\d])(?!\s*(?:%|percent\b|times\b|hours?\b|days?\b|FTE\b))")
_BARE = re.compile(r"\d{1,2}(?![\w.]*\d)(?!\w)|[A-Z](?!\w)(?!\.\d+\.\d)")
_LONE = re.compile(r"(?:[A-Za-z]|\d{1,2})(?!\w)(?!\.\d)")
_ARTICLE = re.compile(r"(?:[IVXLC]+|\d{1,2})\b(?!\.\d)")
_APPENDIX = re.compile(r"(?:[A-Z]{1,2}(?:-?\d{1,2})?|\d{1,2})\b")
_ON = re.compile(r",?\s+(?:and/or|and|or|through|thru|to)\s+|,\s*|\s?[-–—]\s?")
_RELATED = re.compile(r"\s+(?:above|below|hereof)\b|\s+(?:of|in|under)\s+this\s+[Ss](?:ub)?ection\b")
_AFTER = re.compile(r",?\s+")
_LETTERED = re.compile(r"\.(?=[A-Z](?!\w))")
"""What stands between an article and its lettered section: "Article III.A.2"."""
_TITLED = re.compile(r"\s*[-–—:]\s*[^,.;:]{1,60},\s+(?=[Ss]ection|SECTION|§)")
"""The title between an article's number and its section: "ARTICLE 18 - HOLIDAYS, Section 1"."""
_OF = re.compile(r"\s+(?:of|in|under)\s+")
_OF_ARTICLE = re.compile(
    r"(?:\s+(?:of|in|under)\s+|,\s+)[Aa](?:rticle|RTICLE)\s+(?P<number>[IVXLC]+|\d{1,2})\b(?!\.\d)"
)
_LAW = r"(?i:acts?|code|laws?|statutes?|constitution|rules?|regulations?|by-?laws|handbook|manual|charter)\b"
_WORD_OF_LAW = r"(?:[A-Z][\w’'.-]*|and|of|for|on|&|state|federal|school|labor|education)\s+"
_OTHER = re.compile(
    rf"\s*,?\s+(?:of|in|under)\s+(?:(?:the|an?)\s+)?(?:(?:{_WORD_OF_LAW}){{0,8}}?{_LAW}|Title\b|Chapter\b|Public\b)"
    r"|\s+plans?\b|\s+of\s+(?:that|said|such)\s"
)
"""What says that a part of something else is cited, a law first of all."""
_OTHER_BARE = re.compile(
    r"\s+of\s+(?:the|an?)\b(?!\s+(?:(?!Memo|Letter)[\w–-]+\s+){0,4}?(?:[Aa]greement|[Cc]ontract|CBA)\b)"
)
_OF_LAW = re.compile(
    r"(?:\b(?:Act|Code|Laws?|Statutes?|Title\s+\w+)|U\.?S\.?C\.?(?:A\.?)?|C\.?F\.?R\.?)(?:\s+Ann\.)?,?\s*$"
)
_ROMAN = re.compile(r"[ivx]+|[IVX]+")

Name = tuple[int, int, str]
"""A letter or number of a point with its place in the text."""


@dataclass(frozen=True, slots=True)
class Citation:
    """One number cited in a text: where the number stands, the whole phrase, and where that begins. ``article`` is the
    number of the article named beside a bare section or cited whole; ``appendix`` says that a whole appendix is meant.
    ``points`` lead to a point inside the section, each with its letters' place in the text; ``here`` says that it is
    one of the section that cites it."""

    start: int
    end: int
    section: str
    article: str
    phrase: str
    at: int
    appendix: bool = False
    points: tuple[Name, ...] = ()
    here: bool = False

    @property
    def path(self) -> tuple[str, ...]:
        """The letters and numbers that lead to the point."""
        return tuple(name.lower() for _, _, name in self.points)


class _Item(NamedTuple):
    """One item of a list: the number with its place, "" for a point alone, and the point inside of it."""

    start: int
    end: int
    number: str
    points: tuple[Name, ...]


class _List(NamedTuple):
    items: Sequence[_Item]
    end: int


def citations(text: str) -> Iterator[Citation]:
    """Every section, point, article and appendix that a text cites, in its order; those of one phrase share its place.
    Parts of laws and of other papers are none."""
    at = 0
    while head := _ANY_HEAD.search(text, at):
        found, at = _phrase(text, head)
        yield from found


def without_citations(text: str) -> str:
    """The text without the phrases that cite."""
    for at, phrase in sorted({(one.at, one.phrase) for one in citations(text)}, reverse=True):
        text = text[:at] + text[at + len(phrase) :]
    return text


def _phrase(text: str, head: re.Match[str]) -> tuple[list[Citation], int]:
    """What the phrase cites that begins with this word, and where it ends."""
    if head["article"]:
        found, end = _in_article(text, head)
    elif head["appendix"]:
        listed = _listed(text, _behind(text, head), _APPENDIX, bool(_MANY.match(head[0])))
        found, end = [Citation(one.start, one.end, "", one.number, "", 0, True) for one in listed.items], listed.end
    else:
        found, end = _in_section(text, head)
    if not found:
        return [], head.end()
    bare = not found[0].appendix and not any("." in one.section or one.points for one in found)
    other = _OTHER.match(text, end) or (bare and _OTHER_BARE.match(text, end))
    if other or _OF_LAW.search(text, max(head.start() - 30, 0), head.start()):
        return [], end
    phrase = text[head.start() : end]
    return [replace(one, phrase=phrase, at=head.start()) for one in found], end


def _in_article(text: str, head: re.Match[str]) -> tuple[list[Citation], int]:
    """ "Articles 5 and 7", "Article V, Section 3(b)", "Article 8.4"."""
    numbered = _sections(text, head)
    if numbered.items:
        return _cited(numbered), numbered.end
    articles = _listed(text, _behind(text, head), _ARTICLE, bool(_MANY.match(head[0])))
    found = [Citation(one.start, one.end, "", one.number, "", 0) for one in articles.items]
    if len(found) == 1 and (dot := _LETTERED.match(text, articles.end)):
        sections = _sections(text, dot, section=True)
        return _cited(sections, found[0].article), sections.end
    behind = _TITLED.match(text, articles.end) or _AFTER.match(text, articles.end)
    inner = _ANY_HEAD.match(text, behind.end()) if behind and len(found) == 1 else None
    if inner is None or not inner["section"]:
        return found, articles.end
    sections = _sections(text, inner)
    if not sections.items:
        sections = _bracketed(text, inner)
    if not sections.items:
        return found, articles.end
    return _cited(sections, found[0].article), sections.end


def _cited(sections: _List, article: str = "") -> list[Citation]:
    return [Citation(*one[:3], article, "", 0, points=one.points) for one in sections.items]


def _bracketed(text: str, head: re.Match[str]) -> _List:
    """ "Article 10, Section (B)(2)": the first letter is the section's, the others lead to a point of it."""
    match = _BRACKETS.match(text, _behind(text, head))
    if match is None:
        return _List((), 0)
    (start, end, name), *points = _named(text, *match.span())
    return _List([_Item(start, end, name, tuple(points))], match.end())


def _in_section(text: str, head: re.Match[str]) -> tuple[list[Citation], int]:
    """ "Section 8.4(b) and (c)", "Section 3 of Article 12", "paragraphs (b) and (c) of Section 8.4", "clause (b)"."""
    listed = _sections(text, head)
    if listed.items:
        article = _OF_ARTICLE.match(text, listed.end) if "." not in listed.items[0].number else None
        if article and not _ANY_HEAD.match(text, article.end() + 2):
            return _cited(listed, article["number"]), article.end()
        return _cited(listed), listed.end
    start = _behind(text, head)
    points = _points_alone(text, start, bool(head["point"]))
    if not points.items:
        return [], start
    of = _OF.match(text, points.end)
    inner = _ANY_HEAD.match(text, of.end()) if of else None
    if inner and not inner["appendix"]:
        read = _in_article if inner["article"] else _in_section
        there, end = read(text, inner)
        if there or inner["section"]:
            return list(dict.fromkeys(_inside(one, point) for one in there for point in points.items)), end
    return [Citation(one.start, one.start, "", "", "", 0, points=one.points, here=True) for one in points.items], (
        points.end
    )


def _inside(cited: Citation, point: _Item) -> Citation:
    """The point of what is cited; of a whole article or appendix that alone."""
    if not (cited.section or cited.here):
        return cited
    return replace(cited, points=(*cited.points, *point.points))


def _sections(text: str, head: re.Match[str], *, section: bool = False) -> _List:
    """The numbers of sections behind a word for them, each with the points cited inside of it. ``section`` says that
    they are behind what stands for the word."""
    at = _behind(text, head)
    section = section or bool(head["section"])
    items: list[_Item] = []
    end, many = at, bool(_MANY.match(head[0]))
    while True:
        match = _DOTTED.match(text, at)
        if match is None and section and (not items or (many and "." not in items[0].number)):
            match = _BARE.match(text, at)
            if match and match[0].isalpha() and head[0][:1] == "s":
                match = None  # "the section a teacher is in"
        points: tuple[Name, ...] = ()
        if match:
            tail = _TAIL.match(text, match.end())
            points = _named(text, *tail.span()) if tail else ()
            items.append(_Item(*match.span(), match[0], points))
            end = tail.end() if tail else match.end()
        elif items and items[-1].points and (sibling := _sibling(text, at, items[-1].points)):
            points, end = sibling
            items.append(_Item(*items[-1][:3], points))
        else:
            return _with_points(text, _List(items, end))
        on = _ON.match(text, end)
        if on is None:
            return _with_points(text, _List(items, end))
        at = on.end()


def _with_points(text: str, listed: _List) -> _List:
    """ "Section 8.4, paragraphs (b) and (c)": the points behind a section are its own."""
    behind = _AFTER.match(text, listed.end)
    inner = _ANY_HEAD.match(text, behind.end()) if behind else None
    if len(listed.items) != 1 or inner is None or not inner["point"]:
        return listed
    points = _points_alone(text, _behind(text, inner), lone=False)
    (section,) = listed.items
    items = [section._replace(points=(*section.points, *one.points)) for one in points.items]
    return _List(items, points.end) if items else listed


def _sibling(text: str, at: int, before: tuple[Name, ...]) -> tuple[tuple[Name, ...], int] | None:
    """ "(c)" behind "8.4(b) and", "c" behind "8.4.b and", with what leads to it; and where it ends."""
    match = _BRACKETS.match(text, at)
    if match is None:
        last = before[-1][2]
        match = _LONE.match(text, at) if text[before[-1][0] - 1] == "." else None
        follows = match and match[0].isalpha() and match[0].isupper() == last.isupper() and match[0] > last
        if match is None or not follows:
            return None
    names = _named(text, *match.span())
    return (*before[: _depth(before, names[0][2])], *names), match.end()


def _depth(before: Sequence[Name], name: str) -> int:
    """How deep the letter or number stands, beside those of its kind."""
    same = [at for at, (_, _, one) in enumerate(before) if _kind(one) == _kind(name)]
    alike = [at for at, (_, _, one) in enumerate(before) if _kind(one)[:2] == _kind(name)[:2]]
    return (same or (alike if _kind(name)[2] else alike[:1]) or [0])[-1]


def _kind(name: str) -> tuple[bool, bool, bool]:
    """Whether it is a figure, a capital letter, a Roman numeral."""
    return name.isdigit(), name.isupper(), _ROMAN.fullmatch(name) is not None


def _points_alone(text: str, at: int, lone: bool) -> _List:
    """Points cited by themselves: "(b)(2), (3) and (c)"; with ``lone`` also "2 and 3 above", "b of Section 8.4"."""
    items: list[_Item] = []
    end, pattern = at, _BRACKETS if text[at : at + 1] == "(" else _LONE
    while match := pattern.match(text, at):
        names = _named(text, *match.span())
        before = items[-1].points if items else ()
        path = (*before[: _depth(before, names[0][2])], *names) if before else names
        items.append(_Item(match.start(), match.end(), "", path))
        end = match.end()
        on = _ON.match(text, end)
        if on is None:
            break
        at = on.end()
    if pattern is _LONE and not (lone and items and _leads_on(text, end)):
        return _List((), end)
    return _List(items, end)


def _leads_on(text: str, end: int) -> bool:
    """Whether it is said of a letter or number alone that it is a point's."""
    of = _OF.match(text, end)
    inner = _ANY_HEAD.match(text, of.end()) if of else None
    return bool(_RELATED.match(text, end) or (inner and inner["section"]))


def _listed(text: str, at: int, number: re.Pattern[str], many: bool) -> _List:
    items: list[_Item] = []
    end = at
    while match := number.match(text, at):
        items.append(_Item(*match.span(), match[0], ()))
        end = match.end()
        on = _ON.match(text, end) if many else None
        if on is None:
            break
        at = on.end()
    return _List(items, end)


def _behind(text: str, head: re.Match[str]) -> int:
    """Where the numbers begin that stand behind a word."""
    rest = text[head.end() :]
    return len(text) - len(rest.lstrip())


def _named(text: str, start: int, end: int) -> tuple[Name, ...]:
    return tuple((*one.span(), one[0]) for one in _NAME.finditer(text, start, end))
