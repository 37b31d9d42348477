"""The successor agreement as Word files: clean, and with tracked changes against the current contract; re-read before
it is handed out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from tablebook.documents.successor.paragraphs import literal
from tablebook.documents.successor.places import body_read, homes
from tablebook.documents.successor.proof import NO_LABEL, Wrong, wrong
from tablebook.documents.successor.splice import Splice, outside
from tablebook.documents.tracked.compare import compare_docx
from tablebook.documents.tracked.models import Indents
from tablebook.documents.tracked.names import SECT, Element, W
from tablebook.documents.tracked.package import WordFile
from tablebook.documents.tracked.prepared import prepare
from tablebook.documents.tracked.private import without_comments, without_names
from tablebook.documents.word.lines import BodyRead
from tablebook.domain.contract import Article
from tablebook.domain.dataclass import dataclass
from tablebook.redline.anchors import Span

Order = Sequence[tuple[str, Article | None]]


@dataclass(frozen=True, slots=True)
class InOwnFile:
    """The clean edition. ``literal`` are the units whose labels are typed in, as Word would have counted others;
    ``fields`` those in which a field became text; ``wrong`` what still reads otherwise; ``contents`` whether the file
    has a table of contents, which is not written anew. ``owners`` are the units of the paragraphs and tables of the
    contract and of this file, "" for those of none."""

    data: bytes
    literal: tuple[str, ...]
    fields: tuple[str, ...]
    wrong: tuple[Wrong, ...]
    contents: bool
    owners: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())


def in_own_file(source: bytes, current: Mapping[str, Article], order: Order) -> InOwnFile:
    """Write the successor into the contract's own file. NotPlacedError where the book cannot tell its places."""
    file = WordFile(source, "the contract")
    without_comments(file)
    was = body_read(file)
    splice = Splice(homes(current, was), was)
    body = was.body
    # Elements keep their identity: what was read is found again after tracked changes are taken in.
    prepare(file.tree(file.main))
    old = _owners(body, [(key, one) for key, home in splice.homes.items() for one in home.elements])
    splice.units(order)
    typed: set[str] = set()
    indents = Indents(source)
    while True:
        now = body_read(file)
        labels = [one for one in wrong(splice, now) if one.label]
        done = _type_labels(labels, splice, now, indents) if labels else set()
        if not done:
            break
        typed |= done
    without_names(file)
    found = wrong(splice, body_read(file))
    contents = any("TOC" in (one.text or "") for one in body.iter(W + "instrText"))
    new = _owners(body, [(one.unit, one.element) for one in splice.written])
    known = tuple(key for key, _ in order if key in typed)
    return InOwnFile(file.to_bytes(), known, tuple(splice.fields), tuple(found), contents, (old, new))


def _owners(body: Element, known: Sequence[tuple[str, Element]]) -> tuple[str, ...]:
    """The unit of each paragraph and table of the body."""
    units = {id(outside(element)): unit for unit, element in known}
    return tuple(units.get(id(child), "") for child in body if child.tag != SECT)


def _type_labels(labels: Sequence[Wrong], splice: Splice, now: BodyRead, indents: Indents) -> set[str]:
    """Type the labels that Word counts otherwise: first those of new paragraphs alone, so that what follows is counted
    as before; where that does not do, all. What is typed is counted no more. The units that have such labels now."""
    left = [one for one in labels if id(one.element) not in splice.typed]
    chosen = [one for one in left if one.new] or left
    for one in chosen:
        splice.typed.add(id(one.element))
        literal(one.element, "" if one.label == NO_LABEL else one.label, indents.literal(one.element), now.styles)
    return {one.unit for one in chosen}


def tracked_file(source: bytes, found: InOwnFile, hand: Callable[[Sequence[str]], tuple[str, datetime]]) -> bytes:
    """The contract's own file with what makes it the successor as tracked changes; ``hand`` gives the author and the
    time of what changed in some units."""
    contract = WordFile(source, "the contract")
    without_comments(contract)

    def whose(span: Span) -> tuple[str, datetime]:
        a, b, c, d = span
        units = dict.fromkeys(unit for unit in (*found.owners[0][a:b], *found.owners[1][c:d]) if unit)
        return hand(tuple(units))

    author, at = hand(())
    return compare_docx(contract, WordFile(found.data, "the successor"), author, at, hand=whose)
