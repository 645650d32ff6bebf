"""The tools of the site, entered by ``python3 -m scripts VERB``."""
