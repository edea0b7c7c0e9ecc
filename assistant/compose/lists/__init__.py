"""Lists, whole: how many of what, who is charged with which, which member has what."""
