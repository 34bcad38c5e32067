"""What checking and building cost at 8, 100, 1,000 and 10,000 plans, beside what is promised: CPU, memory, bytes.

A command, not a test: seconds depend on the machine, so they are printed with their promise and judged by a reader.
Ratios against Frictionless and bare mkdocs-material are measured in the same run, on the same data.
"""
