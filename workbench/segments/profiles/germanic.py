"""English, German, Dutch and the Nordic languages."""

from __future__ import annotations

from workbench.segments.profiles.base import Profile, words

ENGLISH = Profile(
    leading=words(
        "mr mrs ms messrs dr drs prof Profs Sen Sens Rep Reps Gov Govs Gen Gens Col Maj Capt Cmdr Cdr Adm Sgt Cpl Pvt",
        "Lt Rev Hon Pres Supt Insp Det Amb Treas Cllr vs e.g i.e eg ie cf viz ca approx",
    ),
    counting=words(
        "no nos p pp fig figs vol vols ch chap sec sect art arts par para pg op apt rte ste ext tel ver flt eq tab",
        "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec",
    ),
    ambiguous=words(
        "inc corp co cos ltd llc bros plc jr sr esq al dept univ assn assoc intl bldg est resp incl excl",
        "St Ste Ave Blvd Rd Dr Mt Mts Ft Sq Hwy Pkwy",
        "Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md",
        "Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo Dak Ont Que",
    ),
    times=words("a.m p.m am pm"),
    starters=words(
        "The A An He She It They We You I This That These Those There Here His Her Their Its Our My Your But And Or",
        "So Yet If When While As At In On For From By With Without After Before Since Until Although Though Because",
        "However Meanwhile Moreover Nevertheless Then Now What Who Why How Where Which Whose Some Many Most Both",
        "Each Every Not Nobody Nothing None Everyone Everybody Someone Anyone During According Despite To Of Also",
        "Today Yesterday Tomorrow Another Other Others Only Even Still Once Such Nor Let Is Are Was Were Do Does Did",
        "Has Have Had Can Could Would Should Instead Later Earlier Afterwards Perhaps Maybe Thus Therefore Hence",
        "Yes It's He's She's We're They're That's There's Don't I'm It’s He’s She’s We’re They’re That’s There’s I’m",
    ),
    calendar=words(
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August",
        "September October November December Mon Tue Tues Wed Thu Thurs Fri Sat Sun Jan Feb Mar Apr Aug Sept Oct Nov",
        "Dec Eastern Central Pacific Mountain Greenwich Local",
    ),
    speech=words(
        "said says asked asks shouted yelled cried replied added told wrote tweeted warned wondered exclaimed",
        "demanded answered called insisted joked",
    ),
)

GERMAN = Profile(
    leading=words(
        "hr hrn dr prof dipl ing hl nr nrn ca vgl bzw inkl exkl zzgl abzgl gem lt evtl ggf sog geb verh gest",
        "gegr z.b d.h u.a i.d.r u.u z.t z.zt v.a m.e s.o s.u o.g d.i i.a bspw insb bes einschl ausschl zz min max",
        "Mag Fa Gebr Gen Hptm Obst Ltn Bgm St Az Tel Hrsg Mio Mrd Tsd Bhf Frhr Ufz Co",
    ),
    counting=words(
        "s p kap ziff rn anm art abs abb bd tab",
        "Jan Feb Mär Mrz Apr Jun Jul Aug Sept Sep Okt Nov Dez Mo Di Mi Do Fr Sa So",
    ),
    ambiguous=words(
        "Jh Jhd Jhdt chr str pl jr sen",
        "Std Min Sek Mwst mwst Stk Ges Abt Reg Verf vorm nachm",
    ),
    final=words("usw etc ff f o.ä u.ä u.s.w u.dgl"),
    starters=words(
        "Der Die Das Den Dem Des Ein Eine Einen Einem Einer Er Sie Es Ich Wir Ihr Du Man Sein Seine Seinen Ihre Ihren",
        "Unser Unsere Mein Meine Dieser Diese Dieses Diesen Jener Jene In Im Am An Auf Aus Bei Beim Mit Nach Von Vom",
        "Vor Zu Zum Zur Für Durch Über Unter Seit Bis Gegen Ohne Um Während Wegen Trotz Und Aber Oder Doch Denn Auch",
        "Als Wenn Weil Da Dass Ob Obwohl Damit Dann Danach Davor Dazu Dabei Dort Hier Heute Gestern Morgen Jetzt Nun",
        "Noch Schon Nur Nicht Kein Keine Niemand Alle Alles Viele Einige Wer Was Wie Wo Warum Wann Welche Welcher",
        "Bereits Zudem Außerdem Allerdings Jedoch Trotzdem Deshalb Daher Dagegen So Später Zuvor Inzwischen Laut",
        "Dessen Deren Beide Jeder Jede Ist Sind War Waren Hat Haben Wird Werden Kann Könnte Ja Nein Vielleicht",
    ),
    suffixes=("str", "pl"),
    has_ordinal_stops=True,
)

DUTCH = Profile(
    leading=words(
        "dhr mevr mw mej dr drs mr ir ing prof jhr ds mgr bijv o.a d.w.z dwz m.a.w i.p.v m.b.t n.a.v t.o.v t.a.v",
        "t.g.v i.v.m m.n resp incl excl ca zgn z.g vgl gen kol maj lt kapt sgt vs St Tel burg weth",
    ),
    counting=words("nr nrs blz p pp art fig hfst vol dl afb tab jan feb mrt apr mei jun jul aug sept sep okt nov dec"),
    ambiguous=words(
        "bv min sec mln mld jl chr str a.s j.l v.chr",
        "Jr Sr Inc Corp Ltd gebr fa",
    ),
    final=words("enz etc e.d e.a"),
    starters=words(
        "De Het Een Hij Zij Ze Het Ik We Wij Jullie Zijn Haar Hun Ons Onze Mijn Dit Dat Deze Die Er Daar Hier In Op",
        "Aan Met Van Voor Naar Bij Uit Door Over Onder Na Sinds Tot Tegen Zonder Tijdens Volgens En Maar Of Want Dus",
        "Toch Ook Als Toen Wanneer Omdat Hoewel Terwijl Daarna Daarom Daarvoor Vandaag Gisteren Morgen Nu Nog Al",
        "Niet Geen Niemand Iedereen Alle Veel Sommige Wie Wat Waar Waarom Hoe Welke Zo Later Eerder Intussen Volgens",
    ),
)
