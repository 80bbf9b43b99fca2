from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import fields

from altrabits_desktop.contract.accounts import CreateAccount, InstallationMessage
from tests.fakes.served import PASSWORD

if TYPE_CHECKING:
    from tests.fakes.served import Served


async def test_c04_an_account_needs_two_fields_and_a_yes_and_nothing_else(server: Served) -> None:
    whole = {"email": "ada@example.test", "password": PASSWORD, "acceptance": server.acceptance()}

    without = [
        await server.ask("POST", "/api/v1/accounts", {k: v for k, v in whole.items() if k != name})
        for name in whole
    ]
    answer = await server.ask("POST", "/api/v1/accounts", whole)

    assert {each.status_code for each in without} == {400}
    assert answer.status_code == 201


OPTIONAL = [field.name for field in fields(InstallationMessage)]
TOLD = {"name": "Study", "system": "linux", "app_version": "0.1.0"}
INSTALLATIONS = [
    None,
    *(
        {name: TOLD[name] for name in names}
        for count in range(len(OPTIONAL) + 1)
        for names in combinations(OPTIONAL, count)
    ),
]


@pytest.mark.parametrize("installation", INSTALLATIONS)
async def test_c04_whatever_else_is_missing_an_account_is_made(
    server: Served, installation: dict[str, str] | None
) -> None:
    told: dict[str, Any] = {} if installation is None else {"installation": installation}

    answer = await server.account(**told)

    assert answer.status_code == 201
    kept = answer.json()["session"]["installation"]
    assert kept == {name: (installation or {}).get(name, "") for name in OPTIONAL}


def test_c04_nothing_but_the_two_fields_and_the_yes_is_required_by_the_schema() -> None:
    required = [field.name for field in fields(CreateAccount) if field.required]

    assert required == ["email", "password", "acceptance"]
    assert [field.name for field in fields(InstallationMessage) if field.required] == []
    assert InstallationMessage() == InstallationMessage(name="", system="", app_version="")


async def test_c04_an_account_keeps_the_agreed_columns_and_no_more(server: Served) -> None:
    await server.account()

    row = await server.store.read(lambda reading: reading.row("SELECT * FROM accounts"))

    assert set(row or {}) == {
        *("id", "email", "email_key", "password", "created_at", "password_changed_at"),
    }
