"""A signed text that says what to do with the contract, worked out: the text that the article has then.

It is a proposal. A person looks at it, mends it where it is in doubt, and confirms it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tablebook.domain.dataclass import dataclass
from tablebook.domain.instruction_words import RENUMBER_LAST, Act, Instruction, instructions, sounds_like_one
from tablebook.domain.language import first_after
from tablebook.domain.text import Block, BlockKind, Run, section_places, split_label, written_on
from tablebook.domain.values import Part


@dataclass(frozen=True, slots=True)
class Proposed:
    """What an instruction comes to: its own words, the places that change with their whole new text, and what could
    not be worked out, in sentences."""

    instruction: str
    result: tuple[Part, ...]
    doubts: tuple[str, ...] = ()


def has_instructions(parts: Sequence[Part]) -> bool:
    """Whether a text says what to do, in place of what the contract will say."""
    return any(
        instructions(block.text) or sounds_like_one(block.text)
        for part in parts
        for block in part.blocks
        if block.kind is not BlockKind.TABLE
    )


def proposed_result(number: str, base: tuple[Block, ...], parts: Sequence[Part]) -> Proposed | None:
    """The result of carrying out a text's instructions on an article of this number; None where it has none."""
    if not has_instructions(parts):
        return None
    work = _Work(number, base)
    for part in parts:
        work.part(part)
    work.finish()
    return Proposed("\n".join(work.said), _changed(base, work.sections), tuple(dict.fromkeys(work.doubts)))


def _changed(base: tuple[Block, ...], sections: Sequence[tuple[str, tuple[Block, ...]]]) -> tuple[Part, ...]:
    before = {place: base[start:end] for place, start, end in section_places(base)}
    after = dict(sections)
    gone = [Part(place, deleted=True) for place in before if place not in after]
    new = [Part(place, blocks, new=place not in before) for place, blocks in sections if before.get(place) != blocks]
    return (*gone, *new)


class _Work:
    """An article being changed, section by section."""

    def __init__(self, number: str, base: tuple[Block, ...]) -> None:
        self.number = number
        self.sections = [(place, base[start:end]) for place, start, end in section_places(base)]
        self.said: list[str] = []
        self.doubts: list[str] = []
        self._text: list[Block] = []
        self._target = self._here = ""
        self._remaining = False
        self._first = next((place for place, _ in self.sections if place), "")
        self._labels = {place: blocks[0].label for place, blocks in self.sections if place and blocks[0].label}

    def part(self, part: Part) -> None:
        """Carry out one part of the text: an instruction by itself, or with the words that follow it."""
        self._here = part.place
        if part.deleted:
            self._take_out(self._found(part.place))
            return
        if not has_instructions((part,)):
            self._target = part.place
            self._text = list(part.blocks)
            self._put()
            return
        waiting = False
        for block in _taken_apart(part.blocks):
            told = instructions(block.text) if block.kind is not BlockKind.TABLE else ()
            if told:
                self._put()
                self.said.append(block.printed)
                for one in told:
                    waiting = self._do(one) or (waiting and one.act is Act.RENUMBER)
            elif waiting:
                self._text.append(block)
            elif block.kind is not BlockKind.HEADING and block.text.strip():
                self._loose(block)
        self._put()

    def _loose(self, block: Block) -> None:
        if sounds_like_one(block.text):
            self.said.append(block.printed)
            self.doubts.append(f"“{_short(block.text)}” could not be worked out.")
        else:
            self._target = self._target or block.section or self._here
            self._text.append(block)

    def _do(self, one: Instruction) -> bool:
        """Carry out one instruction; True where the words that follow belong to it."""
        if one.act is Act.ADD:
            known = self._known(one.sections[0]) if one.sections else None
            self._target = known or (self._full(one.sections[0]) if one.sections else self._target)
        elif one.act is Act.RENUMBER:
            self._renumber(one)
        else:
            self._change(one, self._places(one.sections))
        if one.text:
            label, words = split_label(one.text)
            self._text.append(Block(BlockKind.PARAGRAPH, label, (Run(words.strip('“”"')),)))
        return one.follows

    def _change(self, one: Instruction, places: list[str]) -> None:
        if one.act is Act.DELETE:
            places = places or ([self._here] if self._here else [])
            self._take_out(places)
            self._target = places[0] if places else ""
        elif one.act is Act.READ:
            self._target = places[0] if places else self._here
        else:
            self._words(one, places or ([self._here] if self._here else []))

    # Places

    def _full(self, number: str) -> str:
        """A section's number in the style of the article: "5" is "7.5" where the others are "7.1" to "7.4"."""
        dotted = any("." in place for place, _ in self.sections)
        return f"{self.number}.{number}" if dotted and "." not in number and self.number else number

    def _known(self, number: str) -> str | None:
        places = [place for place, _ in self.sections]
        return next((one for one in (number, self._full(number)) if one and one in places), None)

    def _found(self, number: str) -> list[str]:
        place = self._known(number)
        if place is None:
            self.doubts.append(f"Section {number} is not in the article.")
        return [place] if place is not None else []

    def _places(self, numbers: Sequence[str]) -> list[str]:
        found: list[str] = []
        for number in numbers:
            first, _, last = number.partition("-")
            if not last:
                found += self._found(first)
                continue
            ends = [*self._found(first), *self._found(last)]
            order = [place for place, _ in self.sections]
            if len(ends) == 2:
                found += order[order.index(ends[0]) : order.index(ends[1]) + 1]
        return found

    def _take_out(self, places: Sequence[str]) -> None:
        self.sections = [(place, blocks) for place, blocks in self.sections if place not in places]

    # Text

    def _put(self) -> None:
        """Put the words gathered in their places: by the sections that open in them, else all where they were told."""
        blocks, self._text = tuple(self._text), []
        if not blocks:
            return
        opened = [(place, blocks[start:end]) for place, start, end in section_places(blocks)]
        for place, some in opened:
            self._put_one(place or self._target or self._here, some)

    def _put_one(self, place: str, blocks: tuple[Block, ...]) -> None:
        if not place:
            self.doubts.append(f"It is not said where “{_short(blocks[0].text)}” belongs.")
            return
        if not any(block.section for block in blocks):
            blocks = (replace(blocks[0], section=place, label=blocks[0].label or self._label(place)), *blocks[1:])
        at = next((i for i, (other, _) in enumerate(self.sections) if other == place), None)
        if at is not None:
            self.sections[at] = (place, blocks)
            return
        later = first_after(place, [other for other, _ in self.sections])
        self.sections.insert(len(self.sections) if later is None else later, (place, blocks))

    def _label(self, place: str) -> str:
        """How a section's number is printed here: as the section it replaces was, else in the style of the first."""
        if place in self._labels:
            return self._labels[place]
        for other, label in self._labels.items():
            if other in label:
                return label.replace(other, place)
        return place

    def _words(self, one: Instruction, places: Sequence[str]) -> None:
        """Words struck, put in, or changed for others: only where they stand exactly once."""
        looked = [(i, place) for i, (place, _) in enumerate(self.sections) if not places or place in places]
        hits = [
            (i, j, start)
            for i, _ in looked
            for j, block in enumerate(self.sections[i][1])
            for start in _spots(block.text, one.old)
        ]
        if len(hits) != 1:
            where = f" in section {places[0]}" if places else ""
            times = f"{len(hits)} times" if hits else "nowhere"
            self.doubts.append(f"“{_short(one.old)}” stands {times}{where}.")
            return
        i, j, start = hits[0]
        place, blocks = self.sections[i]
        new = one.new if one.act is Act.REPLACE else f"{one.new} {one.old}" if one.before else f"{one.old} {one.new}"
        changed = _rewritten(blocks[j], start, one.old, new)
        self.sections[i] = (place, (*blocks[:j], changed, *blocks[j + 1 :]))

    # Numbers

    def _renumber(self, one: Instruction) -> None:
        if not one.to:
            self._put()
            self._remaining = True
            return
        olds, news = self._places(one.sections), self._spread(one.to)
        if len(olds) != len(news):
            self.doubts.append(f"{len(olds)} sections cannot take {len(news)} numbers.")
            return
        names = dict(zip(olds, map(self._full, news), strict=True))
        self.sections = [
            (names.get(place, place), _renumbered(blocks, place, names.get(place, place)))
            for place, blocks in self.sections
        ]

    def _spread(self, numbers: Sequence[str]) -> list[str]:
        found: list[str] = []
        for number in numbers:
            first, _, last = number.partition("-")
            a, b = _count(first), _count(last)
            if last and a and b and a[0] == b[0]:
                found += [f"{a[0]}{n}" for n in range(a[1], b[1] + 1)]
            else:
                found.append(first)
        return found

    def finish(self) -> None:
        """Count the sections through again, where that was told: the first keeps its number."""
        if not self._remaining:
            return
        start = _count(self._first)
        if start is None:
            self.doubts.append("The sections have no numbers that can be counted through.")
            return
        number, done = start[1], []
        for place, blocks in self.sections:
            counted = _count(place)
            if counted is None or counted[0] != start[0]:
                done.append((place, blocks))
                continue
            new = f"{start[0]}{number}"
            done.append((new, _renumbered(blocks, place, new)))
            number += 1
        self.sections = done


