"""Pages as plain-text dumps, written for the tests: with ``~`` in front a line is furniture, else report."""

# ruff: noqa: E501 - a line of a page is as long as it is

MENU_AND_TICKER_DE = """
~Nordkurier Online – Nachrichten aus der Region
~Startseite
~Politik
~Wirtschaft
~Sport
~Anmelden

~Freitag, 6. März 2026, 17:20 Uhr

Hafenausbau beginnt im Sommer

~Von Jana Petersen
~Foto: Hafenamt

LÜBECK (nk) – Der Ausbau des Hafens soll im Juli beginnen. Das teilte die Stadt am Freitag mit.

Was sich ändert

Geplant sind zwei neue Liegeplätze und ein Bahnanschluss. Die Kosten werden mit 12,5 Mio. Euro angegeben.

„Wir brauchen Platz. Ohne den Ausbau verlieren wir Aufträge“, sagte die Leiterin des Hafenamtes.

~Teilen
~Drucken
~Kommentare (4)

~Weitere Nachrichten

~06.03.2026 16:05 Fähre nach Trelleborg fällt aus
~06.03.2026 14:40 Museum öffnet wieder
~05.03.2026 19:10 Handballer gewinnen knapp

~Umfrage
~Fahren Sie in diesem Jahr ans Meer?
~Ja, mindestens einmal
~54 %
~Nein, lieber in die Berge
~31 %
~Weiß ich noch nicht
~15 %
~Stimmen: 210

~© 2026 Nordkurier Online. Alle Rechte vorbehalten.
~Impressum
~Datenschutz
"""

NOTHING_BUT_A_REPORT_DE = """
Neue Busse für die Altstadt

Die Stadt kauft sechs Elektrobusse. Sie sollen ab dem 1. Mai fahren.

Drei Gründe nennt der Bürgermeister:

– Die alten Busse sind laut.
– Sie verbrauchen viel Diesel.
– Ersatzteile sind teuer.

Wie es weitergeht

Der Rat stimmt am 12. März ab.

31 Prozent der Fahrgäste kommen aus dem Umland.

Die Kosten trägt zur Hälfte das Land, den Rest zahlt die Stadt aus Rücklagen
"""

PORTAL_RU = """
~Вечерний Берег | Новости города и области
~Главная | Политика | Экономика | Культура | Спорт
~Поиск
~Войти

~5 марта 2026, 11:40
~Просмотров: 1 482

Мост через реку откроют осенью

Мэрия назвала срок окончания работ

БЕРЕГОВОЙ, 5 марта. /ВБ/. Новый мост через реку откроют в сентябре, сообщила мэрия. Работы идут с 2024 г. и подходят к концу.

~Фото: пресс-служба мэрии

По словам мэра А. И. Лесникова, осталось уложить асфальт и поставить фонари:

• длина моста – 640 м;
• ширина – четыре полосы;
• цена – 2,1 млрд руб.

~Читайте также: Паром будет ходить до конца навигации

«Мы успеваем. Зима была тёплой», – сказал он.

~Теги: мост, дороги, мэрия
~Поделиться
~Оставить комментарий

~Новости по теме

~В парке высадят сто лип
~Школьники выиграли олимпиаду
~Трамвай номер три вернётся в мае

~Сетевое издание «Вечерний Берег» зарегистрировано Роскомнадзором. Свидетельство о регистрации СМИ Эл № 00-00001 от 1 марта 2015 г.
~При использовании материалов ссылка на сайт обязательна.
~16+
"""

TEASERS_WITH_FULL_STOPS_RU = """
Ярмарка собрала триста мастеров

На площади открылась ярмарка ремёсел. Приехали мастера из двенадцати областей.

Ярмарка продлится до воскресенья, вход на неё свободный.

~Сегодня в 10:15
~Комментариев нет

~3 марта 2026 12:30

~Снегопад закрыл перевал

~Движение для грузовиков остановили до утра. Дорожники работают всю ночь.

~2 марта 2026 09:00

~Библиотека получила архив поэта

~Письма и черновики передала семья. Их покажут на выставке.

~1 марта 2026 18:45

~Весна пришла по календарю

~Синоптики обещают тепло к середине месяца. Ночью ещё возможны заморозки.

~« Назад 1 2 3 4 5 Вперёд »
"""

