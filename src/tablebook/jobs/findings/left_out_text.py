"""Where a paper leaves text out by "..." or "* * *", the contract's own words stay: the gap is filled with them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from tablebook.domain.dataclass import dataclass
from tablebook.domain.item_headings import item_heading
from tablebook.domain.text import Block, BlockKind, Run, paragraph, same_words, written_on
from tablebook.jobs.findings.kept_notes import is_note

DOTS_ALONE = r"(?=.*?(?:[.*_–—-]\s*+){3}|.*?…)[\W_]++"
"""A pattern, with ``re.S``, of "..." and "* * *": text that stays is not shown."""
GAP = re.compile(
    rf"{DOTS_ALONE}"
    r"|[\W_]*+(?:text|language|balance|remainder)\s+(?:omitted|unchanged)[\W_]*"
    r"|[\[(](?:the\s+)?(?:rest|balance|remainder)\b[^\[\]()]{0,60}[\])]\W*",
    re.I | re.S,
)
ALIKE = 0.5
"""Words; letters alone are alike in all English."""
SHORT = 24
"""Letters; words as few as these stand in many paragraphs."""
_ANCHOR = 3
"""Words on end that tell where a sentence is taken up or left."""
_SENTENCE = re.compile(r"[.;:!?](?=\s|$)")

Spot = tuple[int, int, int]
"""A block of the contract, and the letters of its words between which something stands."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """A block of a paper, or a gap. ``after`` says that a gap ran on behind the words above it, in their paragraph;
    ``before``, that words run on behind it."""

    block: Block
    after: bool = False
    before: bool = False

    @property
    def is_gap(self) -> bool:
        return _is_gap(self.block)


def filled(now: Sequence[Block], new: Sequence[Block], old: Sequence[Block] | None = None) -> tuple[Block, ...]:
    """The blocks of ``new``, a gap in a section filled with what ``now`` has there and ``old``, the paper's own old
    text, does not show. A gap between two sections needs nothing: a section that is not shown stays anyway."""
    new = [_opening_led(now, block) for block in new]
    known = frozenset(_words(block) for block in now)
    apart = tuple(_gaps_apart(new, known))
    if not now or not any(one.is_gap for one in apart):
        return tuple(new)
    before = tuple(_gaps_apart([_opening_led(now, block) for block in old], known)) if old is not None else apart
    hidden = iter(_hidden(now, before if _gaps(before) == _gaps(apart) else apart))
    done: list[Block] = []
    joins = False
    for one in apart:
        if not one.is_gap:
            _add(done, (one.block,), joined=joins)
            joins = False
            continue
        found = next(hidden)
        _add(done, found.blocks, joined=found.goes_on)
        joins = found.leads_on
    return tuple(_without_loose_notes(done))


def _add(done: list[Block], blocks: Sequence[Block], *, joined: bool) -> None:
    """Put blocks behind others; ``joined``, the first of them goes on in the last paragraph."""
    own = blocks and not blocks[0].section and not blocks[0].label
    if joined and done and own and done[-1].kind is not BlockKind.TABLE:
        first, *blocks = blocks
        done[-1] = replace(done[-1], runs=(*done[-1].runs, Run(" "), *first.runs))
    done += blocks


def _without_loose_notes(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks without footnotes that no word of theirs cites any more: a Word file has no place for them."""
    cited = " ".join(block.text for block in blocks)
    for block in blocks:
        if not is_note(block) or block.label in cited:
            yield block


_DOTS = (
    r"(?:…|\.(?:\s?\.){2,}|[\[(](?:(?:the\s+)?(?:rest|balance|remainder|remaining|other)\b[^\[\]()]{0,60}"
    r"|[^\[\]()]{0,40}\b(?:unchanged|omitted|not\s+shown)\s*)[\])])"
)
"""How a gap is shown beside words: by dots, or as "[rest of section unchanged]"."""
_AT_END = re.compile(rf"(?:\s+(?:\*\s*){{3,}}|\s+{_DOTS})\s*$")
_DOTTED_LABEL = re.compile(rf"(.*?\w[.)]?)\s+{_DOTS}")
_INSIDE = re.compile(rf"(?<=[\w.,;:)])\s+{_DOTS}\s+(?=[\w(\"“])")
_AT_START = re.compile(rf"^\s*(?:(?:\*\s*){{3,}}|{_DOTS})\s+(?=\w)")


