"""What a check is called in the list, and the word on the button that settles it."""

from __future__ import annotations

from tablebook.domain.ready_line import Act, Check
from tablebook.jobs.ratification_view import RatificationView, ReadyRow
from tablebook.ui import words

BUTTONS = {
    Act.SETTLE_ARTICLE: "Go to it",
    Act.TOTAL_TA: "Record it",
    Act.ADD_SIGNATURE: "Add it",
    Act.ATTACH_SCAN: "Attach",
    Act.CONDITION_MET: "It came about",
    Act.SETTLE_CLASH: "Settle",
    Act.SETTLE_DISPUTE: "Settle",
    Act.CONFIRM_RESULT: "Confirm",
    Act.ANSWER_BLANK: "Answer",
    Act.CONFORMING: "Make the list",
    Act.NAME_PAYER: "Name",
    Act.LOOK_AT: "Look",
    Act.WRITE_SUMMARY: "Write",
    Act.MAKE_PACKET: "Make it",
    Act.SET_UP_VOTE: "Set up",
    Act.GIVE_NOTICE: "Record it",
}
"""The verb of each act, short: the row says what it is about."""

ALSO = {
    Check.SIGNATURES: ("signature is missing", "signatures are missing"),
    Check.SCANS: ("TA has no scan or photo", "TAs have no scan or photo"),
    Check.SUMMARIES: ("text has no plain words, or old ones", "texts have no plain words, or old ones"),
    Check.ARTICLES: ("article is open", "articles are open"),
    Check.REFERENCES: ("reference is in doubt", "references are in doubt"),
    Check.DATES: ("date is in doubt", "dates are in doubt"),
    Check.PAYERS: ("payment has no payer", "payments have no payer"),
    Check.NOT_SHOWN: ("text is without contract words", "texts are without contract words"),
    Check.OPEN_WORDS: ("blank or note is left in a signed text", "blanks or notes are left in signed texts"),
}
"""How several open lines of one check are counted."""


def title_of(row: ReadyRow) -> str:
    """The row's first line: the one sentence, or how many lines are open."""
    if len(row.open) > 1 and row.check in ALSO:
        return f"{len(row.open)} {ALSO[row.check][1]}"
    return row.line.sentence.rstrip(".")


def detail_of(row: ReadyRow, view: RatificationView) -> str:
    """The row's second line: figures where all is well, the first of several open lines else."""
    left = row.open
    if len(left) > 1:
        more = f" {len(left) - 1} more." if row.check in ALSO or len(left) > 2 else f" {left[1].sentence}"
        first = row.line.sentence if row.check in ALSO else ""
        return f"{first}{more}".strip()
    if row.settled and row.check is Check.ARTICLES:
        agreed, withdrawn, deferred, kept = view.counts
        parts = [
            f"{agreed} TA’d",
            f"{withdrawn} withdrawn" if withdrawn else "",
            f"{deferred} deferred" if deferred else "",
            ("1 stays as it is" if kept == 1 else f"{kept} stay as they are") if kept else "",
        ]
        return ", ".join(part for part in parts if part)
    if row.settled and row.check is Check.SIGNATURES:
        return f"{words.count(view.sheets, 'sheet')}, {words.count(view.signatures, 'signature')}"
    return ""


def icon_of(row: ReadyRow) -> tuple[str, str]:
    """Icon and tone: settled, in the way, or still to come."""
    if row.settled:
        return "circle-check", "ta"
    return ("circle-alert", "problem") if row.blocks else ("circle-dashed", "tertiary")
