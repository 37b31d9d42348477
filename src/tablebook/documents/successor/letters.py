"""The letters of a Word paragraph one by one, as the reader reads them, and words written in their place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tablebook.documents.plain import clean
from tablebook.documents.tracked.names import PPR, RPR, XML_SPACE, Element, T, W, bare, make, remove
from tablebook.documents.word.parts import Styles, switched, value
from tablebook.documents.word.signs import SIGNS, symbol
from tablebook.domain.dataclass import dataclass
from tablebook.domain.text import Run
from tablebook.redline.anchors import differing
from tablebook.redline.lcs import common

_R = W + "r"
_INSIDE = frozenset(W + name for name in ("hyperlink", "smartTag", "sdt", "sdtContent", "customXml", "ins", "moveTo"))
_NOTES = (W + "footnoteReference", W + "endnoteReference")


@dataclass(slots=True)
class Letter:
    """One printed character: the element that prints it, its place in that element's text (-1 where it is a sign of
    its own), and the run it stands in."""

    char: str
    element: Element
    at: int
    run: Element


class Letters:
    """The letters of a paragraph in print order. Words that are struck or hidden are not read, so they stay."""

    def __init__(self, paragraph: Element, styles: Styles) -> None:
        self.paragraph = paragraph
        self._styles = styles
        self._style = styles.get(value(paragraph.find(PPR), "pStyle"))
        self.letters: list[Letter] = []
        self._gather(paragraph)
        self._gone: set[int] = set()
        self._come: dict[int, list[tuple[Run, ...]]] = {}

    def _gather(self, home: Element) -> None:
        for child in home:
            if child.tag == _R:
                self._run(child)
            elif child.tag in _INSIDE:
                self._gather(child)

    def _run(self, run: Element) -> None:
        properties = run.find(RPR)
        look = self._styles.get(value(properties, "rStyle")) if value(properties, "rStyle") else None
        if switched(properties, "vanish") or switched(properties, "strike") or switched(properties, "dstrike"):
            return
        caps = switched(properties, "caps")
        if caps is None:
            caps = self._style.caps or bool(look and look.caps)
        for child in run:
            said = ""
            if child.tag == T:
                for at, char in enumerate(child.text or ""):
                    self._add(char.upper() if caps else char, child, at, run)
                continue
            if child.tag in SIGNS:
                said = SIGNS[child.tag]
            elif child.tag == W + "sym":
                said = symbol(child)
            elif child.tag in _NOTES:
                said = f"[{child.get(W + 'id')}]"
            for char in said:
                self._add(char, child, -1, run)

    def _add(self, char: str, element: Element, at: int, run: Element) -> None:
        for one in char if " " <= char <= "~" else clean(char):
            self.letters.append(Letter(one, element, at, run))

    @property
    def text(self) -> str:
        """All letters."""
        return "".join(letter.char for letter in self.letters)

    def find(self, words: str, start: int = 0) -> tuple[int, int] | None:
        """Where these words stand, blanks aside, from a place on."""
        places = [at for at in range(start, len(self.letters)) if not self.letters[at].char.isspace()]
        here = "".join(self.letters[at].char for at in places)
        wanted = "".join(words.split())
        found = here.find(wanted) if wanted else -1
        if found < 0:
            return None
        return places[found], places[found + len(wanted) - 1] + 1

    def write(self, start: int, end: int, runs: Sequence[Run], whole: bool = False) -> None:
        """Put words in the place of the letters from ``start`` to ``end``: word by word, so that what stays keeps its
        look, or ``whole``."""
        text = "".join(run.text for run in runs)
        if whole:
            self._replace(start, end, tuple(runs))
            return
        old = [(match[0], match.start() + start, match.end() + start) for match in _tokens(self.text[start:end])]
        new = [(match[0], match.start(), match.end()) for match in _tokens(text)]
        was, now = ([" " if one[0].isspace() else one[0] for one in some] for some in (old, new))
        for a, b, c, d in differing(common(was, now), len(was), len(now)):
            first = old[a][1] if a < len(old) else end
            last = old[b - 1][2] if b > a else first
            self._replace(first, last, _cut(runs, new[c][1], new[d - 1][2]) if d > c else ())

    def _replace(self, start: int, end: int, runs: tuple[Run, ...]) -> None:
        self._gone.update(range(start, end))
        if any(run.text for run in runs):
            self._come.setdefault(start, []).append(runs)

    def settle(self) -> None:
        """Carry out all that was written."""
        changed = {id(self.letters[at].element) for at in self._gone}
        homes = self._homes()
        signs = [self.letters[at].element for at in self._gone if self.letters[at].at < 0]
        for _, runs in homes.get(-1, ()):
            self.paragraph.extend(_run(None, run) for run in runs)
        seen: set[int] = set()
        for at, letter in enumerate(self.letters):
            if letter.at < 0 or id(letter.element) in seen:
                continue
            seen.add(id(letter.element))
            places = self._places(letter.element, at)
            here = {place: homes[place] for place in places if place in homes}
            if here or id(letter.element) in changed:
                self._rewrite(letter, places, here)
        for sign in signs:
            remove(sign)

    def _homes(self) -> dict[int, list[tuple[int, tuple[Run, ...]]]]:
        """What comes by the letter whose run takes it in; what stands behind a sign is put there at once."""
        homes: dict[int, list[tuple[int, tuple[Run, ...]]]] = {}
        for at, some in self._come.items():
            home = self._home(at)
            if 0 <= home < at and self._behind_sign(at):
                _put_behind(self.letters[at - 1].run, self.letters[home].run.find(RPR), some)
            else:
                homes.setdefault(home, []).extend((at, runs) for runs in some)
        return homes

    def _behind_sign(self, at: int) -> bool:
        """Whether a sign stands before this place, such as that of a note, and stays."""
        return self.letters[at - 1].at < 0 and at - 1 not in self._gone

    def _places(self, element: Element, first: int) -> list[int]:
        found = []
        for at in range(first, len(self.letters)):
            if self.letters[at].element is not element:
                break
            found.append(at)
        return found

    def _home(self, at: int) -> int:
        """The letter whose run takes in what is written at a place: the one that goes there, or stands next to it."""
        for place in (at, at - 1):
            if 0 <= place < len(self.letters) and self.letters[place].at >= 0 and (place in self._gone or place < at):
                return place
        others: list[int] = [*range(at, len(self.letters)), *range(at - 1, -1, -1)]
        for place in others:
            if 0 <= place < len(self.letters) and self.letters[place].at >= 0:
                return place
        return -1

    def _rewrite(self, letter: Letter, places: list[int], come: dict[int, list[tuple[int, tuple[Run, ...]]]]) -> None:
        """An element's text anew. Words in another face than its run has get runs of their own."""
        pieces: list[tuple[str, bool, bool]] = []
        kept: dict[int, str] = {}
        for place in places:
            kept[self.letters[place].at] = "" if place in self._gone else self.letters[place].char
        text = letter.element.text or ""
        by_at: dict[int, tuple[list[tuple[Run, ...]], list[tuple[Run, ...]]]] = {}
        for place, some in come.items():
            before, after = by_at.setdefault(self.letters[place].at, ([], []))
            for at, runs in some:
                (before if at <= place else after).append(runs)
        for at, char in enumerate(text):
            before, after = by_at.get(at, ([], []))
            pieces += [(run.text, run.bold, run.italic) for runs in before for run in runs]
            # The letter as it is stored, not as capitals make it look.
            pieces.append(("" if kept.get(at, char) == "" else char, False, False))
            pieces += [(run.text, run.bold, run.italic) for runs in after for run in runs]
        _put(letter.element, letter.run, _joined(pieces))


