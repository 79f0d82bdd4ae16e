"""What a name is the name of, told by the noun beside it: "the insurer Kaspi Polis", «фирма „Гранит“»."""

from __future__ import annotations

import re
from typing import Literal

from align.evidence.frame import Frame
from align.evidence.lists import listed

ApposedKind = Literal["organisation", "place", "other"]


def _nouns(words: str, endings: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(listed(words))}){endings}", re.IGNORECASE)


# German compounds end in the noun: Laborkette, Grenzfluss, Dokumentarfilm.
_GERMAN = r"(?:e?s|e?n|innen|in)?"
_RUSSIAN = (
    r"(?:а|у|ом|е|ы|и|ов|ам|ах|ами|о|ой|ою|ь|ью|ю|я|ей|ем|ям|ях|ями|й|ия|ии|ию|ией|ие|ием|ий|иям|иями|иях)?"
)
_ENGLISH = r"(?:e?s)?"
_NOUNS: dict[str, dict[ApposedKind, re.Pattern[str]]] = {
    "de": {
        "organisation": _nouns(
            r"\w*firma \w*unternehmen \w*konzern \w+gruppe \w*kette \w*hersteller \w*betreiber \w*anbieter "
            r"\w*versicherer \w*versorger \w*reederei \w*gesellschaft \w*brauerei \w*verlag \w*zeitung "
            r"\w*zeitschrift \w*magazin \w*sender \w*agentur \w*bank \w*sparkasse \w*verein \w*klub \w*club "
            r"\w*labor \w*stiftung \w*partei \w*gewerkschaft \w*verband \w*bündnis \w*organisation "
            r"\w*behörde start-?up \w*zulieferer \w*händler \w*dienstleister \w*kanzlei \w*holding "
            r"\w*tochter \w*fraktion \w*hochschule \w*universität \w*institut \w*orchester \w*initiative "
            r"\w*miliz \w*fonds \w*börse \w*netzwerk \w*werft \w*klinikum \w*investor \w*lieferant "
            r"\w*ministerium \w*airline \w*bauer \w*spedition \w*studio \w*band \w*mannschaft \w*team",
            _GERMAN,
        ),
        "place": _nouns(
            r"\w*fluss \w*berg \w*dorf \w*stadt \w*ort \w*gemeinde region \w*provinz \w*insel \w*see "
            r"\w*talsperre pegel \w*hafen \w*kreis bezirk \w*gebiet gipfel \w*stadtteil \w*kraftwerk "
            r"\w*flughafen \w*bahnhof \w*stadion schloss burg \w*kanton bundesland bundesstaat \w*staudamm "
            r"\w*vorort \w*stausee \w*kaserne \w*gletscher \w*pass \w*vulkan",
            r"(?:e?s)?",
        ),
        "other": _nouns(
            r"\w*film \w*buch \w*roman \w*ratgeber \w*serie \w*oper \w*lied \w*album \w*gemälde "
            r"\w*ausstellung \w*fähre \w*schiff \w*frachter \w*satellit \w*rakete \w*programm \w*preis "
            r"\w*show \w*sendung \w*podcast \w*bericht \w*gedicht \w*komödie \w*drama \w*studie \w*band "
            r"\w*gesetz \w*dokumentation \w*projekt \w*aktion \w*wettbewerb",
            r"(?:e?s|e?n)?",
        ),
    },
    "ru": {
        "organisation": _nouns(
            r"компани фирм концерн корпораци холдинг групп банк фонд клуб завод комбинат фабрик предприяти "
            r"издательств(?:о|а|у|ом|е)? газет журнал телеканал агентств парти фракци движени профсоюз союз "
            r"ассоциаци федераци организаци сет аптек лаборатори авиакомпани перевозчик оператор застройщик "
            r"производител разработчик страховщик ритейлер поставщик подрядчик команд университет институт "
            r"академи студи центр управлени ведомств служб турфирм радиостанци группировк объединени оркестр "
            r"ансамбл кооператив инвестор судовладел консорциум",
            _RUSSIAN,
        ),
        "place": _nouns(
            "город рек озер сел деревн посел порт плотин дамб пост пик остров област район стадион аэропорт "
            "вокзал станци мост улиц площад водохранилищ аэс гэс шахт курорт вулкан ледник перевал",
            _RUSSIAN,
        ),
        "other": _nouns(
            "фильм картин книг роман сериал спектакл опер песн альбом выставк паром судн теплоход корабл "
            "спутник ракет программ преми приз конкурс фестивал форум проект операци препарат добавк поезд "
            "лайнер исследовани мюзикл балет поэм повест сборник справочник брошюр пьес закон",
            _RUSSIAN,
        ),
    },
    "en": {
        "organisation": _nouns(
            r"firm company group maker \w*maker operator insurer bank airline supplier builder agency "
            r"newspaper daily broadcaster club charity union party regulator watchdog authority office fund "
            r"start-?up retailer chain publisher magazine university brewer lender subsidiary contractor "
            r"distributor network think-?tank consultancy laboratory lab bookmaker institute foundation "
            r"manufacturer producer developer provider carrier shipper utility conglomerate",
            _ENGLISH,
        ),
        "place": _nouns(
            "river town village city port lake island mountain district province dam volcano glacier county "
            "suburb resort airport stadium",
            "",
        ),
        "other": _nouns(
            "film book novel series opera song album exhibition ferry ship satellite rocket programme "
            "program prize award documentary play podcast vessel tanker freighter drug guide report study "
            "poem musical painting",
            "",
        ),
    },
}
_MARKS = " \u00a0«„“\"»‚'"
_AFTERWARDS = 6  # words within which "X, a state insurer in Baku" says what X is


