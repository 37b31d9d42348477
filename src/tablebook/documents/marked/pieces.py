"""A paper's words with their fate: every run once, cut where a sign such as a bracket begins or ends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from tablebook.documents.marked.markings import decided_by, layer
from tablebook.documents.marked.paper import Key, Look
from tablebook.documents.marked.strips import Strip
from tablebook.domain.dataclass import dataclass
from tablebook.redline.marks import Mark

_LOUD = r"(?:[A-Z]{2,}(?:[’'][A-Z]*)?)(?:\s\(\$?\d[\d,.]*%?\))?"
_SIGNED = {
    "[]": re.compile(r"\[[^\[\]]+\]"),
    "caps": re.compile(rf"\b(?:{_LOUD}(?:[\s,;&-]+(?:{_LOUD}|A|I|\$?\d[\d,.]*%?))*)(?:\s\(\$?\d[\d,.]*%?\))?"),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """Words with one look and one fate. ``put_in`` and ``taken_out`` are the keys that say so. ``tracked`` says that
    Word's own changes say it, whose blanks are exact; ``sheds`` says that it is a sign and no word."""

    text: str
    look: Look
    put_in: Key | None = None
    taken_out: Key | None = None
    tracked: bool = False
    sheds: bool = False

    @property
    def mark(self) -> Mark:
        """As for printed runs: taken out is deleted, put in is inserted."""
        if self.taken_out is not None:
            return Mark.DELETED
        return Mark.INSERTED if self.put_in is not None else Mark.SAME

    def stays(self, *, accepted: bool) -> bool:
        """Whether it is in the accepted, or in the rejected reading."""
        if self.sheds:
            return False
        return self.taken_out is None if accepted else self.put_in is None


def sign_counts(strips: Iterable[Strip]) -> dict[str, int]:
    """How many words each sign marks."""
    counts = dict.fromkeys(_SIGNED, 0)
    for strip in strips:
        for sign, pattern in _SIGNED.items():
            if not (strip.heading and sign == "caps"):
                counts[sign] += sum(len(match.group().split()) for match in pattern.finditer(strip.text))
    return counts


def pieces_of(strip: Strip, keys: tuple[Key, ...]) -> tuple[Piece, ...]:
    """The words of a strip with their fate by these keys."""
    signed = _signed(strip, keys)
    pieces: list[Piece] = []
    at = 0
    for run, look in zip(strip.runs, strip.telling, strict=True):
        whole = _fated(Piece(run.text, run.look), look, keys)
        end = at + len(run.text)
        cuts = sorted({at, end, *(edge for start, stop, _, _ in signed for edge in (start, stop) if at < edge < end)})
        for start, stop in pairwise(cuts):
            piece = replace(whole, text=strip.text[start:stop])
            for first, last, key, sheds in signed:
                if first <= start and stop <= last:
                    piece = replace(_with(piece, key), sheds=sheds)
            pieces.append(piece)
        if at == end:
            pieces.append(whole)
        at = end
    return tuple(pieces)


def split_at(pieces: Iterable[Piece], edges: Iterable[int]) -> Iterator[Piece]:
    """The pieces, cut at these places of their text."""
    marks, at = sorted(set(edges)), 0
    for piece in pieces:
        end = at + len(piece.text)
        cuts = [at, *(edge for edge in marks if at < edge < end), end]
        for start, stop in pairwise(cuts):
            yield replace(piece, text=piece.text[start - at : stop - at])
        at = end


def _signed(strip: Strip, keys: tuple[Key, ...]) -> list[tuple[int, int, Key, bool]]:
    """The spans that signs mark: start, end, their key, and whether it is the sign itself."""
    found: list[tuple[int, int, Key, bool]] = []
    for key in keys:
        if not key.sign or key.meaning is Mark.SAME or (strip.heading and key.sign == "caps"):
            continue
        for match in _SIGNED[key.sign].finditer(strip.text):
            start, end = match.span()
            if not strip.text[:start].strip() and not strip.text[end:].strip(" .;:"):
                end = len(strip.text)  # the stop of a sentence that is all marked goes with it
            if key.sign == "[]":
                found += [(start, start + 1, key, True), (start + 1, end - 1, key, False), (end - 1, end, key, True)]
            else:
                found.append((start, end, key, False))
    return found


def _fated(piece: Piece, look: Look, keys: tuple[Key, ...]) -> Piece:
    for key in decided_by(look, tuple(key for key in keys if not key.sign)):
        piece = _with(piece, key)
    return piece


def _with(piece: Piece, key: Key) -> Piece:
    tracked = piece.tracked or layer(key) == "tracked"
    if key.meaning is Mark.INSERTED:
        return replace(piece, put_in=piece.put_in or key, tracked=tracked)
    if key.meaning is Mark.DELETED:
        return replace(piece, taken_out=piece.taken_out or key, tracked=tracked)
    return piece
