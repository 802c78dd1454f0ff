"""The catalogue's tables. Their names carry the schema version, as derived data has no migrations."""

from sqlalchemy import JSON, BigInteger, Column, Index, Integer, LargeBinary, MetaData, String, Table

SCHEMA_VERSION = 5

METADATA = MetaData()
DOCUMENTS = Table(
    f"documents_{SCHEMA_VERSION}",
    METADATA,
    Column("id", String(16), primary_key=True),
    Column("path", String, nullable=False, unique=True),
    Column("sha256", String(64), nullable=False, index=True),
    Column("size", BigInteger, nullable=False),
    Column("mtime_ns", BigInteger, nullable=False),
    Column("how", String, nullable=False),
    Column("state", String, nullable=False),
    Column("scans", Integer, nullable=False, index=True),
    Column("content", JSON, nullable=False),
    Column("placement", JSON, nullable=False),
    Column("edition", BigInteger, nullable=False, index=True),
    Index(f"tally_{SCHEMA_VERSION}", "state", "how"),
)
BEFORE = Table(
    f"before_{SCHEMA_VERSION}",
    METADATA,
    Column("id", String(16), primary_key=True),
    Column("sha256", String(64), nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("pages", Integer, nullable=False),
    Column("chars", Integer, nullable=False),
)
"""What the content before the present one amounted to, of documents that were replaced."""
DROPPED = Table(
    f"dropped_{SCHEMA_VERSION}",
    METADATA,
    Column("id", String(16), primary_key=True),
    Column("edition", BigInteger, nullable=False, index=True),
)
EDITIONS = Table(
    f"editions_{SCHEMA_VERSION}",
    METADATA,
    Column("file", String(16), primary_key=True),
    Column("number", BigInteger, nullable=False),
)
"""One row, from the first write on."""
REFUSED = Table(
    f"refused_{SCHEMA_VERSION}",
    METADATA,
    Column("path", String, primary_key=True),
    Column("stage", String, nullable=False),
    Column("why", String, nullable=False),
)
FACTS = Table(
    f"facts_{SCHEMA_VERSION}",
    METADATA,
    Column("name", String, primary_key=True),
    Column("value", JSON, nullable=False),
)
LEDGER = Table(
    "ledger",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("digest", String(64), nullable=False),
    Column("line", LargeBinary, nullable=False),
)
"""A copy of the ledger's lines. Its form never changes, so it carries no version."""
