"""Built-in plans, one YAML file each: data that a person can read and edit."""
