"""A signed text that says what to do with the contract, worked out: the text that the article has then.

It is a proposal. A person looks at it, mends it where it is in doubt, and confirms it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from tablebook.domain.changed_sections import changed_sections
from tablebook.domain.closing_lines import above_closing
from tablebook.domain.dataclass import dataclass
from tablebook.domain.instruction_patterns import RENUMBER_LAST, Act
from tablebook.domain.instruction_texts import (
    beside,
    like_title,
    put_behind,
    relabelled,
    renumbered,
    rewritten,
    sentence_of,
    spots,
    stem_and_count,
    title_of,
    unquoted,
    without_number,
    without_title,
)
from tablebook.domain.instruction_words import Instruction, instructions, is_instruction, sounds_like_one
from tablebook.domain.language import first_after
from tablebook.domain.phrases import shorten
from tablebook.domain.text import Block, BlockKind, Run, same_words, section_places, split_label, written_on
from tablebook.domain.values import Part

LONGEST_QUOTE = 60
"""Letters: so much of a sentence as is enough to know it by."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """What an instruction comes to: its own words, the places that change with their whole new text, and what could
    not be worked out, in sentences."""

    instruction: str
    result: tuple[Part, ...]
    doubts: tuple[str, ...] = ()


def has_instructions(parts: Sequence[Part], known: Collection[str] = ()) -> bool:
    """Whether a text says what to do, in place of what the contract will say. Words ``known`` from the contract are its
    language, however they sound."""
    return any(
        is_instruction(block.text)
        for part in parts
        for block in part.blocks
        if block.kind is not BlockKind.TABLE and not (known and same_words(block.text) in known)
    )


def proposed_result(
    number: str, base: tuple[Block, ...], parts: Sequence[Part], close: tuple[Block, ...] = ()
) -> Proposed | None:
    """The result of carrying out a text's instructions on an article of this number; None where it has none. The lines
    to sign at its end, ``close``, stay with the section that they stand in."""
    if not has_instructions(parts):
        return None
    language = above_closing(base, close)
    work = _Work(number, language, counts_on=_tells_to_count_on(parts))
    for part in parts:
        work.part(part)
    work.finish()
    last = [place for place, _, _ in section_places(language)][-1:]
    result = tuple(
        replace(part, blocks=(*part.blocks, *close)) if [part.place] == last and part.blocks else part
        for part in changed_sections(language, work.sections)
    )
    return Proposed("\n".join(work.said), result, tuple(dict.fromkeys(work.doubts)))


class _Work:
    """An article being changed, section by section."""

    def __init__(self, number: str, base: tuple[Block, ...], *, counts_on: bool) -> None:
        self.number = number
        self.sections = [(place, base[start:end]) for place, start, end in section_places(base)]
        self.said: list[str] = []
        self.doubts: list[str] = []
        self._text: list[Block] = []
        self._target = self._here = ""
        self._remaining = counts_on
        self._opening: Block | None = None
        """The heading whose words are still to come."""
        self._adds = self._joins = False
        """Whether the words gathered go behind those of their section, and in the same paragraph."""
        self._between = ""
        """The number at which a new section was told to come in."""
        self._come: list[tuple[str, tuple[Block, ...]]] = []
        """New sections under numbers that others have until they are counted on."""
        self._reads: set[str] = set()
        """The sections that were told to read otherwise, also under another title."""
        self._struck = False
        self._first = next((place for place, _ in self.sections if place), "")
        self._labels = {place: blocks[0].label for place, blocks in self.sections if place and blocks[0].label}

    def part(self, part: Part) -> None:
        """Carry out one part of the text: an instruction by itself, or with the words that follow it."""
        self._here, self._opening = part.place, None
        if part.deleted:
            self._take_out(self._found(part.place))
            return
        if not has_instructions((part,)):
            self._target, self._adds = part.place, False
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
            elif block.kind is BlockKind.HEADING:
                self._head(block)
            elif block.text.strip():
                self._loose(block)
        self._put()

    def _head(self, block: Block) -> None:
        """The heading of a section: what follows is told of it, or is its text."""
        if block.section:
            self._put()
            self._here, self._target, self._opening, self._adds = block.section, "", block, False

    def _loose(self, block: Block) -> None:
        if sounds_like_one(block.text):
            self.said.append(block.printed)
            self.doubts.append(f"“{shorten(block.text, LONGEST_QUOTE)}” could not be worked out.")
        else:
            self._target = self._target or block.section or self._here
            if self._opening is not None:
                self._text.append(self._opening)
                self._opening = None
            self._text.append(block)

    def _do(self, one: Instruction) -> bool:
        """Carry out one instruction; True where the words that follow belong to it."""
        if one.left:
            self.doubts.append(f"“{shorten(one.left, LONGEST_QUOTE)}” could not be worked out.")
        if one.act is not Act.RENUMBER:  # it may stand between another one and its words
            self._between, self._adds, self._joins = "", one.act in (Act.ADD, Act.APPEND), one.joined
        if one.act is Act.APPEND or (one.inner and self._here):
            self._target = next(iter(self._places(() if one.inner else one.sections)), "") or self._here
        elif one.act is Act.ADD:
            known = self._known(one.sections[0]) if one.sections else None
            self._target = known or (self._full(one.sections[0]) if one.sections else self._target)
            if known and not self._remaining:
                self.doubts.append(f"Section {known} is in the article already.")
            elif known:
                self._between = known
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
            self._reads.update(places or [self._here])
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
        self._struck = self._struck or bool(places)
        self.sections = [(place, blocks) for place, blocks in self.sections if place not in places]

    # Text

    def _put(self) -> None:
        """Put the words gathered in their places: by the sections that open in them, else all where they were told."""
        blocks, self._text = unquoted(self._text), []
        if not blocks:
            return
        opened = [(place, blocks[start:end]) for place, start, end in section_places(blocks)]
        for place, some in opened:
            self._put_one(place or self._target or self._here, some)

    def _put_one(self, place: str, blocks: tuple[Block, ...]) -> None:
        if not place:
            self.doubts.append(f"It is not said where “{shorten(blocks[0].text, LONGEST_QUOTE)}” belongs.")
            return
        at = next((i for i, (other, _) in enumerate(self.sections) if other == place), None)
        if not any(block.section for block in blocks):
            behind = at is not None and self._adds and place != self._between
            blocks = blocks if behind else self._headed(place, at, blocks)
        if at is not None:
            self._put_over(at, blocks)
            return
        later = first_after(place, [other for other, _ in self.sections])
        self.sections.insert(len(self.sections) if later is None else later, (place, blocks))

    def _headed(self, place: str, at: int | None, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """Words without a number as a section. One that is told to read otherwise keeps its title, whether or not the
        instruction names it; a line that looks like another title is asked about."""
        old = self.sections[at][1] if at is not None and place in self._reads else ()
        bare = without_number(blocks[0], place)
        if not title_of(old):
            return (replace(bare, section=place, label=bare.label or self._label(place)), *blocks[1:])
        words = (bare, *blocks[1:])
        if (rest := without_title(words, old[0].text)) is not None:
            return (old[0], *rest)
        if len(words) > 1 and like_title(bare.text):
            self.doubts.append(f"“{bare.text.strip()}” is read as the new title of Section {place}.")
            return (replace(old[0], runs=bare.runs), *words[1:])
        if like_title(re.split(r"[.:—]\s", bare.text, maxsplit=1)[0]):  # "Class Load. At most 22 pupils."
            self.doubts.append(f"Section {place} keeps its title “{old[0].text.strip()}”: see that it should.")
        return (old[0], *words)

    def _put_over(self, at: int, blocks: tuple[Block, ...]) -> None:
        """Put words in a place that the article has: in its words' stead, behind them, or as a new section there."""
        place, old = self.sections[at]
        if place == self._between:
            self._come.append((place, blocks))
            return
        if self._adds and blocks[0].kind is not BlockKind.HEADING:
            if (label := blocks[0].label.strip()) and not blocks[0].section and label in {one.label for one in old}:
                self.doubts.append(f"{label} is in Section {place} already: see which letters they are to have.")
            self.sections[at] = (place, put_behind(old, blocks, joined=self._joins))
            return
        title, new = title_of(old), title_of(blocks)
        if title and new and title != new and place not in self._reads:
            both = f"“{blocks[0].text.strip()}” is numbered {place}, as “{old[0].text.strip()}” is"
            if self._remaining:
                self._come.append((place, blocks))
                if self._struck:
                    self.doubts.append(f"{both}, and other sections go: see which of them are to stay.")
                return
            self.doubts.append(f"{both}: it is not said whether it comes in its stead.")
        self.sections[at] = (place, blocks)

    def _label(self, place: str) -> str:
        """How a section's number is printed here: as the section it replaces was, else in the style of the first."""
        if place in self._labels:
            return self._labels[place]
        made = (relabelled(label, other, place) for other, label in self._labels.items() if other in label)
        return next(made, place)

    def _words(self, one: Instruction, places: Sequence[str]) -> None:
        """Words struck, put in, or changed for others: only where they stand exactly once."""
        looked = [(i, place) for i, (place, _) in enumerate(self.sections) if not places or place in places]
        if one.sentence:
            struck = sentence_of(self.sections[looked[0][0]][1], one.sentence) if len(looked) == 1 else None
            if struck is None:
                self.doubts.append(f"It is not plain which sentence is the {one.sentence}.")
                return
            one = replace(one, old=struck)
        hits = [
            (i, j, start)
            for i, _ in looked
            for j, block in enumerate(self.sections[i][1])
            for start in spots(block.text, one.old)
        ]
        if len(hits) != 1:
            where = f" in section {places[0]}" if places else ""
            times = f"{len(hits)} times" if hits else "nowhere"
            self.doubts.append(f"“{shorten(one.old, LONGEST_QUOTE)}” stands {times}{where}.")
            return
        i, j, start = hits[0]
        place, blocks = self.sections[i]
        new = one.new
        if one.act is Act.INSERT:
            new = beside(one.new, one.old) if one.before else beside(one.old, one.new)
        changed = rewritten(blocks[j], start, one.old, new)
        self.sections[i] = (place, (*blocks[:j], changed, *blocks[j + 1 :]))

    # Numbers

    def _renumber(self, one: Instruction) -> None:
        if not one.to:
            self._put()  # counted through when all is told
            return
        olds, news = self._places(one.sections), self._spread(one.to)
        if len(olds) != len(news):
            self.doubts.append(f"{len(olds)} sections cannot take {len(news)} numbers.")
            return
        names = dict(zip(olds, map(self._full, news), strict=True))
        self.sections = [
            (names.get(place, place), renumbered(blocks, place, names.get(place, place)))
            for place, blocks in self.sections
        ]

    def _spread(self, numbers: Sequence[str]) -> list[str]:
        found: list[str] = []
        for number in numbers:
            first, _, last = number.partition("-")
            a, b = stem_and_count(first), stem_and_count(last)
            if last and a and b and a[0] == b[0]:
                found += [f"{a[0]}{n}" for n in range(a[1], b[1] + 1)]
            else:
                found.append(first)
        return found

    def finish(self) -> None:
        """Count the sections through again, where that was told: the first keeps its number."""
        if not self._remaining:
            return
        start = stem_and_count(self._first)
        if start is None:
            self.doubts.append("The sections have no numbers that can be counted through.")
            return
        self._let_in(start)
        number, done = start[1], []
        for place, blocks in self.sections:
            counted = stem_and_count(place)
            if counted is None or counted[0] != start[0]:
                done.append((place, blocks))
                continue
            new = f"{start[0]}{number}"
            made = renumbered(blocks, place, new)
            if place != new and made[0].label == blocks[0].label:
                self.doubts.append(f"The number of section {place} is not printed so that it could be changed.")
            done.append((new, made))
            number += 1
        self.sections = done

    def _let_in(self, start: tuple[str, int]) -> None:
        """Put new sections before those that had their numbers, which are counted on then."""
        if not self._come:
            return
        counted = [count[1] for place, _ in self.sections if (count := stem_and_count(place)) and count[0] == start[0]]
        if counted != list(range(start[1], start[1] + len(counted))) and not self._struck:
            self.doubts.append("The sections are not numbered without gaps: see which numbers they are to have.")
        for place, blocks in self._come:
            first = next((i for i, (other, _) in enumerate(self.sections) if stem_and_count(other) == start), 0)
            number = stem_and_count(place)
            at = first + number[1] - start[1] if number and number[0] == start[0] else len(self.sections)
            self.sections.insert(at, (place, blocks))


def _tells_to_count_on(parts: Sequence[Part]) -> bool:
    """Whether a text tells to renumber the remaining sections."""
    told = (one for part in parts for block in _taken_apart(part.blocks) if block.kind is not BlockKind.TABLE
            for one in instructions(block.text))  # fmt: skip
    return any(one.act is Act.RENUMBER and not one.to for one in told)


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
