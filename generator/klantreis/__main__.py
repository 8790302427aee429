"""`python -m klantreis` is `klantreis`."""

from klantreis.cli import main

if __name__ == "__main__":
    main()
