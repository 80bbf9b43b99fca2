"""What `altrabits support` and `altrabits streamers` show to people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from altrabits_desktop.cli.adding import held_note
from altrabits_desktop.cli.control import sound_line
from altrabits_desktop.cli.handing import handed_line
from altrabits_desktop.cli.moments import minute_of
from altrabits_desktop.cli.new_owner import ready_line
from altrabits_desktop.cli.server import state_words
from altrabits_desktop.cli.table import table
from altrabits_desktop.contract.plain_text import plain_text
from altrabits_desktop.contract.streamers import Presence, Reason
from altrabits_desktop.contract.tickets import Author, TicketState
from altrabits_desktop.privacy.gate import Closed
from altrabits_desktop.runtime.reason_sentences import standing_sentence
from altrabits_desktop.runtime.wording import fill, translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    Record = Mapping[str, Any]

_LINE_MOST = 2000


def belongings_lines(group: str, result: Record | Sequence[Record]) -> str:
    """Give a record, or a list of records, for people."""
    records = (result,) if isinstance(result, Mapping) else tuple(result)
    if isinstance(result, Mapping) and "hand_over" in result:
        return handed_line(result)
    if isinstance(result, Mapping) and "new_owner" in result:
        return ready_line(result)
    if group == "streamers":
        return _own_lines(records, is_one=isinstance(result, Mapping))
    return "\n".join(_thread(result)) if isinstance(result, Mapping) else _tickets(records)


def ignored_lines(result: Record | Sequence[Record]) -> str:
    """Give those that are ignored, for people."""
    return belongings_lines("streamers", result) if result else _none_ignored()


def _none_ignored() -> str:
    return translate("support", "No streamer is ignored.")


def _own_lines(records: Sequence[Record], *, is_one: bool) -> str:
    shown = _streamers(records)
    if records and all(record.get("kept") == "run" for record in records):
        return f"{shown}\n{_run_note()}"
    if is_one and records[0].get("kept") == "memory":
        return f"{shown}\n{held_note()}"
    if is_one and "heard" in records[0]:
        return f"{shown}\n\n{_how_it_is(records[0]['heard'])}"
    return shown


def _run_note() -> str:
    return translate(
        "support",
        "Nobody is signed in, so this holds until the window is closed; without an open window it"
        " ends with this command.",
    )


def _how_it_is(heard: Record | None) -> str:
    if heard is None:
        return translate("control", "Nothing is heard of it now, so it is not known how it is.")
    if heard["state"] == Presence.GONE:
        return _standing(heard)
    lines = (sound_line(heard), _standing(heard), *_answers(heard.get("answers")))
    return "\n".join(lines)


def _standing(record: Record) -> str:
    since = record["state_since"]
    return standing_sentence(
        Presence(record["state"]),
        Reason(record["state_reason"]),
        time=minute_of(since) if since is not None else "",
    )


def _answers(answers: Record | None) -> tuple[str, ...]:
    if answers is None:
        return ()
    line = translate("control", "Answers: half within {half} ms, 95 of 100 within {most} ms")
    return (fill(line, half=answers["p50_ms"], most=answers["p95_ms"]),)


def _tickets(records: Sequence[Record]) -> str:
    if not records:
        return translate("support", "There are no support requests.")
    head = (
        translate("support", "Number"),
        translate("support", "State"),
        translate("support", "Opened"),
        translate("support", "Subject"),
    )
    rows = [
        (
            str(record["number"]),
            _state(record),
            minute_of(record["opened_at"]),
            plain_text(str(record["subject"]), limit=120),
        )
        for record in records
    ]
    held = next((record["held_by"] for record in records if record["held_by"]), None)
    return f"{table(head, rows)}\n\n{waiting_note(held)}" if held else table(head, rows)


def _thread(record: Record) -> list[str]:
    subject = plain_text(str(record["subject"]), limit=120)
    lines = [f"{record['number']}  {_state(record)}  {subject}"]
    if record["held_by"]:
        lines.append(waiting_note(record["held_by"]))
    if record["refused"]:
        lines.append(
            translate("support", "The server did not take what was asked last of this request.")
        )
    for message in record["messages"]:
        is_ours = message["author"] == Author.SUPPORT
        who = translate("support", "Support") if is_ours else translate("support", "You")
        lines += ["", f"{who}, {minute_of(message['written_at'])}"]
        text = str(message["text"]).splitlines()
        lines += [f"  {plain_text(line, limit=_LINE_MOST)}" for line in text]
    return lines


def waiting_note(held_by: object) -> str:
    """Say why what waits is not sent, and what lets it go."""
    if held_by == Closed.DECLINED:
        return translate(
            "support",
            "What waits is kept and not sent, because the privacy policy is declined."
            " It is sent once you accept it: `altrabits policy accept`.",
        )
    return translate(
        "support",
        "What waits is kept and not sent before you decide about the privacy policy:"
        " `altrabits policy show`, then `altrabits policy accept`.",
    )


def _state(record: Record) -> str:
    if record["is_waiting"]:
        return translate("support", "waits to be sent")
    return state_words(TicketState(str(record["state"])))


def _streamers(records: Sequence[Record]) -> str:
    if not records:
        return translate("support", "There are no streamers in your account yet.")
    has_states = all("state" in record for record in records)
    head = (
        translate("support", "Name"),
        translate("support", "Room"),
        translate("support", "Product"),
        *([translate("support", "State")] if has_states else []),
        translate("support", "ID"),
    )
    rows = [
        (
            *(plain_text(str(record[name] or "")) for name in ("name", "room", "product")),
            *([_standing_now(record)] if has_states else []),
            plain_text(str(record["id"])),
        )
        for record in records
    ]
    return table(head, rows)


def _standing_now(record: Record) -> str:
    # Without a window nobody has listened for them.
    return _standing(record) if record["state"] else translate("support", "not looked for")
