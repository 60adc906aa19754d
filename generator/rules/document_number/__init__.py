"""Forms of 发文字号."""
