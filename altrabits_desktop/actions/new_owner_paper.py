"""The certificate file of a streamer that is ready for a new owner: plain text. Pure.

It says what was seen and when, and what the next owner can compare; nobody else vouches for it, and
it says so. Nothing of the former owner is in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.contract.version import VERSION
from altrabits_desktop.runtime.wording import fill, translate

if TYPE_CHECKING:
    from altrabits_desktop.actions.new_owner import ReadyStreamer

_GROUP = 4
_GROUPS_A_LINE = 8


def paper_of(ready: ReadyStreamer) -> str:
    """Give the text of the file, in the spoken language, with a line end after each line."""
    at = ready.looked_at.strftime("%Y-%m-%d %H:%M UTC")
    facts = (
        (translate("new owner", "Product"), " ".join(filter(None, (ready.maker, ready.product)))),
        (translate("new owner", "Version"), ready.firmware),
        (translate("new owner", "Hardware address"), ready.mac),
        (translate("new owner", "Identity"), ready.api_id),
        (translate("new owner", "Looked at"), at),
    )
    owner, check = _on_owner(ready)
    width = max(len(name) for name, _ in facts) + 2
    lines = [
        translate("new owner", "Ready for a new owner"),
        "",
        *(f"{name.ljust(width)}{value}" for name, value in facts if value),
        "",
        translate("new owner", "What was done, and seen afterwards:"),
        "- " + translate("new owner", "It was released by its owner and reset."),
        "- " + translate("new owner", "It came back with a certificate that it made anew."),
        "- " + owner,
        "",
        translate("new owner", "Fingerprint of its new certificate (SHA-256):"),
        *_grouped(ready.pin),
        "",
        check,
        fill(
            translate(
                "new owner",
                "Written by AltraBits Desktop {version} on the computer of the former owner. It"
                " says what that program saw; nobody else vouches for it.",
            ),
            version=VERSION,
        ),
    ]
    return "\n".join(lines) + "\n"


def _on_owner(ready: ReadyStreamer) -> tuple[str, str]:
    """Give what was seen of its owner, and how the next one can see it."""
    if ready.shows_code:
        return (
            translate("new owner", "Nobody owns it: it asks nobody for its button."),
            translate(
                "new owner",
                "To check it: add the streamer in AltraBits Desktop. It shows a code and asks for"
                " no button. If it wants its button pressed, somebody has owned it since.",
            ),
        )
    return (
        translate(
            "new owner",
            "Whether somebody owns it cannot be seen: it shows no code, and asks everybody for its"
            " button.",
        ),
        translate(
            "new owner",
            "To check it: add the streamer in AltraBits Desktop and press its button. From then on"
            " it obeys you alone.",
        ),
    )


def _grouped(pin: str) -> list[str]:
    groups = [pin[place : place + _GROUP] for place in range(0, len(pin), _GROUP)]
    return [
        "  " + " ".join(groups[place : place + _GROUPS_A_LINE])
        for place in range(0, len(groups), _GROUPS_A_LINE)
    ]
