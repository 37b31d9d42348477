"""Pages as pictures for the preview."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

from PIL import Image

from tablebook.reports.preview import page_pictures
from tests.unit.reports import class_size, printed

LONG = replace(class_size.redline(), blocks=class_size.u4_blocks() * 3)


def test_each_page_becomes_a_picture_of_the_width_asked_for() -> None:
    data = printed.pdf(LONG)
    pictures = list(page_pictures(data, 425))
    assert [picture.number for picture in pictures] == list(range(1, len(printed.pages(data)) + 1))
    assert {picture.pages for picture in pictures} == {len(pictures)}
    for picture in pictures:
        assert (picture.width, picture.height) == (425, 550)
        assert len(picture.rgb) == 425 * 550 * 3


def test_the_colours_are_in_the_right_order() -> None:
    (picture,) = page_pictures(printed.pdf(class_size.proposal()), 850)
    image = Image.frombytes("RGB", (picture.width, picture.height), picture.rgb)
    assert image.getpixel((3, 3)) == (255, 255, 255)
    assert (0x1B, 0x5A, 0xA6) in {image.getpixel((71, y)) for y in range(300, 400)}  # the union's margin bar


def test_only_the_pages_asked_for_are_drawn() -> None:
    assert [picture.number for picture in page_pictures(printed.pdf(LONG), 100, first=2, last=2)] == [2]
    assert [picture.number for picture in page_pictures(printed.pdf(class_size.proposal()), 100, first=1, last=9)] == [
        1
    ]


def test_a_picture_can_be_a_png() -> None:
    (picture,) = page_pictures(printed.pdf(class_size.proposal()), 200)
    with Image.open(BytesIO(picture.png())) as image:
        assert image.size == (picture.width, picture.height)
        assert image.tobytes() == picture.rgb
