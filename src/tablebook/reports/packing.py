"""A PDF's objects written to the file, the thousands of tags packed together: a fifth of their size."""

from __future__ import annotations

import zlib
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFIndirectObject, PDFObject

_TOGETHER = 200  # tags in one stream: a reader unpacks a whole stream to see one of them
_PLAIN, _PACKED = 1, 2


class Packed(PDFObject):
    """An object already spelled as the file wants it, to be packed together with others."""

    __RefOnly__ = 1

    def __init__(self) -> None:
        self.body = ""


def pack(document: Any) -> None:
    """Have the document written with its :class:`Packed` objects packed; the library writes every object by itself."""
    document.format = lambda: _written(document)


def _written(document: Any) -> bytes:
    file = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places: dict[int, tuple[int, int, int]] = {}
    packed: list[tuple[int, bytes]] = []
    number = 1
    while number in document.numberToId:  # more may come while one is written
        name = document.numberToId[number]
        thing = document.idToObject[name]
        if isinstance(thing, Packed):
            packed.append((number, thing.body.encode("ascii")))
        else:
            places[number] = _PLAIN, len(file), 0
            file += PDFIndirectObject(name, thing).format(document)
        number += 1
    for start in range(0, len(packed), _TOGETHER):
        some = packed[start : start + _TOGETHER]
        places[number] = _PLAIN, len(file), 0
        file += _stream(number, *_joined([body for _, body in some], [one for one, _ in some]))
        places.update({one: (_PACKED, number, index) for index, (one, _) in enumerate(some)})
        number += 1
    places[number] = _PLAIN, len(file), 0
    return bytes(file + _table(document, number, places))


def _joined(bodies: list[bytes], numbers: list[int]) -> tuple[str, bytes]:
    """Objects one after the other, behind a list of which one begins where."""
    at, begins = 0, []
    for number, body in zip(numbers, bodies, strict=True):
        begins.append(f"{number} {at}")
        at += len(body) + 1
    head = " ".join(begins).encode("ascii") + b"\n"
    return f"/Type/ObjStm/N {len(bodies)}/First {len(head)}", head + b"\n".join(bodies)


def _table(document: Any, number: int, places: dict[int, tuple[int, int, int]]) -> bytes:
    """Where each object is, and where reading begins."""
    rows = [(0, 0, 65535), *(places[one] for one in range(1, number + 1))]
    packed = b"".join(kind.to_bytes(1) + at.to_bytes(4) + index.to_bytes(2) for kind, at, index in rows)
    root, info = (document.Reference(one).format(document).decode() for one in (document.Catalog, document.info))
    marks = document.ID().split(b"\n%")[0].decode().strip()
    facts = f"/Type/XRef/W[1 4 2]/Size {number + 1}/Root {root}/Info {info}/ID {marks}"
    start = places[number][1]
    return _stream(number, facts, packed) + f"startxref\n{start}\n%%EOF\n".encode("ascii")


def _stream(number: int, facts: str, content: bytes) -> bytes:
    packed = zlib.compress(content)
    head = f"{number} 0 obj\n<<{facts}/Filter/FlateDecode/Length {len(packed)}>>\nstream\n"
    return head.encode("ascii") + packed + b"\nendstream\nendobj\n"
