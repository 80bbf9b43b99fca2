"""Whether there is a server, and what is said when there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.actions.home import ServerState
from altrabits_desktop.app.homing import build_home_server, desk_of, keeping_of, window_desk
from altrabits_desktop.app.owner_errands import READY, OwnerErrand
from altrabits_desktop.contract.errors import DecisionNeeded
from altrabits_desktop.contract.policies import DecisionKind
from altrabits_desktop.privacy.gate import Standing
from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.runtime.passwords import Passwords
from altrabits_desktop.runtime.paths import Profile
from altrabits_desktop.server.holding import held
from tests.fakes.membership import Ring
from tests.fakes.served import PASSWORD, WEAK

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from altrabits_desktop.app.homing import AnyServer


def build(profile: Profile, ring: Ring | None = None) -> AnyServer:
    return build_home_server(
        profile, clock=SystemClock(), find_keyring=lambda: ring, passwords=Passwords(WEAK)
    )


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return Profile(tmp_path / "profile")


@pytest.fixture
async def server(profile: Profile) -> AsyncIterator[AnyServer]:
    made = build(profile)
    yield made
    await made.stop()


async def sign_up(server: AnyServer) -> None:
    policy = server.home.report().policy
    assert policy is not None
    await server.home.decide(
        policy, DecisionKind.ACCEPTED, shown_at=SystemClock().now(), wording="Accept"
    )
    await server.home.create_account("ada@example.test", PASSWORD)


async def test_c08_a_computer_where_nothing_was_decided_has_no_file_of_a_server(
    server: AnyServer, profile: Profile
) -> None:
    await server.bring_up()

    assert server.home.report().server is ServerState.RESTING
    assert server.home.report().is_asked
    assert not profile.folder.exists()


async def test_an_account_is_there_again_after_a_restart(
    server: AnyServer, profile: Profile
) -> None:
    await server.bring_up()
    await sign_up(server)
    await server.stop()

    again = build(profile)
    await again.bring_up()

    assert again.home.report().server is ServerState.REACHED
    await again.home.sign_in("ada@example.test", PASSWORD)
    assert again.home.report().standing is Standing.SIGNED_IN
    await again.stop()
    modes = {path.stat().st_mode & 0o077 for path in profile.folder.rglob("*")}
    assert modes == {0}


async def test_a_damaged_database_is_said_and_the_policy_can_still_be_read(
    server: AnyServer, profile: Profile, caplog: pytest.LogCaptureFixture
) -> None:
    profile.prepare()
    profile.server_folder.mkdir()
    (profile.server_folder / "server.sqlite3").write_bytes(b"no database at all" * 99)

    await server.bring_up()

    report = server.home.report()
    assert (report.server, report.server_code) == (ServerState.AWAY, "store.damaged")
    assert report.policy is not None
    assert "store.damaged" in caplog.text


async def test_a_second_server_of_the_same_folder_is_refused(
    server: AnyServer, profile: Profile, caplog: pytest.LogCaptureFixture
) -> None:
    await server.bring_up()
    await sign_up(server)
    await server.stop()

    again = build(profile)
    with held(profile.server_folder):
        await again.bring_up()

    assert again.home.report().server_code == "server.in_use"
    await again.stop()


async def test_a_damaged_replica_is_said(
    server: AnyServer, profile: Profile, caplog: pytest.LogCaptureFixture
) -> None:
    profile.prepare()
    profile.replica_file.write_bytes(b"no database at all" * 99)

    await server.bring_up()

    assert server.home.report().server_code == "store.damaged"


async def test_r50_the_console_is_told_that_the_keyring_does_not_give_the_sign_in(
    profile: Profile,
) -> None:
    ring = Ring()
    first = build(profile, ring)
    await first.bring_up()
    await sign_up(first)
    await first.stop()
    ring.is_locked = True
    again = build(profile, ring)
    await again.bring_up()
    desk = desk_of(again, SystemClock(), keeping=keeping_of(again))

    with pytest.raises(DecisionNeeded) as refused:
        await desk.carry_out(OwnerErrand(("account", "sessions")))
    await again.stop()

    assert refused.value.code == "keyring.withheld"


@pytest.mark.parametrize(
    ("ring", "kept"), [(Ring(), "keyring"), (None, "memory")], ids=["keyring", "none"]
)
async def test_r50_a_window_says_before_a_sign_in_that_it_will_end_with_it(
    profile: Profile, ring: Ring | None, kept: str
) -> None:
    server = build(profile, ring)
    await server.bring_up()
    carry_out = window_desk(server, SystemClock(), around=None)

    answer = await carry_out(OwnerErrand(READY, ("account", "sign-in")))
    await server.stop()

    assert answer == {"kept": kept}
