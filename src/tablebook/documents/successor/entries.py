"""One entry of a table of contents: its words written anew, copied for a new heading, taken out; the signs of the field
that the contents are made by stay in their order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import count

from tablebook.documents.lines import in_capitals
from tablebook.documents.successor.letters import Letters
from tablebook.documents.successor.places import UNIT_WORDS
from tablebook.documents.successor.splice import take_out
from tablebook.documents.tracked.names import (
    PPR,
    R_RUN,
    RPR,
    Element,
    P,
    T,
    W,
    bare,
    make,
    remove,
    without_own_numbers,
)
from tablebook.documents.word.parts import Styles
from tablebook.domain.dataclass import dataclass
from tablebook.domain.text import Run

_SIGN, _CODE = W + "fldChar", W + "instrText"
_ONCE = tuple(W + name for name in ("bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak", "proofErr"))
_LEADS = re.compile(r"\bPAGEREF\s+(\S+)")
_PAGE = re.compile(r"(?:^|[\s.…·_])(?P<page>-?\s?(?:\d{1,3}|[ivxl]{1,6})\s?-?)\s*$")


@dataclass(frozen=True, slots=True)
class Said:
    """What an entry says of its heading: the number and the title, either of them "" where it has none."""

    number: str
    title: str


def leads_to(entry: Element) -> set[str]:
    """The bookmarks that an entry's links and page numbers lead to."""
    found = {link.get(W + "anchor") or "" for link in entry.iter(W + "hyperlink")}
    codes = [code.text or "" for code in entry.iter(_CODE)]
    codes += [simple.get(W + "instr") or "" for simple in entry.iter(W + "fldSimple")]
    found |= {match[1] for code in codes for match in _LEADS.finditer(code)}
    return found - {""}


def reword(entry: Element, old: Said, new: Said, styles: Styles, whole: bool = False) -> bool:
    """Write another number and title over those that an entry says; whether it says them. Nothing is written where it
    does not. An entry may say one of the two alone, as the line of a number above that of its title does."""
    letters = Letters(entry, styles)
    title = _span(letters, old.title)
    if title is not None and old.number and new.title and not new.number:
        # A unit without a number after one that has some: all that stands before the title is its name.
        letters.write(0, title[1], (Run(_cased(letters, title, new.title)),), whole=True)
        letters.settle()
        return True
    number = _numbered(letters, old.number, title[0] if title else len(letters.letters))
    if (title is None and number is None) or (bool(old.number), bool(old.title)) != (bool(new.number), bool(new.title)):
        return False
    if ((old.title and title is None) or (old.number and number is None)) and not _alone(letters, title or number):
        return False
    if number is not None and old.number != new.number:
        letters.write(*number, (Run(_cased(letters, number, new.number)),), whole=True)
    if title is not None and old.title != new.title:
        letters.write(*title, (Run(_cased(letters, title, new.title)),), whole=whole)
    letters.settle()
    return True


def _cased(letters: Letters, span: tuple[int, int], words: str) -> str:
    """The words in capitals where those they replace are."""
    before = letters.text[slice(*span)]
    return words.upper() if in_capitals(before) and not in_capitals(words) else words


def _alone(letters: Letters, span: tuple[int, int] | None) -> bool:
    """Whether the entry says no more than a unit's name beside this: no number in other figures."""
    if span is None:
        return False
    rest = f"{letters.text[: span[0]]} {_PAGE.sub('', letters.text[span[1] :])}"
    return set(re.findall(r"\w+", rest.lower())) <= UNIT_WORDS


def _span(letters: Letters, words: str) -> tuple[int, int] | None:
    """Where words stand, in whatever capitals and however they are spaced; whole words before parts of others."""
    places = [at for at, letter in enumerate(letters.letters) if not letter.char.isspace()]
    here = "".join(letters.letters[at].char.lower()[:1] for at in places)
    wanted = "".join(char.lower()[:1] for char in words if not char.isspace())
    if not wanted:
        return None
    found = [match.start() for match in re.finditer(f"(?={re.escape(wanted)})", here)]
    spans = [(places[at], places[at + len(wanted) - 1] + 1) for at in found]
    return next((one for one in spans if _is_whole(letters, *one)), spans[0] if spans else None)


def _is_whole(letters: Letters, start: int, end: int) -> bool:
    beside = letters.text[max(start - 1, 0) : start] + letters.text[end : end + 1]
    return not any(map(str.isalnum, beside))


def _numbered(letters: Letters, number: str, end: int) -> tuple[int, int] | None:
    """Where a number stands before the title, as a word of its own."""
    if not number:
        return None
    spaced = r"\s*".join(map(re.escape, "".join(number.split())))
    match = re.search(rf"(?<![\w.]){spaced}(?!\w)", letters.text[:end], re.I)
    return match.span() if match else None


