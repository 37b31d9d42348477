"""What they did not mark: every difference between what a paper started from and what it gives as the old text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tablebook.domain.cautions import Caution, block_place
from tablebook.domain.dataclass import dataclass
from tablebook.domain.phrases import shorten
from tablebook.domain.text import Block, BlockKind
from tablebook.jobs.findings.became import quoted, short, trimmed, with_context
from tablebook.jobs.findings.remarks import is_remark
from tablebook.jobs.findings.strands import QUIET, Fate, Stretch, folded, lines_of, marked_words, stretches, threaded
from tablebook.redline.marks import MarkedBlock

LONGEST_SUBJECT = 26
NOT_MARKED, MARKED_SAME, MISQUOTED = "not-marked", "marked-same", "misquoted"


@dataclass(frozen=True, slots=True)
class Found:
    """A finding or a confirmed change with its place in the three texts: positions of the block in what the paper
    started from and in its new text, and of the words in the latter. ``words`` are those at fault alone, where ``new``
    has one more to be recognised by."""

    place: str
    old: str
    new: str
    base_index: int | None
    new_index: int | None
    start: int = -1
    end: int = -1
    code: str = NOT_MARKED
    sentence: str = ""
    words: str = ""

    def caution(self, article: str) -> Caution:
        """As a finding, not yet placed on the page."""
        return Caution(self.code, self.sentence, self.place, False, self.old, self.new, article)


@dataclass(frozen=True, slots=True)
class Unmarked:
    """What a paper did without a mark, and what it marked."""

    quiet: tuple[Found, ...]
    marked: tuple[Found, ...]


def compared(base: Sequence[Block], old: Sequence[Block], new: Sequence[Block], label: str, article: str) -> Unmarked:
    """All differences of the three texts; ``label`` names the first ("U-3", "the contract"), ``article`` the item."""
    quiet: list[Found] = []
    marked: list[Found] = []
    section = ""
    blocks = threaded(base, old, new)
    for at, block in enumerate(blocks):
        section = block.section or section
        # A paragraph rewritten whole stands as a new one beside the struck one.
        beside = " ".join(map(marked_words, blocks[max(at - 1, 0) : at + 2]))
        quiet.extend(_quiet(block, section, label, article, beside))
        marked.extend(_marked(block, section))
    return Unmarked(tuple(_moves_joined(quiet, article)), tuple(marked))


def _found(
    block: MarkedBlock,
    section: str,
    stretch: Stretch,
    old: str,
    new: str,
    sentence: str,
    code: str = NOT_MARKED,
    words: str = "",
) -> Found:
    plain = Block(block.kind, block.label or block.old_label or "", section=block.section)
    start, end = (stretch.start, stretch.end) if not block.rows else (-1, -1)
    return Found(block_place(section, plain), old, new, block.old_index, block.new_index, start, end, code, sentence,
                 words)  # fmt: skip


def _quiet(block: MarkedBlock, section: str, label: str, article: str, marked: str) -> Iterator[Found]:
    for line in lines_of(block):
        for stretch in stretches(line):
            if not stretch.holds(*QUIET):
                continue
            _kept_after_all(stretch, marked)
            old, new = trimmed(stretch.of(Fate.LEFT_OUT), stretch.of(Fate.ADDED))
            struck, again = stretch.of(Fate.MISQUOTED), stretch.of(Fate.AGAIN)
            where = block_place(section, Block(block.kind, block.label, section=block.section)) or article
            if struck and not _spaced_alike(struck, old):
                yield _found(block, section, stretch, old, stretch.of(Fate.ADDED, Fate.NEW), code=MISQUOTED,
                             sentence=_misquoted(struck, old, where, label))  # fmt: skip
            elif (old or new) and not _trivial(block, old, new) and not _is_label(block, stretch, old or new):
                yield _found(block, section, stretch, *with_context(old, new, stretch.after), words=new,
                             sentence=_not_marked(old, new, stretch.after, where))  # fmt: skip
            if again and block.kind is not BlockKind.HEADING:
                yield _found(block, section, stretch, again, again, code=MARKED_SAME,
                             sentence=f"{quoted(again)} is marked as new in {where}, and stands in "
                             f"{label} already.")  # fmt: skip


def _kept_after_all(stretch: Stretch, marked: str) -> None:
    """A paragraph that was rewritten whole is struck and written anew, with the words in it that were not marked:
    those were changed, not misquoted."""
    struck = stretch.of(Fate.MISQUOTED)
    if struck and folded(struck) in marked:
        stretch.words[Fate.ADDED] = stretch.words.get(Fate.ADDED, "") + stretch.words.pop(Fate.MISQUOTED)


def _trivial(block: MarkedBlock, old: str, new: str) -> bool:
    """What is no change of language: capitals in a heading, a remark beside the words."""
    if block.kind is BlockKind.HEADING and folded(old).casefold() == folded(new).casefold():
        return True
    if _spaced_alike(old, new):
        return True
    signs_only = not any(map(str.isalnum, old + new))
    return (signs_only and block.kind is BlockKind.HEADING) or (not old and is_remark(new))


def _is_label(block: MarkedBlock, stretch: Stretch, words: str) -> bool:
    """Whether words at a paragraph's beginning are its printed number, which one reading has among the words."""
    number = "".join(filter(str.isalnum, words))
    labels = ("".join(filter(str.isalnum, label or "")) for label in (block.label, block.old_label))
    return bool(number) and not stretch.before.strip() and any(label.endswith(number) for label in labels)


