"""Drawing a chart on a cache miss: what to draw (model), where (bars, columns, lines), and by Altair (spec)."""
