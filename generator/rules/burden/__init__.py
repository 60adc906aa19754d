"""What the burden-reduction rules of 2024 ask of documents to the grass roots."""
