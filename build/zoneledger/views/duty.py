"""Who answers for what: one organisation's part in one measure."""

from __future__ import annotations

from dataclasses import dataclass

from zoneledger.catalogue import Catalogue, Row
from zoneledger.problems import Text
from zoneledger.views.name import bilingual, enum
from zoneledger.views.provenance import Provenance, provenance


@dataclass(frozen=True)
class DutyView:
    """One row of ``responsibilities``.

    Args:
        role: lead, responsible or cooperating.
        printed: the organisation as the document prints it.
        organisation: its official name; in Chinese its short name is ``short``.
        agency_type_id: the function it is filed under; empty where the organisation is unknown.
        manner: how several share it, in words; empty where nothing is said.
        list_open: whether the printed list ends in 等.
        act: the duty in own words, where running text states one.
        basis: where duties are printed (bracket, line, annex, running text), in words.
    """

    id: str
    plan_id: str
    measure_id: str
    role: str
    role_label: Text
    printed: str
    organization_id: str
    organisation: Text
    agency_type_id: str
    manner: Text
    list_open: bool
    act: Text
    basis: Text
    provenance: Provenance


@dataclass(frozen=True)
class RoleGroup:
    """The duties of one measure in one role, in printed order."""

    role: str
    label: Text
    duties: tuple[DutyView, ...]

    @property
    def list_open(self) -> bool:
        """Whether the printed list is open (等)."""
        return any(duty.list_open for duty in self.duties)

    @property
    def manner(self) -> Text:
        """How the organisations share it, where the whole list says so."""
        return self.duties[0].manner


def duty(catalogue: Catalogue, row: Row) -> DutyView:
    """The view of one row of ``responsibilities``."""
    organisation = catalogue.row("organizations", row["organization_id"])
    printed = row.text("printed")
    return DutyView(
        id=row.text("id"),
        plan_id=row.text("plan_id"),
        measure_id=row.text("measure_id"),
        role=row.text("role"),
        role_label=enum(catalogue, "responsibilities", "role", row),
        printed=printed,
        organization_id=row.text("organization_id"),
        organisation=bilingual(organisation, "name") if organisation else Text(printed, printed),
        agency_type_id=organisation.text("agency_type_id") if organisation else "",
        manner=enum(catalogue, "responsibilities", "manner", row),
        list_open=row["list_open"] is True,
        act=bilingual(row, "act"),
        basis=enum(catalogue, "responsibilities", "basis", row),
        provenance=provenance(row, catalogue.schemas["responsibilities"]),
    )


def by_role(catalogue: Catalogue, duties: list[DutyView]) -> tuple[RoleGroup, ...]:
    """Duties of one measure grouped in the schema's order of roles; roles without duties are left out."""
    field = catalogue.schemas["responsibilities"].by_name["role"]
    groups = (
        RoleGroup(role, field.label(role), tuple(duty for duty in duties if duty.role == role)) for role in field.enum
    )
    return tuple(group for group in groups if group.duties)
