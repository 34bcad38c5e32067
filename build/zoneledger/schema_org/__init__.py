"""What pages are about in the words of schema.org, one module a kind of thing: for search engines and harvesters.

Every node is a plain mapping without ``@context``; ``zoneledger.site.head`` writes it into a page.
"""

from zoneledger.schema_org.catalog import catalog, website
from zoneledger.schema_org.dataset import Publication, plan, whole
from zoneledger.schema_org.terms import Term, term_set

__all__ = ["Publication", "Term", "catalog", "plan", "term_set", "website", "whole"]
