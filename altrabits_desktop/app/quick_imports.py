"""Imports after Qt's cost nothing extra: PySide6 does not read the source of every module.

PySide6 looks into the source text of each module that is imported after it, to see whether the
module might ask for one of its optional features (`from __feature__ import ...`). This program
asks for none. Reading 200 files costs a tenth of the time to the first paint, and the lines stay
in memory (7 MB) because the reader caches them.

Source of the knowledge: `shibokensupport/feature.py` inside PySide6 6.12.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

_HOOK = "shibokensupport.feature"
_READER = "_mod_uses_pyside"


def spare_source_reading() -> bool:
    """Let PySide6 take every module imported from now on for one without features.

    Imports PySide6's core. A release of PySide6 that works differently is left as it is.

    Returns:
        Whether the reading could be spared.
    """
    import PySide6.QtCore  # noqa: F401 # brings the hook

    feature = sys.modules.get(_HOOK)
    if feature is None or not hasattr(feature, _READER):
        return False
    setattr(feature, _READER, _asks_for_none)
    return True


def _asks_for_none(_module: ModuleType) -> bool:
    return False
