"""The five pages over real files: what each shows, and what it does when asked nonsense."""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from conftest_names import BROKEN
