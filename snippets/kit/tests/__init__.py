"""What the kit promises, on the database that ``KIT_URL`` names (SQLite in memory without it)."""
