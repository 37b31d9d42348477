"""Which papers can be printed of what is on the screen: each is made from the shared record, none from the plan."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from tablebook.domain.negotiation import Negotiation, Pass
from tablebook.domain.record import Agreed, TextPassed
from tablebook.domain.values import EntryId
from tablebook.ui import words
from tablebook.ui.dialogs.print_out import safe_name

if TYPE_CHECKING:
    from tablebook.documents.tracked.paper import Original
    from tablebook.jobs.findings.received import Received
    from tablebook.reports.sheets import Sheet

Progress = Callable[[int, int], object]
SHARED = "Shared: this paper may be handed to both sides."
OURS_COMPARED = "Ours: what we found in their paper. It is not handed over."
OURS = "Ours: who said what. It is evidence, and it is not handed over."


@dataclass(frozen=True, slots=True)
class PaperChoice:
    """One paper: what it is called, the name of its file, whose it is, and the function that gathers its sheet."""

    key: str
    words: str
    name: str
    custody: str
    sheet: Callable[[], Any]

    def pdf(
        self,
        size: str,
        colour: bool = True,
        progress: Progress | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> bytes:
        """The finished pages. Slow: called off the window's thread."""
        from tablebook.jobs.print_paper import print_paper

        file = io.BytesIO()
        print_paper(self.sheet(), file, page=size, colour=colour, progress=progress, cancelled=cancelled)  # type: ignore[arg-type]
        return file.getvalue()

    @property
    def note(self) -> str:
        """What to know before it is printed; it does not stand on the paper."""
        return ""

    @property
    def has_word_form(self) -> bool:
        """Whether it is a paper of contract language, which others go on writing in."""
        return self.key.split()[0] in ("pass", "prepared", "redline", "ta")

    def docx(self, original: Original | None, size: str, clean: bool) -> bytes:
        """The paper as a Word file, with tracked changes or clean; in the contract's own file where there is one."""
        from tablebook.jobs.word_paper import word_bytes

        return word_bytes(self.sheet(), clean=clean, original=original, page=size)


def papers_of(state: Negotiation, key: str, shown: str, now: datetime, fingerprint: str) -> list[PaperChoice]:
    """The papers of an article, of the session and of the whole, the one of the shown pass first; once it is signed,
    its TA sheet. ``fingerprint`` is
    that of the whole record."""
    item = state.items.get(key)
    found: list[PaperChoice] = []
    if item is not None:
        signed = [label for label in reversed(item.agreements) if _binds(state, label, shown)]
        found += [_ta(state, label, now) for label in signed]
        passes = sorted(state.passes_on(key), key=lambda one: (one.id == shown, one.at), reverse=True)
        found += [_proposal(state, one, now) for one in passes[:1]]
        found += [_prepared(state, entry, now) for entry, body in state.prepared.items() if body.article == key]
        found.append(_redline(state, key, shown, now))
        found += [_ta(state, label, now) for label in reversed(item.agreements) if label not in signed]
        found += [_proposal(state, one, now) for one in passes[1:]]
    for number in sorted(state.sessions, reverse=True)[:3]:
        found += _minutes(state, number, now)
    found += [_summary(state, now, fingerprint), _total(state, now)]
    return found


def _binds(state: Negotiation, label: str, shown: str) -> bool:
    """Whether a TA binds the text of this pass."""
    return any(text.accepted.id == shown for text in state.agreements[label].body.texts)


def _proposal(state: Negotiation, one: Pass, now: datetime) -> PaperChoice:
    article, body = state.items[one.body.article].article, one.body

    def sheet() -> Sheet:
        from tablebook.jobs.sheets.proposal import proposal_sheet

        return proposal_sheet(state, [one.id], now)

    said = f"{body.label}, {article.name}, {words.moment(one.at, now.date())}"
    party = words.of(words.PARTIES, body.party).text
    name = safe_name(f"{article.name} {party} {body.label} {one.at:%m%d-%H%M}")
    return PaperChoice(f"pass {one.id}", f"Proposal {said}", name, SHARED, sheet)


