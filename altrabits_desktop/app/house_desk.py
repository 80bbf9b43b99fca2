"""Serves the console commands for which the streamers of the house must be heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.runtime.late import Late

if TYPE_CHECKING:
    from collections.abc import Mapping

    from altrabits_desktop.actions.adding import Adder
    from altrabits_desktop.actions.controlling import Controlling
    from altrabits_desktop.actions.membership import Membership
    from altrabits_desktop.app.begun_claims import BegunClaims
    from altrabits_desktop.app.belongings_desk import BelongingsDesk
    from altrabits_desktop.app.owner_errands import OwnerErrand, Work
    from altrabits_desktop.app.seeking import Seeking
    from altrabits_desktop.app.wiring import House


class HouseDesk:
    """Joins the desks that need the house; on its loop.

    Args:
        house: what is around.
        home: whose it is.
        controlling: tells streamers.
        adder: adds them.
    """

    def __init__(
        self, house: House, home: Membership, *, controlling: Controlling, adder: Adder
    ) -> None:
        self._house = house
        self._home = home
        self._adder = adder
        self._controlling = controlling
        self._begun: Late[BegunClaims] = Late(self._begin)
        self._seeking: Late[Seeking] = Late(self._seek)

    def works(
        self, errand: OwnerErrand, belongings: BelongingsDesk
    ) -> Mapping[tuple[str, ...], Work]:
        """Give what there is to do with the operands of an errand, by its words."""
        # Imported here: most windows never hear of an errand.
        from altrabits_desktop.app.adding_desk import AddingDesk
        from altrabits_desktop.app.control_desk import ControlDesk
        from altrabits_desktop.app.group_desk import GroupDesk

        adding = AddingDesk(
            self._begun.get(),
            seeking=self._seeking.get(),
            belongings=belongings,
            closed_by=self._home.closed_by,
            adder=self._adder,
            has_keyring=lambda: self._home.report().is_kept,
        )
        control = ControlDesk(
            self._controlling,
            directory=self._house.registry,
            seeking=self._seeking.get(),
            closed_by=self._home.closed_by,
        )
        groups = GroupDesk(
            self._controlling.grouping,
            directory=self._house.registry,
            seeking=self._seeking.get(),
            closed_by=self._home.closed_by,
        )
        return {**adding.works(errand), **control.works(errand), **groups.works(errand)}

    async def stop(self) -> None:
        """Hold no claim any more."""
        if self._begun.made is not None:
            await self._begun.made.stop()

    def _begin(self) -> BegunClaims:
        from altrabits_desktop.app.begun_claims import BegunClaims

        return BegunClaims(self._adder, clock=self._house.clock)

    def _seek(self) -> Seeking:
        from altrabits_desktop.app.seeking import Seeking

        return Seeking(
            self._house.registry,
            owned=lambda: self._home.view.streamers,
            report=self._house.finding.report,
            feed=self._house.feed,
            clock=self._house.clock,
        )
