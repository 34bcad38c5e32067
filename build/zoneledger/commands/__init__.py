"""What people type after ``zoneledger``, one command a module."""
