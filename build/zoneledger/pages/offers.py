"""The downloads as readers choose among them: by format, by table, by plan; one pass over all of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from zoneledger.packages import FORMATS
from zoneledger.packages.formats import Format
from zoneledger.packages.outputs import ARCHIVE, DESCRIPTOR, FILE, TABLE, ZIP
from zoneledger.packages.write import Download


@dataclass(frozen=True)
class Offer:
    """One format of one package.

    Args:
        form: the format.
        main: the file to take: that with all tables where the format has one, else the archive.
        archive: the archive, where it is another file; it has README, licence and checksums beside the data.
    """

    form: Format
    main: Download
    archive: Download | None


@dataclass
class Offers:
    """What is offered of the whole dataset or of one plan.

    Args:
        files: every download of it, in the order of the formats.
    """

    files: list[Download] = field(default_factory=list)

    @property
    def formats(self) -> list[Offer]:
        """Its formats, the canonical one first."""
        return [offer for form in FORMATS if (offer := self._of(form))]

    @property
    def by_id(self) -> dict[str, Offer]:
        """The formats by their ids."""
        return {offer.form.id: offer for offer in self.formats}

    @property
    def descriptors(self) -> list[Download]:
        """Files for programs that describe the rest."""
        return [each for each in self.files if each.kind == DESCRIPTOR]

    @property
    def tables(self) -> dict[str, list[Download]]:
        """The single files of each table, by its name, in the order of the formats."""
        found: dict[str, list[Download]] = {}
        for each in self.files:
            if each.kind == TABLE and each.table:
                found.setdefault(each.table, []).append(each)
        return found

    def _of(self, form: Format) -> Offer | None:
        own = [each for each in self.files if each.format == form.id]
        packed = next((each for each in own if each.kind in (ZIP, ARCHIVE)), None)
        single = next((each for each in own if each.kind == FILE), None)
        if single:
            return Offer(form, single, packed)
        return Offer(form, packed, None) if packed else None


def filed(downloads: Iterable[Download]) -> dict[str, Offers]:
    """All offers by plan; those of the whole dataset under the empty name."""
    found: dict[str, Offers] = {}
    for each in downloads:
        found.setdefault(each.plan_id or "", Offers()).files.append(each)
    return found
