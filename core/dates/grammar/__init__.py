"""The rules, one module a kind of expression; ``finder`` tries them in this order."""
