"""Charts, drawn by the server as SVG: twice, wide and narrow, so that text is never scaled.

Fill carries certainty and shape carries the series; colour comes third. Each chart is an image with a sentence,
and the same data always stand in a table beside it.
"""
