"""Full-text search over the Record. Derived from the entries: made anew whenever it does not match them."""

from __future__ import annotations

from collections.abc import Iterable

from tablebook.book.connection import Db, transaction
from tablebook.domain import record as r
from tablebook.domain.codes import Custody
from tablebook.domain.dataclass import dataclass
from tablebook.domain.record import Body, Entry, EntryId
from tablebook.domain.text import lines_from_blocks

INSERT = "INSERT INTO {0}search_text (chain, seq, title, words) VALUES (?, ?, ?, ?)"

_TABLE = """CREATE VIRTUAL TABLE {0}search_text USING fts5
(chain UNINDEXED, seq UNINDEXED, title, words, tokenize = 'unicode61 remove_diacritics 2')"""
# Without this a deleted row's words would stay in the index.
_SECURE_DELETE = "INSERT INTO {0}search_text (search_text, rank) VALUES ('secure-delete', 1)"

_FIND = """
SELECT chain, seq, (SELECT kind FROM entry e WHERE e.book = ?1 AND e.chain = t.chain AND e.seq = t.seq),
       (SELECT custody FROM entry e WHERE e.book = ?1 AND e.chain = t.chain AND e.seq = t.seq),
       highlight(search_text, 2, char(2), char(3)), snippet(search_text, 3, char(2), char(3), '…', 24)
FROM search_text t WHERE search_text MATCH ?2 ORDER BY rank LIMIT ?3
"""

_OPEN, _CLOSE = "\x02", "\x03"
_MOST_TERMS = 24


@dataclass(frozen=True, slots=True)
class SnippetPart:
    """A stretch of found text; ``found`` is what was searched for."""

    text: str
    found: bool = False


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One place where the words stand. ``entry`` is None for a hit in the Plan, which ``article`` then names."""

    kind: str
    custody: Custody
    title: tuple[SnippetPart, ...]
    words: tuple[SnippetPart, ...]
    entry: EntryId | None = None
    article: str = ""

    @property
    def private(self) -> bool:
        """Whether it is ours alone and must not be drawn while the window is shared."""
        return self.custody is Custody.PLAN


def searchable(entry: Entry) -> bool:
    """Whether the entry has words that are searched."""
    return isinstance(entry.body, _SEARCHED)


def words_of(body: Body) -> tuple[str, str]:
    """What is searched of an entry: its title and its words."""
    match body:
        case r.NoteTaken():
            title, words = f"{body.place} {body.who}", body.text
        case r.TextPassed() | r.TextPrepared():
            said = (body.prose, body.conditions, body.note if isinstance(body, r.TextPassed) else "")
            texts = (lines_from_blocks(part.blocks) for part in body.parts)
            title, words = f"{body.article} {body.label} {body.title}", "\n".join((*texts, *said))
        case r.PackageOffered():
            title, words = body.label, body.terms
        case r.PassWithdrawn() | r.PassRejected():
            title, words = f"{body.article} {body.label} {body.package}", f"{body.words} {body.reason}"
        case r.Agreed():
            title, words = body.label, f"{body.conditions} {body.note}"
        case r.AgreementReopened():
            title, words = body.agreement, f"{body.words} {body.reason}"
        case r.Corrected():
            title, words = body.author, f"{body.text} {body.reason}"
        case r.PaperReceived():
            title, words = body.name, f"{body.answers} {body.note}"
        case r.InformationRequested() | r.InformationGiven():
            title, words = body.label, body.text
        case _:
            title, words = _of_ratification(body)
    return _plain(title), _plain(words)


def _of_ratification(body: Body) -> tuple[str, str]:
    match body:
        case r.VoteSet():
            return body.vote, body.question
        case r.BoardVoted():
            return body.vote, f"{body.motion} {body.changes}"
        case r.SentBack():
            return body.vote, f"{body.reason} {body.rule}"
        case r.SummaryWritten():
            return body.agreement, body.text
    return "", ""


_SEARCHED = (
    r.NoteTaken,
    r.TextPassed,
    r.TextPrepared,
    r.PackageOffered,
    r.PassWithdrawn,
    r.PassRejected,
    r.Agreed,
    r.AgreementReopened,
    r.Corrected,
    r.PaperReceived,
    r.VoteSet,
    r.BoardVoted,
    r.SentBack,
    r.SummaryWritten,
    r.InformationRequested,
    r.InformationGiven,
)


def _plain(words: str) -> str:
    return " ".join(words.replace(_OPEN, " ").replace(_CLOSE, " ").split(" ")).strip()


def index_row(entry: Entry) -> tuple[str, int, str, str]:
    """The entry's row in the search table."""
    assert entry.body is not None
    return entry.chain, entry.seq, *words_of(entry.body)


def matches(db: Db, entries: Iterable[Entry]) -> bool:
    """Whether the stored search table is there and covers exactly these entries."""
    there = db.execute("SELECT 1 FROM sqlite_master WHERE name = 'search_text_docsize'").fetchone()
    if not there:
        return False
    (count,) = db.execute("SELECT count(*) FROM search_text_docsize").fetchone()
    return bool(count == sum(map(searchable, entries)))


def rebuild(db: Db, entries: Iterable[Entry], where: str = "") -> None:
    """Make the search table anew; ``where`` is "temp." on a connection that cannot write to the book."""
    with transaction(db):
        db.execute(f"DROP TABLE IF EXISTS {where}search_text")
        make(db, where)
        db.executemany(INSERT.format(where), (index_row(entry) for entry in entries if searchable(entry)))


def make(db: Db, where: str = "") -> None:
    """An empty search table."""
    db.execute(_TABLE.format(where))
    db.execute(_SECURE_DELETE.format(where))


def find(db: Db, book: str, text: str, limit: int) -> tuple[SearchHit, ...]:
    """The entries that have all these words, best first. Any text may be typed: nothing in it is an operator, but
    words in quotes must stand together, and the last word may be half typed."""
    query = to_query(text)
    if not query:
        return ()
    rows = db.execute(_FIND, (book, query, limit)).fetchall()
    return tuple(
        SearchHit(kind, Custody(custody), marked(title), marked(words), EntryId(f"{chain}:{seq}"))
        for chain, seq, kind, custody, title, words in rows
    )


def terms(text: str) -> list[str]:
    """The words and quoted phrases that are looked for."""
    pieces = text.replace("“", '"').replace("”", '"').replace("\0", " ").split('"')
    found: list[str] = []
    for index, piece in enumerate(pieces):
        quoted = index % 2 == 1 and index < len(pieces) - 1
        found.extend([piece] if quoted else piece.split())
    return [term for term in found if any(char.isalnum() for char in term)][:_MOST_TERMS]


def to_query(text: str) -> str:
    """The text as a query in which nothing is an operator; empty where there is nothing to look for."""
    quoted = [f'"{term}"' for term in terms(text)]
    if quoted and not text.rstrip().endswith(('"', "”")) and not text.endswith(" "):
        quoted[-1] += "*"
    return " AND ".join(quoted)


def marked(text: str) -> tuple[SnippetPart, ...]:
    """Text with marks around what was found, as parts."""
    parts: list[SnippetPart] = []
    for index, piece in enumerate(text.replace(_CLOSE, _OPEN).split(_OPEN)):
        if piece:
            parts.append(SnippetPart(piece, found=index % 2 == 1))
    return tuple(parts)
