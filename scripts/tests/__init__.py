"""All that CI gates. A test's id names the key it concerns, so that ``-k KEY`` selects a page's tests."""
