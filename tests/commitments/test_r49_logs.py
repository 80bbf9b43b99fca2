"""R49: whatever an error says, a log on disk holds its kind and place alone."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QtMsgType

from altrabits_desktop.app.crash import CrashNotice
from altrabits_desktop.app.hand_over import Reception
from altrabits_desktop.app.ownership import claim
from altrabits_desktop.app.qt_messages import QtMessages
from altrabits_desktop.contract.streamers import HeardBy
from altrabits_desktop.runtime.paths import Profile
from altrabits_desktop.streamers.discovery.card_view import CardSource
from altrabits_desktop.streamers.discovery.discovery import Discovery
from altrabits_desktop.streamers.discovery.tasks import OwnTasks
from altrabits_desktop.streamers.drivers.driver import StillThere
from altrabits_desktop.streamers.neighbourhood import Neighbourhood
from altrabits_desktop.streamers.presence import PresenceKeeper
from altrabits_desktop.ui.launching import Launcher
from tests.fakes.clock import FakeClock, settled
from tests.fakes.discovery import LOOPBACK, FakeListener, FakeProbe, until
from tests.fakes.far_streamers import House
from tests.harness.planted import (
    ADDRESS,
    HOME,
    NAME,
    break_down,
    kept_log,
    planted_error,
    secrets_in,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# The test takes charge of its log records: what it looks at is what came into the file.
pytestmark = pytest.mark.usefixtures("caplog")


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    with kept_log(tmp_path / "logs") as path:
        yield path


class NoDemo:
    async def ask(self) -> None:
        """There is none."""


def fail(*_: object, **__: object) -> None:
    raise planted_error()


def told(log: Path, what: str) -> None:
    """See that something was logged, with the kinds of errors and no secret."""
    line = log.read_text()
    assert what in line
    assert "ExceptionGroup at " in line
    assert "from ValueError at tests.harness.planted:planted_error:" in line
    assert "from FileNotFoundError ENOENT at " in line
    assert secrets_in(line) == []


async def test_r49_the_end_of_a_part_tells_the_log_no_secret(log: Path) -> None:
    notice = CrashNotice()

    await notice.watched(break_down(), name="a part")
    await notice.watched(break_down(), name="a part")

    told(log, "unexpected error in a part")


async def test_r49_what_the_loop_reports_tells_the_log_no_secret(log: Path) -> None:
    loop = asyncio.get_running_loop()
    former = loop.get_exception_handler()
    CrashNotice().listen_to(loop)

    message = f"Exception in callback take('{NAME}', b'{ADDRESS}') at {HOME}/x.py:3"
    loop.call_exception_handler({"message": message, "exception": planted_error()})
    loop.call_exception_handler({"message": message})

    loop.set_exception_handler(former)
    told(log, "unexpected error in Exception in callback take")
    assert "the loop reports: Exception in callback take" in log.read_text()


def test_r49_the_end_of_a_thread_tells_the_log_no_secret(log: Path) -> None:
    restore = CrashNotice().listen()
    thread = threading.Thread(target=fail, name="pool")

    thread.start()
    thread.join()

    restore()
    told(log, "unexpected error in pool")


@pytest.mark.usefixtures("qapp")
async def test_r49_a_failed_action_tells_the_log_no_secret(log: Path) -> None:
    owner = QObject()

    Launcher(report=lambda _error: None).launch(owner, break_down())
    await settled()

    told(log, "an action failed unexpectedly")


async def test_r49_a_failed_task_of_discovery_tells_the_log_no_secret(log: Path) -> None:
    OwnTasks().start(break_down())
    await settled()

    told(log, "a task of discovery ended by an error")


async def test_r49_a_failed_listener_tells_the_log_no_secret(log: Path) -> None:
    listener = FakeListener(HeardBy.ANNOUNCE)
    listener.breaks_with = planted_error()
    discovery = Discovery(
        listeners=(listener,),
        clock=FakeClock(),
        deliver=lambda _sighting: None,
        publish=lambda _changes: None,
        neighbourhood=Neighbourhood(),
        probe=FakeProbe(),
        wanted_cards=(),
        demo=NoDemo(),
        source=CardSource(
            cards=lambda: (LOOPBACK,), names=lambda: frozenset({"lo"}), networks=tuple
        ),
    )

    await discovery.start()
    await until(lambda: log.exists() and "announce" in log.read_text())
    await discovery.stop()

    told(log, "announce: ExceptionGroup")


async def test_r49_a_failed_connection_tells_the_log_no_secret(
    log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = House()
    far = await house.connected()
    monkeypatch.setattr(house.registry, "answered", fail)

    far.news.put_nowait(StillThere())
    await settled()
    await house.connections.stop()

    told(log, "a connection ended by an error")


async def test_r49_a_failed_look_at_who_is_there_tells_the_log_no_secret(log: Path) -> None:
    house = House()
    keeper = PresenceKeeper(registry=house.registry, ask_known=break_down, clock=house.clock)
    keeper.start()
    house.hear()

    await house.clock.advance(12)
    await keeper.stop()
    await house.connections.stop()

    told(log, "the look at who is there ended by an error")


async def test_r49_a_reception_that_cannot_open_tells_the_log_no_secret(
    log: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> None:
        raise OSError(13, f"{NAME} may not", f"{HOME}/socket")

    ownership = claim(Profile(tmp_path / "profile"))
    assert ownership is not None
    monkeypatch.setattr("altrabits_desktop.app.hand_over.make_endpoint", refuse)

    await Reception(ownership, come_forward=lambda: None, is_over=lambda: False).start()

    ownership.release()
    line = log.read_text()
    assert "later starts cannot be heard: PermissionError EACCES at altrabits_desktop.app" in line
    assert secrets_in(line) == []


def test_r49_what_qt_reports_tells_the_log_neither_address_nor_path(log: Path) -> None:
    messages = QtMessages(lambda _error: None)

    for text in (f"cannot open {HOME}/{NAME}.png now", f"no route to {ADDRESS}", "all is odd"):
        messages.take(QtMsgType.QtWarningMsg, None, text)  # type: ignore[arg-type] # it is not read

    text = log.read_text()
    assert "Qt: cannot open" in text
    assert "Qt: all is odd" in text
    assert secrets_in(text) == []
