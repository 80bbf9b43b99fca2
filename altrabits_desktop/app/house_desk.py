"""Serves the console commands for which the streamers of the house must be heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.runtime.changes import Changes, Topic
from altrabits_desktop.runtime.late import Late

if TYPE_CHECKING:
    from collections.abc import Mapping

    from altrabits_desktop.actions.adding import Adder
    from altrabits_desktop.actions.controlling import Controlling
    from altrabits_desktop.actions.firmware import Updater
    from altrabits_desktop.actions.handing_over import HandingOver
    from altrabits_desktop.actions.membership import Membership
    from altrabits_desktop.actions.new_owner import NewOwner
    from altrabits_desktop.actions.remarks import Remarks
    from altrabits_desktop.actions.saved_groups import SavedGroups
    from altrabits_desktop.actions.upkeep import Upkeep
    from altrabits_desktop.app.begun_claims import BegunClaims
    from altrabits_desktop.app.belongings_desk import BelongingsDesk
    from altrabits_desktop.app.cards_desk import Cards
    from altrabits_desktop.app.firmware_desk import FirmwareDesk
    from altrabits_desktop.app.new_owner_desk import NewOwnerDesk
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
        updater: updates them.
        remarks: what the person notes of them.
        groups: which groups of them the person keeps.
    """

    def __init__(
        self,
        house: House,
        home: Membership,
        *,
        controlling: Controlling,
        adder: Adder,
        updater: Late[Updater],
        remarks: Remarks,
        groups: SavedGroups,
    ) -> None:
        self._house = house
        self._home = home
        self._adder = adder
        self._remarks = remarks
        self._groups = groups
        self._controlling = controlling
        self._updater = updater
        self._firmware: Late[FirmwareDesk] = Late(self._update)
        self._begun: Late[BegunClaims] = Late(self._begin)
        self._seeking: Late[Seeking] = Late(self._seek)
        self.handing: Late[HandingOver] = Late(self._hand)
        """Hands streamers over; made when somebody wants to."""
        self.new_owner: Late[NewOwner] = Late(self._make_ready)
        """Makes streamers ready for a new owner; made when somebody wants to."""
        self._ready: Late[NewOwnerDesk] = Late(self._serve_ready)
        self.upkeep: Late[Upkeep] = Late(self._look_after)
        """What looks after streamers, for the window too."""

    @property
    def cards(self) -> Cards:
        """The network cards that are looked on."""
        return self._house.finding

    def works(
        self, errand: OwnerErrand, belongings: BelongingsDesk
    ) -> Mapping[tuple[str, ...], Work]:
        """Give what there is to do with the operands of an errand, by its words."""
        if errand.words[:1] == ("streamers",):
            return self._of_streamers(errand, belongings)
        if errand.words[:1] == ("firmware",):
            return self._firmware.get().works(errand)
        if errand.words[:1] == ("addresses",):
            from altrabits_desktop.app.addresses_desk import AddressesDesk

            return AddressesDesk(self._house.finding).works(errand)
        if errand.words[:1] == ("group",):
            return self._of_groups(errand)
        # Imported here, as below: most windows never hear of an errand.
        from altrabits_desktop.app.control_desk import ControlDesk
        from altrabits_desktop.app.upkeep_desk import UpkeepDesk

        control = ControlDesk(
            self._controlling,
            directory=self._house.registry,
            seeking=self._seeking.get(),
            closed_by=self._home.closed_by,
        )
        upkeep = UpkeepDesk(
            self.upkeep.get(),
            seeking=self._seeking.get(),
            closed_by=self._home.closed_by,
            clock=self._house.clock,
        )
        return {**control.works(errand), **upkeep.works(errand)}

    def _of_groups(self, errand: OwnerErrand) -> Mapping[tuple[str, ...], Work]:
        from altrabits_desktop.app.group_desk import GroupDesk
        from altrabits_desktop.app.saved_groups_desk import SavedGroupsDesk

        groups = GroupDesk(
            self._controlling.grouping,
            directory=self._house.registry,
            seeking=self._seeking.get(),
            closed_by=self._home.closed_by,
        )
        saved = SavedGroupsDesk(
            self._groups,
            controlling=self._controlling,
            directory=self._house.registry,
            seeking=self._seeking.get(),
        )
        return {**groups.works(errand), **saved.works(errand)}

    def _of_streamers(
        self, errand: OwnerErrand, belongings: BelongingsDesk
    ) -> Mapping[tuple[str, ...], Work]:
        from altrabits_desktop.app.adding_desk import AddingDesk
        from altrabits_desktop.app.handing_desk import HandingDesk
        from altrabits_desktop.app.remarks_desk import RemarksDesk

        seeking = self._seeking.get()
        adding = AddingDesk(
            self._begun.get(),
            seeking=seeking,
            belongings=belongings,
            closed_by=self._home.closed_by,
            adder=self._adder,
            has_keyring=lambda: self._home.report().is_kept,
            controlling=self._controlling,
        )
        handing = HandingDesk(
            self.handing, seeking=seeking, owned=adding.owned, clock=self._house.clock
        )
        works = {
            **adding.works(errand),
            **handing.works(errand),
            **self._ready.get().works(errand, seeking=seeking, owned=adding.owned),
        }
        remarks = RemarksDesk(self._remarks, seeking=seeking, name_owned=works["streamers", "name"])
        return {**works, **remarks.works(errand)}

    async def stop(self) -> None:
        """Hold no claim any more, and watch no hand-over."""
        held = (self._begun, self.handing, self._ready, self._firmware)
        for made in (each.made for each in held):
            if made is not None:
                await made.stop()

    def _update(self) -> FirmwareDesk:
        from altrabits_desktop.app.firmware_desk import FirmwareDesk

        return FirmwareDesk(
            self._updater.get(),
            directory=self._house.registry,
            seeking=self._seeking.get(),
            closed_by=self._home.closed_by,
        )

    def _begin(self) -> BegunClaims:
        from altrabits_desktop.app.begun_claims import BegunClaims

        return BegunClaims(self._adder, clock=self._house.clock)

    def _hand(self) -> HandingOver:
        from altrabits_desktop.actions.handing_over import HandingOver

        return HandingOver(
            self._home,
            directory=self._house.registry,
            handing=self._house.claims,
            adder=self._adder,
            clock=self._house.clock,
            tell=lambda: self._house.feed.publish(Changes(topics=Topic.HOME)),
        )

    def _make_ready(self) -> NewOwner:
        from altrabits_desktop.actions.new_owner import NewOwner

        return NewOwner(
            self._home,
            directory=self._house.registry,
            upkeep=self.upkeep.get(),
            looking=self._house.claims,
            clock=self._house.clock,
        )

    def _serve_ready(self) -> NewOwnerDesk:
        from altrabits_desktop.app.new_owner_desk import NewOwnerDesk

        return NewOwnerDesk(self.new_owner)

    def _seek(self) -> Seeking:
        from altrabits_desktop.app.seeking import Seeking

        return Seeking(
            self._house.registry,
            owned=lambda: self._home.view.streamers,
            report=self._house.finding.report,
            feed=self._house.feed,
            clock=self._house.clock,
        )

    def _look_after(self) -> Upkeep:
        from altrabits_desktop.actions.upkeep import Upkeep

        return Upkeep(
            streamers=self._house.owner,
            controlling=self._controlling,
            adder=self._adder,
            directory=self._house.registry,
            others=self._controlling.others,
            closed_by=self._home.closed_by,
        )
