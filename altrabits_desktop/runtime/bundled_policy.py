"""The policy that ships with the program, read for a server's first start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import AltraBitsError, Refused
from altrabits_desktop.privacy.policy_files import policy_of, read_policy_file

if TYPE_CHECKING:
    from pathlib import Path

    from altrabits_desktop.contract.policies import Policy


def bundled_policies(folder: Path) -> tuple[Policy, ...]:
    """Read every language of the policy in a folder; blocks for a few small reads.

    Args:
        folder: holds `policy.<language>.md`, each with its side file; `policy` of the resources.

    Returns:
        One version, by language; not in force yet, and published at the instant it takes effect.

    Raises:
        Refused: `policy.bundled_damaged`: there is none, or one cannot be read. Nothing that
            needs a policy may start then (C1).
    """
    try:
        policies = tuple(_policy(path) for path in sorted(folder.glob("policy.*.md")))
    except (OSError, AltraBitsError) as error:
        raise Refused("policy.bundled_damaged") from error
    if not policies:
        raise Refused("policy.bundled_damaged")
    return policies


def _policy(path: Path) -> Policy:
    file = read_policy_file(path.read_bytes(), path.with_suffix(".toml").read_bytes())
    return policy_of(file, published_at=file.effective_at)
