"""Two Word files as one with tracked changes: all accepted it reads as the new file, all rejected as the old one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from itertools import count
from pathlib import Path

from lxml import etree

from tablebook.documents.file_kinds import opened
from tablebook.documents.tracked.atoms import Part, boxes_of
from tablebook.documents.tracked.bring import Bring
from tablebook.documents.tracked.context import Sides, Stamp
from tablebook.documents.tracked.heads import compare_heads
from tablebook.documents.tracked.names import PPR, SDT, SECT, TBL, Element, P, W, is_element, make
from tablebook.documents.tracked.notes import NOTED, NoteBook, note_words
from tablebook.documents.tracked.package import WordFile
from tablebook.documents.tracked.pinned import pinned, typed
from tablebook.documents.tracked.prepared import prepare
from tablebook.documents.tracked.private import without_names
from tablebook.documents.tracked.sections import broken
from tablebook.documents.tracked.steps import blocks_of, settled, weave, whole
from tablebook.documents.tracked.write import write
from tablebook.redline.anchors import Pair, Span, differing
from tablebook.redline.lcs import common
from tablebook.redline.marks import Mark


def compare_files(old: Path, new: Path, author: str, at: str) -> bytes:
    """Two Word files by their paths."""
    before, after = (WordFile(opened(path)[1], path.name) for path in (old, new))
    return compare_docx(before, after, author, datetime.fromisoformat(at))


_MOMENT = "%Y-%m-%dT%H:%M:%SZ"
Hand = Callable[[Span], tuple[str, datetime]]
"""Whose change a stretch of paragraphs is, old[a:b] to new[c:d], and when it was made."""


def compare_docx(old: WordFile, new: WordFile, author: str, at: datetime, *, hand: Hand | None = None) -> bytes:
    """The old file with what makes it the new one as tracked changes of ``author``, made ``at``.

    Styles, lists, headers, pictures and all else stay those of the old file. What comes from the new one brings the
    styles, lists, links and pictures that the old file lacks. With ``hand`` the new file was made from the old
    one, so that its lists are the same and what it left alone is not compared, and each stretch has its own author.
    """
    body, other = _body(old), _body(new)
    sides = _sides(old, new, Stamp(author, at.strftime(_MOMENT)))
    notes = sides.notes = NoteBook(sides)
    sides.made_of_old = hand is not None
    last = body.find(SECT)
    content = _where_changed(body, other, sides, hand) if hand is not None else inside(body, other, sides)
    for child in list(body):
        body.remove(child)
    body.extend(content)
    if last is None and other.find(SECT) is not None:
        last = make("sectPr")  # says what a file without one says, and has room for heads that come
    if last is not None:
        body.append(last)
    notes.finish()
    compare_heads(sides, list(body.iter(SECT)))
    without_names(old)
    return old.to_bytes()


def _where_changed(old: Element, new: Element, sides: Sides, hand: Hand) -> list[Element]:
    """The body, compared only where its paragraphs and tables and their notes are not the same to the letter, each
    stretch with the one before and after it."""
    numbering = sides.old.file.root("numbering")
    for number in numbering.findall(W + "num") if numbering is not None else ():
        sides.bring.lists.vote(number.get(W + "numId") or "", number.get(W + "numId") or "")
    ours, theirs = ([child for child in body if child.tag != SECT] for body in (old, new))
    pairs = common([_to_the_letter(one, sides.old) for one in ours], [_to_the_letter(one, sides.new) for one in theirs])
    content: list[Element] = []
    at = 0
    for changed, (a, b, c, d) in _widened(list(differing(pairs, len(ours), len(theirs))), set(pairs)):
        content += ours[at:a]
        parts = [make("body"), make("body")]
        parts[0].extend(ours[a:b])
        parts[1].extend(theirs[c:d])
        author, when = hand(changed)
        sides.stamper.author, sides.stamper.date = author, when.strftime(_MOMENT)
        content += inside(parts[0], parts[1], sides)
        at = b
    return content + ours[at:]


def _to_the_letter(block: Element, part: Part) -> tuple[bytes, ...]:
    """A paragraph or table as it is stored, and the words of the notes that it refers to."""
    signs = [f"{one.tag.removeprefix(W).removesuffix('Reference')} {one.get(W + 'id')}" for one in block.iter(*NOTED)]
    return etree.tostring(block), *(part.notes.get(sign, "").encode() for sign in signs)


def _widened(stretches: list[Span], kept: set[Pair]) -> list[tuple[Span, Span]]:
    """Each stretch as it is, and with the equal paragraph behind it, whose end both texts keep, and the one before it
    where that is not the end of another stretch."""
    found: list[tuple[Span, Span]] = []
    for a, b, c, d in stretches:
        before = (a - 1, c - 1) in kept and (not found or found[-1][1][1] < a)
        behind = (b, d) in kept
        found.append(((a, b, c, d), (a - before, b + behind, c - before, d + behind)))
    return found


def inside(old: Element | None, new: Element | None, sides: Sides) -> list[Element]:
    """The content of a container that is in both parts, only in the old one or only in the new one."""
    if old is None:
        steps = whole(blocks_of(new, sides.new), Mark.INSERTED) if new is not None else []
    elif new is None:
        steps = whole(blocks_of(old, sides.old), Mark.DELETED)
    else:
        steps = weave(blocks_of(old, sides.old), blocks_of(new, sides.new))
        steps = settled(broken(typed(pinned(steps)), sides.made_of_old))
    sides.learn(steps)
    return write(steps, sides)


def _body(file: WordFile) -> Element:
    root = file.tree(file.main)
    prepare(root)
    body = root.find(W + "body")
    if body is None:
        body = make("body")
        root.append(body)
    if not any(child.tag != SECT for child in body if is_element(child)):
        body.insert(0, make("p"))
    last = body.find(SECT)
    before = next(last.itersiblings(P, TBL, SDT, preceding=True), None) if last is not None else None
    if last is not None and before is not None and before.find(f"{PPR}/{SECT}") is not None:
        last.addprevious(make("p"))  # each section has a paragraph: Word gives the last one an empty one
    return body


def _sides(old: WordFile, new: WordFile, stamp: Stamp) -> Sides:
    ours, theirs = note_words(old), note_words(new)
    shared = frozenset(ours.values()) & frozenset(theirs.values())
    parts = [part for part in old.parts if part.startswith("word/") and part.endswith(".xml")]
    numbers = [0]
    for part in (name for name in parts if _has_marks(name)):
        for element in old.tree(part).iter():
            if is_element(element) and (found := element.get(W + "id") or "").isdigit():
                numbers.append(int(found))
    sides = Sides(
        Part(old, old.main, ours, shared), Part(new, new.main, theirs, shared), Bring(old, new), stamp, inside
    )  # fmt: skip
    boxes = [boxes_of(part.file.tree(part.name), part) for part in (sides.old, sides.new)]
    sides.old.shared_boxes = sides.new.shared_boxes = boxes[0] & boxes[1]
    stamp.numbers = count(max(numbers) % 2_000_000_000 + 1)
    sides.bookmarks = _new_bookmarks(old, new, stamp)
    return sides


def _has_marks(part: str) -> bool:
    name = part.rpartition("/")[2]
    return name.startswith(("document", "footnotes", "endnotes", "header", "footer", "comments"))


def _new_bookmarks(old: WordFile, new: WordFile, stamp: Stamp) -> dict[str, str]:
    """Bookmarks that only the new file has, which its links may lead to; both their ends stand in paragraphs."""
    known = {mark.get(W + "name") for mark in old.tree(old.main).iter(W + "bookmarkStart")}
    root = new.tree(new.main)
    ends = {mark.get(W + "id") for mark in root.iter(W + "bookmarkEnd") if _in_words(mark)}
    found: dict[str, str] = {}
    for mark in root.iter(W + "bookmarkStart"):
        identity = mark.get(W + "id") or ""
        if mark.get(W + "name") not in known and identity in ends and _in_words(mark):
            found[identity] = str(next(stamp.numbers))
    return found


def _in_words(mark: Element) -> bool:
    return next(mark.iterancestors(P), None) is not None
