"""Not showing something to the person for a time: on a ground of the law, with two signatures and a last day.

Nothing is left out in silence: wherever an item is missing it is counted with its ground. Legal base: AVG art. 23(1)
and UAVG art. 41; the person is told unless that would harm what the ground protects (UAVG art. 41(2)(h)).
"""
