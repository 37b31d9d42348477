"""How each word of a PDF page looks: its print and the marks on it, words parted where the look changes."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import groupby, repeat

from tablebook.documents.marked.paper import Look
from tablebook.documents.pdf.faces import Face
from tablebook.documents.pdf.letters import Letters
from tablebook.documents.pdf.rules import Page, Touch, tinted
from tablebook.documents.words import Ink, Word

_PLAIN = Face()
_OVERLAID = {"\u0335": "strike", "\u0336": "strike", "\u0332": "underline", "\u0333": "underline"}
_NO_LINES = frozenset(_OVERLAID).isdisjoint
_ZERO_WIDTH = "\u200b\u200c\u2060\ufeff\u00ad"


class Inker:
    """Makes looks of prints and marks; equal looks are one object for the whole document."""

    def __init__(self) -> None:
        self._looks: dict[tuple[object, ...], Look] = {}
        self._inks: dict[int, Ink] = {}

    def inked(self, page: Page) -> list[Word]:
        """The page's words with their ink. A word in two looks comes as two, which stand against each other."""
        words = page.words
        if not words:
            return []
        faces = page.letters.faces()
        inks = [None if face is None else self._plain(face) for face in faces]
        overlaid = not _NO_LINES("".join([word.text for word in words]))
        parted = {index for index, face in enumerate(faces) if face is None}
        if overlaid:
            parted |= {index for index, word in enumerate(words) if not _NO_LINES(word.text)}
        for index, touches in page.touches.items():
            face = faces[index]
            if face is None or not all(touch.whole(words[index].text) for touch in touches):
                parted.add(index)
            else:
                inks[index] = self._touched(face, tuple(touches))
        *columns, _ = zip(*words, strict=True)
        result = list(map(tuple.__new__, repeat(Word), zip(*columns, inks, strict=True)))
        for index in sorted(parted, reverse=True):
            result[index : index + 1] = self._parted(words[index], index, page.touches.get(index, ()), page.letters)
        return result

    def _plain(self, face: Face) -> Ink:
        ink = self._inks.get(id(face))  # equal faces are one object
        if ink is None:
            ink = self._inks[id(face)] = Ink(self._look(face, ()))
        return ink

    def _touched(self, face: Face, touches: tuple[Touch, ...]) -> Ink:
        lead, trail = any(touch.lead for touch in touches), any(touch.trail for touch in touches)
        return Ink(self._look(face, touches), lead, trail)

    def _parted(self, word: Word, index: int, touches: Sequence[Touch], letters: Letters) -> list[Word]:
        looks = self._looks_of(word.text, index, touches, letters)
        spans = [list(group) for _, group in groupby(range(len(word.text)), key=lambda place: id(looks[place]))]
        pieces = []
        for span in spans:
            first, last = span[0], span[-1] + 1
            left = letters.edge(index, first) if first else word.left
            right = letters.edge(index, last) if last < len(word.text) else word.right
            lead = not first and any(touch.lead and not touch.first for touch in touches)
            trail = last == len(word.text) and any(touch.trail and touch.last == last for touch in touches)
            text = "".join(char for char in word.text[first:last] if char not in _OVERLAID)
            ink = Ink(looks[first], lead, trail)
            pieces.append(word._replace(text=text, left=left, right=right, at=word.at + first, ink=ink))
        return pieces

    def _looks_of(self, text: str, index: int, touches: Sequence[Touch], letters: Letters) -> list[Look]:
        """One look for each character. What has no width of its own looks as the character before it."""
        looks: list[Look] = []
        for place, char in enumerate(text):
            if looks and _dependent(char):
                looks.append(looks[-1])
                continue
            found = [touch for touch in touches if touch.first <= place < touch.last]
            over = _OVERLAID.get(text[place + 1 : place + 2])
            if over:
                found.append(Touch(over, place, place + 1, 0.0, ""))
            looks.append(self._look(letters.face(index, place) or _PLAIN, tuple(found)))
        return looks

    def _look(self, face: Face, touches: tuple[Touch, ...]) -> Look:
        marks = tuple((touch.what, round(touch.y, 1), touch.colour) for touch in touches)
        key = (face.bold, face.italic, face.colour, marks)
        known = self._looks.get(key)
        if known is None:
            made = _made(face, touches)
            known = self._looks[key] = self._looks.setdefault((made,), made)
        return known


def _made(face: Face, touches: tuple[Touch, ...]) -> Look:
    heights: dict[str, list[float]] = {"strike": [], "underline": []}
    highlight, colour = "", "" if dark(face.colour) or not tinted(face.colour) else face.colour
    linked = any(touch.what == "link" for touch in touches)
    if linked:
        colour = ""
    for touch in touches:
        if touch.what == "highlight":
            highlight = touch.colour
        elif touch.what in heights:
            heights[touch.what].append(touch.y)
            if not colour and not linked and touch.colour and not dark(touch.colour):
                colour = touch.colour  # a red line through black words marks them in red
    return Look(
        strike=_lines(heights["strike"]),
        underline=_lines(heights["underline"]),
        bold=face.bold,
        italic=face.italic,
        colour=colour,
        highlight=highlight,
    )


def _lines(heights: list[float]) -> str:
    if not heights:
        return ""
    return "double" if max(heights) - min(heights) >= 0.7 else "single"


def _dependent(char: str) -> bool:
    return char == "\ufffe" or char in _ZERO_WIDTH or unicodedata.combining(char) > 0


def dark(colour: str) -> bool:
    """Whether a colour is black to the eye: the near-black of a pasted text is no marking."""
    parts = [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
    return max(parts) <= 0x30 or (max(parts) <= 0x48 and max(parts) - min(parts) <= 0x18)
