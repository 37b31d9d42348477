"""Record a tentative agreement on exact passed texts, reopen one, and close the whole with a total TA."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from tablebook.book.book import Book
from tablebook.domain.cautions import Caution, cautions_for_ta
from tablebook.domain.codes import Custody, Party, SignedHow
from tablebook.domain.labels import ta_label
from tablebook.domain.language import agreed_text, holds, parts_fingerprint
from tablebook.domain.leftovers import leftovers
from tablebook.domain.negotiation import Negotiation, Pass
from tablebook.domain.positions import agreed_places
from tablebook.domain.record import Agreed, AgreementReopened, AllAgreed, Draft
from tablebook.domain.text import Block, BlockKind, written_on
from tablebook.domain.values import AgreedText, Attachment, Part, PassRef, PenEdit, Signature
from tablebook.errors import UserError
from tablebook.jobs.changed import Changed, at_or_now, reasons_given, record

SUBJECT_TO = "ratification by the membership and approval by the Board; binds only with agreement on all articles"


@dataclass(frozen=True, slots=True)
class Signing:
    """All that is said of a TA beside its text: labels are proposed where empty, and conditions are those of the
    accepted offer; "None" waives them."""

    label: str = ""
    signatures: tuple[Signature, ...] = ()
    how: SignedHow = SignedHow.SHEET
    effective: str = ""
    conditions: str = ""
    subject_to: str = SUBJECT_TO
    supersedes: tuple[str, ...] = ()
    scan: Attachment | None = None
    readback: str = ""
    note: str = ""
    reasons: tuple[tuple[str, str], ...] = ()


def find_accepted(state: Negotiation, article: str, label: str, party: Party | None = None) -> Pass:
    """The exact pass that is accepted; a sentence with the labels there are, when it does not exist."""
    found = state.find_pass(article, label, party)
    if found is None:
        labels = [one.body.label for one in state.passes_on(article)]
        have = f"Passed on it: {', '.join(labels)}." if labels else "Nothing was passed on it."
        raise UserError(
            f"{label} was not passed on {state.named_unit(article)}.", have, "Name the label printed on the paper."
        )
    return found


def agreed_on(
    state: Negotiation,
    accepted: Pass,
    places: Sequence[str] = (),
    amended: Sequence[Part] = (),
    edits: Sequence[PenEdit] = (),
) -> AgreedText:
    """The binding to one exact text: the pass, its places (none named: all), and the joint text if pen changed it."""
    ref = PassRef(accepted.body.article, accepted.body.label, accepted.body.party, accepted.id)
    text = AgreedText(ref, tuple(places) or accepted.places, "", tuple(amended), tuple(edits))
    digest = parts_fingerprint(agreed_text(state, text))
    return AgreedText(ref, text.places, digest, text.amended, text.edits)


def amend(part: Part, edits: Sequence[PenEdit]) -> Part:
    """A part with pen edits written into it. Each edit must be found exactly once, so that no other word changes."""
    blocks = list(part.blocks)
    for edit in edits:
        hits = [i for i, block in enumerate(blocks) if edit.old and block.text.count(edit.old)]
        total = sum(blocks[i].text.count(edit.old) for i in hits)
        if total != 1:
            why = "They are not there." if total == 0 else f"They stand there {total} times."
            raise UserError(
                f"“{edit.old}” cannot be struck in {edit.place or 'the text'}.",
                why,
                "Type more of the words around it.",
            )
        blocks[hits[0]] = _edited(blocks[hits[0]], edit)
    return Part(part.place, tuple(blocks), part.deleted, part.new)


def _edited(block: Block, edit: PenEdit) -> Block:
    if block.kind is BlockKind.TABLE:
        return block.with_text(block.text.replace(edit.old, edit.new))
    start = block.text.index(edit.old)
    return written_on(block, start, start + len(edit.old), edit.new)


def draft_ta(book: Book, texts: Sequence[AgreedText], signing: Signing, package: str = "") -> Agreed:
    """The TA as it would be recorded, with its label and what it replaces and restates worked out."""
    return ta_body(book.negotiation, texts, signing, package)


def ta_body(state: Negotiation, texts: Sequence[AgreedText], signing: Signing, package: str = "") -> Agreed:
    """The same where only the negotiation is at hand, as in a window before anything is recorded."""
    key = texts[0].accepted.article
    label = signing.label or ta_label(state, key, texts[0].places, _is_whole(state, texts[0]))
    restates = tuple(dict.fromkeys(_held_labels(state, texts)))
    reopened = tuple(
        old
        for text in texts
        for old in state.items[text.accepted.article].agreements
        if state.agreements[old].reopened and not state.agreements[old].superseded and _takes_all(state, old, texts)
    )
    supersedes = tuple(dict.fromkeys((*signing.supersedes, *reopened)))
    return Agreed(
        label,
        tuple(texts),
        signing.signatures,
        signing.how,
        signing.effective,
        signing.conditions or accepted_conditions(state, texts),
        signing.subject_to,
        package,
        supersedes,
        tuple(one for one in restates if one not in supersedes),
        signing.scan,
        signing.readback,
        signing.note,
    )


def accepted_conditions(state: Negotiation, texts: Sequence[AgreedText]) -> str:
    """What the accepted offers depend on: it is accepted with them, unless the signing says otherwise ("None")."""
    offers = (state.named(text.accepted) for text in texts)
    return "; ".join(dict.fromkeys(one.body.conditions for one in offers if one is not None and one.body.conditions))


def _takes_all(state: Negotiation, old: str, texts: Sequence[AgreedText]) -> bool:
    """Whether these texts speak of all that a reopened TA still holds: else it goes on holding the rest."""
    taken = {(text.accepted.article, part.place) for text in texts for part in agreed_text(state, text)}
    whole = {key for key, place in taken if not place}
    agreement = state.agreements[old]
    return all(
        not holds(agreement, part.place) or key in whole or (key, part.place) in taken
        for text in agreement.body.texts
        for key in [text.accepted.article]
        for part in agreed_text(state, text)
    )


def _is_whole(state: Negotiation, text: AgreedText) -> bool:
    item = state.items[text.accepted.article]
    sections = {one.number for one in item.article.sections}
    return not text.places or "" in text.places or sections <= set(text.places)


def _held_labels(state: Negotiation, texts: Sequence[AgreedText]) -> list[str]:
    return [
        label
        for text in texts
        for place, label in agreed_places(state, text.accepted.article).items()
        if place in text.places
    ]


def cautions(book: Book, body: Agreed, at: datetime | None = None) -> tuple[Caution, ...]:
    """What to look at before this TA is recorded."""
    return cautions_for_ta(book.negotiation, body, at_or_now(book, at))


def agree(
    book: Book,
    texts: Sequence[AgreedText],
    signing: Signing | None = None,
    *,
    files: Mapping[str, bytes] | None = None,
    closing: str = "",
    at: datetime | None = None,
) -> Changed:
    """Record one TA on one or more exact texts. A member of a package is refused: see :func:`accept_package`.

    ``closing`` is the signed line about what is left: with it the total TA is recorded in one stroke, both or none.
    """
    signing = signing or Signing()
    body = draft_ta(book, texts, signing)
    when = at_or_now(book, at)
    drafts = [Draft(body, Custody.SHARED, when)]
    drafts += _reasons(body, signing, when)
    if closing:
        drafts.append(Draft(AllAgreed(closing, body.label, leftovers(book.negotiation).keys), Custody.SHARED, when))
    total = " Total tentative agreement." if closing else ""
    return record(book, drafts, f"{body.label} is recorded.{total}", files)


def accept_package(
    book: Book,
    label: str,
    signings: Mapping[str, Signing] | None = None,
    *,
    files: Mapping[str, bytes] | None = None,
    at: datetime | None = None,
) -> Changed:
    """Accept a package whole: a TA on each member, all in one stroke. ``signings`` says by article how each was signed;
    the one under "" holds for the others. A TA's time is that of its last signature where there is one."""
    drafts = []
    signings = signings or {}
    for body in package_tas(book.negotiation, label, signings):
        times = [datetime.fromisoformat(one.at) for one in body.signatures if one.at]
        when = at or max(times, default=None) or book.clock.now()
        drafts.append(Draft(body, Custody.SHARED, when))
        drafts += _reasons(body, _signing(signings, body.texts[0].accepted.article), when)
    return record(book, drafts, f"Package {label} is accepted whole.", files)


