"""The successor agreement: signed texts in their places, everything else as it is, and no clash settled by order."""

from dataclasses import replace

import pytest

from tablebook.domain import record as r
from tablebook.domain.codes import Form, Party
from tablebook.domain.contract import Article, Contract, UnitKind
from tablebook.domain.language import agreed_text, parts_fingerprint, successor_blocks
from tablebook.domain.own_heading import named_heading
from tablebook.domain.successor import assemble
from tablebook.domain.text import heading, paragraph, table
from tablebook.domain.values import Part
from tests.unit.domain.table_talk import Table, article, made, ta


def sections(table: Table, key: str) -> dict[str, str]:
    unit = assemble(table.state).by_key[key]
    return {one.number: one.blocks[-1].text for one in unit.article.sections} if unit.article else {}


def test_without_a_ta_the_current_contract_stands() -> None:
    told = Table().tell("union passes U-1 on 1.1, 2.2")
    successor = assemble(told.state)
    assert successor.contract == told.state.contract
    assert successor.not_agreed == ("1", "2", "3")
    assert successor.ready


def test_a_signed_section_stands_in_its_place_and_nothing_else_moves() -> None:
    told = Table().tell("union passes U-1 on 1.1, 1.2", "TA on U-1 of 1 sections 1.2")
    assert sections(told, "1") == {
        "1.1": "Current words of 1.1.",
        "1.2": "Words of union U-1 for 1.2.",
        "1.3": "Current words of 1.3.",
    }
    unit = assemble(told.state).by_key["1"]
    assert unit.sources == ("", "", "TA 1", "TA 1", "", "")


def test_a_new_section_goes_where_its_number_says_and_a_struck_one_leaves() -> None:
    told = Table().tell("union passes U-1 on 1.2-, 1.10, 1.2.1", "TA on U-1 of 1")
    assert list(sections(told, "1")) == ["1.1", "1.2.1", "1.3", "1.10"]
    assert [(piece.place, piece.agreement) for piece in assemble(told.state).by_key["1"].struck] == [("1.2", "TA 1")]


def test_two_tas_with_other_words_clash_and_the_current_language_stands() -> None:
    told = Table().tell(
        "union passes U-1 on 1.1, 1.2",
        "TA on U-1 of 1 sections 1.1, 1.2",
        "union passes U-2 on 1.1",
        "TA on U-2 of 1",
    )
    successor = assemble(told.state)
    assert [(one.unit, one.place, one.agreements) for one in successor.clashes] == [("1", "1.1", ("TA 1", "TA 1 (2)"))]
    assert sections(told, "1")["1.1"] == "Current words of 1.1."
    assert sections(told, "1")["1.2"] == "Words of union U-1 for 1.2."
    assert not successor.ready


def test_a_ta_that_is_reopened_leaves_current_language_and_its_successor_stands() -> None:
    told = Table().tell("union passes U-1 on 1.1", "TA on U-1 of 1", "reopen TA 1")
    assert sections(told, "1")["1.1"] == "Current words of 1.1."
    told.tell("employer passes E-1 on 1.1", "TA on E-1 of 1")
    assert sections(told, "1")["1.1"] == "Words of employer E-1 for 1.1."
    assert assemble(told.state).ready


def test_what_a_replaced_ta_held_and_no_ta_holds_now_is_named() -> None:
    told = Table().tell("union passes U-1 on 1.1, 1.2", "TA on U-1 of 1", "employer passes E-1 on 1.1")
    told.record(replace(ta(told, "E-1", "1"), supersedes=("TA 1",)))
    lost = assemble(told.state).lapsed
    assert [(one.unit, one.place, one.agreement, one.replaced_by) for one in lost] == [("1", "1.2", "TA 1", "TA 1 (2)")]


def test_half_a_package_counts_for_nothing_and_the_whole_for_all() -> None:
    told = Table().tell(
        "union passes U-1 on 1.1 in P-1", "union passes U-1 on 2.1 in P-1", "package P-1: 1 U-1, 2 U-1 by union"
    )
    assert assemble(told.state).contract == told.state.contract
    told.tell("accept P-1")
    assert sections(told, "1")["1.1"] == sections(told, "2")["2.1"].replace("2.1", "1.1")


def whole(
    told: Table, key: str, *part: Part, unit: UnitKind = UnitKind.ARTICLE, title: str = "", name: str = ""
) -> None:
    """Pass these parts on an item and agree on them."""
    label = f"U-{len(told.entries)}"
    form = Form.AMEND if key in told.state.items else Form.NEW
    told.record(r.TextPassed(key, label, Party.UNION, part, form=form, unit=unit, title=title))
    told.record(ta(told, label, key, name=name))


def test_a_whole_article_is_the_signed_text_and_its_new_title_is_no_part_of_it() -> None:
    told = Table()
    text = (heading("CLASS SIZE", "ARTICLE 2"), heading("One", "2.1", section="2.1", level=2), paragraph("All of it."))
    whole(told, "2", Part("", text))
    unit = assemble(told.state).by_key["2"]
    assert unit.article == Article(UnitKind.ARTICLE, "2", "CLASS SIZE", text[1:])
    assert unit.retitled == "TA 2"
    assert [piece.place for piece in unit.struck] == ["2.2", "2.3"]


