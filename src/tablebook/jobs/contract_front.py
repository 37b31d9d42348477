"""What the contract's own file has above its first unit: the book keeps the file, and its outline begins below."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from tablebook.book.book import Book
from tablebook.documents.foreign import read_text_safely
from tablebook.domain.text import Block
from tablebook.errors import UserError
from tablebook.proof.front import front_of


def contract_front(book: Book) -> tuple[Block, ...]:
    """The blocks of the title page, the parties and what else comes first; none where the book has no file of the
    contract, or where its beginning cannot be told."""
    made = book.negotiation.made
    if made is None or made.source is None:
        return ()
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"contract{Path(made.source.name).suffix.lower()}"
        path.write_bytes(book.attachment(made.source.digest))
        try:
            return front_of(read_text_safely(path).blocks, made.contract)
        except UserError:
            return ()
