"""The runs of one paragraph: what each prints, how it looks, and what Word tracked about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field, replace

from lxml import etree

from tablebook.documents.marked.paper import Look, SeenRun
from tablebook.documents.plain import clean
from tablebook.documents.word.look import Looks
from tablebook.documents.word.parts import Package, W, value
from tablebook.documents.word.signs import SIGNS, Fields, symbol
from tablebook.documents.word.tracking import PUT_IN, TAKEN_OUT, Tracked
from tablebook.domain.dataclass import dataclass

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_CHANGES = {*PUT_IN, *TAKEN_OUT}
_THROUGH = {W + name for name in ("hyperlink", "smartTag", "sdt", "sdtContent", "customXml", "fldSimple", "dir", "bdo")}
_DRAWN = (W + "pict", W + "drawing", W + "object", _MC + "AlternateContent")


@dataclass(slots=True)
class Paragraph:
    """A paragraph's runs, its text boxes, and the notes it cites: (number, element, changes it stands in)."""

    runs: tuple[SeenRun, ...] = ()
    boxes: list[tuple[etree._Element, Tracked]] = field(default_factory=list)
    notes: list[tuple[str, etree._Element, Tracked]] = field(default_factory=list)


class Runs:
    """Reads the paragraphs of one document in order; fields may reach over several."""

    def __init__(self, package: Package) -> None:
        self._looks = Looks(package)
        self._fields = Fields()
        self._notes: dict[tuple[str, str], etree._Element] = {}
        for kind in ("footnote", "endnote"):
            root = package.part(f"word/{kind}s.xml")
            for note in root.findall(W + kind) if root is not None else ():
                self._notes[kind, note.get(W + "id") or ""] = note

    def of(self, paragraph: etree._Element, style: str | None, tracked: Tracked) -> Paragraph:
        """All that a paragraph prints."""
        shade = paragraph.find(f"{W}pPr/{W}shd")
        found = Paragraph()
        runs: list[SeenRun] = []
        self._read(paragraph, _Place(style, tracked, shade=shade), found, runs)
        found.runs = joined(runs)
        return found

    def _read(self, element: etree._Element, place: _Place, found: Paragraph, runs: list[SeenRun]) -> None:
        for child in element:
            if child.tag == W + "r":
                self._run(child, place, found, runs)
            elif child.tag in _CHANGES:
                self._read(child, replace(place, tracked=place.tracked.within(child)), found, runs)
            elif child.tag in _THROUGH:
                self._read(child, replace(place, link=place.link or child.tag == W + "hyperlink"), found, runs)
            elif child.tag == _MC + "AlternateContent":
                for choice in list(child)[:1]:
                    self._read(choice, place, found, runs)
            elif child.tag.startswith(_MATH):
                text = "".join(part.text or "" for part in child.iter(_MATH + "t", W + "t"))
                runs.append(SeenRun(clean(text), place.tracked.on(Look())))

    def _run(self, run: etree._Element, place: _Place, found: Paragraph, runs: list[SeenRun]) -> None:
        properties = run.find(W + "rPr")
        printed = self._looks.of(properties, place.style, place.shade)
        text = self._text(run, place, found)
        if not text or printed.hidden:
            return
        look = printed.look
        if (place.link or (value(properties, "rStyle") or "").lower() == "hyperlink") and _bluish(look.colour):
            look = replace(look, underline="", colour="")
        text = clean(text.upper() if printed.capitals else text)
        runs.append(SeenRun(text, place.tracked.on(look)))

    def _text(self, run: etree._Element, place: _Place, found: Paragraph) -> str:
        parts: list[str] = []
        for child in run:
            tag = child.tag
            if tag == W + "fldChar":
                self._fields.meet(child.get(W + "fldCharType") or "")
            elif tag in _DRAWN:
                found.boxes += [(box, place.tracked) for box in _boxes(child)]
                # A sign that old programs do not know, such as a smiley, stands there as plain text for them.
                parts += [text.text or "" for text in child.iterfind(f"{_MC}Fallback/{W}t")]
            elif not self._fields.printing:
                continue
            elif tag in (W + "t", W + "delText"):
                parts.append(child.text or "")
            elif tag in SIGNS:
                parts.append(SIGNS[tag])
            elif tag == W + "sym":
                parts.append(symbol(child))
            elif tag in (W + "footnoteReference", W + "endnoteReference"):
                parts.append(self._cited(child, place, found))
            elif tag == W + "ruby":
                parts += [text.text or "" for text in child.iterfind(f"{W}rubyBase/{W}r/{W}t")]
        return "".join(parts)

    def _cited(self, reference: etree._Element, place: _Place, found: Paragraph) -> str:
        number = reference.get(W + "id") or ""
        note = self._notes.get((reference.tag.removeprefix(W).removesuffix("Reference"), number))
        if note is not None:
            found.notes.append((number, note, place.tracked))
        return f"[{number}]"


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a run stands: its paragraph's style and shade, the changes around it, whether it is in a link."""

    style: str | None
    tracked: Tracked
    link: bool = False
    shade: etree._Element | None = None


def joined(runs: Iterable[SeenRun]) -> tuple[SeenRun, ...]:
    """Runs with neighbours of one look joined and empty ones dropped."""
    result: list[SeenRun] = []
    for run in runs:
        if result and run.text and result[-1].look == run.look:
            result[-1] = SeenRun(result[-1].text + run.text, run.look)
        elif run.text:
            result.append(run)
    return tuple(result)


def _bluish(colour: str) -> bool:
    if not colour:
        return False
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return blue > red + 40 and blue >= green


def _boxes(element: etree._Element) -> list[etree._Element]:
    """The text boxes of a drawing, each once: a box is stored twice for old programs."""
    choices = [choice for choice in element.iter(_MC + "Choice") if choice.find(f".//{W}txbxContent") is not None]
    root = choices[0] if choices else element
    return [
        box
        for box in root.iter(W + "txbxContent")
        if not any(above.tag == W + "txbxContent" for above in _between(box, root))
    ]


def _between(inner: etree._Element, outer: etree._Element) -> list[etree._Element]:
    """The elements above one, up to another."""
    found: list[etree._Element] = []
    for above in inner.iterancestors():
        if above is outer:
            break
        found.append(above)
    return found
