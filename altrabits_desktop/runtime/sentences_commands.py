"""Sentences for what was typed after a command, of `altrabits simulate` too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.runtime.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_USAGE: Mapping[str, Callable[[], str]] = {
    "usage.option_unknown": lambda: translate(
        "errors", "There is no option {option}. --help lists those that exist."
    ),
    "usage.value_missing": lambda: translate(
        "errors", "{option} needs a value: {option} {metavar}."
    ),
    "usage.value_unwanted": lambda: translate("errors", "{option} takes no value."),
    "usage.choice": lambda: translate(
        "errors", "{option} can be one of these: {choices}; not “{value}”."
    ),
    "usage.number": lambda: translate(
        "errors", "{option} takes a number from {least} to {most}, not “{value}”."
    ),
    "usage.url": lambda: translate(
        "errors", "“{value}” cannot be played. An address begins with http:// or https://."
    ),
    "usage.time": lambda: translate(
        "errors", "“{value}” is no place in a piece. One looks like 90, 1:30 or 1:02:30."
    ),
    "usage.volume": lambda: translate(
        "errors", "“{value}” is no volume. It goes from 0 to 100, or up by +5 and down by -5."
    ),
    "usage.gains": lambda: translate(
        "errors", "“{value}” are no gains. Each goes from -{most} to +{most}, such as 2,1,0,-1,1."
    ),
    "usage.language": lambda: translate(
        "errors", "“{value}” names no language. These are spoken: {known}."
    ),
    "usage.server_malformed": lambda: translate(
        "errors",
        "--server takes an address such as https://music.example.com or http://127.0.0.1:8619,"
        " without a name or password in it and with nothing behind its path.",
    ),
    "usage.meaningless": lambda: translate(
        "errors", "{option} means nothing to {command}; leave it out."
    ),
    "usage.server_open": lambda: translate(
        "errors",
        "A server elsewhere is reached by https:// only: http:// could be read on the way. It is"
        " for this computer itself (127.0.0.1, [::1], localhost).",
    ),
    "usage.argument_unexpected": lambda: translate(
        "errors", "“{argument}” is one word too many. --help shows what can be said."
    ),
    "usage.text_unquoted": lambda: translate(
        "errors",
        "“{argument}” is one word too many. Words that belong together stand in quotation marks:"
        " `{usage}`.",
    ),
    "usage.operand_missing": lambda: translate(
        "errors", "Missing: {operand}. {command} --help shows what can be said."
    ),
    "usage.command_unknown": lambda: translate(
        "errors", "There is no command “{command}”. These exist: {known}."
    ),
    "usage.command_missing": lambda: translate(
        "errors", "A command is missing. These exist: {known}."
    ),
}

_SIMULATOR: Mapping[str, Callable[[], str]] = {
    "simulate.count_wrong": lambda: translate(
        "errors", "There can be 1 to {most} simulated streamers, not {count}."
    ),
    "simulate.card_too_few": lambda: translate(
        "errors",
        "The network card {card} has too few addresses in a row for {count} streamers. Give it"
        " more, or start fewer: --count {most}.",
    ),
    "simulate.too_many": lambda: translate(
        "errors", "The addresses of this network do not suffice for {count} streamers."
    ),
    "simulate.name_empty": lambda: translate(
        "errors", "A name needs a character that can be seen."
    ),
    "simulate.script_unreadable": lambda: translate(
        "errors", "{file} cannot be read: {reason}. Name a file with the steps of the script."
    ),
    "simulate.script_line": lambda: translate(
        "errors",
        "Line {number} of the script is no step: “{line}”. One looks like this: 5 2 fault silent.",
    ),
    "simulate.script_too_long": lambda: translate(
        "errors", "The script is too long. It may have {most} steps."
    ),
    "simulate.fault_unknown": lambda: translate(
        "errors", "There is no fault “{fault}”. These exist: {known}."
    ),
    "simulate.fault_needs_two": lambda: translate(
        "errors", "The fault “{fault}” takes at least two streamers: --count 2."
    ),
    "simulate.address_malformed": lambda: translate(
        "errors", "“{address}” is not an address that a streamer can use."
    ),
    "simulate.address_missing": lambda: translate(
        "errors", "This computer does not have the address {address}."
    ),
    "simulate.address_simulated": lambda: translate(
        "errors", "{address} is simulated already; name another --address."
    ),
    "simulate.address_elsewhere": lambda: translate(
        "errors", "The address {address} is not in the network of {card}."
    ),
    "simulate.card_without_address": lambda: translate(
        "errors", "The network card {card} has no address just now."
    ),
    "simulate.port_taken": lambda: translate(
        "errors",
        "Another program holds port {port} (UDP) at {address} alone. End it, then start again.",
    ),
}

SENTENCES: Mapping[str, Callable[[], str]] = {**_USAGE, **_SIMULATOR}
"""By code."""
