"""Text from outside stays plain where Qt would look for markup or shortcut marks in it."""

from __future__ import annotations

_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\n": "<br>"})


def tool_tip(text: str) -> str:
    """Give a tool tip that shows exactly this text, wrapped where it is long; "" for none."""
    return f"<span>{text.translate(_MARKUP)}</span>" if text else ""


def without_shortcut(text: str) -> str:
    """Give a button's text in which "&" is a letter and marks no shortcut."""
    return text.replace("&", "&&")
