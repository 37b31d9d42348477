"""The findings of a received paper as cards, and as frames round the places on the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tablebook.domain.cautions import Caution
from tablebook.jobs.findings.became import became, quoted, trimmed
from tablebook.ui.dialogs.reason_box import ICONS, TITLES, said
from tablebook.ui.text.rows import Flag, Note

QUIET = ("not-marked", "misquoted")
REFERENCES = ("dead-reference", "struck-reference")
PROBLEMS = (*QUIET, "nothing-marked")


@dataclass(frozen=True, slots=True)
class CardWords:
    """What one card says and offers. ``places`` are its findings in the order of "Show 1 of 2"; ``way`` is the way
    forward in words, ``act`` what it does: "ask", "reason", "open"."""

    title: str
    text: str
    icon: str
    tone: str
    places: tuple[Caution, ...]
    way: str = ""
    way_icon: str = ""
    act: str = ""


def cards_of(findings: Sequence[Caution]) -> tuple[CardWords, ...]:
    """The cards of these findings, in their order: what was not marked is one card, as is each other kind."""
    groups: dict[str, list[Caution]] = {}
    for one in findings:
        groups.setdefault(_group(one), []).append(one)
    return tuple(_card(found) for found in groups.values())


def _group(one: Caution) -> str:
    if one.code in QUIET:
        return "quiet"
    return f"{one.code} {one.sentence.rpartition(' points to ')[2]}" if one.code in REFERENCES else one.code


def _card(found: list[Caution]) -> CardWords:
    first, places = found[0], tuple(found)
    code = first.code
    icon, tone = icon_of(first), "problem" if code in PROBLEMS else "attention"
    text = " ".join(dict.fromkeys(said(one) for one in found))
    if code in QUIET:
        changes = "1 change" if len(found) == 1 else f"{len(found)} changes"
        return CardWords(f"{changes} the other side did not mark", quiet_words(found), icon, tone, places,
                         "Ask about it", "message-circle-question-mark", "ask")  # fmt: skip
    if code == "regressive":
        labels = ", ".join(dict.fromkeys(one.old for one in found if one.old))
        title = f"Withdraws an offer made in {labels} (regressive)" if labels else TITLES[code]
        return CardWords(title, f"{text} No reason is given on the paper.", icon, tone, places,
                         "Note their reason", "pencil", "reason")  # fmt: skip
    if code in REFERENCES:
        number = first.new.rpartition(" ")[2] or first.place
        text = " ".join(dict.fromkeys(one.sentence for one in found))
        return CardWords(f"Cross-reference to {number} {_no_target(code)}", text, icon, tone, places,
                         f"Open Article {first.old}" if first.old else "", "external-link", "open")  # fmt: skip
    ask = ("Ask about it", "message-circle-question-mark", "ask") if code not in ("label-again", "label-skips") else ()
    return CardWords(TITLES.get(code, code.replace("-", " ").capitalize()), text, icon, tone, places, *ask)


def _no_target(code: str) -> str:
    return "no longer exists" if code == "struck-reference" else "leads nowhere"


def quiet_words(found: Sequence[Caution]) -> str:
    """ "12.1c: 28 became 30. 12.2: “shall meet” became “may meet”. Neither is marked in their file."."""
    told = " ".join(f"{one.place}: {_change(one)}." if one.place else f"{_change(one)}." for one in found[:8])
    more = f" And {len(found) - 8} more." if len(found) > 8 else ""
    end = {1: "It is not", 2: "Neither is"}.get(len(found), "None of them is")
    return f"{told}{more} {end} marked in their file."


def _change(one: Caution) -> str:
    if one.code == "misquoted":
        return one.sentence.removesuffix(".")
    return f"{quoted(one.new)} has moved" if one.old == one.new else became(one.old, one.new)


def icon_of(one: Caution) -> str:
    """The icon of a finding, on its card and at its place."""
    return "eye-off" if one.code in (*PROBLEMS, "marked-same") else ICONS.get(one.code, "circle-alert")


def notes_of(findings: Sequence[Caution]) -> dict[int, Note]:
    """The frames on the page: for each block that has findings its sentence, tone, icon and flagged words."""
    blocks: dict[int, list[Caution]] = {}
    for one in findings:
        if one.block >= 0:
            blocks.setdefault(one.block, []).append(one)
    return {block: _note(found) for block, found in blocks.items()}


def _note(found: list[Caution]) -> Note:
    words = " ".join(dict.fromkeys(_place_words(one, len(found) > 1) for one in found))
    tone = "problem" if any(one.code in PROBLEMS for one in found) else "attention"
    flags = tuple(
        Flag(one.start, one.end, "unmarked" if one.code in PROBLEMS else "dead")
        for one in found
        if 0 <= one.start < one.end and one.code != "regressive"
    )
    return Note(words, tone, icon_of(found[0]), True, flags)


def _place_words(one: Caution, several: bool) -> str:
    """What a finding says under its paragraph."""
    if one.code == "not-marked":
        return _quiet_place(one, several)
    if one.code == "regressive":
        return f"{one.sentence.partition('. ')[0].rstrip('.')}. Regressive."
    if one.code == "struck-reference":
        return f"{one.new} is being struck."
    if one.code == "dead-reference":
        return f"{one.new} does not exist."
    return one.sentence


def _quiet_place(one: Caution, several: bool) -> str:
    if one.old == one.new:
        return "Moved here, not marked."
    if not one.new:
        return f"{quoted(one.old)} is left out, not marked."
    if not one.old and not several:
        return "Added, not marked in their file."
    return (
        f"{quoted(trimmed(one.old, one.new)[1] or one.new)} is not marked." if several else "Not marked in their file"
    )


def question(card: CardWords) -> str:
    """The question that "Ask about it" puts on the note line: of ours, at the first place."""
    places = [one.place for one in card.places if one.place]
    at = f"@{places[0].replace(' ', '')} " if places else ""
    if card.places[0].code in QUIET:
        told = "; ".join(f"{one.place}: {_change(one)}" if one.place else _change(one) for one in card.places[:4])
        return f"{at}< ? {told}. Your paper does not mark {'it' if len(card.places) == 1 else 'them'}. Is it meant?"
    return f"{at}< ? {card.places[0].sentence} Is it meant?"


def reason_line(card: CardWords) -> str:
    """The beginning of the note in which their reason is kept."""
    place = card.places[0].place
    return f"@{place.replace(' ', '')} > = Reason: " if place else "> = Reason: "
