"""Opening the person's own portal, handing over the way in, and closing it when that is safer.

Nobody is let in by mail or telephone: a letter or a sheet of codes is given in hand to somebody who was looked at.
Legal base: AVG art. 12 and 32; for closing it art. 23(1)(i) and UAVG art. 41.
"""
