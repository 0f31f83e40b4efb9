"""Overleg of the chain: LKO, RAO and Deelberaad Asiel. Deciding together, with the dissent written down.

Report §2.2 and §3.4 and its recommendation to DT&V, COA, AVIM and IND; Leidraad Terugkeer en Vertrek: LKO, RAO. The four
fixed partners write what they think before they know what the others think, one of them (by rotation, never the one
who proposed) speaks against, gets an answer, and only then they vote. Only four explicit votes "akkoord" in time
decide; silence, abstention and a late vote never do. What is decided here replaces no partner's own statutory
decision, and no act follows from it by itself.

What others use (all acts are keyword-only and take ``door``; ids are UUIDs; ``nu`` is an aware moment, ``peildatum`` a day):

``actions``
    series and meetings   plan_reeks, end_reeks, extend_reeksen, plan_overleg, move_overleg, cancel_overleg,
                          choose_voorzitter, choose_notulist, start_overleg, record_aanwezigheid, end_overleg
    agenda                fill_agenda, add_punt, change_voorstel, defer_punt, invite_gast, end_gast
    an item               give_standpunt, reveal_punt, give_tegenspraak, answer_tegenspraak, cast_stem, write_besproken,
                          hold_punt, escalate_punt, record_uitkomst, feed_back, treat_mededeling, record_besluit_buiten
    afterwards            add_actie, finish_actie, update_eerder, share_verslag, confirm_verslag, establish_verslag, add_aanvulling
``queries`` (all take ``viewer``)
    reeksen_of, overleggen_of, overleg_of, agenda_of, open_acties_of, punt_of, punt_stand_of, punten_van_dossier,
    te_doen_of, verslag_of, cijfers_of
Steps of an item (``keuzes.Stap``): standpunten → tegenspraak → stemmen → besloten; in RAO and Deelberaad: uitkomst →
besloten. ``Agendapunt.versie`` and ``Overleg.versie`` rise with every change that a page shows.
"""
