"""What a Word file says of the people and computers that made it is not sent along."""

from __future__ import annotations

from tablebook.documents.tracked.names import is_element
from tablebook.documents.tracked.package import WordFile

_KEPT = frozenset(("title", "subject", "category", "language"))
_PLAIN = frozenset(("Template", "Pages", "Words", "Characters", "Lines", "Paragraphs", "AppVersion", "DocSecurity"))


def without_names(file: WordFile) -> None:
    """Take out authors, editors, managers, companies, times of saving, and properties that a system added."""
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
