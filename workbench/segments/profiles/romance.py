"""Spanish, French, Italian and Portuguese."""

from __future__ import annotations

from workbench.segments.profiles.base import Profile, words

SPANISH = Profile(
    leading=words(
        "sr sra sres sras srta dr dra dres prof profa ing lic arq abg gral cnel tte sgto alm mons mtro mtra dña hno",
        "av avda ctra pza blvr p.ej ej cf cfr vid aprox máx mín vs St Sta Sto Fr Cap Cía Dip Sen Gob Pdte excmo ilmo",
    ),
    counting=words(
        "núm núms nro n no art arts pág págs p pp vol vols cap fig figs tel tfno apdo s ss ed inc párr",
        "ene feb mar abr may jun jul ago sept sep oct nov dic",
    ),
    ambiguous=words(
        "ud uds vd vds cía ltda dpto depto",
        "Inc Corp Ltd Co Jr Sr a.C d.C",
    ),
    final=words("etc hab"),
    times=words("a.m p.m am pm"),
    starters=words(
        "El La Los Las Un Una Unos Unas Él Ella Ellos Ellas Yo Nosotros Usted Ustedes Este Esta Esto Estos Estas Ese",
        "Esa Eso Aquel Aquella Su Sus Mi Mis Nuestro Nuestra Lo Le Les Se Me Nos Te En Con Sin Por Para Según Desde",
        "Hasta Hacia Entre Sobre Ante Tras Bajo Durante Mediante Contra A Al De Del Y Pero O Ni Sino Aunque Porque Si",
        "Cuando Mientras Como Donde Que Qué Quién Cómo Cuándo Cuál Dónde Así También Tampoco Además Sin Ahora Hoy Ayer",
        "Mañana Luego Después Antes Ya Aún Todavía No Nadie Nada Todo Todos Todas Muchos Algunos Otro Otra Otros Cada",
        "Hay Había Es Son Era Fue Fueron Está Están Ha Han Tiene Tras Sólo Solo Ni Entonces Allí Aquí Ambos Sí",
    ),
    calendar=words("Lunes Martes Miércoles Jueves Viernes Sábado Domingo"),
)

FRENCH = Profile(
    leading=words(
        "M MM mme mmes mlle mlles dr drs pr prof mgr St Ste gén cdt lt sgt p.ex c.-à-d cf env vs",
        "bd boul av ave apr pl rte chap éd n.b Me Sté",
    ),
    counting=words("p pp art arts fig vol t no nos n r tél al janv jan févr fév avr juil sept oct nov déc"),
    ambiguous=words(
        "col ex adj dir cie sté hab j.-c s.a s.a.r.l",
        "Inc Corp Ltd Co Jr Sr",
    ),
    final=words("etc s"),
    starters=words(
        "Le La Les Un Une Des Du De Il Elle Ils Elles On Nous Vous Je Tu Ce Cet Cette Ces Cela Ceci Ça Son Sa Ses",
        "Leur Leurs Notre Nos Votre Mon Ma Mes En Dans Sur Sous Avec Sans Pour Par Selon Depuis Jusque Vers Chez Entre",
        "Pendant Durant Après Avant Contre À Au Aux Et Mais Ou Or Donc Car Ni Si Quand Lorsque Comme Où Que Qui Quoi",
        "Quel Quelle Comment Pourquoi Puis Ensuite Alors Ainsi Aussi Enfin Cependant Pourtant Toutefois Aujourd'hui",
        "Hier Demain Maintenant Déjà Encore Ne Personne Rien Tout Tous Toutes Plusieurs Certains Chaque Autre D'autres",
        "C'est C’est Il’y L'an Est Sont Était Ont Malgré Grâce Dès Lors Outre Parmi Là Ici Oui Non Bien",
    ),
)

ITALIAN = Profile(
    leading=words(
        "sig sigg sig.ra sig.na dott dott.ssa prof prof.ssa ing avv arch geom rag on sen gen col cap ten mons mr dr",
        "cfr p.es es ca vs egr spett gent v.le p.zza c.so l.go S SS cav comm cd max min on.le",
    ),
    counting=words(
        "n nn pag pagg p pp art artt fig figg vol voll cap tel par sez lett sec tab",
        "gen feb mar apr mag giu lug ago sett set ott nov dic",
    ),
    ambiguous=words(
        "a.C d.C Inc Corp Ltd Co Jr",
    ),
    final=words("ecc etc"),
    starters=words(
        "Il Lo La I Gli Le Un Uno Una Lui Lei Loro Io Noi Voi Egli Ella Essi Questo Questa Questi Queste Quello Quella",
        "Quelli Suo Sua Suoi Sue Mio Mia Nostro Nostra In Nel Nella Nei Nelle Nello Su Sul Sulla Con Senza Per Da Dal",
        "Dalla Dai Di Del Della Dei Delle A Al Alla Ai Alle Tra Fra Secondo Durante Dopo Prima Contro E Ed Ma O Però",
        "Se Quando Mentre Come Dove Che Chi Perché Quale Quanto Poi Quindi Così Anche Inoltre Infine Tuttavia Invece",
        "Oggi Ieri Domani Ora Adesso Già Ancora Non Nessuno Niente Nulla Tutto Tutti Tutte Molti Alcuni Altri Ogni Si",
        "Ci È È' Sono Era Erano Ha Hanno C'è C’è Ecco Intanto Sì No Anzi Allora",
    ),
)

PORTUGUESE = Profile(
    leading=words(
        "sr sra srs sras srta dr dra drs prof profa eng arq exmo exma ilmo gen cel cap ten sgt maj alm av pça trav rod",
        "gov dep sen p.ex cf aprox máx mín vs v.ex v.exa Sto Sta St Pres Min Ver Pe Fr D Al",
    ),
    counting=words(
        "n nº núm pág págs p pp art arts vol cap fig tel séc apto ap inc ed r",
        "jan fev mar abr mai jun jul ago set out nov dez",
    ),
    ambiguous=words(
        "ex ltda cia a.C d.C Inc Corp Ltd Jr",
    ),
    final=words("etc"),
    starters=words(
        "O A Os As Um Uma Uns Umas Ele Ela Eles Elas Eu Nós Você Vocês Este Esta Estes Estas Esse Essa Esses Isto Isso",
        "Aquele Aquela Seu Sua Seus Suas Meu Minha Nosso Nossa Em No Na Nos Nas Num Numa Com Sem Por Pelo Pela Para",
        "Segundo Desde Até Entre Sobre Sob Ante Após Durante Contra De Do Da Dos Das Ao Aos À Às E Mas Ou Nem Porém",
        "Embora Porque Se Quando Enquanto Como Onde Que Quem Qual Por Assim Também Além Hoje Ontem Amanhã Agora Depois",
        "Antes Já Ainda Não Ninguém Nada Tudo Todos Todas Muitos Alguns Outro Outra Outros Cada Há Havia É São Era",
        "Foi Foram Está Estão Tem Têm Só Então Lá Aqui Ambos Sim Entretanto Contudo",
    ),
)