def _taken_apart(blocks: Sequence[Block]) -> Iterator[Block]:
    """Paragraphs, with an instruction to renumber that stands behind other words made one of its own: so it is read
    where the lines of a plain text ran together."""
    for block in blocks:
        match = RENUMBER_LAST.search(block.text) if block.kind is not BlockKind.TABLE else None
        if match is None or instructions(block.text) or not instructions(match["told"]):
            yield block
            continue
        yield written_on(block, match.start(), len(block.text), "")
        yield Block(BlockKind.PARAGRAPH, runs=(Run(match["told"]),))


def _count(place: str) -> tuple[str, int] | None:
    match = re.fullmatch(r"(.*?)(\d+)", place)
    return (match[1], int(match[2])) if match else None


def _spots(text: str, words: str) -> list[int]:
    """Where the words stand by themselves, and not inside other ones."""
    before = r"(?<!\w)" if words[:1].isalnum() else ""
    after = r"(?!\w)" if words[-1:].isalnum() else ""
    return [match.start() for match in re.finditer(f"{before}{re.escape(words)}{after}", text)] if words else []


def _rewritten(block: Block, start: int, old: str, new: str) -> Block:
    end, text = start + len(old), block.text
    if not new:
        spaced = start and text[start - 1].isspace() and (end == len(text) or not text[end].isalnum())
        start -= 1 if spaced else 0
    if block.kind is BlockKind.TABLE:
        return block.with_text(text[:start] + new + text[end:])
    return written_on(block, start, end, new)


def _renumbered(blocks: tuple[Block, ...], old: str, new: str) -> tuple[Block, ...]:
    """A section under another number: its opening, and the labels below it that hold the number ("7.6.1")."""
    if old == new:
        return blocks
    pattern = re.compile(rf"^(\W*){re.escape(old)}(?![\w])")
    made = []
    for block in blocks:
        section = new if block.section == old else block.section
        label = pattern.sub(lambda match: f"{match[1]}{new}", block.label)
        made.append(replace(block, section=section, label=label))
    return tuple(made)


def _short(text: str) -> str:
    words = text.split()
    return " ".join(words[:8]) + (" …" if len(words) > 8 else "")
