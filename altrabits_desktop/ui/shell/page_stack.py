"""The pages, one at a time; a new one comes up softly unless nothing may move."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from altrabits_desktop.ui.shell.page_rise import PageRise
    from altrabits_desktop.ui.theme.theme import Theme


class PageStack(QWidget):
    """Shows one page over its whole size; a change takes 200 ms and 8 px of way.

    Args:
        theme: the look in force.
        parent: owner.
    """

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._page: QWidget | None = None
        self._rise: PageRise | None = None

    @property
    def page(self) -> QWidget | None:
        """What is shown."""
        return self._page

    def show_page(self, page: QWidget) -> None:
        """Show a page; owned from now on. The former one is hidden and stays."""
        former = self._page
        if page is former:
            return
        if self._rise is not None:
            self._rise.end()
        self._page = page
        page.setParent(self)
        page.setGeometry(self.rect())
        page.show()
        if former is not None:
            if has_focus_in(former):
                # Else it goes wherever Qt finds something to press, which may be in a banner.
                page.setFocus()
            former.hide()
            self._raise_softly(page)

    def remove_page(self, page: QWidget) -> None:
        """Drop a page that is not shown."""
        page.hide()
        page.deleteLater()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._rise is not None:
            self._rise.end()
        if self._page is not None:
            self._page.setGeometry(self.rect())

    def _raise_softly(self, page: QWidget) -> None:
        duration_ms = self._theme.duration_ms("page")
        if duration_ms and self.isVisible():
            # Imported here: the first page is simply there.
            from altrabits_desktop.ui.shell.page_rise import PageRise

            self._rise = PageRise(self._theme, page, duration_ms=duration_ms, parent=self)


def has_focus_in(part: QWidget) -> bool:
    """Tell whether a part of the window, or anything in it, has the focus of the window."""
    # The application itself has none while another window has the keyboard.
    focused: QWidget | None = part.window().focusWidget()
    return focused is not None and (focused is part or part.isAncestorOf(focused))
