"""The loader laboratory: every strategy does the same work, and what it costs is counted and timed."""
