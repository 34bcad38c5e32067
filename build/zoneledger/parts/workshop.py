"""Where parts are made: what is needed is looked up in the store, what is missing is made, on all cores."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import NamedTuple

from zoneledger.catalogue import Catalogue
from zoneledger.catalogue.restriction import Restrictions
from zoneledger.catalogue.said import Said
from zoneledger.charts import Shelf
from zoneledger.check import Shard
from zoneledger.heads import Names, bare_names
from zoneledger.pages import Frames, PageContext
from zoneledger.parts import facts, places, plan
from zoneledger.parts.gathered import Gathered
from zoneledger.parts.kept import Kept
from zoneledger.parts.keys import Keys, digest, program
from zoneledger.parts.plan import Kit
from zoneledger.parts.processes import spread
from zoneledger.parts.store import Part, Store, Workplace
from zoneledger.problems import Text
from zoneledger.remembered import Remembered
from zoneledger.revision import Repository, site_address
from zoneledger.scale import Scale
from zoneledger.site import markdown
from zoneledger.views.oddities import Mark, marks

#: The whole of the work.
WHOLE = Shard(1, 1)


def of_program(cache: Path, name: str) -> Path:
    """A folder of what this very program made before; what another release of it made is removed.

    Args:
        cache: the folder of all that was made before.
        name: what is kept there.
    """
    folder = cache / name / program()
    folder.mkdir(parents=True, exist_ok=True)
    for other in folder.parent.iterdir():
        if other != folder:
            shutil.rmtree(other, ignore_errors=True)
    return folder


class Made(NamedTuple):
    """A part of this build.

    Args:
        name: what it is about: a plan's id, or a jurisdiction's code.
        part: the part.
        fresh: whether it was made now.
    """

    name: str
    part: Part
    fresh: bool


@dataclass(frozen=True)
class Workshop:
    """One build's parts.

    Args:
        catalogue: checked datasets, whole.
        cache: the folder of what was made before; it may be deleted at any time.
        jobs: how many processes to use; all cores where 0.
    """

    catalogue: Catalogue
    cache: Path
    jobs: int = 0

    @cached_property
    def store(self) -> Store:
        """Parts that were made before."""
        return Store(self.cache / "parts")

    @cached_property
    def shelf(self) -> Shelf:
        """Drawings that were made before."""
        return Shelf(self.cache / "charts")

    @cached_property
    def previews(self) -> Shelf:
        """Preview images that were made before."""
        return Shelf(self.cache / "previews")

    @property
    def templates(self) -> Shelf:
        """Templates that were compiled before."""
        return Shelf(self.of_program("templates"))

    def of_program(self, name: str) -> Path:
        """A folder of what this very program made before."""
        return of_program(self.cache, name)

    @property
    def last_site(self) -> Path:
        """The site of the last build, which stays until this one is done; it may be gone."""
        return self.cache.parent / "site"

    @cached_property
    def repository(self) -> Repository:
        """Where rows can be read and mended, at the revision of this build."""
        return Repository.of(self.catalogue.layout)

    @cached_property
    def site_url(self) -> str:
        """The address the site is served at, with a slash at its end."""
        return site_address(self.catalogue.layout)

    @cached_property
    def scale(self) -> Scale:
        """Up to how many plans a plan is given everything."""
        return Scale.of(self.catalogue.layout)

    @cached_property
    def names(self) -> Names:
        """How often a bare name occurs over the whole site."""
        return bare_names(self.catalogue)

    @cached_property
    def keys(self) -> Keys:
        """What parts are kept under."""
        return Keys(self.catalogue)

    @cached_property
    def said(self) -> Said:
        """Names for what plans say; to be asked for before processes are forked, which then share it."""
        return Said(self.catalogue, self.of_program("said") / "plans.json", self.keys.frame)

    def gathered(self, made: Mapping[str, Part]) -> Gathered:
        """What is gathered from plans' parts, as far as it was kept.

        Args:
            made: every plan's part, in the order of plans' ids.
        """
        return Gathered(self.catalogue, self.keys.frame, made, self.of_program("gathered"), self.said)

    def shells(self) -> Part:
        """The hand-written pages and the frames of all others.

        Raises:
            zoneledger.site.markdown.RenderError: a hand-written page is broken.
        """

        def render(workplace: Workplace) -> None:
            day = self.catalogue.dataset["as_of"]
            markdown.render(self.catalogue.layout.root, workplace.site, data_date=day)

        return self.store.make(digest([self.keys.frame, "shells"]), render)

    def plans(self, frames: Frames, chosen: Collection[str] | None = None) -> Iterator[Made]:
        """Plans' parts, as they are ready.

        Args:
            frames: templates and the frames of pages.
            chosen: ids of plans; all where None.
        """
        kit, wanted = self._kit(frames), {}
        for plan_id in self.catalogue.plan_files if chosen is None else sorted(chosen):
            lists = self._restrictions.lists([plan_id])
            wanted[plan_id] = self.keys.of_plan(plan_id, lists, kit.beside(self.catalogue, plan_id))

        def fill(plan_id: str, workplace: Workplace) -> None:
            plan.make(self._restrictions.to([plan_id]), plan_id, kit, workplace)

        yield from self._made(wanted, fill, drawn=kit.draws)

    def marks(self, made: Mapping[str, Part]) -> dict[str, tuple[Mark, ...]]:
        """The badges of odd rows, by row id.

        Args:
            made: plans' parts, which say their own; those of other plans are found anew.
        """
        found: dict[str, tuple[Mark, ...]] = {}
        for part in made.values():
            for row, said in part.extract("marks").items():
                found[row] = tuple(Mark(Text(zh, en), computed) for zh, en, computed in said)
        return found | marks(self.catalogue, [plan_id for plan_id in self.catalogue.plan_files if plan_id not in made])

    def kept(self, context: PageContext, badges: Mapping[str, tuple[Mark, ...]], gathered: Gathered) -> Kept:
        """What is made from all plans, as far as it is kept.

        Args:
            context: what the build knows beside the datasets.
            badges: those of odd rows, by row id.
            gathered: what plans' parts say, facts among it.
        """
        folder = self.of_program("kept")
        for broken_off in folder.glob(".making-*"):
            shutil.rmtree(broken_off, ignore_errors=True)
        informed = facts.informed(self.catalogue, gathered.parts)
        return Kept(
            folder, informed, context, self.keys.frame, badges, lambda name: gathered.says(facts.extract(name)), self.said
        )

    def places(self, frames: Frames, made: Mapping[str, Part], turn: Shard = WHOLE) -> Iterator[Made]:
        """The pages of organisations and zones, as they are ready.

        Args:
            frames: templates and the frames of pages.
            made: plans' parts, as far as they are known.
            turn: which of them, where several machines make them.
        """
        kit, beside, wanted = self._kit(frames), places.Beside.of(self.catalogue, self.marks(made)), {}
        every = {each.code: each for each in places.every(self.catalogue, self._restrictions)}
        for name in turn.turn(list(every)):
            each = every[name]
            known = [each.ids, beside.of_places(each), places.names(self.catalogue, each, kit)]
            wanted[name] = self.keys.of_places(each.plans, self._restrictions.lists(each.plans, each.ids), known)

        self._restrictions.known.close()

        def fill(name: str, workplace: Workplace) -> None:
            each = every[name]
            places.make(self._restrictions.to(each.plans, each.ids), each, kit, beside, workplace)

        yield from self._made(wanted, fill, drawn=False)

    def _made(
        self, wanted: Mapping[str, str], fill: Callable[[str, Workplace], None], *, drawn: bool
    ) -> Iterator[Made]:
        """Parts by name: those that are in the store, then the others.

        Args:
            wanted: the key of each.
            fill: makes one.
            drawn: whether the renderer may be asked for something.
        """
        missing = []
        for name, key in wanted.items():
            part = self.store.find(key)
            if part is None:
                missing.append(name)
            else:
                yield Made(name, part, fresh=False)

        def work(name: str) -> Part:
            return self.store.make(wanted[name], partial(fill, name))

        # many would fill this process with what each of them needs
        for name, part in spread(work, missing, self.jobs, here=lambda _: not drawn and len(missing) == 1):
            yield Made(name, part, fresh=True)

    def _kit(self, frames: Frames) -> Kit:
        count = len(self.catalogue.plan_files)
        return Kit(frames, self.repository, self.site_url, self.names, count, self.scale, self.shelf, self.previews)

    @cached_property
    def _restrictions(self) -> Restrictions:
        named = Remembered(self.of_program("named") / "known", self.keys.frame.encode())
        return Restrictions(self.catalogue, named)

    def place(self, part: Part, site: Path, *, rewritten: bool = False) -> None:
        """Puts a part's files into a site; they name the revision of this build from then on.

        Args:
            part: whichever.
            site: the site's top folder.
            rewritten: whether the build goes on to write into them.
        """
        part.place(site, self.repository, rewritten=rewritten)