_TOKEN = re.compile(r"\s+|\[\d+\]|(?:(?!\[\d+\])\S)+")
"""Blanks, a word, or the sign of a note, which stays where only the word before it changes."""


def _tokens(text: str) -> list[re.Match[str]]:
    return list(_TOKEN.finditer(text))


def _cut(runs: Sequence[Run], start: int, end: int) -> tuple[Run, ...]:
    found, place = [], 0
    for run in runs:
        piece = run.text[max(start - place, 0) : max(end - place, 0)]
        if piece:
            found.append(Run(piece, run.bold, run.italic))
        place += len(run.text)
    return tuple(found)


def _joined(pieces: Sequence[tuple[str, bool, bool]]) -> list[tuple[str, bool, bool]]:
    found: list[tuple[str, bool, bool]] = []
    for text, bold, italic in pieces:
        if text and found and found[-1][1:] == (bold, italic):
            found[-1] = (found[-1][0] + text, bold, italic)
        elif text:
            found.append((text, bold, italic))
    return found


def _put(element: Element, run: Element, pieces: Sequence[tuple[str, bool, bool]]) -> None:
    styled = [piece for piece in pieces if (piece[1] and not _has(run, "b")) or (piece[2] and not _has(run, "i"))]
    if not styled:
        element.text = "".join(text for text, _, _ in pieces)
        element.set(XML_SPACE, "preserve")
        return
    parent = run.getparent()
    assert parent is not None
    after = list(run)[run.index(element) + 1 :]
    look = run.find(RPR)
    place = parent.index(run) + 1
    element.text = ""
    for text, bold, italic in pieces:
        parent.insert(place, _run(look, Run(text, bold, italic)))
        place += 1
    if after:
        rest = make("r")
        if look is not None:
            rest.append(bare(look))
        rest.extend(after)
        parent.insert(place, rest)


def _put_behind(run: Element, look: Element | None, some: Sequence[tuple[Run, ...]]) -> None:
    """Words behind a run, in the look of others."""
    for made in reversed([_run(look, one) for runs in some for one in runs]):
        run.addnext(made)


def _has(run: Element, tag: str) -> bool:
    return bool(switched(run.find(RPR), tag))


def _run(look: Element | None, run: Run) -> Element:
    made = make("r")
    properties = bare(look) if look is not None else make("rPr")
    for tag, wanted in (("i", run.italic), ("b", run.bold)):
        if wanted and properties.find(W + tag) is None:
            ahead = sum(1 for child in properties if str(child.tag).endswith(("}rStyle", "}rFonts")))
            properties.insert(ahead, make(tag))
    if len(properties):
        made.append(properties)
    text = make("t")
    text.text = run.text
    text.set(XML_SPACE, "preserve")
    made.append(text)
    return made
