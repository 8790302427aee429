"""The closed word lists: phases, statuses, intents, channels, formats, facets and the ladder of asks.

Every word has an English id and names in Dutch and English; spellings that writers use in front
matter are aliases. Ids never change; aliases may grow.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property

_NOT_WORD = re.compile(r"[^a-z0-9]+")


@cache
def fold(word: str) -> str:
    """Return `word` without case, accents and punctuation: `Oriëntatie fase` → `orientatie-fase`."""
    plain = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode().lower()
    return _NOT_WORD.sub("-", plain).strip("-") or word.strip().lower()


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a vocabulary: its id, its name per language and the other spellings accepted."""

    id: str
    nl: str
    en: str
    aliases: tuple[str, ...] = ()

    def name(self, language: str) -> str:
        """Return the word in `language`, in English where the language has none."""
        return self.nl if language == "nl" else self.en


@dataclass(frozen=True)
class Vocabulary:
    """A closed list of terms, found by id, name or alias."""

    name: str
    terms: tuple[Term, ...]
    _by_fold: Mapping[str, Term] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        index: dict[str, Term] = {}
        for term in self.terms:
            for spelling in (term.id, term.nl, term.en, *term.aliases):
                index.setdefault(fold(spelling), term)
        object.__setattr__(self, "_by_fold", index)

    def find(self, word: str) -> Term | None:
        """Return the term whose id, name or alias is `word`; case and accents do not matter."""
        return self._by_fold.get(fold(word))

    def extended(self, terms: Iterable[Term]) -> "Vocabulary":
        """Return this vocabulary with a project's own terms added."""
        return Vocabulary(self.name, (*self.terms, *terms))

    @cached_property
    def by_id(self) -> Mapping[str, Term]:
        """The terms by their ids."""
        return {term.id: term for term in self.terms}

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The ids, in their own order."""
        return tuple(term.id for term in self.terms)

    @cached_property
    def spellings(self) -> tuple[str, ...]:
        """Every spelling that `find` accepts, as written, for suggestions."""
        return tuple(dict.fromkeys(s for t in self.terms for s in (t.id, t.nl, t.en, *t.aliases)))

    def __getitem__(self, id: str) -> Term:
        return self.by_id[id]


PHASES = Vocabulary(
    "phase",
    (
        Term("awareness", "bewustwording", "awareness", ("bewust worden",)),
        Term("consideration", "overweging", "consideration", ("overwegen",)),
        Term("decision", "beslissing", "decision", ("beslissen", "besluit")),
        Term("use", "gebruik", "use", ("usage", "gebruiken")),
        Term("growth", "groei", "growth", ("retention", "behoud")),
        Term("advocacy", "aanbeveling", "advocacy", ("aanbevelen", "ambassadeurschap")),
    ),
)

STATUSES = Vocabulary(
    "status",
    (
        Term("idea", "idee", "idea"),
        Term("planned", "gepland", "planned"),
        Term("draft", "concept", "draft", ("klad",)),
        Term("review", "in review", "in review", ("ter beoordeling", "nakijken")),
        Term("published", "gepubliceerd", "published", ("live", "online")),
        Term("expired", "verlopen", "expired", ("vervallen",)),
    ),
)

INTENTS = Vocabulary(
    "intent",
    (
        Term("inspire", "inspireren", "inspire"),
        Term("inform", "informeren", "inform"),
        Term("help", "helpen", "help"),
        Term("service", "service verlenen", "serve", ("bedienen",)),
        Term("ask", "vragen", "ask"),
        Term("sell", "verkopen", "sell"),
    ),
)

PROPOSITIONS = Vocabulary(
    "proposition",
    (
        Term("quality", "kwaliteit", "quality", ("uitzonderlijke kwaliteit", "exceptional quality")),
        Term(
            "availability",
            "beschikbaarheid",
            "availability",
            ("onmiddellijke beschikbaarheid", "immediate availability"),
        ),
        Term("price", "prijs", "price", ("toegankelijke prijs", "accessible price")),
    ),
)

OFFERS = Vocabulary(
    "offer",
    (
        Term("core", "kernaanbod", "core offer"),
        Term("upsell", "upsell", "upsell", ("up-sell", "upselling")),
        Term("cross-sell", "cross-sell", "cross-sell", ("crosssell", "crossselling", "cross-selling")),
    ),
)

LANGUAGES = Vocabulary(
    "lang",
    (
        Term("nl", "Nederlands", "Dutch", ("Vlaams", "Flemish")),
        Term("en", "Engels", "English"),
        Term("de", "Duits", "German", ("Deutsch",)),
        Term("fr", "Frans", "French", ("français",)),
        Term("es", "Spaans", "Spanish", ("español",)),
    ),
)
"""The languages that are known by name; others are known by their code."""

MESSAGE_TYPES = Vocabulary(
    "message_type",
    (
        Term("content", "content", "content"),
        Term("marketing", "marketing", "marketing"),
        Term("service", "service", "service", ("transactional", "transactioneel")),
    ),
)

NEEDS = Vocabulary(
    "need",
    (
        Term("must", "verplicht", "must", ("moet",)),
        Term("should", "gewenst", "should", ("zou moeten",)),
        Term("could", "mag", "could", ("kan",)),
    ),
)

SEGMENTS = Vocabulary("segment", (Term("b2c", "consument", "B2C"), Term("b2b", "zakelijk", "B2B")))

ASKS = Vocabulary(
    "cta",
    (
        Term("none", "niets", "nothing", ("geen",)),
        Term("read", "verder lezen", "read on", ("lezen", "lees")),
        Term("follow", "volgen", "follow", ("volg",)),
        Term("subscribe", "inschrijven", "subscribe", ("aanmelden", "abonneren", "schrijf in")),
        Term("download", "downloaden", "download"),
        Term("attend", "deelnemen", "attend", ("bijwonen", "meedoen")),
        Term("try", "proberen", "try", ("uitproberen", "test")),
        Term("contact", "contact opnemen", "get in touch", ("bellen", "afspraak maken")),
        Term("quote", "offerte aanvragen", "ask for a quote", ("offerte",)),
        Term("buy", "kopen", "buy", ("bestellen", "koop", "order")),
        Term("review", "beoordelen", "review", ("review schrijven", "beoordeling")),
        Term("refer", "aanbevelen", "refer", ("doorverwijzen", "aanraden")),
    ),
)

LADDER: tuple[str, ...] = ASKS.ids[: ASKS.ids.index("buy") + 1]
"""The asks from weak to strong; `review` and `refer` stand beside the ladder."""

_RUNGS = {ask: rung for rung, ask in enumerate(LADDER)}


def is_stronger(ask: str, ceiling: str) -> bool:
    """Say whether `ask` stands higher on the ladder of asks than `ceiling`.

    `review` and `refer` stand beside the ladder and are never stronger; whether they are early
    is a question about the phase.
    """
    rung = _RUNGS.get(ask)
    return rung is not None and rung > _RUNGS.get(ceiling, -1)


CHANNELS = Vocabulary(
    "channel",
    (
        Term("website", "website", "website", ("site", "web", "webpagina", "landingspagina")),
        Term("blog", "blog", "blog", ("weblog",)),
        Term("search", "zoekmachine", "search engine", ("zoeken", "seo", "google")),
        Term("search-ad", "zoekadvertentie", "search ad", ("sea", "google ads", "adwords")),
        Term("display-ad", "bannerreclame", "display ad", ("banner", "display")),
        Term(
            "social", "sociale media", "social media", ("social-media", "facebook", "instagram", "linkedin")
        ),
        Term("social-ad", "advertentie op sociale media", "social ad", ("facebook ads",)),
        Term("email", "e-mail", "e-mail", ("mail", "mailing", "nieuwsbrief", "newsletter")),
        Term("video", "video", "video", ("youtube", "film")),
        Term("podcast", "podcast", "podcast"),
        Term("webinar", "webinar", "webinar"),
        Term("sms", "sms", "SMS", ("tekstbericht", "text message")),
        Term("chat", "chat", "chat", ("whatsapp", "livechat")),
        Term("app", "app", "app", ("mobiele app",)),
        Term("portal", "klantportaal", "customer portal", ("portaal", "mijn omgeving")),
        Term("phone", "telefoon", "phone", ("bellen", "telephone")),
        Term("event", "evenement", "event", ("beurs", "bijeenkomst", "open dag")),
        Term("shop", "winkel", "shop", ("showroom", "filiaal", "store")),
        Term("webshop", "webwinkel", "web shop", ("online shop",)),
        Term("visit", "bezoek aan huis", "home visit", ("huisbezoek", "op locatie", "on site")),
        Term("print", "drukwerk", "print", ("folder", "brochure", "krant", "tijdschrift")),
        Term("post", "post", "post", ("brief", "letter", "direct mail")),
        Term("packaging", "verpakking", "packaging", ("bijsluiter",)),
        Term("radio", "radio", "radio"),
        Term("television", "televisie", "television", ("tv",)),
        Term("outdoor", "buitenreclame", "outdoor", ("abri", "billboard")),
        Term("review-site", "beoordelingssite", "review site", ("trustpilot", "google reviews")),
        Term("word-of-mouth", "mond-tot-mond", "word of mouth", ("mondreclame",)),
    ),
)

FORMATS = Vocabulary(
    "format",
    (
        Term("article", "artikel", "article", ("blog", "blogpost", "blogartikel", "post")),
        Term(
            "guide",
            "gids",
            "guide",
            ("handleiding voor kopers", "keuzehulp", "buying guide", "e-book", "ebook"),
        ),
        Term("how-to", "stappenplan", "how-to", ("howto", "steps", "tutorial", "uitleg")),
        Term(
            "case-study",
            "klantcase",
            "case study",
            ("case", "praktijkvoorbeeld", "klantverhaal", "referentie"),
        ),
        Term("comparison", "vergelijking", "comparison", ("vergelijk",)),
        Term("quote", "offerte", "quote", ("voorstel", "proposal")),
        Term("checklist", "checklist", "checklist", ("afvinklijst",)),
        Term("webinar", "webinar", "webinar"),
        Term("event", "evenement", "event", ("bijeenkomst", "open dag")),
        Term("video", "video", "video"),
        Term("podcast", "podcast", "podcast", ("aflevering",)),
        Term("ad", "advertentie", "ad", ("advert", "reclame")),
        Term("social-post", "bericht", "social post", ("socialmediabericht", "social media post")),
        Term("mailing", "mailing", "mailing", ("e-mail", "mail")),
        Term("newsletter", "nieuwsbrief", "newsletter"),
        Term("testimonial", "getuigenis", "testimonial", ("klantuitspraak", "ervaring")),
        Term("review", "beoordeling", "review", ("recensie",)),
        Term("manual", "handleiding", "manual", ("gebruiksaanwijzing",)),
        Term("faq", "veelgestelde vragen", "FAQ", ("vraag en antwoord",)),
        Term("landing-page", "landingspagina", "landing page"),
        Term("product-page", "productpagina", "product page", ("dienstpagina", "service page")),
        Term("price-list", "prijslijst", "price list", ("tarieven", "pricing")),
        Term("brochure", "brochure", "brochure", ("folder", "flyer")),
        Term("white-paper", "whitepaper", "white paper", ("rapport", "report", "onderzoek")),
        Term("template", "sjabloon", "template", ("voorbeeldbrief",)),
        Term("tool", "rekenhulp", "tool", ("calculator", "test", "quiz")),
        Term("demo", "demonstratie", "demo", ("proefrit", "test drive")),
        Term("trial", "proefversie", "trial", ("proefperiode", "sample", "staal", "proefstaal")),
        Term("infographic", "infographic", "infographic"),
        Term("news", "nieuwsbericht", "news item", ("persbericht", "press release")),
        Term("interview", "interview", "interview"),
        Term("invitation", "uitnodiging", "invitation"),
        Term("confirmation", "bevestiging", "confirmation", ("orderbevestiging",)),
        Term("notification", "servicebericht", "service message", ("melding", "notificatie", "herinnering")),
        Term("script", "gespreksleidraad", "call script", ("belscript", "script")),
        Term("survey", "enquête", "survey", ("vragenlijst",)),
        Term("referral", "aanbevelingsactie", "referral programme", ("vrienden werven",)),
        Term("contract", "overeenkomst", "contract"),
        Term("invoice", "factuur", "invoice"),
        Term("offer", "aanbieding", "offer", ("actie", "korting")),
    ),
)

FACETS = Vocabulary(
    "facet",
    (
        Term("problem", "probleem", "problem"),
        Term("question", "vraag", "question"),
        Term("explanation", "uitleg", "explanation", ("how-to",)),
        Term("inspiration", "inspiratie", "inspiration"),
        Term("comparison", "vergelijking", "comparison"),
        Term("proof", "bewijs", "proof"),
        Term("strengths", "sterke punten", "strengths"),
        Term("difference", "onderscheid", "difference"),
        Term("costs", "kosten", "costs"),
        Term("benefits", "baten", "benefits"),
        Term("risk", "risico", "risk"),
        Term("price", "prijs", "price"),
        Term("offer", "aanbod", "offer"),
        Term("urgency", "haast", "urgency"),
        Term("call-to-action", "oproep", "call to action"),
        Term("self-praise", "zelflof", "self-praise"),
        Term("own-product", "eigen product als antwoord", "own product as the answer"),
        Term("product-detail", "productdetails", "product detail"),
        Term("service", "service", "service"),
        Term("upsell", "upsell", "upsell"),
        Term("cross-sell", "cross-sell", "cross-sell"),
        Term("speed", "snelheid", "speed"),
        Term("automation", "automatisering", "automation"),
        Term("access", "toegang", "access"),
        Term("referral", "aanbeveling", "referral"),
        Term("testimonial", "getuigenis", "testimonial"),
        Term("delight", "enthousiasme", "delight"),
        Term("understanding", "begrip", "understanding"),
        Term("quality", "kwaliteit", "quality"),
        Term("availability", "beschikbaarheid", "availability"),
        Term("accessible-price", "toegankelijke prijs", "accessible price"),
    ),
)