def copied_entry(model: Element, old: Said, new: Said, mark: str, styles: Styles) -> Element | None:
    """A new entry in the look of another, without a page number: nobody knows it yet. ``mark`` is the bookmark of its
    heading. None where the other entry's words do not show what to write over."""
    made = bare(model)
    without_own_numbers(made)
    _unsigned(made)
    for element in list(made.iter(*_ONCE)):
        remove(element)
    for name in ("sectPr", "pageBreakBefore", "pPrChange"):
        for element in made.findall(f"{PPR}/{W}{name}"):
            remove(element)
    _without_page(made, old, styles)
    if not reword(made, old, new, styles, whole=True):
        return None
    _lead(made, mark)
    return made


def _lead(made: Element, mark: str) -> None:
    """Let an entry's links and page number lead to another bookmark."""
    for link in made.iter(W + "hyperlink"):
        if link.get(W + "anchor"):
            link.set(W + "anchor", mark)
    for code in made.iter(_CODE):
        code.text = _LEADS.sub(f"PAGEREF {mark}", code.text or "")
    for simple in made.iter(W + "fldSimple"):
        simple.set(W + "instr", _LEADS.sub(f"PAGEREF {mark}", simple.get(W + "instr") or ""))
        if "PAGEREF" in (simple.get(W + "instr") or ""):
            for text in simple.iter(T):
                text.text = ""


def _without_page(entry: Element, said: Said, styles: Styles) -> None:
    """Take the page number out: the one behind what the entry says of its heading, whose own number may stand last."""
    letters = Letters(entry, styles)
    title = _span(letters, said.title)
    number = _numbered(letters, said.number, title[0] if title else len(letters.letters))
    end = max((span[1] for span in (title, number) if span), default=0)
    if (match := _PAGE.search(letters.text)) and match.start("page") >= end:
        letters.write(*match.span("page"), (), whole=True)
        letters.settle()


def _open_signs(entry: Element) -> Iterator[tuple[Element, str]]:
    """The signs of fields that begin or end in this paragraph and not both, with what comes between a beginning and
    its result."""
    begun: list[list[tuple[Element, str]]] = []
    ended: list[tuple[Element, str]] = []
    for element in entry.iter(_SIGN, _CODE):
        kind = element.get(W + "fldCharType") or "code"
        if kind == "begin":
            begun.append([(element, kind)])
        elif kind == "end":
            if begun:
                begun.pop()
            else:
                ended.append((element, kind))
        elif begun:
            begun[-1].append((element, kind))
    yield from (one for some in begun for one in some)
    yield from ended


def movable(entry: Element) -> bool:
    """Whether the signs of fields that go beyond this entry stand in runs of their own, so that they can be moved."""
    signs = [element for element, _ in _open_signs(entry)]
    runs = [sign.getparent() for sign in signs]
    return all(
        run is not None
        and run.tag == R_RUN
        and run.getparent() is entry
        and all(child in signs for child in run if child.tag != RPR)
        for run in runs
    )


def _runs(entry: Element, ending: bool) -> list[Element]:
    found: dict[Element, None] = {}
    for sign, kind in _open_signs(entry):
        run = sign.getparent()
        if run is not None and (kind == "end") is ending:
            found[run] = None
    return list(found)


def _unsigned(entry: Element) -> None:
    for run in (*_runs(entry, False), *_runs(entry, True)):
        remove(run)


def pass_on_beginning(entry: Element, other: Element) -> None:
    """Let a field that begins in one entry begin in another."""
    at = 1 if other.find(PPR) is not None else 0
    for step, run in enumerate(_runs(entry, ending=False)):
        remove(run)
        other.insert(at + step, run)


def pass_on_end(entry: Element, other: Element) -> None:
    """Let a field that ends in one entry end in another."""
    for run in _runs(entry, ending=True):
        remove(run)
        other.append(run)


def without(entries: Sequence[Element], gone: Sequence[Element]) -> None:
    """Take entries out of the contents. What begins or ends in them begins or ends in those that stay."""
    left = {id(one) for one in gone}
    for at, entry in enumerate(entries[:-1]):
        if id(entry) in left:
            pass_on_beginning(entry, entries[at + 1])
    for at in range(len(entries) - 1, 0, -1):
        if id(entries[at]) in left:
            pass_on_end(entries[at], entries[at - 1])
    for entry in gone:
        take_out(entry)


class Marks:
    """New bookmarks of headings, named as Word names those of its contents."""

    def __init__(self, body: Element) -> None:
        starts = list(body.iter(W + "bookmarkStart"))
        known = {mark.get(W + "name") or "" for mark in starts}
        taken = [int(number) for mark in starts if (number := mark.get(W + "id") or "").isdigit()]
        self._names = (name for at in count(1) if (name := f"_Toc{900_000_000 + at}") not in known)
        self._numbers = count(max(taken, default=0) + 1)

    def next(self) -> str:
        """A name that no bookmark has."""
        return next(self._names)

    def put(self, heading: Element, name: str) -> None:
        """Set a bookmark round the words of a heading."""
        if heading.tag != P:
            return
        number = str(next(self._numbers))
        heading.insert(1 if heading.find(PPR) is not None else 0, make("bookmarkStart", id=number, name=name))
        heading.append(make("bookmarkEnd", id=number))
