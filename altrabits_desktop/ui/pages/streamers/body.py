"""Everything below the head: what is missing, and one of the five states of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from altrabits_desktop.contract.streamers import Origin
from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.pages.streamers.face import Offer
from altrabits_desktop.ui.pages.streamers.fault_panel import FaultPanel
from altrabits_desktop.ui.pages.streamers.menus import make_streamer_menu
from altrabits_desktop.ui.pages.streamers.preloading import Preloading
from altrabits_desktop.ui.pages.streamers.together import Together
from altrabits_desktop.ui.pages.streamers.view_model import Showing
from altrabits_desktop.ui.pages.streamers.words import no_hit_sentence
from altrabits_desktop.ui.widgets.focus_ring import has_ring, reason_of
from altrabits_desktop.ui.widgets.push_button import PushButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent, QResizeEvent

    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.pages.nothing_found.page import NothingFoundView
    from altrabits_desktop.ui.pages.streamers.card_view import CardView
    from altrabits_desktop.ui.pages.streamers.loading_view import LoadingView
    from altrabits_desktop.ui.pages.streamers.row_view import RowView
    from altrabits_desktop.ui.pages.streamers.view_model import StreamersViewModel
    from altrabits_desktop.ui.pages.streamers.why_view import WhyView
    from altrabits_desktop.ui.services import Services
    from altrabits_desktop.ui.theme.theme import Theme
    from altrabits_desktop.ui.widgets.empty_state import EmptyState

_LABEL = "altrabits_desktop.ui.widgets.fitting_label"
_SOON = (
    *(
        "entries",
        "level",
        "card_parts",
        "card_controls",
        "card",
        "card_places",
        "missing_card",
    ),
    *("card_grid", "card_view", "differences", "line_writer", "row_columns", "rows"),
    *("row_painter", "row_table", "row_head", "row_view"),
)


class StreamersBody(QWidget):
    """Shows one view at a time; each is made when it is first needed.

    Args:
        theme: the look in force.
        services: what the window was given.
        view_model: what is shown.
        parent: owner.
    """

    streamer_chosen = Signal(str)
    page_wanted = Signal(str)
    settings_wanted = Signal()
    group_wanted = Signal(str)
    """Who plays along with a streamer is to be chosen."""
    all_wanted = Signal()
    """The search is to be given up."""
    why_shown = Signal()
    """The doctor has taken the place of the list, or gives it back."""

    def __init__(
        self,
        theme: Theme,
        services: Services,
        *,
        view_model: StreamersViewModel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._services = services
        self._view_model = view_model
        self._is_narrow = False
        self._view: QWidget | None = None
        self._cards: CardView | None = None
        self._rows: RowView | None = None
        self._loading: LoadingView | None = None
        self._no_hit: EmptyState | None = None
        self._nothing: NothingFoundView | None = None
        self._why: WhyView | None = None
        self._asks_why = False
        self.setAccessibleName(translate("streamers", "Streamers"))
        self.together = Together(services, view_model=view_model, parent=self)
        """What several are told at once."""
        self._faults = FaultPanel(theme, parent=self)
        self._faults.retry_wanted.connect(view_model.find_again)
        self._faults.height_changed.connect(self._place)
        self.preloading = Preloading(
            [_LABEL, *(f"{__package__}.{name}" for name in _SOON)], parent=self
        )
        view_model.arranged.connect(self.show_all)
        view_model.renewed.connect(self._renew)
        view_model.time_passed.connect(self._renew_times)
        view_model.faults_changed.connect(self._show_faults)
        view_model.finding_changed.connect(self._show_finding)
        self._show_faults()
        self.show_all()

    @property
    def view(self) -> QWidget | None:
        """What is shown now."""
        return self._view

    @property
    def has_list(self) -> bool:
        """Whether there is a list to search, and not the doctor in its place."""
        return self._view_model.showing is not Showing.NOTHING_FOUND and not self._asks_why

    @property
    def is_filled(self) -> bool:
        """Whether all that is in sight is there."""
        is_cards = self._cards is not None and self._view is self._cards
        return not is_cards or self._cards is None or self._cards.grid.is_sight_built

    def show_all(self) -> None:
        """Show the state and the streamers of the view model as they are now."""
        showing = self._view_model.showing
        view: QWidget
        if showing is Showing.LOADING:
            view = self._loading_view()
        elif showing is Showing.NOTHING_FOUND:
            view = self._nothing_view()
        elif self._asks_why:
            view = self._why_view()
        elif showing is Showing.NO_HIT:
            view = self._no_hit_view()
        elif self._view_model.has_rows:
            view = self._row_view()
            view.show_groups()
        else:
            view = self._card_view()
            view.show_groups()
        self._show_view(view)
        self._show_faults()

    def set_narrow(self, is_narrow: bool) -> None:
        """Be laid out for a narrow window."""
        if is_narrow is not self._is_narrow:
            self._is_narrow = is_narrow
            self._place()

    def ask_why(self) -> None:
        """Let the doctor say why a streamer may be missing, in the place of the list."""
        is_by_key = has_ring(QApplication.focusWidget())
        self._set_why(asks_why=True)
        self._why_view().take_focus(is_by_key=is_by_key)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            # Who comes back comes to the list.
            self._set_why(asks_why=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _show_view(self, view: QWidget) -> None:
        if view is self._view:
            return
        former, self._view = self._view, view
        self._place()
        view.show()
        if former is not None:
            if former.isAncestorOf(QApplication.focusWidget() or self):
                # Else the focus goes wherever Qt finds something to press.
                self.setFocus(Qt.FocusReason.OtherFocusReason)
            former.hide()
        if self._loading is not None:
            self._loading.set_waiting(view is self._loading)

    def _loading_view(self) -> LoadingView:
        if self._loading is None:
            from altrabits_desktop.ui.pages.streamers.loading_view import LoadingView

            self._loading = LoadingView(self._theme, parent=self)
        return self._loading

    def _nothing_view(self) -> NothingFoundView:
        if self._nothing is None:
            from altrabits_desktop.ui.pages.nothing_found.page import NothingFoundView

            self._nothing = NothingFoundView(self._theme, self._services, parent=self)
            self._nothing.settings_wanted.connect(self.settings_wanted)
        return self._nothing

    def _why_view(self) -> WhyView:
        if self._why is None:
            from altrabits_desktop.ui.pages.streamers.why_view import WhyView

            self._why = WhyView(self._theme, self._services, parent=self)
            self._why.settings_wanted.connect(self.settings_wanted)
            self._why.left.connect(self._leave_why)
        return self._why

    def _leave_why(self) -> None:
        is_by_key = has_ring(QApplication.focusWidget())
        self._set_why(asks_why=False)
        if self._cards is not None and self._view is self._cards:
            self._cards.grid.missing.why_button.setFocus(reason_of(is_by_key=is_by_key))

    def _set_why(self, *, asks_why: bool) -> None:
        if asks_why is not self._asks_why:
            self._asks_why = asks_why
            self.show_all()
            self.why_shown.emit()

    def _no_hit_view(self) -> EmptyState:
        if self._no_hit is None:
            self._no_hit = self._make_no_hit()
        self._no_hit.set_words(
            heading=no_hit_sentence(self._view_model.search),
            sentence=translate(
                "streamers", "Names, rooms, products, addresses and what plays are searched."
            ),
        )
        return self._no_hit

    def _make_no_hit(self) -> EmptyState:
        from altrabits_desktop.ui.widgets.empty_state import EmptyState

        button = PushButton(self._theme, translate("streamers", "Show all"))
        button.setObjectName("streamers.search.all")
        button.clicked.connect(self.all_wanted)
        return EmptyState(
            self._theme, spot="nothing-found", heading="", sentence="", action=button, parent=self
        )

    def _card_view(self) -> CardView:
        if self._cards is None:
            from altrabits_desktop.ui.pages.streamers.card_view import CardView

            self._cards = CardView(
                self._theme, self._services, view_model=self._view_model, parent=self
            )
            self._cards.grid.card_pressed.connect(self.streamer_chosen)
            self._cards.grid.offer_taken.connect(self._take_offer)
            self._cards.grid.told.connect(self._view_model.tell)
            self._cards.grid.more_wanted.connect(self._open_menu)
            self._cards.grid.missing.why_wanted.connect(self.ask_why)
        return self._cards

    def _row_view(self) -> RowView:
        if self._rows is None:
            from altrabits_desktop.ui.pages.streamers.row_view import RowView

            self._rows = RowView(self._theme, self._view_model, parent=self)
            self._rows.table.chosen.connect(self.streamer_chosen)
            self._rows.table.offer_taken.connect(self._take_offer)
            self._rows.table.told.connect(self._view_model.tell)
            self._rows.table.more_wanted.connect(self._open_menu)
        return self._rows

    def _renew(self, streamers: tuple[Streamer, ...]) -> None:
        if self._view is not None and self._view is self._rows:
            self._rows.renew(streamers)
        elif self._view is not None and self._view is self._cards:
            self._cards.renew(streamers)

    def _renew_times(self) -> None:
        if self._view is not None and self._view is self._rows:
            self._rows.renew_times()
        elif self._view is not None and self._view is self._cards:
            self._cards.renew_times()

    def _show_faults(self) -> None:
        # The page of nothing found tells of faults itself, as causes.
        faults = self._view_model.faults if self.has_list else ()
        self._faults.show_faults(faults, self._view_model.report.protocols)
        self._place()

    def _show_finding(self) -> None:
        self._faults.set_finding(self._view_model.is_finding)

    def _take_offer(self, streamer_id: str) -> None:
        streamer = self._view_model.streamer(streamer_id)
        if streamer is None:
            return
        if self._view_model.face(streamer).offer is Offer.CHECK:
            self._view_model.check(streamer_id)
        else:
            self.page_wanted.emit(streamer_id)

    def _open_menu(self, streamer_id: str, at: QPoint) -> None:
        streamer = self._view_model.streamer(streamer_id)
        if streamer is None:
            return
        menu = make_streamer_menu(
            streamer,
            show=self.streamer_chosen.emit,
            check=self._view_model.check,
            open_page=self.page_wanted.emit,
            face=self._view_model.face(streamer),
            tell=self._view_model.tell,
            group=self.group_wanted.emit if self.together.can_be_grouped(streamer) else None,
            notes=self._notes(streamer),
            parent=self,
        )
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._inside(at, menu.sizeHint().width()))

    def _notes(self, streamer: Streamer) -> dict[str, Callable[[str], object]]:
        """Give what may be noted of a streamer around that is not the person's."""
        is_theirs = streamer.owned_id is not None or not streamer.is_heard
        if self._services.remarks is None or is_theirs or streamer.origin is Origin.DEMO:
            return {}
        return {
            "rename": self.streamer_chosen.emit,
            "ignore": self._view_model.ignore,
            "forget": self._view_model.forget,
        }

    def _inside(self, at: QPoint, wide_px: int) -> QPoint:
        """Give where a menu opens so that its sides stay inside the window."""
        window = self.window()
        first = window.mapToGlobal(QPoint(0, 0)).x()
        left = at.x() - wide_px if self.isRightToLeft() else at.x()
        return QPoint(max(first, min(left, first + window.width() - wide_px)), at.y())

    def _place(self) -> None:
        theme = self._theme
        sides = theme.px("page.side_narrow" if self._is_narrow else "page.side")
        self._faults.set_sides(sides)
        top = 0
        if not self._faults.isHidden():
            top = self._faults.height_for(self.width())
            self._faults.setGeometry(0, 0, self.width(), top)
        place = QRect(0, top, self.width(), max(0, self.height() - top))
        if self._view is not None and self._view is self._cards:
            self._cards.setGeometry(place)
            self._cards.set_sides(sides, is_wide=self._is_narrow)
        elif self._view is not None:
            is_flush = self._view is self._nothing or self._view is self._why
            gap = theme.px("streamers.room_gap") if is_flush and not top else 0
            self._view.setGeometry(place.adjusted(0, gap, 0, 0))
        if self._view is not None and self._view is self._rows:
            self._rows.set_sides(sides)
        if self._why is not None:
            self._why.set_sides(sides)
