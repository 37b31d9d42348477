"""What is allowed at the table and deserves a second look. Each caution asks for a reason, and the reason is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from tablebook.domain import record as r
from tablebook.domain.citations import without_citations
from tablebook.domain.codes import Party, PassKind, PassState
from tablebook.domain.cross_references import broken_references
from tablebook.domain.dataclass import dataclass
from tablebook.domain.labels import skips
from tablebook.domain.language import agreed_text, changed_places, place_blocks, successor_blocks
from tablebook.domain.negotiation import Negotiation, Pass
from tablebook.domain.number_words import contradictions
from tablebook.domain.positions import agreed_places, live_passes
from tablebook.domain.term_dates import doubtful_dates, term_years
from tablebook.domain.text import Block, same_words, sections_of


@dataclass(frozen=True, slots=True)
class Caution:
    """A finding: something that deserves a second look. A code, one sentence with the cause, the place ("12.1b"), and
    whether a reason is asked.

    ``new`` are the words it is about, as they stand in the text; ``old`` what stood there before, or the label of the
    pass that is taken back. In a paper that was received, ``article`` is the item, ``block`` the position among the
    blocks that are shown, and ``start`` and ``end`` are positions in all words of that block, struck ones included.
    """

    code: str
    sentence: str
    place: str = ""
    asks_reason: bool = True
    old: str = ""
    new: str = ""
    article: str = ""
    block: int = -1
    start: int = -1
    end: int = -1


Found = Iterator[Caution]


def cautions_for_pass(state: Negotiation, body: r.TextPassed, at: datetime) -> tuple[Caution, ...]:
    """What to look at before this text is recorded as passed at that time."""
    found: list[Caution] = []
    for check in (_label, _order, _expiry, _touches_ta, _new_subject, _references, _numbers, _term, _takes_back):
        found.extend(check(state, body, at))
    return tuple(found)


def _label(state: Negotiation, body: r.TextPassed, at: datetime) -> Found:
    used = [
        one for one in state.passes_on(body.article) if one.body.label == body.label and one.body.party is body.party
    ]
    if used and not body.corrects:
        yield Caution("label-again", f"They have used {body.label} on this article before.")
    # The articles of a package carry its label, which is counted over all packages.
    if body.label != body.package and skips(state, body.article, body.party, body.label):
        yield Caution("label-skips", f"{body.label} skips a number.", asks_reason=False)


def _order(state: Negotiation, body: r.TextPassed, at: datetime) -> Found:
    last = max((one.at for one in state.passes_on(body.article)), default=None)
    if last is not None and at < last:
        day = "" if last.date() == at.date() else f"{last:%a} {last.day} {last:%b}, "
        yield Caution("out-of-order", f"A later pass on this article is recorded at {day}{last:%H:%M}.")


def _expiry(state: Negotiation, body: r.TextPassed, at: datetime) -> Found:
    if body.expiry and not body.expiry_reason.strip():
        yield Caution("exploding", "The offer runs out and gives no reason. That may be called bad faith.")
    if body.expiry and datetime.fromisoformat(body.expiry) <= at:
        yield Caution("already-expired", "The offer runs out before it is handed over.")


def _touches_ta(state: Negotiation, body: r.TextPassed, at: datetime) -> Found:
    done = agreed_places(state, body.article)
    for part in body.parts:
        for place, blocks in _in_settled_places(state, body.article, part, done):
            label = done.get(place) or done.get("")
            if label and _words(blocks) != _words(_agreed_blocks(state, body.article, place)):
                quietly = (
                    f"Package {body.package} quietly re-opens {label}."
                    if body.package
                    else f"{label} settled this. The text changes it."
                )
                yield Caution("changes-ta", quietly, place)


def _in_settled_places(
    state: Negotiation, key: str, part: r.Part, done: dict[str, str]
) -> Iterator[tuple[str, tuple[Block, ...]]]:
    """What a part says in the places it could unsettle. The text of a whole article speaks of each of its sections,
    and strikes those that it leaves out."""
    if part.place or "" in done:
        yield part.place, part.blocks
        return
    inner = sections_of(part.blocks)
    yield from ((place, inner.get(place, ())) for place in done if not state.carried_unit(key, place))


def _agreed_blocks(state: Negotiation, key: str, place: str) -> tuple[Block, ...]:
    for label in reversed(state.items[key].agreements):
        for text in state.agreements[label].body.texts:
            for part in agreed_text(state, text):
                if part.place == place:
                    return part.blocks
    return sections_of(successor_blocks(state, key)).get(place, ()) if place else successor_blocks(state, key)


def _new_subject(state: Negotiation, body: r.TextPassed, at: datetime) -> Found:
    """A subject that nobody had opened, after initial proposals.

    Initial proposals are exchanged when each side has put something on the table: a proposal, a counter or a concept.
    The session in which that happens is still the opening, however many papers cross the table in it and whatever is
    answered at once; between sessions (by e-mail, by mail) it is the day. A first pass on an article after that is a
    new subject.
    """
    item = state.items.get(body.article)
    if body.kind is not PassKind.PROPOSAL or (item is not None and item.passes):
        return
    exchanged = _exchanged(state)
    if exchanged is None:
        return
    if exchanged.session is not None and state.open_session is not None:
        late = state.open_session != exchanged.session
    else:
        late = at.date() > exchanged.at.date()
    if late:
        yield Caution("new-subject", "This article was not among the initial proposals.")


def _exchanged(state: Negotiation) -> Pass | None:
    """The pass with which both sides had made their initial proposals; None as long as one has made none."""
    seen: set[Party] = set()
    for one in sorted(state.passes.values(), key=lambda each: each.at):
        if one.body.party in (Party.UNION, Party.EMPLOYER) and one.body.kind is not PassKind.REJECT:
            seen.add(one.body.party)
            if len(seen) == 2:
                return one
    return None


def _references(state: Negotiation, body: r.TextPassed, at: datetime) -> Found:
    for one in broken_references(state, body):
        yield Caution(one.code, one.sentence, one.number, asks_reason=False)


_YEAR = re.compile(r"\b(20\d\d)\b")


def _term(state: Negotiation, body: r.TextPassed, at: datetime) -> Found:
    term = state.made.term if state.made else ""
    for part in body.parts:
        now = "\n".join(block.text for block in place_blocks(state, body.article, part.place))
        for block in part.blocks:
            for one in doubtful_dates(block.text, term):
                if not re.search(rf"(?<!\w){re.escape(one.text)}(?!\w)", now):
                    yield Caution(one.code, one.sentence, part.place, asks_reason=False, new=one.text)
    years = term_years(term)
    for year in map(int, _YEAR.findall(body.effective)):
        if years and not years[0] <= year <= years[1]:
            yield Caution("outside-term", f"It takes effect in {year}; the term is {term}.", asks_reason=False)


def _numbers(state: Negotiation, body: r.TextPassed, at: datetime) -> Found:
    """A number whose words and figure say different things."""
    for part in _by_section(body.parts):
        for block in part.blocks:
            for one in contradictions(block.text):
                said = f"“{one.words}” and {one.figure} are not the same number."
                place = block_place(part.place, block)
                yield Caution("number-differs", said, place, asks_reason=False, new=one.text)


def block_place(section: str, block: Block) -> str:
    """Where a paragraph stands, as it is cited: "12.1", and "12.1b" for a point of a list in it."""
    point = "" if block.section else "".join(char for char in block.label if char.isalnum())
    return f"{section}{point}" if section and point else section or point


def _takes_back(state: Negotiation, body: r.TextPassed, at: datetime) -> Found:
    """Regressive: a figure that moves away from the other side's last one, or an offered change that is gone."""
    mine = [
        one
        for one in live_passes(state, body.article)
        if one.body.party is body.party and one.body.kind is not PassKind.CONCEPT
    ]
    if not mine or body.kind is PassKind.CONCEPT:
        return
    theirs = [one for one in live_passes(state, body.article) if one.body.party is not body.party]
    parts = _by_section(body.parts)
    for part in parts:
        yield from _figures_back(state, body, part, mine, theirs)
    before = set(changed_places(state, body.article, mine[-1].body.parts))
    for part in parts:
        if part.place in before and part.place not in changed_places(state, body.article, (part,)):
            yield Caution(
                "regressive",
                f"{mine[-1].body.label} offered a change here. This goes back to current language.",
                part.place,
                old=mine[-1].body.label,
            )


