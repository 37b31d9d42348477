"""Which TA a signed sheet holds, known by its words, and whether a word of it differs from the TA as recorded."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from tablebook.domain.contract import Contract
from tablebook.domain.dataclass import dataclass
from tablebook.domain.text import Block, same_words
from tablebook.proof import sentences
from tablebook.proof.judge import Told, around
from tablebook.proof.lines import Place
from tablebook.proof.matching import Gap, match
from tablebook.proof.noise import without_furniture, without_labels
from tablebook.proof.results import Finding, Kind, Nature, Source
from tablebook.proof.stream import Stream, rejoined, stream_of_blocks, stream_of_places

_FOUND = 0.6
"""So much of a TA's words, in their order, tells that a paper holds it."""
_LEAST = 8
"""A TA of fewer words is found in too many papers to be known by them."""
_HEAD = 12
"""Paragraphs in which a sheet says what it is."""
_HEADED = re.compile(r"\btentative\s+agreement\b", re.I)
_RUN, _LEAST_RUN, _LOOKED_AT = 7, 4, 4
"""So many words on end tell a unit, from so many of its paragraphs."""


@dataclass(frozen=True, slots=True)
class SignedText:
    """The words of one TA by their places."""

    source: Source
    parts: tuple[tuple[Place, tuple[Block, ...]], ...]
    code: str = ""


@dataclass(frozen=True, slots=True)
class SheetProof:
    """The TA that a paper holds, and the words of the paper that differ from it."""

    text: SignedText
    findings: tuple[Finding, ...]


def share_of_contract(final: Sequence[Block], contract: Contract) -> float:
    """How long a paper is, measured by the contract: a sheet holds an article or less."""
    whole = (block for unit in contract.articles for block in unit.blocks)
    ours, theirs = (sum(len(block.printed.split()) for block in blocks) for blocks in (whole, final))
    return theirs / max(ours, 1)


def is_headed(final: Sequence[Block]) -> bool:
    """Whether a paper says of itself that it is a tentative agreement. A final contract may say so too."""
    return _HEADED.search(" ".join(block.printed for block in final[:_HEAD])) is not None


