"""Article 12 as in the design's picture, marked by hand: what a page must draw, independent of the comparison."""

from tablebook.domain.text import BlockKind
from tablebook.redline.marks import Author, MarkedBlock, MarkedRun

U1, U3 = Author("union", "U-1"), Author("union", "U-3")
E1, E2 = Author("employer", "E-1"), Author("employer", "E-2")


def run(text, writer=None, striker=None, fresh=False):
    return MarkedRun(text, writer, striker, fresh)


def head(label, title):
    return MarkedBlock(BlockKind.HEADING, (run(title),), label, section=label, level=1)


def para(*runs, label="", author=None):
    return MarkedBlock(BlockKind.PARAGRAPH, runs, label, level=1 if label else 0, margin_author=author)


def blocks():
    return (
        head("12.1", "Class size limits"),
        para(
            run("The District shall "), run("make every reasonable effort to", None, U1), run(" "),
            run("make a reasonable effort to", E1, U3, True), run(" keep the number of students in a regular classroom "
            "at or below the following "), run("limits", E1), run(" "),
            run("after the tenth (10th) day of school", U3, None, True), run(":"), author=U3,
        ),
        para(
            run("Kindergarten and transitional kindergarten: "), run("twenty-six (26)", None, U1), run(" "),
            run("twenty-four (24)", E1, U3, True), run(" "), run("twenty-two (22)", U3, None, True),
            label="a.", author=U3,
        ),
        para(
            run("Grades 1 through 3: "), run("twenty-eight (28)", None, U1), run(" "), run("twenty-three (23)", U1, E2),
            run(" "), run("twenty-five (25)", E2), label="b.", author=E2,
        ),
        para(
            run("Grades 4 through 8: "), run("thirty-two (32)", None, U1), run(" "), run("twenty-eight (28)", U1),
            label="c.",
        ),
        para(
            run("Grades 9 through 12: thirty-two (32), "),
            run("with no secondary caseload above one hundred fifty (150)", U1), label="d.",
        ),
        head("12.2", "Relief when a limit is exceeded"),
        para(
            run("When a class exceeds its limit, the principal shall meet with the educator within "),
            run("ten (10)", None, U1), run(" "), run("five (5)", U1), run(" working days "),
            run("to consider relief", None, U1), run(" "),
            run("and the educator shall choose one form of relief", U3, None, True), run(". Relief "),
            run("may be", None, E2), run(" "), run("is", E2), run(" an added section, "), run("or", None, E2),
            run(" instructional assistant time under Section 8.4, "), run("or a stipend of", E2), run(" "),
            run("twenty dollars ($20)", E2, U3, True), run(" "), run("thirty-five dollars ($35)", U3, None, True),
            run(" "),
            run("for each student above the limit for each day", E2), run("."), author=U3,
        ),
        head("12.3", "Combination classes"),
        para(
            run(
                "A combination class shall be two (2) students below the lower of the two limits that would apply.", U1
            ),
            run(" Students shall not be placed in a combination class for disciplinary reasons."),
        ),
    )  # fmt: skip


def salary_table():
    rows = (
        ((run("Step"),), (run("BA"),), (run("MA+30"),)),
        ((run("1"),), (run("$48,210"),), (run("$55,000", None, U3, True), run(" "), run("$57,100", U3, None, True))),
        ((run("2", U3, None, True),), (run("$49,900", U3, None, True),), (run("$58,000", U3, None, True),)),
    )
    return MarkedBlock(BlockKind.TABLE, rows=rows, margin_author=U3)
