"""What a Word file says of the people and computers that made it is not sent along."""

from __future__ import annotations

from tablebook.documents.tracked.names import R, W, is_element, remove
from tablebook.documents.tracked.package import WordFile

_KEPT = frozenset(("title", "subject", "category", "language"))
_PLAIN = frozenset(("Template", "Pages", "Words", "Characters", "Lines", "Paragraphs", "AppVersion", "DocSecurity"))
_PATHS = tuple(W + name for name in ("attachedTemplate", "mailMerge", "docVars", "printerSettings"))
"""What holds paths on somebody's disk, names of printers, and the values of macros."""


def without_names(file: WordFile) -> None:
    """Take out authors, editors, managers, companies, times of saving, paths, printers, and properties that a system
    added."""
    for kind, kept in (("core-properties", _KEPT), ("extended-properties", _PLAIN)):
        part = next((rel.target for rel in file.rels("").values() if rel.kind.endswith(f"/{kind}")), None)
        if part is None or part not in file.parts:
            continue
        root = file.tree(part)
        for child in list(root):
            if is_element(child) and child.tag.rpartition("}")[2] not in kept:
                root.remove(child)
    for kind in ("custom-properties", "thumbnail"):
        for rel in list(file.rels("").values()):
            if rel.kind.endswith(f"/{kind}") and not rel.external:
                file.drop(rel.target)
    for part in (file.main, file.related("settings")):
        if part is not None:
            _without_paths(file, part)


def without_data(file: WordFile) -> None:
    """Take out comments, who wrote them, and the data that a document system keeps beside the text."""
    kinds = ("comments", "commentsExtended", "commentsIds", "commentsExtensible", "people", "customXml")
    for rel in list(file.rels(file.main).values()):
        if rel.kind.rpartition("/")[2] in kinds and not rel.external and rel.target in file.parts:
            for inner in list(file.rels(rel.target).values()):
                if not inner.external:
                    file.drop(inner.target)
            file.drop(rel.target)


_NOTED = tuple(W + name for name in ("commentRangeStart", "commentRangeEnd", "commentReference"))


def without_comments(file: WordFile) -> None:
    """Take out what people noted beside the text, and where in the text they noted it."""
    parts = [part for part in file.parts if part.startswith("word/") and part.endswith(".xml")]
    for part in parts:
        if b"comment" in file.parts[part]:
            for element in list(file.tree(part).iter(*_NOTED)):
                remove(element)
    without_data(file)


def _without_paths(file: WordFile, part: str) -> None:
    rels = file.rels(part)
    for element in list(file.tree(part).iter(*_PATHS)):
        for one in element.iter():
            rel = rels.pop(str(one.get(R + "id") or ""), None)
            if rel is not None and not rel.external:
                file.drop(rel.target)
        remove(element)
