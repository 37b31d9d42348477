"""The proof: a final text, typed by whomever, against the current contract and the texts that were signed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tablebook.domain.contract import Contract
from tablebook.domain.text import Block
from tablebook.proof.cells import by_cells
from tablebook.proof.closing import closing_as_typed
from tablebook.proof.coloured import coloured
from tablebook.proof.footnotes import notes_at_home
from tablebook.proof.front import front_of, is_in, place_of_front, put_above, title_page
from tablebook.proof.judge import Judge
from tablebook.proof.labels import out_of_step
from tablebook.proof.matching import Gap, Match, differs, match, match_but_labels, unlabelled
from tablebook.proof.memoranda import kinds_as_typed
from tablebook.proof.moves import Move, split_moves
from tablebook.proof.noise import UNIT_WORDS, below_front, without_furniture, without_labels
from tablebook.proof.results import Proof, Relabelled, Sources, Trace, source_at
from tablebook.proof.scrambled import by_tables
from tablebook.proof.set_aside import AllLines, without_set_aside
from tablebook.proof.stops import other_stops
from tablebook.proof.stream import Stream, rejoined, stream_of_blocks, stream_of_contract
from tablebook.proof.tables import by_table
from tablebook.proof.three_way import ThreeWay


def prove(
    current: Contract,
    signed: Contract,
    final: Sequence[Block],
    sources: Sources,
    all_lines: AllLines = tuple,
    in_colour: bool = False,
    front: Sequence[Block] = (),
) -> Proof:
    """``signed`` is the current contract with the signed texts in their places, ``sources`` says which TA each place
    is under. Of ``final`` only the words in their order count: its layout, its numbering and its typography may be any.
    ``all_lines`` gives the lines of its file, for words that its reading set aside. ``in_colour`` also gives the whole
    text in runs. ``front`` is what the contract's own file has above its first unit.
    """
    text = stream_of_blocks(final)
    top, place = front_of(final, signed, current), place_of_front(signed)
    above = front if front and is_in(front, top) else ()
    expected = kinds_as_typed(stream_of_contract(signed, above, place), text)
    if new := signed.by_key.keys() - current.by_key.keys():
        expected = closing_as_typed(expected, text, new)
    text = notes_at_home(rejoined(text, expected), expected)
    expected = rejoined(expected, text)
    now = expected
    if current != signed:
        now = rejoined(kinds_as_typed(stream_of_contract(current, above, place), text), text)
    to_final, relabelled = match_but_labels(expected, text)
    from_current = Match((), ((0, 0, len(now.keys)),)) if now is expected else match(now, expected)
    way = ThreeWay(expected, text, now, to_final, from_current)
    gaps, moves, relabelled = _in_words(to_final, relabelled, expected, text)
    gaps, aside = without_set_aside(
        without_furniture(gaps, expected, text, from_current.gaps), expected, text, all_lines
    )
    judge = Judge(way, sources)
    told, beside = title_page(by_table(judge.all(gaps, moves, to_final), judge), place, expected, text)
    put_in, titles = put_above(text, _above(to_final.gaps, text), place)
    if front and not top:
        beside = (f"{place.name} the final text has nothing; the contract's own file has words there.", *beside)
    told = [*put_in, *told]
    lines = coloured(judge, told) if in_colour else ()
    return Proof(
        tuple(one.finding for one in told),
        tuple(_traces(judge, now, from_current)),
        tuple(_relabelled(relabelled, expected, text)),
        tuple(aside),
        titles,
        lines,
        beside,
    )


def _in_words(
    to_final: Match, relabelled: Sequence[Gap], expected: Stream, text: Stream
) -> tuple[list[Gap], list[Move], list[Gap]]:
    """The differences in words, what moved, and the labels that are only others."""
    words, labels = without_labels(to_final.gaps, expected, text)
    mistaken, renumbered = _mistaken([*relabelled, *labels], expected, text)
    words = by_cells(by_tables(words, expected, text), expected, text)
    gaps, moves = split_moves(words, unlabelled(expected), unlabelled(text))
    # Beside words that moved away a broken one is left, which differs in nothing else.
    gaps, left = without_labels((gap for gap in gaps if differs(gap, expected, text)), expected, text)
    moves = [move._replace(edits=tuple(without_labels(move.edits, expected, text)[0])) for move in moves]
    return sorted((*gaps, *mistaken)), moves, sorted((*renumbered, *left))


def _traces(judge: Judge, now: Stream, from_current: Match) -> Iterator[Trace]:
    """Each difference of the signed text to the current contract, with the TA that it is under."""
    for one in from_current.gaps:
        yield Trace(judge.place_of(one), *judge.words_of(one), judge.source_of[one])
    for at, there in other_stops(now, judge.signed, from_current):
        place = judge.signed.place(there)
        old, new = now.words(at, at + 2), judge.signed.words(there, there + 2)
        yield Trace(place, old, new, source_at(judge.sources, place))


def _mistaken(relabelled: Sequence[Gap], expected: Stream, text: Stream) -> tuple[list[Gap], list[Gap]]:
    """Labels that count with no other in the final text, and the labels that are only others."""
    pairs = {
        gap: (expected.line[gap.a], text.line[gap.c])
        for gap in relabelled
        if gap.b - gap.a == gap.d - gap.c == 1 and expected.is_label(gap.a)
    }
    broken = out_of_step(expected.lines, text.lines, list(pairs.values()))
    told = [gap for gap in relabelled if pairs.get(gap) in broken]
    return told, [gap for gap in relabelled if gap not in told]


def _above(gaps: Sequence[Gap], text: Stream) -> int:
    """How many words the final text has before those that it has in common with the contract."""
    return below_front(gaps[0], text).c if gaps and not gaps[0].a and not gaps[0].c else 0


def _relabelled(gaps: Sequence[Gap], expected: Stream, text: Stream) -> Iterator[Relabelled]:
    for gap in gaps:
        words = {*expected.keys[gap.a : gap.b]}, {*text.keys[gap.c : gap.d]}
        if any(some and some <= UNIT_WORDS for some in words):
            continue  # the word "Article", beside something that was lost or put in, is no number
        at = gap.a if gap.a < len(expected.keys) else gap.a - 1
        yield Relabelled(expected.place(at), expected.words(gap.a, gap.b), text.words(gap.c, gap.d))