def _opening_led(now: Sequence[Block], block: Block) -> Block:
    """The first paragraph of a section with the contract's words in the place of a gap that it begins with: up to the
    words that the paper goes on with, or all of them where those are new."""
    if not block.section or block.kind is not BlockKind.PARAGRAPH:
        return block
    start, dotted = _AT_START.match(block.text), _DOTTED_LABEL.fullmatch(block.label)
    here = next((one for one in now if one.section == block.section and one.kind is BlockKind.PARAGRAPH), None)
    if not (start or dotted) or here is None:
        return block
    block = replace(block, label=dotted[1]) if dotted else block
    words, own = same_words(here.text), block.text[start.end() if start else 0 :]
    at = _as_ended(words.lower(), same_words(own).lower())
    if at is None and own[:1].islower():
        return block
    return block.with_text(f"{words[: len(words) if at is None else at].rstrip()} {own}")


def _gaps_apart(blocks: Sequence[Block], known: Collection[str]) -> Iterator[_Shown]:
    """The blocks, a gap that ran together with a paragraph apart from it; not what the contract, which is ``known``,
    says itself."""
    for block in blocks:
        text = block.text
        cuts = [one for pattern in (_AT_START, _INSIDE, _AT_END) for one in pattern.finditer(text)]
        if block.kind is BlockKind.TABLE or not cuts or _is_gap(block) or _words(block) in known:
            yield _Shown(block)
            continue
        done = 0
        for cut in cuts:
            if cut.start() > done:
                yield _Shown(_piece(block, done, cut.start()))
            done = cut.end()
            yield _Shown(paragraph(cut[0].strip()), cut.start() > 0, done < len(text))
        if done < len(text):
            yield _Shown(_piece(block, done, len(text)))


def _piece(block: Block, start: int, end: int) -> Block:
    """A part of a paragraph; only its beginning opens the section."""
    part = written_on(written_on(block, end, len(block.text), ""), 0, start, "")
    return replace(part, section="", label="") if start and block.section else part


def _is_gap(block: Block) -> bool:
    return block.kind is not BlockKind.TABLE and bool(block.printed.strip()) and bool(GAP.fullmatch(block.printed))


def _gaps(blocks: Sequence[_Shown]) -> int:
    return sum(one.is_gap for one in blocks)


@dataclass(frozen=True, slots=True)
class _Hidden:
    """What a gap stands for; whether it begins inside a paragraph of the contract, and ends inside one."""

    blocks: tuple[Block, ...]
    goes_on: bool = False
    leads_on: bool = False


def _hidden(now: Sequence[Block], shown: Sequence[_Shown]) -> list[_Hidden]:
    """For each gap, what ``now`` has between what is shown before it and what is shown behind it, in the section in
    which the gap stands. One that ran together with words which are nowhere in the section stays, to be looked at."""
    spots, spans, unsure = _spots(now, shown)
    found: list[_Hidden] = []
    filled_to = (0, 0)
    for index, one in enumerate(shown):
        if not one.is_gap:
            continue
        start, stop = spans[index]
        after = one.after or index - 1 in unsure
        lost = (after and spots[index - 1] is None) or (one.before and spots[index + 1] is None)
        if start == stop or lost:  # in a new section the contract has nothing to fill it with
            found.append(_Hidden((one.block,), after, one.before))
            continue
        before = [one for one in spots[:index] if one is not None and start <= one[0] < stop]
        behind = [one for one in spots[index + 1 :] if one is not None and start <= one[0] < stop]
        first = max((before[-1][0], before[-1][2]) if before else (start, 0), filled_to)
        last = (behind[0][0], behind[0][1]) if behind else (stop, 0)
        filled_to = max(last, filled_to)
        inside = bool(before) and first[0] < stop and first[1] < len(_words(now[first[0]]))
        found.append(_Hidden(tuple(_between(now, first, last)), inside, bool(behind) and last[1] > 0))
    return found


