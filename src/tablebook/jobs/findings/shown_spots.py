"""Where in the contract the words stand that a paper shows of a section beside gaps."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from tablebook.domain.item_headings import item_heading
from tablebook.domain.text import Block, BlockKind, same_words
from tablebook.jobs.findings.gap_signs import Shown, words_of

ALIKE = 0.5
"""Words; letters alone are alike in all English."""
SHORT = 24
"""Letters; words as few as these stand in many paragraphs."""
_ANCHOR = 3
"""Words on end that tell where a sentence is taken up or left."""
_SENTENCE = re.compile(r"[.;:!?](?=\s|$)")

Spot = tuple[int, int, int]
"""A block of the contract, and the letters of its words between which something stands."""


def spots_of(now: Sequence[Block], shown: Sequence[Shown]) -> tuple[list[Spot | None], list[tuple[int, int]], set[int]]:
    """Where each shown block stands in ``now`` (None where it is new, or a gap); the section it belongs to there, as
    the positions where that begins and ends; and the blocks of which nobody knows how much of a paragraph they show.
    """
    words = [words_of(block) for block in now]
    openings = [index for index, block in enumerate(now) if block.section]
    span = (0, openings[0] if openings else len(now))
    spots: list[Spot | None] = []
    spans: list[tuple[int, int]] = []
    last = 0
    so_far: Spot = (0, 0, 0)
    lost: set[int] = set()
    for at, one in enumerate(shown):
        spot: Spot | None = None
        block, own = one.block, words_of(one.block)
        cut = any(other.after for other in shown[at + 1 : at + 2])
        last_shown = any(other.is_gap for other in shown[at + 1 : at + 2])
        led = at > 0 and shown[at - 1].before
        if block.section:
            place = next((i for i in openings if i >= last and now[i].section == block.section), None)
            start = last if place is None else place
            span = (start, start) if place is None else (start, next((i for i in openings if i > start), len(now)))
            cut = cut or (last_shown and span[1] - span[0] == 1)
            titled = place is not None and now[place].kind is BlockKind.HEADING
            if place is not None and titled and block.kind is BlockKind.PARAGRAPH:
                # the paper runs on behind the number, without the title
                spot = _below(words, same_words(block.text).lower(), (place, *span), cut=cut)
            else:
                spot = None if place is None else _opening(words[place], own, place, cut=cut)
        elif one.is_gap or item_heading(block.printed) is not None:
            pass
        elif cut or led:
            spot = _part_of(words, own, max(last, span[0]), span[1], led=led)
        else:
            first = max(last, span[0])
            spot = _point(now, block, first, span) or _goes_on(words, own, so_far) or _find(words, own, first, span[1])
            spot = spot or _sentence_like(words, own, so_far, (first, span[1]))
        if last_shown and not one.is_gap and spot and block.kind is BlockKind.PARAGRAPH:
            spot = _begun(now, block, spot, span[1])
            lost |= set() if spot else {at}
        last = last if spot is None else spot[0]
        so_far = spot or so_far
        spots.append(spot)
        spans.append(span)
    return spots, spans, lost


def _begun(now: Sequence[Block], block: Block, spot: Spot, stop: int) -> Spot | None:
    """A paragraph with a gap behind it. Behind the last one of its section a gap can only stand for the rest of it:
    None where it is not plain from where on. Of another one it stands for the rest as well, where the paper shows its
    first sentences alone."""
    index, start, end = spot
    whole, words = words_of(now[index]), same_words(now[index].text).lower()
    own = same_words(block.text).lower() if block.section else words_of(block)
    if start or end < len(whole) or own in whole:
        return spot
    label = len(whole) - len(words) if block.section else 0  # "Section 1." is no sentence
    begun = _as_begun(whole[label:], own)
    if index + 1 < stop and (begun is None or not _nearer(own, whole[label:], begun)):
        return spot
    return None if begun is None else (index, 0, label + begun)


def _nearer(own: str, whole: str, begun: int) -> bool:
    """Whether words are nearer to the beginning of a paragraph, up to this letter, than to the whole of it."""
    ratios = [SequenceMatcher(None, one.split(), own.split(), autojunk=False).ratio() for one in (whole[:begun], whole)]
    return ratios[0] > ratios[1]


def _point(now: Sequence[Block], block: Block, first: int, span: tuple[int, int]) -> Spot | None:
    """The point that has this label, where one alone has it; of a new one, the end of the point behind which it is
    counted: "(d)" behind the contract's "(c)", its last."""
    label = block.label.strip("().:")
    before = str(int(label) - 1) if label.isdigit() else chr(ord(label) - 1) if len(label) == 1 else ""
    labels = {now[i].label.strip("().:"): i for i in range(*span) if not now[i].section}
    if label and label in labels:
        at = labels[label]
        alone = sum(now[i].label.strip("().:") == label for i in range(*span) if not now[i].section) == 1
        return (at, 0, len(words_of(now[at]))) if alone and at >= first else None
    if not before or before not in labels:
        return None
    end = len(words_of(now[labels[before]]))
    return labels[before], end, end


