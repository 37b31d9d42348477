"""The next printed label in a list's own style: "a." then "b.", "(iv)" then "(v)", "12.1" then "12.2", "•" again."""

from __future__ import annotations

import re

from tablebook.domain.contract import roman_value

_PARTS = re.compile(r"^(.*?)([A-Za-z]+|\d+)([^A-Za-z0-9]*)$")


def next_label(label: str, before: str = "") -> str:
    """The label after `label`; `before` is the label above it, which tells "(i)" the letter from "(i)" the numeral."""
    match = _PARTS.match(label)
    if match is None:
        return label
    head, counter, tail = match.groups()
    return f"{head}{_next(counter, _counter(before))}{tail}"


def same_style(label: str, other: str) -> bool:
    """Whether two labels are of one list: "12.1" and "12.4", "(a)" and "(c)", but not "a." and "A."."""
    one, two = _PARTS.match(label), _PARTS.match(other)
    if one is None or two is None:
        return bool(label) and label == other
    alike = [match.group(2).isdigit() or match.group(2).isupper() * 2 for match in (one, two)]
    return (one.group(1), alike[0], one.group(3)) == (two.group(1), alike[1], two.group(3))


def _counter(label: str) -> str:
    match = _PARTS.match(label)
    return match.group(2) if match else ""


def _next(counter: str, before: str) -> str:
    if counter.isdigit():
        return str(int(counter) + 1).zfill(len(counter))
    if _is_roman(counter, before):
        numeral = _roman((roman_value(counter) or 0) + 1)
        return numeral if counter.isupper() else numeral.lower()
    return _next_letters(counter)


def _is_roman(counter: str, before: str) -> bool:
    """A single letter is a numeral only where the label before says so, or at "i", which nearly always begins one."""
    value = roman_value(counter)
    if value is None:
        return False
    if before:
        return roman_value(before) == value - 1
    return len(counter) > 1 or counter in "iI"


def _next_letters(counter: str) -> str:
    last = counter[-1]
    if last not in "zZ":
        doubled = len(counter) > 1 and len(set(counter)) == 1
        following = chr(ord(last) + 1)
        return following * len(counter) if doubled else counter[:-1] + following
    return ("a" if last == "z" else "A") * (len(counter) + 1)


def _roman(value: int) -> str:
    figures = (
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
        (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    )  # fmt: skip
    written = ""
    for worth, figure in figures:
        written += figure * (value // worth)
        value %= worth
    return written
