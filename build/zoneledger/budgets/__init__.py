"""What the project promises about itself, measured: CPU seconds, memory, weights, and how fast a page answers.

Commands, not tests: times depend on the machine, so they are printed beside their budgets and judged by a reader.
"""

from zoneledger.budgets.measure import Measure, page_weight

__all__ = ["Measure", "page_weight"]
