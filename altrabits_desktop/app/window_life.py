"""What the window lives with after its first paint: the loop, the house, and an orderly end."""

from __future__ import annotations

import asyncio
import logging
import sys
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from altrabits_desktop.actions.belongings import Belongings
from altrabits_desktop.app.around import build_around
from altrabits_desktop.app.collector import Collector
from altrabits_desktop.app.crash import CrashNotice
from altrabits_desktop.app.end_signals import end_on_signals
from altrabits_desktop.app.hand_over import Reception
from altrabits_desktop.app.homing import adder_of, bring_up, build_home_server, window_desk
from altrabits_desktop.app.house_desk import HouseDesk
from altrabits_desktop.app.kiosk_place import KioskPlace, guarded
from altrabits_desktop.app.lag_watch import LagWatch
from altrabits_desktop.app.lifetime import Lifetime, Part
from altrabits_desktop.app.own_house import TypedAgain, remember_networks
from altrabits_desktop.app.own_streamers import OwnStreamers
from altrabits_desktop.app.qt_loop import run_on_qt
from altrabits_desktop.app.server_elsewhere import ServerElsewhere
from altrabits_desktop.app.session_keys import join_session
from altrabits_desktop.app.settings_store import KeptSettings
from altrabits_desktop.app.updating import Updating
from altrabits_desktop.app.wiring import Search, Surroundings, build_house
from altrabits_desktop.contract.errors import ProfileUnusable
from altrabits_desktop.runtime.late import Late
from altrabits_desktop.runtime.logs import log_to_console, log_to_files
from altrabits_desktop.streamers.discovery.adapters import choose
from altrabits_desktop.ui.launching import Launcher
from altrabits_desktop.ui.services import Services

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from altrabits_desktop.actions.adding import Adder
    from altrabits_desktop.actions.controlling import Controlling
    from altrabits_desktop.actions.household import Household
    from altrabits_desktop.actions.kiosk import Kiosk
    from altrabits_desktop.actions.own_directory import OwnDirectory
    from altrabits_desktop.app.around import Around
    from altrabits_desktop.app.homing import AnyServer
    from altrabits_desktop.app.start import Start
    from altrabits_desktop.app.wiring import House
    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.runtime.logs import LogFiles
    from altrabits_desktop.runtime.settings import WindowSize

logger = logging.getLogger(__name__)


def run_life(start: Start) -> int:
    """Live until the window is closed or the system ends the program; blocks.

    For the one window of a process: takes its signals and everything that nobody else takes.
    """
    log_to_console(is_verbose=start.options.shared.is_verbose)
    log_files = log_to_files(start.profile.log_folder)
    notice = CrashNotice(start.painted.window.report)
    life = WindowLife(start, notice=notice, log_files=log_files)

    async def live(loop: asyncio.AbstractEventLoop) -> int:
        notice.listen_to(loop)
        end_on_signals(loop, life.end)
        await life.live()
        return 0

    restore_hooks = notice.listen()
    try:
        return run_on_qt(start.painted.application, live, end=life.end)
    finally:
        restore_hooks()


class _Furnished(NamedTuple):
    """What the window was filled with, and what has to be begun and stopped for it."""

    services: Services
    house: House
    server: AnyServer
    controlling: Controlling
    adder: Adder
    desk: HouseDesk
    kiosk: KioskPlace
    household: Late[Household]
    parts: tuple[Part, ...]


