"""What page Support says. Pure but for the language."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLocale

from altrabits_desktop.actions.belongings import SUBJECT_MOST, TEXT_MOST
from altrabits_desktop.actions.home import ServerState
from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.contract.plain_text import plain_text
from altrabits_desktop.contract.tickets import Author, TicketState
from altrabits_desktop.privacy.bundled_contact import is_bundled_contact
from altrabits_desktop.privacy.gate import Closed, Standing
from altrabits_desktop.privacy.visible_text import visible
from altrabits_desktop.runtime.sentences import sentence_of
from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.formatting import ago, left_to_right, short_date
from altrabits_desktop.ui.widgets.chip import ChipKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from altrabits_desktop.actions.belongings import RefusedRequest
    from altrabits_desktop.actions.home import HomeReport
    from altrabits_desktop.contract.tickets import Ticket

_MINUTE = timedelta(minutes=1)
_DAY = timedelta(days=1)
_CONTACT_MOST = 500
FOLDED_CHARACTERS = 1_500
FOLDED_LINES = 16


class StateWords(NamedTuple):
    """How a state looks and is called."""

    icon: str
    text: str
    kind: ChipKind


def state_words(ticket: Ticket, *, is_waiting: bool, is_unread: bool) -> StateWords:
    """Give what a request's chip says: what is unsent first, then what is new."""
    if is_waiting:
        return StateWords(
            "waiting", translate("support", "Waiting to be sent", "chip"), ChipKind.NEUTRAL
        )
    if is_unread:
        return StateWords("info", translate("support", "New answer", "chip"), ChipKind.ACTIVITY)
    match ticket.state:
        case TicketState.OPEN:
            return StateWords("clock", translate("support", "Open", "state"), ChipKind.NEUTRAL)
        case TicketState.ANSWERED:
            return StateWords("check", translate("support", "Answered", "state"), ChipKind.OK)
        case TicketState.CLOSED:
            return StateWords("lock", translate("support", "Closed", "state"), ChipKind.NEUTRAL)


def head_line(report: HomeReport, *, unread: int, waiting: int, count: int) -> str:
    """Give what is true now, for below the title."""
    if unread:
        return translate("support", "%n request(s) with a new answer", "", unread)
    if waiting:
        return _waiting_line(report, waiting)
    if report.server is ServerState.AWAY and report.email:
        return translate("support", "The server does not answer; what is written here waits")
    if count:
        return translate("support", "%n request(s), the latest first", "", count)
    return translate("support", "Help with streamers and with this app")


def _waiting_line(report: HomeReport, waiting: int) -> str:
    if report.standing is Standing.DECLINED:
        return translate(
            "support", "%n request(s) waiting, because the privacy policy is declined", "", waiting
        )
    if report.standing is Standing.LIMITED:
        return translate(
            "support", "%n request(s) waiting for your decision about the policy", "", waiting
        )
    return translate("support", "%n request(s) waiting to be sent", "", waiting)


def contact(report: HomeReport) -> str:
    """Give whom to turn to, as plain text that may be shown; a sentence where nobody is named."""
    if report.policy is None:
        if report.server is ServerState.STARTING:
            return translate("support", "The contact is being read.")
        return translate("support", "The contact is not known just now.")
    if has_contact(report):
        return plain_text(report.policy.contact, limit=_CONTACT_MOST)
    if not report.elsewhere:
        return translate("support", "No contact was named for this server.")
    words = translate(
        "support", "Whoever operates the server {server}, and has named no contact for it."
    )
    return fill(words, server=_server(report))


def has_contact(report: HomeReport) -> bool:
    """Tell whether there is somebody to turn to.

    The contact of the bundled policy names this computer, which a server elsewhere is not on.
    """
    if report.policy is None or (report.elsewhere and is_bundled_contact(report.policy.contact)):
        return False
    return bool(plain_text(report.policy.contact))


def recipient(report: HomeReport) -> str:
    """Give who receives a request, for beside it."""
    if report.elsewhere:
        words = translate(
            "support", "To the server {server}: whoever operates it reads and answers it."
        )
        return fill(words, server=_server(report))
    return translate(
        "support",
        "To the server of this computer, inside this program: whoever operates this computer reads"
        " and answers it.",
    )


def _server(report: HomeReport) -> str:
    return left_to_right(plain_text(report.elsewhere))


def closed_words(closed: Closed) -> tuple[str, str]:
    """Give why nothing can be written, and what opens it."""
    match closed:
        case Closed.DECLINED:
            return (
                translate("support", "New requests have stopped"),
                translate(
                    "support",
                    "The privacy policy is declined, so nothing is sent. The contact above can be"
                    " used all the same, and the decision can be changed at any time.",
                ),
            )
        case Closed.DECISION_NEEDED:
            return (
                translate("support", "Requests wait for a decision"),
                translate(
                    "support",
                    "A request is kept with the account, which needs a decision about the privacy"
                    " policy first. The contact above needs none.",
                ),
            )
        case Closed.SIGN_IN_NEEDED:
            return (
                translate("support", "Requests need an account"),
                translate(
                    "support",
                    "A request and its answers are kept with an account. The contact above needs"
                    " none.",
                ),
            )


