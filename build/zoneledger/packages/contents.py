"""What stands in a package's archive, in any format: the data, a README, licence, citation, dictionary, checksums."""

from __future__ import annotations

from collections.abc import Mapping

from zoneledger.packages import checksums, citation, descriptor, dictionary, licence, readme
from zoneledger.packages.checksums import Sum
from zoneledger.packages.formats import CANONICAL, Format
from zoneledger.packages.package import Package
from zoneledger.packages.standards import citation_cff, csvw


def contents(package: Package, form: Format = CANONICAL) -> dict[str, bytes]:
    """Every file of a package in one format by name; nothing but the package decides it.

    Args:
        package: what is packed.
        form: the format of the data files.
    """
    files = form.encode(package)
    return {**files, **beside(package, form, checksums.sums(files))}


def beside(package: Package, form: Format, data: Mapping[str, Sum]) -> dict[str, bytes]:
    """The files that go with the data files, by name.

    The canonical format has descriptors, the others a dictionary as a table.

    Args:
        package: what is packed.
        form: the format of the data files.
        data: size and checksum of each data file, by name.
    """
    files = {}
    if form is CANONICAL:
        files[descriptor.FILE_NAME] = descriptor.encode(package, data)
        files[csvw.FILE_NAME] = csvw.encode(package)
    else:
        files[dictionary.FILE_NAME] = dictionary.encode(package.dictionary)
    files[readme.FILE_NAME] = readme.encode(package, form)
    files[licence.FILE_NAME] = licence.encode()
    files[citation.FILE_NAME] = citation.encode(package)
    files[citation_cff.FILE_NAME] = citation_cff.encode(package)
    files[checksums.FILE_NAME] = checksums.encode({**data, **checksums.sums(files)})
    return files
