"""`python -m bench.browser`."""

import sys

from bench.browser.main import main

sys.exit(main())
