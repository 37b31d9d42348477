"""A paper's words with their fate: every run once, cut where a sign such as a bracket begins or ends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from tablebook.documents.marked_paper import Key, Look, SeenRun
from tablebook.documents.markings import decided_by, layer
from tablebook.documents.strips import Strip
from tablebook.redline.marks import Mark

_SIGNED = {
    "[]": re.compile(r"\[[^\[\]]*[A-Za-z][^\[\]]*\]"),
    "caps": re.compile(r"\b[A-Z]{2,}(?:[\s,'’&-]+[A-Z]{2,})*\b|\b[A-Z]+(?: [A-Z]+)+\b"),
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
    signed = [key for key in keys if key.sign and key.meaning is not Mark.SAME]
    pieces: list[Piece] = []
    for run, look in zip(strip.runs, strip.telling, strict=True):
        pieces += _cut(run, look, keys, signed, heading=strip.heading)
    return tuple(pieces)


def _cut(run: SeenRun, look: Look, keys: tuple[Key, ...], signed: list[Key], *, heading: bool) -> Iterator[Piece]:
    whole = _fated(Piece(run.text, run.look), look, keys)
    spans = sorted(
        (match.start(), match.end(), key)
        for key in signed
        if not (heading and key.sign == "caps")
        for match in _SIGNED[key.sign].finditer(run.text)
    ) if signed else []  # fmt: skip
    at = 0
    for start, end, key in spans:
        if start < at:
            continue
        yield replace(whole, text=run.text[at:start])
        yield from _signed(replace(whole, text=run.text[start:end]), key)
        at = end
    yield replace(whole, text=run.text[at:])


def _signed(piece: Piece, key: Key) -> Iterator[Piece]:
    marked = _with(piece, key)
    if key.sign != "[]":
        yield marked
        return
    yield replace(marked, text=piece.text[:1], sheds=True)
    yield replace(marked, text=piece.text[1:-1])
    yield replace(marked, text=piece.text[-1:], sheds=True)


def _fated(piece: Piece, look: Look, keys: tuple[Key, ...]) -> Piece:
    for key in decided_by(look, [key for key in keys if not key.sign]):
        piece = _with(piece, key)
    return piece


def _with(piece: Piece, key: Key) -> Piece:
    tracked = piece.tracked or layer(key) == "tracked"
    if key.meaning is Mark.INSERTED:
        return replace(piece, put_in=piece.put_in or key, tracked=tracked)
    if key.meaning is Mark.DELETED:
        return replace(piece, taken_out=piece.taken_out or key, tracked=tracked)
    return piece
