"""What stands round every page: the frame of the program, and of a dossier its head, its steps and its tabs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Final
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.functional import Promise, SimpleLazyObject
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lui

from verantwoord.dossier.models import Dossier
from verantwoord.dossier.queries import betwist_sinds
from verantwoord.kern.antwoord import Beoordeling
from verantwoord.kern.inzage import in_nood_te_openen
from verantwoord.kern.termijnen import Stand
from verantwoord.kern.werklijst import verblijf
from verantwoord.keten.partner.bureaus import BUREAUS
from verantwoord.keten.partner.venster import heeft_eigen_venster
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Organisatie, Recht, Rol, matrixrol
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.vakmanschap.kennis.models import Kennisstuk
from verantwoord.vakmanschap.kennis.queries import kennis_voor
from verantwoord.vertrek.queries import verwante_dossiers_of
from verantwoord.web.datums import dag_maand
from verantwoord.web.waarden import Bel, Feit, Frame, Gebruiker, NavItem, Stap, Tab, Verwijzing, Zoek
from verantwoord.werkplek import woorden
from verantwoord.werkplek.fasen import Opgeschort, opgeschort, stappen
from verantwoord.werkplek.meldingen.queries import kop_of
from verantwoord.werkplek.queries import stand_van_dossier

# The parts of a dossier, in the order of the process. A room that is not there yet has no tab.
TABS: Final[tuple[tuple[str, Promise, str], ...]] = (
    ("overzicht", lui("Overzicht"), "werkplek:overzicht"),
    ("procedure", lui("Procedure"), "dossier:procedure"),
    ("gesprekken", lui("Gesprekken"), "vertrekgesprek:lijst"),
    ("toetsing", lui("Toetsing"), "toetsing:overzicht"),
    ("vertrekplan", lui("Vertrekplan"), "vertrekplan:plan"),
    ("reisdocument", lui("Reisdocument"), "reisdocument:overzicht"),
    ("wensen", lui("Wensen"), "ondersteuning:wensen"),
    ("overleg", lui("Overleg"), "dossieroverleg:overzicht"),
    ("toezicht", lui("Toezicht"), "toezicht:overzicht"),
    ("vertrek", lui("Vertrek"), "vertrek:overzicht"),
    ("documenten", lui("Documenten"), "werkplek:documenten"),
    ("tijdlijn", lui("Tijdlijn"), "werkplek:tijdlijn"),
    ("inzage", lui("Inzage"), "werkplek:inzage"),
)
NAV: Final[tuple[tuple[Promise, str, Recht | None], ...]] = (
    (lui("Dossiers"), "werkplek:caseload", None),
    (lui("Agenda"), "agenda:agenda", Recht.KWALITEIT_BEKIJKEN),
    (lui("Overleg"), "overleg:overleggen", Recht.OVERLEG_BIJWONEN),
    (lui("Team"), "team:overzicht", Recht.KWALITEIT_BEKIJKEN),
    (lui("Ondersteuning"), "catalogus:lijst", None),
    (lui("Kwaliteit"), "kwaliteit:meting", Recht.KWALITEIT_BEKIJKEN),
    (lui("Kennis"), "vakmanschap:begin", Recht.VAKMANSCHAP_VOLGEN),
    (lui("Berichten"), "keten:quarantaine", Recht.QUARANTAINE_BEHANDELEN),
    (lui("Beheer"), "beheer:begin", Recht.MEDEWERKERS_BEHEREN),
    (lui("Taken"), "taken:overzicht", Recht.TAKEN_BEHEREN),
)
# What somebody outside the staff has in the menu after their own desk.
_TAFEL: Final = (lui("Overleg"), "overleg:overleggen")
_RAPPORTEN: Final = (lui("Rapporten"), "rapporten:lijst")
_NAKIJKEN: Final = ((lui("Nakijken"), "fg:begin"), (lui("Logboek"), "fg:logboek"))
NAV_BUITEN: Final[Mapping[str, tuple[tuple[Promise, str], ...]]] = {
    Rol.COA: (_TAFEL, _RAPPORTEN),
    Rol.IND: (_TAFEL, _RAPPORTEN),
    Rol.AVIM_TOEZICHT: (_TAFEL, _RAPPORTEN),
    Rol.AVIM_MENSENHANDEL: (_TAFEL,),
    Rol.KMAR: (_TAFEL, _RAPPORTEN),
    Rol.IOM_NGO: (_TAFEL,),
    Rol.VWN: (_TAFEL,),
    Rol.FG: _NAKIJKEN,
    Rol.INSPECTIE: (
        (lui("Onderzoek"), "inspectie:begin"),
        _RAPPORTEN,
        (lui("Cijfers"), "kwaliteit:publicatie"),
        (lui("Dialoog"), "dialoog:lijst"),
        *_NAKIJKEN,
    ),
}
# What has no item of its own stands under another: what the Inspectie published, and talking about it.
_HANGT_ONDER: Final[Mapping[str, str]] = {
    "rapporten": "kwaliteit",
    "werkdruk": "kwaliteit",
    "dialoog": "vakmanschap",
    "leesdesk": "inspectie",
}
VOET: Final[tuple[tuple[Promise, str], ...]] = (
    (lui("Toegankelijkheid"), "werkplek:toegankelijkheid"),
    (lui("Privacy en inzage"), "werkplek:privacy"),
    (lui("Over algoritmen"), "werkplek:algoritmen"),
)


def adres(naam: str, *args: Any) -> str:
    """The address of a page, or nothing when there is no such page in this installation."""
    try:
        return reverse(naam, args=args)
    except NoReverseMatch:
        return ""


@dataclass
class Dossierkader:
    """The head of a dossier's pages. Worked out once a request, and only when a page asks for it."""

    dossier: Dossier
    stand: Stand
    beoordeling: Beoordeling
    vandaag: date
    viewer: Medewerker

    @property
    def naam(self) -> str:
        return self.dossier.persoon.volledige_naam

    @property
    def pad(self) -> list[Verwijzing]:
        return [Verwijzing(_("Mijn dossiers"), reverse("werkplek:caseload")), Verwijzing(self.dossier.nummer)]

    @cached_property
    def feiten(self) -> list[Feit]:
        persoon, dossier = self.dossier.persoon, self.dossier
        gezin = 1 + sum(1 for lid in self.stand.persoon.gezin if lid.meereizend)
        regie = dossier.regievoerder.naam if dossier.regievoerder else dossier.regievoerder_elders
        feiten = [
            Feit(_("V-nummer"), woorden.v_nummer_in_delen(persoon.v_nummer)),
            Feit(_("Verblijf"), self.verblijf),
        ]
        if gezin > 1:
            feiten.append(
                Feit(_("Gezin"), _("%(n)d personen") % {"n": gezin}, url=adres("werkplek:gezin", dossier.pk))
            )
        waarnemer = getattr(dossier, "waarnemer", None)
        if waarnemer:
            regie = _("%(naam)s, %(waarnemer)s neemt waar") % {"naam": regie, "waarnemer": waarnemer}
        feiten.append(Feit(_("Regievoerder"), regie or _("nog niet toegewezen")))
        return [*feiten, *self._andere_dossiers()]

    def _andere_dossiers(self) -> Iterator[Feit]:
        """The dossier before this one and the one after it; an open dossier without an earlier one has neither."""
        dossier = self.dossier
        if not dossier.eerdere_dossiers and dossier.gesloten_op is None:
            return
        anderen = {ander.nummer: ander for ander in verwante_dossiers_of(dossier, viewer=self.viewer)}
        namen = [(_("Eerder dossier"), nummer) for nummer in dossier.eerdere_dossiers[-1:]]
        later = [nummer for nummer, ander in anderen.items() if dossier.nummer in ander.eerdere_dossiers]
        for naam, nummer in namen + [(_("Later dossier"), nummer) for nummer in later[-1:]]:
            url = adres("werkplek:overzicht", anderen[nummer].pk) if nummer in anderen else ""
            yield Feit(naam, nummer, url=url)

    @cached_property
    def verblijf(self) -> str:
        woont = verblijf(self.stand)
        return woorden.verblijf_in_woorden(woont.soort, woont.locatie) if woont else _("niet bekend")

    @property
    def gesloten(self) -> str:
        """That the dossier is closed and since when, as a title; empty while it is open."""
        dag = self.dossier.gesloten_op
        return _("Dit dossier is gesloten op %(dag)s") % {"dag": dag_maand(dag)} if dag else ""

    @cached_property
    def betwist(self) -> dict[str, date]:
        """What the person says is not right, by subject, and since when; most of the time nothing."""
        if not self.dossier.is_betwist:  # type: ignore[attr-defined]  # asked with the dossier
            return {}
        return betwist_sinds([self.dossier.pk], viewer=self.viewer).get(self.dossier.pk, {})

    @cached_property
    def opgeschort(self) -> Opgeschort | None:
        return opgeschort(self.stand)

    @cached_property
    def stappen(self) -> list[Stap]:
        return stappen(self.stand)

    @cached_property
    def tabs(self) -> list[tuple[str, Tab]]:
        aantallen = self._aantallen()
        paren = []
        for sleutel, titel, naam in TABS:
            url = adres(naam, self.dossier.pk)
            if url:
                paren.append((sleutel, Tab(str(titel), url, aantallen.get(sleutel))))
        return paren

    @cached_property
    def kennis_bij_gesprek(self) -> list[Kennisstuk]:
        """What is worth knowing before a talk: by subject and country, never by who this person is."""
        return self._kennis(("gesprek", "ngo", "bijdrage"))

    @cached_property
    def kennis_bij_wensen(self) -> list[Kennisstuk]:
        """What is worth knowing about support."""
        return self._kennis(("ngo", "bijdrage", "dia"))

    def _kennis(self, onderwerpen: Sequence[str]) -> list[Kennisstuk]:
        if not self.viewer.heeft(Recht.VAKMANSCHAP_VOLGEN):
            return []
        landen = {
            *self.stand.persoon.nationaliteiten,
            *(b.land_van_terugkeer for b in self.stand.besluiten if b.land_van_terugkeer),
        }
        return kennis_voor(viewer=self.viewer, onderwerpen=onderwerpen, landen=landen, peildatum=self.vandaag)

    def _aantallen(self) -> Mapping[str, int]:
        s = self.stand
        alle = {
            "gesprekken": len(s.gevoerde_gesprekken),
            "wensen": sum(1 for w in s.wensen if w.soort != "geen_wens_geuit" and w.vervolg is None),
            "documenten": len(s.beeld.overdracht.documenten),
        }
        return {sleutel: aantal for sleutel, aantal in alle.items() if aantal}


