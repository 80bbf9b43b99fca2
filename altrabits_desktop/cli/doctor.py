"""`altrabits doctor`: one likely cause, one thing to do, and what was checked."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from altrabits_desktop.cli.table import table
from altrabits_desktop.contract.doctor import Cause, Health
from altrabits_desktop.contract.errors import NotReachable
from altrabits_desktop.runtime.command_line import Option
from altrabits_desktop.runtime.sentences_checks import check_found, check_label
from altrabits_desktop.runtime.sentences_doctor import (
    cause_words,
    fix_command,
    then_changes,
    then_fills,
)
from altrabits_desktop.runtime.wording import translate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from altrabits_desktop.cli.output import Output
    from altrabits_desktop.contract.doctor import Diagnosis
    from altrabits_desktop.contract.streamers import ProtocolReport

OPTIONS = (Option("--json"),)


def tell(diagnosis: Diagnosis, output: Output) -> int:
    """Write a diagnosis; gives the exit status: 0 where streamers are found, else 3.

    Raises:
        BrokenPipeError: the reader has gone.
        Refused: `output.unwritable`.
    """
    if output.is_json:
        output.record(record_of(diagnosis))
    else:
        output.text(text_of(diagnosis))
    return 0 if diagnosis.cause is Cause.FOUND else NotReachable.exit_status


def text_of(diagnosis: Diagnosis) -> str:
    """Give the diagnosis for people."""
    words = cause_words(diagnosis)
    marks = {
        Health.GOOD: translate("doctor", "ok", "a check"),
        Health.BAD: translate("doctor", "bad", "a check"),
        Health.UNKNOWN: "-",
    }
    head = (
        translate("doctor", "Checked"),
        translate("doctor", "State", "of a check"),
        translate("doctor", "What was found"),
    )
    rows = [
        (check_label(check.name), marks[check.health], check_found(check))
        for check in diagnosis.checks
    ]
    said = (
        f"{words.heading}.",
        words.sentence,
        "",
        f"{words.to_do}.",
        _with_command(_then(words.then), fix_command(diagnosis)),
        "",
        table(head, rows),
    )
    rule = diagnosis.arguments.get("rule")
    return "\n".join((*said, "", str(rule)) if rule else said)


def _then(said: str) -> str:
    """Give what follows; the list that fills by itself is the window's."""
    if said not in {then_fills(), then_changes()}:
        return said
    return translate("doctor", "`altrabits discover --watch` lists each as soon as it answers.")


def _with_command(then: str, command: str) -> str:
    return f"{then}\n\n    {command}" if command else then


def record_of(diagnosis: Diagnosis) -> dict[str, object]:
    """Give the diagnosis for programs: the cause, every check, and all that was measured."""
    words = cause_words(diagnosis)
    report = diagnosis.report
    return {
        "cause": diagnosis.cause.value,
        "place": diagnosis.place.value if diagnosis.place is not None else None,
        "arguments": dict(diagnosis.arguments),
        "message": f"{words.heading}. {words.sentence}",
        "fix": f"{words.to_do}. {words.then}",
        "command": fix_command(diagnosis) or None,
        "checks": [
            {
                "name": check.name.value,
                "state": check.health.value,
                "finding": check.code,
                "arguments": dict(check.arguments),
                "message": check_found(check),
            }
            for check in diagnosis.checks
        ],
        "findings": {
            "cards": [asdict(card) for card in report.cards],
            "protocols": [_protocol(found) for found in report.protocols],
            "error": report.error_code,
            **_measured(diagnosis),
        },
    }


def _protocol(found: ProtocolReport) -> Mapping[str, object]:
    return asdict(found)


def _measured(diagnosis: Diagnosis) -> dict[str, object]:
    if diagnosis.measured is None:
        return {}
    return asdict(diagnosis.measured)
