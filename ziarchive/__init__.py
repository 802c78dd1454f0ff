"""An evidence archive for Indonesian offices that build a Zona Integritas."""

__version__ = "0.1.0"
