"""Who answered at an address, in words; pure but for the spoken language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.runtime.wording import fill, translate

if TYPE_CHECKING:
    from altrabits_desktop.contract.answered import Answered


def answered_sentence(answered: Answered) -> str:
    """Say who answers, for a person who typed its address."""
    name, product, address = answered.name, answered.product, answered.address
    if name and product and product != name:
        return fill(
            translate("address", "{name} ({product}) answers at {address}."),
            name=name,
            product=product,
            address=address,
        )
    if name or product:
        return fill(
            translate("address", "{name} answers at {address}."),
            name=name or product,
            address=address,
        )
    return fill(translate("address", "A streamer answers at {address}."), address=address)
