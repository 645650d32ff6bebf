"""The tests of the application: `python -m pytest app`."""
