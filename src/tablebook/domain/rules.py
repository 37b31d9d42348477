"""What may be recorded next. One function a kind of entry: it gives back refusals, it raises nothing.

Source of the rules: the table's own customs as the glossary states them. What is only unwise is in
:mod:`tablebook.domain.cautions`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from tablebook.domain import record as r
from tablebook.domain import rules_parked, rules_ratification, rules_ready
from tablebook.domain.codes import Party, PassKind, PassState, Sign
from tablebook.domain.language import agreed_text, agreements_in_force, in_force, parts_fingerprint, passed_parts
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.phrases import listed
from tablebook.domain.positions import unresolved
from tablebook.domain.refusal import Found
from tablebook.domain.refusal import Refusal as Refusal

CHANGE_NOTHING: tuple[type, ...] = (r.PaperReceived, r.ReasonGiven)
"""Kinds that stand in the record and change no article, session or promise."""

ALLOWED_IN_A_CLOSED_SESSION: dict[type, str] = {
    r.Corrected: "a correction is the one way to add to a closed session",
    r.RosterSet: "who is on a team is not an act of a session",
    r.PreparedVoided: "tearing up our own unhanded paper tells nothing about the session",
}
"""Kinds whose time may lie inside a session that is closed, each with the reason."""


def refusals(state: Negotiation, draft: r.Draft) -> tuple[Refusal, ...]:
    """Why this may not be recorded now; empty when it may."""
    return refused(state, draft.body, draft.at)


def refused(state: Negotiation, body: r.Body, at: datetime | None) -> tuple[Refusal, ...]:
    """The same for a body and its time alone, as the fold of a large record asks it many thousand times."""
    if state.made is None and not isinstance(body, r.BookMade):
        return (Refusal("no-book", "The first entry must be the making of the book."),)
    kind = type(body)
    check = _CHECKS.get(kind)
    late = () if at is None or kind in ALLOWED_IN_A_CLOSED_SESSION else _time(state, at)
    late += rules_ratification.after_the_signing(state, kind)
    return (*late, *check(state, body)) if check else late


def _time(state: Negotiation, at: datetime) -> tuple[Refusal, ...]:
    for session in reversed(state.sessions.values()):
        if session.ended is None:
            continue
        if session.ended <= at:
            return ()
        if session.began <= at:
            what, why = f"Session {session.number} is closed.", "A closed session takes no new entries."
            return (Refusal("session-closed", what, why, "Add a correction to one of its entries instead."),)
    return ()


def _book_made(state: Negotiation, body: r.BookMade) -> Found:
    if state.made is not None:
        yield Refusal("book-made-twice", "This book is made already.")


def _session_opened(state: Negotiation, body: r.SessionOpened) -> Found:
    if state.open_session is not None:
        yield Refusal("session-open", f"Session {state.open_session} is still open.", todo="Close it first.")
    if body.number in state.sessions:
        yield Refusal("session-number", f"There is a session {body.number} already.", todo="Take the next number.")


def _session_closed(state: Negotiation, body: r.SessionClosed) -> Found:
    if state.open_session != body.number:
        yield Refusal("session-not-open", f"Session {body.number} is not open.")


def _caucus_called(state: Negotiation, body: r.CaucusCalled) -> Found:
    if state.open_session is None:
        yield Refusal("no-session", "There is no session to caucus from.", todo="Open a session first.")
    if state.caucus is not None:
        yield Refusal("caucus-open", "A caucus is still running.", todo="Say when it ended first.")


def _caucus_ended(state: Negotiation, body: r.CaucusEnded) -> Found:
    if state.caucus is None or state.caucus.by is not body.by:
        yield Refusal("no-caucus", "That side has no caucus running.")


def _note(state: Negotiation, body: r.NoteTaken) -> Found:
    if not body.text.strip():
        yield Refusal("empty-note", "The note has no words.", todo="Type what was said.")
    if body.sign is Sign.PROMISE and body.supposal:
        yield Refusal("two-signs", "A supposal is not a promise.")


def _promise_kept(state: Negotiation, body: r.PromiseKept) -> Found:
    if body.promise not in state.promises:
        yield Refusal("no-promise", "That entry is not a promise.")


def label_taken(state: Negotiation, article: str, label: str, party: Party) -> bool:
    """Whether this party has used the label on this article, on a handed or a prepared paper."""
    passed = any(one.body.label == label and one.body.party is party for one in state.passes_on(article))
    waiting = any(p.article == article and p.label == label and p.party is party for p in state.prepared.values())
    return passed or waiting


def _text(state: Negotiation, body: r.TextPrepared | r.TextPassed) -> Found:
    if not body.label.strip():
        yield Refusal("no-label", "The pass has no label.", todo="Give it the label printed on the paper.")
    if not body.article.strip():
        yield Refusal("no-article", "The pass names no article.")
    if not body.parts and not body.prose.strip():
        yield Refusal("no-text", "The pass has no text.", todo="Give its text, or the words that were said.")
    if body.kind is PassKind.CONCEPT and not body.prose.strip():
        yield Refusal("no-prose", "A concept needs its words.")
    if body.article not in state.items and body.form != "new":
        yield Refusal(
            "no-such-article",
            f"The contract has no “{body.article}”.",
            todo="Pass it as new language, or choose another article.",
        )
    places = [part.place for part in body.parts]
    if len(set(places)) != len(places):
        yield Refusal("place-twice", "A section stands twice in this text.")
    for ref in body.responds_to:
        if state.find_pass(ref.article, ref.label) is None and ref.label not in state.packages:
            yield Refusal("no-such-pass", f"There is no pass {state.named_pass(ref)} to answer.")


def _prepared(state: Negotiation, body: r.TextPrepared) -> Found:
    yield from _text(state, body)
    if body.party is not state.we:
        yield Refusal("not-ours", "Only our own text is prepared here.", todo="Receive theirs instead.")
    if label_taken(state, body.article, body.label, body.party):
        yield _taken(state.named_unit(body.article), body.label)


def _taken(article: str, label: str) -> Refusal:
    return Refusal(
        "label-taken",
        f"We have used {label} on {article}.",
        "A label is used once in an article.",
        "Take the next one.",
    )


def _voided(state: Negotiation, body: r.PreparedVoided) -> Found:
    if body.prepared not in state.prepared:
        yield Refusal("not-prepared", "That text is not waiting to be handed over.")


def _passed(state: Negotiation, body: r.TextPassed) -> Found:
    yield from _text(state, body)
    made = state.entries.get(body.prepared) if body.prepared is not None else None
    if body.prepared is not None and made is not None and made.body is not None:
        prepared = state.prepared.get(body.prepared)
        if prepared is None:
            yield Refusal("not-prepared", "That text is not waiting to be handed over.")
        elif (prepared.article, prepared.label) != (body.article, body.label) or parts_fingerprint(
            prepared.parts
        ) != parts_fingerprint(body.parts):
            yield Refusal(
                "not-as-prepared",
                "This is not the text that was prepared.",
                "A prepared text is frozen.",
                "Void it and prepare another.",
            )
    elif body.party is state.we and label_taken(state, body.article, body.label, body.party):
        yield _taken(state.named_unit(body.article), body.label)


def _package(state: Negotiation, body: r.PackageOffered) -> Found:
    if body.label in state.packages:
        yield Refusal("label-taken", f"There is a package {body.label} already.", todo="Take the next label.")
    if len(body.members) < 2:
        yield Refusal("package-of-one", "A package needs two articles or more.")
    for ref in body.members:
        if state.find_pass(ref.article, ref.label, body.party) is None:
            yield Refusal("no-such-pass", f"There is no pass {state.named_pass(ref)} to put in the package.")


def _offer(
    state: Negotiation, article: str, label: str, package: str, party: Party
) -> tuple[Party | None, PassState | str | None]:
    """(whose offer it is, what became of it) for a pass or a package by name."""
    if package:
        found = state.packages.get(package)
        return (found.body.party, found.state) if found else (None, None)
    one = state.find_pass(article, label, party)
    if one is not None:
        return one.body.party, one.state
    other = state.find_pass(article, label)
    return (other.body.party, other.state) if other else (None, None)


def _withdrawn(state: Negotiation, body: r.PassWithdrawn) -> Found:
    name = body.package or body.label
    party, what = _offer(state, body.article, body.label, body.package, body.party)
    if party is None:
        yield Refusal("no-such-pass", f"There is no {name} to withdraw.")
    elif party is not body.party:
        yield Refusal("not-theirs", f"Only the party that passed {name} may withdraw it.")
    elif what in ("withdrawn", "accepted"):
        yield Refusal("ended", f"{name} is {what} already.")


def _rejected(state: Negotiation, body: r.PassRejected) -> Found:
    name = body.package or body.label
    party, what = _offer(state, body.article, body.label, body.package, body.party.other)
    if party is None:
        yield Refusal("no-such-pass", f"There is no {name} to reject.")
    elif party is body.party:
        yield Refusal("own-offer", f"{name} is that party's own offer.", todo="Withdraw it instead.")
    elif what in ("withdrawn", "accepted"):
        yield Refusal("ended", f"{name} is {what} already.")


def _agreed(state: Negotiation, body: r.Agreed) -> Found:
    if not body.label.strip():
        yield Refusal("no-label", "The TA has no label.")
    if body.label in state.agreements:
        yield Refusal("label-taken", f"There is a {body.label} already.", todo="Take another label.")
    if not body.texts:
        yield Refusal("no-text", "The TA names no passed text.")
    for text in body.texts:
        yield from _agreed_text(state, body, text)
        yield from _agreed_before(state, body, text)
    for label in (*body.supersedes, *body.restates):
        if label not in state.agreements:
            yield Refusal("no-such-ta", f"There is no {label}.")
    if body.package and body.package not in state.packages:
        yield Refusal("no-such-package", f"There is no package {body.package}.")


def _agreed_text(state: Negotiation, body: r.Agreed, text: r.AgreedText) -> Found:
    ref = text.accepted
    accepted = state.named(ref)
    if accepted is None:
        yield Refusal(
            "no-such-pass",
            f"{ref.label} was not passed on {state.named_unit(ref.article)}.",
            "A TA names one exact passed text.",
        )
        return
    if not accepted.has_text:
        yield Refusal(
            "no-text",
            f"{ref.label} has no text that can be agreed.",
            "A concept is never a TA.",
            "Pass its language first.",
        )
        return
    held = {part.place for part in passed_parts(accepted, text.places)}
    missing = [place for place in text.places if place not in held]
    if missing:
        yield Refusal("not-in-pass", f"{listed(missing)} {'is' if len(missing) == 1 else 'are'} not in {ref.label}.")
    elif text.fingerprint != parts_fingerprint(agreed_text(state, text)):
        yield Refusal("other-words", f"These are not the words of {ref.label}.", "The fingerprint of the text differs.")
    package = accepted.body.package
    if package and body.package != package:
        yield Refusal(
            "package",
            f"{ref.label} is part of package {package}.",
            "A package is accepted whole or not at all.",
            f"Accept {package}.",
        )
    if body.package:
        offered = state.packages.get(body.package)
        if offered and not any(m.article == ref.article and m.label == ref.label for m in offered.body.members):
            yield Refusal("not-in-package", f"{state.named_pass(ref)} is not in package {body.package}.")
        if offered and offered.state in ("rejected", "withdrawn"):
            yield Refusal(
                "package-ended", f"Package {body.package} was {offered.state}.", todo="It must be offered again first."
            )


def _agreed_before(state: Negotiation, body: r.Agreed, text: r.AgreedText) -> Found:
    """One text is agreed once; a second sheet on it says which one it replaces."""
    for agreement in agreements_in_force(state, text.accepted.article):
        same = any(
            other.accepted.id == text.accepted.id and other.fingerprint == text.fingerprint
            for other in agreement.body.texts
        )
        if same and not agreement.reopened and agreement.body.label not in body.supersedes:
            yield Refusal(
                "agreed-before",
                f"{agreement.body.label} is the agreement on {text.accepted.label} already.",
                "The words are the same.",
                "Print that one, or reopen it first.",
            )


def whole_packages(state: Negotiation) -> tuple[Refusal, ...]:
    """After a batch: a package of which some members are agreed and others are not."""
    found = []
    for agreement in state.agreements.values():
        package = state.packages.get(agreement.body.package) if agreement.body.package else None
        if package is not None and package.state == "open":
            label = package.body.label
            found.append(
                Refusal(
                    "package",
                    f"Package {label} is accepted whole or not at all.",
                    todo="Agree all of its articles at once.",
                )
            )
    return tuple(dict.fromkeys(found))


def _reopened(state: Negotiation, body: r.AgreementReopened) -> Found:
    agreement = state.agreements.get(body.agreement)
    if agreement is None or not in_force(state, agreement):
        yield Refusal("not-in-force", f"{body.agreement} is not in force.")
    if not body.reason.strip():
        yield Refusal("no-reason", "Reopening a TA needs a reason.", todo="Say why; it is kept with the TA.")


def _all_agreed(state: Negotiation, body: r.AllAgreed) -> Found:
    left = unresolved(state)
    if left:
        yield Refusal(
            "unresolved", f"Not everything is settled: {', '.join(left)}.", "An unsettled article stops the total TA."
        )


def _corrected(state: Negotiation, body: r.Corrected) -> Found:
    if body.target not in state.entries:
        yield Refusal("no-target", "The correction names no entry of this book.")
    for value, name in ((body.reason, "a reason"), (body.author, "an author"), (body.text, "its words")):
        if not value.strip():
            yield Refusal("incomplete", f"A correction needs {name}.")


def _reason_given(state: Negotiation, body: r.ReasonGiven) -> Found:
    if not body.reason.strip():
        yield Refusal("incomplete", "The reason has no words.", todo="Type why.")


def _requested(state: Negotiation, body: r.InformationRequested) -> Found:
    if body.label in state.requests:
        yield Refusal("label-taken", f"There is a request {body.label} already.")


def _given(state: Negotiation, body: r.InformationGiven) -> Found:
    if body.label not in state.requests:
        yield Refusal("no-request", f"There is no request {body.label}.")


_CHECKS: dict[type, Callable[[Negotiation, Any], Found]] = {
    r.BookMade: _book_made,
    r.SessionOpened: _session_opened,
    r.SessionClosed: _session_closed,
    r.CaucusCalled: _caucus_called,
    r.CaucusEnded: _caucus_ended,
    r.NoteTaken: _note,
    r.PromiseKept: _promise_kept,
    r.TextPrepared: _prepared,
    r.PreparedVoided: _voided,
    r.TextPassed: _passed,
    r.PackageOffered: _package,
    r.PassWithdrawn: _withdrawn,
    r.PassRejected: _rejected,
    r.Agreed: _agreed,
    r.AgreementReopened: _reopened,
    r.AllAgreed: _all_agreed,
    r.Corrected: _corrected,
    r.ReasonGiven: _reason_given,
    r.InformationRequested: _requested,
    r.InformationGiven: _given,
    **rules_parked.CHECKS,
    **rules_ready.CHECKS,
    **rules_ratification.CHECKS,
}