def kader_van(
    request: HttpRequest, dossier_id: UUID, *, ook: Mapping[str, Any] | None = None
) -> Dossierkader:
    """The head of this dossier for whoever is logged in; asked for once a request. Raises ``DoesNotExist``.

    ``ook`` is what a page wants to know of the dossier in the same question.
    """
    bewaard = getattr(request, "_dossierkader", None)
    if bewaard is None or bewaard.dossier.pk != dossier_id:
        vandaag = timezone.localdate()
        assert isinstance(request.user, Medewerker)  # noqa: S101 - Werkcontext refused anyone else
        dossier, stand, beoordeling = stand_van_dossier(
            dossier_id, viewer=request.user, peildatum=vandaag, ook=ook
        )
        bewaard = Dossierkader(
            dossier=dossier, stand=stand, beoordeling=beoordeling, vandaag=vandaag, viewer=request.user
        )
        request._dossierkader = bewaard  # type: ignore[attr-defined]  # noqa: SLF001 - kept for this request only
    return bewaard


def dossierkader(request: HttpRequest) -> dict[str, Any]:
    """Give ``kader`` to every page whose address names a dossier."""
    treffer = request.resolver_match
    if treffer is None or "dossier_id" not in treffer.kwargs or not request.user.is_authenticated:
        return {}
    return {"kader": SimpleLazyObject(lambda: kader_van(request, treffer.kwargs["dossier_id"]))}


