"""Coming in: who somebody is, proved in two ways, and for how long that holds.

Staff come by way of the log-in of their own organisation (OpenID Connect); a local account with a passkey or an app
for codes is the way when that is out of order. BIO2 5.16 and 5.17; OWASP ASVS 5.0 chapters 6, 7, 9 and 10.
"""