def _by_section(parts: tuple[r.Part, ...]) -> tuple[r.Part, ...]:
    """Parts that hold a whole article taken apart into its sections, so that they compare with parts that hold one."""
    found: list[r.Part] = []
    for part in parts:
        inner = {} if part.place else sections_of(part.blocks)
        found.extend([r.Part(number, blocks) for number, blocks in inner.items()] if any(inner) else [part])
    return tuple(found)


_FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")


def _figures_back(state: Negotiation, body: r.TextPassed, part: r.Part, mine: list[Pass], theirs: list[Pass]) -> Found:
    earlier = _last_text(mine, part.place)
    answer = _last_text(theirs, part.place)
    if earlier is None or answer is None:
        return
    for block in part.blocks:
        frame = _frame(block)
        old, other = _same_frame(earlier[1], block, frame), _same_frame(answer[1], block, frame)
        if old is None or other is None:
            continue
        for new_figure, old_figure, other_figure in zip(*(map(_figures, (block, old, other))), strict=False):
            if abs(new_figure - other_figure) > abs(old_figure - other_figure):
                said = f"{earlier[0]} offered {old_figure:g}. This says {new_figure:g}."
                yield Caution("regressive", said, block_place(part.place, block), old=earlier[0])


def _last_text(passes: list[Pass], place: str) -> tuple[str, tuple[Block, ...]] | None:
    for one in reversed(passes):
        for part in _by_section(one.body.parts):
            if part.place == place:
                return one.body.label, part.blocks
    return None


