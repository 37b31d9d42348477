"""Marks are counted in pixels: colour alone would not pass, since the lines themselves are counted."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QTextDocument

from tablebook.domain.text import BlockKind
from tablebook.redline.marks import Author, MarkedBlock, MarkedRun
from tablebook.ui.text.fill import fill
from tablebook.ui.text.formats import Formats
from tablebook.ui.text.geometry import baseline, lines_of, origin, pieces_of
from tablebook.ui.text.look import page_look
from tablebook.ui.text.paint import paint_page
from tablebook.ui.text.redline_page import RedlinePage
from tablebook.ui.text.rows import Flag, Note, rows_of
from tablebook.ui.text.spacing import space
from tablebook.ui.text.spoken import spoken_block

U, E, J = Author("union", "U-1"), Author("employer", "E-1"), Author("joint", "edit 1")


# Drawn four times as large, lines of 1.3 px have pixels of their full colour and can be counted.
ZOOM = 4


class Drawn:
    """One paragraph on an image, with its baseline."""

    def __init__(self, *runs, notes=None, fresh=False, author=None, width=700):
        self.look = page_look("page")
        self.document = QTextDocument()
        block = MarkedBlock(BlockKind.PARAGRAPH, runs, margin_author=author, fresh=fresh)
        self.placed = fill(self.document, rows_of([block], None, notes), Formats(self.look))
        frame = self.document.rootFrame().frameFormat()
        frame.setLeftMargin(60)
        frame.setTopMargin(20)
        self.document.rootFrame().setFrameFormat(frame)
        self.document.setTextWidth(width)
        space(self.document, self.placed, self.look, width - 136)
        self.image = QImage(width * ZOOM, 200 * ZOOM, QImage.Format.Format_ARGB32)
        painter = QPainter(self.image)
        painter.scale(ZOOM, ZOOM)
        paint_page(painter, self.document, self.placed, self.look, QRectF(0, 0, width, 200))
        painter.end()
        self.block = self.document.firstBlock()
        self.base = baseline(origin(self.document, self.block), next(lines_of(self.block)))

    def pieces(self, at=0):
        return pieces_of(self.document, self.block, self.placed[0].spans[0][at], self.look)

    def at(self, x, below):
        """The colour at a point of the page, counted down from the baseline."""
        return self.image.pixelColor(round(x * ZOOM), round((self.base + below) * ZOOM))

    def bands(self, x, low, high, role):
        """How many separate lines of a colour cross the column at `x` between two heights below the baseline."""
        return groups(self.at(x, step / ZOOM) for step in range(round(low * ZOOM), round(high * ZOOM)))(
            self.look.color(role)
        )

    def across(self, below, left, right, role):
        """How many separate strokes of a colour stand on the row at a height below the baseline."""
        return groups(self.at(step / ZOOM, below) for step in range(round(left * ZOOM), round(right * ZOOM)))(
            self.look.color(role)
        )

    def has(self, role):
        """Whether a ground of that colour is there; single pixels at the edge of letters are none."""
        wanted, size = self.look.color(role), self.image.size()
        return (
            sum(
                near(self.image.pixelColor(x, y), wanted, 3)
                for x in range(0, size.width(), 3)
                for y in range(0, size.height(), 3)
            )
            > 100
        )


def groups(colors):
    """Counts the stretches of one colour in a row of pixels."""
    row = list(colors)

    def count(wanted):
        hits = [near(color, wanted) for color in row]
        return sum(hit and not before for before, hit in zip([False, *hits], hits, strict=False))

    return count


def near(color: QColor, wanted: QColor, room: int = 40) -> bool:
    parts = ((color.red(), wanted.red()), (color.green(), wanted.green()), (color.blue(), wanted.blue()))
    return all(abs(a - b) <= room for a, b in parts)


@pytest.mark.parametrize(("author", "role", "count"), [(U, "union", 1), (E, "employer", 2), (J, "secondary", 1)])
def test_new_words_have_one_line_of_the_union_and_two_of_the_employer(qapp, author, role, count):
    drawn = Drawn(MarkedRun("aaaa ", None), MarkedRun("nnnn", author))
    piece = drawn.pieces()[0]
    # Between two letters under the baseline there is nothing but lines.
    assert drawn.bands((piece.left + piece.right) / 2, 1, 9, role) == count


@pytest.mark.parametrize(("author", "role", "count"), [(U, "union", 1), (E, "employer", 2)])
def test_struck_words_have_one_line_or_two(qapp, author, role, count):
    drawn = Drawn(MarkedRun("— —", None, author))
    piece = drawn.pieces()[0]
    gap = (piece.left + piece.right) / 2
    assert drawn.bands(gap, -9, 0, role) == count


def test_brackets_stand_outside_what_was_offered_and_struck(qapp):
    drawn = Drawn(MarkedRun("a "), MarkedRun("offer", E, U), MarkedRun(" b"))
    piece = drawn.pieces()[0]
    for below in (-12, -9, 2, 4):
        assert drawn.across(below, piece.left - 4, piece.left - 2, "union") == 1
        assert drawn.across(below, piece.right + 2, piece.right + 4, "union") == 1
    words_of_offerer = drawn.across(-6, piece.left, piece.right, "employer")
    assert words_of_offerer > 3
    line = drawn.document.firstBlock().layout().lineAt(0)
    end_of_a = 60 + line.cursorToX(1)[0]
    assert piece.left - 3 - end_of_a > 3, "the bracket has air on its outer side"


def test_words_written_right_behind_struck_ones_do_not_run_into_them(qapp):
    drawn = Drawn(MarkedRun("fifteenth day", striker=U), MarkedRun("tenth day", writer=U), MarkedRun(" of"))
    struck, written = drawn.pieces(0)[0], drawn.pieces(1)[0]
    assert written.left - struck.right == pytest.approx(drawn.look.px(4))


def test_a_bracket_that_goes_over_lines_opens_once_and_closes_once(qapp):
    drawn = Drawn(MarkedRun("word " * 30, E, U), width=400)
    pieces = drawn.pieces()
    assert len(pieces) > 1
    assert [piece.first for piece in pieces] == [True] + [False] * (len(pieces) - 1)
    assert [piece.last for piece in pieces] == [False] * (len(pieces) - 1) + [True]


def test_lines_end_with_the_words_not_with_the_spaces_after_them(qapp):
    bare = Drawn(MarkedRun("offer", U)).pieces()[0]
    spaced = Drawn(MarkedRun("offer   ", U)).pieces()[0]
    assert spaced.right == pytest.approx(bare.right)
    assert Drawn(MarkedRun("   ", U)).pieces() == []


def test_tint_and_bar_only_where_it_is_new_since_the_last_pass(qapp):
    old = Drawn(MarkedRun("nnnn", U))
    assert not old.has("union_tint")
    new = Drawn(MarkedRun("nnnn", U, None, True), fresh=True, author=U)
    assert new.has("union_tint")
    assert new.across(-5, 20, 40, "union") == 1
    theirs = Drawn(MarkedRun("nnnn", E, None, True), fresh=True, author=E)
    assert theirs.across(-5, 20, 40, "employer") == 2


def test_unmarked_words_are_red_and_dead_references_dashed(qapp):
    note = Note("Not marked", "problem", "eye-off", True, (Flag(0, 3, "unmarked"),))
    flagged = Drawn(MarkedRun("may meet", E), notes={0: note})
    assert flagged.has("problem_tint")
    assert flagged.bands(flagged.pieces()[0].left + 4, 1, 8, "problem") == 1
    dead = Drawn(MarkedRun("Section 8.4"), notes={0: Note("", "attention", "", False, (Flag(0, 11, "dead"),))})
    piece = dead.pieces()[0]
    assert dead.across(4, piece.left, piece.right, "attention") > 5


def test_words_brought_back_are_said_beside_their_pass_and_aloud(qtbot):
    words = "The District gives relief to every educator whose class exceeds its limit, and within five days. " * 2
    runs = {who: MarkedRun(words, U, fresh=True, restorer=who) for who in (None, Author("union", "U-2"))}
    blocks = {who: MarkedBlock(BlockKind.PARAGRAPH, (run,), margin_author=U, fresh=True) for who, run in runs.items()}
    inked = {}
    for who, block in blocks.items():
        page = RedlinePage()
        qtbot.addWidget(page)
        page.resize(900, 300)
        page.show_blocks([block])
        image = page.grab().toImage()
        band, right = page.row_rect(0), round(page.row_rect(0).right()) + 4
        second = range(round(band.top() + page.look.line), round(band.bottom()))
        ground = page.look.color("page")
        inked[who] = sum(image.pixelColor(x, y) != ground for y in second for x in range(right, image.width() - 4))
    assert inked[None] == 0
    assert inked[Author("union", "U-2")] > 50
    assert spoken_block(blocks[Author("union", "U-2")]).startswith("union new, union restored: The District")
    assert spoken_block(blocks[None]).startswith("union new: The District")
