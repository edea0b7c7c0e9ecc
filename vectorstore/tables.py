"""The tables of the catalogue as they are now; `migrations` brings an older store to this shape."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, MetaData, Table, Text

metadata = MetaData()


def _report_key() -> Column[int]:
    return Column("report", Integer, ForeignKey("reports.key", ondelete="CASCADE"), nullable=False, index=True)


reports = Table(
    "reports",
    metadata,
    Column("key", Integer, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    Column("summary", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("original", Text, nullable=False),
    Column("original_name", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("reader", Text, nullable=False),
    Column("added_at", Text, nullable=False),
    sqlite_autoincrement=True,
)

passages = Table(
    "passages",
    metadata,
    Column("key", Integer, primary_key=True, autoincrement=True),
    _report_key(),
    Column("id", Text, nullable=False, unique=True),
    Column("payload", Text, nullable=False),
    sqlite_autoincrement=True,
)

vectors = Table(
    "vectors",
    metadata,
    Column("report", Integer, ForeignKey("reports.key", ondelete="CASCADE"), primary_key=True),
    Column("data", LargeBinary, nullable=False),
)

figures = Table(
    "figures",
    metadata,
    Column("key", Integer, primary_key=True),
    _report_key(),
    Column("id", Text, nullable=False, index=True),
    Column("payload", Text, nullable=False),
)

cited = Table(
    "cited_documents",
    metadata,
    Column("key", Integer, primary_key=True),
    _report_key(),
    Column("id", Text, nullable=False, index=True),
    Column("payload", Text, nullable=False),
)

findings = Table(
    "findings",
    metadata,
    Column("key", Integer, primary_key=True),
    _report_key(),
    Column("id", Text, nullable=False, index=True),
    Column("payload", Text, nullable=False),
)

facts = Table(
    "facts",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

pending = Table(
    "index_pending",
    metadata,
    Column("report", Integer, primary_key=True),
    Column("action", Text, nullable=False),
)

answers = Table(
    "answers",
    metadata,
    Column("id", Text, primary_key=True),
    Column("question", Text, nullable=False),
    Column("payload", Text, nullable=False),
    Column("asked_at", Text, nullable=False),
)

feedback = Table(
    "feedback",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("answer", Text, ForeignKey("answers.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("right", Integer, nullable=False),
    Column("reason", Text, nullable=False),
    Column("given_at", Text, nullable=False),
)

corrections = Table(
    "corrections",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("report", Text, nullable=False, index=True),
    Column("figure", Text, nullable=False),
    Column("undone", Integer, nullable=False),
    Column("change", Text, nullable=False),
    Column("printed", Text, nullable=False),
    Column("quote", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("made_at", Text, nullable=False),
)

audits = Table(
    "audits",
    metadata,
    Column("report", Text, primary_key=True),
    Column("payload", Text, nullable=False),
)

versions = Table(
    "versions",
    metadata,
    Column("report", Text, primary_key=True),
    Column("leader", Text, nullable=False, index=True),
    Column("relation", Text, nullable=False),
    Column("payload", Text, nullable=False),
)

parted = Table(
    "parted",
    metadata,
    Column("report", Text, primary_key=True),
    Column("other", Text, primary_key=True),
)

drafts = Table(
    "drafts",
    metadata,
    Column("id", Text, primary_key=True),
    Column("section", Text, nullable=False),
    Column("report", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("payload", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("saved_at", Text, nullable=False),
)

draft_versions = Table(
    "draft_versions",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("draft", Text, ForeignKey("drafts.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("number", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("payload", Text, nullable=False),
    Column("saved_at", Text, nullable=False),
)

talks = Table(
    "talks",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("reports", Text, nullable=False),
    Column("changed_at", Text, nullable=False),
)

talk_answers = Table(
    "talk_answers",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("talk", Text, ForeignKey("talks.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("answer", Text, ForeignKey("answers.id", ondelete="CASCADE"), nullable=False, index=True),
)
