"""Tables that set the language in force beside the language proposed: each text stands in a column of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

Columns = tuple[int, int]
_OF = r"(?:\s+(?:contract|agreement|cba|language|text|wording|article|provisions?|section))*"
_OLD = re.compile(rf"\W*(?:current|existing|present|old|in force|status quo|today){_OF}(?:\s+\(.{{1,30}}\))?\W*", re.I)
_AGREED = r"(?:tentative(?:ly)?\s+agree(?:d|ments?)|agreed(?:[\s-]+(?:up)?on|[\s-]+to)?|TA(?:[’']?d)?|T/A)"
_COMES = rf"(?:proposed|new|proposal|revised|amended|counter\w*|successor|{_AGREED})"
_NEW = re.compile(
    rf"\W*(?:(?:the\s+)?(?:union|association|district|board|employer|federation|[A-Z]{{2,7}})(?:[’']s)?\s+)?"
    rf"{_COMES}(?:\s*[/–—-]\s*{_COMES})?(?:\s+(?:new|changes?|revisions?))*{_OF}(?:\s+\(.{{1,30}}\))?\W*",
    re.I,
)
_SAME = re.compile(
    r"\W*(?:no\s+changes?|same|unchanged|as\s+is|ccl|status quo|"
    r"(?:(?:maintain|retain|keep)\s+)?current(?:\s+contract)?\s+language)\W*",
    re.I,
)


def columns_of(heads: Sequence[str]) -> Columns | None:
    """The columns of the old and of the new language by the heads of a table; None where it is another table."""
    old = [at for at, head in enumerate(heads) if _OLD.fullmatch(head)]
    new = [at for at, head in enumerate(heads) if _NEW.fullmatch(head)]
    return (old[0], new[0]) if len(old) == len(new) == 1 and old[0] < new[0] else None


def column_of_row(cells: Sequence[str], columns: Columns, *, accepted: bool) -> int:
    """The column that a row's text stands in: the old one also where the new one says that it stays."""
    old, new = columns
    return new if accepted and not _SAME.fullmatch(cells[new]) else old


def lead_of_row(cells: Sequence[str], columns: Columns) -> str:
    """What stands left of both languages and numbers the row ("5.1")."""
    lead = " ".join(cell.strip() for cell in cells[: columns[0]] if cell.strip())
    return lead if len(lead.split()) <= 6 else ""


_CITED = re.compile(
    r"(?:(?:article|art\.?)\s*(?:(?P<article>\d+|[IVXLC]+)(?![\w.]*\w)\s*[,;:/.–—-]*\s*)?)?"
    r"(?:(?:section|sec\.?|§+)\s*)?(?P<section>\d+(?:\.\d+)*)?(?P<title>\W.*)?",
    re.I | re.S,
)


def as_headings(lead: str) -> tuple[str, str]:
    """What numbers a row as a contract prints it: the line of the article above the text, and what stands in front of
    the text. "Art. 4, Sec. 4.2 Leave" is 4.2, "Art. 4, Sec. 2" is Section 2 of Article 4."""
    cited = _CITED.fullmatch(lead)
    if cited is None or not (cited["article"] or cited["section"]):
        return "", lead
    title = (cited["title"] or "").strip(" .:;–—-")
    if not cited["section"]:
        return f"Article {cited['article']}{f' – {title}' if title else ''}", ""
    number = f"{cited['section']} {title}".strip()
    if "." in cited["section"]:
        return "", number
    return (f"Article {cited['article']}", f"Section {number}") if cited["article"] else ("", lead)