def shut_sentence(closed: Closed) -> str:
    """Give why a request cannot be replied to, in one sentence."""
    match closed:
        case Closed.DECLINED:
            return translate(
                "support", "Replies have stopped, because the privacy policy is declined."
            )
        case Closed.DECISION_NEEDED:
            return translate("support", "Replies wait for a decision about the privacy policy.")
        case Closed.SIGN_IN_NEEDED:
            return translate("support", "Replies need an account.")


def refused_sentence(refused: RefusedRequest) -> str:
    """Give why the server will not have what was written, or what became of a close."""
    if refused.is_close:
        words = translate(
            "support",
            "The server did not close {number}: it is shown as it is there, and can be closed"
            " again.",
        )
        if refused.code == "object.unknown":
            words = translate("support", "The server has no request {number} that could be closed.")
        return fill(words, number=left_to_right(refused.number))
    return sentence_of(Refused(refused.code, number=refused.number, most=TEXT_MOST))


def refused_text(refused: RefusedRequest) -> str:
    """Give what was written and is not taken, as far as it fits."""
    return folded(f"{refused.subject}\n\n{refused.text}" if refused.subject else refused.text)


def subject(text: str) -> str:
    """Give a subject as one line that may be shown."""
    return plain_text(text, limit=SUBJECT_MOST)


def when(at: datetime, now: datetime) -> str:
    """Give when something was: within a minute just now, within a day how long ago, then the day.

    Seconds are not told: nobody renews them, and they would be wrong a second later.
    """
    if now - at < _MINUTE:
        return ago(at, at)
    return ago(at, now) if now - at < _DAY else short_date(at)


def instants_of(tickets: Iterable[Ticket], *, chosen: str) -> Iterator[datetime]:
    """Give every instant whose age page Support says.

    Args:
        tickets: in its list.
        chosen: number of the one that is open; "" for none.
    """
    for ticket in tickets:
        yield last_at(ticket)
        if ticket.number == chosen:
            yield ticket.opened_at
            yield from (message.written_at for message in ticket.messages)


def spoken(ticket: Ticket, *, state: str, now: datetime) -> str:
    """Give a request of the list as it is read aloud."""
    date = when(last_at(ticket), now)
    parts = (subject(ticket.subject), state, date, ticket.number)
    return ", ".join(part for part in parts if part)


def last_at(ticket: Ticket) -> datetime:
    """Give when something was written last."""
    return ticket.messages[-1].written_at if ticket.messages else ticket.opened_at


def author(kind: Author) -> str:
    """Give who wrote a message."""
    if kind is Author.PERSON:
        return translate("support", "You", "author of a message")
    # Whoever runs the server: on the embedded one that is whoever set up this computer.
    return translate("support", "Support", "author of a message")


def opened(ticket: Ticket, *, now: datetime) -> str:
    """Give when a request was opened."""
    return fill(translate("support", "opened {when}"), when=when(ticket.opened_at, now))


def folded(text: str) -> str:
    """Give the begin of a long text; the whole of a short one, each character to be seen. Pure.

    Cost is that of the begin, however long and hostile the rest is.
    """
    head, is_cut = _head(text)
    return f"{head.rstrip()} …" if is_cut else head


def is_folded(text: str) -> bool:
    """Tell whether there is more of a text than `folded` gives."""
    return _head(text)[1]


def _head(text: str) -> tuple[str, bool]:
    raw = text[: FOLDED_CHARACTERS + 1]
    lines = whole(raw).split("\n")
    head = "\n".join(lines[:FOLDED_LINES])
    is_cut = (
        len(raw) > FOLDED_CHARACTERS or len(lines) > FOLDED_LINES or len(head) > FOLDED_CHARACTERS
    )
    return head[:FOLDED_CHARACTERS], is_cut


def whole(text: str) -> str:
    """Give all of a text, each character to be seen."""
    return visible(text).replace("\r\n", "\n")


def count_of(count: int, most: int) -> str:
    """Give how much of a field's room is used."""
    locale = QLocale()
    return fill(
        translate("support", "{count} of {most}", "characters"),
        count=locale.toString(count),
        most=locale.toString(most),
    )


def sent_words(number: str, *, is_waiting: bool, closed: Closed | None) -> str:
    """Give what happened to a request that was just made, or what one that waits is waiting for."""
    if is_waiting and closed is Closed.DECLINED:
        words = translate(
            "support",
            "Kept as {number} and not sent, because the privacy policy is declined. It is sent"
            " once you accept the policy, on page Privacy.",
        )
    elif is_waiting and closed is not None:
        words = translate(
            "support",
            "Kept as {number}, and not sent before you decide about the privacy policy, on page"
            " Privacy.",
        )
    elif is_waiting:
        words = translate("support", "Kept as {number}, and sent as soon as the server answers.")
    else:
        words = translate("support", "Sent as {number}.")
    return fill(words, number=left_to_right(number))
