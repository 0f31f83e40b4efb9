"""Looking afterwards at who looked: findings that somebody signs off, and the pace at which one person opens dossiers.

A log that nobody reads protects nobody. AVG art. 5(2) and 32; NEN 7513; BIO2 8.15.
"""
