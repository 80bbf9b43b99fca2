"""R3 by looking at the source: labels, tips, views and boxes show plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.harness import plain_texts
from tests.harness.source_tree import PACKAGE, Source, sources

if TYPE_CHECKING:
    from collections.abc import Callable

RULES = (plain_texts.markup, plain_texts.bare_tips, plain_texts.free_labels)


@pytest.mark.parametrize("rule", RULES)
def test_r3_every_label_tip_and_box_shows_plain_text(
    rule: Callable[[Source], list[str]],
) -> None:
    shown = [source for source in sources(f"{PACKAGE}/ui/") if "PySide6" in source.text]

    assert len(shown) > 100
    assert {source.path: rule(source) for source in shown if rule(source)} == {}


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (plain_texts.markup, "view.setHtml(name)"),
        (plain_texts.markup, "QMessageBox.information(window, title, name)"),
        (plain_texts.markup, "label.setTextFormat(Qt.TextFormat.RichText)"),
        (plain_texts.bare_tips, "button.setToolTip(name)"),
        (plain_texts.bare_tips, "button.setToolTip(tool_tip(name) if name else name)"),
        (plain_texts.bare_tips, "button.setToolTip(f'{name}')"),
        (plain_texts.bare_tips, "QToolTip.showText(place, name, view)"),
        (plain_texts.free_labels, "label = QLabel(name)"),
        (plain_texts.free_labels, "class Line(QLabel):\n    pass"),
    ],
)
def test_what_breaks_a_rule_is_found(rule: Callable[[Source], list[str]], text: str) -> None:
    assert rule(Source("ui/shell/window.py", text)) != []


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (plain_texts.bare_tips, "button.setToolTip(tool_tip(name) if name else '')"),
        (plain_texts.bare_tips, "self.icon.setToolTip(PRODUCT_NAME)"),
        (
            plain_texts.free_labels,
            "label = QLabel(a)\nlabel.setTextFormat(Qt.TextFormat.PlainText)",
        ),
        (plain_texts.free_labels, "class Line(QLabel):\n    def paintEvent(self, event): ..."),
    ],
)
def test_what_keeps_a_rule_is_left_alone(rule: Callable[[Source], list[str]], text: str) -> None:
    assert rule(Source("ui/shell/window.py", text)) == []
