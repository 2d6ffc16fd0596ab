"""`python -m bot` is the `hallowerk` command."""

import sys

from bot.cli import main

sys.exit(main())
