"""What stands under another number now, in words: "7.4 is now 7.5, words unchanged"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tablebook.domain.dataclass import dataclass
from tablebook.domain.text import BlockKind
from tablebook.redline.marks import Mark, MarkedBlock, Redline
from tablebook.redline.tokens import plain_words


@dataclass(frozen=True, slots=True)
class Renumbered:
    """One printed label that changed. ``within`` is the article and section it stands in, as far as its own label does
    not say so; ``unchanged`` says that all words under it are the same; ``moved`` that it also stands elsewhere."""

    old: str
    new: str
    old_block: int | None
    new_block: int | None
    within: str = ""
    unchanged: bool = True
    moved: bool = False

    @property
    def said(self) -> str:
        """The sentence without its full stop."""
        old, new = bare(self.old), bare(self.new)
        if old and new:
            words = f"{old} is now {new}"
        else:
            words = f"{new} had no number before" if new else f"{old} has no number now"
        place = f"in {self.within}: " if self.within else ""
        return f"{place}{words}{', moved' if self.moved else ''}{', words unchanged' if self.unchanged else ''}"


def bare(label: str) -> str:
    """A label without the stop or dash that sets it off from the words."""
    return label.rstrip(" —–-:.")


def reads_alike(block: MarkedBlock) -> bool:
    """Whether a block whose label changed is printed the same: its number is told apart in the one text, and stands
    among the words in the other."""
    if block.old_label is None or block.start.mark is not Mark.SAME:
        return False
    old = "".join(run.text for run in block.runs if run.mark is not Mark.INSERTED)
    new = "".join(run.text for run in block.runs if run.mark is not Mark.DELETED)
    return plain_words(f"{block.old_label} {old}") == plain_words(f"{block.label} {new}")


def renumbered(redline: Redline) -> tuple[Renumbered, ...]:
    """Each block that stands under another label now, in the order of the new text."""
    return tuple(_renumbered(redline.blocks))


def _renumbered(blocks: Sequence[MarkedBlock]) -> Iterator[Renumbered]:
    sources = {block.move: block for block in blocks if block.move and block.start.mark is Mark.DELETED}
    article = section = ""
    for at, block in enumerate(blocks):
        if block.kind is BlockKind.HEADING and block.label and not block.section:
            article, section = bare(block.label), ""
        section = block.section or section
        source = sources.get(block.move) if block.start.mark is Mark.INSERTED else None
        old = source.label if source is not None else block.old_label
        if old is None or old == block.label or reads_alike(block):
            continue
        if source is None and block.start.mark is not Mark.SAME:
            continue
        before = source.old_index if source is not None else block.old_index
        within = _place(block, article, section)
        same = not any(map(_differs, _under(blocks, at))) if source is None else _same_words(source, block)
        yield Renumbered(old, block.label, before, block.new_index, within, same, source is not None)


def _place(block: MarkedBlock, article: str, section: str) -> str:
    """Where a label stands: "12.1" says its article itself, "Section 3" and "a." do not."""
    if block.kind is BlockKind.HEADING and not block.section:
        return ""
    inner = "" if block.section else bare(section)
    number = article.split(" ")[-1]
    outer = "" if (inner or bare(block.label)).startswith(f"{number}.") else article
    return ", ".join(filter(None, (outer, inner)))


def _under(blocks: Sequence[MarkedBlock], at: int) -> Iterator[MarkedBlock]:
    """The block and, where it heads an article or opens a section, all that stands under it."""
    first = blocks[at]
    yield first
    if not first.section and first.kind is not BlockKind.HEADING:
        return
    for block in blocks[at + 1 :]:
        heads = block.kind is BlockKind.HEADING
        if (heads and block.level <= first.level) or (first.section and (block.section or heads)):
            return
        yield block


def _differs(block: MarkedBlock) -> bool:
    """Whether words differ, or stand in one text alone."""
    return block.moved or any(run.mark is not Mark.SAME and not run.text.isspace() for run in block.all_runs)


def _same_words(source: MarkedBlock, block: MarkedBlock) -> bool:
    ours, theirs = ("".join(run.text for run in each.all_runs).split() for each in (source, block))
    return ours == theirs
