"""What `discover` knows of a person: their own streamers, and what they noted of others.

It is asked of whoever owns the profile.

Finding owns no profile itself, however long it watches. Where nothing of the person's is kept,
nothing is opened and no lock is taken.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from altrabits_desktop.app.owner_errands import NOTED, OWN_STREAMERS, OwnerErrand
from altrabits_desktop.app.owner_talk import talk_to_owner
from altrabits_desktop.contract.errors import AltraBitsError
from altrabits_desktop.runtime.paths import may_exist
from altrabits_desktop.streamers.owned import OwnedBook

if TYPE_CHECKING:
    from altrabits_desktop.app.owner_errands import Result
    from altrabits_desktop.app.owner_talk import Ask, Talk
    from altrabits_desktop.app.wiring import Surroundings
    from altrabits_desktop.contract.remarks import Remark
    from altrabits_desktop.contract.server_address import ServerAddress
    from altrabits_desktop.runtime.paths import Profile

logger = logging.getLogger(__name__)

OWNER_ANSWERS_S = 5.0
"""How long an owner may take, this process too: who finds streamers does not wait for a keyring
that asks its person."""


class Mine(NamedTuple):
    """What is known of whoever is signed in."""

    book: OwnedBook
    """Their streamers, without what makes them obey."""
    remarks: tuple[Remark, ...] = ()
    """What they noted of others."""


def mine(
    profile: Profile, *, server: ServerAddress | None, around: Surroundings | None = None
) -> Mine:
    """Give what is known of whoever is signed in; blocks.

    Empty where nobody is, after a no to the policy, and where the owner does not say it in time.

    Args:
        profile: whose streamers.
        server: of which server; None for the one of this computer.
        around: another keyring only in tests.
    """
    url = server.url if server is not None and not server.pin else ""
    key = server.key if server else ""
    replica = (profile.elsewhere(key) if key else profile.folder) / profile.replica_file.name
    # One is there exactly while somebody may see their list, the other once anything is kept.
    if not (may_exist(profile.remembered_file(key)) or may_exist(replica)):
        return Mine(OwnedBook())

    async def talk(ask: Ask) -> Result:
        owned = await ask(OwnerErrand(OWN_STREAMERS))
        return {"owned": owned, "noted": await ask(OwnerErrand(NOTED))}

    async def here(talk: Talk) -> Result:
        # Imported here: whoever has no streamers of their own pays for none of it.
        from altrabits_desktop.app.console_life import talk_of_kept

        async with asyncio.timeout(OWNER_ANSWERS_S):
            return await talk_of_kept(profile, talk, server=server, around=around)

    try:
        found = talk_to_owner(profile, talk, here=here, server=url, limit_s=OWNER_ANSWERS_S)
        return _mine(found)
    except (AltraBitsError, TimeoutError, msgspec.ValidationError) as error:
        logger.info("the person's own names are not known: %s", type(error).__name__)
        return Mine(OwnedBook())


def _mine(found: Result) -> Mine:
    from altrabits_desktop.actions.adding import owned_streamer
    from altrabits_desktop.contract.possessions import Owned
    from altrabits_desktop.contract.remarks import Remark

    told = msgspec.convert(found, dict[str, list[object]])
    owned = msgspec.convert(told["owned"], tuple[Owned, ...])
    noted = msgspec.convert(told["noted"], tuple[Remark, ...])
    return Mine(OwnedBook(owned_streamer(one, token="") for one in owned), noted)
