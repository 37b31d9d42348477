"""The lines of a paper that open an item: "ARTICLE XI – Leaves", "NEW ARTICLE 38", "Appendix B", "Side Letter 4"."""

from __future__ import annotations

import re

from tablebook.domain.contract import UnitKind
from tablebook.domain.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class ItemHeading:
    """What a heading names: the kind of unit, its numbers (two where a paper is on two at once), its title, the section
    where it opens one alone, and whether it says that the unit is new."""

    kind: UnitKind
    numbers: tuple[str, ...]
    title: str
    section: str = ""
    new: bool = False


_FIGURE = r"(?:\d{1,5}(?:-?[A-Za-z](?![A-Za-z]))?(?:\.\d+)*|[IVXLC]{1,7}(?![A-Za-z]))"
_LETTER = r"(?:[A-Z]{1,2}(?:-?\d{1,2})?(?![A-Za-z])|\d{1,3}[A-Z]?|[IVXLC]{1,7}(?![A-Za-z]))"
_BEFORE = (
    r"[\s*#_•–—-]*(?:(?:TA|T/A|tentative agreement|proposal|counter(?:proposal)?|re)\b\W+(?:on\b\W*|#?\d+\W+)?)?"
    r"(?:(?P<new>(?:proposed\s+)?new|add(?:\s+new)?)\s+|(?:proposed|revised|amended|delete|deletion\s+of)\s+)?"
)
_AND = r"\s*(?:,|&|/|\band\b)\s*(?:articles?\s+)?"
_ARTICLE = re.compile(
    rf"^{_BEFORE}(?:articles?|art\.)\s*(?P<number>{_FIGURE})(?P<more>(?:{_AND}{_FIGURE})*)"
    rf"(?:\s*[,:–—-]?\s*(?:section|sec\.|§)\s*(?P<section>[A-Z]?\d[\w.]*|[A-Z])(?![A-Za-z]))?(?P<rest>.*)$",
    re.I | re.S,
)
_APPENDIX = re.compile(
    rf"^{_BEFORE}(?:appendix|appendices|exhibit|schedule|addendum)\s+[“\"']?(?P<number>{_LETTER})[”\"']?"
    rf"(?P<more>(?:\s*(?:,|&|\band\b)\s*(?:appendix\s+)?{_LETTER}(?=\W|$))*)(?P<rest>.*)$",
    re.I | re.S,
)
_MEMO = re.compile(
    rf"^{_BEFORE}(?:MOU|MOA|LOU|LOA|side\s+letter(?:\s+of\s+agreement)?|(?:memorandum|memoranda|letter)\s+of\s+"
    r"(?:understanding|agreement))(?![\w])\s*(?P<number>(?:#|no\.?\s*)?\d{1,3}(?![\d/.])|#?[A-Z](?![\w]))?(?P<rest>.*)$",
    re.I | re.S,
)
_NAMELESS = re.compile(rf"^{_BEFORE}article\b(?P<rest>\W.*)$", re.I | re.S)
_SENTENCE = re.compile(
    r"\b(?:shall|will|must|may|is|are|was|were|be|been|being|provides?|applies|apply|states?|requires?|does|has|have)\b"
    r"|\bof (?:this|the) (?:agreement|contract)\b|[.;,]\s*$|\bfor the \d{4}"
)
_TELLS = re.compile(r"(?:add|create|delete|move|insert|replace)\b.*:$", re.I)  # "Add new Article 32:", above it
_FOOTER = re.compile(r"\s*\btentative agreement(?:\s+[A-Z\d]{1,3})?\s*$", re.I)
_LONGEST = 18


def item_heading(words: str) -> ItemHeading | None:
    """The heading that a line is, or None where it is running text, though it may begin with "Article 6"."""
    text = " ".join(words.split())
    if len(text.split()) > _LONGEST or len(text) > 160 or _TELLS.match(text):
        return None
    for pattern, kind in ((_ARTICLE, UnitKind.ARTICLE), (_APPENDIX, UnitKind.APPENDIX), (_MEMO, UnitKind.MOU)):
        match = pattern.match(text)
        if match is None:
            continue
        found = match.groupdict()
        rest = found["rest"] or ""
        if not _titles(rest, kind):
            return None
        others = re.sub(r"(?i)\b(?:and|articles?|appendix)\b", " ", found.get("more") or "")
        more = re.findall(_FIGURE if kind is UnitKind.ARTICLE else _LETTER, others)
        given = (found.get("number") or "").strip()
        numbers = tuple(each for each in (given, *more) if each)
        title = _FOOTER.sub("", re.sub(r"^[\s.:,;–—/-]+", "", rest)).strip(" .:–—-")
        return ItemHeading(kind, numbers, title, (found.get("section") or "").rstrip("."), bool(found["new"]))
    nameless = _NAMELESS.match(text)
    if nameless and nameless["new"] and _titles(nameless["rest"], UnitKind.ARTICLE):
        return ItemHeading(UnitKind.ARTICLE, (), nameless["rest"].strip(" .:–—-"), new=True)
    return None


def _titles(rest: str, kind: UnitKind) -> bool:
    """Whether what stands behind a number can be a title, and is no sentence that goes on."""
    words = re.sub(r"^[\W_]+", "", rest)
    if not words:
        return bool(re.fullmatch(r"[\s.:–—\])”\"-]*", rest))
    if _SENTENCE.search(rest) and not (words.isupper() and not rest.rstrip().endswith(",")):
        return False
    parted = bool(re.match(r"\s*[.:–—/(&-]", rest))
    return parted or words[0].isupper() or kind is UnitKind.MOU
