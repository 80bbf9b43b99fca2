"""Floor of G3: a bare main window with a running qasync loop; prints `ready` and stays.

With the word `libraries` it has also loaded those that the app talks to the house with, and one
client of each, as every floor has the same libraries and no code of the application.
"""

from __future__ import annotations

import asyncio
import sys

from PySide6.QtWidgets import QApplication, QMainWindow
from qasync import QEventLoop

application = QApplication(sys.argv)
window = QMainWindow()
window.resize(1180, 760)
window.show()
if "libraries" in sys.argv[1:]:
    sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type] # no console, as in the app
    import defusedxml.ElementTree  # type: ignore[import-untyped] # it ships no types
    import httpx
    import msgspec
    import zeroconf

    kept = (
        httpx.AsyncClient(verify=False, trust_env=False),  # noqa: S501 # it never connects
        zeroconf.Zeroconf(interfaces=["127.0.0.1"]),
        msgspec.json.Decoder(),
        defusedxml.ElementTree.XMLParser(),
    )
loop = QEventLoop(application)
asyncio.set_event_loop(loop)
loop.call_later(1.0, lambda: print("ready", flush=True))
with loop:
    loop.run_forever()