def shows_others(final: Sequence[Block], contract: Contract, own: Collection[str]) -> bool:
    """Whether a paper has words of more than a third of the contract's units beside its ``own``, as no sheet has: a run
    of words from the middle of one of a unit's longest paragraphs."""
    text = f" {' '.join(_plain(block) for block in final)} "
    others = [unit for key, unit in contract.by_key.items() if key not in own]
    shown = 0
    for unit in others:
        longest = sorted((_plain(block).split() for block in unit.blocks), key=len, reverse=True)[:_LOOKED_AT]
        runs = (words[at : at + _RUN] for words in longest for at in {0, max(len(words) - _RUN, 0) // 2})
        shown += any(f" {' '.join(run)} " in text for run in runs if len(run) >= _LEAST_RUN)
    return 3 * shown > len(others)


def _plain(block: Block) -> str:
    return " ".join(re.findall(r"\w+", same_words(block.printed).casefold()))


def find_sheet(final: Sequence[Block], texts: Sequence[SignedText]) -> SheetProof | None:
    """The TA whose words the paper holds, the longest where it holds several; None where it holds none."""
    paper = stream_of_blocks(final)
    printed = " ".join(block.printed for block in final)
    best: tuple[tuple[bool, float, int], SheetProof] | None = None
    for text in texts:
        signed = stream_of_places(text.parts)
        if not signed.keys and _named(text, printed):
            return SheetProof(text, ())  # it strikes its places whole: there are no words to know it by
        if len(signed.keys) < _LEAST:
            continue
        told = _compared(signed, paper, text.source)
        share = 1 - sum(gap.b - gap.a for one in told for gap in one.spans) / len(signed.keys)
        rank = bool(text.code) and text.code in printed, round(share, 1), len(signed.keys)
        if (rank[0] or share >= _FOUND) and (best is None or rank > best[0]):
            best = rank, SheetProof(text, tuple(one.finding for one in told))
    return best[1] if best else None


def pages_of(sheet: Sequence[Block], text: SignedText) -> dict[Place, int]:
    """On which page of a TA's sheet each of its places begins."""
    signed, paper = stream_of_places(text.parts), stream_of_blocks(sheet)
    found: dict[Place, int] = {}
    for start in _beginnings(signed, paper)[:1]:
        part = rejoined(_cut(paper, start, len(paper.keys)), signed)
        for a, c, length in match(signed, part).runs:
            for at in range(length):
                page = part.page(c + at)
                if page is not None:
                    found.setdefault(signed.place(a + at), page)
    return found


def _named(text: SignedText, printed: str) -> bool:
    """Whether the paper prints the TA's own name or code."""
    names = re.escape(text.source.spoken), re.escape(text.code) if text.code else "(?!)"
    return re.search(rf"(?<!\w)(?:{'|'.join(names)})(?![\w.]*\w)", printed) is not None


def _compared(signed: Stream, paper: Stream, source: Source) -> list[Told]:
    """The differences in that stretch of the paper that has the fewest."""
    best: list[Told] | None = None
    for start in _beginnings(signed, paper):
        told = _in_stretch(signed, paper, start, source)
        if best is None or _size(told) < _size(best):
            best = told
    return best or []


def _size(told: Sequence[Told]) -> int:
    return sum(max(gap.b - gap.a, gap.d - gap.c) for one in told for gap in one.spans)


def _beginnings(signed: Stream, paper: Stream) -> list[int]:
    """Where in the paper the text may begin: a sheet has it clean and as a redline, under a head of its own."""
    first = [signed.keys[at : at + 3] for at in range(min(len(signed.keys), 12))]
    found = [
        max(at - offset, 0)
        for offset, words in enumerate(first)
        for at in range(len(paper.keys))
        if paper.keys[at : at + 3] == words
    ]
    return list(dict.fromkeys(found))[:6] or [0]


def _in_stretch(signed: Stream, paper: Stream, start: int, source: Source) -> list[Told]:
    stop = min(start + len(signed.keys) * 5 // 4 + 40, len(paper.keys))
    part = _cut(paper, start, stop)
    part = rejoined(part, signed)
    gaps, _ = without_labels(match(signed, part).gaps, signed, part)
    gaps = [gap for gap in without_furniture(gaps, signed, part) if not _is_papers_own(gap, signed, part)]
    return [_told(_ended(gap, signed, part), signed, part, source) for gap in gaps]


def _is_papers_own(gap: Gap, signed: Stream, part: Stream) -> bool:
    """Whether words belong to the sheet: those that follow the text, and those at the foot and head of its pages."""
    if gap.a < gap.b:
        return False
    return gap.a == len(signed.keys) or (gap.c > 0 and part.page(gap.c - 1) != part.page(gap.d))


def _ended(gap: Gap, signed: Stream, part: Stream) -> Gap:
    """A last difference without the words of the paper that follow the text."""
    over = gap.b == len(signed.keys) and gap.d == len(part.keys)
    return Gap(gap.a, gap.b, gap.c, min(gap.d, gap.c + gap.b - gap.a)) if over else gap


def _cut(text: Stream, start: int, stop: int) -> Stream:
    """The stretch as a stream of its own."""
    first = text.line[start] if start < len(text.line) else len(text.lines)
    start = text.starts[min(first, len(text.lines))]
    lines = sorted(set(text.line[start:stop]))
    return Stream(
        text.keys[start:stop],
        text.stops[start:stop],
        [number - first for number in text.line[start:stop]],
        [text.lines[number] for number in lines],
        [*(text.starts[number] - start for number in lines), stop - start],
        [at - start for at in text.hyphens if start <= at < stop - 1],
    )


def _told(gap: Gap, signed: Stream, part: Stream, source: Source) -> Told:
    old, new = signed.words(gap.a, gap.b), part.words(gap.c, gap.d)
    place = signed.place(gap.a if gap.a < gap.b else max(gap.a - 1, 0))
    beside = around(signed, gap.a, gap.b)
    said = sentences.sentence(
        Kind.ALTERED, place, old, new, source, signed.line_at(gap.a), " ".join(beside[0].split()[-3:])
    )
    page = part.page(gap.c)
    return Told((gap,), Finding(Kind.ALTERED, Nature.WORDING, place, old, new, said, source, "", *beside, page))
