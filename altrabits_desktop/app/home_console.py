"""`altrabits policy`, `account`, `streamers`, `support`, `play` and the like: done by the owner.

A running window does it, so that it shows at once what the console did; with no owner this process
owns the profile meanwhile, with the embedded server in it where one is needed.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from altrabits_desktop.app.adding_talk import ADD, AddingTalk
from altrabits_desktop.app.arguments import SHARED, shared_options
from altrabits_desktop.app.firmware_talk import FirmwareTalk
from altrabits_desktop.app.handing_talk import HAND_OVER, HandingTalk
from altrabits_desktop.app.home_place import named_url, with_household
from altrabits_desktop.app.joining_talk import JOIN, JoiningTalk
from altrabits_desktop.app.new_owner_talk import NEW_OWNER, NewOwnerTalk
from altrabits_desktop.app.owner_errands import DISCARD, READY, OwnerErrand
from altrabits_desktop.app.owner_talk import talk_to_owner
from altrabits_desktop.app.refused_talk import RefusedTalk
from altrabits_desktop.app.typed_secrets import piped_secrets, see_terminal, typed_secrets
from altrabits_desktop.app.typed_text import GIVEN_UP, typed_text
from altrabits_desktop.cli import home as words_of
from altrabits_desktop.cli.errand import OpenChoice, errand_of, operands_of
from altrabits_desktop.cli.finding import cards_of_run_note
from altrabits_desktop.cli.firmware import ALL, FIRMWARE, STOP
from altrabits_desktop.cli.passwords import memory_note, secrets_of
from altrabits_desktop.cli.receipts import no_decision_here
from altrabits_desktop.cli.upkeep import SNAPSHOT
from altrabits_desktop.contract.errors import DecisionNeeded
from altrabits_desktop.runtime.command_line import HELP, read_words
from altrabits_desktop.runtime.keychain import Kept
from altrabits_desktop.runtime.logs import log_to_console
from altrabits_desktop.runtime.paths import profile_at
from altrabits_desktop.runtime.settings import read_settings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from altrabits_desktop.app.arguments import SharedOptions
    from altrabits_desktop.app.owner_errands import Result
    from altrabits_desktop.app.owner_talk import Ask, Talk
    from altrabits_desktop.app.wiring import Search, Surroundings
    from altrabits_desktop.cli.control_words import Asked
    from altrabits_desktop.cli.errand import Errand
    from altrabits_desktop.cli.output import Output
    from altrabits_desktop.runtime.command_line import Words


_HOUSEHOLD = "household"
_CARDS = "cards"


def home(
    group: str,
    words: Sequence[str],
    environment: Mapping[str, str],
    output: Output,
    *,
    surroundings: Surroundings | None = None,
) -> int:
    """Carry out one command of a group and give the exit status; blocks.

    Args:
        group: such as `policy`, or the command itself where it has no further words.
        words: what follows it.
        environment: twins of the shared options.
        output: where the answer goes.
        surroundings: another network and keyring only in tests.

    Raises:
        AltraBitsError: `usage.*`, `profile.in_use`, and what the command itself raises.
    """
    errands = words_of.GROUPS[group]
    errand = errand_of(words, errands, shared=SHARED)
    if isinstance(errand, OpenChoice):
        from altrabits_desktop.cli.open_choice import explain_choice

        purpose = words_of.group_purpose(group)
        explain_choice(group, errand, words, purpose=purpose, output=output)
        return 0
    read = read_words(words, (*errand.options, *SHARED))
    if read.has(HELP):
        from altrabits_desktop.cli.help import errand_help

        options = (*errand.options, *SHARED)
        output.text(errand_help(group, errand, options, own=words_of.purposes()))
        return 0
    named = _with_household(shared_options(read, environment))
    log_to_console(is_verbose=named.is_verbose)
    whole = (group, *errand.words)
    try:
        operands = _operands(read.rest[len(errand.words) :], errand, group=group, output=output)
        if read.has("--discard"):
            operands = (*operands, DISCARD)
        asked = words_of.asked_of(whole, operands)
        if read.has("--password-stdin"):
            wanted = OwnerErrand(whole, operands, piped_secrets(whole))
        else:
            _see_ready(whole, named, around=surroundings, output=output)
            wanted = OwnerErrand(whole, operands, typed_secrets(whole, operands, output=output))
        result = _done(
            named,
            _talk(wanted, read, output),
            group=group,
            search=_search(whole, named, surroundings),
            around=surroundings,
            output=output,
        )
    except KeyboardInterrupt:
        # Without a word, as the person knows; but what was wanted is not done.
        return GIVEN_UP
    result = _into_file(whole, operands, result)
    _write(words_of.in_order(whole, result), whole, asked=asked, output=output)
    return 0


def _with_files(words: tuple[str, ...], operands: tuple[str, ...]) -> tuple[str, ...]:
    if words[0] != SNAPSHOT:
        return operands
    from altrabits_desktop.app.snapshot_files import with_content

    return with_content(words, operands)


def _into_file(words: tuple[str, ...], operands: tuple[str, ...], result: Result) -> Result:
    if words[0] != SNAPSHOT:
        return result
    from altrabits_desktop.app.snapshot_files import with_file

    return with_file(words, operands[-1], result)


def _with_household(named: SharedOptions) -> SharedOptions:
    return with_household(named, read_settings(profile_at(named.profile)).settings)


def _write(result: Result, words: tuple[str, ...], *, asked: Asked | None, output: Output) -> None:
    if output.is_json and isinstance(result, list):
        output.document(result)
    elif output.is_json and isinstance(result, dict):
        output.record(result)
    output.text(words_of.lines_of(words, result, asked=asked))


def _operands(
    rest: Sequence[str], errand: Errand, *, group: str, output: Output
) -> tuple[str, ...]:
    if errand.operand.endswith(" [TEXT]") and len(rest) == len(errand.operand.split()) - 1:
        return operands_of((*rest, typed_text(output)), errand, group=group)
    return _with_files((group, *errand.words), operands_of(rest, errand, group=group))


def _see_ready(
    words: tuple[str, ...], named: SharedOptions, *, around: Surroundings | None, output: Output
) -> None:
    """See to it that nobody types a password in vain, and say what a sign-in will come to.

    Raises:
        AltraBitsError: what is in the way of the command, as far as it is known before;
            `password.not_given` where nobody can be asked.
    """
    if not secrets_of(words):
        return
    profile, server = profile_at(named.profile), named.server

    async def talk(ask: Ask) -> Result:
        return await ask(OwnerErrand(READY, words))

    async def here(talk: Talk) -> Result:
        # Imported here, as below: a command that a window carries out needs none of it.
        from altrabits_desktop.app.console_life import talk_of_kept

        return await talk_of_kept(profile, talk, server=server, around=around)

    ready = talk_to_owner(profile, talk, here=here, server=named_url(named))
    see_terminal()
    if isinstance(ready, dict) and ready.get("kept") == Kept.MEMORY:
        output.note(memory_note())


def _talk(errand: OwnerErrand, read: Words, output: Output) -> Talk:
    talk = _own_talk(errand, read, output)
    return RefusedTalk(talk=talk, output=output) if errand.words[0] == "streamers" else talk


def _own_talk(errand: OwnerErrand, read: Words, output: Output) -> Talk:
    if errand.words == ADD:
        return AddingTalk(streamer=errand.operands[0], code=read.value("--code"), output=output)
    if errand.words == HAND_OVER:
        return HandingTalk(streamer=errand.operands[0], output=output)
    if errand.words == NEW_OWNER:
        streamer, file = errand.operands
        return NewOwnerTalk(
            streamer=streamer, file=Path(file), name=read.value("--confirm"), output=output
        )
    if errand.words == JOIN:
        return JoiningTalk(errand.operands, code=read.value("--code"), output=output)

    if errand.words == (FIRMWARE,):
        wishes = tuple(option.lstrip("-") for option in (ALL, STOP) if read.has(option))
        return FirmwareTalk(operands=errand.operands, wishes=wishes, output=output)

    async def one(ask: Ask) -> Result:
        try:
            return await ask(errand)
        except DecisionNeeded:
            if errand.words == words_of.RECEIPTS:
                output.note(no_decision_here())
            raise

    return one


def _done(
    named: SharedOptions,
    talk: Talk,
    *,
    group: str,
    search: Search | None,
    around: Surroundings | None,
    output: Output,
) -> Result:
    profile, server = profile_at(named.profile), named.server
    if group == _CARDS and named.interfaces:
        output.note(cards_of_run_note(named.interfaces))

    async def here(talk: Talk) -> Result:
        # Half of the time of a command.
        from altrabits_desktop.app.console_life import (
            talk_at_home,
            talk_in_house,
            talk_of_cards,
            talk_of_household,
        )

        if group == _CARDS:
            return await talk_of_cards(profile, talk, around=around)

        if group == _HOUSEHOLD:
            return await talk_of_household(
                profile, talk, server=server, cards=named.interfaces, around=around
            )
        if search is None:
            return await talk_at_home(
                profile, talk, server=server, cards=named.interfaces, around=around
            )
        return await talk_in_house(profile, talk, server=server, search=search, output=output)

    return talk_to_owner(profile, talk, here=here, server=named_url(named))


def _search(
    words: tuple[str, ...], named: SharedOptions, surroundings: Surroundings | None
) -> Search | None:
    """Give where streamers are looked for; None for a command that needs none."""
    if words not in words_of.IN_THE_HOUSE:
        return None
    # Imported here: it brings the network's libraries.
    from altrabits_desktop.app.wiring import Search, Surroundings

    kept = () if named.interfaces else read_settings(profile_at(named.profile)).settings.cards
    return Search(
        cards=named.interfaces or kept,
        saved_cards=kept,
        surroundings=surroundings or Surroundings(),
    )
