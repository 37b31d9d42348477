"""What the standard says of the order of elements and of tracked changes, asked of a written file."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PPR = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
).split()
_TCPR = (
    "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark headers "
    "cellIns cellDel cellMerge tcPrChange"
).split()
_CHANGES = {
    "ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "cellIns", "cellDel", "moveFromRangeStart",
    "moveToRangeStart",
}  # fmt: skip
_IN_RUN_TRACK = {
    "r",
    "sdt",
    "ins",
    "del",
    "bookmarkStart",
    "bookmarkEnd",
    "oMath",
    "oMathPara",
    "smartTag",
    "customXml",
}
_RPR_FIRST = ("ins", "del", "moveFrom", "moveTo")


def faults(data: bytes) -> list[str]:
    """Each rule that a file breaks; an empty list for a good one."""
    found: list[str] = []
    file = zipfile.ZipFile(BytesIO(data))
    names = file.namelist()
    if len(set(names)) != len(names):
        found.append("a part stands twice")
    types = file.read("[Content_Types].xml").decode()
    ids: list[str] = []
    for name in names:
        if not name.endswith((".xml", ".rels")):
            continue
        root = etree.fromstring(file.read(name))
        if name.endswith(".rels"):
            found += _dead_targets(root, set(names), name)
        if not name.startswith("word/"):
            continue
        if f'"/{name}"' not in types and not name.endswith(".rels") and 'Extension="xml"' not in types:
            found.append(f"{name} has no type")
        found += [f"{name}: {fault}" for fault in _of_part(root)]
        found += _dead_references(file, name, root, names)
        ids += [one.get(W + "id") for one in root.iter() if _local(one) in _CHANGES and one.get(W + "id")]
    twice = {one for one in ids if ids.count(one) > 1} if len(ids) < 5000 else set()
    found += [f"number {one} stands twice" for one in sorted(twice)[:3]]
    return found


def _local(element: Any) -> str:
    return element.tag[len(W) :] if isinstance(element.tag, str) and element.tag.startswith(W) else ""


def _dead_targets(root: Any, names: set[str], name: str) -> list[str]:
    return [
        f"{name} leads to {rel.get('Target')}"
        for rel in root
        if rel.get("TargetMode") != "External"
        and rel.get("Target", "").startswith("/")
        and rel.get("Target")[1:] not in names
    ]


def _dead_references(file: zipfile.ZipFile, name: str, root: Any, names: list[str]) -> list[str]:
    wanted = {value for one in root.iter() for key, value in one.attrib.items() if key.startswith(R) and value}
    folder, _, last = name.rpartition("/")
    rels = f"{folder}/_rels/{last}.rels"
    known = {rel.get("Id") for rel in etree.fromstring(file.read(rels))} if rels in names else set()
    return [f"{name}: {one} leads nowhere" for one in sorted(wanted - known)]


def _of_part(root: Any) -> list[str]:
    found: list[str] = []
    for element in root.iter():
        local = _local(element)
        check = _CHECKS.get(local)
        if check:
            found += check(element)
        if local in _CHANGES and not (element.get(W + "author") and element.get(W + "date")):
            found.append(f"{local} names no author or date")
    starts = [one.get(W + "name") for kind in ("moveFrom", "moveTo") for one in root.iter(f"{W}{kind}RangeStart")]
    found += [f"the move {name} has one end" for name in set(starts) if starts.count(name) != 2]
    for kind in ("bookmark", "moveFromRange", "moveToRange"):
        begun = sorted(one.get(W + "id") or "" for one in root.iter(f"{W}{kind}Start"))
        ended = sorted(one.get(W + "id") or "" for one in root.iter(f"{W}{kind}End"))
        if begun != ended:
            found.append(f"{kind}s begin and do not end, or the reverse")
    return found


def _ordered(element: Any, order: list[str]) -> list[str]:
    places = [order.index(_local(child)) for child in element if _local(child) in order]
    if places != sorted(places):
        return [f"{_local(element)} out of order: {[_local(child) for child in element]}"]
    return [] if len(set(places)) == len(places) else [f"{_local(element)} says one thing twice"]


def _paragraph(element: Any) -> list[str]:
    places = [at for at, child in enumerate(element) if _local(child) == "pPr"]
    return [] if places in ([], [0]) else ["pPr is not first"]


def _run(element: Any) -> list[str]:
    found = (
        [] if [at for at, child in enumerate(element) if _local(child) == "rPr"] in ([], [0]) else ["rPr is not first"]
    )
    nearest = next(element.iterancestors(W + "del", W + "ins", W + "txbxContent", W + "p"), None)
    struck = nearest is not None and (
        _local(nearest) == "del" or (_local(nearest) == "ins" and _local(nearest.getparent()) == "del")
    )
    for child in element:
        if struck and _local(child) in ("t", "instrText"):
            found.append(f"{_local(child)} in del")
        if not struck and _local(child) in ("delText", "delInstrText"):
            found.append(f"{_local(child)} outside del")
    return found


def _text(element: Any) -> list[str]:
    text = element.text or ""
    kept = element.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
    return [] if text == text.strip() or kept else [f"spaces of {text!r} are not kept"]


def _look(element: Any) -> list[str]:
    locals_ = [_local(child) for child in element]
    found = (
        [] if "rPrChange" not in locals_ or locals_.index("rPrChange") == len(locals_) - 1 else ["rPrChange not last"]
    )
    marks = [at for at, name in enumerate(locals_) if name in _RPR_FIRST]
    if marks and marks != list(range(len(marks))):
        found.append("a paragraph end's mark is not first")
    return found


def _tracked(element: Any) -> list[str]:
    if _local(element.getparent()) in ("rPr", "trPr", "ctrlPr"):
        return [] if not len(element) else ["a mark with content"]
    return [
        f"{_local(element)} holds {child.tag}"
        for child in element
        if isinstance(child.tag, str) and child.tag.rpartition("}")[2] not in _IN_RUN_TRACK
    ]


def _row(element: Any) -> list[str]:
    return [] if element.find(f".//{W}tc") is not None else ["a row without cells"]


def _row_properties(element: Any) -> list[str]:
    locals_ = [_local(child) for child in element]
    at = [k for k, name in enumerate(locals_) if name in ("ins", "del")]
    return [] if not at or at[-1] == len(locals_) - 1 or locals_[-1] == "trPrChange" else ["trPr out of order"]


def _cell(element: Any) -> list[str]:
    content = [child for child in element if _local(child) in ("p", "tbl", "sdt")]
    found = [] if content and _local(content[-1]) in ("p", "sdt") else ["a cell does not end in a paragraph"]
    properties = [at for at, child in enumerate(element) if _local(child) == "tcPr"]
    return found if properties in ([], [0]) else [*found, "tcPr is not first"]


def _body(element: Any) -> list[str]:
    places = [at for at, child in enumerate(element) if _local(child) == "sectPr"]
    return [] if places in ([], [len(element) - 1]) else ["the body's sectPr is not last"]


_CHECKS = {
    "pPr": lambda one: _ordered(one, _PPR),
    "tcPr": lambda one: _ordered(one, _TCPR),
    "p": _paragraph, "r": _run, "t": _text, "delText": _text, "rPr": _look, "ins": _tracked, "del": _tracked,
    "moveFrom": _tracked, "moveTo": _tracked, "tr": _row, "trPr": _row_properties, "tc": _cell, "body": _body,
}  # fmt: skip
