"""The person's choices while the program runs: they hold at once, and are written off the loop."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from altrabits_desktop.runtime.changes import Changes, Topic
from altrabits_desktop.runtime.settings import Settings, save_settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from altrabits_desktop.runtime.paths import Profile
    from altrabits_desktop.runtime.settings import LoadedSettings


class KeptSettings:
    """Keeps `ui.services.SettingsStore`. On the loop's thread.

    What the command line says holds until the program ends and is never written; changing it in
    the window makes it the person's choice.

    Args:
        profile: where they are kept.
        loaded: what the start found there.
        for_now: the choices with those of the command line in their place.
        publish: the change feed.
    """

    def __init__(
        self,
        profile: Profile,
        loaded: LoadedSettings,
        *,
        for_now: Settings,
        publish: Callable[[Changes], None],
    ) -> None:
        self._profile = profile
        self._loaded = loaded
        self._kept = loaded.settings
        self._now = for_now
        self._publish = publish
        self._is_unread = loaded.fault is not None
        self._writing = asyncio.Lock()

    @property
    def folder(self) -> Path:
        """Where they are kept."""
        return self._profile.folder

    @property
    def loaded(self) -> LoadedSettings:
        """What the start found."""
        return self._loaded

    def get(self) -> Settings:
        """Give the choices that hold now."""
        return self._now

    async def change(self, settings: Settings) -> None:
        """Let these hold at once, tell the change feed, and keep what the person changed.

        Raises:
            ProfileUnusable: they could not be kept; they hold until the program ends all the same.
        """
        before, self._now = self._now, settings
        self._kept = _with_changes(self._kept, before=before, after=settings)
        self._publish(Changes(topics=Topic.SETTINGS))
        async with self._writing:
            # Read here: whoever waited writes the newest.
            await asyncio.to_thread(
                save_settings, self._profile, self._kept, is_unread=self._is_unread
            )
            self._is_unread = False


def _with_changes(kept: Settings, *, before: Settings, after: Settings) -> Settings:
    changed = {
        name: getattr(after, name)
        for name in Settings._fields
        if getattr(before, name) != getattr(after, name)
    }
    return kept._replace(**changed)
