"""The person's way in: opened once with a code on paper, and from then on with a passkey, an app or codes on paper.

No password, no mail and no text message: what somebody else can read along with opens nothing.
"""
