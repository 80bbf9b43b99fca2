"""Every error that crosses a room's border, as one tree.

AltraBitsError
├── Refused                 exit status 1: understood, and not done
│   ├── ProfileUnusable     the profile folder cannot be written or is in use
│   ├── CardUnknown         a chosen network card does not exist
│   ├── DriverSwitchedOff   a driver failed or hung, and is done without
│   ├── CertificateChanged  a streamer shows another certificate than the one it was added with
│   ├── StoreUnusable       the database cannot be written or read
│   └── Conflict            somebody else was there first; nothing was lost
├── WrongUsage              exit status 2: the words of the command are off
├── DecisionNeeded          exit status 4: a sign-in or a decision about the policy is due
├── NotReachable            exit status 3: a streamer, a server or a network did not answer
│   ├── NoNetworkCard       there is no card to look on
│   ├── PortTaken           another program holds a port we need
│   ├── StreamerSilent      a streamer did not answer in time
│   └── ServerAway          the server does not answer; what waits is safe
└── Malformed               hostile or broken input; counted where it arrives, never shown as is
    ├── MalformedDatagram
    ├── MalformedDescription
    └── MalformedAnswer

An error carries a code and arguments, never a sentence: sentences are made in the rooms that
speak to people (ui, cli), by the error's code.
"""

from __future__ import annotations

import errno
from typing import ClassVar

WRONG_CLAIM_CODE = "claim.wrong_code"
"""The one refusal that leaves a claim as it was: another code may be typed."""
CLAIM_OVER = "claim.expired"
"""A claim that ended before its code was proved."""
OTHER_OWNER = "control.owner_changed"
"""The streamer obeys somebody else by now, whatever the account keeps of it."""
NOT_PRESSED = "claim.not_pressed"
"""A claim that ended while only the press was missing."""


class AltraBitsError(Exception):
    """Something a person or a program may be told, as a code with arguments.

    Args:
        code: stable, lower case with dots, such as ``profile.unwritable``; part of the public
            surface (the console prints it).
        arguments: values for the sentence; plain text, already cleaned.
    """

    exit_status: ClassVar[int] = 1

    def __init__(self, code: str, /, **arguments: str | float) -> None:
        # By place alone: a server names its arguments as it likes, `code` or `self` among them.
        super().__init__(code)
        self.code = code
        self.arguments = arguments


FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
"""How the system says that a disk, or the part of it that somebody may have, is full."""


def told_by_system(error: OSError) -> dict[str, str]:
    """Give what the system says of a refusal, as arguments: `reason` in its words, and `errno`.

    `errno` is the name of its number, such as `EROFS`, by which the reason is said in the spoken
    language; empty where there is none.
    """
    name = errno.errorcode.get(error.errno or 0, "")
    return {"reason": error.strerror or str(error), "errno": name}


class Refused(AltraBitsError):
    """Understood, and not done."""


class ProfileUnusable(Refused):
    """The profile folder cannot be used; nothing in it was changed."""


class CardUnknown(Refused):
    """A card named by the person does not exist on this computer."""


class DriverSwitchedOff(Refused):
    """A driver failed or hung for a streamer, which is done without; everything else goes on."""


class CertificateChanged(Refused):
    """Somebody shows another certificate than the pinned one; an alarm, and nothing was said."""


class StoreUnusable(Refused):
    """The database cannot be written or read just now; what was acknowledged is safe."""


class Conflict(Refused):
    """The object is another one by now, or is there already."""


class DecisionNeeded(AltraBitsError):
    """A sign-in or a decision about the policy comes first; the code says which."""

    exit_status = 4


class WrongUsage(AltraBitsError):
    """The words of a command do not fit."""

    exit_status = 2


class NotReachable(AltraBitsError):
    """Something on the network did not answer."""

    exit_status = 3


class NoNetworkCard(NotReachable):
    """No network card is up that could be asked, or none of those that were chosen."""


class PortTaken(NotReachable):
    """Another program holds a port; the other protocols go on."""


class StreamerSilent(NotReachable):
    """A streamer did not answer within its time limit."""


class ServerAway(NotReachable):
    """The server module does not answer; local control and what was written go on."""


class Malformed(AltraBitsError):
    """Input that does not hold to its format; counted and dropped."""


class MalformedDatagram(Malformed):
    """A datagram that is empty, too long or breaks the rules of its protocol."""


class MalformedDescription(Malformed):
    """A streamer's description that is too large, too deep, forbidden or no description."""


class MalformedAnswer(Malformed):
    """A streamer's answer that does not fit its contract."""
