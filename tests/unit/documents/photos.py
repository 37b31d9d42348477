"""A printed page made to look like a photo of it: on a table, slanting, turned, blurred, grainy, in uneven light."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageChops, ImageFilter

Corner = tuple[float, float]


def photo(
    sheet: Image.Image,
    width: int = 2000,
    turned: float = 0,
    slant: float = 0,
    blur: float = 0,
    grain: float = 0,
    shade: float = 0,
    quality: int = 80,
) -> bytes:
    """The page in the middle of a dark table, as a JPEG of this width. The same page always gives the same photo but
    for the grain."""
    wide, high = int(sheet.width * 1.3), int(sheet.height * 1.2)
    picture = Image.new("L", (wide, high), 90)
    picture.paste(sheet.convert("L"), (int(sheet.width * 0.15), int(sheet.height * 0.1)))
    if slant:
        corners = [(0.0, 0.0), (wide, 0.0), (wide, high), (0.0, high)]
        to = [(wide * slant, high * slant / 2), (wide * (1 - slant / 3), 0.0), (wide, high), (0.0, high * 0.9)]
        way = Image.Transform.PERSPECTIVE
        picture = picture.transform(picture.size, way, _way(corners, to), Image.Resampling.BICUBIC, fillcolor=90)
    picture = picture.rotate(turned, Image.Resampling.BICUBIC, expand=True, fillcolor=90)
    picture = picture.resize((width, round(picture.height * width / picture.width)), Image.Resampling.LANCZOS)
    if blur:
        picture = picture.filter(ImageFilter.GaussianBlur(blur))
    if shade:
        light = Image.linear_gradient("L").rotate(90).resize(picture.size)
        picture = ImageChops.multiply(picture, light.point(lambda grey: int(255 * (1 - shade) + grey * shade)))
    if grain:
        picture = ImageChops.add(picture, Image.effect_noise(picture.size, grain), offset=-128)
    stream = BytesIO()
    picture.save(stream, "JPEG", quality=quality)
    return stream.getvalue()


def _way(source: list[Corner], target: list[Corner]) -> list[float]:
    """The eight numbers by which each target corner is taken from its source."""
    rows: list[list[float]] = []
    for (u, v), (x, y) in zip(source, target, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y, u], [0, 0, 0, x, y, 1, -v * x, -v * y, v]]
    for at in range(8):
        best = max(range(at, 8), key=lambda row: abs(rows[row][at]))
        rows[at], rows[best] = rows[best], rows[at]
        rows[at] = [value / rows[at][at] for value in rows[at]]
        for row in range(8):
            if row != at:
                factor = rows[row][at]
                rows[row] = [a - factor * b for a, b in zip(rows[row], rows[at], strict=True)]
    return [row[8] for row in rows]
