from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.app.ownership import claim
from altrabits_desktop.qa.programs import ask
from altrabits_desktop.runtime.paths import Profile
from altrabits_desktop.runtime.sentences import sentence

if TYPE_CHECKING:
    from pathlib import Path


def test_a_profile_whose_owner_does_not_answer_is_in_use(tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    ownership = claim(Profile(profile))
    assert ownership is not None

    refused = ask(profile, "policy", "show", status=1)
    ownership.release()

    assert refused["error"]["code"] == "profile.in_use"
    assert refused["error"]["message"] == sentence("profile.in_use", {"folder": str(profile)})
    assert ask(profile, "policy", "show")["version"] == "1.0"
