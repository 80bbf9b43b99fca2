"""`altrabits server ...`: reads the words, and lets the server's own rooms do the rest."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from altrabits_desktop.app.arguments import SHARED, refuse_meaningless, shared_options
from altrabits_desktop.app.ownership import is_owned
from altrabits_desktop.app.typed_text import GIVEN_UP, typed_text
from altrabits_desktop.cli import server as words_of
from altrabits_desktop.cli.errand import OpenChoice, errand_of, operands_of
from altrabits_desktop.cli.server_firmware import FIRMWARE
from altrabits_desktop.cli.server_household import shared_words
from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.contract.plain_text import plain_text
from altrabits_desktop.contract.policies import POLICY_BYTES_MOST
from altrabits_desktop.runtime.bundled_policy import bundled_policies
from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.runtime.command_line import HELP, read_words
from altrabits_desktop.runtime.logs import log_to_console
from altrabits_desktop.runtime.paths import profile_at
from altrabits_desktop.runtime.resources import resource_folder
from altrabits_desktop.server.household.identity import KEY_FILE
from altrabits_desktop.server.household.sharing import EVERY_ADDRESS
from altrabits_desktop.server.operating import Operator
from altrabits_desktop.server.separate import DEFAULT_PORT, LOOPBACK, RunOptions, run

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from altrabits_desktop.cli.errand import Errand
    from altrabits_desktop.cli.output import Output
    from altrabits_desktop.contract.tickets import Ticket
    from altrabits_desktop.runtime.command_line import Words
    from altrabits_desktop.runtime.paths import Profile
    from altrabits_desktop.server.separate import Listening

_PORT_MOST = 65_535
_MEANINGLESS = ("--server", "--interface")
"""Options of all commands by which a server is neither found nor told where to listen."""


def server(words: Sequence[str], environment: Mapping[str, str], output: Output) -> int:
    """Carry out one command of the server and give the exit status; blocks.

    Raises:
        AltraBitsError: `usage.*`, and what the command itself raises.
    """
    errand = errand_of(words, words_of.ERRANDS, shared=SHARED)
    if isinstance(errand, OpenChoice):
        from altrabits_desktop.cli.open_choice import explain_choice

        purpose = words_of.group_purpose(errand.words)
        explain_choice("server", errand, words, purpose=purpose, output=output)
        return 0
    own = {option.name for option in errand.options}
    shared = tuple(option for option in SHARED if option.name not in own)
    command = " ".join(("altrabits", "server", *errand.words))
    read = read_words(words, (*errand.options, *shared))
    if read.has(HELP):
        from altrabits_desktop.cli.help import errand_help

        taken = (option for option in shared if option.name not in _MEANINGLESS)
        options = (*errand.options, *taken)
        output.text(errand_help("server", errand, options, own=words_of.purposes()))
        return 0
    refuse_meaningless(read, _MEANINGLESS, command=command)
    named = shared_options(read, environment)
    log_to_console(is_verbose=named.is_verbose)
    profile = profile_at(named.profile)
    try:
        operands = _operands(read.rest[len(errand.words) :], errand, output)
    except KeyboardInterrupt:
        return GIVEN_UP
    if errand.words == words_of.RUN:
        return _run(read, profile, environment, output)
    return _operate(errand, read, operands, profile, output)


def _operate(
    errand: Errand, read: Words, operands: tuple[str, ...], profile: Profile, output: Output
) -> int:
    if errand.words in words_of.OF_HOUSEHOLD:
        from altrabits_desktop.app.server_household import household

        return household(errand.words, operands, profile.server_folder, output=output)
    if errand.words[0] == FIRMWARE:
        from altrabits_desktop.app.server_firmware import firmware

        return firmware(errand.words, read, operands, profile.server_folder, output=output)
    operator = Operator(profile.server_folder, clock=SystemClock())
    if errand.words == words_of.PUBLISH:
        return _publish(read, operands[0], operator, output)
    return _tickets(errand, operands, operator, output)


def _operands(rest: Sequence[str], errand: Errand, output: Output) -> tuple[str, ...]:
    if errand.words == words_of.REPLY and rest:
        # A text needs no quotes around it.
        rest = (rest[0], " ".join(rest[1:]) or typed_text(output))
    return operands_of(rest, errand, group="server")


def _run(read: Words, profile: Profile, environment: Mapping[str, str], output: Output) -> int:
    is_shared = read.has("--lan")
    key_file = environment.get(KEY_FILE)
    options = RunOptions(
        folder=profile.server_folder,
        host=read.value("--host") or (EVERY_ADDRESS if is_shared else LOOPBACK),
        port=read.whole_number("--port", default=DEFAULT_PORT, least=0, most=_PORT_MOST),
        is_json=read.has("--json"),
        is_shared=is_shared,
        key_file=Path(key_file) if key_file else None,
    )
    bundled = bundled_policies(resource_folder() / "policy")

    def say(listening: Listening) -> None:
        if is_shared:
            output.text(shared_words(listening.url, is_announced=listening.is_announced))
        else:
            output.text(words_of.listening_words(listening.url))

    try:
        return run(options, bundled=bundled, say=say)
    except Refused as error:
        if error.code == "server.in_use" and is_owned(profile):
            raise Refused("server.in_window", folder=str(profile.folder)) from error
        raise


def _publish(read: Words, name: str, operator: Operator, output: Output) -> int:
    path = Path(name)
    side = path.with_suffix(".toml")
    given = {
        option: value
        for option in ("version", "language", "effective", "class", "summary", "contact")
        if (value := read.value(f"--{option}")) is not None
    }
    policy = asyncio.run(
        operator.publish_policy(
            _content(path), _content(side) if side.is_file() else None, given=given
        )
    )
    record: dict[str, object] = {
        "version": policy.version,
        "language": policy.language,
        "effective_at": policy.effective_at.isoformat().replace("+00:00", "Z"),
        "class": policy.change_class.value,
        "fingerprint": policy.fingerprint,
    }
    if output.is_json:
        output.record(record)
    output.text(words_of.published_words(policy.version, policy.language))
    return 0


def _tickets(errand: Errand, operands: Sequence[str], operator: Operator, output: Output) -> int:
    if errand.words == words_of.LIST:
        found = asyncio.run(operator.tickets())
        if output.is_json:
            output.document([_record(ticket) for ticket in found])
        output.text(words_of.ticket_table(found))
        return 0
    if errand.words == words_of.REPLY:
        ticket = asyncio.run(operator.reply(operands[0], operands[1]))
    else:
        does = operator.close if errand.words == words_of.CLOSE else operator.ticket
        ticket = asyncio.run(does(operands[0]))
    if output.is_json:
        output.record(_record(ticket))
    output.text("\n".join(words_of.thread_lines(ticket)))
    return 0


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            # One more than may be: whoever reads it says that it is too large.
            return file.read(POLICY_BYTES_MOST + 1)
    except OSError as error:
        raise Refused(
            "file.unreadable", file=plain_text(str(path)), reason=error.strerror or str(error)
        ) from error


def _record(ticket: Ticket) -> dict[str, object]:
    record: dict[str, object] = msgspec.to_builtins(ticket)
    return record
