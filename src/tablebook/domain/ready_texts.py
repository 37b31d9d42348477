"""Readiness of the texts: what was left open, contradicts itself, or leads nowhere in what was signed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from tablebook.domain.citations import citations
from tablebook.domain.contract import Article, UnitKind, same_number
from tablebook.domain.language import agreed_text, agreements_in_force, binding_text, current_blocks, held_parts
from tablebook.domain.month_words import MONTH_LIKE
from tablebook.domain.negotiation import Agreement, Negotiation
from tablebook.domain.not_shown import not_shown, words_of
from tablebook.domain.old_facts import old_facts
from tablebook.domain.open_words import OpenKind, OpenWords, open_words
from tablebook.domain.phrases import listed, shorten
from tablebook.domain.ready_line import Act, Check, ReadyLine
from tablebook.domain.successor import Successor
from tablebook.domain.term_dates import doubtful_dates
from tablebook.domain.text import Block, fingerprint, paragraph, same_words
from tablebook.domain.values import Part
from tablebook.domain.waiting_texts import says_what_to_do

_MONEY = re.compile(
    r"\$\s?\d|\bper\s?cent\b|\d\s?%|\b(?:salar(?:y|ies)|stipends?|wages?|payments?|reimburs\w*)\b"
    r"|\b(?:shall|will|must|to|be|is|are)\s+(?:also\s+)?(?:pay|paid)\b",
    re.I,
)
_DAY = rf"(?:on|as|with|from|in|at|upon|the|date|day|immediately|retro\w*|\d|{MONTH_LIKE})"
_TIMED = re.compile(
    rf"\b(?:effective|beginning|starting|as of|no later than)[:,]?\s+{_DAY}|\bretroactiv\w+|\beffective:", re.I
)
"""A day from which on something holds: not “an effective teacher” nor “the beginning of the year”."""
_OF_ALL = re.compile(
    r"\b(?:total|overall|entire|whole|full|complete|final)\s+(?:tentative\s+)?(?:TA|agreement|settlement|contract|package)\b"
    r"|\b(?:agree\w*|settle\w*|resol\w*)\s+(?:up)?(?:on|of|to|in)?\s*(?:all|every\w*|the\s+(?:whole|entire\w*|rest))\b"
    r"|\ball\s+(?:other\s+|open\s+|remaining\s+)?(?:articles|items|issues|terms|proposals|TAs?)\b"
    r"|\bratif\w+|\bapproval\s+(?:by|of)\s+(?:the\s+)?(?:members\w*|board|union|parties|district)\b|\bpackage\b",
    re.I,
)
"""Conditions that are met with agreement on everything, and no others: not “all levies pass” or “state approval”."""
_NONE = re.compile(r"\W*(?:none|no|n/?a)?\W*", re.I)


def clashes(state: Negotiation, successor: Successor) -> Iterator[ReadyLine]:
    """Places of which two TAs in force say different things."""
    for one in successor.clashes:
        where = _where(state, one.unit, one.place)
        said = f"{listed(one.agreements)} say different things of {where}."
        yield ReadyLine(Check.CLASHES, False, said, Act.SETTLE_CLASH, one.unit, one.place, one.agreements[0],
                        between=one.agreements)  # fmt: skip


def lapsed(state: Negotiation, successor: Successor) -> Iterator[ReadyLine]:
    """Places that a TA had settled and that no TA holds any more."""
    for one in successor.lapsed:
        where = _where(state, one.unit, one.place)
        said = f"{one.agreement} settled {where}; {one.replaced_by} replaced it and is silent there."
        key = f"lapsed:{one.agreement}:{one.unit}:{one.place}"
        yield ReadyLine(Check.LAPSED, False, said, Act.LOOK_AT, one.unit, one.place, one.agreement, key,
                        one.replaced_by, may_stand=True)  # fmt: skip


def disputes(state: Negotiation, successor: Successor) -> Iterator[ReadyLine]:
    """TAs of which each side says that other words were agreed."""
    for one in state.ratification.disputes:
        said = f"The words of {one.agreement}{f' in {one.place}' if one.place else ''} are disputed."
        yield ReadyLine(Check.DISPUTES, False, said, Act.SETTLE_DISPUTE, place=one.place, agreement=one.agreement,
                        old=one.ours, new=one.theirs)  # fmt: skip


def told(state: Negotiation, successor: Successor) -> Iterator[ReadyLine]:
    """TAs that say what to do instead of what the agreement will say."""
    for agreement in agreements_in_force(state):
        for text in agreement.body.texts:
            article = text.accepted.article
            if not says_what_to_do(state, article, agreed_text(state, text)):
                continue
            label, name = agreement.body.label, state.named_unit(article)
            done = state.ratification.results.get((label, article))
            said = f"{label} says what to do with {name}, not what it will say."
            if done:
                said = f"{label} on {name}: the result was confirmed by {done.by}."
            yield ReadyLine(Check.INSTRUCTIONS, bool(done), said, Act.CONFIRM_RESULT, article, agreement=label)


def without_words(state: Negotiation, successor: Successor) -> Iterator[ReadyLine]:
    """Contract words that go under a TA because a paper did not show them, and did not strike them either."""
    for one in not_shown(state):
        place, words = one.lost.place, words_of(one.lost)
        where = _where(state, one.unit, place)
        said = f"{one.agreement} is without {words} of {where}: no mark on the paper struck those words."
        yield ReadyLine(Check.NOT_SHOWN, False, said, Act.LOOK_AT, one.unit, place, one.agreement,
                        f"not-shown:{one.agreement}:{one.unit}:{place}", fingerprint(one.lost.blocks),
                        may_stand=True)  # fmt: skip


def not_let_stand(state: Negotiation, lines: Iterable[ReadyLine]) -> Iterator[ReadyLine]:
    """The lines without those that somebody looked at and let stand."""
    return (one for one in lines if not (one.may_stand and state.ratification.stands(one.key, one.seen)))


_LEFT = {
    OpenKind.BLANK: "A blank is open",
    OpenKind.REMARK: "A remark was left",
    OpenKind.NOTE: "A note to the drafters was left",
    OpenKind.LEFT_OUT: "Text was left out",
}


def left_open(state: Negotiation, successor: Successor) -> Iterator[ReadyLine]:
    """Blanks, "[ok]" and notes in what was signed, and what was signed without a text."""
    yield from without_text(state, successor)
    for agreement, article, one in open_in_tas(state):
        label = agreement.body.label
        said = f"{_LEFT[one.kind]} in {label}{f', {one.place}' if one.place else ''}: “{one.around}”."
        yield ReadyLine(Check.OPEN_WORDS, False, said, Act.ANSWER_BLANK, article, one.place, label, old=one.words,
                        nth=one.nth)  # fmt: skip


def without_text(state: Negotiation, successor: Successor) -> Iterator[ReadyLine]:
    """New units that a TA agrees and has no words of: the agreement would be silently without them."""
    for unit in successor.units:
        if unit.base is not None or unit.article is not None:
            continue
        for agreement in agreements_in_force(state):
            texts = [text for text in agreement.body.texts if text.accepted.article == unit.key]
            if any(not part.deleted for text in texts for part in held_parts(state, agreement, text)):
                label = agreement.body.label
                said = f"{label} has no text for {unit.key}: it stands nowhere in the agreement."
                yield ReadyLine(Check.OPEN_WORDS, False, said, Act.LOOK_AT, unit.key, agreement=label,
                                key=f"no-text:{unit.key}", may_stand=True)  # fmt: skip


def open_in_tas(state: Negotiation) -> Iterator[tuple[Agreement, str, OpenWords]]:
    """What is left open in the TAs in force, without what was answered and without what the contract has already. Of
    several blanks alike each keeps the number that it has in the signed text, whichever are answered."""
    signed = replace(state, ratification=replace(state.ratification, answers={}))
    for agreement in agreements_in_force(state):
        done = {
            (one.article, one.place, one.words, one.nth)
            for one in state.ratification.answers.get(agreement.body.label, ())
            if one.becomes == one.words or not open_words([Part(one.place, (paragraph(one.becomes),))])
        }
        for text in agreement.body.texts:
            article = text.accepted.article
            parts = [part for part in held_parts(signed, agreement, text) if not part.deleted]
            standing = {block for part in parts for block in part.blocks}
            known = same_words("\n".join(block.text for block in _contract_words(state, article, parts)))
            bound = [part for part in binding_text(signed, agreement, text) if not part.deleted]
            for one in open_words(bound, known, standing):
                if (article, one.place, one.words, one.nth) not in done:
                    yield agreement, article, one


def _contract_words(state: Negotiation, article: str, parts: list[Part]) -> tuple[Block, ...]:
    units = [article, *(other.key for part in parts if (other := state.carried_unit(article, part.place)))]
    return tuple(block for unit in units for block in current_blocks(state, unit))


def references(state: Negotiation, successor: Successor) -> Iterator[ReadyLine]:
    """Citations that lead elsewhere or nowhere now."""
    for one in successor.references:
        where = _where(state, one.unit, one.place)
        dead = f"{where} cites {one.old}, which {one.because or 'a TA'} strikes."
        moved = f"{where} cites {one.old}; under {one.because or 'a TA'} that is {one.new}."
        said, key = _upper(dead if one.dead else moved), f"reference:{one.unit}:{one.place}:{one.old}"
        yield ReadyLine(Check.REFERENCES, False, said, Act.CONFORMING, one.unit, one.place, one.agreement, key,
                        f"{one.old}>{one.new}", may_stand=True, old=one.old, new=one.new)  # fmt: skip
    known_already = {(one.unit, one.old) for one in successor.references}
    units = [unit.article for unit in successor.units if unit.article is not None]
    known = {section.number for article in units for section in article.sections}
    cited_before = cache(
        lambda unit: {one.phrase for old in current_blocks(state, unit) for one in citations(old.text)}
    )
    for unit, place, block, label in _signed_blocks(successor):
        for number, phrase, said in _leading_nowhere(block, known, units):
            if any(key == unit and number in old for key, old in known_already) or phrase in cited_before(unit):
                continue
            yield ReadyLine(
                Check.REFERENCES, False, _upper(f"{_where(state, unit, place)} cites {said}, which does not exist."),
                Act.CONFORMING, unit, place, label, f"reference:{unit}:{place}:{number}", number, may_stand=True,
                old=phrase,
            )  # fmt: skip


def _leading_nowhere(block: Block, known: set[str], units: Sequence[Article]) -> Iterator[tuple[str, str, str]]:
    """What a signed paragraph cites that the agreement does not have: its number, the phrase, and how it is spoken of.
    Sections that start again in each article are known by no number of their own."""
    told: set[str] = set()
    for one in citations(block.text):
        kind = UnitKind.APPENDIX if one.appendix else UnitKind.ARTICLE
        if "." in one.section:
            # "7.2.1" may be a point of 7.2.
            number, near = one.section, ".".join(one.section.split(".")[:2])
            there = not known.isdisjoint((number, near, number.partition(".")[2], near.partition(".")[2]))
            said = f"Section {number}"
        elif one.article:
            number, said = one.article, f"{kind.value.capitalize()} {one.article}"
            there = any(unit.kind is kind and same_number(unit.number, number) for unit in units)
            there = there or not any(unit.kind is kind and unit.number for unit in units)
        else:
            continue
        if not there and said not in told:
            told.add(said)
            yield number, one.phrase, said


def dates(state: Negotiation, successor: Successor) -> Iterator[ReadyLine]:
    """Dates in signed texts that lie outside the term or in no calendar, where the contract did not have them."""
    term = state.made.term if state.made else ""
    for unit, place, block, label in _signed_blocks(successor):
        before = " ".join(one.text for one in current_blocks(state, unit))
        for one in doubtful_dates(block.text, term):
            if one.text not in before:
                said = f"{_upper(_where(state, unit, place))}: {one.sentence[0].lower()}{one.sentence[1:]}"
                key = f"date:{label}:{unit}:{place}:{one.text}"
                yield ReadyLine(Check.DATES, False, said, Act.LOOK_AT, unit, place, label, key, one.text,
                                may_stand=True, old=one.text)  # fmt: skip


def old_dates(state: Negotiation, successor: Successor) -> Iterator[ReadyLine]:
    """What is told of the last contract where no TA changed it. The vote need not wait for it: it is to be looked at
    before somebody signs."""
    for one in old_facts(successor, state.made.term if state.made else ""):
        where = _where(state, one.unit, one.place)
        said = f"{_upper(where)} tells of the last contract: “{shorten(one.text, 90)}”."
        if one.title:
            said = f"The title of {where} has the years of the last contract: “{one.text}”."
        key = f"old:{one.unit}:{one.place}:{one.text}"
        yield ReadyLine(Check.DATES, False, said, Act.CONFORMING, one.unit, one.place, key=key, seen=one.text,
                        may_stand=True, blocks=False, old=one.text)  # fmt: skip


def _signed_blocks(successor: Successor) -> Iterator[tuple[str, str, Block, str]]:
    for unit in successor.units:
        for piece in unit.pieces if unit.article is not None else ():
            if piece.agreement:
                yield from ((unit.key, piece.place, block, piece.agreement) for block in piece.blocks)


def payers(state: Negotiation, successor: Successor) -> Iterator[ReadyLine]:
    """TAs that change what is said of money, from a stated day on: who pays, and by when."""
    for agreement in agreements_in_force(state):
        label = agreement.body.label
        words = " ".join(_changed_words(state, agreement))
        timed = bool(agreement.body.effective) or bool(_TIMED.search(words))
        if not (timed and _MONEY.search(words)):
            continue
        payer = state.ratification.payers.get(label)
        said = f"{label} makes money due and nobody is named who pays it."
        if payer:
            said = f"{label}: {payer.payer} pays{f' by {payer.pay_by}' if payer.pay_by else ''}."
        article = agreement.body.texts[0].accepted.article
        yield ReadyLine(Check.PAYERS, bool(payer), said, Act.NAME_PAYER, article, agreement=label)


def _changed_words(state: Negotiation, agreement: Agreement) -> Iterator[str]:
    """The paragraphs and tables of a TA that the contract does not have word for word: the others make nothing due."""
    for text in agreement.body.texts:
        known = {same_words(block.text) for block in current_blocks(state, text.accepted.article)}
        for part in held_parts(state, agreement, text):
            yield from (block.printed for block in part.blocks if same_words(block.text) not in known)


def appendices(state: Negotiation, successor: Successor) -> Iterator[ReadyLine]:
    """Appendices and memoranda that TAs change: somebody looks at each figure before it is printed."""
    for unit in successor.units:
        shown = unit.article or unit.base
        if shown is None or shown.kind not in (UnitKind.APPENDIX, UnitKind.MOU) or unit.article == unit.base:
            continue
        seen = fingerprint(unit.article.blocks if unit.article else ())
        how = "goes" if unit.article is None else "is new" if unit.base is None else "changes"
        by = f" under {listed(unit.agreements)}" if unit.agreements else ""
        name = f"Memorandum “{shown.name}”" if shown.kind is UnitKind.MOU and not shown.number else shown.name
        said = f"{name} {how}{by}: compare it with what was signed."
        yield ReadyLine(Check.APPENDICES, False, said, Act.LOOK_AT, unit.key, agreement=next(iter(unit.agreements), ""),
                        key=f"appendix:{unit.key}", seen=seen, may_stand=True)  # fmt: skip


def conforming(state: Negotiation, successor: Successor) -> Iterator[ReadyLine]:
    """Changes of initialled lists whose words are not where the list says."""
    for one in successor.conformed:
        where = _where(state, one.change.article, one.change.place)
        found = f"{one.agreement}: “{one.change.old}” becomes “{one.change.new}” in {where}."
        lost = f"{one.agreement} changes “{one.change.old}” in {where}, and that is not there."
        there = one.times > 0
        yield ReadyLine(Check.CONFORMING, there, found if there else lost, Act.CONFORMING, one.change.article,
                        one.change.place, one.agreement, old=one.change.old, new=one.change.new)  # fmt: skip


def conditions(state: Negotiation, successor: Successor) -> Iterator[ReadyLine]:
    """What TAs depend on. A condition of agreement on everything is met by the total TA itself."""
    for agreement in agreements_in_force(state):
        label, condition = agreement.body.label, agreement.body.conditions.strip()
        if _NONE.fullmatch(condition):
            continue
        met = state.ratification.conditions.get(label)
        with_all = state.settled is not None and bool(_OF_ALL.search(condition))
        said = f"{label} depends on: {condition.rstrip('.')}."
        if met:
            said = f"{label}: the condition was met. {met.how}"
        yield ReadyLine(Check.CONDITIONS, bool(met) or with_all, said, Act.CONDITION_MET,
                        agreement.body.texts[0].accepted.article, agreement=label)  # fmt: skip


def _where(state: Negotiation, unit: str, place: str) -> str:
    name = state.named_unit(unit)
    return f"section {place} of {name}" if place and place != unit else name


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]
