"""Raises ZeroDivisionError: the mean of nothing."""


def mean(values: list[int]) -> float:
    """Sum by count."""
    return sum(values) / len(values)


print(mean([]))
