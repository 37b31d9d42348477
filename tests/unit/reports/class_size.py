"""Sheets about Article 12 of the fictional sample, with the words of the design's pictures: builders for the tests."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from tablebook.domain.sheet_code import sheet_code
from tablebook.domain.text import BlockKind, heading, paragraph
from tablebook.redline.marks import Author, MarkedBlock, MarkedRun
from tablebook.reports.sheets import (
    Attendance,
    CaucusLine,
    JointMinutesSheet,
    Masthead,
    MinuteGroup,
    MinuteLine,
    MinutesSheet,
    OpenRow,
    PassLine,
    ProposalItem,
    ProposalSheet,
    RedlineSheet,
    SessionFacts,
    SignatureSide,
    TaRow,
    TaSheet,
    TaSummarySheet,
    TaText,
)

MADE = datetime(2027, 3, 9, 15, 10, 22, tzinfo=timezone(timedelta(hours=-5)))
MASTHEAD = Masthead(
    "Lakeview Education Association",
    "Lakeview School District",
    "Association",
    "District",
    "2027–30 successor agreement",
    fictional=True,
)
U1, U2, U3, U4, U5 = (Author("union", f"U-{number}") for number in range(1, 6))
E1, E2, E3 = (Author("employer", f"E-{number}") for number in range(1, 4))


def same(text: str) -> MarkedRun:
    return MarkedRun(text)


def new(text: str, writer: Author) -> MarkedRun:
    return MarkedRun(text, writer)


def struck(text: str, striker: Author, writer: Author | None = None) -> MarkedRun:
    return MarkedRun(text, writer, striker)


def head(number: str, title: str) -> MarkedBlock:
    return MarkedBlock(BlockKind.HEADING, (same(title),), number, section=number, level=2)


def para(*runs: MarkedRun | str, label: str = "", changed: Author | None = None) -> MarkedBlock:
    marked = tuple(same(run) if isinstance(run, str) else run for run in runs)
    level = 1 if label else 0
    return MarkedBlock(
        BlockKind.PARAGRAPH, marked, label, level=level, margin_author=changed, fresh=changed is not None
    )


def u4_blocks() -> tuple[MarkedBlock, ...]:
    """Sections 12.1 and 12.2 as in the union's fourth pass."""
    return (
        head("12.1", "Class size limits"),
        para(
            "The District shall ",
            struck("make every reasonable effort to", U1),
            " ",
            struck("make a reasonable effort to", U3, E1),
            " keep the number of students in a regular classroom at or below the following ",
            new("limits", E1),
            " ",
            new("after the", U3),
            " ",
            struck("twentieth (20th)", U4, E3),
            " ",
            new("fifteenth (15th) day of school", U4),
            ":",
            changed=U4,
        ),
        para(
            "Kindergarten and transitional kindergarten: ",
            struck("twenty-six (26)", U1),
            " ",
            struck("twenty-four (24)", U3, E1),
            " ",
            new("twenty-two (22)", U3),
            label="a.",
            changed=U4,
        ),
        para(
            "Grades 1 through 3: ",
            struck("twenty-eight (28)", U1),
            " ",
            struck("twenty-three (23)", E2, U1),
            " ",
            struck("twenty-six (26)", U3, E2),
            " ",
            new("twenty-five (25)", E3),
            label="b.",
            changed=U4,
        ),
        para(
            "Grades 4 through 8: ",
            struck("thirty-two (32)", U1),
            " ",
            struck("thirty (30)", U4, E3),
            " ",
            new("twenty-eight (28)", U1),
            label="c.",
            changed=U4,
        ),
        para(
            "Grades 9 through 12: thirty-two (32), ",
            new("with no secondary caseload above one hundred fifty (150)", U1),
            label="d.",
        ),
        head("12.2", "Relief when a limit is exceeded"),
        para(
            "When a class exceeds its limit, the principal ",
            struck("may", U4, E3),
            " shall meet with the educator within ",
            struck("ten (10)", U1),
            " ",
            new("five (5)", U1),
            " working days ",
            struck("to consider relief", U1),
            " ",
            new("and the educator shall choose one form of relief", U1),
            ". Relief ",
            struck("may be", E2),
            " ",
            new("is", E2),
            " an added section, ",
            struck("or", E2),
            " instructional assistant time under Section 8.4, ",
            new("or a stipend of", E2),
            " ",
            struck("twenty-five dollars ($25)", U4, E3),
            " ",
            new("thirty-two dollars ($32)", U4),
            " ",
            new("for each student above the limit for each day", E2),
            ".",
            changed=U4,
        ),
    )


