"""What the page shows now, and what a person may ask of it; knows no widget.

It listens to the change feed while the page is visible and reads everything anew when it becomes
visible again. Main thread only.
"""

from __future__ import annotations

from dataclasses import replace
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from altrabits_desktop.actions.directory import arrange, summarise
from altrabits_desktop.contract.streamers import FindingReport, ProtocolStatus, StreamerId
from altrabits_desktop.runtime.changes import Changes, Topic
from altrabits_desktop.runtime.settings import ROWS_FROM, StreamerOrder, StreamerView
from altrabits_desktop.ui.pages.nothing_found.words import head_line
from altrabits_desktop.ui.pages.streamers import words
from altrabits_desktop.ui.pages.streamers.face import Face, make_face
from altrabits_desktop.ui.pages.streamers.offered import controls_of
from altrabits_desktop.ui.pages.streamers.state_words import checking_words

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from altrabits_desktop.actions.directory import RoomGroup, Summary
    from altrabits_desktop.contract.commands import Command
    from altrabits_desktop.contract.streamers import ProtocolReport, Streamer
    from altrabits_desktop.ui.services import Services

_TICK_MS = 1000


class Showing(Enum):
    """What the page is about."""

    LOADING = "loading"
    """Nothing heard yet, and the first round is not over."""
    NOTHING_FOUND = "nothing found"
    NO_HIT = "no hit"
    """There are streamers, and none fits the search."""
    STREAMERS = "streamers"


