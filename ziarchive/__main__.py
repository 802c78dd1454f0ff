"""`python -m ziarchive`."""

from ziarchive.cli import main

if __name__ == "__main__":
    main()
