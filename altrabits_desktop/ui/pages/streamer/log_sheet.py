"""What a streamer has written down, to read, copy and save."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.pages.streamer.documents_words import saved_words
from altrabits_desktop.ui.pages.streamer.sheet import Sheet
from altrabits_desktop.ui.widgets.plain_view import PlainView
from altrabits_desktop.ui.widgets.push_button import PushButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.ui.pages.streamer.documents_model import DocumentsModel
    from altrabits_desktop.ui.theme.theme import Theme


class LogSheet(Sheet):
    """Asks for the log as soon as it is made. Main thread only.

    Args:
        theme: the look in force.
        model: asks for it.
        parent: owner.
    """

    def __init__(
        self, theme: Theme, *, model: DocumentsModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            theme,
            name="streamer.log",
            heading=translate("documents", "Log"),
            sentence=translate(
                "documents",
                "What the streamer has written down, the newest last. It may name devices and"
                " networks of this home: read it before it is given to anybody.",
            ),
            parent=parent,
        )
        self._model = model
        self._copy = self._make("copy", translate("documents", "Copy"), "copy")
        self._copy.clicked.connect(self._copy_all)
        self._save = self._make("download", translate("documents", "Save as a file"), "save")
        self._save.clicked.connect(model.save_log)
        self._again = PushButton(
            theme,
            translate("documents", "Read again"),
            icon="refresh",
            busy_text=translate("documents", "Reading"),
        )
        self._again.setObjectName("streamer.log.again")
        self._again.clicked.connect(model.read_log)
        self.add_buttons((self._copy, self._save, self._again))
        self._lines = PlainView(
            theme,
            name=translate("documents", "Log"),
            most_px=theme.px("log.height"),
            numeric=True,
        )
        self._lines.setObjectName("streamer.log.lines")
        self.content.addWidget(self._lines)
        self.content.addStretch(1)
        model.changed.connect(self._show)
        self._show()
        model.read_log()

    def _make(self, icon: str, words: str, name: str) -> PushButton:
        button = PushButton(self.look, words, icon=icon)
        button.setObjectName(f"streamer.log.{name}")
        return button

    def _show(self) -> None:
        lines = self._model.lines
        words = "\n".join(lines or ())
        if lines is not None and not lines:
            words = translate("documents", "It has written nothing down.")
        self._lines.set_text(words)
        self._again.set_busy(self._model.is_busy)
        has_lines = bool(lines)
        for button in (self._copy, self._save):
            button.setVisible(has_lines)
        if self._model.saved:
            self.say(saved_words(self._model.saved))
        elif self._model.is_busy:
            self.say("")

    def _copy_all(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(self._model.lines or ()))
        self.say(translate("documents", "Copied."))
