"""The heading of a unit in the contract's own file: its title changed, or one made after that of its like."""

from __future__ import annotations

from collections.abc import Sequence

from tablebook.documents.lines import in_capitals
from tablebook.documents.successor.letters import Letters
from tablebook.documents.successor.paragraphs import plain, without_fields
from tablebook.documents.successor.places import Home
from tablebook.documents.tracked.names import PPR, RPR, Element, W, bare, make, remove, without_own_numbers
from tablebook.documents.word.parts import Styles
from tablebook.domain.contract import Article, UnitKind
from tablebook.domain.own_heading import kind_apart
from tablebook.domain.text import Run, paragraph


def retitle(head: Sequence[Element], old: Article, new: Article, styles: Styles) -> bool:
    """Write another number and title into a heading; whether both were found there."""
    done = _write(head, old.title, new.title, styles) if old.title != new.title else True
    return (_write(head, old.number, new.number, styles) if old.number != new.number else True) and done


def _write(head: Sequence[Element], old: str, new: str, styles: Styles) -> bool:
    if not old:
        return not new
    for element in head:
        without_fields(element)
        letters = Letters(element, styles)
        span = letters.find(old)
        if span is None and (other := _folded(letters, old)) is not None:
            span = other
        if span is not None:
            letters.write(*span, (Run(new),), whole=True)
            letters.settle()
            return True
    return False


def _folded(letters: Letters, words: str) -> tuple[int, int] | None:
    """Where the words stand in other capitals."""
    at = letters.text.lower().find(words.lower())
    return (at, at + len(words)) if at >= 0 else None


def new_heading(like: Home | None, article: Article, styles: Styles) -> list[Element]:
    """The paragraphs of a new unit's heading, set like those of another unit of its kind."""
    if like is None:
        made = make("p")
        plain(made, (paragraph(heading_words(article)),), own_label=False)
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
    fits = other.kind is article.kind and bool(other.title) and bool(other.number) == bool(article.number)
    if not (fits and bool(article.title) and _write(head, other.title, title, styles)):
        plain(head[0], (paragraph(heading_words(article)),), own_label=False)
        return head[:1]
    if in_capitals(other.title) and not in_capitals(title):
        for element in head:
            for run in element.iter(W + "r"):
                _in_capitals(run)
    if other.number:
        _write(head, other.number, article.number, styles)  # a number that Word counts is in none of its words
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


def heading_words(article: Article) -> str:
    """A unit's name and title on one line."""
    name = article.name
    return name if article.title in ("", name) else f"{name}. {article.title}"
