"""What statements transfer, in bytes.

The bytes are those of PostgreSQL's protocol, version 3, both ways, for statements that asyncpg has prepared before and
whose values it transfers in binary: https://www.postgresql.org/docs/current/protocol-message-formats.html
"""

from dataclasses import dataclass
from math import ceil

# A value: its length (4 bytes) and itself. An integer has 4, the short text of the laboratory 10.
INTEGER, SHORT, LENGTH = 8, 14, 4
ROW = 7  # a DataRow message's type, length and number of columns
# BindComplete 5, CommandComplete 1 + 4 + "SELECT " + digits + 1, ReadyForQuery 6.
ANSWER = 5 + 13 + 6
# Bind 5, portal 1, the statement's name 20 + 1 (its number has one to four digits; three are assumed), number of
# formats 2 and of parameters 2, result formats 4; Execute 10; Sync 5. A parameter is an integer and its format.
REQUEST = 5 + 1 + 21 + 2 + 2 + 4 + 10 + 5
PARAMETER = INTEGER + 2


@dataclass(frozen=True)
class Batch:
    """Statements of one shape: their number, and over all of them the parameters and the rows."""

    statements: int
    parameters: int
    rows: int
    columns: int  # bytes of a row's values

    @property
    def bytes(self) -> int:
        """What they transfer, in both directions."""
        digits = len(str(ceil(self.rows / self.statements))) if self.statements else 0
        fixed = self.statements * (REQUEST + ANSWER + digits)
        return fixed + self.parameters * PARAMETER + self.rows * (ROW + self.columns)
