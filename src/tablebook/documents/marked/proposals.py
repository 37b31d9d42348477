"""What each marking of a paper probably means, with the reason; a person has the last word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tablebook.documents.marked.colours import colour_name
from tablebook.documents.marked.evidence import Evidence, Found
from tablebook.documents.marked.legend import Legend, Rule
from tablebook.documents.marked.markings import named
from tablebook.documents.marked.paper import Key, Look
from tablebook.redline.marks import Mark

_A_PHRASE = 3
_A_SENTENCE = 4
_PAIRS = 2


def proposed_keys(evidence: Evidence, legend: Legend, signs: dict[str, int]) -> tuple[Key, ...]:
    """The keys of a paper: tracked changes first, then what the legend says, then what the evidence says.

    Where Word tracked changes, those decide, and marks made by hand are shown as part of the text, unless the legend
    speaks of them: accepting or refusing all changes in Word leaves them as they are, too.
    """
    tracked = tuple(_tracked(evidence))
    worn = (*_worn(evidence, legend), *_worn_by_struck(evidence, legend))
    by_hand = (*_struck(evidence, legend, worn), *worn, *_highlighted(evidence, legend, worn), *_signed(legend, signs))
    if tracked:
        why = "Word's tracked changes decide on this paper."
        by_hand = tuple(key if key.why == "legend" else replace(key, meaning=Mark.SAME, reason=why) for key in by_hand)
    return (*tracked, *by_hand)


def _tracked(evidence: Evidence) -> Iterator[Key]:
    for (kind, who), found in evidence.tracked.items():
        name = f"tracked as {kind}" + (f" by {who}" if who else "")
        meaning = Mark.INSERTED if kind == "inserted" else Mark.DELETED
        look = Look(tracked=kind, author=who)
        yield Key(name, look, meaning, "tracked", words=found.words, reason="Word recorded it.")


def _ruled(name: str, look: Look, rules: tuple[Rule, ...], found: Found) -> Key | None:
    """The key for a look that the legend speaks of. A colour alone tells whose the struck words are, not that they
    stay."""
    fitting = [rule for rule in rules if rule.fits(look)]
    if look.strike:
        fitting = [rule for rule in fitting if "strike" in rule.look or rule.meaning is Mark.DELETED]
    if not fitting:
        return None
    rule = max(fitting, key=lambda rule: len(rule.look))
    return Key(name, look, rule.meaning, "legend", rule.party, found.words, "The paper says so itself.")


def _worn(evidence: Evidence, legend: Legend) -> Iterator[Key]:
    for look, found in evidence.dressed.items():
        ruled = _ruled(named(look), look, legend.rules, found)
        if ruled is not None:
            yield ruled
            continue
        settled = any(rule.meaning is Mark.INSERTED and rule.look for rule in legend.rules)
        meaning, reason = _of_dress(look, found, evidence)
        if settled and not found.beside:
            meaning, reason = Mark.SAME, "The paper's own legend does not name it."
        yield Key(named(look), look, meaning, "proposed", "", found.words, reason)


def _worn_by_struck(evidence: Evidence, legend: Legend) -> Iterator[Key]:
    """The dress of new words that only struck words wear: somebody's insertions, all of them struck again."""
    dresses: dict[Look, Found] = {}
    for look, found in evidence.struck.items():
        bare = replace(look, strike="")
        if bare not in evidence.dressed and bare != Look():
            dresses.setdefault(bare, Found()).words += found.words
    plainly = any(not look.underline for look in evidence.struck)
    for look, found in dresses.items():
        ruled = _ruled(named(look), look, legend.rules, found)
        if ruled is not None and ruled.meaning is Mark.INSERTED:
            yield ruled
        elif look.underline and plainly:
            reason = "Some struck words are underlined as well: they were added first."
            yield Key(named(look), look, Mark.INSERTED, "proposed", "", found.words, reason)


def _of_dress(look: Look, found: Found, evidence: Evidence) -> tuple[Mark, str]:
    """What words in this dress are where no legend tells."""
    if times := _before_others(look, found, evidence):
        return Mark.DELETED, f"It stands right before another marking {_times(times)}, as old words before new ones."
    if evidence.finished and not found.beside:
        return Mark.SAME, "It is a whole agreement with next to nothing struck: this is how it is printed."
    if found.headed == found.runs and not found.beside:
        return Mark.SAME, "Headings, references and names alone look so."
    if found.beside and (look.underline or look.colour):
        return Mark.INSERTED, f"It stands beside struck words {_times(found.beside)}."
    if look.underline:
        if evidence.passed or found.longest >= _A_PHRASE or found.runs >= _A_PHRASE:
            return Mark.INSERTED, "Words of the text are underlined, not headings alone."
        return Mark.SAME, "A word or two are underlined, as for stress."
    if look.colour:
        if colour_name(look.colour) == "gray" and not found.beside:
            return Mark.SAME, "Grey words are mostly remarks."
        if 20 * found.words < sum(other.words for other in evidence.dressed.values() if other.beside):
            return Mark.SAME, "It is rare and stands beside no struck words, as other marks here do: a remark."
        return Mark.INSERTED, "It is a colour that most of the text does not have."
    return _of_weight(look, found, evidence)


