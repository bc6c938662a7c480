"""``python -m reportedly``: the command line where no ``reportedly`` program is on the path."""

from reportedly.cli import app

if __name__ == "__main__":  # worker processes import this module again
    app()
