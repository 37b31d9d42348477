"""What deserves a second look: told of the sample's best-known moments, and of small cases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tablebook.domain import fold
from tablebook.domain import record as r
from tablebook.domain.cautions import Caution, cautions_for_pass, cautions_for_ta
from tablebook.domain.codes import Party, PassKind
from tablebook.domain.contract import Article, Contract, UnitKind
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.text import heading, paragraph
from tablebook.jobs.sample import make_sample
from tests.unit.domain.table_talk import Table, parts, ta


@pytest.fixture(scope="module")
def entries(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[r.Entry]]:
    with make_sample(Path(tmp_path_factory.mktemp("sample")) / "Lakeview.tablebook") as book:
        yield list(book.entries)


def before(entries: list[r.Entry], article: str, label: str) -> tuple[Negotiation, r.TextPassed, datetime]:
    """The negotiation just before a pass, the pass, and its time."""
    for index, entry in enumerate(entries):
        if isinstance(entry.body, r.TextPassed) and (entry.body.article, entry.body.label) == (article, label):
            return fold.fold(entries[:index]), replace(entry.body, prepared=None), entry.at
    raise AssertionError(f"no {label} on {article}")


def found(entries: list[r.Entry], article: str, label: str) -> list[tuple[str, str]]:
    return [(one.code, one.place) for one in cautions_for_pass(*before(entries, article, label))]


def test_the_district_s_third_offer_on_class_size_is_regressive(entries: list[r.Entry]) -> None:
    cautions = cautions_for_pass(*before(entries, "12", "E-3"))
    regressive = {one.place: one.sentence for one in cautions if one.code == "regressive"}
    assert "12.1b" in regressive
    assert regressive["12.1b"] == "E-2 offered 25. This says 26."
    assert all(one.asks_reason for one in cautions if one.code == "regressive")


def test_our_answers_are_not_regressive(entries: list[r.Entry]) -> None:
    for label in ("U-1", "U-2", "U-3"):
        assert not [code for code, _ in found(entries, "12", label) if code == "regressive"], label


def test_a_cited_section_that_is_being_struck(entries: list[r.Entry]) -> None:
    assert ("struck-reference", "8.4") in found(entries, "12", "U-3")
    assert ("struck-reference", "8.4") not in found(entries, "12", "U-2"), "E-2 on 8 came later"


def test_a_condition_covers_the_reference(entries: list[r.Entry]) -> None:
    state, body, at = before(entries, "12", "U-4")
    assert "8.4" in body.conditions
    assert ("struck-reference", "8.4") not in found(entries, "12", "U-4")
    without = cautions_for_pass(state, replace(body, conditions=""), at)
    assert ("struck-reference", "8.4") in [(one.code, one.place) for one in without]


def test_an_offer_that_runs_out_gives_its_reason(entries: list[r.Entry]) -> None:
    state, body, at = before(entries, "12", "U-4")
    assert body.expiry
    assert "exploding" not in codes(cautions_for_pass(state, body, at))
    assert "exploding" in codes(cautions_for_pass(state, replace(body, expiry_reason=""), at))
    late = at + timedelta(days=1)
    assert "already-expired" in codes(cautions_for_pass(state, body, late))


def test_a_subject_opened_late(entries: list[r.Entry]) -> None:
    assert ("new-subject", "") in found(entries, "21", "U-1")
    assert ("new-subject", "") not in found(entries, "12", "U-1")


# Small cases


def codes(cautions: tuple[Caution, ...]) -> list[str]:
    return [one.code for one in cautions]


def text(label: str, *places: str, party: Party = Party.UNION, words: str = "") -> r.TextPassed:
    given = parts(places or ("1.1",), label, party)
    if words:
        given = tuple(replace(part, blocks=(part.blocks[0], paragraph(words))) for part in given)
    return r.TextPassed("1", label, party, given, PassKind.COUNTER)


def looked_at(table: Table, body: r.TextPassed, minutes: int = 1) -> list[str]:
    return codes(cautions_for_pass(table.state, body, table.at + timedelta(minutes=minutes)))


def test_an_ordinary_pass_deserves_no_second_look() -> None:
    table = Table().tell("union passes U-1 on 1.1", "employer answers U-1 with E-1 on 1.1")
    assert looked_at(table, text("U-2")) == []


def test_labels_and_times() -> None:
    table = Table().tell("employer passes E-1 on 1.1")
    assert looked_at(table, text("E-1", party=Party.EMPLOYER)) == ["label-again"]
    assert looked_at(table, replace(text("E-1", party=Party.EMPLOYER), corrects="E-1")) == []
    assert looked_at(table, text("E-4", party=Party.EMPLOYER)) == ["label-skips"]
    assert looked_at(table, text("U-1"), minutes=-30) == ["out-of-order"]


def test_what_a_ta_settled_is_not_changed_quietly() -> None:
    table = Table().tell("union passes U-1 on 1.1, 1.2", "TA on U-1 of 1 sections 1.1")
    assert looked_at(table, text("U-2", "1.1")) == ["changes-ta"]
    assert looked_at(table, text("U-2", "1.2")) == []
    same = next(iter(table.state.passes.values())).body.parts[:1]
    assert looked_at(table, replace(text("U-2"), parts=same)) == [], "the agreed words change nothing"
    in_package = cautions_for_pass(table.state, replace(text("U-2", "1.1"), package="P-1"), table.at)
    assert "Package P-1 quietly re-opens TA 1." in [one.sentence for one in in_package]


def test_the_text_of_a_whole_article_does_not_hide_what_it_unsettles() -> None:
    table = Table().tell("union passes U-1 on 1.1, 1.2", "TA on U-1 of 1 sections 1.1")
    agreed = next(iter(table.state.passes.values())).body.parts[0].blocks
    rest = parts(("1.2", "1.3"), "U-2", Party.UNION)
    whole = replace(text("U-2"), parts=(r.Part("", (*agreed, *rest[0].blocks)),))
    assert looked_at(table, whole) == []
    other = replace(text("U-2"), parts=(r.Part("", (*rest[0].blocks, *rest[1].blocks)),))
    found = cautions_for_pass(table.state, other, table.at + timedelta(minutes=1))
    assert [(one.code, one.place) for one in found] == [("changes-ta", "1.1")]
    assert looked_at(table, replace(text("U-2"), parts=(r.Part("", deleted=True),))) == ["changes-ta"]


def test_the_text_of_a_whole_article_may_be_regressive() -> None:
    table = Table().tell("union passes U-1 on 1.1", "employer answers U-1 with E-1 on 1.1, 1.2")
    now = table.state.items["1"].article.sections[0].blocks
    offered = table.state.find_pass("1", "E-1").body.parts[1].blocks  # type: ignore[union-attr]
    back = replace(text("E-2", party=Party.EMPLOYER), parts=(r.Part("", (*now, *offered)),))
    found = cautions_for_pass(table.state, back, table.at + timedelta(minutes=1))
    assert [(one.code, one.place) for one in found] == [("regressive", "1.1")]


def test_the_label_of_a_package_skips_none_on_its_articles() -> None:
    table = Table().tell("union passes U-1 on 1.1")
    assert looked_at(table, text("P-2")) == ["label-skips"]
    assert looked_at(table, replace(text("P-2"), package="P-2")) == []


def first_on(key: str, party: Party = Party.UNION, kind: PassKind = PassKind.PROPOSAL) -> r.TextPassed:
    return r.TextPassed(key, "U-1", party, parts((f"{key}.1",), "U-1", party), kind)


def test_in_the_opening_session_no_subject_is_new_whatever_was_answered_at_once() -> None:
    table = Table().tell("session 1", "union passes U-1 on 1.1", "employer answers U-1 with E-1 on 1.1")
    assert looked_at(table, first_on("2")) == []
    table.tell("union answers E-1 with U-2 on 1.1", "employer passes E-1 on 2.1")
    assert looked_at(table, first_on("3")) == []


def test_a_later_session_brings_a_new_subject() -> None:
    table = Table().tell(
        "session 1", "union passes U-1 on 1.1", "employer passes E-1 on 2.1", "close session", "session 2"
    )
    assert looked_at(table, first_on("3")) == ["new-subject"]
    assert looked_at(table, first_on("2")) == [], "the other side opened it"
    assert looked_at(table, first_on("3", kind=PassKind.COUNTER)) == [], "an answer is no new subject"


def test_as_long_as_one_side_has_proposed_nothing_the_opening_goes_on() -> None:
    table = Table().tell("session 1", "union passes U-1 on 1.1", "close session", "session 2")
    assert looked_at(table, first_on("2")) == []
    table.tell("employer passes E-1 on 1.1")
    assert looked_at(table, first_on("2")) == [], "the session in which the exchange is complete"
    table.tell("close session", "session 3")
    assert looked_at(table, first_on("2")) == ["new-subject"]


def test_between_sessions_the_opening_is_a_day() -> None:
    table = Table().tell("union passes U-1 on 1.1", "employer passes E-1 on 1.1")
    assert looked_at(table, first_on("2")) == []
    assert looked_at(table, first_on("2"), minutes=24 * 60) == ["new-subject"]


def test_a_concept_is_an_initial_proposal_too_and_a_refusal_is_none() -> None:
    table = Table().tell("session 1")
    table.record(r.TextPassed("1", "U-1", Party.UNION, (), PassKind.CONCEPT, prose="Smaller classes"))
    table.tell("employer answers U-1 with E-1 on 1.1", "close session", "session 2")
    assert looked_at(table, first_on("2")) == ["new-subject"]
    table = Table().tell("session 1", "union passes U-1 on 1.1")
    table.record(r.TextPassed("1", "E-1", Party.EMPLOYER, (), PassKind.REJECT, prose="We refuse."))
    table.tell("close session", "session 2")
    assert looked_at(table, first_on("2")) == []


def test_going_back_to_current_language_is_regressive() -> None:
    table = Table().tell("union passes U-1 on 1.1", "employer answers U-1 with E-1 on 1.1")
    now = table.state.items["1"].article.sections[0].blocks
    back = replace(text("E-2", party=Party.EMPLOYER), parts=(r.Part("1.1", now),))
    assert looked_at(table, back) == ["regressive"]


def test_references_and_dates() -> None:
    table = Table().tell("union passes U-1 on 1.1")
    assert looked_at(table, text("U-2", words="As Section 9.9 says.")) == ["dead-reference"]
    assert looked_at(table, text("U-2", words="As Section 2.1 says.")) == []
    assert looked_at(table, text("U-2", words="Until June 2035.")) == ["outside-term"]
    assert looked_at(table, text("U-2", words="Until June 2029.")) == []
    assert looked_at(table, replace(text("U-2"), effective="2072-07-01")) == ["outside-term"]
    assert looked_at(table, replace(text("U-2"), effective="2027-07-01")) == []
    assert looked_at(table, text("U-2", words="As Article 9 says.")) == ["dead-reference"]
    assert looked_at(table, text("U-2", words="As Article 2 says, and Article I of the Constitution.")) == []


def restarting() -> Table:
    """Articles I and II, each with sections 1 and 2."""
    units = []
    for number in ("I", "II"):
        blocks = [
            block
            for n in ("1", "2")
            for block in (heading(f"Title {n}", n, section=n, level=2), paragraph(f"Words of {n}."))
        ]
        units.append(Article(UnitKind.ARTICLE, number, f"Subject {number}", tuple(blocks)))
    return Table(body=r.BookMade("Union", "Board", Party.UNION, Contract("Agreement", tuple(units)), term="2027–30"))


@pytest.mark.parametrize(
    ("words", "codes_"),
    [
        ("As Section 2 says.", []),
        ("As Section 3 says.", ["dead-reference"]),
        ("As Section 2 of Article II says.", []),
        ("As Section 3 of Article II says.", ["dead-reference"]),
        ("As Article II, Section 9 says.", ["dead-reference"]),
        ("As Article IV says.", ["dead-reference"]),
        ("As Section 8 of the Act and the Section 125 plan say.", []),
    ],
)
def test_references_where_sections_start_again(words: str, codes_: list[str]) -> None:
    table = restarting()
    given = r.Part("1", (heading("Title 1", "1", section="1", level=2), paragraph(words)))
    assert looked_at(table, r.TextPassed("I", "U-1", Party.UNION, (given,))) == codes_


def test_a_cited_section_that_starts_again_and_is_being_struck() -> None:
    table = restarting()
    table.record(r.TextPassed("II", "E-1", Party.EMPLOYER, (r.Part("2", deleted=True),)))
    given = r.Part("1", (heading("Title 1", "1", section="1", level=2), paragraph("As Section 2 of Article II says.")))
    assert looked_at(table, r.TextPassed("I", "U-1", Party.UNION, (given,))) == ["struck-reference"]


def test_agreeing_on_what_is_no_longer_offered() -> None:
    table = Table().tell("union passes U-1 on 1.1", "union passes U-2 on 1.1", "union withdraws U-2 on 1")
    later = table.at + timedelta(minutes=5)
    assert codes(cautions_for_ta(table.state, ta(table, "U-1", "1"), later)) == ["replaced"]
    assert codes(cautions_for_ta(table.state, ta(table, "U-2", "1"), later)) == ["withdrawn"]
    table.tell("hold 1")
    assert "held" in codes(cautions_for_ta(table.state, ta(table, "U-1", "1"), later))
    assert "out-of-order" in codes(cautions_for_ta(table.state, ta(table, "U-1", "1"), later - timedelta(days=1)))


def test_what_a_later_paper_is_silent_on_was_not_replaced() -> None:
    table = Table().tell("union passes U-1 on 1.1, 1.2", "union passes U-2 on 1.1")
    later = table.at + timedelta(minutes=5)
    assert codes(cautions_for_ta(table.state, ta(table, "U-1", "1", "1.2"), later)) == []
    assert codes(cautions_for_ta(table.state, ta(table, "U-1", "1", "1.1"), later)) == ["replaced"]
    table.tell("union passes U-3 on 1.1, 1.2, 1.3")
    assert codes(cautions_for_ta(table.state, ta(table, "U-1", "1", "1.2"), later)) == ["replaced"]


def test_accepting_a_package_that_has_run_out() -> None:
    table = Table().tell("union passes P-1 on 1.1 in P-1", "union passes P-1 on 2.1 in P-1")
    refs = (r.PassRef("1", "P-1", Party.UNION), r.PassRef("2", "P-1", Party.UNION))
    until = table.at + timedelta(hours=1)
    table.record(r.PackageOffered("P-1", Party.UNION, refs, expiry=until.isoformat()))
    accepted = ta(table, "P-1", "1", package="P-1")
    assert codes(cautions_for_ta(table.state, accepted, until - timedelta(minutes=1))) == []
    assert codes(cautions_for_ta(table.state, accepted, until + timedelta(minutes=1))) == ["expired"]


def test_two_tas_on_one_section() -> None:
    table = Table().tell(
        "union passes U-1 on 1.1", "employer answers U-1 with E-1 on 1.1", "TA on U-1 of 1 sections 1.1"
    )
    assert codes(cautions_for_ta(table.state, ta(table, "E-1", "1"), table.at)) == ["changes-ta"]
