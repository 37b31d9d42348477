"""How Word's words look: direct settings, styles and what they inherit, themes, what is printed at all."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from tablebook.documents.marked.meaning import read_marked
from tablebook.documents.marked.paper import Look, SeenPaper, SeenRun
from tablebook.documents.word.marks import read_seen_docx
from tablebook.documents.word.parts import W
from tests.unit.documents.word import BOLD, STRUCK, cell, p, r, row, table, word

STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Old"><w:name w:val="Old"/><w:rPr><w:strike/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Older"><w:name w:val="Older"/><w:basedOn w:val="Old"/></w:style>
<w:style w:type="paragraph" w:styleId="Kept"><w:name w:val="Kept"/><w:basedOn w:val="Old"/>
  <w:rPr><w:strike w:val="0"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Loud"><w:name w:val="Loud"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="New"><w:name w:val="New words"/>
  <w:rPr><w:b/><w:u w:val="double"/><w:color w:val="0000FF"/><w:shd w:val="clear" w:fill="FFFF00"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>
  <w:rPr><w:u w:val="single"/><w:color w:val="0563C1"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Ring"><w:name w:val="Ring"/><w:basedOn w:val="Ring"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>
  <w:rPr><w:b/></w:rPr></w:style>
"""


def seen(body: str, **parts: str) -> SeenPaper:
    return read_seen_docx(word(body, **{"styles": STYLES, **parts}), "paper.docx")


def look_of(look: str, style: str = "", **parts: str) -> Look:
    props = f'<w:pStyle w:val="{style}"/>' if style else ""
    (block,) = seen(p(r("words", look), props=props), **parts).blocks
    return block.runs[0].look


@pytest.mark.parametrize(
    ("xml", "look"),
    [
        ("", Look()),
        ("<w:strike/>", Look(strike="single")),
        ('<w:strike w:val="0"/>', Look()),
        ('<w:strike w:val="false"/>', Look()),
        ('<w:strike w:val="1"/>', Look(strike="single")),
        ("<w:dstrike/>", Look(strike="double")),
        ('<w:u w:val="single"/>', Look(underline="single")),
        ('<w:u w:val="words"/>', Look(underline="single")),
        ('<w:u w:val="dotDash"/>', Look(underline="single")),
        ('<w:u w:val="double"/>', Look(underline="double")),
        ('<w:u w:val="none"/>', Look()),
        ("<w:b/><w:i/>", Look(bold=True, italic=True)),
        ('<w:color w:val="FF0000"/>', Look(colour="#ff0000")),
        ('<w:color w:val="auto"/>', Look()),
        ('<w:color w:val="000000"/>', Look()),
        ('<w:highlight w:val="yellow"/>', Look(highlight="#ffff00")),
        ('<w:highlight w:val="white"/>', Look()),
        ('<w:highlight w:val="none"/>', Look()),
        ('<w:shd w:val="clear" w:fill="00FFFF"/>', Look(highlight="#00ffff")),
        ('<w:shd w:val="clear" w:fill="auto"/>', Look()),
        ('<w:shd w:val="clear" w:fill="FFFFFF"/>', Look()),
    ],
)
def test_direct_settings(xml: str, look: Look) -> None:
    assert look_of(xml) == look


@pytest.mark.parametrize(
    ("style", "xml", "look"),
    [
        ("Old", "", Look(strike="single")),
        ("Older", "", Look(strike="single")),
        ("Kept", "", Look()),
        ("Old", '<w:strike w:val="0"/>', Look()),
        ("Loud", '<w:rStyle w:val="Strong"/>', Look()),
        ("Loud", '<w:rStyle w:val="Strong"/><w:b/>', Look(bold=True)),
        ("", '<w:rStyle w:val="Strong"/>', Look(bold=True)),
        ("", '<w:rStyle w:val="New"/>', Look(bold=True, underline="double", colour="#0000ff", highlight="#ffff00")),
        ("", '<w:rStyle w:val="New"/><w:u w:val="none"/><w:color w:val="auto"/>', Look(bold=True, highlight="#ffff00")),
        ("Ring", "", Look()),
        ("Unknown", "<w:b/>", Look(bold=True)),
    ],
)
def test_styles_are_inherited_and_toggles_cancel_out(style: str, xml: str, look: Look) -> None:
    assert look_of(xml, style) == look


