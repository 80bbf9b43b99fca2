"""What the dialog and page Policy have in common: the reader shows what the model holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.ui.pages.policy import words

if TYPE_CHECKING:
    from altrabits_desktop.ui.pages.policy.reader import PolicyReader
    from altrabits_desktop.ui.pages.policy.view_model import PolicyViewModel


def show_text(reader: PolicyReader, model: PolicyViewModel) -> None:
    """Show what changed or the full text; nothing while it is being compared."""
    contact = "" if model.policy is None else words.contact_words(model.policy)
    if not model.is_on_changes:
        reader.show_policy(model.blocks, model.sections, contact=contact)
    elif model.change is not None:
        reader.show_changes(model.change, contact=contact)
    else:
        reader.show_policy((), ())


def show_strip(reader: PolicyReader, model: PolicyViewModel) -> None:
    """Show what is compared, and the choice where there is an earlier version."""
    has_earlier = model.has_earlier
    said = words.compared_words(
        model.change,
        is_comparing=model.is_comparing,
        has_earlier=has_earlier,
        fault=model.change_fault,
    )
    reader.show_strip(is_shown=model.is_compared)
    reader.strip.show_choice(
        said,
        short=words.compared_short(model.change) or said,
        is_on_changes=model.is_on_changes,
        can_choose=has_earlier,
    )
