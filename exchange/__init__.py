"""Letters and tasks on their way to other systems, one format a file."""