def package_tas(state: Negotiation, label: str, signings: Mapping[str, Signing]) -> list[Agreed]:
    """The TAs that accepting a package makes, one on each member, as :func:`accept_package` would record them."""
    package = state.packages.get(label)
    if package is None:
        raise UserError(f"There is no package {label}.", "Nothing was recorded.", "Name the label printed on it.")
    found = []
    for ref in package.body.members:
        accepted = state.member(package, ref) or find_accepted(state, ref.article, ref.label)
        found.append(ta_body(state, [agreed_on(state, accepted)], _signing(signings, ref.article), label))
    return found


def _signing(signings: Mapping[str, Signing], article: str) -> Signing:
    return signings.get(article) or signings.get("") or Signing()


def _reasons(body: Agreed, signing: Signing, at: datetime) -> list[Draft]:
    """Our reasons for going on, beside the TA."""
    return reasons_given(body.label, [text.accepted.article for text in body.texts], signing.reasons, at)


def reopen(
    book: Book,
    label: str,
    reason: str,
    *,
    places: Sequence[str] = (),
    asked_by: str = "",
    agreed_by: str = "",
    words: str = "",
    at: datetime | None = None,
) -> Changed:
    """Reopen a TA, whole or at some places. It and its reopening both stay in the record."""
    body = AgreementReopened(label, tuple(places), asked_by, agreed_by, reason, words)
    return record(book, [Draft(body, Custody.SHARED, at_or_now(book, at))], f"{label} is reopened.")


def settle(
    book: Book,
    words: str,
    agreement: str = "",
    at: datetime | None = None,
    *,
    signatures: Sequence[Signature] = (),
) -> Changed:
    """Record the total TA. Refused while anything is unresolved."""
    body = AllAgreed(words, agreement, leftovers(book.negotiation).keys, tuple(signatures))
    return record(book, [Draft(body, Custody.SHARED, at_or_now(book, at))], "The total TA is recorded.")
