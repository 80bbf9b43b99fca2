"""Media keys and panels of the desktop have their say, where there is a session bus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.app.lifetime import Part

if TYPE_CHECKING:
    from altrabits_desktop.app.lifetime import Lifetime
    from altrabits_desktop.contract.commands import Command
    from altrabits_desktop.contract.streamers import StreamerId
    from altrabits_desktop.ui.services import Services
    from altrabits_desktop.ui.shell.window import Window


async def join_session(
    address: str | None, lifetime: Lifetime, window: Window, services: Services
) -> None:
    """Listen to them until the end of the lifetime.

    Args:
        address: of the session bus; None where there is none.
        lifetime: of the window.
        window: comes forward when it is called, and says what may be told.
        services: what the window was given.
    """
    if address is None:
        return
    # Imported here, as what it brings: many desktops have no such bus.
    from altrabits_desktop.app.media_keys import MediaKeys
    from altrabits_desktop.app.session_player import SessionPlayer

    def tell(streamer_id: StreamerId, command: Command) -> None:
        services.launcher.launch(window, services.controlling.perform(streamer_id, command))

    keys = MediaKeys(services, may=window.may, tell=tell)
    window.streamer_shown.connect(keys.choose)
    player = SessionPlayer(address, keys=keys, come_forward=window.come_forward)
    await lifetime.begin(Part("media keys", stop=player.stop))
    lifetime.keep(player.run(), name="media keys")
