"""The rules of making texts ready for ratification: each act names what is there, and says all it must say."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tablebook.domain import record as r
from tablebook.domain.codes import Party
from tablebook.domain.language import in_force
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.refusal import Found, Refusal


def _ta(state: Negotiation, label: str) -> Found:
    agreement = state.agreements.get(label)
    if agreement is None:
        yield Refusal("no-such-ta", f"There is no {label}.", todo="Name the TA by its label.")
    elif not in_force(state, agreement):
        yield Refusal("not-in-force", f"{label} is not in force.")


def _ta_or_execution(state: Negotiation, label: str) -> Found:
    if label:
        if label not in state.agreements:
            yield Refusal("no-such-ta", f"There is no {label}.", todo="Name the TA by its label.")
    elif state.ratification.executed is None:
        yield Refusal("not-executed", "The agreement is not signed yet.", todo="Record the signing first.")


def _scan(state: Negotiation, body: r.ScanAttached) -> Found:
    yield from _ta_or_execution(state, body.agreement)
    there = state.agreements.get(body.agreement)
    if there is not None and there.keeps(body.file):
        yield Refusal(
            "kept", f"{body.file.name} is kept with {body.agreement} already.", "It is the same file, byte for byte."
        )


def _signature(state: Negotiation, body: r.SignatureAdded) -> Found:
    yield from _ta_or_execution(state, body.agreement)
    signed = state.ratification.executed
    there = state.agreements.get(body.agreement) if body.agreement else signed
    one = body.signature
    if not one.name.strip() or one.party not in (Party.UNION, Party.EMPLOYER):
        yield Refusal("no-name", "A signature has a name, and stands for the union or the employer.")
    if there is not None and any((s.party, s.name) == (one.party, one.name) for s in there.signatures):
        yield Refusal("signed", f"{one.name} has signed it already.")


def _conforming(state: Negotiation, body: r.ConformingAgreed) -> Found:
    if not body.label.strip():
        yield Refusal("no-label", "The conforming list has no label.")
    if body.label in state.ratification.conforming or body.label in state.agreements:
        yield Refusal("label-taken", f"There is a {body.label} already.", todo="Take another label.")
    if not body.changes:
        yield Refusal("no-text", "The conforming list names no change.")
    for one in body.changes:
        if one.article not in state.items:
            yield Refusal("no-such-article", f"There is no “{one.article}”.")
        if one.old == one.new:
            yield Refusal("no-change", f"“{one.old}” stays as it is.")
    if not {Party.UNION, Party.EMPLOYER} <= {one.party for one in body.initials}:
        yield Refusal("no-initials", "A conforming list is initialled by both sides.", "Then it counts as agreed.")
    for label in body.supersedes:
        if label not in state.ratification.conforming:
            yield Refusal("no-such-list", f"There is no conforming list {label}.")


def _in_ta(state: Negotiation, label: str, article: str) -> Found:
    yield from _ta(state, label)
    agreement = state.agreements.get(label)
    if agreement is not None and article not in {text.accepted.article for text in agreement.body.texts}:
        yield Refusal("not-in-ta", f"{label} is not on {state.named_unit(article)}.")


def _result(state: Negotiation, body: r.ResultConfirmed) -> Found:
    yield from _in_ta(state, body.agreement, body.article)
    places = [part.place for part in body.result]
    if not places:
        yield Refusal("no-text", "There is no result text.", todo="Write out what the agreement then says.")
    if len(set(places)) != len(places):
        yield Refusal("place-twice", "A section stands twice in the result.")
    if not body.by.strip():
        yield Refusal("no-name", "Nobody is named who confirms the result text.", todo="Name who confirms it.")
    agreement = state.agreements.get(body.agreement)
    texts = agreement.body.texts if agreement is not None else ()
    if sum(text.accepted.article == body.article for text in texts) > 1:
        yield Refusal(
            "two-texts", f"{body.agreement} has two texts on {state.named_unit(body.article)}.",
            "One result would take the place of both.", "Reopen it there, and sign each text by itself.",
        )  # fmt: skip


def _blank(state: Negotiation, body: r.BlankAnswered) -> Found:
    yield from _in_ta(state, body.agreement, body.article)
    if not body.words.strip() or body.nth < 1:
        yield Refusal("incomplete", "Say which words are answered.")


def _clash(state: Negotiation, body: r.ClashSettled) -> Found:
    for label in (body.stands, body.gives_way):
        yield from _in_ta(state, label, body.article)
    if body.stands == body.gives_way:
        yield Refusal("one-ta", "Two TAs can clash, one cannot.")
    if not body.reason.strip():
        yield Refusal("no-reason", "Say why the one governs.")


def _disputed(state: Negotiation, body: r.TextDisputed) -> Found:
    yield from _ta(state, body.agreement)
    if not body.ours.strip() and not body.theirs.strip():
        yield Refusal("incomplete", "Say what each side says was agreed.")


def _dispute_settled(state: Negotiation, body: r.DisputeSettled) -> Found:
    if not any((one.agreement, one.place) == (body.agreement, body.place) for one in state.ratification.disputes):
        yield Refusal("no-dispute", f"The words of {body.agreement} are not disputed there.")
    if not body.words.strip():
        yield Refusal("incomplete", "Say how it was settled.")


def _condition(state: Negotiation, body: r.ConditionMet) -> Found:
    yield from _ta(state, body.agreement)
    if not body.how.strip():
        yield Refusal("incomplete", "Say how the condition was met.")


def _payer(state: Negotiation, body: r.PayerNamed) -> Found:
    yield from _ta(state, body.agreement)
    if not body.payer.strip():
        yield Refusal("incomplete", "Say who pays.")


def _looked_at(state: Negotiation, body: r.LookedAt) -> Found:
    if not body.line.strip() or not body.reason.strip():
        yield Refusal("no-reason", "Say why it stands as it is.")


def _summary(state: Negotiation, body: r.SummaryWritten) -> Found:
    if body.agreement not in state.agreements:
        yield Refusal("no-such-ta", f"There is no {body.agreement}.")
    if not body.text.strip():
        yield Refusal("no-text", "The summary has no words.")
    if body.language != "en" and not body.translator.strip():
        yield Refusal("no-translator", "A translation names its translator.")


def _written(state: Negotiation, body: r.LetterWritten | r.CostStated) -> Found:
    rows = body.rows if isinstance(body, r.CostStated) else ()
    if not body.text.strip() and not rows:
        yield Refusal("no-text", "There are no words in it.")
    if body.language != "en" and not body.translator.strip():
        yield Refusal("no-translator", "A translation names its translator.")


def _packet(state: Negotiation, body: r.PacketMade) -> Found:
    if body.number < 1 or body.number in state.ratification.packets:
        yield Refusal("number-taken", f"There is a packet {body.number} already.", todo="Take the next number.")
    if not body.fingerprint:
        yield Refusal("no-fingerprint", "A packet has its fingerprint.")
    for one in body.tas:
        yield from _ta(state, one.agreement)
    for one in body.conforming:
        if one.agreement not in state.ratification.conforming:
            yield Refusal("no-list", f"There is no conforming list “{one.agreement}”.")


CHECKS: dict[type, Callable[[Negotiation, Any], Found]] = {
    r.ScanAttached: _scan,
    r.SignatureAdded: _signature,
    r.ConformingAgreed: _conforming,
    r.ResultConfirmed: _result,
    r.BlankAnswered: _blank,
    r.ClashSettled: _clash,
    r.TextDisputed: _disputed,
    r.DisputeSettled: _dispute_settled,
    r.ConditionMet: _condition,
    r.PayerNamed: _payer,
    r.LookedAt: _looked_at,
    r.SummaryWritten: _summary,
    r.LetterWritten: _written,
    r.CostStated: _written,
    r.PacketMade: _packet,
}