class StreamersViewModel(QObject):
    """State and intents of page Streamers.

    Args:
        services: everything it may read and do.
        parent: owner; what it starts ends with it.
    """

    arranged = Signal()
    """`showing`, `groups` or `has_rows` is different."""
    renewed = Signal(object)
    """tuple of streamers that changed and stayed where they are."""
    line_changed = Signal()
    time_passed = Signal()
    """A second: what tells of times past is to be said anew."""
    finding_changed = Signal()
    faults_changed = Signal()
    choices_changed = Signal()
    """Order or way to show was chosen, here or elsewhere."""

    def __init__(self, services: Services, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._search = ""
        self._folded: frozenset[str | None] = frozenset()
        self._is_visible = False
        self._has_looked = False
        self._is_asked_to_find = False
        self._checked: set[StreamerId] = set()
        self._sought: set[StreamerId] = set()
        """Those of them that the round under way is about."""
        self._streamers: tuple[Streamer, ...] = ()
        self._report = FindingReport()
        self._home = services.home.report()
        self._choices = (StreamerView.AUTOMATIC, StreamerOrder.ROOM)
        self.groups: tuple[RoomGroup, ...] = ()
        self.summary: Summary = summarise(())
        self.ticking = QTimer(self)
        self.ticking.setTimerType(Qt.TimerType.CoarseTimer)
        self.ticking.setInterval(_TICK_MS)
        self.ticking.timeout.connect(self._tick)
        # A bound method would keep the feed's hold on this object after Qt destroyed it.
        self.destroyed.connect(services.feed.subscribe(self._follow))
        self._read_all()

    @property
    def showing(self) -> Showing:
        """What the page is about now."""
        if self._streamers:
            return Showing.STREAMERS if self.groups else Showing.NO_HIT
        return Showing.NOTHING_FOUND if self._has_looked else Showing.LOADING

    @property
    def has_rows(self) -> bool:
        """Whether streamers are shown as rows: chosen so, or from 24 on."""
        view = self._choices[0]
        if view is StreamerView.AUTOMATIC:
            return len(self._streamers) >= ROWS_FROM
        return view is StreamerView.ROWS

    @property
    def view(self) -> StreamerView:
        """What the person chose."""
        return self._choices[0]

    @property
    def order(self) -> StreamerOrder:
        """What streamers are ordered by."""
        return self._choices[1]

    @property
    def search(self) -> str:
        """What is searched for; empty for everything."""
        return self._search

    @property
    def folded(self) -> frozenset[str | None]:
        """Rooms whose rows are folded away."""
        return self._folded

    @property
    def is_finding(self) -> bool:
        """Whether a round of questions is under way."""
        return self._is_asked_to_find or self._report.is_looking

    @property
    def report(self) -> FindingReport:
        """What was tried."""
        return self._report

    @property
    def faults(self) -> tuple[ProtocolReport, ...]:
        """The ways of finding that do not work."""
        return tuple(p for p in self._report.protocols if p.status is ProtocolStatus.FAILED)

    def line(self, *, is_short: bool) -> str:
        """Give the sentence under the title: what is true now."""
        if self.showing is Showing.LOADING:
            return words.looking_line()
        if self.showing is Showing.NOTHING_FOUND:
            return head_line(self._report, is_looking=self.is_finding)
        if self._search.strip():
            fitting = sum(len(group.streamers) for group in self.groups)
            return words.hits_line(fitting, self.summary.total)
        if self._report.error_code is not None and not self.summary.here:
            return words.no_network_line(self._report.error_code, self.summary, is_short=is_short)
        if self.has_rows:
            return words.rows_line(self.summary, is_short=is_short)
        now = self._services.clock.now()
        return words.cards_line(self.summary, self._report.cards, now=now, is_short=is_short)

    def lines(self) -> tuple[str, ...]:
        """Give the sentence under the title in more and in fewer words, the longest first."""
        whole, short = self.line(is_short=False), self.line(is_short=True)
        is_plain = self._report.error_code is not None or not self.has_rows
        if self.showing in {Showing.LOADING, Showing.NOTHING_FOUND} or is_plain:
            return whole, short
        return whole, words.rows_line(self.summary, is_short=False, has_rooms=False), short

    def least_line(self) -> str:
        """Give that sentence in the fewest words; empty where they would say too little."""
        is_listed = self.showing is Showing.STREAMERS and not self._search.strip()
        return words.count_line(self.summary) if is_listed and self.has_rows else ""

    def face(self, streamer: Streamer) -> Face:
        """Give how a streamer looks now."""
        face = make_face(
            streamer,
            now=self._services.clock.now(),
            cards=self._report.cards,
            controls=controls_of(
                streamer, self._home, volume_step=self._services.settings.get().volume_step
            ),
        )
        return replace(face, state=checking_words()) if streamer.id in self._checked else face

    def set_visible(self, is_visible: bool) -> None:
        """Follow changes from now on, or rest until somebody looks again."""
        if is_visible == self._is_visible:
            return
        self._is_visible = is_visible
        if is_visible:
            self.ticking.start()
            self._read_all()
            self._tell_all()
        else:
            self.ticking.stop()

    def search_for(self, text: str) -> None:
        """Show only what fits a text."""
        if text != self._search:
            self._search = text
            self._arrange(is_told_always=True)
            self.line_changed.emit()

    def fold(self, room: str | None) -> None:
        """Fold a room's rows away, or show them again."""
        self._folded ^= {room}
        self._arrange(is_told_always=True)

    def choose_view(self, view: StreamerView) -> None:
        """Show cards or rows, or leave it to their number; kept in the settings."""
        if view is not self.view:
            settings = self._services.settings.get()._replace(view=view)
            self._launch(self._services.settings.change(settings))

    def choose_order(self, order: StreamerOrder) -> None:
        """Order by something else; kept in the settings."""
        if order is not self.order:
            settings = self._services.settings.get()._replace(order=order)
            self._launch(self._services.settings.change(settings))

    def find_again(self) -> None:
        """Ask the network again; without effect while a round is under way."""
        if not self.is_finding:
            self._is_asked_to_find = True
            self.finding_changed.emit()
            self._launch(self._services.finding.find_again(), on_done=self._found)

    @property
    def is_checking(self) -> bool:
        """Whether the network is examined just now."""
        doctor = self._services.doctor.made
        return doctor is not None and doctor.is_examining

    def check_network(self) -> None:
        """Examine the network again."""
        self._launch(self._services.doctor.get().examine())

    def check(self, streamer_id: str) -> None:
        """Ask one streamer now, and show that; without effect while that is under way.

        Where an unheard one would have to be asked is not known, so all are.
        """
        key, streamer = StreamerId(streamer_id), self.streamer(streamer_id)
        is_unheard = streamer is not None and not streamer.is_heard
        if key in self._checked or (is_unheard and self.is_finding):
            return
        self._checked.add(key)
        if is_unheard:
            self._sought.add(key)
            self.find_again()
        else:
            self._launch(self._services.finding.check(key), on_done=partial(self._end_check, key))
        self._renew(key)

    def tell(self, streamer_id: str, command: Command) -> None:
        """Tell one streamer something; that shows at once, and goes back where it does not obey."""
        self._launch(
            self._services.controlling.perform(StreamerId(streamer_id), command),
            on_done=partial(self._renew, StreamerId(streamer_id)),
        )

    def ignore(self, streamer_id: str) -> None:
        """Show one streamer no more; page Settings lists those that are ignored."""
        streamer, remarks = self.streamer(streamer_id), self._services.remarks
        if streamer is not None and remarks is not None:
            self._launch(remarks.ignore(streamer))

    def forget(self, streamer_id: str) -> None:
        """Take one streamer off the list until it is heard again."""
        streamer, remarks = self.streamer(streamer_id), self._services.remarks
        if streamer is not None and remarks is not None:
            self._launch(remarks.forget(streamer))

    def streamer(self, streamer_id: str) -> Streamer | None:
        """Give the newest snapshot of one streamer."""
        return self._services.directory.streamer(StreamerId(streamer_id))

    def _launch(
        self,
        work: Coroutine[object, object, object],
        *,
        on_done: Callable[[], None] | None = None,
    ) -> None:
        self._services.launcher.launch(self, work, on_done=on_done)

    def _end_check(self, streamer_id: StreamerId) -> None:
        self._checked.discard(streamer_id)
        self._renew(streamer_id)

    def _found(self) -> None:
        self._is_asked_to_find = False
        sought, self._sought = self._sought, set()
        for streamer_id in sought:
            self._end_check(streamer_id)
        self._read_report()
        self.finding_changed.emit()
        self.line_changed.emit()

    def _follow(self, changes: Changes) -> None:
        if not self._is_visible:
            return
        if changes.topics & Topic.SETTINGS:
            self._follow_settings()
        if changes.topics & Topic.FINDING:
            self._follow_report()
        if changes.topics & Topic.DOCTOR:
            self.finding_changed.emit()
        if changes.topics & Topic.HOME:
            self._follow_home()
        if changes.topics & Topic.REMARKS:
            self._arrange(is_told_always=True)
            self.line_changed.emit()
            self.renewed.emit(self._services.directory.streamers())
        if changes.streamers:
            self._follow_streamers(changes)

    def _follow_streamers(self, changes: Changes) -> None:
        if changes.has_new_set or self._search:
            self._arrange()
            self.line_changed.emit()
        known = (self._services.directory.streamer(key) for key in changes.streamers)
        present = tuple(streamer for streamer in known if streamer is not None)
        if present:
            self.renewed.emit(present)

    def _follow_home(self) -> None:
        """Offer other controls to somebody who stands differently."""
        before, self._home = self._home, self._services.home.report()
        if (before.standing, before.email) != (self._home.standing, self._home.email):
            self.renewed.emit(self._services.directory.streamers())

    def _renew(self, streamer_id: StreamerId) -> None:
        streamer = self._services.directory.streamer(streamer_id)
        if streamer is not None:
            self.renewed.emit((streamer,))

    def _follow_settings(self) -> None:
        before = self._choices
        self._read_choices()
        if self._choices != before:
            self.choices_changed.emit()
            self._arrange(is_told_always=True)
            self.line_changed.emit()

    def _follow_report(self) -> None:
        before = (self.is_finding, self.faults, (self.showing, self._looked_on()))
        self._read_report()
        if self.is_finding is not before[0]:
            self.finding_changed.emit()
        if self.faults != before[1]:
            self.faults_changed.emit()
        if (self.showing, self._looked_on()) != before[2]:
            self._arrange(is_told_always=True)
        self.line_changed.emit()

    def _looked_on(self) -> tuple[object, ...]:
        """Give where is looked, which the card about missing ones says."""
        return (self._report.cards, self._report.error_code)

    def _arrange(self, *, is_told_always: bool = False) -> None:
        """Read the streamers; tell when one is in another place than before."""
        before = (self.showing, self.has_rows, _shape(self.groups))
        self._read_streamers()
        if is_told_always or before != (self.showing, self.has_rows, _shape(self.groups)):
            self.arranged.emit()

    def _tick(self) -> None:
        self.summary = summarise(self._services.directory.streamers())
        self.line_changed.emit()
        self.time_passed.emit()

    def _read_all(self) -> None:
        self._read_choices()
        self._read_report()
        self._home = self._services.home.report()
        self._read_streamers()

    def _read_choices(self) -> None:
        settings = self._services.settings.get()
        self._choices = (settings.view, settings.order)

    def _read_report(self) -> None:
        self._report = self._services.finding.report()
        if self._report.finished_at is not None or self._report.error_code is not None:
            self._has_looked = True

    def _read_streamers(self) -> None:
        self._streamers = self._services.directory.streamers()
        self.groups = arrange(self._streamers, search=self._search, order=self.order)
        self.summary = summarise(self._streamers)

    def _tell_all(self) -> None:
        self.choices_changed.emit()
        self.faults_changed.emit()
        self.finding_changed.emit()
        self.arranged.emit()
        self.line_changed.emit()


def _shape(groups: tuple[RoomGroup, ...]) -> tuple[object, ...]:
    return tuple((group.room, tuple(s.id for s in group.streamers)) for group in groups)
