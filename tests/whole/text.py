"""What the items of a whole project say, in Dutch and English: one text for each kind of stage."""

NL = {
    "problem": (
        "Waarom je huis in oktober al zo snel afkoelt",
        "In het najaar merk je het ineens: de kachel brandt langer, de rekening loopt op en bij het raam "
        "blijft het kil. Tocht bij het raam is vervelend, en vaak de oorzaak van kou in de hele kamer. Het "
        "glas is oud, of er zitten kieren waar je ze niet ziet. Je hoeft daarvoor niet meteen te "
        "verbouwen. Houd op een winderige dag een kaars langs de randen, dan zie je waar de lucht naar "
        "binnen komt. Herken je dit? Stel je eens voor dat je straks weer met een boek bij dat raam zit. "
        "[Lees verder]({next}) over wat er tegen te doen is.",
    ),
    "orient": (
        "Dubbel, driedubbel of vacuüm: zo werkt isolerend glas",
        "Glas houdt warmte binnen doordat er een laag lucht of gas tussen de ruiten zit. Hoe werkt dat? "
        "Bij dubbel glas is die laag een centimeter dik, bij driedubbel glas zijn het er twee. Vergeleken "
        "met enkel glas scheelt dat de helft van de kou. Volgens metingen van een technische school wordt "
        "een ruit met twee lagen twintig procent minder koud. Daar staat tegenover dat dik glas zwaar is, "
        "en niet in elk kozijn past. Tocht bij het raam verdwijnt pas als ook de kieren dicht zijn. "
        "[Bekijk daarna]({next}) welke soort bij jouw huis past.",
    ),
    "magnet": (
        "Stappenplan: in een middag alle kieren vinden",
        "Met dit stappenplan loop je in een middag langs elk raam. Je vinkt af waar tocht bij het raam "
        "vandaan komt, en ziet meteen wat je zelf kunt dichten. Het scheelt je een dag zoeken, en je weet "
        "daarna waar je moet beginnen. Zo werkt het: je print twee pagina's, loopt van kamer naar kamer en "
        "noteert een cijfer per raam. [Download het stappenplan]({next}) en vul je mailadres in, dan "
        "sturen we het je toe. Daarna lees je hoe anderen het deden.",
    ),
    "weigh": (
        "Drie soorten glas naast elkaar",
        "Welk glas past bij een huis van voor 1980? Vergeleken met enkel glas houdt elke soort warmte "
        "binnen, maar de verschillen zijn groot. Dubbel glas is licht, duurzaam en past in bijna elk "
        "kozijn. Driedubbel glas is beter bestand tegen kou, maar zwaar. Vacuümglas is dun en sterk, en "
        "dus handig voor oude ramen. In een proef in Ede hielden twaalf huizen met dubbel glas dertig "
        "procent meer warmte binnen. Wat ons anders maakt dan de meeste bedrijven: wij meten elk raam zelf "
        "in. Tocht bij het raam is dan verleden tijd. Weet je niet wat er bij jouw kozijnen past? Stel je "
        "vraag per mail of telefoon, en [lees hoe het verdergaat]({next}).",
    ),
    "try": (
        "Meekijken: een avond over ramen in oude huizen",
        "Op deze avond laten we drie soorten glas zien en voel je zelf het verschil. Je bespaart jezelf "
        "een miskoop, want je hoort van bewoners hoe het hen verging. Het risico is klein: je zit nergens "
        "aan vast en kunt tot een dag van tevoren afzeggen. Klant Emre uit Ede kwam vorig jaar en zei: na "
        "afloop wist ik precies wat ik wilde. Er is een proefopstelling waarmee je de tocht bij het raam "
        "meet. Kosten zijn er niet; de koffie staat klaar. Anders dan op een beurs verkoopt niemand je "
        "iets. Probeer het gratis, en [zie wat er daarna komt]({next}).",
    ),
    "decide": (
        "Klaar om te kiezen? Zo ziet een voorstel eruit",
        "Je weet welk glas je wilt. In het voorstel staan de kosten per raam, wat je per jaar bespaart en "
        "wat er gebeurt als het tegenzit. Het risico is klein: je krijgt tien jaar garantie en betaalt pas "
        "na oplevering. De familie De Boer in Ede ging je voor en heeft geen tocht bij het raam meer. "
        "Anders dan de meeste bedrijven meten wij elk raam zelf in. Vraag een offerte aan, dan heb je "
        "binnen een week antwoord. [Zo gaat het verder]({next}).",
    ),
    "deal": (
        "Je voorstel voor zes nieuwe ramen",
        "Dit voorstel zet alles op een rij. De kosten zijn € 4.800 voor zes ramen, inclusief plaatsing en "
        "afvoer. Daar staat tegenover dat je per jaar ongeveer € 350 bespaart en geen tocht bij het raam "
        "meer hebt. Het risico is klein: je krijgt tien jaar garantie en betaalt pas na oplevering. De "
        "familie De Boer in Ede ging je voor en bespaart dertig procent. Anders dan de meeste bedrijven "
        "meten wij alle ramen zelf in. Bestel je ramen met het formulier, of lees eerst [hoe het plaatsen "
        "gaat]({next}).",
    ),
    "care": (
        "Zo houd je je nieuwe ramen in goede staat",
        "Je nieuwe ramen zitten erin. Maak het glas schoon met lauw water en een zachte doek. Smeer de "
        "scharnieren één keer per jaar met een druppel olie. Doe een raam niet dicht als de kit nog nat "
        "is, want dan laat die los; dat duurt een dag. Zo blijft het warm en komt er geen tocht bij het "
        "raam terug. Zie je condens tussen de ruiten? Bel de servicedienst, dan komen we kijken. In het "
        "portaal staan de handleiding en het nummer van je garantie. [Wat je over een jaar doet]({next}), "
        "lees je alvast hier.",
    ),
    "delight": (
        "Gefeliciteerd, je eerste warme winter",
        "Gefeliciteerd, de eerste winter met je nieuwe ramen zit erop! Geniet ervan: geen tocht bij het "
        "raam, en de kachel een graad lager. Hoe komt dat? De lucht tussen de ruiten staat stil, waardoor "
        "warmte niet weglekt. Daarom wordt de kamer ook sneller warm. Zo haal je er nog meer uit: zet de "
        "gordijnen overdag open en sluit ze bij donker, want dan werkt de zon voor je mee. Je ziet het "
        "terug op je meter. [Nog een stap verder]({next}) kan ook.",
    ),
    "growth": (
        "De achterdeur is vaak de volgende",
        "Je woont nu een paar jaar met nieuwe ramen. Heerlijk, hoe stil het is geworden. Veel bewoners "
        "merken dat de achterdeur het volgende zwakke punt is. Met dezelfde kozijnen sluit die mooi aan "
        "bij je ramen, zodat de gang warm blijft en er nergens tocht bij het raam of de deur is. Bestaande "
        "klanten krijgen voorrang in de planning. Het scheelt je elke winter een paar tientjes. Wil je "
        "weten wat dat kost? Stel je vraag aan Sanne, dan rekenen we het voor je uit. En [vertel het "
        "gerust door]({next}).",
    ),
    "review": (
        "Hoe bevallen je ramen?",
        "Fijn dat je tevreden bent met je ramen. Andere bewoners willen graag weten hoe het ging, van het "
        "inmeten tot de oplevering, en of de tocht bij het raam echt weg is. Wil je een review schrijven "
        "over je ervaring? Het kost je vijf minuten. Vertel wat goed ging en wat er beter kon. Wij lezen "
        "elke review en antwoorden binnen een week. Zo weten je buren waar ze aan toe zijn. [Hoe het "
        "verdergaat]({next}), zie je daarna.",
    ),
    "refer": (
        "Ken je iemand met kille ramen?",
        "Fijn dat het bij jou zo warm is. Ken je iemand die nog last heeft van tocht bij het raam? Beveel "
        "ons dan aan: stuur deze pagina door aan je buren of je zus. Zij krijgen een gratis meting, en jij "
        "een bos bloemen. Je helpt ze een winter vooruit, en het kost je een minuut. Een paar bewoners van "
        "jouw straat gingen je voor en vertelden hoe het hun beviel. Begin bij [het verhaal over "
        "afkoelen]({next}), dat lezen mensen graag.",
    ),
}  # fmt: skip

