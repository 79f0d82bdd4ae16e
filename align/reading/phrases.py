"""The words of web pages around a report, in German, Russian and English.

They are what any page says, not what a certain one says. ``LABELS`` are whole blocks; ``PATTERNS`` match
blocks whose dates and times were taken out. What is in ``AT_THE_EDGES`` is furniture only before the first
and after the last paragraph of the report.
"""

from __future__ import annotations

import re


def _labels(text: str) -> frozenset[str]:
    return frozenset(label.strip() for label in " ".join(text.split()).split(";") if label.strip())


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


_NAVIGATION = """
home; homepage; menu; main menu; search; site search; login; log in; sign in; sign up; register; logout;
contact; contacts; contact us; about; about us; write to us; sitemap; site map; rss; rss feed; rss
feeds; archive; archives; all news; news; latest; sections; categories; theme; light theme; dark theme;
dark mode; autoreload; auto reload; auto-reload; refresh; language; languages; english; deutsch;
russian; german; top; back to top; to top; scroll to top; skip to content; skip to main content; read
more; more; show more; load more; see all; view all; back; next; previous; close; advertisement;
advertising; advertise; ad; sponsored; privacy; privacy policy; terms of use; terms of service; legal
notice; imprint; press releases; press centre; press center; media centre; media center; images; photos;
photo; videos; video; gallery; photo gallery; gallery of images; multimedia; about the country;
vacancies; feedback; help; faq; mobile version; full version; accessibility; politics; economy;
business; society; culture; sport; sports; world; opinion; technology; science; health; weather;
subscribe to rss; settings; editor's choice; startseite; menü; hauptmenü; suche; suchen; anmelden;
registrieren; abmelden; einloggen; kontakt; über uns; impressum; datenschutz; datenschutzerklärung; agb;
nutzungsbedingungen; archiv; nachrichten; alle nachrichten; aktuelles; aktuell; rubriken; ressorts;
themen; thema; sprache; sprachen; nach oben; zum seitenanfang; zum inhalt springen; zum inhalt;
weiterlesen; mehr; mehr anzeigen; mehr lesen; alle anzeigen; zurück; weiter; vor; schließen; anzeige;
werbung; newsletter; politik; wirtschaft; gesellschaft; kultur; panorama; wissenschaft; gesundheit;
wetter; meinung; schreiben sie uns; leserreporter; barrierefreiheit; mediathek; bilder; fotos; galerie;
bildergalerie; stellenangebote; karriere; hilfe; ausland; inland; regionen; redaktion;
pressemitteilungen; dunkles design; einstellungen; главная; главная страница; на главную; меню; поиск;
поиск по сайту; вход; войти; регистрация; выход; контакты; о нас; о сайте; о портале; о проекте; о
компании; о стране; о редакции; карта сайта; архив; архив новостей; новости; все новости; лента
новостей; последние новости; рубрики; разделы; темы; язык; русский; english version; наверх; вверх; к
началу; читать далее; подробнее; далее; ещё; еще; показать ещё; показать еще; назад; вперёд; вперед;
закрыть; реклама; рекламодателям; на правах рекламы; вакансии; редакция; политика; экономика; общество;
культура; спорт; наука; здоровье; происшествия; в мире; мир; погода; мнения; аналитика; интервью; видео;
фото; фотогалерея; галерея; мультимедиа; пресс-центр; пресс-релизы; напишите нам; написать нам; прислать
новость; сообщить новость; стать автором; народный репортёр; народный репортер; обратная связь; помощь;
версия для слабовидящих; мобильная версия; полная версия; тёмная тема; темная тема; тема;
автообновление; кыргызча; қазақша; ўзбекча; тоҷикӣ; политика конфиденциальности; пользовательское
соглашение; настройки; регионы;
"""
_SHARING = """
share; share this; share this page; share this article; share on facebook; share on twitter; share on x;
tweet; email; e-mail; email this; print; print version; print this page; printable version; send to a
friend; tell a friend; copy link; copied; bookmark; facebook; twitter; telegram; whatsapp; instagram;
youtube; linkedin; vkontakte; vk; odnoklassniki; pinterest; viber; tiktok; reddit; follow us; teilen;
seite teilen; artikel teilen; auf facebook teilen; auf twitter teilen; auf x teilen; twittern; drucken;
druckversion; seite drucken; artikel drucken; weiterempfehlen; per e-mail senden; per mail versenden;
merken; mailen; einem freund empfehlen; einem freund senden; freunden empfehlen; link kopieren; folgen
sie uns; gefällt mir; поделиться; поделиться новостью; поделиться в соцсетях; поделиться ссылкой;
поделитесь; поделитесь с друзьями; рассказать другу; рассказать друзьям; отправить другу; отправить по
почте; послать другу; распечатать; печать; версия для печати; на печать; скопировать ссылку; ссылка
скопирована; в закладки; сохранить; вконтакте; одноклассники; мы в соцсетях; фейсбук; телеграм; твиттер;
нравится;
"""
_OTHER_NEWS = """
related news; related articles; related stories; related posts; related topics; more news; other news;
latest news; latest stories; most read; most popular; most viewed; popular news; trending; you may also
like; you might also like; read also; see also; also read; more on this topic; more on this; more
stories; more from this section; news feed; top stories; don't miss; similar articles; recent posts;
recent news; up next; read next; weitere nachrichten; weitere meldungen; weitere artikel; weitere
themen; weitere news; mehr zum thema; zum thema; mehr nachrichten; mehr aus dem ressort; andere
nachrichten; ähnliche artikel; ähnliche beiträge; lesen sie auch; lesen sie mehr; auch interessant; das
könnte sie auch interessieren; das könnte dich auch interessieren; meistgelesen; meist gelesen;
meistgelesene artikel; beliebte artikel; neueste nachrichten; neueste meldungen; neueste artikel; letzte
meldungen; letzte nachrichten; aktuelle meldungen; empfehlungen der redaktion; verwandte artikel;
verwandte themen; passend zum thema; newsticker; читайте также; читать также; читайте ещё; смотрите
также; по теме; материалы по теме; новости по теме; статьи по теме; ещё по теме; еще по теме; другие
новости; другие материалы; ещё новости; еще новости; похожие новости; похожие материалы; похожие статьи;
популярное; популярные новости; самое читаемое; самое популярное; рекомендуем; рекомендуем почитать; вам
может быть интересно; вас может заинтересовать; последние материалы; свежие новости; новости партнёров;
новости партнеров; связанные новости; главные новости; топ новостей; не пропустите;
"""
_POLL = """
poll; our poll; survey; our survey; vote; opinion poll; quick poll; reader poll; poll of the day; view
results; umfrage; unsere umfrage; abstimmung; leserumfrage; umfrage der woche; frage der woche; frage
des tages; abstimmen; ergebnis anzeigen; alle umfragen; ihre meinung; ted; опрос; наш опрос; опрос дня;
опрос недели; опросы; все опросы; голосование; голосовать; проголосовать; результаты опроса; спрашиваем
читателей; вопрос дня; вопрос недели; все вопросы; ваше мнение; архив опросов; архив голосований; all
polls;
"""
_COMMENTS = """
comments; comment; leave a comment; post a comment; add a comment; add comment; write a comment; no
comments; no comments yet; be the first to comment; leave a reply; join the discussion; kommentare;
kommentar; kommentieren; kommentar schreiben; kommentar verfassen; kommentar hinterlassen; kommentar
abgeben; keine kommentare; noch keine kommentare; jetzt kommentieren; leserkommentare; комментарии;
комментарий; комментировать; оставить комментарий; добавить комментарий; написать комментарий; нет
комментариев; комментариев нет; комментариев пока нет; обсудить; ваш комментарий;
"""
_ADVERTISEMENT = """
advertisement; advertising; ad; sponsored; sponsored content; paid content; promoted; anzeige; werbung;
anzeigen; gesponsert; реклама; на правах рекламы; партнёрский материал; партнерский материал;
"""
_TEASER_LABELS = """
top story; breaking; breaking news; exclusive; news of the day; topic of the day; story of the day;
featured; live; topthema; top-thema; thema des tages; nachricht des tages; eilmeldung; exklusiv; meldung
des tages; im fokus; новость дня; тема дня; главное за день; главная новость; главная тема; событие дня;
эксклюзив; срочно; важно; молния;
"""
LABELS = {
    "advertisement": _labels(_ADVERTISEMENT),
    "navigation": _labels(_NAVIGATION),
    "sharing": _labels(_SHARING),
    "other news": _labels(_OTHER_NEWS),
    "poll": _labels(_POLL),
    "comments": _labels(_COMMENTS),
    "label": _labels(_TEASER_LABELS),
}
# These words may also open a paragraph of the report or be one of its headings.
AT_THE_EDGES = frozenset(
    ["navigation", "label", "view counter", "page date", "byline", "notice", "contact", "site name", "poll"]
)

