"""How a statement is meant: what it negates, what it only supposes, and whom it relies on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

StanceKind = Literal["negation", "hedge", "attribution"]

# Words that surely negate, suppose or attribute; they are worth a finding.
_SURE: dict[StanceKind, dict[str, str]] = {
    "negation": {
        "de": r"nicht(?! gerade\b| nur\b| zuletzt\b| allein\b| mehr als\b| weniger als\b| später als\b)|"
        r"kein(?:e[nrsm]?)?|nie|"
        r"niemals|"
        r"niemand\w*|nichts|weder|keinerlei|keineswegs",
        "en": r"not(?! only\b| just\b| least\b| merely\b| more than\b| less than\b| later than\b)|"
        r"\w+n['’]t|cannot|never|"
        r"no(?! less\b| fewer\b| more than\b| doubt\b|\.\s?\d|t\b)|nobody|none|"
        r"nothing(?! (?:more|less|but|other) )|neither|nor",
        "ru": r"(?<!чтобы )(?<!чтобы е[её] )не(?! единожды| только\b| менее\b| более\b| раз\b| просто\b| "
        r"лишь\b| "
        r"поздн| ран[еь]| меньше\b| больше\b)|нет|никогда|никто|никого|"
        r"никому|ничего|"
        r"ничто|нельзя|ни|никак\w{2,3}",
    },
    "hedge": {
        "de": r"angeblich\w*|mutmaßlich\w*|vermutlich\w*|möglicherweise|offenbar|wahrscheinlich|"
        r"anscheinend|wohl|voraussichtlich\w*|könnten?|"
        r"dem Vernehmen nach|vielleicht|womöglich|dürften?|nach (?:bisherigen|vorläufigen|ersten) "
        r"(?:Erkenntnissen|Angaben|Schätzungen|Berechnungen)|unbestätigt\w*",
        "en": r"allegedly|alleged|reportedly|apparently|possibly|probably|presumably|perhaps|supposedly|"
        r"seemingly|"
        r"purportedly|unconfirmed|(?:is|are|was|were) (?:said|believed|thought|reported|alleged|"
        r"understood) to|(?-i:may)|might|"
        r"(?:preliminary|initial) (?:estimates?|findings|figures|data|reports?)|likely|suspected",
        "ru": r"якобы|возможно|вероятно|предположительно|по-видимому|видимо|наверное|вроде бы|похоже|"
        r"скорее всего|"
        r"не исключено|не исключ[а-я]+|по (?:предварительн|перв|неподтвержд[её]нн)(?:ым|ой) "
        r"(?:данным|оценк[а-я]+|сведениям|подсч[её]там)|предполагаем[а-я]+|судя по всему|может быть",
    },
    "attribution": {
        "de": r"nach (?:eigenen )?(?:Angaben|Aussagen?|Auskunft|Darstellung|Einschätzung|Informationen|"
        r"Kenntnis|Berechnungen|"
        r"Worten|Meinung)|"
        r"laut|zufolge|teil(?:te|ten) (?:(?!nicht)[\w-]+ ){1,8}?mit|mitteil(?:te|ten)|versicher(?:te|"
        r"ten)|berichte(?:te|ten)|"
        r"behaupte(?:te|ten)|räum(?:te|ten) [\w\s-]{0,50}ein|unter Berufung auf|Angaben (?:der|des|"
        r"von)[\w\s]{0,40} zufolge|wie (?:der|die|"
        r"das)?\s?[\w\s-]{2,60}? "
        r"(?:mitteilte|berichtete|erklärte|sagte|meldete|schreibt|berichtet|meldet|mitteilt|bekannt ?gab|"
        r"feststellte|betonte|versicherte|(?:vor)?rechnet|vorrechnete|behauptet|einräumte|angab)|"
        r"(?<=[^“”\x22«»], )(?:erzähl|versicher|behaupte|rechne|glaub|mein|erklär|versprech|schätz)(?:t|"
        r"te|en|ten|et|ete) "
        r"(?:er|sie|die|der|das|ein|eine|es|[A-ZÄÖÜ]\w+)|(?:ließ|ließen) (?:\w+ )?wissen",
        "en": r"according to|citing|(?<=[^“”\x22], )(?:insist|argue|claim|believe|promise|maintain)(?:s|"
        r"ed)? (?!that)[^\W\d]+|(?:investigators|officials|police|experts|observers|analysts|critics|"
        r"supporters|prosecutors|"
        r"authorities|organi[sz]ers|residents|witnesses) (?:believe|say|said|think|claim|claimed|assume|"
        r"suspect)|in the words of|as (?:reported|stated|told|announced) by|"
        r"(?:the|its|his|her|their) (?:\w+ ){0,3}?(?:press service|press office|spokesman|spokeswoman|"
        r"spokesperson) "
        r"(?:said|reported|reports|told|announced|informs|informed|stated)",
        "ru": r"(?<=, )(?:говор[ия]т|обещают|пообещали|уверяют|заверили|полагают|считают|рассчитывают|"
        r"отмечают|отметили|"
        r"подч[её]ркивают|подчеркнули|пояснили|рассказали|напоминают|признают)(?: в| на)?|"
        r"как (?:полага|заверя|завери|увере|увержда|счита|говор|обеща|установил|подсчитал)[а-я]+|"
        r"по (?:словам|данным(?! на\b)|информации|сведениям|мнению|оценке|оценкам|утверждению|"
        r"заявлению|"
        r"сообщению|сообщениям|"
        r"версии)|как (?:сообщил|заявил|рассказал|пояснил|отметил|сообща|пиш|утвержда|переда)[а-я]+|"
        r"(?:сообщил|заявил|заверил|рассказал|утвержда)[а-я]*(?: в| на)?|со ссылкой на|согласно "
        r"(?:данным|сообщению|заявлению|информации)|об этом (?:сообщ|заяв|"
        r"рассказ)[а-я]+",
    },
}  # fmt: skip
# Words that may do so: another report that has one of them does not lack the stance.
_MAYBE: dict[StanceKind, dict[str, str]] = {
    "negation": {
        "de": r"ohne|kostenlos\w*|gratis|un[a-zäöü]{4,}|verweiger\w*|ablehn\w*|lehn\w* .{0,60}\bab|"
        r"abgelehnt\w*|fehl\w*|"
        r"dementier\w*|bestr[ei]+t\w*|"
        r"verzicht\w*|verbot\w*|verbiet\w*|untersag\w*|scheiter\w*|gescheitert\w*|kaum|ausgeschlossen|"
        r"ausgefallen|verneint\w*|"
        r"mangel\w*|wed\w+|abgesag\w*|gestrichen|bleib\w* .{0,40}aus|vermied\w*|verhinder\w*|nicht",
        "en": r"without|free of|for free|un[a-z]{4,}|in(?:correct|accurate|conclusive|sufficient|"
        r"valid)\w*|refus\w*|"
        r"reject\w*|den(?:y|ie[sd])|lack\w*|"
        r"fail\w*|decline\w*|absen\w*|ban(?:s|ned)?|forbid\w*|prohibit\w*|hardly|barely|rul\w+ out|"
        r"dismiss\w*|disput\w*|avoid\w*|"
        r"cancel\w*|impossible|spared|escaped|prevent\w*|missing|zero|free of|nowhere|no|not",
        "ru": r"без|бесплатн\w*|отказ\w*|отверг\w*|отриц\w*|отсутств\w*|опроверг\w*|запре[тщ]\w*|избеж\w*|"
        r"исключ\w*|"
        r"неуд\w*|не\w{4,}|отклон\w*|"
        r"сорва\w*|отмен\w*|хватил\w*|лиш[её]н\w*|едва|не|обош\w+ без",
    },
    "hedge": {
        "de": r"könnten?|soll(?:en|te|ten)?|schein\w*|möglich\w*|etwa|rund|circa|ca|gegen|geschätzt\w*|"
        r"schätzungsweise|"
        r"voraussichtlich\w*|erwartet\w*|Verdacht\w*|verdächtig\w*|vermute\w*|gilt|gelten|vorläufig\w*|"
        r"mag|glaub\w*|annahm\w*|"
        r"angenommen|Hinweise?n?|unklar\w*|würden?|nahezu|Schätzung\w*|unter Umständen|eventuell",
        "en": r"could|would|should|seem\w*|appear\w*|about|around|estimat\w*|expect\w*|suspect\w*|"
        r"suspicion|possib\w*|preliminary|"
        r"unclear|believ\w*|think\w*|thought|assum\w*|suggest\w*|indicat\w*|signs?|claim\w*|potential\w*|"
        r"rumou?r\w*|almost|nearly|"
        r"seemingly|provisional\w*|maybe|probable",
        "ru": r"мо[гж][а-я]*|кажется|около|примерно|порядка|оценк\w*|ожида\w*|подозр\w*|предпол\w*|"
        r"предварит\w*|неясн\w*|почти|"
        r"бы|счита\w*|слух\w*|вероятн\w*|возможн\w*|должн\w*|версии",
    },
    "attribution": {
        "de": r"sagt\w*|erklärt\w*|betont\w*|teilt\w*|teilen|mit(?:ge)?teil\w*|bericht\w*|meld\w*|heißt|"
        r"hieß|so|äußert\w*|"
        r"angab\w*|gab\w*|meint\w*|schr(?:ie|ei)b\w*|unterstr\w*|kündigt\w*|bestätigt\w*|nannt\w*|hob|"
        r"wies|verwies\w*|Angaben|"
        r"Mitteilung|Aussage\w*|spr[aä]ch\w*|warnt\w*|fordert\w*|versicher\w*|räumt\w*|zitier\w*|nenn\w*|"
        r"bezeichne\w*|sei|seien|"
        r"habe|werde|Sprecher\w*|rechne\w*|schätz\w*|glaub\w*",
        "en": r"sa(?:id|ys?)|told|tells?|stat(?:ed|es|ement)|report\w*|announc\w*|add(?:ed|s)|not(?:ed|"
        r"es)|explain\w*|claim\w*|"
        r"confirm\w*|writ\w+|wrote|stress\w*|emphasi\w*|inform\w*|argu\w*|believ\w*|point(?:s|ed|"
        r"ing)? (?:out|to)|remark\w*|"
        r"observ\w*|call(?:ed|s)|"
        r"warn\w*|admit\w*|quot\w*|declar\w*|recall\w*|mention\w*|underlin\w*|describ\w*|spok\w+|speaks?|"
        r"puts?|estimat\w*|expect\w*|reckon\w*|insist\w*|press (?:service|release|"
        r"office)|account|words|figures from|data from|conced\w*|promis\w*|went on|put it|spokes\w+",
        "ru": r"сообщ\w*|заяв\w*|сказа\w*|отме[чт]\w*|подч[её]рк\w*|расска\w*|говор\w*|утвержд\w*|"
        r"добав\w*|поясн\w*|уточн\w*|"
        r"напомн\w*|пиш\w*|написа\w*|информир\w*|назва\w*|счита\w*|призна\w*|объясн\w*|объяв\w*|указа\w*|"
        r"цитир\w*|сослал\w*|"
        r"передал\w*|переда[её]т|слов\w*|сообщени\w*|пресс-служб\w*|обеща\w*|предупре\w*|подтверд\w*|"
        r"полага\w*|"
        r"рассчит\w*|увер[яе]\w*|завер\w*|мол|"
        r"дескать",
    },
}  # fmt: skip
# What denies only by its words: "so hoch wie seit 1997 nicht mehr" is "last seen in 1997".
_IDIOMS = {
    "de": r"(?:so|wie) [^,.;]{0,40}(?:nicht mehr|nie(?:mals)?)|nichts anderes als|nicht umsonst|"
    r"nicht zu vergessen",
    "en": r"(?:like|as) never before|nothing (?:else )?(?:but|short of)|none other than|not to mention|"
    r"why not",
    "ru": r"как никогда|не что иное|(?:чуть|едва) не|не могл?[аиго]* не|ничего,? кроме|почему бы не",
}
_KINDS: tuple[StanceKind, ...] = ("negation", "hedge", "attribution")


@dataclass(frozen=True, slots=True)
class Stance:
    """A word or phrase that negates, supposes or attributes, with its offsets in the text.

    ``sure`` is one that hardly means anything else; the others only tell that nothing is lacking.
    """

    kind: StanceKind
    start: int
    end: int
    sure: bool


@lru_cache(maxsize=20_000)
def stances(text: str, *, language: str) -> tuple[Stance, ...]:
    """Return what negates, supposes or attributes in ``text``, by kind and place; none in other languages."""
    found: list[Stance] = []
    idioms = [match.span() for match in _pattern(_IDIOMS.get(language, r"(?!)")).finditer(text)]
    for kind in _KINDS:
        for table, sure in ((_SURE, True), (_MAYBE, False)):
            pattern = _pattern(table[kind].get(language, r"(?!)"))
            found += [
                Stance(kind, match.start(), match.end(), sure)
                for match in pattern.finditer(text)
                if kind != "negation" or not any(a <= match.start() < b for a, b in idioms)
            ]
    return tuple(sorted(found, key=lambda stance: (stance.kind, stance.start, not stance.sure)))


@cache
def _pattern(choices: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{choices})(?![\w-])", re.IGNORECASE)
