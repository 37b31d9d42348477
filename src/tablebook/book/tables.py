"""The tables of a book: the one source of ``schema.sql``. Nothing at the table imports this module.

Print the schema with ``python -m tablebook.book.tables``; a test holds ``schema.sql`` to it. Types are those that
mean the same in SQLite and PostgreSQL: text codes and ids, big integers, canonical JSON as text.
"""

from __future__ import annotations

import sys

from sqlalchemy import BigInteger, Column, Computed, ForeignKeyConstraint, LargeBinary, Text
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable, DDLElement
from sqlmodel import Field, SQLModel


class BookRow(SQLModel, table=True):
    """Whose book it is: one row today; the key lets several books stand in one database."""

    __tablename__ = "book"
    id: str = Field(primary_key=True, sa_type=Text)
    made_us: int = Field(sa_type=BigInteger)
    made_offset_min: int = Field(sa_type=BigInteger)
    program: str = Field(sa_type=Text)


class EntryRow(SQLModel, table=True):
    """The Record: an entry's header and body as the exact bytes that were hashed. A withheld body is NULL."""

    __tablename__ = "entry"
    __table_args__ = (ForeignKeyConstraint(["book"], ["book.id"]),)
    book: str = Field(primary_key=True, sa_type=Text)
    chain: str = Field(primary_key=True, sa_type=Text)
    seq: int = Field(primary_key=True, sa_type=BigInteger)
    hash: str = Field(sa_type=Text)
    header: str = Field(sa_type=Text)
    salt: bytes | None = Field(default=None, sa_type=LargeBinary)
    body: str | None = Field(default=None, sa_type=Text)
    kind: str = Field(sa_column=Column(Text, Computed("json_extract(header, '$.kind')", persisted=False)))
    custody: str = Field(sa_column=Column(Text, Computed("json_extract(header, '$.custody')", persisted=False)))
    at_us: int = Field(sa_column=Column(BigInteger, Computed("json_extract(header, '$.at_us')", persisted=False)))


class AttachmentRow(SQLModel, table=True):
    """A file byte for byte as it came, under its SHA-256."""

    __tablename__ = "attachment"
    __table_args__ = (ForeignKeyConstraint(["book"], ["book.id"]),)
    book: str = Field(primary_key=True, sa_type=Text)
    digest: str = Field(primary_key=True, sa_type=Text)
    content: bytes = Field(sa_type=LargeBinary)


class PlanDraftRow(SQLModel, table=True):
    """Plan: the text being drafted for an article, and what it started from."""

    __tablename__ = "plan_draft"
    __table_args__ = (ForeignKeyConstraint(["book"], ["book.id"]),)
    book: str = Field(primary_key=True, sa_type=Text)
    article: str = Field(primary_key=True, sa_type=Text)
    blocks: str = Field(sa_type=Text)
    base: str = Field(sa_type=Text)
    updated_us: int = Field(sa_type=BigInteger)
    updated_offset_min: int = Field(sa_type=BigInteger)


class PlanStepRow(SQLModel, table=True):
    """Plan: one step back ("undo") or forward ("redo") of a draft; the highest depth is the next one taken."""

    __tablename__ = "plan_step"
    __table_args__ = (ForeignKeyConstraint(["book"], ["book.id"]),)
    book: str = Field(primary_key=True, sa_type=Text)
    article: str = Field(primary_key=True, sa_type=Text)
    way: str = Field(primary_key=True, sa_type=Text)
    depth: int = Field(primary_key=True, sa_type=BigInteger)
    blocks: str = Field(sa_type=Text)
    base: str = Field(sa_type=Text)


class PlanArticleRow(SQLModel, table=True):
    """Plan: why, how much, and how far, for one article."""

    __tablename__ = "plan_article"
    __table_args__ = (ForeignKeyConstraint(["book"], ["book.id"]),)
    book: str = Field(primary_key=True, sa_type=Text)
    article: str = Field(primary_key=True, sa_type=Text)
    rationale: str = Field(sa_type=Text)
    priority: str = Field(sa_type=Text)
    limits: str = Field(sa_type=Text)


class PlanNoteRow(SQLModel, table=True):
    """Plan: what was said among ourselves."""

    __tablename__ = "plan_note"
    __table_args__ = (ForeignKeyConstraint(["book"], ["book.id"]),)
    book: str = Field(primary_key=True, sa_type=Text)
    id: str = Field(primary_key=True, sa_type=Text)
    at_us: int = Field(sa_type=BigInteger)
    at_offset_min: int = Field(sa_type=BigInteger)
    who: str = Field(sa_type=Text)
    place: str = Field(sa_type=Text)
    text: str = Field(sa_type=Text)


class PlanValueRow(SQLModel, table=True):
    """Plan: anything else that belongs to this book alone, as JSON by key."""

    __tablename__ = "plan_value"
    __table_args__ = (ForeignKeyConstraint(["book"], ["book.id"]),)
    book: str = Field(primary_key=True, sa_type=Text)
    key: str = Field(primary_key=True, sa_type=Text)
    value: str = Field(sa_type=Text)


ROWS = (
    BookRow,
    EntryRow,
    AttachmentRow,
    PlanDraftRow,
    PlanStepRow,
    PlanArticleRow,
    PlanNoteRow,
    PlanValueRow,
)


def schema_sql() -> str:
    """The statements that make an empty book, as SQLite reads them."""
    statements = ["-- Made from tables.py by `python -m tablebook.book.tables`; do not edit by hand."]
    dialect = sqlite.dialect()
    for row in ROWS:
        table = SQLModel.metadata.tables[str(row.__tablename__)]
        indexes = sorted(table.indexes, key=lambda index: index.name or "")
        made: list[DDLElement] = [CreateTable(table), *(CreateIndex(index) for index in indexes)]
        statements += [f"{str(each.compile(dialect=dialect)).strip()};" for each in made]
    lines = "\n\n".join(statements).replace("\t", "  ").splitlines()
    return "\n".join(line.rstrip() for line in lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(schema_sql())
