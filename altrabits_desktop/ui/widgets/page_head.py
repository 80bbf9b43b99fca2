"""The head of a page: title, one line that says what is true now, tools at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from altrabits_desktop.ui.widgets.elided_label import ElidedLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QLayout

    from altrabits_desktop.ui.theme.theme import Theme


class PageHead(QWidget):
    """Stands above what scrolls, with the page's margins around it.

    Args:
        theme: the look in force.
        title: name of the page, plain.
        line: what is true now.
        before: what stands before the title, such as the way back; owned from now on.
        tools: what stands at the end, in reading order; owned from now on.
        line_type: row of the type table that the line is in.
        parent: owner.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        title: str,
        line: str = "",
        before: QWidget | None = None,
        tools: Sequence[QWidget] = (),
        line_type: str = "text",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = ElidedLabel(theme, title, type_name="title")
        self._line = ElidedLabel(theme, line, type_name=line_type, role="text.2", numeric=True)
        self._instead: QWidget | None = None
        first = self._first = QHBoxLayout()
        first.setSpacing(theme.px("space.3"))
        if before is not None:
            first.addWidget(before)
        first.addWidget(self._title, 1)
        words = QVBoxLayout()
        words.setSpacing(theme.px("space.1"))
        words.addLayout(first)
        words.addWidget(self._line)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(theme.px("space.2"))
        self._row.addLayout(words, 1)
        for tool in tools:
            self._row.addWidget(tool)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_narrow(is_narrow=False)

    def set_words(self, *, title: str, line: str, is_fault: bool = False) -> None:
        """Say something else; `is_fault` where the line says what went wrong."""
        self._title.set_text(title)
        self._line.set_role("bad" if is_fault else "text.2")
        self._line.set_text(line)

    def show_instead(self, part: QWidget | None) -> None:
        """Show something in the place of the title, no higher than the way back; None ends that.

        Owned from now on; what was there before is hidden.
        """
        if self._instead is not None and self._instead is not part:
            self._first.removeWidget(self._instead)
            self._instead.hide()
        if part is not None and self._instead is not part:
            self._first.addWidget(part, 1)
            part.show()
        self._instead = part
        self._title.setVisible(part is None)

    def stand_over(self, rest: QWidget, *, page: QWidget) -> None:
        """Stand at the top of a page, and all the rest below.

        Best before the rest is filled: what comes into it is then laid out where it stays, once.
        """
        whole = QVBoxLayout(page)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self)
        whole.addWidget(rest, 1)

    def fit(self, rest: QLayout) -> None:
        """Keep head and rest as far from the sides as the window is wide."""
        theme = self._theme
        is_narrow = self.window().width() < theme.px("page.narrow_below")
        self.set_narrow(is_narrow=is_narrow)
        side = theme.px("page.side_narrow" if is_narrow else "page.side")
        rest.setContentsMargins(side, 0, side, theme.px("page.top"))

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Stand closer to the sides in a narrow window."""
        theme = self._theme
        side = theme.px("page.side_narrow" if is_narrow else "page.side")
        self._row.setContentsMargins(side, theme.px("page.top"), side, theme.px("page.gap"))
