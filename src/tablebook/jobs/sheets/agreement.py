"""The sheets of a TA to be signed, or as it was signed, and of the TA log."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from tablebook.domain.closing_lines import above_closing
from tablebook.domain.codes import Party, State
from tablebook.domain.language import (
    agreed_text,
    agreement_fingerprint,
    closing,
    compose,
    current_blocks,
    in_force,
    parts_fingerprint,
    place_blocks,
)
from tablebook.domain.leftovers import leftovers
from tablebook.domain.negotiation import Agreement, Negotiation, Pass
from tablebook.domain.phrases import listed
from tablebook.domain.positions import position, unresolved
from tablebook.domain.readiness import SIDES, missing_signatures
from tablebook.domain.record import Agreed
from tablebook.domain.sheet_code import sheet_code
from tablebook.domain.text import Block, short_code
from tablebook.domain.text import heading as heading_block
from tablebook.domain.values import AgreedText, Part, Signature
from tablebook.domain.waiting_texts import says_what_to_do
from tablebook.jobs.redline_of import author_of, joint_hand, texts_up_to, unit_head, unit_text
from tablebook.jobs.sheets.marked import only_sections, without_lines_to_sign
from tablebook.jobs.sheets.wording import (
    PARTIES,
    SIGNED,
    clock,
    day,
    day_or_words,
    hands,
    heading,
    masthead,
    number_of,
    places_words,
    short_day,
    short_name,
)
from tablebook.redline.layers import layers
from tablebook.redline.marks import Fate, MarkedBlock
from tablebook.redline.pen import Pen
from tablebook.reports.sheets import (
    OpenRow,
    PenEditLine,
    SignatureSide,
    Signed,
    TaRow,
    TaSheet,
    TaSummarySheet,
    TaText,
)

STATES = {
    State.WITH_US: "With us",
    State.WITH_THEM: "With them",
    State.HELD: "Held",
    State.PART_TA: "Partly agreed",
    State.IMPASSE: "At impasse",
}


def ta_sheet(state: Negotiation, body: Agreed, made: datetime, recorded: Agreement | None = None) -> TaSheet:
    """The sheet to sign (no signatures yet: blank lines), or a recorded TA with who signed and what became of it."""
    texts = tuple(_text(state, body, text) for text in body.texts)
    fingerprint = agreement_fingerprint(state, body)
    when = recorded.at if recorded else made
    signatures = recorded.signatures if recorded else body.signatures
    number = recorded.session if recorded else state.open_session
    return TaSheet(
        masthead(state),
        body.label,
        texts,
        tuple(signature_side(state, signatures, party) for party in (Party.UNION, Party.EMPLOYER)),
        made,
        short_code(fingerprint),
        code=sheet_code(body.label, fingerprint),
        effective=day_or_words(body.effective),
        conditions=body.conditions or "None.",
        subject_to=subject_to(state, body.subject_to),
        leftovers=_leftovers(state, body),
        left_count=left_count(state) if _leftovers(state, body) else "",
        notice=_notice(state, recorded),
        session=f"Session {number}, {day(when)}" if number is not None else "",
        hands=hands(state, dict.fromkeys(text.accepted.article for text in body.texts)),
    )


def subject_to(state: Negotiation, words: str) -> str:
    """The whole sentence about ratification and approval, with the parties' names."""
    if not words:
        return ""
    union, employer = short_name(state, Party.UNION), short_name(state, Party.EMPLOYER)
    said = words.replace("by the membership and", f"by the membership of the {union} and")
    if employer != "Board":
        said = said.replace("approval by the Board", f"approval by the Board of the {employer}")
    return f"This tentative agreement is subject to {said.rstrip('.')}."


def _leftovers(state: Negotiation, body: Agreed) -> str:
    return state.settled.words if state.settled and state.settled.agreement == body.label else ""


def _notice(state: Negotiation, recorded: Agreement | None) -> str:
    if recorded is None:
        return ""
    if recorded.superseded:
        return f"Replaced by {recorded.superseded}."
    if recorded.reopened:
        when = state.entries[recorded.reopened_by[-1]].at
        if recorded.fate is not None:
            fell = "Fell" if recorded.fate == "falls" else "Reopened"
            return f"{fell} on {day(when)}, as the agreement was not ratified."
        where = "" if "" in recorded.reopened else f" at {listed(recorded.reopened)}"
        return f"Reopened{where} on {day(when)}."
    return ""


