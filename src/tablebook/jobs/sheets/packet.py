"""The packet's sheet from the Record: signed texts, the local's own words and the vote, gathered field by field.

Nothing of the Plan and none of our own notes has a way in here: what we asked for is read from passes, which both
sides have, and costs are what was stated for everybody.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from tablebook.domain import ready_texts
from tablebook.domain.assembled import Unit
from tablebook.domain.closing_lines import in_print
from tablebook.domain.codes import Ratifier
from tablebook.domain.contract import Article, UnitKind
from tablebook.domain.language import agreement_fingerprint, agreements_in_force, changes_nothing, held_parts
from tablebook.domain.leftovers import leftovers
from tablebook.domain.negotiation import Agreement, Negotiation
from tablebook.domain.packet_words import words_fingerprint
from tablebook.domain.packets import members_vote_of, ta_fingerprint
from tablebook.domain.positions import unresolved
from tablebook.domain.record import CostStated, LetterWritten, SummaryWritten
from tablebook.domain.rules_ratification import moment
from tablebook.domain.successor import Successor, assemble
from tablebook.domain.text import short_code
from tablebook.domain.values import AgreedText, Part
from tablebook.domain.vote_count import count, quorum_of
from tablebook.jobs.sheets.agreement import unit_marks
from tablebook.jobs.sheets.closing import leftovers_line
from tablebook.jobs.sheets.packet_asked import asked_for
from tablebook.jobs.sheets.packet_versions import with_version
from tablebook.jobs.sheets.wording import masthead
from tablebook.reports.packet.sheet import (
    CleanUp,
    CostSummary,
    CoverLetter,
    FinalUnit,
    LookAt,
    OwnWords,
    PacketSheet,
    PacketText,
    Ratified,
    Share,
    Since,
    Translated,
    Unchanged,
    VoteNotice,
)

ENGLISH = "en"


def packet_sheet(state: Negotiation, made: datetime) -> PacketSheet:
    """The packet as it would be made now. It has a version where one was made of exactly these facts."""
    after, left = assemble(state), leftovers(state)
    sheet = PacketSheet(
        masthead(state),
        0,
        "",
        made,
        term=state.made.term if state.made else "",
        settled=_settled(state),
        recorded=_recorded(state),
        letter=_letter(state),
        cost=_cost(state),
        texts=tuple(_texts(state, after)),
        asked=asked_for(state, after),
        unchanged=tuple(_unchanged(state, after)),
        closing=leftovers_line(state),
        left=(len(left.current), len(left.withdrawn), len(left.deferred)),
        final=tuple(_final(after)),
        vote=_vote(state),
        conforming=tuple(_conforming(state)),
        unclear=tuple(_unclear(state, after)),
        ratifiers=tuple(body.value for body in state.ratification.bodies),
        ratified=_ratified(state),
        look_at=tuple(_look_at(state, after)),
    )
    return with_version(sheet, state)


def _settled(state: Negotiation) -> datetime | None:
    closing = state.agreements.get(state.settled.agreement) if state.settled else None
    return closing.at if closing else None


def _recorded(state: Negotiation) -> datetime | None:
    """When the total TA was recorded; what is settled without a TA that closes the rest has no other moment."""
    entries = reversed(list(state.entries.values())) if state.settled else ()
    return next((one.at for one in entries if one.body is state.settled), None)


def _texts(state: Negotiation, after: Successor) -> Iterator[PacketText]:
    """Every text under a TA in force, in the order of the agreement, one for each unit that it speaks of."""
    found = [
        (unit, number, one)
        for number, agreement in enumerate(agreements_in_force(state))
        for text in agreement.body.texts
        for unit, one in _units(state, after, agreement, text)
    ]
    order = {key: index for index, key in enumerate(dict.fromkeys((*after.by_key, *state.items)))}
    found.sort(key=lambda entry: (order[entry[0]], entry[1]))
    return (one for _, _, one in found)


def _units(
    state: Negotiation, after: Successor, agreement: Agreement, text: AgreedText
) -> Iterator[tuple[str, PacketText]]:
    key = text.accepted.article
    parts: dict[str, list[Part]] = {}
    for part in held_parts(state, agreement, text):
        parts.setdefault(part.place if state.carried_unit(key, part.place) else key, []).append(part)
    for unit, own in parts.items():
        yield unit, _one(state, after.article_of(state, unit), agreement, text, unit, own)


def _one(
    state: Negotiation, article: Article, agreement: Agreement, text: AgreedText, unit: str, parts: list[Part]
) -> PacketText:
    body, accepted = agreement.body, state.named(text.accepted)
    met = state.ratification.conditions.get(body.label)
    return PacketText(
        body.label,
        _kind(article),
        _number(article),
        article.name,
        article.title,
        short_code(agreement_fingerprint(state, body)),
        agreement.at,
        tuple(part.place for part in parts if part.place and part.place != unit),
        text.accepted.label,
        accepted.body.party.value if accepted else "",
        bool(text.edits or text.amended),
        tuple(dict.fromkeys(one.name for one in agreement.signatures if one.name)),
        body.effective,
        body.conditions,
        tuple(block for part in parts for block in part.blocks),
        unit_marks(state, text, unit, parts),
        _plain(state, agreement),
        met.how if met else "",
        _since(state, body.label, text.accepted.article),
        changes_nothing(state, agreement),
    )


def _since(state: Negotiation, ta: str, article: str) -> Since:
    """What became of a TA's words on an article after they were signed."""
    result = state.ratification.results.get((ta, article))
    answers = state.ratification.answers.get(ta, ())
    filled = [one for one in answers if one.article == article and one.becomes != one.words]
    return Since(
        tuple((one.words, one.becomes) for one in filled),
        result is not None,
        tuple(filter(None, (result.by, result.with_them))) if result else (),
    )


