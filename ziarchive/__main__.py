"""`ziarchive` and `python -m ziarchive`.

Every worker process imports this module again, so it imports nothing before it is called.
"""


def main() -> None:
    """Run the command line."""
    from ziarchive.cli import main as run

    run()


if __name__ == "__main__":
    main()
