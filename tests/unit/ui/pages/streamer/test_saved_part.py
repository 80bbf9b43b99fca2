"""Groups that are kept on page Streamer: brought back, kept, renamed, overwritten, deleted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from altrabits_desktop.actions.saved_groups import saved_group
from altrabits_desktop.contract.errors import StoreUnusable
from altrabits_desktop.contract.streamers import StreamerState
from altrabits_desktop.ui.pages.streamer.group_card import GroupCard
from altrabits_desktop.ui.pages.streamer.group_model import GroupModel
from altrabits_desktop.ui.pages.streamer.saved_model import SavedModel
from tests.fakes.full_house import FullHouse
from tests.fakes.grouped import able
from tests.harness.streamer_page import SIGNED_IN

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.contract.saved_groups import SavedGroup
    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.pages.streamer.undo import Undo
    from altrabits_desktop.ui.theme.theme import Theme

ONE, TWO, THREE = able(1, volume=40), able(2, volume=20), able(3, volume=10)
LEADING = replace(ONE, state=replace(ONE.state or StreamerState(), members=("ab-2",)))
FOLLOWING = replace(TWO, state=replace(TWO.state or StreamerState(), leader="ab-1"))
PLAYING = (LEADING, FOLLOWING, THREE)
EVENING = saved_group("Evening", (ONE, TWO))
MORNING = saved_group("Morning", (THREE, ONE))


class Shown:
    """The card of the first of some streamers, with groups that somebody keeps."""

    def __init__(
        self, qtbot: QtBot, theme: Theme, *kept: SavedGroup, house: tuple[Streamer, ...] = PLAYING
    ) -> None:
        self.house = FullHouse()
        self.house.home.told = SIGNED_IN
        self.house.show(*house)
        self.shelf = self.house.groups.shelf
        self.shelf.account = "account-1"
        self.shelf.kept["account-1"] = kept
        self.house.launcher.launch(None, self.house.groups.groups.read())
        model = SavedModel(self.house.services)
        self.card = GroupCard(theme, model=GroupModel(self.house.services), saved=model)
        self._streamer = house[0]
        self.wanted: list[str] = []
        self.undos: list[Undo] = []
        model.changed.connect(self.renew)
        model.undo_offered.connect(self.undos.append)
        self.card.saved_wanted.connect(self.wanted.append)
        qtbot.addWidget(self.card)
        self.card.resize(500, 500)
        self.renew()
        self.card.show()

    def renew(self) -> None:
        self.card.show_streamer(self._streamer)

    def part(self, name: str) -> QWidget | None:
        """Give one that can be seen."""
        found = self.card.findChildren(QWidget, f"streamer.saved.{name}")
        return next((each for each in found if each.isVisible()), None)

    def press(self, name: str) -> None:
        button = self.part(name)
        assert isinstance(button, QAbstractButton), name
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def type(self, text: str, name: str = "name", *, key: Qt.Key = Qt.Key.Key_Return) -> None:
        line = self.part(name)
        assert isinstance(line, QLineEdit)
        line.setFocus()
        line.selectAll()
        QTest.keyClicks(line, text)
        QTest.keyClick(line, key)

    def undo(self) -> None:
        self.house.launcher.launch(None, self.undos.pop().take_back())
        self.renew()

    @property
    def kept(self) -> list[tuple[str, list[int | None]]]:
        return [
            (one.name, [each.volume for each in one.members])
            for one in self.shelf.kept["account-1"]
        ]

    @property
    def words(self) -> str:
        part = self.part("words")
        return str(part.property("text")) if part is not None else ""


def test_what_is_kept_is_one_press_away(qtbot: QtBot, theme: Theme) -> None:
    shown = Shown(qtbot, theme, EVENING, MORNING)

    shown.press("2")

    assert shown.wanted == ["Morning"]


def test_the_group_that_plays_is_marked_and_read_aloud(qtbot: QtBot, theme: Theme) -> None:
    shown = Shown(qtbot, theme, EVENING, MORNING)

    spoken = [shown.part(name).accessibleName() for name in "12"]  # type: ignore[union-attr]

    assert spoken == [
        "Evening plays together now: Streamer 1 at 40 and Streamer 2 at 20",
        "Play together: Morning: Streamer 3 at 10 and Streamer 1 at 40",
    ]


def test_the_present_group_is_kept_under_a_name(qtbot: QtBot, theme: Theme) -> None:
    shown = Shown(qtbot, theme)

    shown.press("add")
    shown.type("  Evening  ")

    assert shown.kept == [("Evening", [40, 20])]
    assert (shown.part("name"), shown.undos) == (None, [])
    assert shown.part("1") is not None


def test_a_name_that_is_taken_is_said_before_and_undone_after(qtbot: QtBot, theme: Theme) -> None:
    shown = Shown(qtbot, theme, saved_group("Evening", (THREE, TWO)))
    shown.press("add")

    shown.type("evening", key=Qt.Key.Key_Shift)
    said = shown.words
    shown.press("save")
    after = shown.kept
    told = shown.undos[-1].words
    shown.undo()

    assert said == "Another group has this name. Saving overwrites it."
    assert after == [("evening", [40, 20])]
    assert (told, shown.kept) == ("“Evening” is overwritten.", [("Evening", [10, 20])])


@pytest.mark.parametrize("way", ["cancel", "escape"])
def test_who_thinks_better_of_it_keeps_nothing(qtbot: QtBot, theme: Theme, way: str) -> None:
    shown = Shown(qtbot, theme)
    shown.press("add")

    if way == "cancel":
        shown.press("cancel")
    else:
        shown.type("Evening", key=Qt.Key.Key_Escape)

    assert (shown.part("name"), shown.kept) == (None, [])
    assert shown.part("add") is not None


def test_without_a_name_nothing_can_be_saved(qtbot: QtBot, theme: Theme) -> None:
    shown = Shown(qtbot, theme)
    shown.press("add")

    shown.type("   ")

    save = shown.part("save")
    assert save is not None
    assert (save.isEnabled(), shown.kept) == (False, [])


def test_what_could_not_be_kept_is_said_and_what_was_typed_stays(
    qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = Shown(qtbot, theme)

    async def refuse(_groups: object) -> None:
        raise StoreUnusable("store.full")

    monkeypatch.setattr(shown.shelf, "write", refuse)
    shown.press("add")
    shown.type("Evening")

    line = shown.part("name")
    assert isinstance(line, QLineEdit)
    assert (line.text(), bool(shown.words)) == ("Evening", True)


def test_one_is_renamed_and_that_is_undone(qtbot: QtBot, theme: Theme) -> None:
    shown = Shown(qtbot, theme, EVENING, MORNING)
    shown.press("edit")

    shown.type("Dinner", "name.1")
    after = shown.kept
    shown.undo()

    assert [name for name, _ in after] == ["Dinner", "Morning"]
    assert [name for name, _ in shown.kept] == ["Evening", "Morning"]


def test_one_is_deleted_and_comes_back_in_its_place(qtbot: QtBot, theme: Theme) -> None:
    shown = Shown(qtbot, theme, EVENING, MORNING)
    shown.press("edit")

    shown.press("delete.1")
    after = shown.kept
    told = shown.undos[-1].words
    shown.undo()

    assert [name for name, _ in after] == ["Morning"]
    assert told == "“Evening” is deleted."
    assert [name for name, _ in shown.kept] == ["Evening", "Morning"]


def test_one_is_overwritten_by_the_group_that_plays(qtbot: QtBot, theme: Theme) -> None:
    shown = Shown(qtbot, theme, EVENING, MORNING)
    shown.press("edit")

    shown.press("over.2")

    assert shown.kept == [("Evening", [40, 20]), ("Morning", [40, 20])]


def test_where_no_group_plays_none_can_be_saved(qtbot: QtBot, theme: Theme) -> None:
    shown = Shown(qtbot, theme, EVENING, house=(ONE, TWO))

    assert shown.part("1") is not None
    assert shown.part("add") is None


def test_who_is_not_signed_in_is_told_what_that_would_bring(qtbot: QtBot, theme: Theme) -> None:
    shown = Shown(qtbot, theme)

    shown.house.groups.code = "gate.sign_in_needed"
    shown.renew()

    assert shown.part("add") is None
    assert shown.words.startswith("Who is signed in can save this group")
