"""Firmware on the wire: what there is, and an image part by part."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from starlette.responses import Response

from altrabits_desktop.contract.firmware import PART_BYTES, FirmwareList, read_manifest
from altrabits_desktop.contract.routes import Special
from altrabits_desktop.server.firmware.catalogue import Catalogue
from altrabits_desktop.server.problem import Problem

if TYPE_CHECKING:
    from pathlib import Path

    from altrabits_desktop.server.http.call import Call, Handler

_AT_ONCE = 4
"""Parts that are read at the same time; others wait for their turn."""


class FirmwareEndpoints:
    """Reads the catalogue.

    Args:
        folder: where it lies; None where there is none.
    """

    def __init__(self, folder: Path | None) -> None:
        self._catalogue = Catalogue(folder)
        self._turns = asyncio.Semaphore(_AT_ONCE)

    def handlers(self) -> dict[str, Handler]:
        """Give what carries out each operation."""
        return {"firmware.list": self._list, "firmware.image": self._image}

    async def _list(self, call: Call) -> object:
        product = call.query.get("product", "")
        signed = await asyncio.to_thread(self._catalogue.signed)
        if product:
            signed = tuple(one for one in signed if product in read_manifest(one.manifest).products)
        return FirmwareList(images=signed)

    async def _image(self, call: Call) -> object:
        offset = int(call.query.get("from", "0"))
        async with self._turns:
            part = await asyncio.to_thread(
                self._catalogue.part, call.places["id"], offset=offset, most=PART_BYTES
            )
        if part is None:
            raise Problem("object.unknown")
        return Response(part, media_type=Special.BYTES.value)
