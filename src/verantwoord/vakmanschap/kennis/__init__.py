"""Short pieces of knowledge: what ngo's offer, what the DT&V can contribute itself, how a talk goes well.

Report *Verantwoord Vertrek* §3.1 (middelen) and recommendation 2 to the DT&V: both were known too little. A piece has a
source and a last day, and a colleague other than the writer looked at it. Who read it is not kept.
"""
