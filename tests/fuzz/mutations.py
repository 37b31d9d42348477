"""Real files made wrong: bytes flipped, cut, doubled and cut off; XML edited inside its package. All from a seed."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from random import Random

ODD = (b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"99999999999", b"-1", b"%s%n", b"\r", b"\f\f", b"[" * 300, b"\xed\xa0\x80")
_TAG = re.compile(rb"<[^<>]{1,400}>")
_VALUE = re.compile(rb'="[^"]{0,80}"')


def mutated(data: bytes, seed: str) -> bytes:
    """The file with one to five things wrong with it."""
    random = Random(seed)
    if data.startswith(b"PK") and random.random() < 0.8:
        return _in_package(data, random)
    return _wrong(data, random)


def _wrong(data: bytes, random: Random) -> bytes:
    held = bytearray(data)
    for _ in range(random.randrange(1, 6)):
        if not held:
            break
        random.choice(_BYTES)(held, random)
    return bytes(held)


def _flipped(held: bytearray, random: Random) -> None:
    for _ in range(random.randrange(1, 20)):
        held[random.randrange(len(held))] = random.randrange(256)


def _cut_off(held: bytearray, random: Random) -> None:
    del held[random.randrange(len(held)) :]


def _cut_out(held: bytearray, random: Random) -> None:
    start = random.randrange(len(held))
    del held[start : start + random.randrange(1, 2000)]


def _doubled(held: bytearray, random: Random) -> None:
    start = random.randrange(len(held))
    held[start:start] = held[start : start + random.randrange(1, 2000)] * random.randrange(1, 4)


def _put_in(held: bytearray, random: Random) -> None:
    at = random.randrange(len(held))
    held[at:at] = random.choice(ODD) * random.randrange(1, 20)


def _number_changed(held: bytearray, random: Random) -> None:
    """Numbers hold a file together: lengths, counts, places, references."""
    numbers = [match.span() for match in re.finditer(rb"\d+", bytes(held[:200_000]))]
    if numbers:
        start, end = random.choice(numbers)
        held[start:end] = random.choice((b"0", b"-1", b"1", b"2147483648", b"99999999999999999999", b"1e9", b""))


_BYTES = (_flipped, _cut_off, _cut_out, _doubled, _put_in, _number_changed)


def _in_package(data: bytes, random: Random) -> bytes:
    """The package with one of its parts, most often the document itself, edited as XML."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new:
        parts = [name for name in old.namelist() if name.startswith("word/") and name.endswith(".xml")]
        chosen = "word/document.xml" if random.random() < 0.6 else random.choice(parts)
        for name in old.namelist():
            part = old.read(name)
            if name == chosen:
                if random.random() < 0.03:
                    continue
                ways = _WELL_FORMED if random.random() < 0.5 else _XML
                for _ in range(random.randrange(1, 6)):
                    part = random.choice(ways)(part, random)
            new.writestr(name, part)
    return out.getvalue()


def _span(pattern: re.Pattern[bytes], part: bytes, random: Random) -> tuple[int, int]:
    at = random.randrange(len(part)) if part else 0
    match = pattern.search(part, at) or pattern.search(part)
    return match.span() if match else (0, 0)


def _tag_lost(part: bytes, random: Random) -> bytes:
    start, end = _span(_TAG, part, random)
    return part[:start] + part[end:]


def _tag_again(part: bytes, random: Random) -> bytes:
    start, end = _span(_TAG, part, random)
    return part[:end] + part[start:end] * random.randrange(1, 60) + part[end:]


def _value_changed(part: bytes, random: Random) -> bytes:
    start, end = _span(_VALUE, part, random)
    value = random.choice((b"", b"0", b"-1", b"999999999999", b"x", b"1.5", b"none", b"\xc3\xa9", b"NaN"))
    return part[:start] + b'="' + value + b'"' + part[end:]


def _element_moved(part: bytes, random: Random) -> bytes:
    """A whole element somewhere else, in balance, so that the XML stays well-formed more often than not."""
    name = random.choice(
        (b"w:p", b"w:r", b"w:t", b"w:tbl", b"w:tc", b"w:tr", b"w:pPr", b"w:numPr", b"w:ins", b"w:del", b"w:lvl")
    )
    pattern = re.compile(b"<" + name + rb"(?: [^<>]*)?>.{0,3000}?</" + name + b">", re.DOTALL)
    start, end = _span(pattern, part, random)
    element = part[start:end]
    rest = part[:start] + part[end:] if random.random() < 0.5 else part
    at = rest.find(b"<", random.randrange(len(rest))) if rest else -1
    return rest[:at] + element * random.randrange(1, 4) + rest[at:] if at >= 0 else rest


def _renamed(part: bytes, random: Random) -> bytes:
    start, end = _span(_TAG, part, random)
    return part[:start] + part[start:end].replace(b"w:", random.choice((b"w:x", b"", b"v:", b"mc:")), 1) + part[end:]


def _bytes_wrong(part: bytes, random: Random) -> bytes:
    return _wrong(part, random)


_WELL_FORMED = (_value_changed, _element_moved)
_XML = (*_WELL_FORMED, _tag_lost, _tag_again, _renamed, _bytes_wrong)