def _figures(block: Block) -> list[float]:
    """The amounts a block names; the number of a section that it cites is none."""
    return [float(figure.replace(",", "")) for figure in _FIGURE.findall(without_citations(block.text))]


def _frame(block: Block) -> tuple[str, int]:
    """What makes two paragraphs the same clause: its label, and how many figures it has."""
    return block.label, len(_figures(block))


def _same_frame(blocks: tuple[Block, ...], block: Block, frame: tuple[str, int]) -> Block | None:
    found = [other for other in blocks if _frame(other) == frame and other.kind is block.kind]
    first = same_words(block.text)[:12]
    near = [other for other in found if same_words(other.text)[:12] == first]
    return near[0] if frame[1] and near else None


def _words(blocks: tuple[Block, ...]) -> str:
    return same_words(" ".join(block.printed for block in blocks))


def cautions_for_ta(state: Negotiation, body: r.Agreed, at: datetime) -> tuple[Caution, ...]:
    """What to look at before this TA is recorded."""
    found: list[Caution] = []
    for text in body.texts:
        ref = text.accepted
        accepted = state.named(ref)
        if accepted is None:
            continue
        if accepted.state is PassState.WITHDRAWN:
            found.append(Caution("withdrawn", f"{ref.label} was withdrawn. The other side must consent again."))
        if accepted.state is PassState.REPLACED or _said_again(state, accepted, text.places):
            found.append(
                Caution("replaced", f"{ref.label} was replaced by its own side. The other side must consent again.")
            )
        if accepted.expired(at):
            found.append(Caution("expired", f"{ref.label} has run out. The other side must consent again."))
        item = state.items[ref.article]
        if item.held is not None:
            found.append(Caution("held", f"{item.article.name} is held."))
        if accepted.at > at:
            found.append(Caution("out-of-order", f"{ref.label} was passed after this time."))
        found.extend(_over_ta(state, body, text))
    package = state.packages.get(body.package)
    if package and package.body.expiry and datetime.fromisoformat(package.body.expiry) < at:
        label = package.body.label
        found.append(Caution("expired", f"Package {label} has run out. The other side must consent again."))
    return tuple({one.code + one.place + one.sentence: one for one in found}.values())


def _said_again(state: Negotiation, accepted: Pass, places: tuple[str, ...]) -> bool:
    """Whether its own side offered other words in one of these places later, though the rest of the pass stands."""
    passes = state.passes_on(accepted.body.article)
    return any(
        one.body.party is accepted.body.party
        and one.state is not PassState.WITHDRAWN
        and not one.body.package
        and not accepted.body.package
        and set(one.places) & set(places)
        for one in passes[passes.index(accepted) + 1 :]
    )


def _over_ta(state: Negotiation, body: r.Agreed, text: r.AgreedText) -> Found:
    done = agreed_places(state, text.accepted.article)
    for part in agreed_text(state, text):
        label = done.get(part.place)
        if label and label not in body.supersedes:
            if _words(part.blocks) != _words(_agreed_blocks(state, text.accepted.article, part.place)):
                yield Caution(
                    "changes-ta", f"{label} settled other words here. Two TAs would touch one section.", part.place
                )
