"""From what the form says to the entries that will be recorded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from tablebook.domain.codes import Channel, PassKind
from tablebook.domain.labels import next_label, next_package_label
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.record import PackageOffered, TextPassed, TextPrepared
from tablebook.domain.rules import label_taken
from tablebook.domain.text import Block
from tablebook.domain.values import EntryId, Part, PassRef
from tablebook.errors import UserError
from tablebook.jobs.draft_condition import draft_condition
from tablebook.jobs.pass_text import offer, package_of
from tablebook.jobs.place_text import parts_from_lines
from tablebook.jobs.targets import Target
from tablebook.ui.dialogs.pass_choice import day_of, draft_parts, moment_of
from tablebook.ui.dialogs.pass_form import CURRENT, DRAFT, PREPARED, TYPED, PassForm

if TYPE_CHECKING:
    from tablebook.book.book import Book

WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the plan holds for this dialog: the article's draft and its condition, those of other articles, where papers
    went last."""

    draft: tuple[Block, ...] = ()
    others: Mapping[str, tuple[Block, ...]] = field(default_factory=dict)
    folder: str = ""
    condition: str = ""


def load(book: Book, key: str) -> Loaded:
    """Read it from the plan, on the book's thread."""
    drafts = {one.article: one.blocks for one in book.plan.drafts()}
    own = drafts.pop(key, ())
    known = {name: blocks for name, blocks in drafts.items() if name in book.negotiation.items}
    return Loaded(own, known, book.plan.get("paper-folder") or "", draft_condition(book, key) if own else "")


def target_of(state: Negotiation, key: str) -> Target:
    """An item that is there already as the target of a pass."""
    article = state.items[key].article
    return Target(key, "", article.kind, article.title)


@dataclass(frozen=True, slots=True)
class Passing:
    """What would be recorded: the texts, their package, the prepared entries that they are, if they are,
    and our reasons for going on in spite of a warning."""

    bodies: tuple[TextPassed, ...]
    package: PackageOffered | None = None
    prepared: tuple[EntryId, ...] = ()
    reasons: tuple[tuple[str, str], ...] = ()


