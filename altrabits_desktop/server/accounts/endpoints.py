"""Accounts and sign-ins on the wire: everything that a password is needed for."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from msgspec.structs import replace
from starlette.responses import Response

from altrabits_desktop.contract.accounts import (
    ChangePassword,
    CreateAccount,
    DeleteAccount,
    SessionGrant,
    SignIn,
)
from altrabits_desktop.contract.ids import ID_BYTES, AccountId, SessionId, new_id
from altrabits_desktop.contract.policies import DecisionKind
from altrabits_desktop.contract.routes import route_of
from altrabits_desktop.privacy.gate import Standing
from altrabits_desktop.runtime.passwords import fault_of
from altrabits_desktop.server.accounts import service
from altrabits_desktop.server.decisions.service import check, decide
from altrabits_desktop.server.keeping import written
from altrabits_desktop.server.problem import Problem
from altrabits_desktop.server.sessions.authentication import new_token, standing_in
from altrabits_desktop.server.sessions.service import begin_session, end_other_sessions

if TYPE_CHECKING:
    from datetime import datetime

    from altrabits_desktop.contract.accounts import Account, InstallationMessage
    from altrabits_desktop.runtime.passwords import Passwords
    from altrabits_desktop.server.accounts.brake import Brake
    from altrabits_desktop.server.http.call import Call, Handler
    from altrabits_desktop.server.store.store import Reading, Store, Writing


class AccountEndpoints:
    """Creates accounts, signs in, changes passwords, deletes.

    Args:
        store: where accounts are kept.
        passwords: hashes and verifies, off the loop.
        brake: counts tries before anything is computed.
        is_shared: whether strangers reach this server, who must not learn who has an account.
    """

    def __init__(
        self, store: Store, *, passwords: Passwords, brake: Brake, is_shared: bool
    ) -> None:
        self._is_shared = is_shared
        self._store = store
        self._passwords = passwords
        self._brake = brake

    def handlers(self) -> dict[str, Handler]:
        """Give what carries out each operation."""
        return {
            "accounts.create": self._create,
            "accounts.get": self._get,
            "accounts.change_password": self._change_password,
            "accounts.delete": self._delete,
            "sessions.create": self._sign_in,
        }

    async def _create(self, call: Call) -> object:
        message = call.body(CreateAccount)
        email = service.email_of(message.email)
        fault = fault_of(message.password, email=email)
        if fault is not None:
            raise Problem(fault)
        if message.acceptance.kind is not DecisionKind.ACCEPTED:
            raise Problem("policy.not_accepted")
        await self._store.read(lambda reading: check(reading, message.acceptance, now=call.now))
        # Counted apart from sign-ins: no name that is signed in with ends in a space.
        self._brake.take(account=service.key_of(email) + " ", source=call.source)
        password = await self._passwords.hash(message.password)
        account_id, token = AccountId(_new_id()), new_token()
        if self._is_shared:
            return await self._create_untold(
                message, account_id, email=email, password=password, now=call.now
            )

        def work(writing: Writing) -> SessionGrant:
            service.add_account(writing, account_id, email=email, password=password, now=call.now)
            receipt = decide(writing, account_id, message.acceptance, now=call.now)
            granted = self._granted(
                writing, account_id, call, token=token, installation=message.installation
            )
            return replace(granted, receipt=receipt)

        return await self._store.write(work)

    async def _create_untold(
        self,
        message: CreateAccount,
        account_id: AccountId,
        *,
        email: str,
        password: str,
        now: datetime,
    ) -> Response:
        """Make an account, or leave the one of that address as it is; both look the same (R12).

        Whoever knows the password signs in next.
        """

        def work(writing: Writing) -> None:
            # Also where nothing else is written: both then wait for one commit.
            service.count_request(writing)
            check(writing, message.acceptance, now=now)
            if not service.is_taken(writing, email):
                service.add_account(writing, account_id, email=email, password=password, now=now)
                decide(writing, account_id, message.acceptance, now=now)

        await self._store.write(work)
        return Response(status_code=route_of("accounts.create").status_untold)

    async def _sign_in(self, call: Call) -> object:
        message = call.body(SignIn)
        email = message.email.strip()
        name = service.key_of(email)
        self._brake.take(account=name, source=call.source)
        found = await self._store.read(lambda reading: service.password_by_email(reading, email))
        kept = found.password if found else None
        if not await self._passwords.verify(kept, message.password) or found is None:
            raise Problem("sign_in.refused")
        self._brake.give_back(account=name, source=call.source)
        account_id, token = found.account_id, new_token()
        renewed = await self._renewed(found.password, message.password)

        def work(writing: Writing) -> SessionGrant:
            if not service.stands(writing, found):
                raise Problem("sign_in.refused")
            if renewed is not None:
                service.renew_hash(writing, account_id, before=found.password, password=renewed)
            return self._granted(
                writing, account_id, call, token=token, installation=message.installation
            )

        return await self._store.write(work)

    async def _get(self, call: Call) -> object:
        return await self._store.read(lambda reading: self._account(reading, call.account_id))

    async def _change_password(self, call: Call) -> None:
        message, person = call.body(ChangePassword), call.person
        name = await self._confirm(call, message.current)
        fault = fault_of(message.new, email=name)
        if fault is not None:
            raise Problem(fault)
        password = await self._passwords.hash(message.new)

        def work(writing: Writing) -> None:
            service.set_password(writing, call.account_id, password, now=call.now)
            if person is not None:
                end_other_sessions(writing, person)

        await written(self._store, call, work)

    async def _delete(self, call: Call) -> None:
        await self._confirm(call, call.body(DeleteAccount).password)
        await written(
            self._store, call, lambda writing: service.delete_account(writing, call.account_id)
        )

    async def _confirm(self, call: Call, password: str) -> str:
        """See to it that whoever is signed in knows the password; gives the account's key.

        Raises:
            Problem: `account.password_wrong` or `sign_in.braked`.
        """
        name, kept = await self._store.read(
            lambda reading: service.password_of(reading, call.account_id)
        )
        self._brake.take(account=name, source=call.source)
        if not await self._passwords.verify(kept, password):
            raise Problem("account.password_wrong")
        self._brake.give_back(account=name, source=call.source)
        return name

    def _account(self, reading: Reading, account_id: AccountId) -> Account:
        return service.account_of(reading, account_id, is_due=self._passwords.is_due)

    async def _renewed(self, kept: str, password: str) -> str | None:
        return await self._passwords.hash(password) if self._passwords.is_due(kept) else None

    def _granted(
        self,
        writing: Writing,
        account_id: AccountId,
        call: Call,
        *,
        token: str,
        installation: InstallationMessage,
    ) -> SessionGrant:
        session = begin_session(
            writing,
            account_id,
            SessionId(_new_id()),
            token=token,
            installation=installation,
            now=call.now,
        )
        standing = standing_in(writing, account_id, now=call.now)
        return SessionGrant(
            token=token,
            session=session,
            account=self._account(writing, account_id),
            is_decision_due=standing is Standing.LIMITED,
        )


def _new_id() -> str:
    return new_id(secrets.token_bytes(ID_BYTES))