def lees_kop(request: StaffRequest) -> None:
    """Ask for the head of a page while the database still knows who asks."""
    # A program that comes in with a token gets no page.
    if not getattr(request, "met_sleutel", False):
        request.kop = kop_of(viewer=request.user)  # type: ignore[attr-defined]


def frame(request: HttpRequest) -> dict[str, Any]:
    """Give ``frame`` to every page: the menu of this role, the search box, who is logged in."""
    return {"frame": SimpleLazyObject(lambda: _frame(request))}


def _frame(request: HttpRequest) -> Frame:
    strook = (
        _("Dit is een demo met verzonnen personen. Voer geen echte gegevens in.") if settings.DEMO else ""
    )
    voet = tuple(Verwijzing(str(titel), url) for titel, naam in VOET if (url := adres(naam)))
    gebruiker = getattr(request, "user", None)
    if isinstance(gebruiker, Medewerker) and in_nood_te_openen(matrixrol(gebruiker)):
        voet += (Verwijzing(_("Open in nood"), reverse("noodtoegang:openen")),)
    if not isinstance(gebruiker, Medewerker) or not gebruiker.is_authenticated:
        return Frame(strook=strook, voet=voet)
    hier = request.resolver_match.namespace if request.resolver_match else ""
    if heeft_eigen_venster(gebruiker.rol):
        return _frame_buiten(request, gebruiker, hier=hier, strook=strook, voet=voet)
    nav = tuple(
        NavItem(str(titel), url, huidig=_is_hier(naam, hier))
        for titel, naam, recht in NAV
        if (recht is None or gebruiker.heeft(recht)) and (url := adres(naam))
    )
    team, ongelezen = getattr(request, "kop", None) or kop_of(viewer=gebruiker)
    functie = f"{gebruiker.get_rol_display()}, {team}" if team else str(gebruiker.get_rol_display())
    zoek = Zoek(reverse("werkplek:zoeken"), _("Naam, V-nummer of dossier"), request.POST.get("zoek", ""))
    return Frame(
        nav=nav,
        zoek=zoek,
        gebruiker=_ingelogd(gebruiker, functie),
        voet=voet,
        begin_url=reverse("werkplek:caseload"),
        strook=strook,
        bel=_bel(ongelezen, hier),
    )


