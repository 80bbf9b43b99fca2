"""What a window sees of the streamers around: as they are told, the person's own, as noted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from altrabits_desktop.actions.controlling import Controlling
from altrabits_desktop.actions.own_directory import OwnDirectory
from altrabits_desktop.actions.remark_store import AccountRemarks
from altrabits_desktop.actions.remarked_directory import RemarkedDirectory
from altrabits_desktop.actions.remarks import Remarks

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Sequence

    from altrabits_desktop.app.homing import AnyServer
    from altrabits_desktop.app.wiring import House
    from altrabits_desktop.runtime.remembered import Remembered


class Around(NamedTuple):
    """Each built on the one before."""

    controlling: Controlling
    """Takes commands, and shows at once what they will change."""
    own: OwnDirectory
    """Has the person's unheard streamers too."""
    remarks: Remarks
    directory: RemarkedDirectory
    """What is shown."""


def build_around(
    house: House,
    server: AnyServer,
    *,
    remembered: Sequence[Remembered],
    keep: Callable[[Coroutine[object, object, None]], None],
) -> Around:
    """Build all of it on the running loop; it follows the house's feed from now on.

    Args:
        house: what is heard.
        server: whose streamers and notes they are.
        remembered: the person's streamers at the last end.
        keep: runs a coroutine until it is done.
    """
    controlling = Controlling(
        streamers=house.owner,
        directory=house.registry,
        closed_by=server.home.closed_by,
        clock=house.clock,
        publish=house.feed.publish,
    )
    own = OwnDirectory(
        controlling,
        remembered=remembered,
        listed=lambda: server.home.records.listed,
        report=house.finding.report,
        clock=house.clock,
        publish=house.feed.publish,
    )
    remarks = build_remarks(house, server, keep=keep)
    for follow in (controlling.follow, own.follow, remarks.follow):
        house.feed.subscribe(follow)
    return Around(controlling, own, remarks, RemarkedDirectory(own, remarks=remarks))


def build_remarks(
    house: House,
    server: AnyServer,
    *,
    keep: Callable[[Coroutine[object, object, None]], None],
) -> Remarks:
    """Build what a person notes of streamers; nothing is read yet."""
    return Remarks(
        AccountRemarks(server.home.records),
        drop=house.registry.forget,
        publish=house.feed.publish,
        keep=keep,
    )