def proposal() -> ProposalSheet:
    passes = ("U-1 26 Jan", "E-1 9 Feb", "U-2 16 Feb", "E-2 2 Mar", "U-3 9 Mar 13:24", "E-3 9 Mar 14:31")
    article = ProposalItem(
        "Article 12, Class Size and Caseload, sections 12.1 and 12.2",
        "Amend",
        "U-4",
        answers="E-3, 9 Mar 14:31",
        passes=(*(PassLine(text) for text in passes), PassLine("U-4 9 Mar 15:10", current=True)),
        blocks=u4_blocks(),
        not_part="Sections 12.3 and 12.5 were tentatively agreed on 2 March 2027 and are not part of this proposal.",
    )
    return ProposalSheet(
        MASTHEAD,
        "Union Proposal U-4",
        "union",
        (article,),
        MADE,
        "7C1F 40A9",
        date="Tuesday 9 March 2027",
        time="15:10",
        session="Session 6, Board Room B",
        handed_by="Dana Marsh",
        handed_to="Ruth Kessler",
        conditions="Agreement on Section 8.4",
        expiry="9 Mar 2027, 16:30",
        expiry_reason="The Board meets tonight",
        reservation="The Association reserves the right to add to, modify or withdraw this proposal. No agreement on "
        "this article is final until it is signed, and all tentative agreements are subject to ratification.",
    )


def agreed_text() -> TaText:
    clean = (
        heading("Class size limits", "12.1", section="12.1", level=2),
        paragraph(
            "The District shall keep the number of students in a regular classroom at or below the following limits "
            "after the fifteenth (15th) day of school:"
        ),
        paragraph("Kindergarten and transitional kindergarten: twenty-two (22)", "a.", level=1),
        paragraph("Grades 1 through 3: twenty-five (25)", "b.", level=1),
        paragraph("Grades 4 through 8: twenty-eight (28)", "c.", level=1),
        heading("Combination classes", "12.3", section="12.3", level=2),
        paragraph(
            "A combination class shall be two (2) students below the lower of the two limits that would apply. "
            "Students shall not be placed in a combination class for disciplinary reasons."
        ),
    )
    redline = (
        head("12.1", "Class size limits"),
        para(
            "The District shall ",
            struck("make every reasonable effort to", U1),
            " keep the number of students in a regular classroom at or below the following ",
            new("limits", E1),
            " ",
            new("after the", U3),
            " ",
            new("fifteenth (15th)", E3),
            " ",
            new("day of school", U4),
            ":",
        ),
        para(
            "Kindergarten and transitional kindergarten: ",
            struck("twenty-six (26)", U1),
            " ",
            new("twenty-two (22)", U3),
            label="a.",
        ),
        para("Grades 1 through 3: ", struck("twenty-eight (28)", U1), " ", new("twenty-five (25)", E3), label="b."),
        para("Grades 4 through 8: ", struck("thirty-two (32)", U1), " ", new("twenty-eight (28)", U1), label="c."),
        head("12.3", "Combination classes"),
        para(
            new(
                "A combination class shall be two (2) students below the lower of the two limits that would apply.", U1
            ),
            " Students shall not be placed in a combination class for disciplinary reasons.",
        ),
    )
    return TaText(
        "Article 12, Class Size and Caseload, all sections",
        "Union pass U-5, passed 13 April 2027, 21:40, session 11",
        clean,
        redline,
        "Article 12 of the 2024–27 agreement, pages 18 to 21",
        rest="All other language of Article 12 stays as it is.",
        fingerprint="B1E4 0C38",
    )


def sides() -> tuple[SignatureSide, SignatureSide]:
    return SignatureSide("union", "For the Association"), SignatureSide("employer", "For the District")


def ta_sheet() -> TaSheet:
    return TaSheet(
        MASTHEAD,
        "TA 12.1 to 12.5",
        (agreed_text(),),
        sides(),
        MADE,
        "B1E4 0C38",
        effective="1 July 2027",
        conditions="None. Binds only with agreement on all articles (total TA).",
        subject_to="This tentative agreement is subject to ratification by the membership of the Association and "
        "approval by the Board of the District.",
        code=sheet_code("TA 12.1 to 12.5", "b1e40c38d02f4b7796ac1e5d0f2a8841"),
    )


def ta_row(number: str, title: str, **fields: str) -> TaRow:
    given = {
        "sections": "all sections",
        "label": f"TA {number}",
        "accepted": "Union U-3",
        "date": "2 Mar 2027",
        "time": "16:05",
        "signed_by": "Dana Marsh, Ruth Kessler",
        "fingerprint": "B1E4 0C38",
    }
    return TaRow(number, title, **{**given, **fields})


