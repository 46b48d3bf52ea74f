"""The words everything shares: geometry, text, evidence, the letter record, problems, errors.

This layer imports nothing else of the project.
"""