def apposed_kind(frame: Frame, first: int, last: int) -> ApposedKind | None:
    """Return what the noun before the words ``first`` to ``last`` (exclusive), or behind them, calls them."""
    nouns = _NOUNS.get(frame.language)
    if nouns is None:
        return None
    kind = _before(frame, first, nouns) or _behind(frame, last, nouns)
    # Russian firms stand in quotation marks or in Latin letters; else it is their man: "банка Арам Мелконян".
    bare = frame.language == "ru" and re.match(r"[А-ЯЁ]", frame.tokens[first].text)
    quoted = first and frame.text[frame.tokens[first].start - 1] in '«„“"»'
    return None if kind != "place" and bare and not quoted else kind


def _before(frame: Frame, first: int, nouns: dict[ApposedKind, re.Pattern[str]]) -> ApposedKind | None:
    if not first:
        return None
    noun = frame.tokens[first - 1]
    between = frame.text[noun.end : frame.tokens[first].start]
    if between.strip(_MARKS) not in ("", ",") or (between.strip(_MARKS) and frame.language != "en"):
        return None
    if frame.language == "de" and not noun.capital:
        return None
    return _called(noun.text, nouns)


def _behind(frame: Frame, last: int, nouns: dict[ApposedKind, re.Pattern[str]]) -> ApposedKind | None:
    """Read "X, a firm in Baku" and "X, the operator"; only English says it so without case or gender."""
    if frame.language != "en" or last >= len(frame.tokens):
        return None
    if frame.tokens[last].text not in ("a", "an", "the"):
        return None
    if frame.text[frame.tokens[last - 1].end : frame.tokens[last].start].strip("\"”’' ") != ",":
        return None
    for index in range(last + 1, min(last + _AFTERWARDS, len(frame.tokens))):
        kind = _called(frame.tokens[index].text, nouns)
        if kind is not None:
            return kind
        if not frame.adjacent(index) or frame.tokens[index].text in ("of", "in", "that", "who", "which"):
            return None
    return None


def is_place_noun(word: str, language: str) -> bool:
    """Tell whether a word is what a place is called: Fluss, город, lake."""
    nouns = _NOUNS.get(language)
    return nouns is not None and nouns["place"].fullmatch(word) is not None


def _called(word: str, nouns: dict[ApposedKind, re.Pattern[str]]) -> ApposedKind | None:
    return next((kind for kind, pattern in nouns.items() if pattern.fullmatch(word)), None)