def test_a_section_ta_beside_a_whole_one_clashes_only_where_the_words_differ() -> None:
    told = Table()
    one = article("1").blocks
    whole(told, "1", Part("", (*one[:1], paragraph("Agreed."), *one[2:])), name="A")
    whole(told, "1", Part("1.1", (one[0], paragraph("Agreed."))), name="B")
    assert assemble(told.state).ready
    whole(told, "1", Part("1.2", (one[2], paragraph("Other."))), name="C")
    successor = assemble(told.state)
    assert [(one.place, one.agreements) for one in successor.clashes] == [("1.2", ("A", "C"))]
    assert sections(told, "1") == {"1.1": "Agreed.", "1.2": "Current words of 1.2.", "1.3": "Current words of 1.3."}


@pytest.mark.parametrize(("stands", "gives_way", "words"), [("A", "B", "Agreed."), ("B", "A", "Other.")])
def test_a_clash_with_a_whole_text_is_settled_for_its_section_alone(stands: str, gives_way: str, words: str) -> None:
    told = Table()
    one = article("1").blocks
    whole(told, "1", Part("", (*one[:1], paragraph("Agreed."), *one[2:5], paragraph("Agreed too."))), name="A")
    whole(told, "1", Part("1.1", (one[0], paragraph("Other."))), name="B")
    assert [one.place for one in assemble(told.state).clashes] == ["1.1"]
    told.record(r.ClashSettled("1", stands, gives_way, "said at the table", "1.1"))
    assert assemble(told.state).ready
    assert sections(told, "1") == {"1.1": words, "1.2": "Current words of 1.2.", "1.3": "Agreed too."}


def test_pen_edits_at_signing_stand_and_a_second_sheet_on_the_same_words_is_no_clash() -> None:
    told = Table().tell("union passes U-1 on 1.1, 1.2")
    one = told.state.find_pass("1", "U-1")
    assert one is not None
    amended = replace(one.body.parts[0], blocks=(one.body.parts[0].blocks[0], paragraph("By hand.")))
    text = r.AgreedText(r.PassRef("1", "U-1", Party.UNION, one.id), ("1.1",), "", (amended,))
    text = replace(text, fingerprint=parts_fingerprint(agreed_text(told.state, text)))
    told.record(r.Agreed("TA 1.1", (text,)))
    assert sections(told, "1")["1.1"] == "By hand."
    whole(told, "1", amended, name="TA 1.1 again")
    successor = assemble(told.state)
    assert successor.ready
    assert sections(told, "1")["1.1"] == "By hand."


def test_a_section_amended_at_signing_is_no_clash_with_the_whole_text_of_the_same_ta() -> None:
    told = Table()
    one = article("1").blocks
    told.record(r.TextPassed("1", "U-1", Party.UNION, (Part("", (*one[:3], paragraph("As passed."), *one[4:])),)))
    signed = ta(told, "U-1", "1")
    text = replace(signed.texts[0], amended=(Part("1.2", (one[2], paragraph("By hand."))),))
    text = replace(text, fingerprint=parts_fingerprint(agreed_text(told.state, text)))
    told.record(replace(signed, texts=(text,)))
    assert assemble(told.state).ready
    assert sections(told, "1")["1.2"] == "By hand."


@pytest.mark.parametrize(("stands", "gives_way"), [("A", "B"), ("B", "A")])
def test_a_unit_struck_whole_against_words_for_a_section_is_settled_either_way(stands: str, gives_way: str) -> None:
    told = Table()
    whole(told, "1", Part("", (), deleted=True), name="A")
    whole(told, "1", Part("1.1", (article("1").blocks[0], paragraph("Other."))), name="B")
    assert [one.place for one in assemble(told.state).clashes] == [""]
    told.record(r.ClashSettled("1", stands, gives_way, "said at the table"))
    successor = assemble(told.state)
    assert successor.ready
    assert (successor.by_key["1"].article is None) is (stands == "A")


def test_two_texts_of_a_whole_article_clash_as_a_whole() -> None:
    told = Table()
    whole(told, "1", Part("", (paragraph("One text."),)), name="A")
    whole(told, "1", Part("", (paragraph("Another."),)), name="B")
    successor = assemble(told.state)
    assert [one.place for one in successor.clashes] == [""]
    assert successor.by_key["1"].article == told.state.contract.by_key["1"]


def test_a_section_reopened_inside_a_whole_ta_goes_back_to_current_language() -> None:
    told = Table()
    one = article("1").blocks
    whole(told, "1", Part("", (one[0], paragraph("Agreed."), one[2], paragraph("Agreed too."))), name="A")
    told.record(r.AgreementReopened("A", ("1.2",), reason="a figure"))
    assert sections(told, "1") == {"1.1": "Agreed.", "1.2": "Current words of 1.2."}
    assert [block.text for block in successor_blocks(told.state, "1")] == [
        "Title 1.1",
        "Agreed.",
        "Title 1.2",
        "Current words of 1.2.",
    ]