def _opening(words: str, own: str, place: int, *, cut: bool) -> Spot | None:
    """A section's first block; the paper may show only its beginning."""
    if cut and (end := _as_begun(words, own)) is not None:
        return place, 0, end
    return place, 0, len(own) if words.startswith(own) else len(words)


def _below(words: Sequence[str], own: str, places: tuple[int, int, int], *, cut: bool) -> Spot | None:
    """Where words stand below a section's title, in the span that comes with its place; else the title itself."""
    place, start, stop = places
    if cut:
        return _part_of(words, own, start + 1, stop, led=False)
    return _find(words, own, start + 1, stop) or (place, 0, len(words[place]))


def _part_of(words: Sequence[str], own: str, first: int, end: int, *, led: bool) -> Spot | None:
    """The paragraph of which a gap leaves out what stands behind these words, or before them (``led``)."""
    for i in range(first, end):
        if own in words[i] and len(own) > SHORT:
            return i, words[i].index(own), words[i].index(own) + len(own)
    for i in range(first, end):
        at = as_ended(words[i], own) if led else _as_begun(words[i], own)
        if at is not None:
            return (i, at, len(words[i])) if led else (i, 0, at)
    return None


def _as_begun(words: str, own: str) -> int | None:
    """How far a paragraph goes that begins as these words do, in other words perhaps: as many sentences as they are, or
    as far as their last words stand in it."""
    if not own.endswith(tuple(".;:!?")):
        return _up_to(words, own.split())
    ends = [match.end() for match in _SENTENCE.finditer(words)] or [len(words)]
    end = ends[min(len(_SENTENCE.findall(own)), len(ends)) - 1]
    return end if _alike(words[:end], own) else None


def _up_to(words: str, own: Sequence[str]) -> int | None:
    """How far a paragraph goes to the last of these words; to the word in its place where that is another one."""
    for less in (0, 1):
        tail = " ".join(own[len(own) - less - _ANCHOR : len(own) - less])
        at = words.find(f"{tail} ") if len(own) >= _ANCHOR + less else -1
        if at > 0:
            end = at + len(tail)
            return end if not less else end + 1 + len(words[end + 1 :].split(" ")[0])
    return None


def as_ended(words: str, own: str) -> int | None:
    """Where those words of a paragraph begin that end it as these do, in other words perhaps."""
    at = words.find(f" {' '.join(own.split()[:_ANCHOR])}")
    if at >= 0 and len(own.split()) >= _ANCHOR:
        return at + 1
    tail = " ".join(words.split()[-len(own.split()) :])
    if tail.split()[:1] == own.split()[:1] and _alike(tail, own):
        return len(words) - len(tail)
    starts = [0, *(match.end() for match in _SENTENCE.finditer(words) if match.end() < len(words))]
    start = starts[-min(max(len(_SENTENCE.findall(own)), 1), len(starts))]
    return start if _alike(words[start:], own) else None


def _alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio() > ALIKE


def _goes_on(words: Sequence[str], own: str, so_far: Spot) -> Spot | None:
    """The rest of a paragraph that the paper prints as two."""
    index, _, end = so_far
    rest = words[index][end:] if index < len(words) else ""
    at = len(rest) - len(rest.lstrip())
    return (index, end + at, end + at + len(own)) if own and end and rest[at:].startswith(own) else None


def _find(words: Sequence[str], own: str, first: int, end: int) -> Spot | None:
    """The block that has these words, or holds them in one of its lines, or is most like them."""
    if not own:
        return None
    for i in range(first, end):
        if words[i] == own or (len(own) > SHORT and own in words[i]):
            at = words[i].index(own)
            return i, at, at + len(own)
    best, most = None, ALIKE
    for i in range(first, end):
        alike = SequenceMatcher(None, words[i].split(), own.split(), autojunk=False).ratio()
        if alike > most:
            best, most = i, alike
    return None if best is None else (best, 0, len(words[best]))


def _sentence_like(words: Sequence[str], own: str, so_far: Spot, places: tuple[int, int]) -> Spot | None:
    """The sentence of a paragraph that one which the paper has by itself is most like."""
    best, most = None, ALIKE
    for i in range(*places):
        ends = [0, *(match.end() for match in _SENTENCE.finditer(words[i]))]
        for start, end in pairwise(ends):
            alike = SequenceMatcher(None, words[i][start:end].split(), own.split(), autojunk=False).ratio()
            if alike > most and (i, start) >= (so_far[0], so_far[2]):
                best, most = (i, start + words[i][start:end].startswith(" "), end), alike
    return best