EN = {
    "problem": (
        "Why your house cools down so fast in October",
        "In autumn you suddenly notice: the heating runs longer, the bill goes up and it stays chilly near "
        "the window. A draught at the window is annoying, and often the cause of cold in the whole room. "
        "The glass is old, or there are gaps where you do not see them. There is no need to rebuild for "
        "that. On a windy day, hold a candle along the edges, and you see where the air comes in. Does "
        "that sound familiar? Imagine sitting at that window with a book again. [Read on]({next}) about "
        "what can be done.",
    ),
    "orient": (
        "Double, triple or vacuum: how insulating glass works",
        "Glass keeps heat in because there is a layer of air or gas between the panes. How does that work? "
        "In double glazing that layer is a centimetre thick, in triple glazing there are two. Compared "
        "with single glass that halves the cold. According to tests at a technical school, a pane with two "
        "layers gets twenty per cent less cold. On the other hand, thick glass is heavy and does not fit "
        "every frame. A draught at the window only goes once the gaps are closed too. [Then see]({next}) "
        "which kind suits your house.",
    ),
    "magnet": (
        "Step by step: find every gap in one afternoon",
        "With this plan you walk past every window in one afternoon. You tick off where the draught at the "
        "window comes from, and see at once what you can close yourself. It saves you a day of searching, "
        "and you know where to start. This is how it works: you print two pages, go from room to room and "
        "note a mark for each window. [Download the checklist]({next}) and leave your e-mail address, and "
        "it comes to you. Then you read how others did it.",
    ),
    "weigh": (
        "Three kinds of glass side by side",
        "Which glass suits a house from before 1980? Compared with single glass every kind keeps heat in, "
        "but they differ a lot. Double glazing is light, durable and fits almost any frame. Triple glazing "
        "withstands cold better, but it is heavy. Vacuum glass is thin and strong, so it is handy for old "
        "windows. In a trial in Ede twelve houses with double glazing kept thirty per cent more heat in. "
        "What makes us different from most firms: we measure every window ourselves. The draught at the "
        "window is gone then. Not sure what fits your frames? Ask your question by mail or phone, and "
        "[read how it goes on]({next}).",
    ),
    "try": (
        "Have a look: an evening about windows in old houses",
        "On this evening we show three kinds of glass and you feel the difference yourself. You save "
        "yourself a bad buy, for you hear from residents how they fared. The risk is small: you are not "
        "tied to anything and can cancel until a day before. Customer Emre from Ede came last year and "
        "said: afterwards I knew exactly what I wanted. There is a trial set-up to measure the draught at "
        "the window. There are no costs; coffee is ready. Unlike at a fair, nobody sells you anything. Try "
        "it for free, and [see what comes next]({next}).",
    ),
    "decide": (
        "Ready to choose? This is what a proposal looks like",
        "You know which glass you want. The proposal has the costs per window, what you save a year and "
        "what happens when something goes wrong. The risk is small: you get a ten-year guarantee and pay "
        "after delivery. The De Boer family in Ede went before you and has no draught at the window any "
        "more. Unlike most firms we measure every window ourselves. Request a quote, and you have an "
        "answer within a week. [This is how it goes on]({next}).",
    ),
    "deal": (
        "Your proposal for six new windows",
        "This proposal puts everything in a row. The costs are € 4,800 for six windows, including fitting "
        "and removal. On the other hand you save about € 350 a year and the draught at the window is gone. "
        "The risk is small: you get a ten-year guarantee and pay after delivery. The De Boer family in Ede "
        "went before you and saves thirty per cent. Unlike most firms we measure every window ourselves. "
        "Order your windows with the form, or first read [how the fitting goes]({next}).",
    ),
    "care": (
        "How to keep your new windows in good shape",
        "Your new windows are in. Clean the glass with lukewarm water and a soft cloth. Put a drop of oil "
        "on the hinges once a year. Do not close a window while the sealant is wet, because it lets go "
        "then; that takes a day. So it stays warm and no draught at the window comes back. Do you see "
        "condensation between the panes? Call the service desk and we will come and look. The manual and "
        "your guarantee number are in the portal. [What you do in a year]({next}), you can read already.",
    ),
    "delight": (
        "Congratulations on a warm winter",
        "Congratulations, your first winter with new windows is over! Enjoy it: no draught at the window, "
        "and the heating a degree lower. How come? The air between the panes stands still, which means "
        "that heat does not leak away. That is why the room gets warm faster too. This is how you get more "
        "out of it: open the curtains by day and close them at dark, because then the sun helps you. You "
        "see it on your meter. [One step further]({next}) is possible too.",
    ),
    "growth": (
        "The back door is often next",
        "You have lived with new windows for a few years. Lovely, how quiet it has become. Many residents "
        "notice that the back door is the next weak spot. With the same frames it goes nicely with your "
        "windows, so that the hall stays warm and there is no draught at the window or the door. Existing "
        "customers get priority in the planning. It saves you a few tens every winter. Would you like to "
        "know what that costs? Ask your question to Sanne, and we will work it out for you. And do [pass "
        "it on]({next}).",
    ),
    "review": (
        "How do you like your windows?",
        "It is good to hear that you are happy with your windows. Other residents would like to know how "
        "it went, from measuring to delivery, and whether the draught at the window is really gone. Would "
        "you write a review of your experience? It takes you five minutes. Tell what went well and what "
        "could be better. We read every review and answer within a week. So your neighbours know what to "
        "expect. [How it goes on]({next}), you see after that.",
    ),
    "refer": (
        "Do you know somebody with chilly windows?",
        "It is good that your house is so warm. Do you know somebody who still has a draught at the "
        "window? Then recommend us: pass this page on to your neighbours or your sister. They get a free "
        "measurement, and you a bunch of flowers. You help them a winter ahead, and it takes you a minute. "
        "A few residents of your street went before you and told how they liked it. Start with [the story "
        "about cooling down]({next}), people like to read that.",
    ),
}  # fmt: skip

TEXTS = {"nl": NL, "en": EN}
