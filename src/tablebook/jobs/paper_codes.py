"""The square codes on a signed paper, held against the TA that it is to be kept with, before anything is recorded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from tablebook.documents.foreign import Cancel, ReadingStopped, square_codes
from tablebook.domain.language import agreement_fingerprint, parts_fingerprint, passed_parts
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.phrases import listed
from tablebook.domain.record import Agreed
from tablebook.domain.sheet_code import PrintedCode, label_in_code, printed_codes
from tablebook.domain.text import short_code
from tablebook.errors import UserError
from tablebook.jobs.prove_code import same_label

AGREEMENT = "the executed agreement"


@dataclass(frozen=True, slots=True)
class PaperCodes:
    """The codes of TA sheets found on a file with their pages, how many pages were looked at, of how many, and why
    nothing could be looked at: it is damaged, locked, or neither a PDF nor a picture."""

    name: str
    codes: tuple[tuple[int, PrintedCode], ...] = ()
    looked: int = 0
    pages: int = 0
    why: str = ""


class Standing(StrEnum):
    """How a code stands to the TA that its paper is to be kept with."""

    SAME = "same"
    BEFORE_EDITS = "before-edits"
    OTHER_TEXT = "other-text"
    OTHER_TA = "other-ta"
    OTHER_BOOK = "other-book"


_OWN = (Standing.SAME, Standing.BEFORE_EDITS, Standing.OTHER_TEXT)


@dataclass(frozen=True, slots=True)
class CodeSaid:
    """One code in a sentence, and the TA of this book that it names, "" for none."""

    standing: Standing
    sentence: str
    ta: str = ""
    pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class CodeCheck:
    """What the codes on a paper say of the TA it is to be kept with, "" for the executed agreement. ``quiet`` is one
    line where there is no code, or where not all pages were looked at; ``unread`` why nobody can look at the paper."""

    ta: str
    name: str
    said: tuple[CodeSaid, ...] = ()
    quiet: str = ""
    unread: str = ""

    @property
    def strange(self) -> bool:
        """Whether the paper cannot be looked at, or is another TA's sheet, as far as its codes tell. The executed
        agreement may have TA sheets behind it: there only a code on its first page says so."""
        if self.unread:
            return True
        if not self.ta:
            return any(1 in one.pages for one in self.said)
        return bool(self.said) and not any(one.standing in _OWN for one in self.said)

    @property
    def others(self) -> tuple[str, ...]:
        """The other TAs of this book whose sheet it is."""
        return tuple(dict.fromkeys(one.ta for one in self.said if one.standing is Standing.OTHER_TA))

    @property
    def finding(self) -> UserError | None:
        """What, why and what to do, where the paper is strange."""
        if not self.strange:
            return None
        mine = self.ta or AGREEMENT
        if self.unread:
            todo = f"Choose another copy, or keep this one with {mine} nonetheless."
            return UserError(f"{self.name} cannot be looked at.", self.unread, todo)
        others = listed(self.others)
        what = f"{self.name} is the sheet of {others}, not of {mine}." if others else f"{self.name} is not {mine}."
        if not others and self.ta:
            what = f"{self.name} is not the sheet of {mine}."
        instead = f"Keep it with {' or '.join(self.others)}, choose" if others else "Choose"
        own = f"the sheet of {mine}" if self.ta else "the signed agreement"
        why = " ".join(one.sentence for one in self.said)
        return UserError(what, why, f"{instead} {own}, or keep it with {mine} nonetheless.")

    @property
    def weight(self) -> str:
        """How it is to be told where it is not strange: "same", "look" for what a person should look at, or ""."""
        if not self.said:
            return ""
        return "same" if all(one.standing is Standing.SAME for one in self.said) else "look"

    @property
    def words(self) -> str:
        """All of it in one paragraph."""
        return " ".join([one.sentence for one in self.said] + ([self.quiet] if self.quiet else []))


def read_codes(path: Path, cancel: Cancel | None = None) -> PaperCodes:
    """The codes of TA sheets on a photo or scan. A file that cannot be looked at gives none, with the reason."""
    try:
        found = square_codes(path, cancel)
    except ReadingStopped:
        raise
    except UserError as error:
        return PaperCodes(path.name, why=" ".join(part for part in (error.what, error.why) if part))
    if not found.looked and not _is_paper(path):
        return PaperCodes(path.name, why="It is neither a PDF nor a scan or photo.")
    codes = [(code.page, one) for code in found.codes for one in printed_codes(code.words) if one.label]
    shown = [(page, replace(one, label=label_in_code(one.label))) for page, one in codes]
    return PaperCodes(path.name, tuple(shown), found.looked, found.pages)


_BEGINNINGS = (b"%PDF", b"\xff\xd8\xff", b"\x89PNG", b"II*\0", b"MM\0*", b"GIF8", b"BM")


def _is_paper(path: Path) -> bool:
    """Whether a file begins as a PDF or a picture does, also one of a kind that cannot be shown here (HEIC, TIFF)."""
    try:
        with path.open("rb") as file:
            start = file.read(16)
    except OSError:
        return False
    return start.startswith(_BEGINNINGS) or start[4:8] == b"ftyp" or (start[:4] == b"RIFF" and start[8:12] == b"WEBP")


def held_against(
    state: Negotiation, found: PaperCodes, mine: Agreed | None = None, beside: Sequence[Agreed] = ()
) -> CodeCheck:
    """What the codes say of a TA, on record or as it would be recorded; without one, of the executed agreement.
    ``beside`` are those that are recorded with the same paper, as the members of a package are."""
    pages: dict[PrintedCode, list[int]] = {}
    for page, code in found.codes:
        pages.setdefault(code, []).append(page)
    said = tuple(_said(state, found, code, tuple(at), mine, beside) for code, at in pages.items())
    return CodeCheck(mine.label if mine else "", found.name, said, _quiet(found), found.why)


def check_paper(state: Negotiation, path: Path, ta: str = "", cancel: Cancel | None = None) -> CodeCheck:
    """The same for a file and a TA on record."""
    return held_against_ta(state, read_codes(path, cancel), ta)


def held_against_ta(state: Negotiation, found: PaperCodes, ta: str) -> CodeCheck:
    """The same for a TA on record, by its label."""
    return held_against(state, found, state.agreements[ta].body if ta in state.agreements else None)


def tas_of(state: Negotiation, found: PaperCodes) -> tuple[str, ...]:
    """The TAs of this book whose codes are on a paper, in the order of its pages; UserError where there is none."""
    labels = dict.fromkeys(_named(state, code) for _, code in sorted(found.codes, key=lambda one: one[0]))
    labels.pop("", None)
    if labels:
        return tuple(labels)
    todo = "Say which TA it belongs to."
    if found.codes:
        named = listed(list(dict.fromkeys(code.label for _, code in found.codes)))
        raise UserError(f"No TA of this book is found by the code on {found.name}.", f"It names {named}.", todo)
    raise UserError(f"No TA is found for {found.name}.", _quiet(found), todo)


def _said(
    state: Negotiation,
    found: PaperCodes,
    code: PrintedCode,
    pages: tuple[int, ...],
    mine: Agreed | None,
    beside: Sequence[Agreed],
) -> CodeSaid:
    where = _where(found, pages)
    for body in filter(None, (mine, *beside)):
        recorded = agreement_fingerprint(state, body)
        if code.fits(recorded):
            printed = "" if same_label(code.label, body.label) else f" The sheet was printed as {code.label}."
            sentence = f"{where} is that of {_spoken(state, body)}: the text that was agreed.{printed}"
            return CodeSaid(Standing.SAME, sentence, body.label, pages)
        if edits := _before_edits(state, code, body):
            each = "its pen edit" if edits == 1 else f"its {edits} pen edits"
            sentence = f"{where} is that of {_spoken(state, body)}, before {each}: see that the paper has them."
            return CodeSaid(Standing.BEFORE_EDITS, sentence, body.label, pages)
    if mine and same_label(code.label, mine.label):
        return CodeSaid(Standing.OTHER_TEXT, f"{where} {_other_text(state, code, mine)}", mine.label, pages)
    if label := _named(state, code):
        body = state.agreements[label].body
        fits = code.fits(agreement_fingerprint(state, body)) or _before_edits(state, code, body)
        other = "" if fits else f" It was printed with another text than the one on record: {_two(state, code, body)}"
        return CodeSaid(Standing.OTHER_TA, f"{where} is that of {label}, {_spoken(state, body)}.{other}", label, pages)
    sentence = f"{where} names {code.label}, fingerprint {code.short}: this book has no such TA."
    return CodeSaid(Standing.OTHER_BOOK, sentence, "", pages)


def _where(found: PaperCodes, pages: tuple[int, ...]) -> str:
    if found.pages < 2:
        return "The code on this paper"
    return f"The code on page{'s' if len(pages) > 1 else ''} {listed(list(map(str, pages)))}"


def _spoken(state: Negotiation, body: Agreed) -> str:
    """ "U-4, Article 9", as the text is spoken of at the table."""
    texts = (f"{text.accepted.label}, {state.named_unit(text.accepted.article)}" for text in body.texts)
    return listed(list(dict.fromkeys(texts)))


def _before_edits(state: Negotiation, code: PrintedCode, body: Agreed) -> int:
    """How many pen edits were made on the text of this code, which is the TA's as passed; 0 where it is not."""
    edits = sum(len(text.edits) for text in body.texts)
    if not edits:
        return 0
    passed = replace(body, texts=tuple(replace(text, amended=(), edits=()) for text in body.texts))
    return edits if code.fits(agreement_fingerprint(state, passed)) else 0


