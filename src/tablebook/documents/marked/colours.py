"""Colours by the names that people give them."""

from __future__ import annotations

import colorsys

# Where each name begins on the circle of hues, in degrees.
_HUES = ((0, "red"), (16, "orange"), (46, "yellow"), (70, "green"), (165, "teal"), (198, "blue"), (255, "purple"),
         (290, "pink"), (345, "red"))  # fmt: skip
NAMES = {
    "red": "red", "blue": "blue", "green": "green", "purple": "purple", "violet": "purple", "orange": "orange",
    "yellow": "yellow", "pink": "pink", "magenta": "pink", "teal": "teal", "cyan": "teal", "turquoise": "teal",
    "aqua": "teal", "gray": "gray", "grey": "gray", "brown": "brown", "maroon": "red", "navy": "blue",
}  # fmt: skip


def colour_name(colour: str) -> str:
    """What a person calls "#rrggbb"; "" for none."""
    if not colour:
        return ""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    if saturation < 0.15 or light < 0.08:
        return "gray"
    if 15 <= hue * 360 < 46 and light < 0.35:
        return "brown"
    return [name for start, name in _HUES if hue * 360 >= start][-1]
