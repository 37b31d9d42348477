"""A seen paper read: what its markings mean, what is header and legend, and the two clean texts it holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tablebook.documents.contract import outline
from tablebook.documents.marked.asides import beside_the_text, told, without_asides
from tablebook.documents.marked.evidence import gathered
from tablebook.documents.marked.header_stack import Stack, newest, read_header
from tablebook.documents.marked.legend import read_legend
from tablebook.documents.marked.markings import answers, layer
from tablebook.documents.marked.paper import Key, Look, ReadPaper, SeenPaper, SeenRun
from tablebook.documents.marked.pieces import Piece, pieces_of, sign_counts
from tablebook.documents.marked.proposals import proposed_keys
from tablebook.documents.marked.readings import Fated, lines_of, reading
from tablebook.documents.marked.redlined import colours, marked_blocks
from tablebook.documents.marked.side_by_side import columns_of
from tablebook.documents.marked.strips import Strip, strips_of
from tablebook.documents.reading import Warning_
from tablebook.domain.text import Document
from tablebook.redline.marks import Author, Mark


def read_marked(seen: SeenPaper) -> ReadPaper:
    """A paper read by its own legend, or by what its markings probably mean."""
    legend = read_legend(seen)
    stack = read_header(seen, legend.blocks)
    above = stack.blocks | legend.blocks
    strips = strips_of(seen, above)
    outside = above | beside_the_text(seen, above)
    inside = [strip for strip in strips if strip.block not in outside]
    italic = any("italic" in rule.look for rule in legend.rules)
    keys = proposed_keys(
        gathered(seen, inside, italic=italic, passed=newest(stack.lines) is not None), legend, sign_counts(inside)
    )
    return _read(seen, keys, strips, above, stack)


def read_with(seen: SeenPaper, keys: Iterable[Key]) -> ReadPaper:
    """The same paper read by these keys, such as a person chose."""
    legend = read_legend(seen)
    stack = read_header(seen, legend.blocks)
    above = stack.blocks | legend.blocks
    return _read(seen, tuple(keys), strips_of(seen, above), above, stack)


def flipped(keys: Iterable[Key], key: Key, meaning: Mark) -> tuple[Key, ...]:
    """The keys with one given another meaning by hand."""
    return tuple(
        replace(one, meaning=meaning, why="hand", reason="A person chose it.") if one == key else one for one in keys
    )


def _read(
    seen: SeenPaper, keys: tuple[Key, ...], strips: tuple[Strip, ...], above: frozenset[int], stack: Stack
) -> ReadPaper:
    blocks, remarks = _fated(seen, keys, strips, above)
    aside = frozenset() if _tracked(keys) else beside_the_text(seen, above)
    inside = [block for index, block in enumerate(blocks) if index not in above | aside]
    accepted, rejected = reading(inside, accepted=True), reading(inside, accepted=False)
    # Accepting or refusing all changes in Word leaves the header where it is.
    printed = blocks if _tracked(keys) and not any(key.why == "legend" for key in keys) else inside
    last = newest(stack.lines)
    author = Author(stack.party or "joint", last.label if last else "")
    return ReadPaper(
        seen,
        keys,
        stack.lines,
        stack.party,
        marked_blocks(blocks, author),
        colours(blocks),
        Document(outline.section_blocks(lines_of(accepted)), seen.name),
        Document(outline.section_blocks(lines_of(rejected)), seen.name),
        _printed(printed, accepted=True),
        _printed(printed, accepted=False),
        stack.articles,
        above,
        (
            *seen.warnings,
            *_warnings(keys),
            *_beside(blocks),
            *told([seen.blocks[at].text for at in sorted(aside)], remarks),
        ),
    )


def _printed(blocks: Iterable[Fated], *, accepted: bool) -> str:
    return "\n".join(paragraph.printed for paragraph in reading(blocks, accepted=accepted))


def _tracked(keys: tuple[Key, ...]) -> tuple[Key, ...]:
    return tuple(key for key in keys if layer(key) == "tracked")


def _fated(
    seen: SeenPaper, keys: tuple[Key, ...], strips: tuple[Strip, ...], above: frozenset[int]
) -> tuple[tuple[Fated, ...], tuple[str, ...]]:
    """Every block with its fate, and the remarks among their words; header and legend have no fate but Word's."""
    tracked = _tracked(keys)
    pieces = [pieces_of(strip, tracked if strip.block in above else keys) for strip in strips]
    _with_their_text(strips, pieces, keys)
    remarks: list[str] = []
    for at, strip in enumerate(strips):
        if strip.block not in above and not tracked:
            pieces[at], found = without_asides(strip, pieces[at])
            remarks += found
    by_block: dict[int, list[tuple[Strip, tuple[Piece, ...]]]] = {}
    for strip, cut in zip(strips, pieces, strict=True):
        by_block.setdefault(strip.block, []).append((strip, cut))
    fated = tuple(_block(seen, index, by_block.get(index, []), tracked) for index in range(len(seen.blocks)))
    return fated, tuple(remarks)


