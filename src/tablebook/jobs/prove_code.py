"""The code that a TA sheet bears, held against the TA's text on record."""

from __future__ import annotations

from dataclasses import dataclass

from tablebook.domain.language import agreement_fingerprint
from tablebook.domain.negotiation import Agreement, Negotiation
from tablebook.domain.sheet_code import PrintedCode, label_in_code, printed_codes
from tablebook.domain.text import short_code


@dataclass(frozen=True, slots=True)
class CodeFound:
    """A TA's code on a paper: the fingerprint as printed, and the one of the TA's text on record."""

    ta: str
    printed: str
    recorded: str

    @property
    def fits(self) -> bool:
        """Whether the paper was printed with the text on record."""
        return self.printed == self.recorded

    def said(self, changed: bool) -> str:
        """What the code says, where words of the paper are ``changed`` or not."""
        if not self.fits:
            return (
                f"Its code {self.printed} is not that of {self.ta}, {self.recorded}: it was printed with another text."
            )
        since = ", so its words were changed after it was printed" if changed else ""
        return f"Its code {self.printed} is that of {self.ta} on record{since}."


def code_on(state: Negotiation, printed: str, ta: str = "") -> CodeFound | None:
    """The code on a paper that holds the words of ``ta``, or whose TA only the code can tell."""
    codes = printed_codes(printed)
    if ta:
        codes = tuple(one for one in codes if not one.label or same_label(one.label, ta))
        return _held_against(state, codes, state.agreements[ta])
    return next(filter(None, (code_held(state, one) for one in codes if _named(state, one))), None)


def code_held(state: Negotiation, code: PrintedCode) -> CodeFound | None:
    """One code, held against the TA that it names; None where this book has none of that name."""
    agreement = _named(state, code)
    return _held_against(state, (code,), agreement) if agreement else None


def same_label(one: str, other: str) -> bool:
    """Whether two labels are the same as far as a code has them."""
    return label_in_code(one).casefold() == label_in_code(other).casefold()


def _named(state: Negotiation, code: PrintedCode) -> Agreement | None:
    """The TA of a code: by its label, else by its fingerprint where one alone has it."""
    all_of_them = state.agreements.values()
    if code.label:
        return next((one for one in all_of_them if same_label(one.body.label, code.label)), None)
    fitting = [one for one in all_of_them if code.fits(agreement_fingerprint(state, one.body))]
    return fitting[0] if len(fitting) == 1 else None


def _held_against(state: Negotiation, codes: tuple[PrintedCode, ...], agreement: Agreement) -> CodeFound | None:
    """The code that fits, else the first; the texts of a TA on several have codes of their own on it."""
    recorded = agreement_fingerprint(state, agreement.body)
    if any(one.fits(recorded) for one in codes):
        return CodeFound(agreement.body.label, short_code(recorded), short_code(recorded))
    parts = [text.fingerprint for text in agreement.body.texts]
    other = next((one for one in codes if not any(one.fits(part) for part in parts)), None)
    return CodeFound(agreement.body.label, other.short, short_code(recorded)) if other else None
