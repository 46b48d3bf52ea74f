"""The command line, one module a group: parse, call one function, print. The only place that picks exit codes."""
