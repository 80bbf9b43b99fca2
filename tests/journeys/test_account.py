"""An account from its first day to its last, in the real window with the real embedded server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

if TYPE_CHECKING:
    from altrabits_desktop.qa.desktop import Desktop
    from altrabits_desktop.qa.pilot import Pilot

EMAIL = "maple@example.test"
PASSWORD = "violet kettle under the stairs"
WORKS_S = 30.0
"""A password is hashed in about a second; a server that rests starts before."""


async def at_the_form(desktop: Desktop) -> Pilot:
    """Open the window on a computer where nothing was ever decided, and go to the form."""
    desktop.is_policy_put_off = False
    pilot = await desktop.open("--language", "en")
    await pilot.wait_for("policy.later")
    pilot.press("policy.later")
    await pilot.wait_for("policy", is_gone=True)
    pilot.press("navigation.account")
    await pilot.wait_for("account.create")
    return pilot


async def with_an_account(desktop: Desktop) -> Pilot:
    """Make an account the way the page leads to it."""
    pilot = await at_the_form(desktop)
    pilot.type("account.create.email", EMAIL)
    pilot.type("account.create.password", PASSWORD)
    pilot.press("account.create.button")
    await pilot.wait_for("policy.accept")
    pilot.press("policy.accept")
    await pilot.wait_for("account.create.button", text="Create account")
    pilot.press("account.create.button")
    await pilot.wait_for("account.sign_out", within_s=WORKS_S)
    return pilot


async def test_c45_an_account_comes_after_a_yes_and_what_was_typed_is_still_there(
    desktop: Desktop,
) -> None:
    pilot = await at_the_form(desktop)
    pilot.type("account.create.email", EMAIL)
    pilot.type("account.create.password", PASSWORD)
    before = pilot.read("account.create.policy")

    pilot.press("account.create.button")
    await pilot.wait_for("policy.accept")
    pilot.press("policy.accept")
    await pilot.wait_for("account.create.button", text="Create account")
    typed = pilot.read("account.create.email")
    pilot.press("account.create.button")
    await pilot.wait_for("account.facts", text=EMAIL, within_s=WORKS_S)
    await pilot.wait_for("navigation", text=EMAIL)

    assert "An account needs a yes" in before
    assert typed == EMAIL


async def test_c13_an_account_is_made_used_left_and_deleted(desktop: Desktop) -> None:
    pilot = await with_an_account(desktop)
    await pilot.wait_for("account.facts", text="argon2id")
    await pilot.wait_for("account.sessions", text="This one")

    pilot.press("account.sign_out")
    await pilot.wait_for("account.sign_in.button", within_s=WORKS_S)
    pilot.type("account.sign_in.email", EMAIL)
    pilot.type("account.sign_in.password", "violet kettle under the chairs")
    pilot.press("account.sign_in.button")
    await pilot.wait_for(
        "account.sign_in", text="E-mail address or password is wrong.", within_s=WORKS_S
    )
    kept = pilot.read("account.sign_in.email")
    pilot.type("account.sign_in.password", PASSWORD)
    pilot.press("account.sign_in.button")
    await pilot.wait_for("account.delete.open", within_s=WORKS_S)
    pilot.press("account.delete.open")
    pilot.type("account.delete.password", PASSWORD)
    pilot.press("account.delete.button")
    await pilot.wait_for("account.note", text="The account is deleted", within_s=WORKS_S)
    await pilot.wait_for("navigation", text="Anonymous")

    assert kept == EMAIL
    assert EMAIL not in pilot.read()
    typed = [line.text() for line in pilot.window.findChildren(QLineEdit)]
    assert PASSWORD not in typed


async def test_without_a_keyring_the_page_says_that_the_sign_in_ends_with_the_program(
    desktop: Desktop,
) -> None:
    pilot = await with_an_account(desktop)

    facts = pilot.read("account.facts")

    assert "No keyring keeps this sign-in: it ends when the window is closed." in facts
