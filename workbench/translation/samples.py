"""Plain sentences in each language: what a package is tried out with.

The first is that of article 1 of the Universal Declaration of Human Rights (United Nations, 1948), "All human
beings are born free and equal in dignity and rights." The larger languages have two or more of our own, which
say "The weather was cold this morning, so the children stayed at home." and "She bought bread and milk at the
market before she went to work."
"""

from __future__ import annotations


def sample_sentences(language: str) -> tuple[str, ...]:
    """Return sentences in this language; in English when there are none.

    Args:
        language: Canonical code; a region is ignored.
    """
    code = next((code for code in (language, language.partition("-")[0]) if code in SAMPLES), "en")
    return (SAMPLES[code], *MORE.get(code, ()))


def sample_sentence(language: str) -> str:
    """Return the first of these sentences."""
    return sample_sentences(language)[0]


SAMPLES = {
    "ar": "يولد جميع الناس أحرارا متساوين في الكرامة والحقوق.",
    "az": "Bütün insanlar ləyaqət və hüquqlarına görə azad və bərabər doğulurlar.",
    "bg": "Всички хора се раждат свободни и равни по достойнство и права.",
    "bn": "সমস্ত মানুষ স্বাধীনভাবে সমান মর্যাদা এবং অধিকার নিয়ে জন্মগ্রহণ করে।",
    "ca": "Tots els éssers humans neixen lliures i iguals en dignitat i en drets.",
    "cs": "Všichni lidé se rodí svobodní a sobě rovní co do důstojnosti a práv.",
    "da": "Alle mennesker er født frie og lige i værdighed og rettigheder.",
    "de": "Alle Menschen sind frei und gleich an Würde und Rechten geboren.",
    "el": "Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στην αξιοπρέπεια και τα δικαιώματα.",
    "en": "All human beings are born free and equal in dignity and rights.",
    "eo": "Ĉiuj homoj estas denaske liberaj kaj egalaj laŭ digno kaj rajtoj.",
    "es": "Todos los seres humanos nacen libres e iguales en dignidad y derechos.",
    "et": "Kõik inimesed sünnivad vabadena ja võrdsetena oma väärikuselt ja õigustelt.",
    "eu": "Gizon-emakume guztiak aske jaiotzen dira, duintasun eta eskubide berberak dituztela.",
    "fa": "تمام افراد بشر آزاد به دنیا می‌آیند و از لحاظ حیثیت و حقوق با هم برابرند.",
    "fi": "Kaikki ihmiset syntyvät vapaina ja tasavertaisina arvoltaan ja oikeuksiltaan.",
    "fr": "Tous les êtres humains naissent libres et égaux en dignité et en droits.",
    "ga": "Saolaítear gach duine den chine daonna saor agus comhionann i ndínit agus i gcearta.",
    "gl": "Tódolos seres humanos nacen libres e iguais en dignidade e dereitos.",
    "he": "כל בני האדם נולדו בני חורין ושווים בערכם ובזכויותיהם.",
    "hi": "सभी मनुष्यों को गौरव और अधिकारों के मामले में जन्मजात स्वतन्त्रता और समानता प्राप्त है।",
    "hu": "Minden emberi lény szabadnak születik és egyenlő méltósága és joga van.",
    "id": "Semua orang dilahirkan merdeka dan mempunyai martabat dan hak-hak yang sama.",
    "it": "Tutti gli esseri umani nascono liberi ed eguali in dignità e diritti.",
    "ja": "すべての人間は、生まれながらにして自由であり、かつ、尊厳と権利とについて平等である。",
    "ko": "모든 인간은 태어날 때부터 자유로우며 그 존엄과 권리에 있어 동등하다.",
    "lt": "Visi žmonės gimsta laisvi ir lygūs savo orumu ir teisėmis.",
    "lv": "Visi cilvēki piedzimst brīvi un vienlīdzīgi savā pašcieņā un tiesībās.",
    "ms": "Semua manusia dilahirkan bebas dan samarata dari segi kemuliaan dan hak-hak.",
    "nb": "Alle mennesker er født frie og med samme menneskeverd og menneskerettigheter.",
    "nl": "Alle mensen worden vrij en gelijk in waardigheid en rechten geboren.",
    "pl": "Wszyscy ludzie rodzą się wolni i równi pod względem swej godności i swych praw.",
    "pt": "Todos os seres humanos nascem livres e iguais em dignidade e em direitos.",
    "ro": "Toate ființele umane se nasc libere și egale în demnitate și în drepturi.",
    "ru": "Все люди рождаются свободными и равными в своём достоинстве и правах.",
    "sk": "Všetci ľudia sa rodia slobodní a sebe rovní, čo sa týka ich dôstojnosti a práv.",
    "sl": "Vsi ljudje se rodijo svobodni in imajo enako dostojanstvo in enake pravice.",
    "sq": "Të gjithë njerëzit lindin të lirë dhe të barabartë në dinjitet dhe në të drejta.",
    "sv": "Alla människor är födda fria och lika i värde och rättigheter.",
    "th": "มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกันในเกียรติศักดิ์และสิทธิ",
    "tl": "Ang lahat ng tao ay isinilang na malaya at pantay-pantay sa karangalan at mga karapatan.",
    "tr": "Bütün insanlar hür, haysiyet ve haklar bakımından eşit doğarlar.",
    "uk": "Всі люди народжуються вільними і рівними у своїй гідності та правах.",
    "ur": "تمام انسان آزاد اور حقوق و عزت کے اعتبار سے برابر پیدا ہوئے ہیں۔",
    "vi": "Tất cả mọi người sinh ra đều được tự do và bình đẳng về nhân phẩm và quyền lợi.",
    "zh": "人人生而自由，在尊严和权利上一律平等。",
    "zh-Hant": "人人生而自由，在尊嚴和權利上一律平等。",
}

