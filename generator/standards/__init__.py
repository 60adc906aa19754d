"""National standards as data: units of measurement, page and type of GB/T 9704."""
