"""The woven stream as WordprocessingML: runs in w:ins, w:del, w:moveTo and w:moveFrom, and marks on paragraph ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from tablebook.documents.tracked.context import Sides
from tablebook.documents.tracked.fields import SIMPLE, spelled_out
from tablebook.documents.tracked.looks import paragraph_properties
from tablebook.documents.tracked.moves import Ranges
from tablebook.documents.tracked.names import XML_SPACE, Element, W, bare, is_element, make, shell, without_own_numbers
from tablebook.documents.tracked.shells import in_shells
from tablebook.documents.tracked.steps import Step
from tablebook.documents.tracked.tables import write_table
from tablebook.domain.dataclass import dataclass
from tablebook.redline.marks import Mark

_ALONE = frozenset(
    W + name for name in ("fldChar", "instrText", "footnoteReference", "endnoteReference", "drawing", "pict", "object")
)
_GONE_FORMS = {W + "t": W + "delText", W + "instrText": W + "delInstrText"}


@dataclass(slots=True)
class _Bit:
    """What goes into one run, or stands beside runs; ``fate`` names the element round it, "" for none."""

    fate: str
    move: int
    path: tuple[Element, ...]
    look: Element | None
    said: str
    text: str = ""
    element: Element | None = None
    inline: bool = False


def write(steps: Sequence[Step], sides: Sides) -> list[Element]:
    """The blocks of a container."""
    blocks: list[tuple[Element, Step]] = []
    ranges = Ranges(steps, sides)
    begun = 0
    for at, step in enumerate(steps):
        if step.atom.block is None:
            continue
        if step.ends_paragraph:
            blocks.append((_paragraph(steps[begun:at], step, sides, ranges), step))
        elif (element := write_table(step, sides)) is not None:
            blocks.append((element, step))
        begun = at + 1
    return in_shells(blocks, ranges)


def _paragraph(words: Sequence[Step], end: Step, sides: Sides, ranges: Ranges) -> Element:
    if not sides.changes(words, end):
        return sides.unchanged(words, end)
    source = end.old or end.new
    assert source is not None
    assert source.block is not None
    paragraph = shell(source.block)
    if end.old is None:
        without_own_numbers(paragraph)
    properties = paragraph_properties(end, sides)
    if properties is not None:
        paragraph.append(properties)
    if end.move:
        paragraph.append(ranges.start(end))
    bits = [bit for step in words for bit in _bits(step, sides)]
    _fill(paragraph, bits, sides, 0)
    for mark in sides.marks(end):
        paragraph.append(mark)
    return paragraph


_FATES = {Mark.SAME: "", Mark.INSERTED: "ins", Mark.DELETED: "del"}


def _bits(step: Step, sides: Sides) -> Iterator[_Bit]:
    fate = _FATES[step.mark]
    if step.move:
        fate = "moveFrom" if step.mark is Mark.DELETED else "moveTo"
    path = sides.path(step)
    for mark in sides.marks(step):
        yield _Bit("", 0, path, None, "", "", mark, True)
    for look, piece, element in sides.pieces(step):
        said = sides.said(look)
        yield _Bit(fate, step.move, path, look, said, piece.text, element, piece.inline)


def _fill(home: Element, bits: Sequence[_Bit], sides: Sides, depth: int) -> None:
    """Put bits into a paragraph or a wrapper: wrappers first, then what happened to the words, then runs."""
    for wrapper, inside in groupby(bits, lambda bit: bit.path[depth] if len(bit.path) > depth else None):
        group = list(inside)
        if wrapper is not None:
            made, content = sides.wrapper(wrapper)
            home.append(made)
            _fill(content, group, sides, depth + 1)
            continue
        for (fate, _), alike in groupby(group, lambda bit: (bit.fate, bit.move)):
            target = home
            if fate:
                target = sides.stamp(fate)
                home.append(target)
            for element in _runs(list(alike), fate == "del", sides):
                target.append(element)


def _runs(bits: Sequence[_Bit], gone: bool, sides: Sides) -> Iterator[Element]:
    for (inline, _, _), alike in groupby(bits, lambda bit: (bit.inline, bit.said, _own_run(bit))):
        group = list(alike)
        if inline:
            for bit in group:
                assert bit.element is not None
                simple = bit.element.tag == SIMPLE and bit.fate
                for element in spelled_out(bit.element) if simple else (bit.element,):
                    yield _in_gone_form(element) if gone else element
            continue
        run = make("r")
        if group[0].look is not None and len(group[0].look):
            run.append(sides.numbered(bare(group[0].look)))
        for is_text, same in groupby(group, lambda bit: bit.element is None):
            if is_text:
                text = make("delText" if gone else "t")
                text.text = "".join(bit.text for bit in same)
                text.set(XML_SPACE, "preserve")
                run.append(text)
            else:
                for bit in same:
                    assert bit.element is not None
                    run.append(_in_gone_form(bit.element) if gone else bit.element)
        yield run


def _own_run(bit: _Bit) -> int:
    """The signs of a field stand in runs of their own, as programs expect; other words and signs share one."""
    return id(bit) if bit.element is not None and bit.element.tag in _ALONE else 0


def _in_gone_form(element: Element) -> Element:
    """Text and field codes have names of their own where they are struck, those of words above words too; what is in a
    text box keeps its own."""
    if element.tag in _GONE_FORMS:
        element.tag = _GONE_FORMS[element.tag]
    elif element.tag in (W + "r", W + "ruby", W + "rt", W + "rubyBase"):
        for child in element:
            if is_element(child):
                _in_gone_form(child)
    return element
