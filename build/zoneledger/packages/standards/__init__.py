"""How the packages are described in the words of other people's standards, one module a standard.

``datapackage.json``, the canonical description, is in ``packages.descriptor``; schema.org's, for search engines, is in
the pages themselves.
"""
