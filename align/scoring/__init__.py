"""How links, findings and translations stand against what people made."""
