"""What the zones of a parsed document say: values with evidence, confidence and the rule that found them."""
