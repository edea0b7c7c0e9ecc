"""Numbered steps that bring a store to the shape this version knows. A step, once released, never changes."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Connection, text

from vectorstore.errors import StoreTooNew

STEPS: tuple[tuple[int, str, tuple[str, ...]], ...] = (
    (
        1,
        "reports, passages, ledgers, answers",
        (
            "CREATE TABLE reports (key INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,"
            " summary TEXT NOT NULL, body BLOB NOT NULL, original TEXT NOT NULL, original_name TEXT NOT NULL,"
            " digest TEXT NOT NULL, reader TEXT NOT NULL, added_at TEXT NOT NULL)",
            "CREATE TABLE passages (key INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,"
            " report INTEGER NOT NULL REFERENCES reports (key) ON DELETE CASCADE,"
            " id TEXT NOT NULL UNIQUE, payload TEXT NOT NULL)",
            "CREATE INDEX ix_passages_report ON passages (report)",
            "CREATE TABLE vectors (report INTEGER NOT NULL PRIMARY KEY REFERENCES reports (key) ON DELETE CASCADE,"
            " data BLOB NOT NULL)",
            *(
                statement
                for table in ("figures", "cited_documents", "findings")
                for statement in (
                    f"CREATE TABLE {table} (key INTEGER NOT NULL PRIMARY KEY,"
                    " report INTEGER NOT NULL REFERENCES reports (key) ON DELETE CASCADE,"
                    " id TEXT NOT NULL, payload TEXT NOT NULL)",
                    f"CREATE INDEX ix_{table}_report ON {table} (report)",
                    f"CREATE INDEX ix_{table}_id ON {table} (id)",
                )
            ),
            "CREATE TABLE facts (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL)",
            "CREATE TABLE index_pending (report INTEGER NOT NULL PRIMARY KEY, action TEXT NOT NULL)",
            "CREATE TABLE answers (id TEXT NOT NULL PRIMARY KEY, question TEXT NOT NULL, payload TEXT NOT NULL,"
            " asked_at TEXT NOT NULL)",
            "CREATE TABLE feedback (key INTEGER NOT NULL PRIMARY KEY,"
            ' answer TEXT NOT NULL REFERENCES answers (id) ON DELETE CASCADE, "right" INTEGER NOT NULL,'
            " reason TEXT NOT NULL, given_at TEXT NOT NULL)",
            "CREATE INDEX ix_feedback_answer ON feedback (answer)",
        ),
    ),
    (
        2,
        "corrections, audits beside last year's report, versions of one report, drafts",
        (
            # Named by the report's id and without a foreign key: a report that is read again is another row.
            "CREATE TABLE corrections (key INTEGER NOT NULL PRIMARY KEY, report TEXT NOT NULL, figure TEXT NOT NULL,"
            " undone INTEGER NOT NULL, change TEXT NOT NULL, printed TEXT NOT NULL, quote TEXT NOT NULL,"
            " who TEXT NOT NULL, reason TEXT NOT NULL, made_at TEXT NOT NULL)",
            "CREATE INDEX ix_corrections_report ON corrections (report)",
            "CREATE TABLE audits (report TEXT NOT NULL PRIMARY KEY, payload TEXT NOT NULL)",
            "CREATE TABLE versions (report TEXT NOT NULL PRIMARY KEY, leader TEXT NOT NULL, relation TEXT NOT NULL,"
            " payload TEXT NOT NULL)",
            "CREATE INDEX ix_versions_leader ON versions (leader)",
            "CREATE TABLE parted (report TEXT NOT NULL, other TEXT NOT NULL, PRIMARY KEY (report, other))",
            "CREATE TABLE drafts (id TEXT NOT NULL PRIMARY KEY, section TEXT NOT NULL, report TEXT NOT NULL,"
            " title TEXT NOT NULL, payload TEXT NOT NULL, revision INTEGER NOT NULL, saved_at TEXT NOT NULL)",
            "CREATE TABLE draft_versions (key INTEGER NOT NULL PRIMARY KEY,"
            " draft TEXT NOT NULL REFERENCES drafts (id) ON DELETE CASCADE,"
            " number INTEGER NOT NULL, name TEXT NOT NULL, payload TEXT NOT NULL, saved_at TEXT NOT NULL)",
            "CREATE INDEX ix_draft_versions_draft ON draft_versions (draft)",
        ),
    ),
    (
        3,
        "conversations",
        (
            "CREATE TABLE talks (key INTEGER NOT NULL PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL,"
            " who TEXT NOT NULL, reports TEXT NOT NULL, changed_at TEXT NOT NULL)",
            "CREATE TABLE talk_answers (key INTEGER NOT NULL PRIMARY KEY,"
            " talk TEXT NOT NULL REFERENCES talks (id) ON DELETE CASCADE,"
            " answer TEXT NOT NULL REFERENCES answers (id) ON DELETE CASCADE)",
            "CREATE INDEX ix_talk_answers_talk ON talk_answers (talk)",
            "CREATE INDEX ix_talk_answers_answer ON talk_answers (answer)",
        ),
    ),
)

LATEST = STEPS[-1][0]


def migrate(connection: Connection) -> int:
    """Takes the steps that the store has not taken yet, inside the caller's transaction; returns how many.

    Raises: StoreTooNew where the store has taken a step that this version does not know.
    """
    connection.execute(
        text(
            "CREATE TABLE IF NOT EXISTS schema_steps"
            " (number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, taken_at TEXT NOT NULL)"
        )
    )
    taken = connection.execute(text("SELECT max(number) FROM schema_steps")).scalar() or 0
    if taken > LATEST:
        raise StoreTooNew(
            f"Kho dữ liệu do một phiên bản mới hơn ghi (bước {taken}, bản này chỉ biết đến bước {LATEST}).",
            "Nâng cấp baocao, hoặc dùng --data-dir khác.",
        )
    for number, name, statements in STEPS[taken:]:
        for statement in statements:
            connection.execute(text(statement))
        connection.execute(
            text("INSERT INTO schema_steps VALUES (:number, :name, :at)"),
            {"number": number, "name": name, "at": datetime.now(UTC).isoformat(timespec="seconds")},
        )
    return LATEST - taken