def signature_side(state: Negotiation, signatures: Sequence[Signature], party: Party) -> SignatureSide:
    """One party's part of the block: who signed, or blank lines."""
    signed = tuple(
        Signed(
            one.name,
            one.title,
            day(datetime.fromisoformat(one.at)) if one.at else "",
            clock(datetime.fromisoformat(one.at)) if one.at else "",
            ", ".join(part for part in (SIGNED[one.how], f"pages {one.pages}" if one.pages else "") if part),
        )
        for one in signatures
        if one.party is party
    )
    return SignatureSide(party, f"For the {short_name(state, party)}", signed)


def _text(state: Negotiation, body: Agreed, text: AgreedText) -> TaText:
    accepted = state.named(text.accepted)
    if accepted is None:
        raise KeyError(text.accepted.label)
    parts = agreed_text(state, text)
    key = text.accepted.article
    session = f", session {accepted.session}" if accepted.session is not None else ""
    when = f"{day(accepted.at)}, {clock(accepted.at)}"
    amended = ", amended at signing" if text.edits or text.amended else ""
    name = state.items[key].article.name
    return TaText(
        heading(state, key, text.places),
        f"{PARTIES[accepted.body.party]} pass {accepted.body.label}, passed {when}{session}{amended}",
        _clean(state, parts, key),
        _marks(state, text, parts),
        _supersedes(state, body, text),
        day_or_words(accepted.body.effective),
        tuple(_edit(state, index, one) for index, one in enumerate(text.edits, start=1)),
        f"All other language of {name} stays as it is." if "" not in text.places and not state.items[key].new else "",
        short_code(parts_fingerprint(parts)),
    )


def _edit(state: Negotiation, index: int, edit: object) -> PenEditLine:
    from tablebook.domain.values import PenEdit

    assert isinstance(edit, PenEdit)
    return PenEditLine(f"edit {index}", edit.place, edit.old, edit.new, listed([PARTIES[p] for p in edit.initials]))


def _supersedes(state: Negotiation, body: Agreed, text: AgreedText) -> str:
    """What no longer holds: the places of the contract that the TA speaks of, and the TAs that it replaces."""
    item = state.items[text.accepted.article]
    gone = []
    here = [place for place in text.places if place_blocks(state, item.key, place)]
    if here:
        page = f", from page {item.article.page}" if item.article.page else ""
        gone.append(f"{listed(_places_named(state, item.key, here))} of the current agreement{page}")
    for label in body.supersedes:
        if label in item.agreements:
            gone.append(f"{label} of {day(state.agreements[label].at)}")
    return "; ".join(gone)


def _places_named(state: Negotiation, key: str, places: Sequence[str]) -> list[str]:
    """["Sections 20.2 and 20.5 of Article 20", "Appendix A"], or the article's name alone where all of it is meant."""
    own = [place for place in places if not state.carried_unit(key, place)]
    units = [unit.article.name for place in places if (unit := state.carried_unit(key, place))]
    name = state.items[key].article.name
    where = places_words(state, key, own) if own else ""
    whole = not where or where.startswith("all ")
    return [*([name if whole else f"{where[0].upper()}{where[1:]} of {name}"] if own else []), *units]


def _clean(state: Negotiation, parts: Sequence[Part], key: str) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for part in parts:
        if unit := state.carried_unit(key, part.place):
            blocks.append(heading_block(unit.article.name, level=1))
        if part.deleted:
            blocks.append(heading_block("deleted", part.place, section=part.place, level=2))
        blocks.extend(above_closing(part.blocks, closing(state, unit.key if unit else key)))
    return tuple(blocks)


def _marks(state: Negotiation, text: AgreedText, parts: Sequence[Part]) -> tuple[MarkedBlock, ...]:
    """The agreed words of each unit that a text speaks of, the article's first, each other one under its name."""
    key = text.accepted.article
    own = [part for part in parts if not state.carried_unit(key, part.place)]
    marked = list(unit_marks(state, text, key, own))
    for part in parts:
        if state.carried_unit(key, part.place):
            marked += (unit_head(state, part.place), *unit_marks(state, text, part.place, [part]))
    return tuple(marked)


