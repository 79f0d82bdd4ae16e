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
        r"kein(?:e[nrsm]?)?|nie|niemals|niemand\w*|nichts|weder|keinerlei|keineswegs",
        "en": r"not(?! only\b| just\b| least\b| merely\b| more than\b| less than\b| later than\b)|"
        r"\w+n['’]t|cannot|never|no(?! less\b| fewer\b| more than\b| doubt\b| matter\b|\.?\s?\d|t\b)|"
        r"nobody|none|nothing(?! (?:more|less|but|other) )|neither|nor",
        "ru": r"(?<!чтобы )(?<!чтобы е[её] )не(?! единожды| только\b| менее\b| более\b| раз\b| просто\b|"
        r" лишь\b| поздн| ран[еь]| меньше\b| больше\b)|нет|никогда|никто|никого|никому|ничего|ничто|"
        r"нельзя|ни|никак\w{2,3}",
    },
    "hedge": {
        "de": r"angeblich\w*|mutmaßlich\w*|vermutlich\w*|möglicherweise|offenbar|wahrscheinlich|"
        r"anscheinend|(?-i:wohl)|voraussichtlich\w*|könnten?|dem Vernehmen nach|vielleicht|womöglich|"
        r"dürften?|nach (?:bisherigen|vorläufigen|ersten) (?:Erkenntnissen|Angaben|Schätzungen|"
        r"Berechnungen|Informationen)|unbestätigt\w*|soll(?:en)? [^.;:]{2,90}? (?:\w+(?:t|en) haben|"
        r"(?:\w+(?:t|en) wor|gewes|\w*gang|\w*gekomm|gestorb|gefloh|\w*geblieb|\w*gefall|gefahr|\w*gefloss|"
        r"\w*gestieg|\w*gesunk|\w*geflog|\w*gelauf|\w*wachs|\w*schwund|\w*stand|\w*gebroch|gescheh)en sein|"
        r"\w*(?:strand|flücht|explodier|stürz|reis|glück|passier)e?t sein)|"
        r"schein(?:t|en) [^.;:]{2,60}? zu \w+|erwartet w(?:ird|erden|urde)|w(?:ird|"
        r"erden) [^.,;:]{0,60}erwartet|Gerüchten zufolge|nicht auszuschließen|nicht ausgeschlossen|"
        r"im Verdacht|Verdacht auf",
        "en": r"allegedly|alleged|reportedly|apparently|possibly|probably|presumably|perhaps|supposedly|"
        r"seemingly|purportedly|unconfirmed|(?:is|are|was|were) (?:said|believed|thought|reported|alleged|"
        r"understood) to|(?-i:may)|might|(?:preliminary|initial) (?:estimates?|findings|figures|data|"
        r"reports?)|(?<!more )(?<!less )(?<!most )(?<!highly )likely|suspected|(?:appear|seem)(?:s|"
        r"ed)? to|(?:is|are) expected to|could (?:have (?:been|led|caused)|become|lead|mean|cost|rise|"
        r"fall|still)|rumou?red|in all likelihood|(?:believed|thought) to (?:be|have)|hopes? to|"
        r"potentially|should be able to",
        "ru": r"якобы|возможно(?=,)|(?<=, )возможно|(?-i:Возможно)|вероятно|предположительно|по-видимому|"
        r"видимо|наверное|вроде бы|похоже(?=,)|(?<=, )похоже|скорее всего|не исключено|не исключ[а-я]+|"
        r"по (?:предварительн|перв|неподтвержд[её]нн)(?:ым|ой) (?:данным|оценк[а-я]+|сведениям|"
        r"подсч[её]там)|предполагаем[а-я]+|судя по всему|может быть(?=,)|по (?:одной|основной|"
        r"предварительной) (?:из версий|версии)|одна из версий|по всей (?:видимости|вероятности)|(?:может|"
        r"могут|мог(?:ла|ло|ли)?) (?:стать|произойти|привести|возникнуть|попасть|оказаться|составить|"
        r"достичь|потребоваться|затянуться)|предположил[а-я]*|ожида(?:ется|ются|ют)",
    },
    "attribution": {
        "de": r"nach (?:(?:\w+en|\w+er|bisherigem|allem) )?(?:Angaben|Aussagen?|Auskunft|Darstellung|"
        r"Einschätzung|Ansicht|Auffassung|Überzeugung|Informationen|Erkenntnissen|Kenntnis|Berechnungen|"
        r"Schätzung(?:en)?|Worten|Meinung|Mitteilung|Berichten|Recherchen|Lesart|Einschätzungen)|"
        r"aus Sicht (?:de[rs]|von)|laut(?= (?:\w+ ){0,2}(?-i:[A-ZÄÖÜ„»“\x22]))|zufolge|teil(?:te|"
        r"ten) (?:(?!nicht)[\w-]+ ){1,8}?mit|mitteil(?:te|ten)|versicher(?:te|ten)|berichte(?:te|ten)|"
        r"behaupte(?:te|ten)|räum(?:te|ten) [\w\s-]{0,50}ein|unter Berufung auf|wie (?:der|die|"
        r"das)?\s?[\w\s-]{2,60}? (?:mitteilte|berichtete|erklärte|sagte|meldete|schreibt|berichtet|meldet|"
        r"mitteilt|bekannt ?gab|feststellte|betonte|versicherte|(?:vor)?rechnet|vorrechnete|behauptet|"
        r"einräumte|angab)|(?<=[^“”\x22«»], )(?:erzähl|versicher|behaupte|rechne|glaub|mein|erklär|"
        r"versprech|schätz)(?:t|te|en|ten|et|ete) (?:er|sie|die|der|das|ein|eine|es|[A-ZÄÖÜ]\w+)|(?:ließ|"
        r"ließen) (?:\w+ )?wissen|(?<=, )so (?:der|die|das|ein|eine|(?-i:[A-ZÄÖÜ])[\w-]+)|(?:heißt|"
        r"hieß) es|(?:nann|mach|begründe)t?e?(?:te|ten|t)?(?: [^.,;:]{0,40})? (?:als Grund|"
        r"verantwortlich)|als (?:Grund|Ursache) n(?:a|e)nn(?:t|te|en|ten)|schätz(?:t|te|en|"
        r"ten) [^.,;:]{0,40}\bauf|rechne(?:t|te|n|ten) (?:die|der|das|man|"
        r"(?-i:[A-ZÄÖÜ])\w+) [^.,;:]{0,30}\bmit",
        "en": r"according to(?! (?:plan|schedule|the (?:rules|law|plan)|a decision)\b)|citing|"
        r"(?<=[^“”\x22], )(?:insist|argue|claim|believe|promise|report)(?:s|ed)? (?!that)[^\W\d]+|"
        r"(?<=[^“”\x22], )(?:said|says) (?:the|a|an|its|his|her|(?-i:[A-Z]))[\w’']*|(?:investigators|"
        r"officials|police|experts|observers|analysts|critics|supporters|prosecutors|authorities|"
        r"organi[sz]ers|residents|witnesses|inspectors|doctors|scientists|lawyers|unions?|ministry|"
        r"company|club|court|government) (?:believe|say|said|says|think|claim|claims|claimed|assume|"
        r"suspect|answers|estimates?|reckons?)(?=[ .,;])|in the words of|as (?:reported|stated|told|"
        r"announced) by|(?:the|its|his|her|their) (?:\w+ ){0,3}?(?:press service|press office|spokesman|"
        r"spokeswoman|spokesperson) (?:said|reported|reports|told|announced|informs|informed|stated)|"
        r"(?:said|says|stated|argue[sd]|claim(?:s|ed)|insist(?:s|ed)|maintain(?:s|ed)|believes|"
        r"estimate[sd]|answer(?:s|ed)|report(?:s|ed)|warn(?:s|ed)|admit(?:s|ted)|acknowledge[sd]|conceded|"
        r"concedes|explain(?:s|ed)|add(?:s|ed)|submitted|contend(?:s|ed)|point(?:s|ed) out) that|"
        r"blam(?:es|ed)|puts? (?:the|its|their) \w+(?: [^.,;:]{1,50})? at",
        "ru": r"(?<=, )(?:говор[ия]т|обещают|пообещали|уверяют|заверили|полагают|считают|рассчитывают|"
        r"отмечают|отметили|подч[её]ркивают|подчеркнули|пояснили|рассказали|напоминают|напомнили|уточнили|"
        r"уточняют|добавили|утверждают|заявляют|передают|признают|признали|объяснили|объясняют|"
        r"предупредили|предупреждают)(?: в| на)?|как (?:полага|заверя|завери|увере|увержда|счита|говор|"
        r"обеща|установил|подсчитал|сообщил|заявил|рассказал|пояснил|отметил|сообща|пиш|утвержда|переда|"
        r"уточн|напомн)[а-я]+|по (?:словам|данным(?! на\b)|информации|сведениям|мнению|оценк(?:е|ам)|"
        r"утверждени(?:ю|ям)|заявлени(?:ю|ям)|сообщени(?:ю|ям)|версии|подсч[её]там|расч[её]там|"
        r"прогноз(?:у|ам)|убеждению)|(?:сообщил|заявил|заверил|рассказал|утвержда)[а-я]*(?: в| на)?|"
        r"со ссылкой на|согласно (?:данным|сообщению|заявлению|информации|подсч[её]там|расч[её]там|"
        r"докладу|отч[её]ту)|об этом (?:сообщ|заяв|рассказ)[а-я]+|(?:счита|полага|настаива|подч[её]ркива|"
        r"отмеча|подчеркну|отмети|напомни|уточни|поясни|добави|призна|предупреди|объясни|сказа|пообеща|"
        r"отвеча|ответи|возража|возрази)(?:ет|ют|л[аио]?)(?: [\w«»-]+){0,4}, что|"
        r"в [\w«»-]+(?: [\w«»-]+){0,3} (?:назвали|оценили|считают|полагают|подтвердили)",
    },
}  # fmt: skip
# Words that may do so: another report that has one of them does not lack the stance.
_MAYBE: dict[StanceKind, dict[str, str]] = {
    "negation": {
        "de": r"ohne|kostenlos\w*|gratis|un[a-zäöü]{4,}|verweiger\w*|ablehn\w*|lehn\w* .{0,60}\bab|"
        r"abgelehnt\w*|fehl\w*|dementier\w*|bestr[ei]+t\w*|verzicht\w*|verbot\w*|verbiet\w*|untersag\w*|"
        r"scheiter\w*|gescheitert\w*|kaum|ausgeschlossen|ausgefallen|verneint\w*|mangel\w*|wed\w+|"
        r"abgesag\w*|gestrichen|bleib\w* .{0,40}aus|vermied\w*|verhinder\w*|nicht|nein|schwerlich|"
        r"\w{3,}los(?:e[nrsm]?)?|wenig\w*|aufhör\w*|beend\w*",
        "en": r"without|free of|for free|un[a-z]{4,}|in(?:correct|accurate|conclusive|sufficient|"
        r"valid)\w*|refus\w*|reject\w*|den(?:y|ie[sd])|lack\w*|fail\w*|decline\w*|absen\w*|ban(?:s|ned)?|"
        r"forbid\w*|prohibit\w*|hardly|barely|rul\w+ out|dismiss\w*|disput\w*|avoid\w*|cancel\w*|"
        r"impossible|spared|escaped|prevent\w*|missing|zero|nowhere|no|not|no-one|yet to|disappear\w*|"
        r"far from|unlikely|doubt\w*|too|little|few|ignor\w*|dis[a-z]{4,}|stop\w*|\w{3,}less",
        "ru": r"без|бесплатн\w*|отказ\w*|отверг\w*|отриц\w*|отсутств\w*|опроверг\w*|запре[тщ]\w*|избеж\w*|"
        r"исключ\w*|неуд\w*|не\w{4,}|отклон\w*|сорва\w*|отмен\w*|хватил\w*|лиш[её]н\w*|едва|не|"
        r"обош\w+ без|мало\w*|рановато|вряд|без\w{4,}|с трудом|труд\w*|прекра\w*",
    },
    "hedge": {
        "de": r"könnten?|soll(?:en|te|ten)?|schein\w*|möglich\w*|geschätzt\w*|"
        r"schätzungsweise|voraussichtlich\w*|erwartet\w*|Verdacht\w*|verdächtig\w*|vermute\w*|gilt|gelten|"
        r"vorläufig\w*|mag|glaub\w*|annahm\w*|angenommen|Hinweise?n?|unklar\w*|würden?|nahezu|"
        r"Schätzung\w*|unter Umständen|eventuell|könne|könnt|möge|k[aö]nn\w*|konnt\w*|wahrscheinlich\w*|"
        r"wären?|käme\w*|hätte\w*|Gefahr|droh\w*|Risik\w*|zufolge|offensichtlich\w*|zweifellos|wirk(?:t|"
        r"te|en|ten)|plausib\w*|eher|geplant\w*|hoff\w*|Verdächtig\w*",
        "en": r"could|would|should|seem\w*|appear\w*|estimat\w*|expect\w*|suspect\w*|"
        r"suspicion|possib\w*|preliminary|unclear|believ\w*|think\w*|thought|assum\w*|suggest\w*|"
        r"indicat\w*|signs?|claim\w*|potential\w*|rumou?r\w*|almost|nearly|seemingly|provisional\w*|maybe|"
        r"probable|can|unlikely|presum\w*|purport\w*|looks?|looking|planned|risk\w*|plausib\w*|supposed|"
        r"foresee\w*|foreseen|project(?:s|ed|ion)\w*|alleg\w*|report(?:s|ed)|hop(?:e|es|ed|ing)|yet to|"
        r"looms?|likely|unverified",
        "ru": r"мо[гж][а-я]*|кажется|оценк\w*|ожида\w*|подозр\w*|предпол\w*|"
        r"предварит\w*|неясн\w*|почти|бы|счита\w*|слух\w*|вероятн\w*|возможн\w*|должн\w*|версии|"
        r"маловероятн\w*|вряд|очевидн\w*|казал\w*|похож\w*|выгляд\w*|вот-вот|сообщени\w*|утвержда\w*|"
        r"планир\w*|пусть|угроз\w*|угрожа\w*|риск\w*|непроверенн\w*|по всей|наде\w+|полага\w*|склонн\w*|"
        r"будет",
    },
    "attribution": {
        "de": r"sagt\w*|erklärt\w*|betont\w*|teilt\w*|teilen|mit(?:ge)?teil\w*|bericht\w*|meld\w*|heißt|"
        r"hieß|so|äußert\w*|angab\w*|gab\w*|meint\w*|schr(?:ie|ei)b\w*|unterstr\w*|kündigt\w*|"
        r"bestätigt\w*|nannt\w*|hob|wies|verwies\w*|Angaben|Mitteilung|Aussage\w*|spr[aä]ch\w*|warnt\w*|"
        r"fordert\w*|versicher\w*|räumt\w*|zitier\w*|nenn\w*|bezeichne\w*|sei|seien|habe|werde|"
        r"Sprecher\w*|rechne\w*|schätz\w*|glaub\w*|sag\w+|gesagt|Ansicht\w*|Meinung\w*|Auffassung|"
        r"überzeug\w*|demnach|danach|erzähl\w*|argumentier\w*|wend\w+|führt\w* .{0,60}\ban|ergänz\w*|"
        r"füg\w*|verlaut\w*|müsse|könne|solle|wolle|dürfe|hätten?|ausgesagt|Umfrage\w*|verspr[aeio]\w*|"
        r"kritisier\w*|Informationen|Erkenntnis\w*|wissen|geht .{0,40}\baus|Sicht|vorw\w+|begründ\w*|"
        r"Grund|hinweis\w*|hingewiesen|verantwortlich|nach de[nr]",
        "en": r"sa(?:id|ys?)|told|tells?|stat(?:ed|es|ement)|report\w*|announc\w*|add(?:ed|s)|not(?:ed|"
        r"es)|explain\w*|claim\w*|confirm\w*|writ\w+|wrote|stress\w*|emphasi\w*|inform\w*|argu\w*|"
        r"believ\w*|point(?:s|ed|ing)? (?:out|to)|remark\w*|observ\w*|call(?:ed|s)|warn\w*|admit\w*|"
        r"quot\w*|declar\w*|recall\w*|mention\w*|underlin\w*|describ\w*|spok\w+|speaks?|puts?|estimat\w*|"
        r"expect\w*|reckon\w*|th(?:ink|ought)\w*|opinion|views?|sure|confident|assert\w*|alleg\w*|"
        r"testif\w*|consider\w*|suggest\w*|assum\w*|impression|predict\w*|recount\w*|saying|continued|"
        r"remind\w*|based on|survey\w*|contend\w*|pledg\w*|vow\w*|assur\w*|reassur\w*|accus\w*|blam\w*|"
        r"answer\w*|appar\w*|submit\w*|shared|understood|insist\w*|press (?:service|release|office)|"
        r"account|words|figures from|data from|conced\w*|promis\w*|went on|put it|spokes\w+",
        "ru": r"сообщ\w*|заяв\w*|сказа\w*|отме[чт]\w*|подч[её]рк\w*|расска\w*|говор\w*|утвержд\w*|"
        r"добав\w*|поясн\w*|уточн\w*|напомн\w*|пиш\w*|написа\w*|информир\w*|назва\w*|счита\w*|призна\w*|"
        r"объясн\w*|объяв\w*|указа\w*|цитир\w*|сослал\w*|передал\w*|переда[её]т|слов\w*|сообщени\w*|"
        r"пресс-служб\w*|обеща\w*|предупре\w*|подтверд\w*|полага\w*|рассчит\w*|увер[яе]\w*|завер\w*|мол|"
        r"согласно|мнени\w*|поведа\w*|вин[ия]т|возложи\w*|доложи\w*|настаив\w*|обвин\w*|опрос\w*|"
        r"подсч[иеё]т\w*|отве[тч]\w*|возра[зж]\w*|говорится|оценил\w*|оценива\w*|данным|данных|сведени\w*|"
        r"убежд\w*|предполага\w*|ожида\w*|прогноз\w*|дескать",
    },
}  # fmt: skip
# What denies only by its words: "so hoch wie seit 1997 nicht mehr" is "last seen in 1997".
_IDIOMS = {
    "de": r"(?:so|wie) [^,.;]{0,40}(?:nicht mehr|nie(?:mals)?)|nichts anderes als|nicht viel mehr als|"
    r"nicht umsonst|nicht zu vergessen|oder nicht",
    "en": r"(?:like|as) never before|nothing (?:else )?(?:but|short of)|none other than|not to mention|"
    r"why not|not much more than|not long|not likely|more often than not|if not|or not|not having|"
    r"not early",
    "ru": r"(?:как|кто|что|где|когда|как\w{2,3}|сколько|чего) бы (?:\w+ )?(?:то )?ни|далеко не|"
    r"не один раз|ни чем иным|не так|не раз|как никогда|не что иное|(?:чуть|едва) не|не могл?[аиго]* не|"
    r"ничего,? кроме|почему бы не|не могу? не|или нет|(?<=, )пока (?:\w+ )?не",
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