def _between(now: Sequence[Block], first: tuple[int, int], last: tuple[int, int]) -> Iterator[Block]:
    """What stands from one letter to another, whole blocks as they are."""
    for index in range(first[0], min(last[0] + 1, len(now))):
        words = same_words(now[index].printed)
        start = first[1] if index == first[0] else 0
        stop = last[1] if index == last[0] else len(words)
        if (start, stop) == (0, len(words)):
            yield now[index]
        elif part := words[start:stop].strip():
            yield paragraph(part)


def _spots(now: Sequence[Block], shown: Sequence[_Shown]) -> tuple[list[Spot | None], list[tuple[int, int]], set[int]]:
    """Where each shown block stands in ``now`` (None where it is new, or a gap); the section it belongs to there, as
    the positions where that begins and ends; and the blocks of which nobody knows how much of a paragraph they show.
    """
    words = [_words(block) for block in now]
    openings = [index for index, block in enumerate(now) if block.section]
    span = (0, openings[0] if openings else len(now))
    spots: list[Spot | None] = []
    spans: list[tuple[int, int]] = []
    last = 0
    so_far: Spot = (0, 0, 0)
    lost: set[int] = set()
    for at, one in enumerate(shown):
        spot: Spot | None = None
        block, own = one.block, _words(one.block)
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
            spot = _next_point(now, block, span) or _goes_on(words, own, so_far) or _find(words, own, first, span[1])
        if last_shown and not one.is_gap and spot and block.kind is BlockKind.PARAGRAPH:
            spot = _begun(words, same_words(block.text).lower() if block.section else own, spot, span[1])
            lost |= set() if spot else {at}
        last = last if spot is None else spot[0]
        so_far = spot or so_far
        spots.append(spot)
        spans.append(span)
    return spots, spans, lost


def _begun(words: Sequence[str], own: str, spot: Spot, stop: int) -> Spot | None:
    """A paragraph with a gap behind it. Behind the last one of its section a gap can only stand for the rest of it:
    None where it is not plain from where on."""
    index, start, end = spot
    if index + 1 < stop or start or end < len(words[index]) or own in words[index]:
        return spot
    begun = _as_begun(words[index], own)
    return None if begun is None else (index, 0, begun)


def _next_point(now: Sequence[Block], block: Block, span: tuple[int, int]) -> Spot | None:
    """The end of the point behind which a new one is counted: "(d)" behind the contract's "(c)", its last."""
    label = block.label.strip("().:")
    before = str(int(label) - 1) if label.isdigit() else chr(ord(label) - 1) if len(label) == 1 else ""
    labels = {now[i].label.strip("().:"): i for i in range(*span) if not now[i].section}
    if not before or label in labels or before not in labels:
        return None
    end = len(_words(now[labels[before]]))
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
        at = _as_ended(words[i], own) if led else _as_begun(words[i], own)
        if at is not None:
            return (i, at, len(words[i])) if led else (i, 0, at)
    return None


def _as_begun(words: str, own: str) -> int | None:
    """How far a paragraph goes that begins as these words do, in other words perhaps: as many sentences as they are, or
    as far as their last words stand in it."""
    if not own.endswith(tuple(".;:!?")):
        at = words.find(f"{' '.join(own.split()[-_ANCHOR:])} ")
        return at + len(" ".join(own.split()[-_ANCHOR:])) if at > 0 and len(own.split()) >= _ANCHOR else None
    ends = [match.end() for match in _SENTENCE.finditer(words)] or [len(words)]
    end = ends[min(len(_SENTENCE.findall(own)), len(ends)) - 1]
    return end if _alike(words[:end], own) else None


def _as_ended(words: str, own: str) -> int | None:
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


def _words(block: Block) -> str:
    return same_words(block.printed).lower()


def opening_struck(now: Sequence[Block], old: Sequence[Block], new: Sequence[Block]) -> bool:
    """Whether a paper strikes what an article says before its first section: its old text shows all of it, its new text
    none."""
    first = next((index for index, block in enumerate(now) if block.section), 0)
    own = {words for block in now[:first] if len(words := _words(block)) > SHORT}
    was, is_ = ({_words(block) for block in blocks} for blocks in (old, new))
    return bool(own) and own <= was and not own & is_ and any(block.section for block in (*old, *new))
