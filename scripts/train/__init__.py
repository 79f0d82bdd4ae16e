"""Train the built-in models: vocabulary, embeddings, translation model, export."""
