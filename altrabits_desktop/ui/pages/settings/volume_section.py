"""By how much a single press may make a streamer louder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.pages.settings.section import Section
from altrabits_desktop.ui.widgets.segmented import Segment, Segmented

if TYPE_CHECKING:
    from altrabits_desktop.ui.pages.settings.view_model import SettingsViewModel
    from altrabits_desktop.ui.theme.theme import Theme

_PREFIX = "settings.volume."
_STEPS = (10, 25, 50)


def make_volume_section(theme: Theme, *, model: SettingsViewModel) -> Section:
    """Make the section that chooses the guard of the volume; it follows the model by itself."""
    steps = (
        Segment(f"{_PREFIX}{step}", fill(translate("settings", "{step} louder"), step=step))
        for step in _STEPS
    )
    choice = Segmented(
        theme,
        (*steps, Segment(f"{_PREFIX}0", translate("settings", "Any", "step of the volume"))),
        name=translate("settings", "Largest step of the volume"),
    )

    def show() -> None:
        step = model.settings.volume_step
        if step in (*_STEPS, 0):
            choice.choose(f"{_PREFIX}{step}")

    choice.chosen.connect(lambda key: model.choose_volume_step(int(key.removeprefix(_PREFIX))))
    model.changed.connect(show)
    show()
    return Section(
        theme,
        heading=translate("settings", "Volume"),
        sentence=translate(
            "settings",
            "One press of a slider makes a streamer no louder than this; the handle goes anywhere.",
        ),
        content=choice,
        first_px=theme.px("segments.height"),
    )
