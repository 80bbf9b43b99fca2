"""The window as its commands see it: keeps what it was told."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from altrabits_desktop.contract.streamers import StreamerId
    from altrabits_desktop.ui.services import Services


class PressedShell:
    """Keeps `ui.shell.commands.Shell`."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self.told: list[object] = []
        self.is_listing = False
        self.is_playing = False

    @property
    def services(self) -> Services:
        return self._services

    def launch(self, work: Coroutine[object, object, object]) -> None:
        # What a fake house does takes no time.
        try:
            work.send(None)
        except StopIteration:
            return
        work.close()

    @property
    def groups(self) -> PressedShell:
        return self

    @property
    def can_pause_all(self) -> bool:
        return self.is_playing

    def pause_all(self) -> None:
        self.told.append("pause_all")

    def bring_back(self, name: str) -> None:
        self.told.append(("bring_back", name))

    def show_commands(self) -> None:
        self.told.append("show_commands")

    def leave_commands(self) -> bool:
        was_listing, self.is_listing = self.is_listing, False
        return was_listing

    def show_streamers(self) -> None:
        self.told.append("show_streamers")

    def show_streamer(self, streamer_id: str) -> None:
        self.told.append(("show_streamer", streamer_id))

    def lead_to(self, streamer_id: StreamerId, part: str) -> None:
        self.told.append(("lead_to", f"{streamer_id} {part}"))

    def ask_page(self, streamer_id: str) -> None:
        self.told.append(("ask_page", streamer_id))

    def show_support(self) -> None:
        self.told.append("show_support")

    def write_request(self) -> None:
        self.told.append("write_request")

    def show_privacy(self) -> None:
        self.told.append("show_privacy")

    def show_policy(self, version: str = "") -> None:
        self.told.append(("show_policy", version))

    def ask_policy(self) -> None:
        self.told.append("ask_policy")

    def show_account(self) -> None:
        self.told.append("show_account")

    def show_settings(self) -> None:
        self.told.append("show_settings")

    def show_keys(self, *, is_by_key: bool = False) -> None:
        assert is_by_key
        self.told.append("show_keys")

    def go_back(self) -> None:
        self.told.append("go_back")

    def search(self) -> None:
        self.told.append("search")

    def find_again(self) -> None:
        self.told.append("find_again")

    def start_again(self) -> None:
        self.told.append("start_again")

    def close_window(self) -> None:
        self.told.append("close_window")