def test_a_theme_colour_is_looked_up_where_no_colour_is_written() -> None:
    theme = (
        '<a:themeElements><a:clrScheme name="x"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
        '<a:accent1><a:srgbClr val="4472C4"/></a:accent1></a:clrScheme></a:themeElements>'
    )
    assert look_of('<w:color w:themeColor="accent1"/>', theme=theme).colour == "#4472c4"
    assert look_of('<w:color w:val="auto" w:themeColor="text1"/>', theme=theme).colour == ""
    assert look_of('<w:color w:val="ED7D31" w:themeColor="accent2"/>', theme=theme).colour == "#ed7d31"


def test_the_end_of_a_paragraph_is_no_word() -> None:
    """Papers carry struck and highlighted paragraph ends that nobody sees."""
    ghost = '<w:strike w:val="1"/><w:highlight w:val="yellow"/>'
    blocks = seen(p(mark=ghost) + p("Words.", mark=ghost)).blocks
    assert [run for block in blocks for run in block.runs] == [SeenRun("Words.")]
    assert all(block.mark_look == Look() for block in blocks)


def test_formatting_that_word_tracked_is_no_mark() -> None:
    changed = '<w:b/><w:rPrChange w:id="4" w:author="K"><w:rPr><w:strike/><w:u w:val="single"/></w:rPr></w:rPrChange>'
    assert look_of(changed) == Look(bold=True)


def words(body: str, **parts: str) -> list[str]:
    return [block.text for block in seen(body, **parts).blocks]


def test_hidden_words_are_not_printed() -> None:
    assert words(p("Seen. ", r("Hidden.", "<w:vanish/>"), r("Seen too.", '<w:vanish w:val="0"/>'))) == [
        "Seen. Seen too."
    ]


def test_capitals_are_printed_as_capitals() -> None:
    assert words(p(r("Class size", "<w:caps/>"))) == ["CLASS SIZE"]


def test_signs_print_what_they_stand_for() -> None:
    signs = (
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t><w:softHyphen/><w:t>d</w:t><w:br/>"
        '<w:sym w:font="Wingdings" w:char="F0FC"/><w:t>e\u200bf\u00a0g</w:t></w:r>'
    )
    assert words(p(signs)) == ["a\tb-cd\n✓ef g"]


