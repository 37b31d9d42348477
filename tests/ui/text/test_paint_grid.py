"""The lines of a table stand round every cell and cross no words."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter, QTextCursor, QTextDocument

from tablebook.domain.text import paragraph, table
from tablebook.ui.text.fill import fill, refill
from tablebook.ui.text.fit_tables import SMALLEST, fit_tables, share_of
from tablebook.ui.text.formats import Formats
from tablebook.ui.text.look import page_look
from tablebook.ui.text.paint import paint_page
from tablebook.ui.text.rows import plain, rows_of
from tablebook.ui.text.spacing import space

ROWS = [["Step", "BA", "MA"], ["1", "$40,000", "$44,500\nand the stipend of the next lane"], ["2", "", "$46,000"]]


def drawn(cells, width=600, height=300):
    look, document = page_look("page"), QTextDocument()
    blocks = [paragraph("Before."), table(cells), paragraph("After.")]
    placed = fill(document, rows_of([plain(block) for block in blocks]), Formats(look))
    document.setTextWidth(width)
    space(document, placed, look, width)
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    paint_page(painter, document, placed, look, QRectF(0, 0, width, height))
    painter.end()
    return image, look.color("strong"), document, placed


def strokes(points, color):
    """How often a line begins among these points."""
    on = [point == color for point in points]
    return sum(now and not before for before, now in zip([False, *on], on, strict=False))


def test_every_row_and_column_has_its_lines(qapp):
    image, color, document, placed = drawn(ROWS)
    cell = document.documentLayout().blockBoundingRect(document.findBlockByNumber(placed[1].first + 7))
    assert document.findBlockByNumber(placed[1].first + 7).text() == ""
    x, y = round(cell.center().x()), round(cell.center().y())
    assert strokes((image.pixelColor(x, down) for down in range(image.height())), color) == len(ROWS) + 1
    assert strokes((image.pixelColor(across, y) for across in range(image.width())), color) == len(ROWS[0]) + 1


def test_no_line_touches_the_words(qapp):
    image, color, document, placed = drawn(ROWS)
    for number in range(placed[1].first, placed[1].first + placed[1].count):
        room = document.documentLayout().blockBoundingRect(document.findBlockByNumber(number)).toRect()
        across, down = range(room.left(), room.right()), range(room.top(), room.bottom())
        assert not any(image.pixelColor(x, y) == color for x in across for y in down)


WIDE = [
    ["Step", *(f"Lane {n}" for n in range(9))],
    *([f"{s}", *(f"${40 + s},{n}00" for n in range(9))] for s in range(4)),
]


def filled(cells, width):
    look, document = page_look("page"), QTextDocument()
    document.setTextWidth(width)
    formats = Formats(look)
    placed = fill(document, rows_of([plain(table(cells))]), formats)
    fit_tables(document, placed, look, width)
    return document, placed, look, formats


def lines_of(document, placed):
    document.size()
    numbers = range(placed[0].first, placed[0].first + placed[0].count)
    return {document.findBlockByNumber(n).layout().lineCount() for n in numbers}


def test_no_figure_of_a_wide_schedule_is_broken(qapp):
    document, placed, look, formats = filled(WIDE, 560)
    assert lines_of(document, placed) - {1, 2} == set()
    figure = document.findBlockByNumber(placed[0].first + 12)
    assert (figure.text(), figure.layout().lineCount()) == ("$40,100", 1)
    share = share_of(QTextCursor(figure))
    assert SMALLEST <= share < 1
    # A cell written anew has the letters of the others.
    other = [list(row) for row in WIDE]
    other[1][2] = "$49,900"
    placed = refill(document, placed, rows_of([plain(table(other))]), formats)
    figure = document.findBlockByNumber(placed[0].first + 12)
    sizes = {piece.format.fontPointSize() or piece.format.font().pixelSize() for piece in figure.textFormats()}
    assert figure.text() == "$49,900"
    assert sizes == {round(look.book.pixelSize() * share)}
    # With more room the letters are the page's own again.
    document.setTextWidth(1400)
    fit_tables(document, placed, look, 1400)
    assert share_of(QTextCursor(figure)) == 1
    assert lines_of(document, placed) == {1}


def test_a_table_that_has_room_keeps_its_letters(qapp):
    document, placed, _, _ = filled(WIDE, 1400)
    assert share_of(QTextCursor(document.findBlockByNumber(placed[0].first))) == 1
