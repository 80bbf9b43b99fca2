"""A window uses one server; what means another is refused by the owner of the profile."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.app.homing import window_desk
from altrabits_desktop.app.owner_errands import SAME_SERVER, OwnerErrand
from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.runtime.clock import SystemClock

if TYPE_CHECKING:
    from tests.fakes.elsewhere import Elsewhere
    from tests.harness.person_elsewhere import Person


@pytest.mark.parametrize(
    ("named", "code"),
    [
        ("http://127.0.0.1:9", "server.another"),
        ("", None),
        ("its own", None),
    ],
)
async def test_a_command_that_means_another_server_is_refused_by_the_owner(
    far: Elsewhere, person: Person, named: str, code: str | None
) -> None:
    server = await person.start(far.address)
    url = far.address.url if named == "its own" else named
    carry_out = window_desk(server, SystemClock(), around=None)

    if code is None:
        assert await carry_out(OwnerErrand(SAME_SERVER, server=url)) == {}
        shown = await carry_out(OwnerErrand(("policy", "show"), server=url))
        assert isinstance(shown, dict)
        assert shown["version"] == "7.0"
        return
    for words in (SAME_SERVER, ("policy", "show")):
        with pytest.raises(Refused) as refused:
            await carry_out(OwnerErrand(words, server=url))
        assert (refused.value.code, refused.value.arguments) == (
            code,
            {"server": far.address.name},
        )


async def test_a_window_with_the_server_of_this_computer_refuses_commands_for_another(
    person: Person,
) -> None:
    server = await person.start(None)
    carry_out = window_desk(server, SystemClock(), around=None)

    with pytest.raises(Refused) as refused:
        await carry_out(OwnerErrand(("policy", "show"), server="http://127.0.0.1:9"))

    assert refused.value.code == "server.another_own"
