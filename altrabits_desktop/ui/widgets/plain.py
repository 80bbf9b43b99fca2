"""Text from outside stays plain where Qt would look for markup or shortcut marks in it."""

from __future__ import annotations

_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\n": "<br>"})


def tool_tip(text: str) -> str:
    """Give a tool tip that shows exactly this text, wrapped where it is long; "" for none."""
    return f"<span>{text.translate(_MARKUP)}</span>" if text else ""


def tray_tip(text: str) -> str:
    """Give a tip for the system's tray, which is a system's own on some and markup on others.

    No way of writing fits both, so what would begin markup is written as a quotation mark.
    """
    return text.replace("<", "\u2039")


def without_shortcut(text: str) -> str:
    """Give a button's text in which "&" is a letter and marks no shortcut."""
    return text.replace("&", "&&")
