"""The routes that follow a toetsingsmoment: which steps there are, who takes them, what they mean for departure.

Legal base: Vw 2000 art. 64 and Vc A3/7 (medisch), Vb 2000 art. 3.48(2)(a) and Vc B8/4 (buiten schuld), Vb 2000 art. 3.6ba
(schrijnend), Vc B8/3.1 (mensenhandel); report, paragraphs 2.2 and 3.3. ``stappen`` says what a step does to the facts,
``formulieren`` what is asked, ``stand`` how far the route is.
"""
