"""What `altrabits streamers add` asks and says while a streamer waits for its person, and after."""

from __future__ import annotations

from altrabits_desktop.contract.plain_text import plain_text
from altrabits_desktop.runtime.wording import fill, translate


def code_prompt(name: str, *, is_hand_over: bool) -> str:
    """Give the words before the code is typed."""
    if is_hand_over:
        prompt = translate("adding", "Code that the owner of {name} was given: ")
        return fill(prompt, name=plain_text(name))
    return fill(translate("adding", "Code that {name} shows: "), name=plain_text(name))


def held_note() -> str:
    """Say that what makes a streamer obey ends with the window, which holds it."""
    return translate(
        "adding",
        "No keyring keeps what makes it obey: it obeys only as long as the window of AltraBits"
        " Desktop stays open, and is to be released and added again after that.",
    )


def memory_note() -> str:
    """Say the same before anything is typed or pressed for it."""
    return translate(
        "adding",
        "No keyring on this computer keeps what makes it obey: it will obey only as long as the"
        " window of AltraBits Desktop stays open.",
    )


def press_note(name: str, *, has_code: bool) -> str:
    """Say that the button is waited for, and what a press alone leaves open."""
    press = fill(translate("adding", "Press the button on {name}."), name=plain_text(name))
    if has_code:
        return press
    return f"{press}\n" + translate(
        "adding",
        "Without a code nothing proves that it is this very streamer that answers: add it only in"
        " a network that is trusted.",
    )
