"""What is said aloud of an assembled agreement: what is still to be settled, and what a reader should know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tablebook.documents.successor.contents import Renewed
from tablebook.documents.successor.proof import Wrong
from tablebook.documents.successor.write import InOwnFile
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.phrases import listed, shorten
from tablebook.domain.ready_texts import left_open, not_let_stand, without_words
from tablebook.domain.references import Reference
from tablebook.domain.successor import Successor
from tablebook.domain.term_dates import another_term
from tablebook.jobs.sheets.successor import place_words
from tablebook.jobs.sheets.wording import counted


def said_of(state: Negotiation, successor: Successor, own: InOwnFile | None, tracked: bool = False) -> Iterator[str]:
    """What is said aloud, the gravest first; ``tracked`` for the edition that marks the changes."""
    for clash in successor.clashes:
        where = place_words(state, clash.unit, clash.place)
        yield f"{listed(clash.agreements)} say other words of {where}: current language stands until that is settled."
    for told in successor.waiting:
        where = state.named_unit(told.unit)
        yield (
            f"{told.agreement} says what to do with {where}, not what it will say: it is as the current contract has "
            "it until somebody confirms the result."
        )
    for lost in successor.lapsed:
        where = place_words(state, lost.unit, lost.place)
        yield f"{where} was settled by {lost.agreement}, and {lost.replaced_by} that replaced it does not speak of it."
    yield from _left_in(state, successor)
    for one in own.wrong if own else ():
        yield _reads_otherwise(state, one)
    for new in successor.numbered:
        title = successor.by_key[new.unit].article
        yield f"“{title.title if title else new.unit}” has no number in its TA: it is Article {new.number} here."
    if own:
        yield from _typed(successor, own)
        yield from _of_its_file(state, own, tracked)
    elif old := another_term((successor.contract.title,), _term(state)):
        yield f"The title of the agreement still says {old}; the new term is {_term(state)}."
    dead = [one for one in successor.references if one.dead]
    if dead:
        yield f"{counted(len(dead), 'cross-reference leads', 'cross-references lead')} nowhere: {_cited(state, dead)}."
    moved = [one for one in successor.references if not one.dead]
    if moved:
        what = counted(len(moved), "cross-reference leads", "cross-references lead")
        yield f"{what} to what has another number or letter now: {_cited(state, moved)}."


def _left_in(state: Negotiation, successor: Successor) -> tuple[str, ...]:
    """The blanks, remarks and notes that stand in signed texts and would be printed as contract language, and contract
    words that go though no paper struck them; without what somebody looked at and let stand."""
    lines = (*without_words(state, successor), *left_open(state, successor))
    return tuple(line.sentence for line in not_let_stand(state, lines))


def _typed(successor: Successor, own: InOwnFile) -> Iterator[str]:
    """What stands as plain words in the contract's own file."""
    for key in own.literal:
        yield f"{_name(successor, key)}: its numbers are typed in, because Word would have counted others."
    for key in own.fields:
        yield f"{_name(successor, key)}: fields in changed paragraphs are plain words now."
    for key in own.references:
        yield f"{_name(successor, key)}: a cross-reference is plain words now: Word would have shown another number."
    for key in own.notes:
        yield f"{_name(successor, key)}: a new note stands behind its text as a paragraph, not at the foot of the page."


def _term(state: Negotiation) -> str:
    return state.made.term if state.made else ""


def _of_its_file(state: Negotiation, own: InOwnFile, tracked: bool) -> Iterator[str]:
    """What stands in the contract's own file beside its units."""
    term = _term(state)
    if old := another_term(own.around, term):
        yield f"On the title page or in headers and footers the file still says {old}; the new term is {term}."
    if own.contents:
        yield from _of_contents(own.contents, tracked)


def _of_contents(contents: Renewed, tracked: bool) -> Iterator[str]:
    """What became of the table of contents, and of its page numbers, which only Word or a person can know."""
    if contents.pageless:
        named = listed([f"“{one}”" for one in contents.pageless])
        yield f"In the table of contents {named} {'has' if len(contents.pageless) == 1 else 'have'} no page number yet."
    what, are, it = "The page numbers in the table of contents", "are those", "them"
    if contents.left:
        what, are, it = "The table of contents", "is that", "it"
    if not contents.made:
        yield f"{what} {are} of the current contract: correct {it} by hand."
    elif tracked:
        yield f"{what} {are} of the current contract: once the changes are accepted, update {it} in Word."
    else:
        yield (
            f"{what} {are} of the current contract until Word renews {it}: answer Yes when it asks at opening. "
            "LibreOffice does not ask: update the index there."
        )


def _reads_otherwise(state: Negotiation, one: Wrong) -> str:
    found, wanted = shorten(one.found, 60), shorten(one.wanted, 60)
    return f"{state.named_unit(one.unit)} does not read as agreed: “{found}” instead of “{wanted}”."


def _name(successor: Successor, key: str) -> str:
    unit = successor.by_key[key]
    article = unit.article or unit.base
    return article.name if article else key


def _cited(state: Negotiation, some: Sequence[Reference]) -> str:
    return "; ".join(
        f"“{one.old}” in {place_words(state, one.unit, one.place)}" + (f", now “{one.new}”" if one.new else "")
        for one in some
    )
