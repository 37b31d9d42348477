"""No ballot is kept by name, and the papers of a vote say only what may be said."""

from __future__ import annotations

from dataclasses import fields
from datetime import datetime
from pathlib import Path

import pytest

from tablebook.domain import record as r
from tablebook.jobs.print_paper import paper_bytes
from tablebook.jobs.ratify.vote import find_vote
from tablebook.jobs.sample import make_sample
from tablebook.jobs.sheets.vote import tally_sheet, vote_record_sheet
from tablebook.reports.vote_sheets import VoteSheet
from tests.integration.test_private_never_leaves import PUBLIC_FIELDS, all_of, walked

COUNTS = {
    r.TallyEntered: {
        "vote", "issued", "cast", "yes", "no", "abstain", "void", "challenged", "place", "tellers", "counted_at",
        "reason",
    },
    r.BallotsChallenged: {"vote", "count", "reason", "place", "by"},
    r.ChallengeSettled: {"vote", "counted", "not_counted", "reason", "place", "by"},
    r.VoteCertified: {"vote", "by", "result", "rule", "note", "file"},
}  # fmt: skip
"""All that is ever kept of ballots. A new field fails the test until somebody has asked whether it tells of a voter."""

VOTE_FIELDS = {
    "VoteFact": {"label", "value"},
    "FigureRow": {"name", "figures"},
    "FigureTable": {"heads", "rows", "total"},
    "TallySheet": {
        "masthead", "title", "question", "facts", "table", "notes", "tellers", "made", "fingerprint",
    },
    "VoteRecord": {
        "heading", "question", "facts", "table", "result", "rule", "certificate", "notes", "standing",
    },
    "VoteRecordSheet": {
        "masthead", "title", "facts", "votes", "made", "fingerprint", "leftovers", "executed", "signatures",
    },
}  # fmt: skip


def test_what_is_kept_of_ballots_are_counts_and_reasons() -> None:
    for kind, names in COUNTS.items():
        assert {field.name for field in fields(kind)} == names, kind.__name__


def test_the_sheets_of_a_vote_have_the_fields_that_were_looked_at() -> None:
    known = {**PUBLIC_FIELDS, **VOTE_FIELDS}
    for name, names in walked(VoteSheet, {}).items():
        assert names == known[name], name


@pytest.mark.parametrize("which", ["tally sheet", "vote record"])
def test_the_papers_of_a_vote_say_nothing_of_the_plan_or_our_notes(which: str, tmp_path: Path) -> None:
    with make_sample(tmp_path / "Lakeview.tablebook", datetime.fromisoformat("2027-05-06T18:00:00-06:00")) as book:
        state, now = book.negotiation, book.clock.now()
        record = vote_record_sheet(state, now, book.fingerprint)
        sheet = record if which == "vote record" else tally_sheet(state, find_vote(state), now, book.fingerprint)
        notes = [entry.body.text for entry in book.entries if isinstance(entry.body, r.NoteTaken)]
        private = [*notes, *(note.text for note in book.plan.private_notes())]
    said = " ".join(all_of(paper_bytes(sheet), tmp_path).split())
    assert "Shall the 2027–30 agreement be ratified?" in said
    assert [words for words in private if len(words) > 20 and words in said] == []
