"""What a window shows, and what of it Qt would take for more than text."""

from __future__ import annotations

from PySide6.QtGui import Qt, QTextDocument
from PySide6.QtWidgets import QLabel, QWidget

from altrabits_desktop.qa.reading import text_of

_LEADS_ON = ("<img", "<a ", "<b>")


def everything(window: QWidget) -> list[str]:
    """Give every text of the window: what is shown, spoken, and told by the pointer."""
    texts = [text_of(window)]
    for widget in (window, *window.findChildren(QWidget)):
        texts += [widget.accessibleName(), widget.accessibleDescription(), widget.windowTitle()]
        texts.append(_document(widget.toolTip()).toPlainText())
    return [text for text in texts if text]


def interpreted(window: QWidget) -> list[str]:
    """List what Qt would take for more than text: labels that may be rich, tips with a link."""
    labels = [
        label.text()
        for label in window.findChildren(QLabel)
        if label.textFormat() != Qt.TextFormat.PlainText
    ]
    tips = [widget.toolTip() for widget in window.findChildren(QWidget)]
    return [text for text in labels if text] + [
        tip for tip in tips if any(mark in _document(tip).toHtml() for mark in _LEADS_ON)
    ]


def _document(tip: str) -> QTextDocument:
    document = QTextDocument()
    if Qt.mightBeRichText(tip):
        document.setHtml(tip)
    else:
        document.setPlainText(tip)
    return document
