"""What is asked of the server about account and policy, and changes nothing on this computer."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from altrabits_desktop.contract.accounts import Account, ChangePassword, Sessions
from altrabits_desktop.contract.errors import AltraBitsError, MalformedAnswer, Refused
from altrabits_desktop.contract.policies import Policy, Receipts
from altrabits_desktop.contract.routes import OF_SESSIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from altrabits_desktop.actions.contact import Contact
    from altrabits_desktop.actions.stand import Stand
    from altrabits_desktop.contract.policies import Receipt


@contextmanager
def as_new() -> Iterator[None]:
    """Sign in to an account that a server was asked to make, which does not say if it did.

    Raises:
        Refused: `account.not_opened` where the sign-in was refused.
    """
    try:
        yield
    except Refused as refusal:
        if refusal.code != "sign_in.refused":
            raise
        raise Refused("account.not_opened") from refusal


class OwnAccount:
    """A part of the protocol `actions.home.Home`.

    Args:
        contact: the way to the server.
        stand: how the person stands.
    """

    def __init__(self, contact: Contact, stand: Stand) -> None:
        self.contact = contact
        self._stand = stand

    async def account(self) -> Account:
        """Give what the server keeps of the account."""
        return await self.contact.ask("accounts.get", Account)

    async def version_there(self, version: str, *, language: str) -> Policy:
        """Give one version with its text, as the server has it.

        Raises:
            MalformedAnswer: it gives another version.
        """
        places, query = {"version": version}, {"language": language}
        policy = await self.contact.ask("policies.get", Policy, places=places, query=query)
        if policy.version != version:
            raise MalformedAnswer("server.malformed")
        return policy

    async def receipts(self) -> tuple[Receipt, ...]:
        """Give the decisions of the account."""
        if not self._stand.has_session:
            return ()
        return (await self.contact.ask("decisions.list", Receipts)).receipts

    async def sessions(self) -> Sessions:
        """Give the sessions of the account."""
        return await self.contact.ask("sessions.list", Sessions)

    async def end_session(self, session_id: str) -> None:
        """End another session."""
        await self.contact.ask("sessions.end", type(None), places={"id": session_id})

    async def end_this_session(self) -> bool:
        """End the session in use at the server, and tell whether it is over there."""
        try:
            await self.contact.client.call("sessions.end", type(None), places={"id": "current"})
        except AltraBitsError as error:
            return error.code in OF_SESSIONS
        return True

    async def change_password(self, current: str, new: str) -> None:
        """Change the password."""
        body = ChangePassword(current=current, new=new)
        await self.contact.ask("accounts.change_password", type(None), body=body)
