"""What is asked of the server about one's own account, and changes nothing on this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.contract.accounts import Account, ChangePassword, Sessions

if TYPE_CHECKING:
    from altrabits_desktop.actions.contact import Contact


class OwnAccount:
    """A part of the protocol `actions.home.Home`.

    Args:
        contact: the way to the server.
    """

    def __init__(self, contact: Contact) -> None:
        self.contact = contact

    async def account(self) -> Account:
        """Give what the server keeps of the account."""
        return await self.contact.ask("accounts.get", Account)

    async def sessions(self) -> Sessions:
        """Give the sessions of the account."""
        return await self.contact.ask("sessions.list", Sessions)

    async def end_session(self, session_id: str) -> None:
        """End another session."""
        await self.contact.ask("sessions.end", type(None), places={"id": session_id})

    async def change_password(self, current: str, new: str) -> None:
        """Change the password."""
        body = ChangePassword(current=current, new=new)
        await self.contact.ask("accounts.change_password", type(None), body=body)
