"""The fields of the control API's messages, and what may stand in each."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

# "$" alone would let a line end through at the end of the text.
_END = r"$(?!\n)"

Name = Annotated[str, Meta(min_length=1, max_length=128)]
Label = Annotated[str, Meta(max_length=128)]
Text = Annotated[str, Meta(max_length=512)]
Word = Annotated[str, Meta(min_length=1, max_length=32, pattern=rf"^[a-z0-9_.-]+{_END}")]
Identifier = Annotated[str, Meta(min_length=1, max_length=64, pattern=rf"^[A-Za-z0-9._:-]+{_END}")]
Mac = Annotated[str, Meta(pattern=r"^([0-9a-f]{2}:){5}[0-9a-f]{2}" + _END)]
# Neither a second slash nor a backslash after the first: either would name another host.
PagePath = Annotated[
    str, Meta(max_length=256, pattern=rf"^/([A-Za-z0-9_~-][A-Za-z0-9_~./?=&%-]*)?{_END}")
]
Percent = Annotated[int, Meta(ge=0, le=100)]
Seconds = Annotated[float, Meta(ge=0, le=10_000_000)]
Revision = Annotated[int, Meta(ge=0, le=9_007_199_254_740_991)]
ClaimId = Annotated[str, Meta(pattern=rf"^[0-9a-f]{{32}}{_END}")]
Share = Annotated[str, Meta(pattern=rf"^04[0-9a-f]{{128}}{_END}")]
"""An uncompressed point of P-256 in hexadecimal digits."""
Proof = Annotated[str, Meta(pattern=rf"^[0-9a-f]{{64}}{_END}")]
Token = Annotated[str, Meta(pattern=rf"^[A-Za-z0-9_-]{{22,128}}{_END}")]
PlayUrl = Annotated[str, Meta(max_length=2048)]
PresetNumber = Annotated[int, Meta(ge=1, le=99)]
Gain = Annotated[int, Meta(ge=-12, le=12)]
"""Of one band of the equaliser, in dB."""
Gains = Annotated[tuple[Gain, ...], Meta(max_length=16)]
"""As many as there are bands, lowest first."""
Balance = Annotated[int, Meta(ge=-100, le=100)]
"""Below 0 the left is louder; at -100 the right is silent."""
SleepSeconds = Annotated[int, Meta(ge=0, le=86_400)]
StandbyMinutes = Annotated[int, Meta(ge=0, le=1440)]
"""0 for never."""