def ta_summary() -> TaSummarySheet:
    return TaSummarySheet(
        MASTHEAD,
        (
            ta_row("3", "Association Rights", accepted="Employer E-2"),
            ta_row("12", "Class Size and Caseload", sections="12.3, 12.5", label="TA 12.3 and 12.5"),
            ta_row("14", "Safe In-Person Learning", conditions="Total TA", effective="1 July 2027"),
            ta_row(
                "24", "Discipline", note="Reopened 9 March 2027 at the District’s request, with both sides’ consent."
            ),
        ),
        (
            OpenRow("8", "Preparation Time", "With them", "Union U-2, 9 Mar 16:02", "8.3, 8.4"),
            OpenRow("20", "Salary Schedule", "With us", "Employer 3, 9 Mar 16:40"),
        ),
        MADE,
        "58D0 2E91",
        lead="Every tentative agreement so far. The rest of the contract stays as it is.",
        as_of="As of 9 March 2027, 16:52",
        count="4 agreements, 2 articles open",
    )


def session_facts() -> SessionFacts:
    return SessionFacts(
        "6",
        "Tuesday 9 March 2027",
        "13:05 to 16:52",
        "Board Room B, District Office",
        (
            Attendance(
                "union",
                "For the Association",
                ("Dana Marsh (chief)", "Priya Nair", "Alma Ruiz", "Jon Cole", "Mai Tran"),
                ("Sam Ortiz",),
            ),
            Attendance(
                "employer", "For the District", ("Ruth Kessler (chief)", "Theo Brandt", "Lena Voss", "Carl Hume")
            ),
        ),
        (
            CaucusLine("union", "union", "13:12", "13:24"),
            CaucusLine("employer", "employer", "13:38", "13:58"),
            CaucusLine("union", "union", "14:33", "15:07"),
        ),
        ("U-3 (13:24), E-3 (14:31), U-4 (15:10), all Article 12", "February enrolment, RFI 4 (13:12)"),
        next_session="Tuesday 16 March 2027, 13:00, Union Hall",
        agenda=("Articles 8, 14 and 19",),
    )


def minutes() -> MinutesSheet:
    lines = (
        MinuteLine("13:24", "union", "Marsh", "Passed", "U-3 handed to Kessler, three copies. Answers E-2.", "405"),
        MinuteLine(
            "13:31",
            "employer",
            "Kessler",
            "Question, 12.1",
            "Is 22 in kindergarten a hard limit, or a trigger for relief under 12.2?",
            "406",
        ),
        MinuteLine(
            "14:00",
            "employer",
            "Kessler",
            "Exact words, 12.1",
            "“We can live with twenty-two in kindergarten if first grade stays at twenty-five.”",
            "411",
        ),
        MinuteLine(
            "14:01",
            "employer",
            "Kessler",
            "What-if, 12.2",
            "Relief paid by semester, not by day? Noted as a what-if, not an offer.",
            "412",
        ),
        MinuteLine("14:02", "union", "Marsh", "Question, 12.2", "Stipend per day or per semester?", "413"),
    )
    other = MinuteLine("15:31", "employer", "Voss", "Clarification, 8.4", "8.4 moves into 8.3.", "420")
    mended = MinuteLine(
        "16:49", "union", "Nair", "Corrects 410", "“Birch and Alder”, not “Birch and Harbor”. Misheard.", "421"
    )
    return MinutesSheet(
        MASTHEAD,
        session_facts(),
        MADE,
        "Entries 399 to 422: 24 entries, 1 correction",
        "58D0 2E91",
        "Priya Nair",
        (
            MinuteGroup("Article 12", "Class Size and Caseload", lines),
            MinuteGroup("Article 8", "Preparation Time", (other,)),
        ),
        (mended,),
    )


def joint_minutes() -> JointMinutesSheet:
    return JointMinutesSheet(
        MASTHEAD,
        session_facts(),
        MADE,
        "Entries 399 to 422: 11 shared entries",
        "58D0 2E91",
        ("U-3 was handed over at 13:24, not 13:25 (corrected 9 March 2027, 16:50).",),
        sides(),
    )


def redline() -> RedlineSheet:
    return RedlineSheet(
        MASTHEAD,
        "Article 12",
        "U-4, passed 9 March 2027, 15:10, against the current contract",
        u4_blocks(),
        MADE,
        "7C1F 40A9",
        heading="Class Size and Caseload",
    )
