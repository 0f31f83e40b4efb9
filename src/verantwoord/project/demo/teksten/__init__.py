"""The words of the demo: what people say, what is reported of a talk, weighed in a toetsing, chosen in a plan.

Plain Dutch at B1, as the field should write. ``{naam}``, ``{hij}``, ``{zijn}``, ``{hem}``, ``{land}`` and ``{stad}`` are
filled in for the person; with a capital at the start of a sentence.
"""