def _before_others(look: Look, found: Found, evidence: Evidence) -> int:
    """How often words in this colour stand right before words in one other dress, where that is their place and never
    the other way round; else 0. In a paper without strikes those are the old words."""
    if not (look.colour or look.highlight) or evidence.struck:
        return 0
    for (first, second), times in evidence.pairs.items():
        back = evidence.pairs[second, first]
        if first == look and not back and 2 * times >= found.runs and times >= _PAIRS:
            return times
    return 0


def _of_weight(look: Look, found: Found, evidence: Evidence) -> tuple[Mark, str]:
    """Bold or italics alone: new words where they answer struck ones and nothing plainer does."""
    word = "Italics" if look.italic and not look.bold else "Bold"
    if 2 * found.words > evidence.words and not found.beside:
        return Mark.SAME, "Most of the text looks so."
    if found.beside and (3 * found.beside >= found.runs or not _plainer(evidence)):
        return Mark.INSERTED, f"It stands beside struck words {_times(found.beside)}."
    answered = any(other.beside for other in evidence.dressed.values())
    if look.bold and found.longest >= _A_SENTENCE and _nothing_else_is_new(evidence) and not answered:
        return Mark.INSERTED, "The paper changes something, and nothing else on it can mark new words."
    return Mark.SAME, f"{word} that stands beside no struck words is mostly a heading, a label or a defined term."


def _plainer(evidence: Evidence) -> bool:
    """Whether underlined or coloured words stand beside struck ones."""
    return any(found.beside for look, found in evidence.dressed.items() if look.underline or look.colour)


def _nothing_else_is_new(evidence: Evidence) -> bool:
    """Whether a paper that passes or strikes something has no underlined and no coloured words but headings."""
    dressed = evidence.dressed.items()
    other = any(found.headed < found.runs for look, found in dressed if look.underline or look.colour)
    return not other and bool(evidence.passed or evidence.struck_words)


def _struck(evidence: Evidence, legend: Legend, worn: tuple[Key, ...]) -> Iterator[Key]:
    """One key for a way of striking: its kind, and the colour where the strike has one of its own."""
    inserted = [key for key in worn if key.meaning is Mark.INSERTED]
    ways: dict[Look, Found] = {}
    for look, found in evidence.struck.items():
        colour = look.colour if _is_strikes_own(look.colour, evidence, inserted) else ""
        way = ways.setdefault(Look(strike=look.strike, colour=colour), Found())
        way.words += found.words
    for look, found in ways.items():
        ruled = _ruled(named(look), look, legend.rules, found)
        reason = "Struck words are practically always deleted."
        yield ruled or Key(named(look), look, Mark.DELETED, "proposed", "", found.words, reason)


def _is_strikes_own(colour: str, evidence: Evidence, inserted: list[Key]) -> bool:
    """Whether a colour of struck words goes with the strike: no new words wear it, or most struck words do."""
    if not colour:
        return False
    with_it = sum(found.words for look, found in evidence.struck.items() if look.colour == colour)
    worn = any(key.look.colour == colour for key in inserted)
    return not worn or 2 * with_it > evidence.struck_words


def _highlighted(evidence: Evidence, legend: Legend, worn: tuple[Key, ...]) -> Iterator[Key]:
    old: list[Key] = []
    for colour, found in evidence.highlighted.items():
        look = Look(highlight=colour)
        ruled = _ruled(named(look), look, legend.rules, found)
        behind = sum(
            times
            for (first, second), times in evidence.pairs.items()
            if second.highlight == colour and any(k.meaning is Mark.DELETED and k.look == first for k in (*worn, *old))
        )
        if ruled is not None:
            yield ruled
        elif times := _before_others(look, found, evidence):
            reason = f"It stands right before another marking {_times(times)}, as old words before new ones."
            old.append(Key(named(look), look, Mark.DELETED, "proposed", "", found.words, reason))
            yield old[-1]
        elif behind:
            reason = f"It stands right behind words marked as old {_times(behind)}."
            yield Key(named(look), look, Mark.INSERTED, "proposed", "", found.words, reason)
        elif found.beside and not any(key.meaning is Mark.INSERTED for key in worn):
            reason = f"It stands beside struck words {_times(found.beside)}, and nothing else marks new ones."
            yield Key(named(look), look, Mark.INSERTED, "proposed", "", found.words, reason)
        else:
            reason = "A highlight over words is mostly a note of a later pass."
            yield Key(named(look), look, Mark.SAME, "proposed", "", found.words, reason)


def _signed(legend: Legend, signs: dict[str, int]) -> Iterator[Key]:
    for rule in legend.rules:
        if rule.sign and signs.get(rule.sign):
            name = "in brackets" if rule.sign == "[]" else "in capitals"
            reason = "The paper says so itself."
            yield Key(name, Look(), rule.meaning, "legend", rule.party, signs[rule.sign], reason, rule.sign)


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")