class WrongField(ValueError):  # noqa: N818 - said under the field, not an error of the program
    """Something in one field is wrong; it is said under that field."""

    def __init__(self, field_name: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field_name, self.sentence = field_name, sentence


def passing_of(state: Negotiation, form: PassForm, loaded: Loaded, now: datetime) -> Passing:
    """What the form would have recorded. WrongField where a field is wrong, UserError where the text is."""
    if form.source.value.startswith(PREPARED):
        return prepared_passing(state, EntryId(form.source.value.removeprefix(PREPARED)), _handing(form))
    common = {**_handing(form), **_terms(form, now)}
    bodies = [_first(state, form, loaded, common)]
    for key in form.others.values:
        target = target_of(state, key)
        parts = draft_parts(state, target, loaded.others[key])
        bodies.append(offer(state, target, state.we, parts, **{**common, "responds_to": ()}))
    if form.package.isChecked():
        if len(bodies) < 2:
            raise WrongField("package", "A package needs two articles or more.")
        label = form.package_label.text() or next_package_label(state, state.we)
        if label in state.packages:
            raise WrongField("package", f"There is a package {label} already.")
        more = {name: common[name] for name in ("handed_by", "handed_to", "copies", "expiry", "expiry_reason")}
        members, package = package_of(label, bodies, **more)
        return Passing(members, package)
    if len(bodies) > 1:
        paper = f"{state.we} {bodies[0].label} {now.isoformat()}"
        return Passing(tuple(replace(body, paper=paper) for body in bodies))
    return Passing(tuple(bodies))


def _handing(form: PassForm) -> dict[str, Any]:
    return {
        "handed_by": form.by.text(),
        "handed_to": form.to.text(),
        "channel": Channel(form.channel.value),
        "copies": int(form.copies.value or 0),
    }


def _terms(form: PassForm, now: datetime) -> dict[str, Any]:
    try:
        expiry = moment_of(form.until.text(), now)
    except ValueError as error:
        raise WrongField("until", str(error)) from error
    refs = tuple(_ref(form.desk.state, pass_id) for pass_id in form.answers.values)
    return {
        "conditions": form.condition.text(),
        "expiry": expiry,
        "expiry_reason": form.why.text() if expiry else "",
        "effective": day_of(form.effective.text()),
        "responds_to": refs,
    }


def _ref(state: Negotiation, pass_id: str) -> PassRef:
    body = state.passes[EntryId(pass_id)].body
    return PassRef(body.article, body.label, body.party)


def _first(state: Negotiation, form: PassForm, loaded: Loaded, common: dict[str, Any]) -> TextPassed:
    target = target_of(state, form.key)
    kind = PassKind(form.kind.value)
    parts, prose = _words(state, form, loaded, target, kind)
    if form.source.value == CURRENT:
        kind = PassKind.CURRENT
    body = offer(state, target, state.we, parts, kind=kind, label=form.label.text(), prose=prose, **common)
    if label_taken(state, form.key, body.label, state.we):
        name = state.items[form.key].article.name
        who = {"union": "Union", "employer": "Employer"}[state.we]
        raise WrongField("label", f"{who} has used {body.label} in {name}.")
    return body


def _words(
    state: Negotiation, form: PassForm, loaded: Loaded, target: Target, kind: PassKind
) -> tuple[tuple[Part, ...], str]:
    source = form.source.value
    if source == CURRENT:
        return (), ""
    if source == TYPED:
        typed = form.typed.text()
        if not typed:
            raise WrongField("typed", "The text is empty. Type or paste the words of the pass.")
        if kind is PassKind.CONCEPT:
            return (), typed
        return parts_from_lines(state, target, typed), ""
    if kind is PassKind.CONCEPT:
        raise WrongField("typed", "A concept is prose. Choose “Type or paste” and say it in words.")
    chosen = form.places.values
    if WHOLE in chosen:
        return (Part("", loaded.draft),), ""
    parts = tuple(part for part in draft_parts(state, target, loaded.draft) if (part.place or WHOLE) in chosen)
    if not parts:
        raise WrongField("places", "Choose the sections that go onto the paper.")
    return parts, ""


def prepared_passing(state: Negotiation, entry: EntryId, handing: dict[str, Any]) -> Passing:
    """A prepared text as it will be handed over, with the other members of its package."""
    first = state.prepared[entry]
    entries = [entry]
    if first.package:
        entries = [one for one, body in state.prepared.items() if body.package == first.package]
    names = TextPrepared.__slots__
    bodies = tuple(
        TextPassed(**{name: getattr(state.prepared[one], name) for name in names}, **handing, prepared=one)
        for one in entries
    )
    if not first.package:
        return Passing(bodies, prepared=tuple(entries))
    more = {name: handing[name] for name in ("handed_by", "handed_to", "copies")}
    _, package = package_of(first.package, bodies, expiry=first.expiry, expiry_reason=first.expiry_reason, **more)
    return Passing(bodies, package, tuple(entries))


def sources_of(state: Negotiation, key: str, loaded: Loaded) -> list[tuple[str, str]]:
    """The texts that can be passed now, the likeliest first: what is prepared, our draft, typed words, no change."""
    waiting = [
        (f"{PREPARED}{entry}", f"{body.label}, prepared {state.entries[entry].at:%H:%M}")
        for entry, body in state.prepared.items()
        if body.article == key and body.party is state.we
    ]
    draft = [(DRAFT, "Our draft")] if loaded.draft else []
    return [*reversed(waiting), *draft, (TYPED, "Type or paste"), (CURRENT, "Current contract language")]


def place_choices(state: Negotiation, key: str, loaded: Loaded) -> list[tuple[str, str, str]]:
    """The sections of our draft that say something, and the article whole."""
    if not loaded.draft:
        return []
    try:
        parts = draft_parts(state, target_of(state, key), loaded.draft)
    except UserError:
        return []
    found = [
        (part.place or WHOLE, f"{part.place or 'Whole article'}{', struck' if part.deleted else ''}", part.place)
        for part in parts
    ]
    return found if any(place == WHOLE for place, _, _ in found) else [*found, (WHOLE, "Whole article", "all of it")]


def fresh_label(state: Negotiation, key: str, kind: str) -> str:
    """The label proposed in our own style."""
    return next_label(state, key, state.we, PassKind(kind))


def paper_title(passing: Passing) -> str:
    """What the buttons call it: the package's label, or those of its texts."""
    labels = dict.fromkeys(body.label for body in passing.bodies)
    return passing.package.label if passing.package else ", ".join(labels)