def _ingelogd(medewerker: Medewerker, functie: str) -> Gebruiker:
    return Gebruiker(
        medewerker.naam,
        functie,
        reverse("toegang:uitloggen"),
        account_url=reverse("toegang:beveiliging"),
        ingelogd_url=reverse("toegang:ingelogd"),
        kenmerk=str(medewerker.pk),
    )


def _frame_buiten(
    request: HttpRequest, gebruiker: Medewerker, *, hier: str, strook: str, voet: tuple[Verwijzing, ...]
) -> Frame:
    """The frame of who works outside the pages of the staff: its own desk, and what its role has besides."""
    bureau = BUREAUS.get(gebruiker.rol)
    bladzij = request.resolver_match.view_name if request.resolver_match else ""
    menu = [(str(bureau.menu) if bureau else "", "partner:begin"), *NAV_BUITEN.get(gebruiker.rol, ())]
    if gebruiker.organisatie == Organisatie.DIA:
        menu.insert(1, (_("Wat u regelt"), "partner:regelingen"))
    # Of two items of one room the page itself is where one is; a room without an item hangs under another.
    op_naam = any(naam == bladzij for _titel, naam in menu)
    kamers = {naam.split(":", maxsplit=1)[0] for _titel, naam in menu}
    hier = hier if hier in kamers else _HANGT_ONDER.get(hier, hier)
    team, ongelezen = getattr(request, "kop", None) or kop_of(viewer=gebruiker)
    return Frame(
        nav=tuple(
            NavItem(
                str(titel),
                url,
                huidig=naam == bladzij or (not op_naam and naam.split(":", maxsplit=1)[0] == hier != "fg"),
            )
            for titel, naam in menu
            if titel and (url := adres(naam))
        ),
        zoek=Zoek(reverse("partner:zoeken"), _("Naam of V-nummer"), request.POST.get("zoek", ""))
        if bureau
        else None,
        gebruiker=_ingelogd(gebruiker, team or str(gebruiker.get_rol_display())),
        voet=voet,
        begin_url=reverse("partner:begin"),
        strook=strook,
        bel=_bel(ongelezen, hier),
    )


def _bel(ongelezen: int, hier: str) -> Bel:
    return Bel(
        url=reverse("meldingen:lijst"),
        aantal=str(ongelezen or "") if ongelezen < 100 else "99+",
        huidig=hier == "meldingen",
    )


def _is_hier(naam: str, namespace: str) -> bool:
    """Dossiers is where one is on every page that is not another item of the menu."""
    eigen = naam.split(":", maxsplit=1)[0]
    namespace = _HANGT_ONDER.get(namespace, namespace)
    anders = {n.split(":", maxsplit=1)[0] for _titel, n, _recht in NAV} - {"werkplek"} | {
        "meldingen",
        "toegang",
    }
    return namespace == eigen or (eigen == "werkplek" and namespace not in anders)
