"""Lets ``python -m zoneledger`` do what the command ``zoneledger`` does."""

from zoneledger.cli import main

main()
