"""Who may write to whom, by the 条例 of 2012."""
