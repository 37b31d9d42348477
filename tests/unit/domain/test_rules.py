"""The rules of the table that are enforced, each in a negotiation of a few lines."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tablebook.domain import record as r
from tablebook.domain.codes import Custody, PackageState, Party, PassKind, PassState, State
from tablebook.domain.contract import Article, Contract, UnitKind
from tablebook.domain.language import agreements_in_force, parts_fingerprint, place_blocks
from tablebook.domain.positions import package_state, position, unresolved
from tablebook.domain.text import paragraph
from tablebook.domain.values import AgreedText, Part, PassRef
from tests.unit.domain.table_talk import Refused, Table, article, as_passed, made, ta


def refused(table: Table, line: str) -> str:
    before = table.state
    with pytest.raises(Refused) as caught:
        table.tell(line)
    assert table.state is before, "a refused act changed something"
    return str(caught.value)


def test_we_never_use_a_label_twice_in_an_article() -> None:
    table = Table().tell("union passes U-1 on 1.1")
    assert refused(table, "union passes U-1 on 1.2") == "label-taken"
    table.tell("union passes U-1 on 2.1")


def test_their_second_use_of_a_label_is_recorded() -> None:
    table = Table().tell("employer passes E-1 on 1.1", "employer passes E-1 on 1.2")
    assert len(table.state.passes_on("1")) == 2


def test_voiding_a_prepared_text_frees_its_label() -> None:
    table = Table()
    text = r.TextPrepared("1", "U-1", Party.UNION, (Part("1.1", deleted=True),))
    table.record(text, custody=Custody.OURS)
    with pytest.raises(Refused, match="label-taken"):
        table.record(text, custody=Custody.OURS)
    table.record(r.PreparedVoided(table.entries[-1].id), custody=Custody.OURS)
    table.record(text, custody=Custody.OURS)
    assert len(table.state.prepared) == 1


def test_a_prepared_text_is_handed_over_as_it_was_frozen() -> None:
    table = Table()
    table.record(r.TextPrepared("1", "U-1", Party.UNION, (Part("1.1", deleted=True),)), custody=Custody.OURS)
    waiting = table.entries[-1].id
    other = r.TextPassed("1", "U-1", Party.UNION, (Part("1.2", deleted=True),), prepared=waiting)
    with pytest.raises(Refused, match="not-as-prepared"):
        table.record(other)
    table.record(r.TextPassed("1", "U-1", Party.UNION, (Part("1.1", deleted=True),), prepared=waiting))
    assert not table.state.prepared
    assert table.where("1") is State.WITH_THEM


def test_a_ta_names_one_exact_passed_text() -> None:
    table = Table().tell("union passes U-1 on 1.1")
    assert refused(table, "TA on U-9 of 1") == "no-such-pass"
    ref = PassRef("1", "U-1", Party.UNION)
    wrong = AgreedText(ref, ("1.1",), parts_fingerprint([Part("1.1")]))
    with pytest.raises(Refused, match="other-words"):
        table.record(r.Agreed("TA 1", (wrong,)))


def test_a_concept_is_never_a_ta() -> None:
    table = Table()
    table.record(r.TextPassed("1", "C-1", Party.EMPLOYER, (), kind="concept", prose="Two percent."))
    assert refused(table, "TA on C-1 of 1") == "no-text"


def test_only_the_party_that_passed_may_withdraw() -> None:
    table = Table().tell("union passes U-1 on 1.1")
    assert refused(table, "employer withdraws U-1 on 1") == "not-theirs"
    table.tell("union withdraws U-1 on 1")
    assert refused(table, "union withdraws U-1 on 1") == "ended"
    assert table.where("1") is State.WITHDRAWN


def test_nobody_rejects_their_own_offer() -> None:
    table = Table().tell("union passes U-1 on 1.1")
    assert refused(table, "union rejects U-1 on 1") == "own-offer"


def test_a_package_is_accepted_whole_or_not_at_all() -> None:
    table = Table().tell(
        "union passes U-1 on 1.1",
        "union passes U-1 on 2.1",
        "union passes U-2 on 1.1 in P-1",
        "package P-1: 1 U-2, 2 U-1 by union",
    )
    assert refused(table, "TA on U-2 of 1") == "package"
    with pytest.raises(Refused, match="package"):
        table.record(ta(table, "U-2", "1", package="P-1"))
    table.tell("accept P-1")
    assert table.state.packages["P-1"].state is PackageState.ACCEPTED
    assert (table.where("1"), table.where("2")) == (State.TA, State.TA)


@pytest.mark.parametrize(
    "end",
    ["employer rejects P-1", "union withdraws P-1", "employer rejects U-2 on 1", "union withdraws U-2 on 1"],
)
def test_when_a_package_ends_each_articles_own_last_position_stands_again(end: str) -> None:
    table = Table().tell(
        "union passes U-1 on 1.1",
        "employer answers U-1 with E-1 on 1.1",
        "union passes U-1 on 2.1",
        "union passes U-2 on 1.1 in P-1",
        "package P-1: 1 U-2, 2 U-1 by union",
    )
    assert position(table.state, "1").package == "P-1"
    assert table.where("1") is State.WITH_THEM
    table.tell(end)
    assert table.where("1") is State.WITH_US, "their E-1 is the last position that stands"
    assert position(table.state, "1").last.body.label == "E-1"  # type: ignore[union-attr]
    assert table.where("2") is State.WITH_THEM
    assert table.state.find_pass("2", "U-1").state is PassState.STANDING  # type: ignore[union-attr]


def test_current_language_that_was_said_before_a_package_stands_again_when_it_falls() -> None:
    table = Table()
    now = table.state.items["1"].article.blocks
    table.record(r.TextPassed("1", "E-1", Party.EMPLOYER, (r.Part("", now),), PassKind.CURRENT))
    before = table.where("1")
    table.tell("union passes P-1 on 1.1 in P-1", "union passes P-1 on 2.1 in P-1", "package P-1: 1 P-1, 2 P-1 by union")
    assert (before, table.where("1")) == (State.WITH_US, State.WITH_THEM)
    table.tell("employer rejects P-1")
    assert (table.where("1"), table.where("2")) == (before, State.NOT_OPENED)


def test_a_package_settled_another_way_is_not_open() -> None:
    table = Table().tell(
        "employer passes E-1 on 1.1 in EP-1",
        "employer passes E-1 on 2.1 in EP-1",
        "package EP-1: 1 E-1, 2 E-1 by employer",
        "union passes U-1 on 1.1 in P-1",
        "union passes U-1 on 2.1 in P-1",
        "package P-1: 1 U-1, 2 U-1 by union",
        "accept P-1",
    )
    assert package_state(table.state, table.state.packages["EP-1"]) is PackageState.REJECTED


def test_a_closed_session_takes_no_new_entries_but_corrections() -> None:
    table = Table().tell("session 1", "note Twenty-five is a number.", "close session")
    inside = table.entries[-2].at
    with pytest.raises(Refused, match="session-closed"):
        table.record(r.NoteTaken("Late."), at=inside, custody=Custody.OURS)
    table.record(r.Corrected(table.entries[-2].id, "Nair", "misheard", "Twenty-six."), at=inside, custody=Custody.OURS)
    table.record(r.NoteTaken("By e-mail."), at=table.entries[-2].at + timedelta(hours=1), custody=Custody.OURS)


@pytest.mark.parametrize("missing", ["author", "reason", "text"])
def test_a_correction_names_target_reason_and_author(missing: str) -> None:
    table = Table().tell("note Something was said.")
    fields = {"author": "Nair", "reason": "misheard", "text": "Something else.", missing: " "}
    with pytest.raises(Refused, match="incomplete"):
        table.record(r.Corrected(table.entries[-1].id, **fields))
    with pytest.raises(Refused, match="no-target"):
        table.record(r.Corrected("one:99", "Nair", "misheard", "Else."))  # type: ignore[arg-type]


def test_an_unsettled_article_stops_the_total_ta() -> None:
    table = Table().tell("union passes U-1 on 1.1", "union passes U-1 on 2.1", "TA on U-1 of 1")
    assert unresolved(table.state) == ("2",)
    assert refused(table, "total TA") == "unresolved"
    table.tell("TA on U-1 of 2", "total TA")
    assert table.state.settled is not None


def test_a_section_left_out_of_the_ta_stays_unresolved() -> None:
    table = Table().tell("union passes U-1 on 1.1, 1.2", "union passes U-2 on 1.1", "TA on U-2 of 1")
    assert position(table.state, "1").open_places == ("1.2",)
    assert unresolved(table.state) == ("1",)


def test_a_reopened_ta_no_longer_holds_and_both_are_kept() -> None:
    table = Table().tell("union passes U-1 on 1.1", "TA on U-1 of 1", "reopen TA 1")
    assert not agreements_in_force(table.state, "1")
    assert table.where("1") is State.WITH_THEM
    table.tell("employer answers U-1 with E-1 on 1.1", "TA on E-1 of 1")
    assert [one.body.label for one in agreements_in_force(table.state, "1")] == ["TA 1 (2)"]
    assert table.state.agreements["TA 1"].superseded == "TA 1 (2)"


def test_a_countered_offer_can_still_be_accepted() -> None:
    table = Table().tell("union passes U-1 on 1.1", "employer answers U-1 with E-1 on 1.1", "TA on U-1 of 1")
    assert table.where("1") is State.TA


def test_holding_and_coming_back() -> None:
    table = Table().tell("union passes U-1 on 1.1", "hold 1")
    assert table.where("1") is State.HELD
    assert unresolved(table.state) == ("1",)
    assert refused(table, "hold 1") == "held"
    table.tell("resume 1")
    assert table.where("1") is State.WITH_THEM
    assert refused(table, "resume 1") == "not-held"


def test_sessions_and_caucuses_have_one_place_at_a_time() -> None:
    table = Table()
    assert refused(table, "union caucus") == "no-session"
    table.tell("session 1", "employer caucus")
    assert refused(table, "union caucus") == "caucus-open"
    assert refused(table, "union is back") == "no-caucus"
    assert refused(table, "session 2") == "session-open"
    table.tell("employer is back", "close session")
    assert refused(table, "session 1") == "session-number"
    assert len(table.state.sessions[1].caucuses) == 1
    assert table.state.sessions[1].caucuses[0].back is not None


def test_an_appendix_passed_with_an_article_stands_where_its_part_stands() -> None:
    units = (article("1"), article("2"), Article(UnitKind.APPENDIX, "A", "Pay", (paragraph("Pay as now."),)))
    table = Table(body=replace(made(), contract=Contract("Agreement", units)))
    both = (Part("1.1", deleted=True), Part("Appendix A", deleted=True))
    table.record(r.TextPassed("1", "U-1", Party.UNION, both))
    assert table.where("Appendix A") is State.WITH_THEM
    assert unresolved(table.state) == ("1",)
    table.tell("TA on U-1 of 1")
    assert (table.where("1"), table.where("Appendix A")) == (State.TA, State.TA)


def test_a_section_with_the_number_of_another_article_is_not_that_article() -> None:
    """Contracts whose sections start again in each article: Section 2 of Article 1 is not Article 2."""
    blocks = (paragraph("Old one.", section="1"), paragraph("Old two.", section="2"))
    one = Article(UnitKind.ARTICLE, "1", "Pay", blocks)
    table = Table(body=replace(made(), contract=Contract("Agreement", (one, article("2")))))
    table.record(r.TextPassed("1", "U-1", Party.UNION, (Part("2", (paragraph("New two.", section="2"),)),)))
    assert (table.where("1"), table.where("2")) == (State.WITH_THEM, State.NOT_OPENED)
    assert place_blocks(table.state, "1", "2") == one.blocks[1:]
    assert [block.text for block in as_passed(table.state, table.state.passes_on("1")[0])] == ["Old one.", "New two."]
