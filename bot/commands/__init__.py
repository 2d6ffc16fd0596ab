"""One file a subcommand of `hallowerk`, imported when it is used."""