_CREDIT = (
    r"(?:photos?|pictures?|images?|fotos?|bild(?:er|quelle|nachweis)?|фото(?:графия|графии)?|снимок|снимки"
    r"|иллюстрация|video|видео)"
)
_NAME = r"(?-i:[A-ZÄÖÜА-ЯЁ])[\w.’'-]*"
PATTERNS = (
    (
        "copyright",
        _any(
            r"^.{0,60}(?:©|\(c\)\s*(?:19|20)\d\d|copyright\b)",
            r"all rights reserved|alle rechte vorbehalten|все права защищены",
            r"(?:при|любое) (?:использовани|перепечатк|цитировани)\w+ материалов",
            r"(?:перепечатка|использование|копирование) материалов",
            r"(?:nachdruck|vervielfältigung)\b.{0,60}\bgenehmigung",
            r"(?:reproduction|republication|use of materials)\b.{0,80}\b(?:permission|prohibited|link)",
        ),
    ),
    (
        "comments",
        _any(
            r"^\W*(?:\d+\s*)?(?:комментари(?:и|ев|й|я|ям)|comments?|kommentare?)\s*[:\[(]?\s*\d*\W*$",
            r"^(?:you must|please)\b.{0,40}\b(?:log|sign)(?:ged)?[ -]?in\b.{0,30}comment|^um zu kommentieren",
            r"^(?:чтобы|для того,? чтобы)\b.{0,30}комментар",
        ),
    ),
    (
        "view counter",
        _any(
            r"^\W*\d[\d\s.,]*k?\W*$",
            r"^\W*(?:views?|hits|read|aufrufe|gelesen|zugriffe|просмотр(?:ы|ов|а|ено)?|прочитано|прочтений)"
            r"\W*\d[\d\s.,]*k?(?:\s*(?:times|mal|раз|раза))?\W*$",
            r"^\W*\d[\d\s.,]*k?\s*"
            r"(?:views?|hits|reads|aufrufe|mal gelesen|zugriffe|просмотр(?:а|ов)?|прочтени[йя])\W*$",
        ),
    ),
    (
        "reading time",
        _any(
            r"^\W*(?:reading time|lesezeit|время (?:чтения|на чтение))\W*\d+\s*\w*\.?$",
            r"^\W*\d+\s*(?:min(?:ute)?s?\.?|минут\w?)\s*(?:read|lesezeit|чтения|на чтение)\W*$",
        ),
    ),
    (
        "photo credit",
        _any(
            rf"^\W*{_CREDIT}(?: credit| caption)?\s*"
            r"(?:[:/©–—]|by\b|courtesy\b|von\b|из\b|с сайта\b|предоставлен\w*|пресс-)",
            rf"^\W*{_CREDIT}\s*$",
            r"\((?:photo|foto|фото|bild|image)(?:\s+by)?\s*:?[^)]{2,60}\)$",
        ),
    ),
    (
        "tags",
        _any(
            r"^(?:tags?|keywords|schlagw[oö]rter|stichw[oö]rter|themen|topics|теги|тэги|метки"
            r"|ключевые слова)\s*:",
            r"^(?:#[\w-]+[\s,]*)+$",
        ),
    ),
    (
        "link to other news",
        _any(
            r"^(?:read also|see also|also read|read more|related|lesen sie auch|lesen sie mehr|mehr zum thema"
            r"|siehe auch|auch interessant|читайте также|читать также|смотрите также|по теме|ранее по теме)"
            r"\s*[:>»→–—-]"
        ),
    ),
    (
        "subscription",
        _any(
            r"\b(?:subscribe|sign up|follow us|join us)\b.{0,60}"
            r"\b(?:newsletter|channel|telegram|facebook|twitter|youtube|updates|instagram|whatsapp)",
            r"\b(?:abonnieren|folgen) sie uns\b|\babonnieren sie unser",
            r"\bnewsletter (?:abonnieren|anmelden|bestellen)",
            r"^sign up (?:here|now|today|for)\b",
            r"^(?:под(?:писывайтесь|пишитесь|писаться)|присоединяйтесь|следите за нами|читайте нас)\b",
        ),
    ),
    (
        "notice",
        _any(
            r"\bcookies?\b.{0,80}\b(?:accept|uses?|agree|consent)\b|\b(?:accept|uses?|agree|consent)\b.{0,60}\bcookies?\b",
            r"\bcookies?\b.{0,80}\b(?:verwende|nutz|zustimm|akzeptier)",
            r"\b(?:verwende|nutz|zustimm|akzeptier)\w*\b.{0,60}\bcookies?\b",
            r"(?:использу|приним|соглас)\w*\b.{0,60}(?:cookies?\b|файлы куки)",
            r"(?:cookies?\b|файлы куки).{0,60}(?:использу|соглас)",
            r"\bjavascript\b.{0,60}\b(?:enable|disabled|aktivier|deaktivier|включ|отключ)",
        ),
    ),
    (
        "byline",
        _any(
            r"^(?-i:By|Von|Автор|Author|Autorin?|Text|Текст|Korrespondent|Корреспондент)\s*:?\s+"
            rf"{_NAME}(?:[ ,]+(?:und|and|и|{_NAME})){{0,5}}$",
            r"^(?:reporting|writing|editing|additional reporting) by (?-i:[A-Z])",
        ),
    ),
    (
        "contact",
        _any(
            r"^(?:tel(?:efon|ephone)?|phone|fax|e-?mail|тел(?:ефон)?|факс|эл\.? почта|адрес(?: редакции)?"
            r"|address|anschrift|pressekontakt|press contact|postal address|редакция|redaktion"
            r"|editorial office)\b\.?\s*:",
            r"^\W*[\w.+-]+@[\w-]+\.[\w.]+\W*$|^\+?\d[\d\s()-]{8,}$",
        ),
    ),
    ("age rating", _any(r"^\W*(?:0|6|12|16|18)\s?\+\W*$")),
)
REGISTRATION = _any(
    r"\b(?:is|was|has been) (?:registered|entered) (?:with|by|in|at)\b",
    r"\bregistration (?:certificate|number|no)\b",
    r"\bISSN\b|\bcertificate (?:of registration|no)\b|\b(?:national|state) register\b",
    r"\bregistriert (?:bei|beim|unter)\b|\bregistrierung(?:snummer|s-nr)\b|\bhandelsregister\b",
    r"\b(?:eingetragen|zugelassen) (?:beim|im|bei)\b|\blizenz ?(?:nr|nummer)\b",
    r"\bсвидетельств\w+ (?:о|об) (?:регистрации|постановке|учетной|учётной)|\bзарегистрирован\w*\b",
    r"\bроскомнадзор\w*|\bлицензи\w+ (?:№|от)|\bучредител\w+\b",
)
REGISTERED = _any(
    r"\b(?:agency|newspaper|portal|website|site|media|publication|publisher|magazine|outlet|editor-in-chief)\b",
    r"\b(?:agentur|nachrichtenagentur|zeitung|portal|website|webseite|redaktion|verlag|medium|herausgeber)\b",
    r"\b(?:агентств\w*|газет\w*|портал\w*|сайт\w*|издани\w*|сми|редакци\w*|сетев\w+|журнал\w*)\b",
)
SITE = _any(
    r"\b(?:news agency|news portal|information (?:portal|agency)|official website|online newspaper)\b",
    r"\b(?:nachrichten(?:agentur|portal)|informationsportal|onlinezeitung|offizielle (?:seite|website))\b",
    r"\b(?:информационн\w+|новостн\w+|аналитическ\w+|официальн\w+|деловой|интернет)[\w -]{0,30}"
    r"(?:портал|агентств\w*|сайт|ресурс|издание)\b",
    r"\bновости (?-i:[А-ЯЁ])",
)
DOMAIN = _any(
    r"(?<![@\w])(?:www\.)?[\w-]+\.(?:com|org|net|info|de|at|ch|ru|kg|kz|uz|tj|tm|az|by|ua|eu|uk|us|gov|news|media"
    r"|online|press)\b(?!\.\w)"
)
VOTES = _any(
    r"(?:всего (?:голосов|проголосовало)|проголосовал\w*|голосов)\W*\d",
    r"\btotal (?:votes|of)\W*\d|\d+ votes\b",
    r"(?:gesamt|stimmen|teilnehmer|abgegebene stimmen)\W*\d|\d+ stimmen\b",
)
PAGER_WORD = _any(
    r"\b(?:page|seite|страница|стр|of|von|из|prev(?:ious)?|next|first|last|zurück|weiter|vor|erste|letzte"
    r"|назад|вперёд|вперед|первая|последняя|следующая|предыдущая|след|пред)\b\.?"
)
