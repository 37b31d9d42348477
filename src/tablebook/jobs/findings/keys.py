"""What a doubtful marking means, told by the text the paper started from: words that are marked somehow and were not in
that text are new."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tablebook.documents.marked.paper import Key
from tablebook.domain.codes import Party
from tablebook.domain.negotiation import Negotiation
from tablebook.errors import UserError
from tablebook.jobs.findings.base import nearest
from tablebook.jobs.findings.paper_parts import paper_parts
from tablebook.jobs.paper_items import split_by_target
from tablebook.jobs.received_file import ReceivedFile, read_again
from tablebook.jobs.targets import Target
from tablebook.redline.marks import Mark

MOST_TRIED = 6


def fitted(state: Negotiation, targets: Sequence[Target], party: Party, came: ReceivedFile) -> ReceivedFile:
    """The paper with each doubtful marking meaning "new", or nothing, where its old text then fits better to a text of
    the book. A legend that says what is new, Word's own record and a person's choice are not overruled."""
    told = [key for key in came.paper.keys if not _doubtful(key)] if came.paper else []
    told = [key for key in told if key.why != "proposed"]
    if came.paper is None or any(key.why == "hand" or key.meaning is Mark.INSERTED for key in told):
        return came
    best, cost = came, _distance(state, targets, party, came)
    for key in [key for key in came.paper.keys if _doubtful(key)][:MOST_TRIED]:
        if not cost or best.paper is None:
            break
        taken_out = Mark.DELETED if key.look.strike else Mark.SAME
        other = taken_out if key.meaning is Mark.INSERTED else Mark.INSERTED
        new = replace(key, meaning=other, reason="So their old text is the one it started from.")
        tried = read_again(best, tuple(new if one == key else one for one in best.paper.keys))
        if (less := _distance(state, targets, party, tried)) < cost:
            best, cost = tried, less
    return best


def _doubtful(key: Key) -> bool:
    """Worked out, and not that it is taken out; or a strike of which a sentence is read as saying that it is new."""
    strange = key.why == "legend" and bool(key.look.strike) and key.meaning is Mark.INSERTED
    return (strange or (key.why == "proposed" and key.meaning is not Mark.DELETED)) and key.words > 0


def _distance(state: Negotiation, targets: Sequence[Target], party: Party, came: ReceivedFile) -> int:
    """In how many words the paper's old text differs from the nearest text of the book, over all its items."""
    old = came.old if came.old is not None else came.blocks
    new_by = split_by_target(state, targets, came.blocks, old)
    old_by = split_by_target(state, targets, old, came.blocks)
    total = 0
    for target in targets:
        try:
            read = paper_parts(state, target, new_by.get(target.key, ()), old_by.get(target.key, ()))
        except UserError:
            continue
        before = read.old or ()
        base = nearest(state, target.key, party, before, [part.place for part in before])
        total += base.distance if base else 0
    return total
