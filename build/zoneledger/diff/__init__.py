"""What changed between two versions of the datasets, row by row, and what follows for pages, downloads and audits.

revision_files → side (sheets, documents, receipts) → compare (rows, columns, documents) → consequences → formats.
"""

from zoneledger.diff.compare import compare
from zoneledger.diff.difference import Difference
from zoneledger.diff.revision_files import Version, VersionError, read_folder, read_version

__all__ = ["Difference", "Version", "VersionError", "compare", "read_folder", "read_version"]