def _kind(article: Article) -> str:
    kinds = {UnitKind.MOU: "letter", UnitKind.APPENDIX: "appendix", UnitKind.GROUND_RULES: "closing"}
    return kinds.get(article.kind, "article")


def _number(article: Article) -> str:
    """What stands before a title: "12" or "Appendix A"; nothing where the name is all the title there is."""
    if article.kind is UnitKind.ARTICLE:
        return article.number
    return article.name if article.title not in ("", article.name) else ""


def _plain(state: Negotiation, agreement: Agreement) -> OwnWords:
    label = agreement.body.label
    written = {language: one for (ta, language), (_, one) in state.ratification.summaries.items() if ta == label}
    return _own(written, ta_fingerprint(state, agreement.body.label))


def _own(written: Mapping[str, SummaryWritten | LetterWritten | CostStated], of: str = "") -> OwnWords:
    """English words and their translations. A translation is stale when the English is another than it was made from;
    English words are when the text they tell of is."""
    english = written.get(ENGLISH)
    text = english.text if english else ""
    code = words_fingerprint(text)
    stale = bool(of and english and english.made_from != of)
    return OwnWords(
        text,
        english.by if english else "",
        tuple(
            Translated(language, one.text, one.translator, one.reviewer, stale=stale or one.made_from != code)
            for language, one in sorted(written.items())
            if language != ENGLISH
        ),
        stale,
    )


def _letter(state: Negotiation) -> CoverLetter:
    letters = state.ratification.letters
    english = letters.get(ENGLISH)
    signed, role = (english.signed, english.role) if english else ("", "")
    return CoverLetter(_own(letters), signed, role)


def _cost(state: Negotiation) -> CostSummary:
    costs = state.ratification.costs
    return CostSummary(_own(costs), costs[ENGLISH].rows if ENGLISH in costs else ())


