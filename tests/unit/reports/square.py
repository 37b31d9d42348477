"""A square code read off a picture of a page, by the code's own rules and none of the program's: for the tests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pypdfium2
from PIL import Image

Grid = list[list[bool]]
_MASKS = (
    lambda r, c: (r + c) % 2,
    lambda r, c: r % 2,
    lambda r, c: c % 3,
    lambda r, c: (r + c) % 3,
    lambda r, c: (r // 2 + c // 3) % 2,
    lambda r, c: r * c % 2 + r * c % 3,
    lambda r, c: (r * c % 2 + r * c % 3) % 2,
    lambda r, c: ((r + c) % 2 + r * c % 3) % 2,
)
_BLOCKS = {3: (44,), 4: (32, 32), 5: (43, 43), 6: (27,) * 4, 7: (31,) * 4, 8: (38, 38, 39, 39)}
"""How many bytes of words the blocks of each version have at level M."""
_ALIGNED = {3: (22,), 4: (26,), 5: (30,), 6: (34,), 7: (22, 38), 8: (24, 42)}


def page_picture(data: bytes, page: int = 0, dots: int = 200) -> Image.Image:
    """A page as a grey picture, so many dots an inch."""
    document = pypdfium2.PdfDocument(data)
    try:
        picture: Image.Image = document[page].render(scale=dots / 72).to_pil().convert("L")
    finally:
        document.close()
    return picture


def read_square(picture: Image.Image) -> str:
    """The words of the one square code in a picture."""
    grid = _grid(picture)
    size = len(grid)
    version = (size - 17) // 4
    level, mask = _format(grid)
    assert level == 0, "not of level M"
    bits = [grid[r][c] ^ (_MASKS[mask](r, c) == 0) for r, c in _way(size, version)]
    codewords = [_number(bits[at : at + 8]) for at in range(0, len(bits) - 7, 8)]
    return _words(_in_order(codewords, _BLOCKS[version]))


def quiet_zone(picture: Image.Image) -> float:
    """How many squares of white there are around the code, at its narrowest side."""
    left, top, right, bottom = _box(picture)
    step = (right - left) / len(_grid(picture))
    wide = 2  # the edge itself is grey
    while wide < 6 * step and _is_white(picture, left - wide - 1, top - wide - 1, right + wide + 1, bottom + wide + 1):
        wide += 1
    return wide / step


def _is_white(picture: Image.Image, left: int, top: int, right: int, bottom: int) -> bool:
    rows = [picture.crop((left, at, right, at + 1)) for at in (top, bottom - 1)]
    columns = [picture.crop((at, top, at + 1, bottom)) for at in (left, right - 1)]
    return all(one.getextrema()[0] > 200 for one in (*rows, *columns))


def _box(picture: Image.Image) -> tuple[int, int, int, int]:
    """The corners of the code, from its eyes."""
    eyes = _eyes(picture)
    left = min(x for x, _, _ in eyes)
    _, first, length = min((eye for eye in eyes if abs(eye[0] - left) < 2), key=lambda eye: eye[1])
    side = max(x + width for x, _, width in eyes) - left
    top = round(first - length * 2 / 7)
    return left, top, left + side, top + side


def _eyes(picture: Image.Image) -> list[tuple[int, int, int]]:
    """The three eyes: where black and white run 1 1 3 1 1 in so many rows under one another. The left edge, the first
    of these rows, and the width of each."""
    black = picture.point(lambda grey: 255 if grey < 128 else 0)
    rows = {y: list(_in_row(black, y)) for y in range(picture.height)}
    eyes = []
    for y, found in rows.items():
        for x, length in found:
            under = [(x, length) in rows.get(y + more, []) for more in range(-1, length * 3 // 7 - 1)]
            if not under[0] and all(under[1:]):
                eyes.append((x, y, length))
    assert len(eyes) == 3, f"{len(eyes)} eyes of a code on this page"
    return eyes


def _in_row(black: Image.Image, y: int) -> Iterator[tuple[int, int]]:
    runs: list[tuple[int, int, bool]] = []
    row, start = black.crop((0, y, black.width, y + 1)).tobytes(), 0
    for x in range(1, len(row) + 1):
        if x == len(row) or (row[x] > 0) != (row[start] > 0):
            runs.append((start, x - start, row[start] > 0))
            start = x
    for at in range(len(runs) - 4):
        five = runs[at : at + 5]
        lengths = [length for _, length, _ in five]
        step = sum(lengths) / 7
        wanted = (1, 1, 3, 1, 1)
        if five[0][2] and step >= 2 and all(abs(n / step - w) < 0.35 for n, w in zip(lengths, wanted, strict=True)):
            yield five[0][0], sum(lengths)


def _grid(picture: Image.Image) -> Grid:
    left, top, right, _ = _box(picture)
    side = right - left
    eye = _eyes(picture)[0][2]
    count = round((side / (eye / 7) - 17) / 4) * 4 + 17
    step = side / count
    return [
        [picture.getpixel((int(left + (c + 0.5) * step), int(top + (r + 0.5) * step))) < 128 for c in range(count)]
        for r in range(count)
    ]


def _format(grid: Grid) -> tuple[int, int]:
    around = [(8, c) for c in (0, 1, 2, 3, 4, 5, 7, 8)]
    bits = _number([grid[r][c] for r, c in around][:5]) ^ 0b10101
    return bits >> 3, bits & 7


def _way(size: int, version: int) -> Iterator[tuple[int, int]]:
    """The squares that hold words, in their order: two columns at a time from the right, up and down by turns."""
    column, up = size - 1, True
    while column > 0:
        column -= column == 6
        for r in range(size - 1, -1, -1) if up else range(size):
            for c in (column, column - 1):
                if not _fixed(r, c, size, version):
                    yield r, c
        column, up = column - 2, not up


def _fixed(r: int, c: int, size: int, version: int) -> bool:
    eyes = (r < 9 and (c < 9 or c >= size - 8)) or (r >= size - 8 and c < 9)
    said = version >= 7 and ((r < 6 and c >= size - 11) or (c < 6 and r >= size - 11))
    at = (6, *_ALIGNED[version])
    last = at[-1]
    small = any(
        abs(r - y) < 3 and abs(c - x) < 3 for y in at for x in at if (y, x) not in ((6, 6), (6, last), (last, 6))
    )
    return eyes or said or small or r == 6 or c == 6


def _in_order(codewords: Sequence[int], lengths: Sequence[int]) -> bytes:
    blocks: list[list[int]] = [[] for _ in lengths]
    stream = iter(codewords)
    for at in range(max(lengths)):
        for block, length in zip(blocks, lengths, strict=True):
            if at < length:
                block.append(next(stream))
    return bytes(one for block in blocks for one in block)


def _words(data: bytes) -> str:
    bits = [bool(byte >> shift & 1) for byte in data for shift in range(7, -1, -1)]
    assert _number(bits[:4]) == 4, "not written as bytes"
    length = _number(bits[4:12])
    return bytes(_number(bits[12 + 8 * at : 20 + 8 * at]) for at in range(length)).decode()


def _number(bits: Sequence[bool]) -> int:
    return int("".join("1" if bit else "0" for bit in bits), 2)
