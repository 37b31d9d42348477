"""Two known texts, cut up into random tracked changes: accepted is the new one, rejected the old one, to the blank."""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st

from tablebook.documents.marked.meaning import read_marked
from tablebook.documents.word.marks import read_seen_docx
from tests.unit.documents.word import GONE_MARK, NEW_MARK, gone, ins, p, r, word

OTHER = 'w:id="2" w:author="Chen" w:date="2027-03-09T09:00:00Z"'
WORDS = st.text("abcdef ", min_size=1, max_size=8)
LOOKS = st.sampled_from(["", "<w:b/>", "<w:i/>", '<w:color w:val="FF0000"/>'])
STEP = st.tuples(
    st.sampled_from(["keep", "put", "take", "neither", "end", "new end", "old end", "no end"]), WORDS, LOOKS
)


@dataclass
class _Made:
    """A file's body while it is made, and the two texts it holds."""

    body: str = ""
    runs: list[str] = field(default_factory=list)
    new: list[str] = field(default_factory=lambda: [""])
    old: list[str] = field(default_factory=lambda: [""])

    def add(self, kind: str, words: str, look: str) -> None:
        if kind in ("keep", "put"):
            self.new[-1] += words
        if kind in ("keep", "take"):
            self.old[-1] += words
        made = {"keep": r(words, look), "put": ins(words, look), "take": gone(words, look)}
        self.runs.append(made.get(kind) or ins(gone(words, look, who=OTHER)))

    def end(self, kind: str) -> None:
        mark = {"end": "", "new end": NEW_MARK, "old end": GONE_MARK, "no end": NEW_MARK + GONE_MARK}[kind]
        self.body += p(*self.runs, mark=mark)
        self.runs = []
        if kind in ("end", "new end"):
            self.new.append("")
        if kind in ("end", "old end"):
            self.old.append("")


def made_of(steps: list[tuple[str, str, str]]) -> tuple[str, list[str], list[str]]:
    """The body of a file with these changes, one more at its end, and the paragraphs of the new and the old text."""
    made = _Made()
    for kind, words, look in (*steps, ("keep", "last ", ""), ("put", "word", ""), ("end", "", "")):
        if kind.endswith("end"):
            made.end(kind)
        else:
            made.add(kind, words, look)
    return made.body, [text for text in made.new if text.strip()], [text for text in made.old if text.strip()]


@settings(max_examples=150)
@given(st.lists(STEP, min_size=1, max_size=30))
def test_both_texts_come_back(steps: list[tuple[str, str, str]]) -> None:
    body, new, old = made_of(steps)
    paper = read_marked(read_seen_docx(word(body), "paper.docx"))
    assert paper.accepted_text.split("\n") == new
    assert paper.rejected_text.split("\n") == old
