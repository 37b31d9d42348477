"""The heading of a unit in the contract's own file: its title changed, or one made after that of its like."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tablebook.documents.lines import in_capitals
from tablebook.documents.successor.letters import Letters
from tablebook.documents.successor.paragraphs import plain, without_fields
from tablebook.documents.successor.places import Home
from tablebook.documents.tracked.names import PPR, RPR, Element, W, bare, make, remove, without_own_numbers
from tablebook.documents.word.parts import Styles
from tablebook.domain.contract import Article, UnitKind
from tablebook.domain.own_heading import KIND_WORDS, kind_apart
from tablebook.domain.text import Run, paragraph

_KINDS = "|".join(KIND_WORDS.values())


def retitle(head: Sequence[Element], old: Article, new: Article, styles: Styles) -> bool:
    """Write another number and title into a heading; whether both were found there."""
    # The number first: it is looked for outside the old title, which is then still there.
    counted = old.number == new.number or _write_number(head, old, new.number, styles)
    return (old.title == new.title or _write(head, old.title, new.title, styles)) and counted


def _write(head: Sequence[Element], old: str, new: str, styles: Styles) -> bool:
    """Write words in the place of a title's."""
    if not old:
        return not new
    for element in head:
        without_fields(element)
        letters = Letters(element, styles)
        if (span := title_place(letters.text, old)) is not None:
            _put(letters, span, new)
            return True
    return False


def _write_number(head: Sequence[Element], unit: Article, new: str, styles: Styles) -> bool:
    """Write another number in the place of a unit's own."""
    if not unit.number:
        return not new
    for element in head:
        without_fields(element)
        letters = Letters(element, styles)
        if (span := number_place(letters.text, unit.number, unit.title)) is not None:
            _put(letters, span, new)
            return True
    return False


def _put(letters: Letters, span: tuple[int, int], words: str) -> None:
    letters.write(*span, (Run(words),), whole=True)
    letters.settle()


def title_place(text: str, title: str) -> tuple[int, int] | None:
    """Where a title stands in a heading, as whole words and blanks aside; in other capitals where not in its own."""
    words = _spaced(title)
    pattern = rf"(?<!\w){words}(?!\w)" if words else r"(?!)"
    match = re.search(pattern, text) or re.search(pattern, text, re.I)
    return match.span() if match else None


def number_place(text: str, number: str, title: str = "") -> tuple[int, int] | None:
    """Where a unit's number stands in its heading: behind the word for its kind ("APPENDIX “A”"), else by itself
    outside the title ("II. RECOGNITION"). It is never found inside a word: "ARTICLE I" has its number at the end."""
    words = _spaced(number)
    if not words:
        return None
    whole = rf"(?P<number>{words})(?![\w])"
    behind = re.search(rf"(?i)(?<!\w)(?:{_KINDS})\W{{0,3}}(?:n(?:o|umber)\b\W{{0,2}})?{whole}", text)
    if behind:
        return behind.span("number")
    start, end = title_place(text, title) or (len(text), len(text))
    alone = (match.span("number") for match in re.finditer(rf"(?<!\w){whole}", text))
    return next((span for span in alone if span[1] <= start or span[0] >= end), None)


def _says_its_kind(text: str, title: str) -> bool:
    """Whether a heading says what kind of unit it opens, beside its title."""
    start, end = title_place(text, title) or (len(text), len(text))
    return any(
        match.end() <= start or match.start() >= end for match in re.finditer(rf"(?i)(?<!\w)(?:{_KINDS})(?!\w)", text)
    )


def counted_label(label: str, old: str, new: str) -> str:
    """A label that Word counts, of the next unit: "ARTICLE I –" is "ARTICLE II –"."""
    span = number_place(label, old)
    return f"{label[: span[0]]}{new}{label[span[1] :]}" if span else label


def _spaced(words: str) -> str:
    """A pattern of these words, blanks aside."""
    return r"\s*".join(map(re.escape, "".join(words.split())))


def new_heading(like: Home | None, article: Article, styles: Styles) -> list[Element]:
    """The paragraphs of a new unit's heading, set like those of another unit of its kind."""
    if like is None:
        made = make("p")
        plain(made, (paragraph(article.heading),), own_label=False)
        return [made]
    head = []
    for element in like.head:
        copy = bare(element)
        without_own_numbers(copy)
        for mark in list(copy.iter(W + "bookmarkStart", W + "bookmarkEnd", W + "footnoteReference")):
            remove(mark)
        for section in copy.findall(f"{PPR}/{W}sectPr"):
            remove(section)
        head.append(copy)
    other, title = like.article, _bare_title(like.article, article)
    kind = kind_apart(article.title)[0].casefold()
    named = article.kind is not UnitKind.MOU or not other.called or kind in ("", "mou", other.called.casefold())
    fits = named and other.kind is article.kind and bool(other.title) and bool(other.number) == bool(article.number)
    # A number that Word counts is in none of the words, and neither is the word for the kind.
    typed = any(_says_its_kind(Letters(one, styles).text, other.title) for one in head)
    numbered = not other.number or _write_number(head, other, article.number, styles) or not typed
    if not (fits and numbered and bool(article.title) and _write(head, other.title, title, styles)):
        plain(head[0], (paragraph(article.heading),), own_label=False)
        return head[:1]
    if in_capitals(other.title) and not in_capitals(title):
        for element in head:
            for run in element.iter(W + "r"):
                _in_capitals(run)
    return head


def _bare_title(like: Article, article: Article) -> str:
    """The title without the kind ("MOU Late Start"), where the heading that it is set like says the kind before it."""
    if article.kind is not UnitKind.MOU or kind_apart(like.title)[0]:
        return article.title
    return kind_apart(article.title)[1] or article.title


def _in_capitals(run: Element) -> None:
    """Set a run in capitals, as the headings of its like are typed; its words stay as they are."""
    look = run.find(RPR)
    if look is None:
        look = make("rPr")
        run.insert(0, look)
    if look.find(W + "caps") is None:
        before = ("rStyle", "rFonts", "b", "bCs", "i", "iCs")
        at = sum(1 for child in look if str(child.tag).rpartition("}")[2] in before)
        look.insert(at, make("caps"))
