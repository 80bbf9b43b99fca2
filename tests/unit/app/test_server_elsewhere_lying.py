"""A server elsewhere that lies about its policy: a yes is one to the text that was shown (R46)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.actions.home import ServerState
from altrabits_desktop.contract.errors import MalformedAnswer
from altrabits_desktop.contract.sync_state import SyncState
from altrabits_desktop.privacy.gate import Standing
from tests.harness.person_elsewhere import Person, decide, sign_up

if TYPE_CHECKING:
    from tests.fakes.elsewhere import Elsewhere

OTHER = "# Privacy\n\nAll that is yours is ours.\n"


async def test_r46_a_text_with_the_fingerprint_of_another_is_not_shown(
    far: Elsewhere, person: Person
) -> None:
    await far.rewrite(OTHER, is_said=False)

    server = await person.start(far.address)
    report = server.home.report()

    assert (report.policy, report.is_asked) == (None, False)
    assert (report.server, report.server_code) == (ServerState.AWAY, "server.malformed")
    with pytest.raises(MalformedAnswer):
        await server.home.version("7.0")


async def test_r46_a_text_changed_under_its_version_is_asked_about_anew(
    far: Elsewhere, person: Person
) -> None:
    server = await person.start(far.address)
    await sign_up(server)
    await person.until(lambda: server.home.report().sync.state is SyncState.IN_STEP)
    await person.stop()
    await far.rewrite(OTHER)

    again = await person.start(far.address)
    report = again.home.report()

    assert report.policy is not None
    assert report.policy.text == OTHER
    assert (report.standing, report.is_asked) == (Standing.LIMITED, True)
    assert report.sync.state is SyncState.OFF
    await decide(again)
    assert again.home.report().standing is Standing.SIGNED_IN


async def test_r30_a_text_that_would_hold_up_the_window_is_not_shown(
    far: Elsewhere, person: Person
) -> None:
    await far.rewrite("# Mine\n" * 501)

    server = await person.start(far.address)

    assert server.home.report().policy is None
    assert server.home.report().server_code == "server.malformed"
