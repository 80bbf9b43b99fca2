"""`altrabits server ...`: which words there are, what they say of themselves, and what is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.cli.errand import Errand
from altrabits_desktop.cli.moments import minute
from altrabits_desktop.cli.server_firmware import ERRANDS as OF_FIRMWARE
from altrabits_desktop.cli.server_firmware import FIRMWARE
from altrabits_desktop.cli.server_firmware import purpose as purpose_of_firmware
from altrabits_desktop.cli.server_firmware import purposes as purposes_of_firmware
from altrabits_desktop.cli.table import table
from altrabits_desktop.contract.plain_text import plain_text
from altrabits_desktop.contract.tickets import Author, TicketState
from altrabits_desktop.runtime.command_line import Option
from altrabits_desktop.runtime.wording import fill, translate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from altrabits_desktop.contract.tickets import Ticket

RUN = ("run",)
PUBLISH = ("policy", "publish")
PAIR = ("pair",)
COMPUTERS, REMOVE = (("computers", name) for name in ("list", "remove"))
OF_HOUSEHOLD = frozenset({PAIR, COMPUTERS, REMOVE})
LIST, SHOW, REPLY, CLOSE = (("tickets", name) for name in ("list", "show", "reply", "close"))

_JSON = Option("--json")


ERRANDS = (
    Errand(
        RUN,
        (Option("--host", "HOST"), Option("--port", "PORT"), Option("--lan"), _JSON),
        "",
        lambda: translate("help", "run a server of its own, until it is stopped"),
    ),
    Errand(
        PAIR,
        (_JSON,),
        "",
        lambda: translate("help", "show a code by which one computer of your home joins"),
    ),
    Errand(
        COMPUTERS,
        (_JSON,),
        "",
        lambda: translate("help", "list the computers that have joined"),
    ),
    Errand(
        REMOVE,
        (_JSON,),
        "ID",
        lambda: translate("help", "let a computer in no longer; its connections end at once"),
    ),
    Errand(
        PUBLISH,
        (
            Option("--version", "V"),
            Option("--language", "TAG"),
            Option("--effective", "DATE"),
            Option("--class", "CLASS", choices=("editorial", "minor", "material")),
            Option("--summary", "TEXT"),
            Option("--contact", "TEXT"),
            _JSON,
        ),
        "FILE",
        lambda: translate("help", "publish a version of the privacy policy"),
    ),
    Errand(LIST, (_JSON,), "", lambda: translate("help", "list all support requests")),
    Errand(SHOW, (_JSON,), "NUMBER", lambda: translate("help", "show a support request")),
    Errand(
        REPLY,
        (_JSON,),
        "NUMBER [TEXT]",
        lambda: translate("help", "answer a support request; without TEXT it is read from input"),
    ),
    Errand(CLOSE, (_JSON,), "NUMBER", lambda: translate("help", "close a support request")),
    *OF_FIRMWARE,
)


def group_purpose(words: tuple[str, ...]) -> str:
    """Say what these commands are for, or those of them that begin with words."""
    if words == LIST[:1]:
        return translate("help", "Shows the support requests of everybody, and answers them.")
    if words == COMPUTERS[:1]:
        return translate("help", "Shows the computers that have joined, and removes them.")
    if words == PUBLISH[:1]:
        return translate("help", "Publishes versions of the privacy policy.")
    if words == (FIRMWARE,):
        return purpose_of_firmware()
    return translate(
        "help",
        "Runs the server module on its own, and does what an operator does: publish a policy,"
        " answer support requests, offer firmware. All but run work on the database whether or not"
        " a server runs on it.",
    )


def purposes() -> Mapping[str, Callable[[], str]]:
    """Give what each option of these commands is for."""
    return {
        **purposes_of_firmware(),
        "--host": lambda: translate("help", "the address to listen on; 127.0.0.1 if not said"),
        "--port": lambda: translate(
            "help", "the port to listen on; 8619 if not said, 0 for any free one"
        ),
        "--lan": lambda: translate(
            "help",
            "let the computers of your home join, over TLS; on every address if --host is not said",
        ),
        "--version": lambda: translate("help", "the version's name, such as 1.1"),
        "--language": lambda: translate("help", "the language of the text, such as de"),
        "--effective": lambda: translate("help", "the day from which it holds, such as 2027-01-01"),
        "--class": lambda: translate("help", "how much it changes; material if not said"),
        "--summary": lambda: translate("help", "what changes, in a sentence or two"),
        "--contact": lambda: translate("help", "who answers for the policy and how to reach them"),
    }


def ticket_table(tickets: Sequence[Ticket]) -> str:
    """Give the list of support requests for people."""
    if not tickets:
        return translate("server", "There are no support requests.")
    head = (
        translate("server", "Number"),
        translate("server", "State"),
        translate("server", "Opened"),
        translate("server", "Subject"),
    )
    rows = [
        (
            ticket.number,
            state_words(ticket.state),
            minute(ticket.opened_at),
            plain_text(ticket.subject),
        )
        for ticket in tickets
    ]
    return table(head, rows)


def thread_lines(ticket: Ticket) -> list[str]:
    """Give a support request with its messages for people."""
    lines = [f"{ticket.number}  {state_words(ticket.state)}  {plain_text(ticket.subject)}"]
    for message in ticket.messages:
        who = (
            translate("server", "Support")
            if message.author is Author.SUPPORT
            else translate("server", "Person")
        )
        lines += ["", f"{who}, {minute(message.written_at)}"]
        lines += [f"  {plain_text(line, limit=2000)}" for line in message.text.splitlines()]
    return lines


def state_words(state: TicketState) -> str:
    """Say whose turn it is."""
    return {
        TicketState.OPEN: lambda: translate("server", "open"),
        TicketState.ANSWERED: lambda: translate("server", "answered"),
        TicketState.CLOSED: lambda: translate("server", "closed"),
    }[state]()


def listening_words(url: str) -> str:
    """Say where a server answers."""
    return fill(translate("server", "The server answers at {url}. Ctrl+C ends it."), url=url)


def published_words(version: str, language: str) -> str:
    """Say that a policy was published."""
    return fill(
        translate("server", "Version {version} is published in the language {language}."),
        version=version,
        language=language,
    )
