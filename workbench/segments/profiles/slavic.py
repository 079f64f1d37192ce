"""Russian, Ukrainian and Polish."""

from __future__ import annotations

from workbench.segments.profiles.base import Profile, words

RUSSIAN = Profile(
    leading=words(
        "г-н г-жа г-да гр тов проф акад доц д-р ген полк подполк кап лейт адм ул пр просп пр-т пер пл бул бульв",
        "наб ш шос д корп стр кв оф обл р-н пос дер с ст-ца оз о о-в п пгт ж.д т.е т.к т.н т.наз т.о и.о в.и.о",
        "см ср напр рис табл гл разд п.п ок прибл св ред сост изд пер науч тел т.зв вкл т.ч",
    ),
    counting=words("т тт гл ст ч № стр с вып рис пп подп янв фев февр мар апр июн июл авг сент сен окт нояб ноя дек"),
    ambiguous=words("им зам пом мл ст т.ж"),
    final=words("т.д т.п др пр руб коп н.э тыс млн млрд чел экз в вв долл"),
    times=words("ч мин"),
    years=words("г гг"),
    starters=words(
        "Он Она Оно Они Я Мы Вы Ты Это Этот Эта Эти Тот Та Те Его Её Ее Их Наш Наша Мой Моя Свой В Во На С Со К Ко",
        "По За Из От До О Об При Для Без Под Над Перед После Через Между Среди Около У И А Но Или Однако Также Тоже",
        "Если Когда Пока Хотя Поскольку Потому Поэтому Чтобы Что Кто Где Куда Как Какой Почему Зачем Так Там Тут",
        "Здесь Теперь Сейчас Сегодня Вчера Завтра Затем Потом Тогда Уже Ещё Еще Не Ни Никто Ничего Все Всё Весь Каждый",
        "Многие Некоторые Другие Другой Только Даже Ведь Же Вот Да Нет Был Была Были Было Будет По Ранее Позже Кроме",
        "Согласно Впрочем Причём Причем Именно Может Можно",
    ),
    opening=words("в во с со до к на за от от около летом зимой весной осенью"),
)

UKRAINIAN = Profile(
    leading=words(
        "п пп проф акад доц д-р ген полк підполк кап лейт адм ім вул просп пр пров пл бульв бул наб ш буд корп кв оф",
        "обл р-н смт с м о оз ст-ця т.зв т.б т.ч в.о т.в.о див пор напр рис табл розд гл бл прибл ред уклад",
        "пер наук тел зам канд ст.л о.д",
    ),
    counting=words("т тт ст ч № стор с вип рис пп січ лют бер квіт трав черв лип серп вер жовт лист груд"),
    ambiguous=words("мол"),
    final=words("т.д т.п ін грн коп н.е тис млн млрд осіб чол дол ст"),
    times=words("год хв"),
    years=words("р рр"),
    starters=words(
        "Він Вона Воно Вони Я Ми Ви Ти Це Цей Ця Ці Той Та Ті Його Її Їх Їхній Наш Наша Мій Моя Свій В Во У На З Із Зі",
        "До По За Від О Об Про При Для Без Під Над Перед Після Через Між Серед Біля І Й А Але Або Чи Однак Також Теж",
        "Якщо Коли Поки Хоча Оскільки Тому Щоб Що Хто Де Куди Як Який Чому Навіщо Так Там Тут Тепер Зараз Нині",
        "Сьогодні Вчора Учора Завтра Потім Тоді Вже Уже Ще Не Ні Ніхто Нічого Усі Всі Усе Все Весь Кожен Багато Деякі",
        "Інші Інший Лише Тільки Навіть Адже Ось Був Була Були Було Буде Раніше Пізніше Крім Згідно Втім Проте Може",
        "Можна Саме",
    ),
    opening=words("в у з із до на за від близько влітку взимку навесні восени"),
)

POLISH = Profile(
    leading=words(
        "ul al pl św prof płk ppłk mjr kpt por ppor sierż plut bp abp kard ks red inż hab doc mec dyr np tzn",
        "tj m.in tzw ds woj gm godz tel ur zm wg zob por ppłk dr mgr vs dz.u pt nt m.st ww inw śp o",
    ),
    counting=words("nr str s art ust poz pkt par rozdz rys tab t tom zał lit lp"),
    ambiguous=words("im gen ok pow os min kol jr sp s.a o.o"),
    final=words("itd itp etc n.e p.n.e tys mln mld zł gr w"),
    years=words("r"),
    starters=words(
        "On Ona Ono Oni One Ja My Wy Ty Pan Pani To Ten Ta Te Tam Tu Ci Tamten Jego Jej Ich Nasz Nasza Mój Moja Swój W",
        "We Na Z Ze Do Po Za Od O Przy Dla Bez Pod Nad Przed Przez Między Wśród Około U I A Ale Lub Albo Oraz Jednak",
        "Jeśli Jeżeli Gdy Kiedy Choć Ponieważ Bo Więc Dlatego Że Żeby Co Kto Gdzie Jak Jaki Dlaczego Czy Tak Teraz",
        "Dziś Dzisiaj Wczoraj Jutro Potem Następnie Wtedy Już Jeszcze Nie Nikt Nic Wszyscy Wszystko Każdy Wielu",
        "Niektórzy Inni Inny Tylko Nawet Przecież Oto Był Była Było Byli Będzie Jest Są Według Zdaniem Także Również",
        "Podczas Po Poza Trwa Może Można Wcześniej Później",
    ),
    opening=words("w we z do na od około latem zimą wiosną jesienią"),
)