def _other_text(state: Negotiation, code: PrintedCode, mine: Agreed) -> str:
    """That a sheet of this TA was printed with other words; which pass they are, where one has them."""
    passed = next(_passes_with(state, code, mine), "")
    as_passed = f" It is the text of {passed} as it was passed." if passed else ""
    return f"names {mine.label}, printed with another text than the one agreed: {_two(state, code, mine)}{as_passed}"


def _two(state: Negotiation, code: PrintedCode, body: Agreed) -> str:
    return f"fingerprint {code.short}, not {short_code(agreement_fingerprint(state, body))}."


def _passes_with(state: Negotiation, code: PrintedCode, mine: Agreed) -> Iterator[str]:
    for text in mine.texts:
        for one in reversed(state.passes_on(text.accepted.article)):
            for parts in (one.body.parts, passed_parts(one, text.places)):
                if parts and code.fits(parts_fingerprint(parts)):
                    yield one.body.label


def _named(state: Negotiation, code: PrintedCode) -> str:
    """The label of the TA on record that a code means: the one that has its text, else the one of its label."""
    agreements = state.agreements.values()
    fitting = [one.body.label for one in agreements if code.fits(agreement_fingerprint(state, one.body))]
    named = [one.body.label for one in agreements if same_label(one.body.label, code.label)]
    return next((label for label in fitting if label in named), next(iter([*fitting, *named]), ""))


def _quiet(found: PaperCodes) -> str:
    if found.why:
        return f"No square code was looked for. {found.why}"
    if not found.looked:
        return "No square code was looked for: this kind of file cannot be shown here."
    rest = f" Pages 1 to {found.looked} of {found.pages} were looked at." if found.looked < found.pages else ""
    if found.codes:
        return rest.strip()
    return f"No square code of a TA sheet was found on it, so nothing was compared.{rest}"
