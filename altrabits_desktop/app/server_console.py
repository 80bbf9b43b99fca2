"""`altrabits server ...`: reads the words, and lets the server's own rooms do the rest."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from altrabits_desktop.app.arguments import SHARED, shared_options
from altrabits_desktop.cli import server as words_of
from altrabits_desktop.cli.errand import Among, errand_of
from altrabits_desktop.contract.errors import Refused, WrongUsage
from altrabits_desktop.contract.plain_text import plain_text
from altrabits_desktop.contract.policies import POLICY_BYTES_MOST
from altrabits_desktop.runtime.bundled_policy import bundled_policies
from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.runtime.command_line import HELP, read_words, refuse_rest
from altrabits_desktop.runtime.logs import log_to_console
from altrabits_desktop.runtime.paths import profile_at
from altrabits_desktop.runtime.resources import resource_folder
from altrabits_desktop.server.operating import Operator
from altrabits_desktop.server.separate import DEFAULT_PORT, LOOPBACK, RunOptions, run

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from altrabits_desktop.cli.errand import Errand
    from altrabits_desktop.cli.output import Output
    from altrabits_desktop.contract.tickets import Ticket
    from altrabits_desktop.runtime.command_line import Words

_PORT_MOST = 65_535


def server(words: Sequence[str], environment: Mapping[str, str], output: Output) -> int:
    """Carry out one command of the server and give the exit status; blocks.

    Raises:
        AltraBitsError: `usage.*`, and what the command itself raises.
    """
    errand = errand_of(words, words_of.ERRANDS, shared=SHARED)
    if isinstance(errand, Among):
        from altrabits_desktop.cli.among import explain_among

        purpose = words_of.group_purpose(errand.words)
        explain_among("server", errand, words, purpose=purpose, output=output)
        return 0
    own = {option.name for option in errand.options}
    shared = tuple(option for option in SHARED if option.name not in own)
    read = read_words(words, (*errand.options, *shared))
    if read.has(HELP):
        from altrabits_desktop.cli.help import errand_help

        options = (*errand.options, *shared)
        output.text(errand_help("server", errand, options, own=words_of.purposes()))
        return 0
    named = shared_options(read, environment)
    log_to_console(is_verbose=named.is_verbose)
    folder = profile_at(named.profile).server_folder
    rest = read.rest[len(errand.words) :]
    if errand.words == words_of.RUN:
        refuse_rest(read._replace(rest=rest))
        return _run(read, folder, output)
    operator = Operator(folder, clock=SystemClock())
    if errand.words == words_of.PUBLISH:
        return _publish(read, rest, operator, output)
    return _tickets(errand, rest, operator, output)


def _run(read: Words, folder: Path, output: Output) -> int:
    options = RunOptions(
        folder=folder,
        host=read.value("--host") or LOOPBACK,
        port=read.whole_number("--port", default=DEFAULT_PORT, least=0, most=_PORT_MOST),
        is_json=read.has("--json"),
    )
    bundled = bundled_policies(resource_folder() / "policy")
    return run(options, bundled=bundled, say=lambda url: output.text(words_of.listening_words(url)))


def _publish(read: Words, rest: Sequence[str], operator: Operator, output: Output) -> int:
    (name,) = _operands(rest, 1, "FILE")
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


def _tickets(errand: Errand, rest: Sequence[str], operator: Operator, output: Output) -> int:
    if errand.words == words_of.LIST:
        _operands(rest, 0, "")
        found = asyncio.run(operator.tickets())
        if output.is_json:
            output.document([_record(ticket) for ticket in found])
        output.text(words_of.ticket_table(found))
        return 0
    if errand.words == words_of.REPLY:
        if not rest:
            raise WrongUsage("usage.operand_missing", operand="NUMBER")
        text = " ".join(rest[1:]) or sys.stdin.read()
        ticket = asyncio.run(operator.reply(rest[0], text))
    else:
        (number,) = _operands(rest, 1, "NUMBER")
        does = operator.close if errand.words == words_of.CLOSE else operator.ticket
        ticket = asyncio.run(does(number))
    if output.is_json:
        output.record(_record(ticket))
    output.text("\n".join(words_of.thread_lines(ticket)))
    return 0


def _operands(rest: Sequence[str], count: int, name: str) -> Sequence[str]:
    if len(rest) < count:
        raise WrongUsage("usage.operand_missing", operand=name)
    if len(rest) > count:
        raise WrongUsage("usage.argument_unexpected", argument=plain_text(rest[count]))
    return rest


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
