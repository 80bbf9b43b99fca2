"""What the window tells several streamers at once: to pause, or to play together as they did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from altrabits_desktop.actions.grouping import playing_of
from altrabits_desktop.contract.streamers import StreamerId
from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.formatting import listed
from altrabits_desktop.ui.pages.streamers.offered import offered_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from altrabits_desktop.actions.gathering import Gathered, Held
    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.pages.streamers.page import StreamersPage
    from altrabits_desktop.ui.shell.window_command import Shell


class GroupCalls(QObject):
    """Main thread only; an error is said in a banner.

    Args:
        shell: shows what is led to.
        streamers: page Streamers, where most of it is asked for.
        tell: says what became of something, and more about it.
        parent: owner.
    """

    def __init__(
        self,
        shell: Shell,
        *,
        streamers: StreamersPage,
        tell: Callable[[str, str], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._shell = shell
        self._services = shell.services
        self._tell = tell
        streamers.group_wanted.connect(self._choose_companions)
        streamers.saved_wanted.connect(self.bring_back)
        streamers.pause_wanted.connect(self.pause_all)

    @property
    def can_pause_all(self) -> bool:
        """Whether anything plays that the person may tell to pause."""
        return any(map(self._may, playing_of(self._services.directory.streamers())))

    def pause_all(self) -> None:
        """Let everything pause that the person may tell so; who does not obey is named."""
        grouping = self._services.controlling.grouping
        self._services.launcher.launch(self, grouping.pause_all(self._may))

    def bring_back(self, name: str) -> None:
        """Let a saved group play together as it was; who is not there is named."""
        self._services.launcher.launch(self, self._bring_back(name))

    def _choose_companions(self, streamer_id: str) -> None:
        self._shell.lead_to(StreamerId(streamer_id), "group")

    async def _bring_back(self, name: str) -> None:
        # Imported here, as hardly any window needs it.
        from altrabits_desktop.actions.gathering import Gathering

        services, groups = self._services, self._services.groups
        if groups is None:
            return
        saved = await groups.named(name)
        gathering = Gathering(
            services.controlling.grouping,
            directory=services.directory,
            telling=services.controlling,
        )
        step = services.settings.get().volume_step
        gathered = await gathering.bring_back(saved, step=step)
        headline, *rest = (*gathered_sentences(saved.name, gathered), "")
        if headline:
            self._tell(headline, " ".join(rest).strip())

    def _may(self, streamer: Streamer) -> bool:
        return bool(offered_of(streamer, self._services.home.report()).can)


def gathered_sentences(name: str, gathered: Gathered) -> tuple[str, ...]:
    """Say what is not as it was saved; nothing where all of it is.

    Args:
        name: of the group.
        gathered: what became of it.
    """
    sentences = []
    if gathered.missing:
        words = translate("banner", "“{group}” is back without {names}: not there now.")
        sentences.append(fill(words, group=name, names=listed(gathered.missing)))
    if gathered.unwilling:
        words = translate("banner", "{names} did not obey.")
        sentences.append(fill(words, names=listed(gathered.unwilling)))
    if gathered.held:
        words = translate(
            "banner", "Not louder by so much at once: {levels}. Bring it back again to go on."
        )
        sentences.append(fill(words, levels=listed([_level(each) for each in gathered.held])))
    return tuple(sentences)


def _level(held: Held) -> str:
    words = translate("banner", "{name} {volume} of {saved}", "volumes")
    return fill(words, name=held.name, volume=held.volume, saved=held.saved)
