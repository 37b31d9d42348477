"""The successor agreement as Word files: clean, and with tracked changes against the current contract; re-read before
it is handed out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime

from tablebook.documents.successor.contents import (
    Contents,
    Renewed,
    contents_of,
    field_signs,
    listed_in,
    renew,
    told_apart,
)
from tablebook.documents.successor.paragraphs import literal
from tablebook.documents.successor.places import body_read, homes
from tablebook.documents.successor.proof import NO_LABEL, Wrong, wrong
from tablebook.documents.successor.references import bookmark_names, settle_references
from tablebook.documents.successor.splice import Splice
from tablebook.documents.tracked.compare import compare_docx
from tablebook.documents.tracked.models import Indents
from tablebook.documents.tracked.names import SECT, Element, P, T, W
from tablebook.documents.tracked.notes import KINDS, without_loose_notes
from tablebook.documents.tracked.package import WordFile
from tablebook.documents.tracked.prepared import prepare
from tablebook.documents.tracked.private import without_comments, without_names
from tablebook.documents.word.lines import BodyRead
from tablebook.domain.contract import Article
from tablebook.domain.dataclass import dataclass
from tablebook.redline.anchors import Span

Order = Sequence[tuple[str, Article | None]]
_STALE = W + "dirty"
Owners = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class InOwnFile:
    """The clean edition. ``literal`` are the units whose labels are typed in, as Word would have counted others;
    ``fields`` those in which a field became text, ``references`` those in which a cross-reference did, as Word would
    show another number; ``wrong`` what still reads otherwise; ``contents`` what became of the
    table of contents, None where there is none or nothing in the file was changed. ``owners`` are the units of the
    paragraphs and tables of the contract and of this file, those of what stands in a content control together.
    ``around`` are the paragraphs of no unit, which stay as they were: the title page, headers and footers. ``notes``
    are the units in which new notes stand as paragraphs."""

    data: bytes
    literal: tuple[str, ...]
    fields: tuple[str, ...]
    wrong: tuple[Wrong, ...]
    contents: Renewed | None
    owners: tuple[Owners, Owners] = ((), ())
    around: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    references: tuple[str, ...] = ()


def in_own_file(source: bytes, current: Mapping[str, Article], order: Order) -> InOwnFile:
    """Write the successor into the contract's own file. NotPlacedError where the book cannot tell its places."""
    file = WordFile(source, "the contract")
    without_comments(file)
    was = body_read(file)
    splice = Splice(homes(current, was), was)
    body = was.body
    around = tuple(_around(file, was, splice))
    # Elements keep their identity: what was read is found again after tracked changes are taken in.
    for part in (file.main, *(file.related(f"{kind}s") for kind in KINDS)):
        if part is not None:
            prepare(file.tree(part))
    listing = contents_of(was, splice.homes) if _differs(current, order) else None
    told = listed_in(was) if listing is not None else {}
    old = _owners(body, _known(splice, listing))
    names = bookmark_names(body)
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
    settled = settle_references(was, body_read(file), names, splice.typed)
    references = _units_of(splice, settled)
    without_names(file)
    without_loose_notes(file)
    found = wrong(splice, body_read(file))
    new = _owners(body, _written(splice, listing))
    known = tuple(key for key, _ in order if key in typed)
    renewed = None
    if listing is not None:
        as_was = file.to_bytes()
        renewed = renew(listing, splice, order)
        now = body_read(file)
        if renewed is not None and told_apart(listing, told, now) and wrong(splice, now) == found:
            new = _owners(body, _written(splice, listing))
        else:
            file, renewed = WordFile(as_was, "the successor"), Renewed(listing.made, left=True)
        for sign in field_signs(file.tree(file.main)):
            # Word then asks whether to renew this field and no other: ``updateFields`` in the settings would renew all
            # of them, and with them words that were agreed, such as a date or the number of a section.
            sign.set(_STALE, "true")
    return InOwnFile(
        file.to_bytes(), known, tuple(splice.fields), tuple(found), renewed, (old, new), around, tuple(splice.notes),
        references,
    )  # fmt: skip


def _units_of(splice: Splice, paragraphs: Sequence[Element]) -> tuple[str, ...]:
    units = {id(one.element): one.unit for one in splice.written}
    return tuple(dict.fromkeys(units[id(one)] for one in paragraphs if id(one) in units))


def _around(file: WordFile, was: BodyRead, splice: Splice) -> Iterator[str]:
    """The words above the first unit, and those of headers and footers."""
    places = (was.places.get(id(one)) for home in splice.homes.values() for one in home.elements)
    first = min((at for at in places if at is not None), default=0)
    yield from (was.printed(one) for one in was.elements[:first])
    for part in sorted(file.parts):
        if part.startswith(("word/header", "word/footer")) and part.endswith(".xml"):
            yield from ("".join(text.text or "" for text in one.iter(T)) for one in file.tree(part).iter(P))


def _differs(current: Mapping[str, Article], order: Order) -> bool:
    """Whether anything was changed at all, so that pages may have other numbers."""
    return any(current.get(key) != article for key, article in order)


def _known(splice: Splice, listing: Contents | None) -> list[tuple[str, Element]]:
    known = [(key, one) for key, home in splice.homes.items() for one in home.elements]
    return [*known, *(listing.owners if listing is not None else ())]


def _written(splice: Splice, listing: Contents | None) -> list[tuple[str, Element]]:
    return [*((one.unit, one.element) for one in splice.written), *(listing.owners if listing is not None else ())]


def _owners(body: Element, known: Sequence[tuple[str, Element]]) -> Owners:
    """The units of each paragraph, table and content control of the body."""
    children = list(body)  # held, as lxml gives the number of an element that nobody holds to another
    units: dict[int, dict[str, None]] = {}
    for unit, element in known:
        units.setdefault(id(_in_body(element, body)), {})[unit] = None
    return tuple(tuple(units.get(id(child), ())) for child in children if child.tag != SECT)


def _in_body(element: Element, body: Element) -> Element | None:
    """What holds an element among the children of the body; None for what was taken out."""
    above: Element | None = element
    while above is not None and above.getparent() is not body:
        above = above.getparent()
    return above


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
        units = dict.fromkeys(unit for some in (*found.owners[0][a:b], *found.owners[1][c:d]) for unit in some)
        return hand(tuple(units))

    author, at = hand(())
    successor = WordFile(found.data, "the successor")
    for file in (contract, successor):
        # While changes are tracked, Word would list struck headings beside new ones: it is asked to renew nothing.
        for sign in field_signs(file.tree(file.main)):
            if _STALE in sign.attrib:
                del sign.attrib[_STALE]
    return compare_docx(contract, successor, author, at, hand=whose)
