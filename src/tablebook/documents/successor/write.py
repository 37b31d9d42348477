"""The successor agreement as Word files: clean, and with tracked changes against the current contract; re-read before
it is handed out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from tablebook.documents.successor.paragraphs import literal
from tablebook.documents.successor.places import body_read, homes
from tablebook.documents.successor.proof import NO_LABEL, Lines, Wrong, wanted, wrong
from tablebook.documents.successor.splice import Splice
from tablebook.documents.tracked.compare import compare_docx
from tablebook.documents.tracked.models import Indents
from tablebook.documents.tracked.names import W
from tablebook.documents.tracked.package import WordFile
from tablebook.documents.tracked.prepared import prepare
from tablebook.documents.tracked.private import without_names
from tablebook.documents.word.lines import BodyRead
from tablebook.domain.contract import Article
from tablebook.domain.dataclass import dataclass

Order = Sequence[tuple[str, Article | None]]


@dataclass(frozen=True, slots=True)
class InOwnFile:
    """The clean edition. ``literal`` are the units whose labels are typed in, as Word would have counted others;
    ``fields`` those in which a field became text; ``wrong`` what still reads otherwise; ``contents`` whether the file
    has a table of contents, which is not written anew."""

    data: bytes
    literal: tuple[str, ...]
    fields: tuple[str, ...]
    wrong: tuple[Wrong, ...]
    contents: bool


def in_own_file(source: bytes, current: Mapping[str, Article], order: Order) -> InOwnFile:
    """Write the successor into the contract's own file. NotPlacedError where the book cannot tell its places."""
    file = WordFile(source, "the contract")
    was = body_read(file)
    splice = Splice(homes(current, was), was)
    body = was.body
    # Elements keep their identity: what was read before is found again after tracked changes are taken in.
    prepare(file.tree(file.main))
    before = {id(element): [(line.label, line.text) for line in was.lines(element)] for element in was.elements}
    splice.units(order)
    typed: set[str] = set()
    indents = Indents(source)
    while True:
        now = body_read(file)
        labels = [one for one in wrong(splice, now, before) if one.label]
        done = _type_labels(labels, splice, now, indents, before) if labels else set()
        if not done:
            break
        typed |= done
    without_names(file)
    found = wrong(splice, body_read(file), before)
    contents = any("TOC" in (one.text or "") for one in body.iter(W + "instrText"))
    data = file.to_bytes()
    return InOwnFile(data, tuple(key for key, _ in order if key in typed), tuple(splice.fields), tuple(found), contents)


def _type_labels(
    labels: Sequence[Wrong], splice: Splice, now: BodyRead, indents: Indents, before: Mapping[int, Lines]
) -> set[str]:
    """First only the new paragraphs that Word counts otherwise; where that does not do, the first unit that is
    counted otherwise, whole. The units whose labels are typed now."""
    fresh = [one for one in labels if one.new and id(one.element) not in splice.typed]
    todo = [(one.element, one.label) for one in fresh]
    units = {one.unit for one in fresh}
    if not fresh:
        unit = labels[0].unit
        units = {unit}
        known = [one for one in splice.labelled(unit, now) if id(one.element) not in splice.typed]
        todo = [(one.element, wanted(one, before)[0]) for one in known]
    for element, label in todo:
        splice.typed.add(id(element))
        literal(element, "" if label == NO_LABEL else label, indents.literal(element), now.styles)
    return units if todo else set()


def tracked_file(source: bytes, clean: bytes, author: str, at: datetime) -> bytes:
    """The contract's own file with what makes it the successor as tracked changes."""
    return compare_docx(WordFile(source, "the contract"), WordFile(clean, "the successor"), author, at)
