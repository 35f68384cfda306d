"""`python -m thesis_build`."""

import sys

from thesis_build.cli import main

sys.exit(main())