SITE_EN = """
~The Harbour Post
~Home
~News
~Business
~Contact us

~Home > News > Transport

Ferry line to reopen in May

~By Laura Finch
~March 6, 2026
~3 min read
~Share on Facebook

PORT ELLEN, March 6 (HP) – The ferry line across the strait will reopen on May 2, the operator said. It was closed for eleven months.

Why it was closed

A storm had damaged both piers. Repairs cost $4.2 million, according to the operator.

"We are glad to be back. People have waited long enough," said its director, R. J. Moore.

Timetable

1. Boats leave at 8 a.m. and 2 p.m.
2. The last boat returns at 7 p.m.

~Read also: Airport counts fewer passengers

Tickets go on sale next week.

~Tags: ferry, transport
~2 comments
~Subscribe to our newsletter

~Most read

~Lighthouse to become a hotel
~Council votes on parking fees
~School band wins prize

~We use cookies to improve this site. By continuing you accept cookies.
~Copyright 2026 The Harbour Post
"""

POLL_WITHOUT_FIGURES_EN = """
Library extends its hours

The city library will stay open until ten in the evening. Three clerks have been hired.

Readers had asked for longer hours since last autumn, the library said.

~Poll
~How often do you go to the library?
~Every week
~Every month
~Never
~Vote

~1 2 3 ... 48 Next
"""

CHRONICLE_DE = """
Eine Woche im Streik

2. März 2026

Die Fahrer legen am Morgen die Arbeit nieder. Alle Linien stehen still.

4. März 2026

Beide Seiten treffen sich zu einem ersten Gespräch, das ohne Ergebnis endet.

6. März 2026

Am Abend einigen sie sich. Die Busse fahren wieder.
"""

INTERVIEW_RU = """
«Мы начинали с одной печи»

О хлебе рассказывает пекарь Ольга Зимина.

— Как всё началось?

— С одной печи в гараже. Потом мы сняли дом у вокзала.

— А что сейчас?

— Сейчас нас двенадцать, и мы печём 800 буханок в день.
"""

WRAPPED_DE = """
Der Fluss ist in der Nacht über die Ufer getreten. Die Feuerwehr hat
am Morgen zwei Straßen gesperrt, weil das Wasser dort knietief stand.
Verletzt wurde niemand.

Am Mittag sank der Pegel wieder. Nach Angaben der Stadt bleibt die
Brücke am Markt trotzdem bis Sonntag geschlossen.
"""

ONE_LINE_EN = """
The mayor opened the bridge on Monday.
"""

SIDEBAR_FIRST_DE = """
~Talblick
~Aktuell
~Vereine
~Kultur
~Termine

~09:12 Markt zieht auf den Rathausplatz
~08:40 Chor sucht Tenöre
~07:55 Nebel behindert den Frühverkehr

~LOKALES

Stadt pflanzt tausend Bäume

Zwischen Bahnhof und See entsteht in diesem Frühjahr ein neuer Park

Die ersten Linden stehen schon. Bis zum 30. April sollen tausend Bäume gepflanzt sein.

Dr. Maria Feld vom Gartenamt erklärt, warum es gerade Linden sind: „Sie vertragen Hitze. Sie wachsen schnell.“

~Lesen Sie auch

~Gartenamt stellt acht Leute ein
~Wem gehört der See?

Am See selbst wird nicht gepflanzt, dort brüten Vögel. Die Wege bleiben während der Arbeiten offen.

Im Herbst folgen Sträucher und Wiesen. Die Kosten von 400.000 Euro trägt eine Stiftung.

~Diese Website verwendet Cookies. Mit der Nutzung stimmen Sie dem zu.
~Nach oben
"""

READERS_WRITE_EN = """
Bakery burns, nobody hurt

A fire destroyed a bakery on Mill Street on Tuesday night. Two families had to leave their homes.

Firefighters from four towns came. The fire was out by 3 a.m., a spokesman said.

~Comments (2)

~Tom Reed
~Terrible news. We bought our bread there for years and years and hope they open again soon.
~Reply

~Ann Lowe
~I live next door and could see the flames from my kitchen. The firefighters were very brave.
~Reply

~Leave a comment
"""

TITLE_ONLY_MENU_AFTER_RU = """
~Озеро очистили ото льда – Новости Приозёрска

~Меню
~Новости
~Афиша
~Контакты
~RSS

~04.03.2026

Озеро очистили ото льда

Лёд на озере взломали за два дня, и баржи снова ходят. Об этом рассказали в порту.

Первая баржа привезла песок, вторая – кирпич для школы.

~Источник: порт Приозёрска
~Рассказать друзьям
~ВКонтакте
~Telegram

~Наверх
"""

