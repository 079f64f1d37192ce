"""One script a question; each prints a table. `make bench` runs all; docs/benchmarks.md keeps the results."""