MORE = {
    "ar": ("كان الطقس باردا هذا الصباح فبقي الأطفال في البيت.", "اشترت الخبز والحليب من السوق قبل أن تذهب إلى العمل."),
    "bg": (
        "Времето беше студено тази сутрин и децата останаха вкъщи.",
        "Тя купи хляб и мляко от пазара, преди да отиде на работа.",
    ),
    "ca": (
        "Aquest matí feia fred i els nens es van quedar a casa.",
        "Va comprar pa i llet al mercat abans d'anar a la feina.",
    ),
    "cs": (
        "Dnes ráno bylo chladno, a tak děti zůstaly doma.",
        "Než šla do práce, koupila na trhu chléb a mléko.",
    ),
    "da": (
        "Vejret var koldt i morges, så børnene blev hjemme.",
        "Hun købte brød og mælk på markedet, før hun gik på arbejde.",
    ),
    "de": (
        "Heute Morgen war es kalt, deshalb blieben die Kinder zu Hause.",
        "Sie kaufte auf dem Markt Brot und Milch, bevor sie zur Arbeit ging.",
    ),
    "el": (
        "Ο καιρός ήταν κρύος σήμερα το πρωί, γι' αυτό τα παιδιά έμειναν στο σπίτι.",
        "Αγόρασε ψωμί και γάλα από την αγορά πριν πάει στη δουλειά.",
    ),
    "en": (
        "The weather was cold this morning, so the children stayed at home.",
        "She bought bread and milk at the market before she went to work.",
    ),
    "es": (
        "Esta mañana hacía frío y los niños se quedaron en casa.",
        "Compró pan y leche en el mercado antes de ir al trabajo.",
    ),
    "fi": (
        "Sää oli kylmä tänä aamuna, joten lapset jäivät kotiin.",
        "Hän osti torilta leipää ja maitoa ennen kuin meni töihin.",
    ),
    "fr": (
        "Il faisait froid ce matin, alors les enfants sont restés à la maison.",
        "Elle a acheté du pain et du lait au marché avant d'aller au travail.",
    ),
    "he": ("מזג האוויר היה קר הבוקר, ולכן הילדים נשארו בבית.", "היא קנתה לחם וחלב בשוק לפני שהלכה לעבודה."),
    "hi": ("आज सुबह मौसम ठंडा था, इसलिए बच्चे घर पर रहे।", "काम पर जाने से पहले उसने बाज़ार से रोटी और दूध खरीदा।"),
    "hu": (
        "Ma reggel hideg volt az idő, ezért a gyerekek otthon maradtak.",
        "Kenyeret és tejet vett a piacon, mielőtt munkába ment.",
    ),
    "id": (
        "Cuaca pagi ini dingin, jadi anak-anak tinggal di rumah.",
        "Dia membeli roti dan susu di pasar sebelum pergi bekerja.",
    ),
    "it": (
        "Stamattina faceva freddo, così i bambini sono rimasti a casa.",
        "Ha comprato pane e latte al mercato prima di andare al lavoro.",
    ),
    "ja": ("今朝は寒かったので、子どもたちは家にいました。", "彼女は仕事に行く前に市場でパンと牛乳を買いました。"),
    "ko": ("오늘 아침은 날씨가 추워서 아이들은 집에 있었다.", "그녀는 출근하기 전에 시장에서 빵과 우유를 샀다."),
    "nb": (
        "Været var kaldt i morges, så barna ble hjemme.",
        "Hun kjøpte brød og melk på markedet før hun gikk på jobb.",
    ),
    "nl": (
        "Het was vanmorgen koud, dus bleven de kinderen thuis.",
        "Ze kocht brood en melk op de markt voordat ze naar haar werk ging.",
    ),
    "pl": (
        "Dziś rano było zimno, więc dzieci zostały w domu.",
        "Zanim poszła do pracy, kupiła na targu chleb i mleko.",
    ),
    "pt": (
        "Esta manhã fazia frio e as crianças ficaram em casa.",
        "Ela comprou pão e leite no mercado antes de ir para o trabalho.",
    ),
    "ro": (
        "Vremea a fost rece în această dimineață, așa că toți copiii au rămas acasă.",
        "A cumpărat pâine și lapte de la piață înainte să meargă la serviciu.",
    ),
    "ru": (
        "Сегодня утром было холодно, поэтому дети остались дома.",
        "Перед работой она купила на рынке хлеб и молоко.",
    ),
    "sv": (
        "Det var kallt i morse, så barnen stannade hemma.",
        "Hon köpte bröd och mjölk på marknaden innan hon gick till jobbet.",
    ),
    "tr": (
        "Bu sabah hava soğuktu, bu yüzden çocuklar evde kaldı.",
        "İşe gitmeden önce pazardan ekmek ve süt aldı.",
    ),
    "uk": (
        "Сьогодні вранці було холодно, тому діти залишилися вдома.",
        "Перед роботою вона купила на ринку хліб і молоко.",
    ),
    "vi": (
        "Sáng nay trời lạnh nên bọn trẻ ở nhà.",
        "Cô ấy mua bánh mì và sữa ở chợ trước khi đi làm.",
    ),
    "zh": ("今天早上天气很冷，所以孩子们待在家里。", "她去上班之前在市场买了面包和牛奶。"),
    "zh-Hant": ("今天早上天氣很冷，所以孩子們待在家裡。", "她去上班之前在市場買了麵包和牛奶。"),
}
