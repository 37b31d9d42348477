"""What a TA would bind: which texts can be agreed, their sections, and the joint text that pen edits make."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from tablebook.domain.codes import Party, PassState
from tablebook.domain.language import current_blocks, passed_parts
from tablebook.domain.negotiation import Negotiation, Pass
from tablebook.domain.phrases import listed
from tablebook.domain.positions import agreed_places, open_packages
from tablebook.domain.text import BlockKind, sections_of
from tablebook.domain.values import AgreedText, Part, PenEdit
from tablebook.errors import UserError
from tablebook.jobs.agree import agreed_on, amend
from tablebook.jobs.redline_of import author_of
from tablebook.redline.compare import compare
from tablebook.redline.layers import layers
from tablebook.redline.marks import Author, MarkedBlock
from tablebook.redline.pen import pen_of
from tablebook.ui import words

PACKAGE = "package:"

_ENDED = {PassState.WITHDRAWN: ", withdrawn", PassState.REPLACED: ", replaced", PassState.REJECTED: ", rejected",
          PassState.ACCEPTED: ", accepted before"}  # fmt: skip


def texts_to_agree(state: Negotiation, key: str, now: datetime) -> list[tuple[str, str]]:
    """What can be agreed on an article, the likeliest first: what stands, then packages whole, then what has ended."""
    found = [one for one in reversed(state.passes_on(key)) if one.has_text and not one.body.package]
    standing = [one for one in found if one.state is PassState.STANDING and not one.expired(now)]
    ended = [one for one in found if one not in standing]
    packages = [
        (f"{PACKAGE}{one.body.label}", f"Package {one.body.label}, {len(one.body.members)} articles, whole")
        for one in reversed(open_packages(state, now))
        if any(ref.article == key for ref in one.body.members)
    ]
    return [*(_choice(one, now) for one in standing), *packages, *(_choice(one, now) for one in ended)]


def _choice(one: Pass, now: datetime) -> tuple[str, str]:
    what = ", run out" if one.expired(now) else _ENDED.get(one.state, "")
    return one.id, f"{one.body.label}, passed {words.moment(one.at, now.date())}{what}"


def open_places(state: Negotiation, one: Pass) -> tuple[str, ...]:
    """The places of a pass that no TA holds yet; all of them where every one is held."""
    settled = agreed_places(state, one.body.article)
    left = tuple(place for place in one.places if place not in settled and "" not in settled)
    return left or one.places


def amended_parts(
    one: Pass, places: Sequence[str], edits: Sequence[PenEdit]
) -> tuple[tuple[Part, ...], tuple[PenEdit, ...]]:
    """The parts as written on at signing, and the edits with the places where they stand. UserError where an edit's
    words are not there, or not only once."""
    parts = {part.place: part for part in passed_parts(one, tuple(places))}
    placed = []
    for edit in edits:
        homes = [place for place, part in parts.items() if any(edit.old in block.text for block in part.blocks)]
        if len(homes) != 1:
            raise UserError(f"“{edit.old}” cannot be struck.", *_why_not(homes, [place for place in parts if place]))
        placed.append(replace(edit, place=homes[0]))
    touched = dict.fromkeys(edit.place for edit in placed)
    amended = tuple(amend(parts[place], [edit for edit in placed if edit.place == place]) for place in touched)
    return amended, tuple(placed)


def _why_not(homes: Sequence[str], places: Sequence[str]) -> tuple[str, str]:
    """Why words cannot be struck, and what to do: they stand in several sections, or in none that is agreed here."""
    if homes:
        return f"They stand in {listed(homes)}.", "Type more of the words around it."
    here = f"Sections {listed(places)} do" if len(places) > 1 else f"Section {places[0]} does" if places else "It does"
    return f"{here} not have these words.", "Type them as they stand there, or choose more sections."


def text_of(
    state: Negotiation, one: Pass, places: Sequence[str], edits: Sequence[PenEdit]
) -> tuple[AgreedText, tuple[Part, ...]]:
    """The binding to one exact text, and the parts that pen changed."""
    amended, placed = amended_parts(one, places, edits) if edits else ((), ())
    return agreed_on(state, one, tuple(places), amended, placed), amended


def agreed_marks(state: Negotiation, one: Pass, places: Sequence[str]) -> tuple[MarkedBlock, ...]:
    """The agreed words against the contract, place by place, in the hand of whoever passed them."""
    whole = current_blocks(state, one.body.article)
    sections = sections_of(whole)
    shown: list[MarkedBlock] = []
    for part in passed_parts(one, tuple(places)):
        if state.carried_unit(one.body.article, part.place):
            before = current_blocks(state, part.place)
        else:
            before = sections.get(part.place, ()) if part.place else whole
        shown.extend(compare(before, part.blocks, author_of(one)).blocks)
    return tuple(shown)


def joint_marks(one: Pass, places: Sequence[str], amended: Sequence[Part], edits: Sequence[PenEdit]) -> tuple[
    MarkedBlock, ...
]:  # fmt: skip
    """What the pen changed, in the hand of both: heads and changed paragraphs, with "edit 1" in the margin."""
    before = {part.place: part for part in passed_parts(one, tuple(places))}
    shown: list[MarkedBlock] = []
    for part in amended:
        here = [edit for edit in edits if edit.place == part.place]
        pen = pen_of(Author(Party.JOINT, ""), before[part.place].blocks, part.blocks, here)
        for block in layers(before[part.place].blocks, (), pen).blocks:
            if block.changed:
                said = "".join(run.text for run in block.all_runs)
                names = [f"edit {n}" for n, edit in enumerate(edits, start=1) if edit.old in said or edit.new in said]
                label = ", ".join(names)
                shown.append(replace(block, margin_author=Author(Party.JOINT, label), fresh=True))
            elif block.kind is BlockKind.HEADING:
                shown.append(block)
    return tuple(shown)
