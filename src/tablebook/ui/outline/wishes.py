"""What should be found and marked on the file's own page: each doubt, and the row that is looked at. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tablebook.documents.contract.places import Printed
from tablebook.documents.reading import Doubt, Reading
from tablebook.domain.contract import Article
from tablebook.ui.outline.steps import Stand
from tablebook.ui.outline.ways import Way

PICTURES = ("page-without-text", "picture-on-page")
ROW = -1


@dataclass(frozen=True, slots=True)
class Wish:
    """A place by the words printed there. ``at`` is the doubt's place in the list, or ROW. ``wanted`` are the words in
    the ways they may be printed, ``context`` what follows them, ``under`` the place of the heading they stand under
    (a heading itself stands under none), ``source`` the block of the file. ``whole`` means the whole page, ``split`` a
    line before the words."""

    at: int
    page: int | None = None
    wanted: tuple[str, ...] = ()
    context: str = ""
    under: Wish | None = None
    source: int = -1
    whole: bool = False
    split: str = ""
    said: str = ""

    def found(self, printed: Printed, whole_file: bool = False) -> range | None:
        """The words or lines of this place on its page or in the whole file, or None where they do not stand there."""
        # A heading on an earlier page is not looked for on this one, where its words may stand in some sentence.
        near = self.under if self.under is not None and (whole_file or self.under.page == self.page) else None
        head = near.found(printed, whole_file) if near is not None else None
        for start in dict.fromkeys((head.start if head else 0, 0)):
            for words in self.wanted:
                if found := printed.find(words, self.context, start, last=self.under is None):
                    return found
            for words in self.wanted:
                if found := printed.find_beginning(words, start):
                    return found
        behind = printed.find(self.context) or printed.find_beginning(self.context)
        return printed.with_before(behind, self.wanted) if behind else None


def wish_for(reading: Reading, position: int, block: int = -1, at: int = ROW, said: str = "") -> Wish:
    """The place of a unit's heading, or of one of its paragraphs."""
    unit = reading.articles[position]
    if not 0 <= block < len(unit.blocks):
        first = unit.blocks[0] if unit.blocks else None
        return Wish(at, unit.page, _heading(unit), first.printed[:60] if first else "", said=said)
    one = unit.blocks[block]
    printed = next((cell for row in one.rows for cell in row if len(cell) > 3), "") if one.rows else one.printed
    following = unit.blocks[block + 1].printed[:60] if block + 1 < len(unit.blocks) else ""
    head = wish_for(reading, position)
    return Wish(at, page_at(unit, block), (printed,), following, head, one.source, said=said)


def page_at(unit: Article, block: int) -> int | None:
    """The page of a paragraph; of the one before it where it was put in by hand."""
    pages = [one.page for one in unit.blocks[: block + 1] if one.page]
    return pages[-1] if pages else unit.page


def wishes_of(stand: Stand) -> tuple[Wish, ...]:
    """The places of all doubts."""
    return tuple(_of_doubt(stand, at, doubt) for at, doubt in enumerate(stand.doubts))


def proposed(stand: Stand, way: Way, wish: Wish) -> Wish:
    """The place of a doubt while its proposal is looked at: where something new is proposed to begin, there."""
    if way.act not in ("split", "section"):
        return wish
    return replace(wish_for(stand.reading, way.position, way.block, wish.at, wish.said), split=way.verb)


def _of_doubt(stand: Stand, at: int, doubt: Doubt) -> Wish:
    position = stand.position_of(doubt)
    if doubt.code in PICTURES:
        return Wish(at, doubt.page, whole=True, said=doubt.message)
    if position >= 0 and doubt.code != "contents-not-in-text":
        return wish_for(stand.reading, position, doubt.block, at, doubt.message)
    return Wish(at, doubt.page, (doubt.words,) if doubt.words else (), said=doubt.message)


def _heading(unit: Article) -> tuple[str, ...]:
    """A unit's heading in the ways it may be printed, the fullest first."""
    if not unit.number:
        return (unit.title,) if unit.title else ()
    forms = (f"{unit.name} {unit.title}", f"{unit.number} {unit.title}", unit.title, unit.name)
    return tuple(dict.fromkeys(" ".join(form.split()) for form in forms if form.strip()))