LIST_WITHOUT_BULLETS_EN = """
Council names winners

The council announced the winners of the garden contest on Friday. Prizes go to five streets:

Mill Street
Church Lane
Upper Road
Station Road
Park Row

The ceremony takes place on June 3 in the town hall.
"""

FIGURES_IN_A_REPORT_RU = """
Как голосовали районы

Явка составила 64 процента. Больше всего пришло в Заречье.

Итоги по районам:

• Заречье – 71 %
• Центр – 63 %
• Вокзал – 58 %

Чего ждать дальше?

Комиссия утвердит итоги 12 марта. Жалоб, по её словам, не было.
"""

QUOTED_LETTER_DE = """
Leserin rettet Igel

Eine Frau aus Moosdorf hat drei junge Igel gerettet. Sie schrieb uns dazu:

„Ich fand sie im Laub. Es war kalt.

Heute sind sie gesund. Bald kommen sie in den Wald.“

Der Tierarzt ist zufrieden.

~Anzeige
"""

BARE_TAIL_EN = """
School opens new wing

The school has a new wing with eight classrooms. Pupils moved in on Monday.

The old building will be repaired next year, the head teacher said.

~Last update: 6 March 2026, 12:30
~Views: 311
~Print
~Report an error
~About the project
~Vacancies
"""

OWN_HEADINGS_LIKE_LABELS_EN = """
New weekly market tested

The town tested a weekly market for three months. The mayor called it a success.

Results

Some 4,000 people came each week. Most of them walked or took the bus.

Culture

Musicians played on every second Saturday. They were paid by the town.

Survey

Of those asked, 71 percent want the market to stay. Only 9 percent were against it.

Discussion

The council will talk about the costs on March 20. Each market day costs $900.
"""

BROADCASTER_DE = """
~Home | Region | Sport | Kultur
~Startseite > Region > Verkehr
Bahn sperrt Strecke nach Nordheim
~Stand: 06.03.2026, 18:10 Uhr
Die Bahn sperrt ab Montag die Strecke nach Nordheim. Grund sind Bauarbeiten an zwei Brücken.
Fahrgäste müssen auf Busse umsteigen. Die Fahrzeit verlängert sich um 25 Minuten.
"Das ist ärgerlich, aber nötig", sagte ein Bahnsprecher dem Sender.
~Mehr zum Thema
~Tarifstreit: Bahn legt neues Angebot vor
~Neuer Fahrplan ab Juni
Die Arbeiten sollen bis Ende Mai dauern. Danach fahren die Züge wieder nach Plan.
Über dieses Thema berichtete der Sender am 06.03.2026 um 18:00 Uhr.
~Sender im Internet
~Mediathek
~Podcasts
~Newsletter abonnieren
~© Sender 2026
"""

TOWN_PORTAL_RU = """
~Главная
~Новости
~5 марта 2026 14:20  421
В Заречье открыли новую школу
В микрорайоне Заречье открыли школу на 800 мест. Её строили два года.
На открытие приехал губернатор Пётр Ильин.
— Такой школы у нас ещё не было, — сказал он. — Здесь есть бассейн и мастерские.
~Читайте также:
~В Заречье пустят новый автобус
~Школьный бассейн заработает в апреле
Занятия начнутся 9 марта. Директор школы обещает, что мест хватит всем.
~Автор: Марина Коваль
~Поделиться:
~Мы в Telegram
~ПОПУЛЯРНОЕ
~Цены на хлеб выросли
~Синоптики пообещали оттепель
~Как платить за мусор
~КОММЕНТАРИИ
~Войдите, чтобы оставить комментарий
"""

AGENCY_RU = """
~Информационное агентство «Волна»
~ЛЕНТА НОВОСТЕЙ
~14:02 Паром задержался из-за тумана
~13:40 В порту нашли якорь XVIII века
~13:15 Рыбаки вернулись с уловом
~ВСЕ НОВОСТИ
Порт принял первый лайнер
5 марта, Волна. В порт пришёл первый в этом году круизный лайнер. На борту 900 пассажиров.
Лайнер простоит до вечера, сообщили в администрации порта.
По словам капитана, дорога была спокойной. «Море как зеркало», – сказал он.
~Фото: Волна / Игорь Белов
~#порт #лайнер
~Подпишитесь на нас в соцсетях
~Свидетельство о регистрации СМИ ИА № ФС 00-00000 выдано Роскомнадзором
"""

PAGES = {
    name: page
    for name, page in globals().items()
    if name.isupper() and isinstance(page, str) and name != "PAGES"
}
