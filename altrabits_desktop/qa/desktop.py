"""A computer with one profile: the real window is opened on it, closed, and opened again."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from altrabits_desktop.actions.records import Records
from altrabits_desktop.app.arguments import read_launch_options
from altrabits_desktop.app.crash import UNEXPECTED, CrashNotice
from altrabits_desktop.app.first_paint import Painted
from altrabits_desktop.app.home_place import with_household
from altrabits_desktop.app.ownership import claim
from altrabits_desktop.app.start import Start, settings_for_now
from altrabits_desktop.app.window_life import WindowLife
from altrabits_desktop.app.window_run import remembered_first
from altrabits_desktop.app.wiring import Surroundings
from altrabits_desktop.contract.errors import AltraBitsError
from altrabits_desktop.contract.streamers import CardKind, HeardBy, NetworkCard
from altrabits_desktop.qa.pilot import Pilot
from altrabits_desktop.runtime.bundled_policy import bundled_policies
from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.runtime.keychain import Keychain, system_keyring
from altrabits_desktop.runtime.lasting_none import keep_none
from altrabits_desktop.runtime.paths import Profile
from altrabits_desktop.runtime.resources import resource_folder
from altrabits_desktop.runtime.settings import load_settings
from altrabits_desktop.server.operating import Operator
from altrabits_desktop.sync.replica import Replica
from altrabits_desktop.ui.pages.streamers.first_list import first_look
from altrabits_desktop.ui.shell.language import speak_in
from altrabits_desktop.ui.shell.window import Window
from altrabits_desktop.ui.theme.theme import Theme

if TYPE_CHECKING:
    from pathlib import Path

    from altrabits_desktop.app.arguments import LaunchOptions
    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.runtime.keychain import Backend
    from altrabits_desktop.runtime.settings import ThemeChoice

_CLOSE_S = 10.0
_NONE_OPEN = "no window is open"

HOUSE_CARDS = (
    NetworkCard("house0", "127.0.0.1", 8, "127.255.255.255", CardKind.ETHERNET, 1),
    NetworkCard("house1", "127.0.0.1", 8, "127.255.255.255", CardKind.WIFI, 1),
)
"""Two cards of a made-up computer; whatever is sent on them stays on loopback."""


def loopback_alone(announce_port: int, *, clock: Clock | None = None) -> Surroundings:
    """Give surroundings without a neighbour: loopback, one port, Announce alone.

    Args:
        announce_port: both the port that is listened on and the one that is asked.
        clock: whose time the window lives in; the computer's own when left out.
    """
    return Surroundings(
        ways=frozenset({HeardBy.ANNOUNCE}),
        announce_port=announce_port,
        cards=lambda: HOUSE_CARDS,
        card_names=lambda: frozenset(card.name for card in HOUSE_CARDS),
        clock=clock or SystemClock(),
        find_session_bus=lambda: None,
        find_keyring=lambda: None,
    )


class Desktop:
    """Opens and closes the real window; the same wiring as when a person starts it.

    Args:
        profile: folder of the profile.
        surroundings: the network that is looked on.
        pictures: folder for pictures of what went wrong.
    """

    def __init__(self, profile: Path, *, surroundings: Surroundings, pictures: Path) -> None:
        self.profile = Profile(profile)
        self.crashes: list[AltraBitsError] = []
        """Errors that nobody foresaw, of all windows so far."""
        self.stalls_s: list[float] = []
        """How long the window stood still, each time that a person could notice."""
        self.opened_addresses: list[str] = []
        """What was handed to the browser; none is ever opened."""
        self.notice = CrashNotice(self._take_error)
        """Takes errors that nobody else takes."""
        self.is_policy_put_off = True
        """Whether the person said "Not now" before the first window opened, so that nothing asks
        about the policy; set it to False for a computer on which nothing was ever decided."""
        self.is_motion_reduced = False
        """Whether nothing glides or fades in the windows that are opened from now on, as where the
        person has told the system so; the fixture `shots` sets it, for the same picture each time.
        """
        self.keyring: Backend | None = None
        """What keeps secrets from start to start; None for what the surroundings have."""
        self.session_bus: str | None = None
        """Address of the session bus that media keys come from; None for none."""
        find_keyring = surroundings.find_keyring or system_keyring
        self._surroundings = replace(
            surroundings,
            find_keyring=lambda: self.keyring or find_keyring(),
            find_session_bus=lambda: self.session_bus,
        )
        self._pictures = pictures
        self._pilot: Pilot | None = None
        self._start: Start | None = None
        self._living: asyncio.Future[None] | None = None
        self._life: WindowLife | None = None

    async def open(self, *words: str) -> Pilot:
        """Open the window, and give a pilot for it; an open one is closed before.

        Args:
            words: command line, as `altrabits-desktop` takes it.

        Raises:
            AltraBitsError: what refuses a start.
        """
        await self.close()
        if self.is_policy_put_off and not self.profile.replica_file.exists():
            await _put_policy_off(self.profile)
        options = read_launch_options(words, {})
        self._start = start = _start(options, self.profile, is_still=self.is_motion_reduced)
        self._life = life = WindowLife(
            start,
            notice=self.notice,
            stalled=self.stalls_s.append,
            surroundings=self._surroundings,
            open_address=self._take_address,
        )
        self._living = asyncio.ensure_future(life.live())
        self._pilot = pilot = Pilot(start.painted.window, pictures=self._pictures)
        await pilot.wait_until(life.is_attached, wanted="the window filled")
        return pilot

    async def close(self) -> None:
        """Close the window, as a person does, and wait until everything behind it has ended.

        What is typed and not sent is lost: where the window asks about it, it is closed again. A
        kiosk that does not close is ended as by its computer.
        """
        if self._start is None or self._living is None or self._life is None:
            return
        window, living = self._start.painted.window, self._living
        if not window.close() and not window.close():
            self._life.end()
        await asyncio.wait_for(living, _CLOSE_S)
        self._start.ownership.release()
        window.deleteLater()
        self._start = self._living = self._pilot = self._life = None

    @property
    def pilot(self) -> Pilot:
        """The pilot of the open window.

        Raises:
            RuntimeError: no window is open.
        """
        if self._pilot is None:
            raise RuntimeError(_NONE_OPEN)
        return self._pilot

    @property
    def operator(self) -> Operator:
        """Give who operates the server of this computer, as `altrabits server` does.

        It can be asked as soon as somebody has an account here: `tickets`, `reply`, `close`.
        """
        return Operator(self.profile.server_folder, clock=SystemClock())

    @property
    def theme(self) -> ThemeChoice:
        """The theme that the open window is shown in.

        Raises:
            RuntimeError: no window is open.
        """
        return self._painted().theme.choice

    def show_in(self, theme: ThemeChoice) -> None:
        """Show the open window in a theme; what the person chose stays as it is.

        Raises:
            RuntimeError: no window is open.
        """
        painted = self._painted()
        painted.theme.apply(painted.application, theme)

    def _painted(self) -> Painted:
        if self._start is None:
            raise RuntimeError(_NONE_OPEN)
        return self._start.painted

    def _take_address(self, address: str) -> bool:
        self.opened_addresses.append(address)
        return True

    def _take_error(self, error: AltraBitsError) -> None:
        if error.code == UNEXPECTED:
            self.crashes.append(error)
        if self._start is not None:
            self._start.painted.window.report(error)


_put_off: dict[str, bytes] = {}
"""By version: the file of a person who did not decide. Making it anew for each test took a tenth of
a short one."""


async def _put_policy_off(profile: Profile) -> None:
    """Keep that the person did not decide about the policy, where the profile takes it."""
    [policy, *_] = bundled_policies(resource_folder() / "policy")
    with suppress(AltraBitsError):
        profile.prepare()
        if policy.version in _put_off:
            profile.replica_file.touch(mode=0o600)
            profile.replica_file.write_bytes(_put_off[policy.version])
            return
        replica = Replica(profile.replica_file, changed=lambda: None)
        records = Records(replica, Keychain(lambda: None), prepare=profile.prepare)
        try:
            await records.keep_put_off(policy.version)
        finally:
            await records.close()
        _put_off[policy.version] = profile.replica_file.read_bytes()


def _start(options: LaunchOptions, profile: Profile, *, is_still: bool) -> Start:
    keep_none()
    application = QApplication.instance()
    ownership = claim(profile)
    if not isinstance(application, QApplication) or ownership is None:
        message = "a window needs an application, and a profile that nobody else owns"
        raise RuntimeError(message)
    loaded = load_settings(profile)
    settings = settings_for_now(loaded.settings, options)
    application.setQuitOnLastWindowClosed(False)
    theme = Theme(resource_folder())
    if is_still:
        theme.set_reduced_motion(True)
    theme.apply(application, settings.theme)
    speak_in(application, settings.language)
    shared = with_household(options.shared, loaded.settings)
    options, server = options._replace(shared=shared), shared.server
    remembered = remembered_first(profile.remembered_file(server.key if server else ""))
    first = first_look(remembered, settings) if remembered else None
    window = Window(theme, application=application, size=settings.window, first=first)
    if options.is_kiosk:
        window.cover()
    else:
        window.show()
    return Start(
        painted=Painted(application, window, theme, remembered),
        options=options,
        profile=profile,
        ownership=ownership,
        loaded=loaded,
        settings=settings,
    )