def test_a_deleted_article_is_gone_and_kept_beside() -> None:
    told = Table()
    whole(told, "2", Part("", deleted=True))
    successor = assemble(told.state)
    assert [one.number for one in successor.contract.articles] == ["1", "3"]
    assert successor.by_key["2"].article is None
    assert successor.by_key["2"].agreements == ("TA 2",)


SCALE = (("Step", "BA"), ("1", "$52,000"))
UNITS = (
    article("1"),
    article("2"),
    Article(UnitKind.APPENDIX, "A", "Salary schedule", (paragraph("Base."), table(SCALE))),
    Article(UnitKind.MOU, "", "Early release", (paragraph("The parties agree."),)),
)


def behind() -> Table:
    return Table(body=replace(made(), contract=Contract("Agreement", UNITS)))


def test_an_appendix_carried_with_an_article_is_changed_where_it_stands() -> None:
    told = behind()
    raised = table((SCALE[0], ("1", "$54,080")))
    head = article("1").blocks[0]
    whole(told, "1", Part("1.1", (head, paragraph("4 %."))), Part("Appendix A", (paragraph("Base."), raised)))
    successor = assemble(told.state)
    assert successor.by_key["Appendix A"].article == replace(UNITS[2], blocks=(paragraph("Base."), raised))
    assert successor.by_key["Appendix A"].agreements == ("TA 1",)
    assert successor.by_key["1"].article.blocks[1:3] == (paragraph("4 %."), *article("1").blocks[2:3])


@pytest.mark.parametrize(
    ("key", "kind", "title", "behind_what"),
    [
        ("New: Recess", UnitKind.ARTICLE, "Recess", "Article 2"),
        ("Appendix B: Stipends", UnitKind.APPENDIX, "Appendix B: Stipends", "Appendix A"),
        ("MOU Nurses", UnitKind.MOU, "Nurses", "Early release"),
    ],
)
def test_a_new_unit_stands_behind_its_like(key: str, kind: UnitKind, title: str, behind_what: str) -> None:
    told = behind()
    whole(told, key, Part("", (paragraph("New words."),), new=True), unit=kind, title=title)
    names = [one.name for one in assemble(told.state).contract.articles]
    at = names.index(behind_what)
    new = assemble(told.state).contract.articles[at + 1]
    assert new.blocks == (paragraph("New words."),)
    assert (new.kind, new.number) == (kind, {"New: Recess": "3", "Appendix B: Stipends": "B"}.get(key, ""))


@pytest.mark.parametrize(
    ("numbers", "wanted", "at", "number"),
    [
        (("I", "II", "IV"), "New: III Recess", 2, "III"),
        (("I", "II", "III"), "New: Recess", 3, "IV"),
        (("ONE", "TWO"), "New: Recess", 2, "THREE"),
        (("1", "2", "3"), "New: 2A Recess", 2, "2A"),
        (("1", "2", "3"), "New: Article 2-A: Recess", 2, "2-A"),
        (("VII", "VIII", "IX", "X"), "New: VIII-A Recess", 2, "VIII-A"),
        (("1", "2", "3"), "New: 2 Recess", 3, "4"),
    ],
)
def test_a_new_article_takes_its_number_or_the_next(
    numbers: tuple[str, ...], wanted: str, at: int, number: str
) -> None:
    told = Table(body=replace(made(), contract=Contract("", tuple(article(one) for one in numbers))))
    title = wanted.removeprefix("New: ")
    whole(told, wanted, Part("", (paragraph("New words."),), new=True), title=title)
    new = assemble(told.state).contract.articles[at]
    assert (new.number, new.title) == (number, "Recess")


def test_ground_rules_and_what_was_never_agreed_are_in_no_agreement() -> None:
    told = Table()
    whole(told, "Ground rules", Part("", (paragraph("Ten at the table."),), new=True), unit=UnitKind.GROUND_RULES)
    told.record(
        r.TextPassed(
            "MOU X", "U-9", Party.UNION, (Part("", (paragraph("Offered."),)),), form=Form.NEW, unit=UnitKind.MOU
        )
    )
    assert assemble(told.state).contract == told.state.contract


@pytest.mark.parametrize(
    ("kind", "words", "number", "title"),
    [
        (UnitKind.ARTICLE, "ARTICLE II-A – BREAKS", "II-A", "BREAKS"),
        (UnitKind.ARTICLE, "ARTICLE II – A BREAK", "II", "A BREAK"),
        (UnitKind.APPENDIX, "Appendix A-1: Salary", "A-1", "Salary"),
        (UnitKind.APPENDIX, "Appendix C: Stipends", "C", "Stipends"),
    ],
)
def test_a_unit_s_own_heading_gives_its_number_whole(kind: UnitKind, words: str, number: str, title: str) -> None:
    found = named_heading(kind, words)
    assert found is not None
    assert (found.number, found.title) == (number, title)
