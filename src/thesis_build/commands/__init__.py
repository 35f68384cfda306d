"""What each command does: a straight line of calls; the command line gives the arguments, these do the work."""
