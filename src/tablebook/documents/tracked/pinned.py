"""Paragraph ends that cannot be struck or new: the last one of a body, a cell or a note, and one before a table."""

from __future__ import annotations

from tablebook.documents.tracked.steps import Step
from tablebook.redline.marks import Mark


def pinned(steps: list[Step]) -> list[Step]:
    """The same stream with such ends kept, as far as there is one to keep."""
    found = _last_kept(steps)
    begun = 0
    out: list[Step] = []
    for at, step in enumerate(found):
        if step.atom.block is not None and not step.ends_paragraph:
            out.extend(_before_table(found[begun:at]))
            out.append(step)
            begun = at + 1
    return out + found[begun:]


def _before_table(steps: list[Step]) -> list[Step]:
    """Paragraphs between two tables. Programs cannot join the last of them with a table, so that its end is kept."""
    last = _last_same(steps)
    tail = steps[last + 1 :]
    if not tail or any(step.atom.ends_section for step in tail):
        return steps
    for step in tail:
        step.move = 0
    left, come = _sides(tail)
    if left and come:
        return steps[: last + 1] + _both(left, come)
    return _shifted(steps, last) if last >= 0 else steps


def _last_same(steps: list[Step]) -> int:
    """The last end (or table) that both texts have; -1 for none."""
    kept = (k for k in range(len(steps) - 1, -1, -1) if steps[k].mark is Mark.SAME and steps[k].atom.block is not None)
    return next(kept, -1)


def _sides(tail: list[Step]) -> tuple[list[Step], list[Step]]:
    return [step for step in tail if step.old is not None], [step for step in tail if step.new is not None]


def _last_kept(steps: list[Step]) -> list[Step]:
    """The stream with its very last end kept."""
    last = _last_same(steps)
    tail = steps[last + 1 :]
    if not tail or not steps[-1].ends_paragraph:
        return steps
    for step in tail:
        step.move = 0
    left, come = _sides(tail)
    kept = steps[last] if last >= 0 else None
    if left and come:
        return steps[: last + 1] + _both(left, come)
    if kept is None or not kept.ends_paragraph:
        return steps
    if not any(step.atom.block is not None and not step.ends_paragraph for step in tail):
        return _shifted(steps, last)
    start = _paragraph_start(steps, last)
    whole = steps[start : last + 1]
    ours = [Step(Mark.DELETED, step.old) for step in whole if step.old is not None]
    theirs = [Step(Mark.INSERTED, None, step.new) for step in whole if step.new is not None]
    return steps[:start] + _both(ours + left, theirs + come)


def _paragraph_start(steps: list[Step], last: int) -> int:
    """Where the last kept paragraph begins: after the end before it that both texts have."""
    start = last
    while start and not (steps[start - 1].mark is Mark.SAME and steps[start - 1].atom.block is not None):
        start -= 1
    return start


def _shifted(steps: list[Step], last: int) -> list[Step]:
    """Only paragraphs went (or came) after the last kept end: the first end goes (or comes) and the last is kept."""
    kept, final = steps[last], steps[-1]
    steps[last] = Step(final.mark, kept.old if final.old else None, kept.new if final.new else None)
    steps[-1] = Step(Mark.SAME, final.old or kept.old, final.new or kept.new)
    return steps


def _both(left: list[Step], come: list[Step]) -> list[Step]:
    """What went, then what came, up to one end in common. Tables stand before, each after a whole paragraph."""
    if not (left[-1].ends_paragraph and come[-1].ends_paragraph):
        return left + come
    went, came = _after_tables(left), _after_tables(come)
    end = Step(Mark.SAME, left[-1].old, come[-1].new)
    return left[:went] + come[:came] + left[went:-1] + come[came:-1] + [end]


def _after_tables(steps: list[Step]) -> int:
    return next(
        (
            k + 1
            for k in range(len(steps) - 1, -1, -1)
            if steps[k].atom.block is not None and not steps[k].ends_paragraph
        ),
        0,
    )


def typed(steps: list[Step]) -> list[Step]:
    """Whole paragraphs that come after words that come (or go after words that go) as they would be typed: in one
    stroke from the middle of a paragraph. Programs take such strokes for one, and lose the end that stands between."""
    at = 0
    while at < len(steps):
        last = _stroke_end(steps, at)
        if last > at:
            kept, final = steps[at], steps[last]
            struck = final.mark is Mark.DELETED
            steps[at] = Step(final.mark, kept.old if struck else None, None if struck else kept.new)
            steps[last] = Step(Mark.SAME, final.old or kept.old, final.new or kept.new)
            at = last
        at += 1
    return steps


def _stroke_end(steps: list[Step], at: int) -> int:
    """Where the paragraphs end that go on with the stroke before the kept end at ``at``; ``at`` where none do."""
    kept = steps[at]
    if not at or kept.mark is not Mark.SAME or not kept.ends_paragraph or kept.old is None or kept.new is None:
        return at
    before = steps[at - 1]
    if before.mark is Mark.SAME or before.atom.block is not None:
        return at
    last = at
    for place in range(at + 1, len(steps)):
        step = steps[place]
        table = step.atom.block is not None and not step.ends_paragraph
        if step.mark is not before.mark or step.move or table:
            break
        if step.ends_paragraph:
            last = place
    return last