def _prepared(state: Negotiation, entry: EntryId, now: datetime) -> PaperChoice:
    body = state.prepared[entry]

    def sheet() -> Sheet:
        from tablebook.jobs.sheets.proposal import proposal_sheet

        return proposal_sheet(state, [entry], now)

    name = safe_name(f"{body.article} {body.label} prepared")
    return PaperChoice(f"prepared {entry}", f"Proposal {body.label}, prepared", name, SHARED, sheet)


def _redline(state: Negotiation, key: str, shown: str, now: datetime) -> PaperChoice:
    article = state.items[key].article

    def sheet() -> Sheet:
        from tablebook.jobs.sheets.article import redline_sheet

        return redline_sheet(state, key, now, shown=shown or None)

    return PaperChoice("redline", f"Redline of {article.name}", safe_name(f"{article.name} redline"), SHARED, sheet)


def _ta(state: Negotiation, label: str, now: datetime) -> PaperChoice:
    agreement = state.agreements[label]

    def sheet() -> Sheet:
        from tablebook.jobs.sheets.agreement import ta_sheet

        return ta_sheet(state, agreement.body, now, agreement)

    return PaperChoice(f"ta {label}", f"TA sheet {label}", safe_name(label), SHARED, sheet)


def ta_draft(state: Negotiation, body: Agreed, now: datetime) -> PaperChoice:
    """The sheet to sign of a TA that is not recorded yet, with blank lines for the signatures that are missing."""

    def sheet() -> Sheet:
        from tablebook.jobs.sheets.agreement import ta_sheet

        return ta_sheet(state, body, now)

    return PaperChoice("ta", f"TA sheet {body.label}, to sign", safe_name(f"{body.label} to sign"), SHARED, sheet)


def compared_paper(state: Negotiation, found: Received, bodies: Sequence[TextPassed], now: datetime) -> PaperChoice:
    """A received text against what it started from, before it is recorded."""

    def sheet() -> Sheet:
        from tablebook.jobs.sheets.article import received_sheet

        return received_sheet(state, found, bodies, now)

    label = ", ".join(dict.fromkeys(body.label for body in bodies))
    name = safe_name(f"{label} as received, compared")
    return PaperChoice("compared", f"{label} as received, compared", name, OURS_COMPARED, sheet)


def _minutes(state: Negotiation, number: int, now: datetime) -> list[PaperChoice]:
    def ours() -> Sheet:
        from tablebook.jobs.sheets.minutes import minutes_sheet

        return minutes_sheet(state, number, now)

    def joint() -> Sheet:
        from tablebook.jobs.sheets.minutes import joint_minutes_sheet

        return joint_minutes_sheet(state, number, now)

    name = f"session {number}"
    return [
        PaperChoice(f"ours {number}", f"Minutes of {name}, ours", f"{name.capitalize()} minutes, ours", OURS, ours),
        PaperChoice(
            f"joint {number}", f"Minutes of {name}, joint", f"{name.capitalize()} minutes, joint", SHARED, joint
        ),
    ]


def _summary(state: Negotiation, now: datetime, fingerprint: str) -> PaperChoice:
    def sheet() -> Sheet:
        from tablebook.jobs.sheets.agreement import ta_summary_sheet

        return ta_summary_sheet(state, now, fingerprint)

    return PaperChoice("summary", "TA summary", f"TA summary {now:%Y-%m-%d}", SHARED, sheet)


def _total(state: Negotiation, now: datetime) -> PaperChoice:
    def sheet() -> Sheet:
        from tablebook.jobs.sheets.total_ta import total_ta_sheet

        return total_ta_sheet(state, now)

    said = "Total TA" if state.settled else "Total TA, to sign"
    return PaperChoice("total", said, safe_name(said), SHARED, sheet)
