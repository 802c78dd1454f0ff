"""`python -m bench.search`."""

import sys

from bench.search.main import main

sys.exit(main())
