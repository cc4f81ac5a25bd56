"""How good the findings are against annotated documents, and how sure a rule may be."""
