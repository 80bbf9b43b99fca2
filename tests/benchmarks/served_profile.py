"""Makes a profile whose server has been used once, so that the app starts it; prints a line."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from altrabits_desktop.server.embedded import EmbeddedServer
from tests.fakes.clock import FakeClock
from tests.fakes.served import policy


async def main(profile: Path) -> None:
    """Start the server and end it."""
    server = EmbeddedServer(profile / "server" / "server.sqlite3", bundled=(policy(FakeClock()),))
    await server.start()
    await server.stop()
    print("made", flush=True)


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
