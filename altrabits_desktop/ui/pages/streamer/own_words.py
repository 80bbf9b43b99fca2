"""What page Streamer says of adding a streamer, and of one that is the person's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.actions.naming import is_told_its_name
from altrabits_desktop.contract.plain_text import plain_text
from altrabits_desktop.contract.streamers import Depth
from altrabits_desktop.privacy.gate import Closed
from altrabits_desktop.runtime.sentences import sentence_of
from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.pages.streamer.adding_model import Step

if TYPE_CHECKING:
    from altrabits_desktop.contract.possessions import Owned
    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.pages.streamer.adding_model import Attempt


def closed_sentence(closed: Closed) -> str:
    """Give why nothing can be added, in one sentence."""
    match closed:
        case Closed.SIGN_IN_NEEDED:
            return translate("streamer", "Streamers are added to an account.")
        case Closed.DECISION_NEEDED:
            return translate("streamer", "Adding waits for your decision about the policy.")
        case Closed.DECLINED:
            return translate("streamer", "Adding needs the policy accepted.")


def adding_sentence(streamer: Streamer, attempt: Attempt | None) -> str:
    """Give what adding does, or what is to be done now."""
    step = attempt.step if attempt is not None else Step.REST
    if attempt is not None and step is Step.PRESS:
        return _press_sentence(attempt)
    if attempt is not None and attempt.needs_code and step is not Step.REST:
        if attempt.is_hand_over:
            return translate(
                "streamer",
                "Type the code of six digits that its owner tells you. The streamer is yours then,"
                " and no longer theirs.",
            )
        if attempt.needs_press:
            return translate(
                "streamer",
                "Type the code of six digits that the streamer shows. Because it has an owner"
                " already, or was asked often, its button is to be pressed after that.",
            )
        return translate("streamer", "Type the code of six digits that the streamer shows.")
    if streamer.depth is Depth.MANAGED:
        return translate(
            "streamer",
            "It then obeys this account on this computer alone, and keeps a name and a room of its"
            " own here. It shows a code or waits for its button, so only somebody who stands before"
            " it can add it.",
        )
    return translate(
        "streamer",
        "It then keeps a name and a room of its own here. On the streamer itself nothing changes.",
    )


def keeping_sentence(streamer: Streamer, *, is_kept: bool) -> str:
    """Give what no keyring means for a streamer that is to be added; "" where nothing is lost."""
    if is_kept or streamer.depth is not Depth.MANAGED:
        return ""
    return translate(
        "streamer",
        "No keyring on this computer keeps what makes it obey: it obeys until the window is closed,"
        " and is to be removed and added again after that.",
    )


def _press_sentence(attempt: Attempt) -> str:
    if attempt.needs_code:
        return translate(
            "streamer", "It has an owner already, or was asked often, so it waits for its button."
        )
    return translate(
        "streamer",
        "It has no display for a code. A press shows that somebody stands before it, not that"
        " nobody listens in between: add it in a network that you trust.",
    )


def fault_sentence(attempt: Attempt | None) -> str:
    """Give why the latest step did not go, in one sentence; "" where it did."""
    return "" if attempt is None or attempt.fault is None else sentence_of(attempt.fault)


def kept_sentence(owned: Owned, *, has_other_owner: bool = False) -> str:
    """Give what the account keeps of a streamer, and who controls it (C15)."""
    if owned.pin and has_other_owner:
        return translate(
            "streamer",
            "The account keeps its name, room, product and identity, and by which certificate it is"
            " known. This account does not control it any more.",
        )
    if owned.pin:
        return translate(
            "streamer",
            "The account keeps its name, room, product and identity, and by which certificate it is"
            " known. This account alone controls it, as long as nobody adds it to another one.",
        )
    return translate(
        "streamer",
        "The account keeps its name, room, product and identity. Whoever is in this network"
        " controls it.",
    )


def told_sentence(streamer: Streamer) -> str:
    """Give who else learns its name and room; "" where nobody does (C15)."""
    if not is_told_its_name(streamer):
        return ""
    return translate(
        "streamer",
        "The streamer is told its name and room too: whoever is in its network sees them there, and"
        " it keeps them until it is reset.",
    )


def room_of_its_own(streamer: Streamer, owned: Owned) -> str:
    """Give what an empty room means: the one that the streamer names itself, as far as known."""
    if owned.room:
        return translate("streamer", "As the streamer says")
    if not streamer.room:
        return translate("streamer", "None")
    return fill(translate("streamer", "{room} (from the streamer)"), room=streamer.room)


def own_note(
    streamer: Streamer,
    owned: Owned,
    *,
    is_waiting: bool,
    is_kept: bool,
    is_here: bool,
    has_other_owner: bool,
) -> str:
    """Give what is to be known of a streamer of the person's just now; "" for nothing.

    Args:
        streamer: as it is now.
        owned: what the account keeps of it.
        is_waiting: whether something of that was not sent yet.
        is_kept: whether what makes it obey outlives the program.
        is_here: whether the person's own is around.
        has_other_owner: whether it last said that it obeys somebody else.
    """
    if streamer.borrowed_id is not None:
        return _borrowed_note(owned, is_here=is_here)
    if streamer.is_locked:
        return translate(
            "streamer",
            "What makes it obey is not on this computer. Press “Remove from my streamers”, then add"
            " it again: it obeys then. It asks for its button for that.",
        )
    if has_other_owner:
        return translate(
            "streamer",
            "It has another owner now. Press “Remove from my streamers”, then add it again: it"
            " obeys then. It asks for its button for that.",
        )
    if owned.pin and not is_kept:
        return translate(
            "streamer",
            "No keyring keeps what makes it obey: the streamer obeys until the window is closed,"
            " and is to be removed and added again after that.",
        )
    if is_waiting:
        return translate("streamer", "Kept on this computer; waits to be sent to the server.")
    return ""


def _borrowed_note(owned: Owned, *, is_here: bool) -> str:
    if is_here:
        words = translate(
            "streamer",
            "It says that it is “{name}” of your streamers, which is another one here. Somebody may"
            " pretend to be it, so nothing is sent to it.",
        )
    else:
        words = translate(
            "streamer",
            "It says that it is “{name}” of your streamers, and does not show its certificate."
            " Somebody may pretend to be it, so nothing is sent to it. Only if your streamer"
            " was reset or repaired, remove it here and add it again.",
        )
    return fill(words, name=plain_text(owned.name))


def removing_sentence(streamer: Streamer, owned: Owned, *, has_other_owner: bool = False) -> str:
    """Give what goes with a streamer that is taken off the account."""
    if not owned.pin:
        return translate("streamer", "Its name and room here are forgotten.")
    if has_other_owner:
        return translate(
            "streamer",
            "Its name and room here are forgotten. It goes on obeying its new owner.",
        )
    if streamer.is_owned and streamer.is_here and not streamer.is_locked:
        return translate(
            "streamer",
            "Its name and room here are forgotten, and it obeys nobody until somebody adds it"
            " again.",
        )
    return translate(
        "streamer",
        "Its name and room here are forgotten. It cannot be told now, so it asks for its button"
        " when it is added again.",
    )
