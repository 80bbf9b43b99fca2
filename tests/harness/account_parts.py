"""Finds the parts of page Account by name, and fills them as a person does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from altrabits_desktop.ui.widgets.push_button import PushButton

if TYPE_CHECKING:
    from altrabits_desktop.ui.pages.account.page import AccountPage

EMAIL = "maple@example.test"
PASSWORD = "violet kettle under the stairs"


def part(page: AccountPage, name: str) -> QWidget:
    _let_grow(page)
    found = page.findChild(QWidget, name)
    assert isinstance(found, QWidget)
    return found


def is_shown(page: AccountPage, name: str) -> bool:
    """Tell whether something can be seen; what was never wanted is not even made."""
    _let_grow(page)
    found = page.findChild(QWidget, name)
    return isinstance(found, QWidget) and found.isVisible()


def button(page: AccountPage, name: str) -> PushButton:
    _let_grow(page)
    found = page.findChild(PushButton, name)
    assert isinstance(found, PushButton)
    return found


def line(page: AccountPage, name: str) -> QLineEdit:
    _let_grow(page)
    found = page.findChild(QLineEdit, name)
    assert isinstance(found, QLineEdit)
    return found


def fill(page: AccountPage, **typed: str) -> None:
    """Type into fields; `create_email` stands for `account.create.email`."""
    for name, text in typed.items():
        form, _, field = name.rpartition("_")
        found = line(page, f"account.{form}.{field}")
        found.clear()
        QTest.keyClicks(found, text)


def texts(page: AccountPage) -> list[str]:
    _let_grow(page)
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def said_below(page: AccountPage, name: str) -> str:
    """Give what stands below a field, which is also read aloud with it."""
    return line(page, name).accessibleDescription()


def fill_create(page: AccountPage, password: str = PASSWORD) -> None:
    fill(page, create_email=EMAIL, create_password=password)


def open_sign_in(page: AccountPage) -> None:
    button(page, "account.sign_in.open").click()


def _let_grow(page: AccountPage) -> None:
    page.build_rest()
    QApplication.sendPostedEvents()