def unit_marks(state: Negotiation, text: AgreedText, unit: str, parts: Sequence[Part]) -> tuple[MarkedBlock, ...]:
    """The agreed words of one unit against the contract, in the hands that wrote them; pen edits are a joint hand at
    the end. So is a confirmed result: texts that say what to do have no words of it."""
    accepted, key = state.named(text.accepted), text.accepted.article
    if accepted is None:
        raise KeyError(text.accepted.label)
    chain = [one for one in texts_up_to(state, accepted) if one.has_text]
    if unit != key:
        chain = [one for one in chain if any(part.place == unit for part in one.body.parts)]
    pen = _pen(state, accepted, text, unit, parts)
    told = {one.id for one in chain if says_what_to_do(state, unit, one.body.parts)} if pen else set()
    hands = [(author_of(one), unit_text(state, one, unit)) for one in chain if one.id not in told]
    if pen and accepted.id in told:
        before = hands[-1][1] if hands else current_blocks(state, unit)
        pen = Pen(pen.author, compose(before, parts, closing(state, unit)))
    blocks = layers(current_blocks(state, unit), hands, pen).blocks
    shown = only_sections(blocks, [part.place for part in parts]) if unit == key else blocks
    shown = without_lines_to_sign(state, unit, shown)
    return tuple(settled for block in shown if (settled := _settled(block)) is not None)


def _pen(state: Negotiation, accepted: Pass, text: AgreedText, unit: str, parts: Sequence[Part]) -> Pen | None:
    """What was written on it at the signing; None where these places were signed as passed."""
    if all(part in accepted.body.parts for part in parts):
        return None
    return joint_hand(state, accepted, unit, parts, text.edits, "signing")


def _settled(block: MarkedBlock) -> MarkedBlock | None:
    """An agreed text shows what the contract had and what it will say; offers that came and went are not on it, and
    nothing is "since the last pass". None for a paragraph that only came and went."""
    runs = tuple(replace(run, fresh=False) for run in block.runs if not (run.writer and run.striker))
    rows = tuple(
        tuple(tuple(replace(run, fresh=False) for run in cell if not (run.writer and run.striker)) for cell in row)
        for row in block.rows
    )
    went = bool(block.start.writer and block.start.striker)
    if went and not rows and not any(run.text.strip() for run in runs):
        return None
    start = Fate() if went else block.start
    return replace(block, runs=runs, rows=rows, start=start, margin_author=None)


def ta_summary_sheet(state: Negotiation, made: datetime, fingerprint: str) -> TaSummarySheet:
    """The TA log: every TA, also reopened and replaced ones with what became of them, and what is still open."""
    rows = tuple(row for agreement in state.agreements.values() for row in _rows(state, agreement))
    still = tuple(_open(state, key) for key in unresolved(state, made))
    closed = f", {len(state.settled.left)} closed in one line" if state.settled and state.settled.left else ""
    holding = [agreement for agreement in state.agreements.values() if in_force(state, agreement)]
    missing = sum(len(missing_signatures(agreement)) for agreement in holding)
    unsigned = f", {_many(missing, 'signature')} missing" if missing else ""
    return TaSummarySheet(
        masthead(state),
        rows,
        still,
        made,
        short_code(fingerprint),
        lead="Every tentative agreement so far. The rest of the contract stays as it is.",
        as_of=f"As of {day(made)}, {clock(made)}",
        count=f"{_many(len(holding), 'agreement')}{unsigned}, {_many(len(still), 'article')} open{closed}",
        leftovers=state.settled.words if state.settled else "",
        left_count=left_count(state) if state.settled else "",
    )


def left_count(state: Negotiation) -> str:
    """How many articles the line of the total TA closes, of each kind."""
    return f"Closed by this line: {leftovers(state).counted}."


def _many(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def _rows(state: Negotiation, agreement: Agreement) -> list[TaRow]:
    body = agreement.body
    signed = ", ".join(dict.fromkeys(one.name for one in agreement.signatures if one.name))
    rows = []
    for text in body.texts:
        key = text.accepted.article
        accepted = state.named(text.accepted)
        who = PARTIES[accepted.body.party] if accepted else ""
        rows.append(
            TaRow(
                number_of(state, key),
                state.items[key].article.title,
                places_words(state, key, text.places),
                body.label,
                f"{who} {text.accepted.label}{', as amended' if text.amended else ''}".strip(),
                short_day(agreement.at),
                clock(agreement.at),
                signed,
                body.conditions,
                day_or_words(body.effective),
                short_code(text.fingerprint),
                _notice(state, agreement) or _unsigned(agreement),
            )
        )
    return rows


def _unsigned(agreement: Agreement) -> str:
    missing = [SIDES[party] for party in missing_signatures(agreement)]
    return f"Not signed for {listed(missing)}." if missing else ""


def _open(state: Negotiation, key: str) -> OpenRow:
    where = position(state, key)
    last = where.last
    latest = f"{PARTIES[last.body.party]} {last.body.label}, {short_day(last.at)} {clock(last.at)}" if last else ""
    places = [place for place in where.open_places if place]
    return OpenRow(
        number_of(state, key), state.items[key].article.title, STATES.get(where.state, ""), latest, ", ".join(places)
    )
