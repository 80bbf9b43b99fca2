"""An instant as client and server exchange it. Importing this imports msgspec."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from msgspec import Meta

Instant = Annotated[datetime, Meta(tz=True)]
"""With time zone: one without can be compared with none of the others."""