def _spaced_alike(one: str, other: str) -> bool:
    """Whether only spaces differ: where a file has them says more of its printing than of the words."""
    return "".join(folded(one).split()) == "".join(folded(other).split())


def _not_marked(old: str, new: str, after: str, place: str) -> str:
    if not old:
        return f"The paper adds {quoted(new)} in {place} without marking it."
    if not new:
        return f"The paper leaves out {quoted(old)} in {place} without marking it."
    before, now = with_context(old, new, after)
    return f"The paper changes {quoted(before)} to {quoted(now)} in {place} without marking it."


def _misquoted(struck: str, old: str, where: str, label: str) -> str:
    there = f"where {label} has {quoted(old)}" if old else f"which {label} does not have"
    return f"The paper strikes {quoted(struck)} in {where}, {there}."


def _moves_joined(found: Sequence[Found], article: str) -> Iterator[Found]:
    """A paragraph left out in one place and added in another has moved."""
    quiet = [one for one in found if one.code == NOT_MARKED]
    came = {folded(one.new) for one in quiet if not one.old and len(one.new.split()) > 3}
    gone = {folded(one.old) for one in quiet if not one.new}
    for one in found:
        if one in quiet and not one.old and folded(one.new) in gone & came:
            moved = f"The paper moves {quoted(one.new)} to {one.place or article} without marking it."
            yield replace(one, old=one.new, sentence=moved)
        elif not (one in quiet and not one.new and folded(one.old) in came):
            yield one


def _marked(block: MarkedBlock, section: str) -> Iterator[Found]:
    """The changes that the paper marks, and that are changes."""
    first = "".join(run.text for run in block.all_runs if run.striker is None)
    lead = first.split(":")[0] if ":" in first and len(first.split(":")[0].split()) <= 6 else ""
    for line in lines_of(block):
        for stretch in stretches(line, islands=2):
            old, new = trimmed(stretch.of(Fate.STRUCK), stretch.of(Fate.NEW))
            if folded(old) == folded(new):
                continue
            inside = lead if block.label and lead and folded(lead) not in folded(new) else ""
            yield _found(block, section, stretch, old, new, _in_short(old, new, inside), "marked")


def _in_short(old: str, new: str, subject: str) -> str:
    """ "Kindergarten, 22 to 24", "New: ...", "Struck: ..."."""
    subject = shorten(subject, LONGEST_SUBJECT)
    if old and new:
        return f"{subject}, {short(old)} to {short(new)}" if subject else f"{short(old)} to {short(new)}"
    return f"New: {short(new)}" if new else f"Struck: {short(old)}"
