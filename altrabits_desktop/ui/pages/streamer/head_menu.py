"""The menu at the head of page Streamer: what can be done with this one, apart from playing it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QMenu

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.streamers import Depth, Origin
from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.pages.streamer.own_gate import is_own_open
from altrabits_desktop.ui.widgets.plain import without_shortcut

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.actions.home import HomeReport
    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.pages.streamer.noted_model import NotedModel
    from altrabits_desktop.ui.pages.streamer.own_card import OwnModels
    from altrabits_desktop.ui.pages.streamers.offered import Offered


class Entry(NamedTuple):
    """One line of the menu."""

    part: str
    """What it leads to; also the end of its object name. Empty for a line between two groups."""
    words: str = ""


BETWEEN = Entry("")


def entries_of(
    streamer: Streamer,
    offered: Offered,
    *,
    report: HomeReport,
    own: OwnModels,
    noted: NotedModel,
    has_group: bool,
) -> tuple[Entry, ...]:
    """Give what the menu holds now; what a streamer cannot do, or nobody may tell it, is left out.

    Args:
        streamer: as it is now.
        offered: what may be told it.
        report: how the person stands.
        own: what is under way with streamers of the person's.
        noted: what is noted of others.
        has_group: whether anybody could play along.
    """
    groups = (
        tuple(_around(streamer, has_group=has_group)),
        tuple(_care(offered)),
        tuple(_whose(streamer, report=report, own=own)),
        tuple(_notes(streamer, noted)),
    )
    entries: list[Entry] = []
    for group in filter(None, groups):
        if entries:
            entries.append(BETWEEN)
        entries += group
    return tuple(entries)


def open_menu(entries: Sequence[Entry], *, under: QWidget, take: Callable[[str], object]) -> QMenu:
    """Open the menu below its button, within the page's edge.

    Args:
        entries: in order.
        under: the button; also its owner.
        take: told what was chosen, once the menu is gone and the keyboard is the window's again.
    """
    menu = QMenu(under)
    menu.setObjectName("streamer.more.menu")
    for entry in entries:
        if not entry.part:
            menu.addSeparator()
            continue
        action = menu.addAction(without_shortcut(entry.words))
        action.setObjectName(f"streamer.more.{entry.part}")
        action.setData(entry.part)
    menu.triggered.connect(
        lambda action: QTimer.singleShot(0, under, partial(take, str(action.data())))
    )
    menu.aboutToHide.connect(menu.deleteLater)
    place = under.rect().bottomLeft()
    if not under.isRightToLeft():
        # It stands at the end of the head, so it opens towards the middle.
        place = under.rect().bottomRight()
        place.setX(place.x() + 1 - menu.sizeHint().width())
    menu.popup(under.mapToGlobal(place + QPoint(0, 1)))
    return menu


def _around(streamer: Streamer, *, has_group: bool) -> Iterator[Entry]:
    if streamer.is_heard:
        yield Entry("check", translate("streamer", "Check now"))
    if has_group:
        yield Entry("group", translate("streamer", "Group"))


def _care(offered: Offered) -> Iterator[Entry]:
    for needed, part, words in (
        (Capability.LOGS, "log", translate("care", "Log")),
        (Capability.SETTINGS, "copies", translate("care", "Copies of the settings")),
        (Capability.RESTART, "restart", translate("care", "Restart")),
        (Capability.RESET, "reset", translate("care", "Factory reset")),
    ):
        if needed in offered.can:
            yield Entry(part, words)


def _whose(streamer: Streamer, *, report: HomeReport, own: OwnModels) -> Iterator[Entry]:
    owned = own.owned.owned(streamer)
    if owned is None:
        is_around = streamer.is_heard and streamer.origin is not Origin.DEMO
        if is_around and is_own_open(report) and streamer.depth is not Depth.ANNOUNCED:
            yield Entry("add", translate("streamer", "Add to my streamers"))
        return
    if own.handing.can_begin(streamer):
        yield Entry("hand_over", translate("streamer", "Hand over to somebody else"))
    if own.new_owner.can_begin(streamer):
        yield Entry("new_owner", translate("streamer", "Get ready for a new owner"))
    if streamer.borrowed_id is None or not own.owned.is_here(owned.id):
        yield Entry("remove", translate("streamer", "Remove from my streamers"))


def _notes(streamer: Streamer, noted: NotedModel) -> Iterator[Entry]:
    if noted.may_note(streamer):
        yield Entry("forget", translate("streamers", "Forget it until it is heard again"))
        yield Entry("ignore", translate("streamers", "Ignore it"))
