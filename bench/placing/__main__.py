"""`python -m bench.placing`."""

import sys

from bench.placing.main import main

sys.exit(main())
