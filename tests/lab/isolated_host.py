"""A host that is kept apart from its neighbours once a file `apart` is in a folder: it hears none.

Word: the folder. ARP of anybody but the router is dropped, as an access point does for guests.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

RULES = """
table arp apart {
  chain way { type filter hook input priority 0; arp saddr ip != 192.168.71.254 drop; }
}
table inet apart {
  chain way { type filter hook input priority 0; ip saddr != 192.168.71.254 drop; }
}
"""

if __name__ == "__main__":
    while not (Path(sys.argv[1]) / "apart").exists():
        time.sleep(0.05)
    subprocess.run(["nft", "-f", "-"], input=RULES, text=True, check=True)
    time.sleep(600)
