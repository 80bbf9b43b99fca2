"""What a window sees of the streamers around: as they are told, the person's own, as noted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from altrabits_desktop.actions.controlling import Controlling
from altrabits_desktop.actions.group_store import AccountGroups
from altrabits_desktop.actions.own_directory import OwnDirectory
from altrabits_desktop.actions.remark_store import AccountRemarks
from altrabits_desktop.actions.remarked_directory import RemarkedDirectory
from altrabits_desktop.actions.remarks import Remarks
from altrabits_desktop.actions.saved_groups import SavedGroups

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
    groups: SavedGroups
    """Which groups of them the person keeps."""
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
    groups = build_groups(house, server, keep=keep)
    for follow in (controlling.follow, own.follow, remarks.follow, groups.follow):
        house.feed.subscribe(follow)
    directory = RemarkedDirectory(own, remarks=remarks)
    return Around(controlling, own, remarks, groups, directory)


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


def build_groups(
    house: House,
    server: AnyServer,
    *,
    keep: Callable[[Coroutine[object, object, None]], None],
) -> SavedGroups:
    """Build the groups that a person keeps; nothing is read yet."""
    return SavedGroups(
        AccountGroups(server.home.records),
        closed_by=server.home.closed_by,
        publish=house.feed.publish,
        keep=keep,
    )
