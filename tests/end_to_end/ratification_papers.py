"""Each paper of the ratified agreement against the book: nothing that it must say is missing or said otherwise."""

from __future__ import annotations

from pathlib import Path

import pypdfium2

from tablebook.documents.foreign import read_paper_safely
from tablebook.documents.marked.read import paper_json
from tablebook.domain.language import current_blocks
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.record import BoardVoted, Executed, TallyEntered, VoteCertified
from tablebook.domain.text import short_code
from tests.end_to_end.papers_read_back import (
    agreed_texts,
    agreed_titles,
    day,
    marked_texts,
    missing,
    packet_mark,
    pieces,
    successor_words,
    vote_facts,
    with_feet,
    words_in,
)
from tests.integration.packet.conftest import tight

IN_FULL = ("members.pdf", "large.pdf", "members es.pdf")


def check_the_packet(state: Negotiation, folder: Path, number: int, vote: str) -> None:
    """Every edition has the packet's number and fingerprint, every TA, its words and the plain words beside it."""
    texts = agreed_texts(state)
    every = [words for one in texts.values() for words in one]
    version, code = packet_mark(state, number)
    web = folder / "members.html"
    assert not missing(words_in(web), every)
    marked = marked_texts(web, every)
    assert len(marked) > len(texts)
    facts = vote_facts(state, vote)
    for name in (*IN_FULL, "members.html", "board.pdf"):
        paper = folder / name
        assert not missing(with_feet(paper), [f"versión {number}" if "es" in paper.stem.split() else version, code]), (
            name
        )
        assert not missing(words_in(paper), texts), name
    for name in IN_FULL:
        assert not missing(words_in(folder / name), marked), name
    for name in ("members.pdf", "large.pdf", "members.html"):
        assert not missing(words_in(folder / name), facts), name
    assert not missing(words_in(folder / "board.pdf"), every)
    own = state.ratification
    english = [one.text for (label, language), (_, one) in own.summaries.items() if language == "en" and label in texts]
    assert english
    for name in ("members.pdf", "large.pdf", "members.html", "summary.pdf"):
        assert not missing(words_in(folder / name), english), name
    rows = [cell for row in own.costs["en"].rows for cell in row]
    letter = own.letters["en"].text.split("\n\n")
    for name in ("members.pdf", "large.pdf", "members.html"):
        assert not missing(words_in(folder / name), [*rows, *letter]), name


def check_the_spanish(state: Negotiation, folder: Path, number: int) -> None:
    """The Spanish packet has its translation, who made and who checked it, and the same question."""
    said = with_feet(folder / "members es.pdf")
    found = [one for (label, language), (_, one) in state.ratification.summaries.items() if language == "es"]
    assert [one.text for one in found]
    facts = [fact for one in found for fact in (one.text, one.translator, one.reviewer)]
    assert not missing(said, [*facts, f"Paquete, versión {number}", "8 de mayo de 2027"])


def check_the_summary(state: Negotiation, folder: Path, number: int) -> None:
    """The whole agreement on one page, each agreed article by its title."""
    paper = folder / "summary.pdf"
    with pypdfium2.PdfDocument(paper) as pdf:
        assert len(pdf) == 1
    titles = [one for one in agreed_titles(state) if one and one.lower() != "closing"]
    assert len(titles) > 20
    assert not missing(with_feet(paper), [*titles, *packet_mark(state, number)])


def check_the_first_packet(state: Negotiation, paper: Path, changed: str) -> None:
    """Printed again, it says at its very beginning that it is out of date, and which TA changed."""
    with pypdfium2.PdfDocument(paper) as pdf:
        first = tight(pdf[0].get_textpage().get_text_range())
    assert not missing(first, ["This packet is out of date.", changed, *packet_mark(state, 1)])
    assert not missing(words_in(paper), ["Four of twelve weeks for a new child are paid."])


def check_the_sheets(state: Negotiation, folder: Path, label: str) -> None:
    """The TA's own sheet and the list of all: label, words, signers, day, fingerprint."""
    agreement = state.agreements[label]
    text = agreement.body.texts[0]
    names = [one.name for one in agreement.signatures]
    facts = [label, *agreed_texts(state)[label], text.accepted.label, *names, day(agreement.at.isoformat())]
    assert not missing(words_in(folder / "ta.pdf"), facts)
    assert not missing(words_in(folder / "tas.pdf"), [*agreed_texts(state), *names, f"Replaced by {label}."])


def check_the_tally_sheet(state: Negotiation, folder: Path, vote: str) -> None:
    """The sheet for the count has the question, the places and the number of the packet, and no figure yet."""
    said = with_feet(folder / "tally.pdf")
    body = state.ratification.votes[vote].body
    assert not missing(said, [*vote_facts(state, vote), f"Version {body.packet}", vote])
    assert missing(said, ["Voted down", "Ratified", "Certified"]) == ["Voted down", "Ratified", "Certified"]


def check_the_vote_record(state: Negotiation, folder: Path, fingerprint: str) -> None:
    """Both votes with every figure, the rules that decided, the roll call, the signing, the fingerprint."""
    said = with_feet(folder / "record.pdf")
    facts = [short_code(fingerprint)]
    for vote in state.ratification.votes.values():
        if vote.board is None:
            facts += vote_facts(state, vote.body.vote, month=3)
    for entry in state.entries.values():
        body = entry.body
        if isinstance(body, TallyEntered):
            row = (body.issued, body.cast, body.yes, body.no, body.abstain, body.void, body.challenged)
            facts += [f"{body.place} {' '.join(map(str, row))}", *body.tellers]
        elif isinstance(body, VoteCertified):
            facts += [body.rule, f"Certified by {body.by} on {day(entry.at.isoformat())}"]
        elif isinstance(body, BoardVoted):
            facts += [body.motion, *(f"{one.name} {str(one.answer).capitalize()}" for one in body.roll_call)]
        elif isinstance(body, Executed):
            assert body.file is not None
            facts += [day(body.day), body.file.name, *(one.name for one in body.signatures)]
    assert len(facts) > 30
    assert not missing(said, facts)
    assert missing(said, ["Sick leave"]), "the article that was signed with the closing line is no closing line"


def check_the_agreement(state: Negotiation, folder: Path) -> None:
    """Word and PDF say the whole of what was signed, in order; the tracked file also what it was before."""
    words = successor_words(state)
    for name in ("clean.docx", "clean.pdf"):
        assert not missing(words_in(folder / name), words), name
    found = paper_json(read_paper_safely(folder / "tracked.docx"))
    accepted, rejected = (tight(found[key].replace("\t", "")) for key in ("accepted", "rejected"))
    assert not missing(accepted, words)
    before = [one for key in state.contract.by_key for one in pieces(current_blocks(state, key))]
    assert not missing(rejected, before)
    assert missing(accepted, before), "something has changed"
