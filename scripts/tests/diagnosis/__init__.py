"""What the diagnosis in the browser is tested with."""
