"""How surely file names find their required documents: judged names, and the plan's own titles with noise."""