def _unchanged(state: Negotiation, after: Successor) -> Iterator[Unchanged]:
    for key in after.not_agreed:
        item = state.items[key]
        article = item.article
        if article.kind is not UnitKind.PREAMBLE:
            put_off = item.deferred
            taken_back = bool(item.passes) and not put_off
            unit = after.by_key.get(key)
            conformed = unit is not None and unit.article != unit.base
            yield Unchanged(_number(article), article.name, article.title, taken_back, put_off, conformed=conformed)
    for unit in after.units:
        held = [state.agreements[label] for label in unit.agreements if label in state.agreements]
        if held and unit.article and unit.base and all(changes_nothing(state, one) for one in held):
            yield Unchanged(_number(unit.article), unit.article.name, unit.article.title, agreed=True)


def _conforming(state: Negotiation) -> Iterator[CleanUp]:
    """The clean-ups that both sides initialled; they are counted as agreed."""
    for label, (_, agreed) in state.ratification.conforming.items():
        for one in agreed.changes:
            where = ", ".join(filter(None, (state.named_unit(one.article), one.place)))
            yield CleanUp(label, where, one.old, one.new)


def _final(after: Successor) -> Iterator[FinalUnit]:
    """The units in the order of print, deleted ones where they stood. The lines to sign come behind new articles, as a
    unit without a name."""
    units = list(after.units)
    for stretch in in_print([(unit.key, unit.article, unit.base is None) for unit in units]):
        while units and stretch.start == 0 and units[0].key != stretch.unit:
            yield from _gone(units.pop(0))
        article = after.by_key[stretch.unit].article
        assert article is not None
        blocks = article.blocks[stretch.start : stretch.end]
        if stretch.start:
            yield FinalUnit("", "", "", blocks)
            continue
        labels = units.pop(0).agreements
        yield FinalUnit(_number(article), article.name, article.title, blocks, labels)
    for unit in units:
        yield from _gone(unit)


def _gone(unit: Unit) -> Iterator[FinalUnit]:
    if unit.base is not None:
        yield FinalUnit(_number(unit.base), unit.base.name, unit.base.title, (), unit.agreements, True)


def _unclear(state: Negotiation, after: Successor) -> Iterator[str]:
    """Places of which two TAs say different things, what a TA only says what to do with, and what is still open: no
    packet should go out so."""
    for clash in after.clashes:
        yield f"{state.named_unit(clash.unit)} {clash.place}".strip() + f" ({', '.join(clash.agreements)})"
    for told in after.waiting:
        yield f"{state.named_unit(told.unit)} ({told.agreement})"
    for key in unresolved(state):
        yield state.named_unit(key)


def _vote(state: Negotiation) -> VoteNotice | None:
    """The members' vote that was set up last, with the day on which the board votes."""
    now, name = state.ratification, members_vote_of(state)
    if not name:
        return None
    body, boards = now.votes[name].body, now.votes_of(Ratifier.BOARD)
    rule = body.threshold
    board = boards[-1].body.opens if boards else ""
    return VoteNotice(
        body.question,
        moment(body.opens),
        moment(body.closes),
        body.places,
        body.body.value,
        body.eligible,
        tuple(method.value for method in body.method),
        body.method_words,
        Share(rule.part, rule.whole, rule.of.value, rule.at_least),
        rule.words,
        quorum_of(body.quorum, body.eligible),
        body.quorum.words,
        body.recommendation,
        moment(board),
    )


def _look_at(state: Negotiation, after: Successor) -> Iterator[LookAt]:
    """What tells of the last contract, without what somebody looked at and let stand."""
    for line in ready_texts.not_let_stand(state, ready_texts.old_dates(state, after)):
        name = state.items[line.article].article.name
        yield LookAt(name, line.place if line.place != name else "", line.old)


def _ratified(state: Negotiation) -> Ratified | None:
    for body in (Ratifier.MEMBERS, Ratifier.UNIT):
        vote = state.ratification.carried_by(body)
        if vote is not None and vote.certified_at is not None:
            whole = count(vote)
            return Ratified(vote.certified_at, whole.yes, whole.no)
    return None
