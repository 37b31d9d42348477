-- Made from tables.py by `python -m tablebook.book.tables`; do not edit by hand.

CREATE TABLE book (
  id TEXT NOT NULL,
  made_us BIGINT NOT NULL,
  made_offset_min BIGINT NOT NULL,
  program TEXT NOT NULL,
  PRIMARY KEY (id)
);

CREATE TABLE entry (
  book TEXT NOT NULL,
  chain TEXT NOT NULL,
  seq BIGINT NOT NULL,
  hash TEXT NOT NULL,
  header TEXT NOT NULL,
  salt BLOB,
  body TEXT,
  kind TEXT GENERATED ALWAYS AS (json_extract(header, '$.kind')) VIRTUAL,
  custody TEXT GENERATED ALWAYS AS (json_extract(header, '$.custody')) VIRTUAL,
  at_us BIGINT GENERATED ALWAYS AS (json_extract(header, '$.at_us')) VIRTUAL,
  PRIMARY KEY (book, chain, seq),
  FOREIGN KEY(book) REFERENCES book (id)
);

CREATE TABLE attachment (
  book TEXT NOT NULL,
  digest TEXT NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY (book, digest),
  FOREIGN KEY(book) REFERENCES book (id)
);

CREATE TABLE plan_draft (
  book TEXT NOT NULL,
  article TEXT NOT NULL,
  blocks TEXT NOT NULL,
  base TEXT NOT NULL,
  updated_us BIGINT NOT NULL,
  updated_offset_min BIGINT NOT NULL,
  PRIMARY KEY (book, article),
  FOREIGN KEY(book) REFERENCES book (id)
);

CREATE TABLE plan_step (
  book TEXT NOT NULL,
  article TEXT NOT NULL,
  way TEXT NOT NULL,
  depth BIGINT NOT NULL,
  blocks TEXT NOT NULL,
  base TEXT NOT NULL,
  PRIMARY KEY (book, article, way, depth),
  FOREIGN KEY(book) REFERENCES book (id)
);

CREATE TABLE plan_article (
  book TEXT NOT NULL,
  article TEXT NOT NULL,
  rationale TEXT NOT NULL,
  priority TEXT NOT NULL,
  limits TEXT NOT NULL,
  PRIMARY KEY (book, article),
  FOREIGN KEY(book) REFERENCES book (id)
);

CREATE TABLE plan_note (
  book TEXT NOT NULL,
  id TEXT NOT NULL,
  at_us BIGINT NOT NULL,
  at_offset_min BIGINT NOT NULL,
  who TEXT NOT NULL,
  place TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (book, id),
  FOREIGN KEY(book) REFERENCES book (id)
);

CREATE TABLE plan_value (
  book TEXT NOT NULL,
  "key" TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (book, "key"),
  FOREIGN KEY(book) REFERENCES book (id)
);
