"""The last stage: readings become rows. Files go in through the ledger, none is lost and none is taken twice."""
