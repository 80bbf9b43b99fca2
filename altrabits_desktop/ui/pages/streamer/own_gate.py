"""Whether it is open to the person to change whose a streamer is. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.contract.features import Feature
from altrabits_desktop.privacy.gate import closed_by

if TYPE_CHECKING:
    from altrabits_desktop.actions.home import HomeReport
    from altrabits_desktop.privacy.gate import Closed


def own_closed_by(report: HomeReport) -> Closed | None:
    """Give what the person can open it by; None where it is open."""
    return closed_by(
        Feature.OWN_STREAMERS, standing=report.standing, has_session=bool(report.email)
    )


def is_own_open(report: HomeReport) -> bool:
    """Tell whether nothing keeps the person from it."""
    return own_closed_by(report) is None
