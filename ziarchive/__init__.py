"""An evidence archive for Indonesian offices that build a Zona Integritas."""

import os

__version__ = "0.1.0"

# numpy sorts and counts here and multiplies no matrices: the threads of its BLAS only spin, at every start for a tenth
# of a second of a processor.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
