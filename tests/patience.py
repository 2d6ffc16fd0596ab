"""How long a test waits for what must come: decided here, for all of them.

Far above what any machine needs, so that a busy one is no reason to fail. Below the 60 seconds after which a page takes
a silent stream for a dead one (`line.js`), so that what came only because of that is not taken for what came by itself.
"""

PATIENCE = 30.0
"""Seconds."""
