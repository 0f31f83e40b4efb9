"""The four toetsingsmomenten: is there anything for which the departure must wait or must not happen.

A regievoerder weighs medical circumstances (Vw 2000 art. 64), buiten schuld (Vb 3.48), distressing circumstances and
human trafficking (Vc B8/3) at every stage and after every signal (report §2.2 and §3.3). A toetsing is never changed:
a new one stands beside the old.
"""
