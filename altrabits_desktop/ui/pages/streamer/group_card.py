"""The card where streamers are let play together, and turned together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.pages.streamer.group_model import Company
from altrabits_desktop.ui.pages.streamer.saved_part import SavedPart
from altrabits_desktop.ui.widgets.card import Card
from altrabits_desktop.ui.widgets.check_box import CheckBox
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.focus_ring import has_ring, reason_of
from altrabits_desktop.ui.widgets.slider import Slider

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.pages.streamer.group_model import Companion, GroupModel
    from altrabits_desktop.ui.pages.streamer.saved_model import SavedModel
    from altrabits_desktop.ui.theme.theme import Theme


class GroupCard(Card):
    """Hidden where nobody could play along. Main thread only.

    Args:
        theme: the look in force.
        model: who plays along.
        saved: the groups that the person keeps.
        parent: owner.
    """

    saved_wanted = Signal(str)
    """The name of a saved group that is to play together."""

    def __init__(
        self,
        theme: Theme,
        *,
        model: GroupModel,
        saved: SavedModel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent=parent)
        self._look = theme
        self._model = model
        self._saved_model = saved
        self._company = Company()
        self._boxes: list[CheckBox] = []
        heading = translate("streamer", "Group")
        self.setObjectName("streamer.group")
        self.setAccessibleName(heading)
        self._line = ElidedLabel(theme, role="text.2")
        self._choices = QVBoxLayout()
        self._choices.setSpacing(0)
        self._together: _Together | None = None
        self._saved = SavedPart(theme, model=saved)
        self._saved.wanted.connect(self.saved_wanted)
        away = theme.px("card.padding") + theme.px("card.edge")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, away, 0, away)
        whole.setSpacing(0)
        column = self._column = QVBoxLayout()
        column.setContentsMargins(away, 0, away, 0)
        column.setSpacing(0)
        whole.addLayout(column)
        whole.addWidget(self._saved)
        column.addWidget(ElidedLabel(theme, heading, type_name="name"))
        column.addWidget(self._line)
        column.addSpacing(theme.px("space.2"))
        column.addLayout(self._choices)
        self.hide()

    @property
    def is_offered(self) -> bool:
        """Whether anybody could play along, or does."""
        return bool(self._company.companions)

    def lead(self) -> None:
        """Be seen, and let the keyboard begin at the first that can be chosen."""
        above: QObject | None = self.parent()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parent()
        if above is not None:
            above.ensureWidgetVisible(self)
        if self._boxes:
            is_by_key = has_ring(self.window().focusWidget())
            self._boxes[0].setFocus(reason_of(is_by_key=is_by_key))

    def show_streamer(self, streamer: Streamer) -> None:
        """Show who plays along with a streamer, or could."""
        company = self._model.company_of(streamer)
        names = [each.name for each in company.companions]
        if names != [each.name for each in self._company.companions]:
            self._make_boxes(company)
        self._company = company
        for box, companion in zip(self._boxes, company.companions, strict=True):
            box.blockSignals(True)
            box.setChecked(companion.is_in)
            box.blockSignals(False)
        self._line.set_text(_line(company))
        self._show_volume(company.volume)
        self._saved.show_shelf(self._saved_model.shelf_of(streamer))
        self.setVisible(bool(company.companions))

    def _show_volume(self, volume: int | None) -> None:
        if self._together is None and volume is not None:
            # Made here: most streamers play alone.
            self._together = _Together(self._look)
            self._together.chosen.connect(self._model.set_volume)
            self._column.addWidget(self._together)
        if self._together is not None:
            self._together.show_volume(volume)

    def _make_boxes(self, company: Company) -> None:
        for box in self._boxes:
            self._choices.removeWidget(box)
            box.deleteLater()
        self._boxes = []
        for place, companion in enumerate(company.companions):
            box = CheckBox(self._look, companion.name, parent=self)
            box.setObjectName(f"streamer.group.{place + 1}")
            box.toggled.connect(lambda is_in, place=place: self._choose(place, is_in=is_in))
            self._choices.addWidget(box)
            self._boxes.append(box)

    def _choose(self, place: int, *, is_in: bool) -> None:
        companion: Companion = self._company.companions[place]
        self._model.set_in(companion, is_in=is_in)


class _Together(QWidget):
    """The line that turns a whole group."""

    chosen = Signal(int)
    """A volume that the person chooses."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._volume = Slider(theme, name=translate("streamer", "Volume of the group"))
        self._volume.setObjectName("streamer.group.volume")
        self._volume.chosen.connect(self._choose)
        self._number = ElidedLabel(theme, type_name="label", numeric=True, is_at_end=True)
        self._number.setFixedWidth(theme.px("slider.number"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px("space.2"), 0, 0)
        row.setSpacing(theme.px("space.2"))
        row.addWidget(ElidedLabel(theme, translate("streamer", "All together"), role="text.2"))
        row.addWidget(self._volume, 1)
        row.addWidget(self._number)

    def show_volume(self, volume: int | None) -> None:
        """Show how loud the group is; hidden where there is none."""
        self.setVisible(volume is not None)
        if volume is not None and not self._volume.isSliderDown():
            self._volume.setValue(volume)
            self._number.set_text(str(volume))

    def _choose(self, volume: int) -> None:
        self._number.set_text(str(volume))
        self.chosen.emit(volume)


def _line(company: Company) -> str:
    if company.leader:
        return fill(translate("streamer", "Plays what {name} plays"), name=company.leader)
    if any(each.is_in for each in company.companions):
        return translate("streamer", "These play what this one plays")
    return translate("streamer", "Choose who plays what this one plays")
