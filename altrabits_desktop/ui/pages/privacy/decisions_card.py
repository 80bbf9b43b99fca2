"""My decisions: one line a receipt, and whether their chain is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.contract.policies import DecisionKind
from altrabits_desktop.privacy.receipts import first_broken
from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.formatting import clock_time, joined, left_to_right, short_date
from altrabits_desktop.ui.pages.policy.words import short_digest
from altrabits_desktop.ui.pages.privacy.lines import Line, LinesCard, left_out_words
from altrabits_desktop.ui.widgets.plain import tool_tip

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.actions.home import HomeReport
    from altrabits_desktop.contract.policies import Receipt
    from altrabits_desktop.ui.theme.theme import Theme


class DecisionsCard(LinesCard):
    """Main thread only.

    Args:
        theme: the look in force.
        parent: owner.
    """

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, heading=_heading(), parent=parent)
        self._look = theme
        self._shown: object = None

    def show_decisions(
        self, report: HomeReport, receipts: Sequence[Receipt] | None, *, fault: str
    ) -> None:
        """Show the receipts of the account, or the one decision that this computer keeps.

        Args:
            report: how it stands.
            receipts: the first one first; None until they are known.
            fault: why they could not be read; "" where they could.
        """
        shown = (report.email, report.decision, report.decided_at, receipts, fault)
        if shown == self._shown:
            return
        self._shown = shown
        self.set_heading(_heading())
        if receipts:
            self._show_receipts(receipts)
            return
        self.show_lines(self._own_line(report))
        self.say(_sentence(report, receipts, fault=fault))

    def _show_receipts(self, receipts: Sequence[Receipt]) -> None:
        broken = first_broken(receipts)
        if broken is None:
            aside = translate(
                "privacy", "%n receipt(s), none changed or missing", "", len(receipts)
            )
            self.set_heading(_heading(), aside=aside)
            self.say(left_out_words(len(receipts), "altrabits policy receipts"))
        else:
            words = translate("privacy", "Receipt {number} does not fit the one before it.")
            self.say(fill(words, number=receipts[broken].number))
        # The newest first.
        self.show_lines(self._receipt_line(receipt) for receipt in reversed(receipts))

    def _receipt_line(self, receipt: Receipt) -> Line:
        number = fill(translate("privacy", "receipt {number}"), number=receipt.number)
        digest = left_to_right(short_digest(receipt.digest))
        line = Line(
            self._look,
            icon=_icon(receipt.kind),
            name=_decision(receipt.kind, receipt.version),
            note=joined((_moment(receipt.decided_at), number, digest)),
        )
        line.setToolTip(tool_tip(receipt.digest))
        return line

    def _own_line(self, report: HomeReport) -> list[Line]:
        if report.email or report.decision is None or report.policy is None:
            return []
        here = translate("privacy", "on this computer", "where a decision is kept")
        moment = _moment(report.decided_at) if report.decided_at is not None else ""
        return [
            Line(
                self._look,
                icon=_icon(report.decision),
                name=_decision(report.decision, report.policy.version),
                note=joined((moment, here)),
            )
        ]


def _heading() -> str:
    return translate("privacy", "My decisions")


def _sentence(report: HomeReport, receipts: Sequence[Receipt] | None, *, fault: str) -> str:
    if not report.email:
        if report.decision is not None:
            return ""
        return translate(
            "privacy",
            "Nothing is decided on this computer. A decision without an account stays here; those"
            " of an account are shown after a sign-in.",
        )
    if receipts is None and fault:
        return fault
    if receipts is None:
        return translate("privacy", "Your receipts are being read.")
    return translate("privacy", "You have decided nothing yet. Each decision gets a receipt.")


def _icon(kind: DecisionKind) -> str:
    return "check" if kind is DecisionKind.ACCEPTED else "close"


def _decision(kind: DecisionKind, version: str) -> str:
    if kind is DecisionKind.ACCEPTED:
        words = translate("privacy", "Accepted version {version}")
    else:
        words = translate("privacy", "Declined version {version}")
    return fill(words, version=left_to_right(version))


def _moment(at: datetime) -> str:
    words = translate("privacy", "{date}, {time}", "of a decision")
    return fill(words, date=short_date(at), time=clock_time(at))