def test_of_a_field_only_the_result_is_printed() -> None:
    inner = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r>'
    inner += "<w:r><w:t>not printed</w:t></w:r>"
    inner += (
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("8.4") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    simple = f'<w:fldSimple w:instr="REF y">{r("9.1")}</w:fldSimple>'
    assert words(p("See ", inner, " and ", simple, ".")) == ["See 8.4 and 9.1."]


def test_a_links_blue_underline_is_no_mark_but_a_red_one_is() -> None:
    link = r("the plan", '<w:rStyle w:val="Hyperlink"/>')
    red = r("new", '<w:color w:val="FF0000"/><w:u w:val="single"/>')
    (block,) = seen(p("See ", *(f"<w:hyperlink>{run}</w:hyperlink>" for run in (link, red)))).blocks
    assert block.runs == (SeenRun("See the plan"), SeenRun("new", Look(underline="single", colour="#ff0000")))


def either(new: str, old: str) -> str:
    """The same thing for new and for old programs."""
    inner = f"<mc:Choice>{new}</mc:Choice><mc:Fallback>{old}</mc:Fallback>"
    return f"<mc:AlternateContent>{inner}</mc:AlternateContent>"


def test_what_stands_in_containers_is_read() -> None:
    sdt = f"<w:sdt><w:sdtPr/><w:sdtContent>{r('in a control ')}</w:sdtContent></w:sdt>"
    smart = f"<w:smartTag>{r('in a tag ', STRUCK)}</w:smartTag>"
    custom = f"<w:customXml>{r('in custom')}</w:customXml>"
    block_sdt = f"<w:sdt><w:sdtContent>{p('A whole paragraph.')}</w:sdtContent></w:sdt>"
    blocks = seen(p(sdt, smart, custom) + block_sdt).blocks
    assert [block.text for block in blocks] == ["in a control in a tag in custom", "A whole paragraph."]
    assert [run.look.strike for run in blocks[0].runs] == ["", "single", ""]


def test_a_text_box_is_read_once_and_before_its_paragraph() -> None:
    inner = f"<w:txbxContent>{p(r('District Counter 2', BOLD))}{p('3/9/27')}</w:txbxContent>"
    drawing = f"<w:drawing><wps:txbx>{inner}</wps:txbx></w:drawing>"
    picture = f"<w:pict><v:textbox>{inner}</v:textbox></w:pict>"
    both = f"<w:r>{either(drawing, picture)}</w:r>"
    assert words(p(both, "Article 12")) == ["District Counter 2", "3/9/27", "Article 12"]
    assert words(p(f"<w:r>{picture}</w:r>", "Article 12")) == ["District Counter 2", "3/9/27", "Article 12"]


def test_alternate_content_among_runs_is_read_once() -> None:
    assert words(p(either(r("one"), r("two")))) == ["one"]


def test_a_sign_that_old_programs_do_not_know_is_read() -> None:
    assert words(p(f"<w:r>{either('<w:symEx/>', '<w:t>☺</w:t>')}</w:r>", " yes")) == ["☺ yes"]


def test_a_page_break_prints_no_word() -> None:
    paper = read_marked(seen(p("Page one.", '<w:r><w:br w:type="page"/></w:r>') + p("Page two.")))
    assert paper.accepted_text == "Page one.\nPage two."


def test_notes_stand_behind_their_paragraph() -> None:
    notes = f'<w:footnote w:id="2">{p("<w:r><w:footnoteRef/></w:r>", r(" As amended.", STRUCK))}</w:footnote>'
    blocks = seen(p("Text", '<w:r><w:footnoteReference w:id="2"/></w:r>') + p("More"), footnotes=notes).blocks
    assert [(block.label, block.text) for block in blocks] == [("", "Text[2]"), ("[2]", "As amended."), ("", "More")]
    assert blocks[1].runs[0].look.strike == "single"


def test_the_page_header_gives_its_lines_once() -> None:
    header = p(r("District Counter 2", BOLD)) + p("Page ", "<w:r><w:t>1</w:t></w:r>") + p("District Counter 2")
    paper = seen(p("Text"), header1=header, header2=p("LAKEVIEW SCHOOL DISTRICT"))
    assert paper.page_heads == ("District Counter 2", "LAKEVIEW SCHOOL DISTRICT")


def test_table_cells_keep_their_looks() -> None:
    (block,) = seen(table(row("Step", "Pay"), row("1", p(r("$40", STRUCK), " ", r("$42", BOLD))))).blocks
    assert block.text == "Step\tPay\n1\t$40 $42"
    assert [run.look for run in block.rows[1][1]] == [Look(strike="single"), Look(), Look(bold=True)]


def test_a_frame_of_one_cell_is_no_table_and_spans_are_filled() -> None:
    assert words(table(row(p("Union Counter 3") + p("March 3, 2027")))) == ["Union Counter 3", "March 3, 2027"]
    (block,) = seen(table(row(cell("wide", '<w:gridSpan w:val="2"/>')), row("a", "b"))).blocks
    assert [len(cells) for cells in block.rows] == [2, 2]


def test_words_in_a_cell_that_another_covers_are_not_seen() -> None:
    down, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = row(cell("Tier 1", down), "1"), row(cell("unseen", on), "2"), row("", "3"), row(cell("Tier 2", on), "4")
    (block,) = seen(table(*rows)).blocks
    assert block.text == "Tier 1\t1\n\t2\n\t3\nTier 2\t4"


def test_heading_styles_make_headings() -> None:
    (block,) = seen(p("Leaves", props='<w:pStyle w:val="Heading1"/>')).blocks
    assert (block.kind.value, block.level) == ("heading", 1)


def test_a_strict_file_is_read_like_any_other() -> None:
    data = word(p("Words ", r("struck", STRUCK)))
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
            new.writestr(name, old.read(name).replace(W[1:-1].encode(), strict))
    assert read_seen_docx(buffer.getvalue(), "paper.docx") == read_seen_docx(data, "paper.docx")


def test_every_printed_character_is_in_a_run() -> None:
    body = p("a", r("b", STRUCK), r("c", BOLD)) + table(row("x", p("y", r("z", BOLD))))
    for block in seen(body).blocks:
        runs = block.runs or [run for cells in block.rows for one in cells for run in one]
        assert "".join(run.text for run in runs) == block.text.replace("\t", "").replace("\n", "")
