"""`python -m bench.relevance`."""

import sys

from bench.relevance.main import main

sys.exit(main())
