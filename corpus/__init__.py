"""Gazetteers, letters whose truth is known, the typesetter and scan simulator, and scoring."""
