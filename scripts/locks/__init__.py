"""The resolved environments: ``NAME.in`` is written by hand, ``NAME.txt`` by ``python3 -m scripts lock``."""