def _block(
    seen: SeenPaper, index: int, found: list[tuple[Strip, tuple[Piece, ...]]], tracked: tuple[Key, ...]
) -> Fated:
    block = seen.blocks[index]
    end = _end(block.mark_look, tracked)
    if not block.rows:
        return Fated(block, found[0][1] if found else (), end)
    rows: list[list[tuple[Piece, ...]]] = [[] for _ in block.rows]
    for strip, cut in found:
        rows[strip.row].append(cut)
    return Fated(
        block,
        (),
        end,
        tuple(map(tuple, rows)),
        tuple(_end(look, tracked) for look in block.row_looks),
        tuple(tuple(_end(look, tracked) for look in row) for row in block.cell_looks),
        None if tracked else columns_of(["".join(run.text for run in cell) for cell in block.rows[0]]),
    )


def _end(look: Look, tracked: tuple[Key, ...]) -> Piece:
    """The fate of something without words: a paragraph's end, a row, a cell."""
    return pieces_of(Strip(0, -1, -1, (SeenRun("", look),), (look,)), tracked)[0]


def _with_their_text(strips: tuple[Strip, ...], pieces: list[tuple[Piece, ...]], keys: tuple[Key, ...]) -> None:
    """A heading in the dress of new words is new where all the text under it is; its bold alone would not say so."""
    dresses = [key for key in keys if layer(key) == "dress" and key.meaning is Mark.INSERTED]
    for at in range(len(strips) - 1, -1, -1):
        fitting = [key for key in dresses if _wears(strips[at], key)] if strips[at].heading else []
        if fitting and _all_new(strips, pieces, at + 1):
            pieces[at] = tuple(
                replace(piece, put_in=piece.put_in or fitting[0])
                if piece.taken_out is None and (answers(piece.look, fitting[0].look) or not piece.text.strip())
                else piece
                for piece in pieces[at]
            )


def _wears(strip: Strip, key: Key) -> bool:
    """Whether all of a heading is in the dress of new words, or the title behind its plain number."""
    worn = [answers(run.look, key.look) for run in strip.runs if any(map(str.isalnum, run.text))]
    return bool(worn) and worn[-1] and (all(worn) or worn == [False, True])


def _all_new(strips: tuple[Strip, ...], pieces: list[tuple[Piece, ...]], start: int) -> bool:
    """Whether every word from here to the next heading is new, and there are such words."""
    some = False
    for at in range(start, len(strips)):
        words = [piece for piece in pieces[at] if piece.text.strip()]
        if not words:
            continue
        if strips[at].heading:
            break
        if any(piece.mark is not Mark.INSERTED for piece in words):
            return False
        some = True
    return some


def _beside(blocks: Iterable[Fated]) -> tuple[Warning_, ...]:
    """Says that the two texts were taken out of two columns."""
    if not any(block.columns is not None for block in blocks):
        return ()
    message = "The paper sets the current language beside the proposed. Each text was read from its own column."
    return (Warning_("side-by-side", None, message),)


def _warnings(keys: tuple[Key, ...]) -> tuple[Warning_, ...]:
    """What a person should know about the marks: two ways of marking at once."""
    if not _tracked(keys):
        return ()
    struck = sum(key.words for key in keys if layer(key) == "strike" and key.meaning is Mark.SAME)
    if not struck:
        return ()
    what = "1 word is" if struck == 1 else f"{struck} words are"
    message = f"{what} struck by hand in a file with tracked changes. They were left in both readings, as Word does."
    return (Warning_("struck-beside-tracked", None, message),)
