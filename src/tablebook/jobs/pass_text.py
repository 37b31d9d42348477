"""Prepare a text, hand it over, receive one: every way in which words become a pass."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from datetime import datetime

from tablebook.book.book import Book
from tablebook.domain.cautions import Caution, cautions_for_pass
from tablebook.domain.codes import Channel, Custody, Form, Party, PassKind
from tablebook.domain.labels import next_label
from tablebook.domain.language import place_blocks
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.record import Draft, PackageOffered, PreparedVoided, TextPassed, TextPrepared
from tablebook.domain.values import EntryId, Part, PassRef
from tablebook.errors import UserError
from tablebook.jobs.changed import Changed, at_or_now, reasons_given, record
from tablebook.jobs.draft_condition import keep_condition
from tablebook.jobs.targets import Target

_PREPARED_FIELDS = tuple(field.name for field in fields(TextPrepared))


def kind_here(state: Negotiation, key: str) -> PassKind:
    """A first text on an item is a proposal, a later one a counter."""
    return PassKind.COUNTER if state.passes_on(key) else PassKind.PROPOSAL


def spoken_kind(words: str) -> PassKind:
    """What an answer that was only said amounts to: current language, a no, or an idea in prose."""
    said = " ".join(words.lower().replace("’", "'").split()).strip(" .!")
    if said in ("ccl", "status quo", "current") or "current language" in said or "current contract language" in said:
        return PassKind.CURRENT
    if said in ("no", "nope", "rejected", "reject", "we reject it", "declined") or said.startswith(
        ("no,", "no.", "no thank")
    ):
        return PassKind.REJECT
    return PassKind.CONCEPT


def offer(
    state: Negotiation,
    target: Target,
    party: Party,
    parts: tuple[Part, ...],
    *,
    kind: PassKind | None = None,
    label: str = "",
    prose: str = "",
    **more: object,
) -> TextPassed:
    """A pass with what the record needs filled in: kind, form and the next label of this party's own style."""
    kind = kind or kind_here(state, target.key)
    form = Form.NEW if target.new else Form.AMEND
    if kind is PassKind.CURRENT:
        form, parts = Form.CURRENT, parts or _current_parts(state, target)
    elif kind in (PassKind.CONCEPT, PassKind.REJECT):
        form = Form.CONCEPT
    elif parts and all(part.deleted for part in parts):
        form = Form.DELETE
    if target.new and form is not Form.NEW:
        form = Form.NEW
    label = label.strip() or next_label(state, target.key, party, kind)
    body = TextPassed(target.key, label, party, parts, kind, form, target.title if target.new else "", target.unit)
    return replace(body, prose=prose, **more)  # type: ignore[arg-type]


def _current_parts(state: Negotiation, target: Target) -> tuple[Part, ...]:
    blocks = place_blocks(state, target.key, target.place)
    return (Part(target.place, blocks),) if blocks else ()


def cautions(book: Book, body: TextPassed, at: datetime | None = None) -> tuple[Caution, ...]:
    """What to look at before this is recorded."""
    return cautions_for_pass(book.negotiation, body, at_or_now(book, at))


def prepare(book: Book, bodies: Sequence[TextPassed], at: datetime | None = None) -> Changed:
    """Freeze and number our texts. They may be printed now; the other side has not got them yet."""
    drafts = []
    for body in bodies:
        values = {name: getattr(body, name) for name in _PREPARED_FIELDS}
        drafts.append(Draft(TextPrepared(**values), Custody.OURS, at_or_now(book, at)))
    labels = ", ".join(dict.fromkeys(body.label for body in bodies))
    return record(book, drafts, f"{labels} is prepared.")


def void(book: Book, prepared: EntryId, reason: str = "", at: datetime | None = None) -> Changed:
    """Tear up a prepared text; its label is free again."""
    waiting = book.negotiation.prepared.get(prepared)
    label = waiting.label if waiting else ""
    return record(
        book, [Draft(PreparedVoided(prepared, reason), Custody.OURS, at_or_now(book, at))], f"{label} is void."
    )


def hand_over(
    book: Book,
    prepared: Sequence[EntryId],
    *,
    handed_by: str = "",
    handed_to: str = "",
    channel: Channel = Channel.TABLE,
    copies: int = 0,
    package: PackageOffered | None = None,
    reasons: Sequence[tuple[str, str]] = (),
    at: datetime | None = None,
) -> Changed:
    """Record that prepared texts were handed over, all in one stroke, with the time of the key."""
    bodies = []
    for entry_id in prepared:
        waiting = book.negotiation.prepared.get(entry_id)
        if waiting is None:
            raise UserError(
                "That text is not waiting to be handed over.", "It was handed over or voided.", "Prepare it again."
            )
        values = {name: getattr(waiting, name) for name in _PREPARED_FIELDS}
        bodies.append(
            TextPassed(
                **values,
                handed_by=handed_by,
                handed_to=handed_to,
                channel=channel,
                copies=copies,
                prepared=entry_id,
            )
        )
    return pass_texts(book, bodies, package=package, reasons=reasons, at=at)


def pass_texts(
    book: Book,
    bodies: Sequence[TextPassed],
    *,
    package: PackageOffered | None = None,
    files: Mapping[str, bytes] | None = None,
    notes: Sequence[Draft] = (),
    reasons: Sequence[tuple[str, str]] = (),
    at: datetime | None = None,
) -> Changed:
    """Record texts as passed, ours or theirs; with a package they are offered together, all or nothing. ``notes`` are
    recorded in the same stroke, before them; ``reasons`` are ours for going on in spite of a warning, as (its code,
    words), and stand beside the pass, not in it."""
    when = at_or_now(book, at)
    drafts = [*notes, *(Draft(body, Custody.SHARED, when) for body in bodies)]
    if package is not None:
        drafts.append(Draft(package, Custody.SHARED, when))
    labels = ", ".join(dict.fromkeys([package.label] if package else [body.label for body in bodies]))
    drafts += reasons_given(labels, [body.article for body in bodies], reasons, when)
    verb = "passed" if bodies and bodies[0].party is book.negotiation.we else "received"
    done = record(book, drafts, f"{labels} {verb} {when:%H:%M}.", files)
    for body in bodies:
        if body.party is book.negotiation.we:
            book.plan.discard_draft(body.article)
            keep_condition(book, body.article, "")
    return done


def package_of(
    label: str, bodies: Sequence[TextPassed], **more: object
) -> tuple[tuple[TextPassed, ...], PackageOffered]:
    """These texts as the members of one package."""
    members = tuple(replace(body, package=label) for body in bodies)
    refs = tuple(PassRef(body.article, body.label, body.party) for body in members)
    answers = tuple(dict.fromkeys(ref for body in members for ref in body.responds_to))
    return members, PackageOffered(label, bodies[0].party, refs, answers, **more)  # type: ignore[arg-type]


def offer_package(book: Book, package: PackageOffered, at: datetime | None = None) -> Changed:
    """Offer texts that were passed before as one package, all or nothing."""
    return record(book, [Draft(package, Custody.SHARED, at_or_now(book, at))], f"Package {package.label} is offered.")
