"""What pages, packages and search show of a row, in both languages and without any markup."""
