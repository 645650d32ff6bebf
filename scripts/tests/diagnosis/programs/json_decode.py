"""Raises json.decoder.JSONDecodeError: single quotes."""

import json

json.loads("{'name': 'Ada', 'posts': []}")
