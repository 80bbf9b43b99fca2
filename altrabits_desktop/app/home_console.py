"""`altrabits policy ...` and `altrabits account ...`: done by whoever owns the profile.

A running window does it, so that it shows at once what the console did; with no owner this process
owns the profile meanwhile, with the embedded server in it where one is needed.
"""

from __future__ import annotations

import asyncio
import getpass
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from altrabits_desktop.actions.home import ServerState
from altrabits_desktop.app.arguments import SHARED, shared_options
from altrabits_desktop.app.homing import build_home_server, desk_of
from altrabits_desktop.app.owner_errands import OwnerErrand, ask_owner
from altrabits_desktop.app.ownership import NOWHERE, claim, read_endpoint
from altrabits_desktop.cli import home as words_of
from altrabits_desktop.cli.errand import errand_of, known_words, operands_of
from altrabits_desktop.contract.errors import ProfileUnusable, WrongUsage
from altrabits_desktop.contract.sync_state import SyncState
from altrabits_desktop.privacy.gate import Standing
from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.runtime.command_line import HELP, read_words
from altrabits_desktop.runtime.logs import log_to_console
from altrabits_desktop.runtime.paths import profile_at

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from altrabits_desktop.actions.home import HomeReport
    from altrabits_desktop.actions.membership import Membership
    from altrabits_desktop.app.owner_errands import Result
    from altrabits_desktop.app.ownership import Ownership
    from altrabits_desktop.cli.errand import Errand
    from altrabits_desktop.cli.output import Output
    from altrabits_desktop.runtime.command_line import Words
    from altrabits_desktop.runtime.paths import Profile

IN_STEP_LIMIT_S = 5.0
"""How long a command waits for the server to be in step."""
OWNER_LIMIT_S = 5.0
"""How long an owner may take that is itself just starting, or just ending."""
_RETRY_S = 0.05


def home(group: str, words: Sequence[str], environment: Mapping[str, str], output: Output) -> int:
    """Carry out one command of a group and give the exit status; blocks.

    Raises:
        AltraBitsError: `usage.*`, `profile.in_use`, and what the command itself raises.
    """
    errands = words_of.GROUPS[group]
    errand = errand_of(words, errands, shared=SHARED)
    if errand is None:
        return _say_help(group, words, output)
    read = read_words(words, (*errand.options, *SHARED))
    if read.has(HELP):
        from altrabits_desktop.cli.help import errand_help

        options = (*errand.options, *SHARED)
        output.text(errand_help(group, errand, options, own=words_of.purposes()))
        return 0
    named = shared_options(read, environment)
    log_to_console(is_verbose=named.is_verbose)
    operands = _operands(read.rest[len(errand.words) :], errand)
    whole = (group, *errand.words)
    wanted = OwnerErrand(whole, operands, _secrets(whole, read))
    result = _done(profile_at(named.profile), wanted)
    if output.is_json and isinstance(result, list):
        output.document(result)
    elif output.is_json and isinstance(result, dict):
        output.record(result)
    output.text(words_of.lines_of(whole, result))
    return 0


def _say_help(group: str, words: Sequence[str], output: Output) -> int:
    errands = words_of.GROUPS[group]
    if HELP not in words and "-h" not in words:
        raise WrongUsage("usage.command_missing", known=known_words(errands))
    from altrabits_desktop.cli.help import group_help

    output.text(group_help(group, errands, purpose=words_of.group_purpose(group)))
    return 0


def _operands(rest: Sequence[str], errand: Errand) -> tuple[str, ...]:
    if errand.operand.endswith(" TEXT") and len(rest) == len(errand.operand.split()) - 1:
        return operands_of((*rest, sys.stdin.read()), errand)
    return operands_of(rest, errand)


def _secrets(words: tuple[str, ...], read: Words) -> tuple[str, ...]:
    count = words_of.SECRETS.get(words, 0)
    if read.has("--password-stdin"):
        return tuple(sys.stdin.readline().rstrip("\r\n") for _ in range(count))
    return tuple(getpass.getpass(words_of.prompt_of(words, place)) for place in range(count))


def _done(profile: Profile, errand: OwnerErrand) -> Result:
    """Have it done by the owner of the profile, or own it meanwhile."""
    ends_at_s = time.monotonic() + OWNER_LIMIT_S
    while True:
        ownership = claim(profile)
        if ownership is not None:
            return _do(profile, ownership, errand)
        endpoint = read_endpoint(profile)
        try:
            if endpoint != NOWHERE:
                return ask_owner(endpoint, errand)
        except OSError as error:
            if not isinstance(error, ConnectionError | FileNotFoundError):
                raise ProfileUnusable("profile.in_use", folder=str(profile.folder)) from error
        if time.monotonic() > ends_at_s:
            raise ProfileUnusable("profile.in_use", folder=str(profile.folder))
        time.sleep(_RETRY_S)


def _do(profile: Profile, ownership: Ownership, errand: OwnerErrand) -> Result:
    try:
        return asyncio.run(_do_here(profile, errand))
    finally:
        ownership.release()


async def _do_here(profile: Profile, errand: OwnerErrand) -> Result:
    clock, changed = SystemClock(), asyncio.Event()
    server = build_home_server(profile, clock=clock, publish=lambda _changes: changed.set())
    await server.bring_up()
    desk = desk_of(server, clock, can_keep=server.keychain.has_store)
    try:
        await _in_step(server.home, changed)
        result = await desk.carry_out(errand)
        # What was done is to arrive before this process ends, if the server answers.
        await _in_step(server.home, changed)
        return result
    finally:
        await server.stop()


async def _in_step(home: Membership, changed: asyncio.Event) -> None:
    """Wait until everything was sent and taken, or the server is away; at most 5 s."""
    with suppress(TimeoutError):
        async with asyncio.timeout(IN_STEP_LIMIT_S):
            while _is_busy(home.report()):
                changed.clear()
                await changed.wait()


def _is_busy(report: HomeReport) -> bool:
    """Tell whether something is being sent or taken, or is about to be; pure."""
    if report.standing is not Standing.SIGNED_IN or report.server is not ServerState.REACHED:
        return False
    state = report.sync.state
    is_working = state in {SyncState.OFF, SyncState.WORKING}
    return is_working or (state is SyncState.IN_STEP and report.waits > 0)