class WindowLife:
    """One life of the window, from its first paint to its end.

    Args:
        start: what is known by then.
        notice: told of errors that nobody else takes.
        log_files: kept young; None where nothing is written.
        stalled: told of each stall of the loop, in seconds.
        surroundings: another network, or another time, only in tests.
        open_address: hands an address to the browser; to nobody in tests.
    """

    def __init__(
        self,
        start: Start,
        *,
        notice: CrashNotice,
        log_files: LogFiles | None = None,
        stalled: Callable[[float], None] = lambda _late_s: None,
        surroundings: Surroundings | None = None,
        open_address: Callable[[str], bool] | None = None,
    ) -> None:
        self._start = start
        self._window = start.painted.window
        self._log_files = log_files
        self._stalled = stalled
        self._surroundings = surroundings or Surroundings()
        self._open_address = open_address or open_in_browser
        self._lifetime = Lifetime(notice=notice)
        self._is_attached = False
        self._settings: KeptSettings | None = None
        self._kiosk: KioskPlace | None = None

    async def live(self) -> None:
        """Live until the end, on the running loop."""
        lifetime = self._lifetime
        self._window.closed.connect(self.end)
        if not self._window.isVisible():
            # It was closed between its first paint and now, when nobody listened.
            self.end()
        launcher = Launcher(report=self._window.report)
        furnished = self._furnish(launcher)
        self._is_attached = True
        self._open_addresses()
        try:
            lifetime.keep(self._start_all(lifetime, furnished), name="start")
            await lifetime.over()
        finally:
            size = self._window.chosen_size
            self._window.hide()

            async def leave() -> None:
                # What the person began must not open again what is being closed.
                await launcher.stop()
                await self._keep_size(size)
                await furnished.controlling.finish()

            await lifetime.stop(first=leave)

    def _open_addresses(self) -> None:
        """Lead the window where this start is to lead, and where macOS says later."""
        if sys.platform == "darwin":
            from altrabits_desktop.ui.shell.opened_addresses import OpenedAddresses

            application = self._start.painted.application
            OpenedAddresses(application, opened=self._window.open_address)
        if self._start.options.address:
            self._window.open_address(self._start.options.address)

    def is_attached(self) -> bool:
        """Tell whether the window has been filled."""
        return self._is_attached

    def end(self) -> None:
        """Let `live` come to its end; any number of times."""
        self._lifetime.end()

    async def _keep_size(self, size: WindowSize | None) -> None:
        if size is None or self._settings is None:
            return
        try:
            await self._settings.change(self._settings.get()._replace(window=size))
        except ProfileUnusable as error:
            # There is no window any more to say it in.
            logger.warning("the size of the window is not kept: %s", error.code)

    def _furnish(self, launcher: Launcher) -> _Furnished:
        house = build_house(
            self._search(),
            open_address=guarded(self._open_address, lambda: self._kiosk),
        )
        self._settings = self._kept_settings(house)
        server = self._home_server(house)
        remember_networks(house, server)
        around = self._around(house, server)
        own, controlling = around.own, around.controlling
        self._kiosk = kiosk = self._kiosk_place(house, server, own, controlling)
        adder = adder_of(server, house)
        household = self._household(server, self._settings)
        updating = Updating(self._start.profile, house, server)
        desk = _desk(house, server, around, adder=adder, updating=updating)
        services = Services(
            directory=around.directory,
            controlling=controlling,
            remarks=around.remarks,
            groups=around.groups,
            finding=house.finding,
            doctor=house.doctor,
            home=server.home,
            belongings=_belongings(server, house.clock),
            adding=adder,
            feed=house.feed,
            clock=house.clock,
            settings=self._settings,
            launcher=launcher,
            kiosk=kiosk.late,
            handing=desk.handing,
            new_owner=desk.new_owner,
            household=household,
            upkeep=desk.upkeep,
            firmware=updating.late,
        )
        self._window.attach(services)
        parts = (
            Part("controlling", stop=controlling.stop),
            Part("adding", stop=adder.stop),
            Part("updates", stop=updating.stop),
            Part("begun claims", stop=desk.stop),
        )
        return _Furnished(
            services, house, server, controlling, adder, desk, kiosk, household, parts
        )

    def _around(self, house: House, server: AnyServer) -> Around:
        def keep(work: Coroutine[object, object, None]) -> None:
            self._lifetime.keep(work, name="remarks")

        remembered = self._start.painted.remembered
        return build_around(house, server, remembered=remembered, keep=keep)

    def _search(self) -> Search:
        return Search(
            cards=self._start.settings.cards,
            saved_cards=self._saved(),
            surroundings=self._surroundings,
        )

    def _kept_settings(self, house: House) -> KeptSettings:
        return KeptSettings(
            self._start.profile,
            self._start.loaded,
            for_now=self._start.settings,
            publish=house.feed.publish,
        )

    def _kiosk_place(
        self, house: House, server: AnyServer, directory: OwnDirectory, controlling: Controlling
    ) -> KioskPlace:
        def build() -> Kiosk:
            from altrabits_desktop.app.kiosk import build_kiosk

            return build_kiosk(
                self._start.profile, house, server, directory=directory, controlling=controlling
            )

        return KioskPlace(
            self._start.profile,
            self._lifetime,
            build=build,
            is_covering=self._start.options.is_kiosk,
        )

    async def _start_all(self, lifetime: Lifetime, furnished: _Furnished) -> None:
        house, server = furnished.house, furnished.server
        reception = Reception(
            self._start.ownership,
            come_forward=self._window.come_forward,
            is_over=lifetime.is_over,
            carry_out=window_desk(
                server,
                house.clock,
                around=furnished.desk,
                household=furnished.household,
                choices=furnished.services.settings,
            ),
            open_address=self._window.open_address,
        )
        await lifetime.begin(Part("reception", start=reception.start, stop=reception.stop))
        self._watch(lifetime, house)
        demo_streamers = self._start.options.demo_streamers
        if demo_streamers:
            lifetime.keep(house.finding.start_demo(demo_streamers), name="demo")
        # It ends after the others: what was won from a streamer is still to be kept.
        await lifetime.begin(Part("home server", stop=server.stop))
        for part in (*house.parts, *furnished.parts):
            await lifetime.begin(part)
        own = OwnStreamers(
            server.home,
            furnished.adder,
            house.owner,
            keep=lambda work: lifetime.keep(work, name="own streamers"),
        )
        own.start(house.feed)
        await lifetime.begin(Part("own streamers", stop=own.stop))
        again = TypedAgain(house, keep=lambda work: lifetime.keep(work, name="typed addresses"))
        await lifetime.begin(again.part())
        lifetime.keep(bring_up(server), name="home server")
        furnished.kiosk.begin()
        await join_session(
            self._surroundings.find_session_bus(), lifetime, self._window, furnished.services
        )
        await asyncio.to_thread(self._check_saved)

    def _home_server(self, house: House) -> AnyServer:
        around = self._surroundings
        return build_home_server(
            self._start.profile,
            clock=house.clock,
            publish=house.feed.publish,
            find_keyring=around.find_keyring,
            passwords=around.passwords,
            elsewhere=self._start.options.shared.server,
        )

    def _household(self, server: AnyServer, choices: KeptSettings) -> Late[Household]:
        def make() -> Household:
            # Imported here: most windows never hear of it.
            from altrabits_desktop.app.householding import build_household

            return build_household(
                choices,
                server=server,
                cards=self._start.options.shared.interfaces,
                around=self._surroundings,
            )

        household = Late(make)
        if isinstance(server, ServerElsewhere) and server.pin:
            server.household = household
            # Made now: what it brings would stop the loop for a moment when the server is away.
            household.get()
        return household

    def _watch(self, lifetime: Lifetime, house: House) -> None:
        lag_watch = LagWatch(house.clock, told=self._stalled)
        collector = Collector(house.clock)

        def set_pace(is_seen: bool) -> None:
            lag_watch.set_pace(is_seen)
            collector.set_pace(is_seen)
            house.presence.set_pace(is_watched=is_seen)

        self._window.visibility_changed.connect(set_pace)
        lifetime.keep(lag_watch.run(), name="lag watch")
        lifetime.keep(collector.run(), name="collector")
        if self._log_files is not None:
            lifetime.keep(self._log_files.keep_young(house.clock), name="logs")

    def _check_saved(self) -> None:
        """See whether the saved cards are there.

        Raises:
            CardUnknown: one is missing just now; it is looked on as soon as it is back.
        """
        saved, around = self._saved(), self._surroundings
        if saved:
            choose(around.cards(), saved, names=around.card_names())

    def _saved(self) -> tuple[str, ...]:
        """Give the saved cards; none where the command line names others, which win."""
        named = self._start.options.shared.interfaces
        return () if named else self._start.loaded.settings.cards


def open_in_browser(address: str) -> bool:
    """Hand an address to the system's browser; whether it took it."""
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    return url.isValid() and QDesktopServices.openUrl(url)


def _desk(
    house: House, server: AnyServer, around: Around, *, adder: Adder, updating: Updating
) -> HouseDesk:
    return HouseDesk(
        house,
        server.home,
        controlling=around.controlling,
        adder=adder,
        updater=updating.late,
        remarks=around.remarks,
        groups=around.groups,
    )


def _belongings(server: AnyServer, clock: Clock) -> Belongings:
    return Belongings(server.home, clock=clock, marks=server.home.records.replica)
