from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.ui.pages.streamer import short_text
from altrabits_desktop.ui.pages.streamer.short_text import ShortText, cut_to_lines

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme

LONG = "漢字かな عربية हि 👩‍👩‍👧 " * 12


def test_a_foreign_text_is_laid_out_once_a_width_however_often_a_lay_out_asks(
    qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, int]] = []

    def counted(text: str, font: object, *, width_px: int, lines: int) -> tuple[str, ...]:
        asked.append((text, width_px))
        return cut_to_lines(text, font, width_px=width_px, lines=lines)  # type: ignore[arg-type] # passed on

    monkeypatch.setattr(short_text, "cut_to_lines", counted)
    block = ShortText(theme, lines=2)
    qtbot.addWidget(block)
    block.set_text(LONG)
    asked.clear()

    heights = {block.heightForWidth(width) for _ in range(50) for width in (200, 240)}
    block.set_text("other")
    after = block.heightForWidth(200)

    assert heights == {2 * theme.line_px("lines")}
    assert after == theme.line_px("lines")
    assert asked.count((LONG, 200)) == asked.count((LONG, 240)) == 1
    assert ("other", 200) in asked
