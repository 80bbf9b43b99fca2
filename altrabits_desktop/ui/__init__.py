"""Everything that Qt draws: the shell, the pages, the widgets and their theme."""
