"""Raises yaml.scanner.ScannerError: a tab where none may be."""

import yaml

yaml.safe_load("services:\n\tweb:\n\t\timage: nginx\n")
