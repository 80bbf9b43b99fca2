"""Provokes every problem that the control API documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.contract.control_api import CLAIM_PATH, COMMAND_PATH, SETTINGS_PATH
from altrabits_desktop.contract.handing_over import HAND_OVER_PATH

if TYPE_CHECKING:
    from altrabits_desktop.simulator.streamer import VirtualStreamer
    from tests.harness.secure_client import Answered, SecureClient

UNKNOWN_CLAIM = "0" * 32


class Provoked:
    """Each documented problem, provoked at a streamer.

    Args:
        client: talks to it.
        streamer: whose code a person reads.
        token: of its owner.
        share: fits an exchange, and nobody's code.
    """

    def __init__(
        self, client: SecureClient, streamer: VirtualStreamer, token: str, *, share: object
    ) -> None:
        self._client = client
        self._streamer = streamer
        self._token = token
        self._share = share

    async def obey(self, message: object) -> Answered:
        """Send a command, in the owner's name."""
        return await self._client.ask("POST", COMMAND_PATH, message, token=self._token)

    async def token_unknown(self) -> Answered:
        """Provoke `token.unknown`."""
        return await self._client.ask("POST", COMMAND_PATH, {"command": "pause"}, token="x" * 43)

    async def command_malformed(self) -> Answered:
        """Provoke `command.malformed`."""
        return await self.obey({"command": "volume", "volume": "loud"})

    async def command_unsupported(self) -> Answered:
        """Provoke `command.unsupported`."""
        return await self.obey({"command": "dance"})

    async def input_unknown(self) -> Answered:
        """Provoke `input.unknown`."""
        return await self.obey({"command": "input", "input": "Telephone"})

    async def input_taken(self) -> Answered:
        """Provoke `input.taken`."""
        return await self.obey({"command": "name_input", "slot": "coax", "name": "Optical"})

    async def preset_unknown(self) -> Answered:
        """Provoke `preset.unknown`."""
        return await self.obey({"command": "preset", "number": 6})

    async def curve_unknown(self) -> Answered:
        """Provoke `curve.unknown`."""
        return await self.obey({"command": "equaliser", "curve": "Bathroom"})

    async def group_follows(self) -> Answered:
        """Provoke `group.follows`."""
        await self.obey({"command": "follow", "leader": "ab-2"})
        return await self.obey({"command": "pause"})

    async def settings_malformed(self) -> Answered:
        """Provoke `settings.malformed`."""
        return await self._put({"balance": "left"})

    async def settings_refused(self) -> Answered:
        """Provoke `settings.refused`."""
        return await self._put({"equaliser": {"gains_db": [1]}, "bands_hz": [1000]})

    async def _put(self, message: object) -> Answered:
        return await self._client.ask("PUT", SETTINGS_PATH, message, token=self._token)

    async def url_refused(self) -> Answered:
        """Provoke `url.refused`."""
        return await self.obey({"command": "play", "url": "file:///etc/passwd"})

    async def request_body_too_large(self) -> Answered:
        """Provoke `request.body_too_large`."""
        return await self.obey({"command": "play", "url": "http://a/" + "b" * 5000})

    async def claim_missing(self) -> Answered:
        """Provoke `claim.missing`."""
        return await self._client.confirm(UNKNOWN_CLAIM, None)

    async def claim_braked(self) -> Answered:
        """Provoke `claim.braked`."""
        # One was begun for the token of this test.
        for _ in range(2):
            begun = await self._client.begin()
            await self._client.ask("DELETE", f"{CLAIM_PATH}/{begun.message['id']}")
        return await self._client.begin()

    async def claim_under_way(self) -> Answered:
        """Provoke `claim.under_way`."""
        await self._client.begin()
        return await self._client.begin()

    async def claim_wrong_code(self) -> Answered:
        """Provoke `claim.wrong_code`."""
        claim_id = (await self._client.begin()).message["id"]
        return await self._client.confirm(claim_id, "0" * 64)

    async def claim_waiting(self) -> Answered:
        """Provoke `claim.waiting`."""
        # It is owned already: the token of this test.
        claim_id = (await self._client.begin()).message["id"]
        _, proof = await self._client.prove(claim_id, self._streamer.claims.shown_code)
        return await self._client.confirm(claim_id, proof)

    async def hand_over_missing(self) -> Answered:
        """Provoke `hand_over.missing`."""
        return await self._client.ask("GET", HAND_OVER_PATH, token=self._token)

    async def claim_expired(self) -> Answered:
        """Provoke `claim.expired`."""
        claim_id = (await self._client.begin()).message["id"]
        for _ in range(5):
            await self._client.ask(
                "POST", f"{CLAIM_PATH}/{claim_id}/exchange", {"share": self._share}
            )
        return (await self._client.prove(claim_id, "000000"))[0]
