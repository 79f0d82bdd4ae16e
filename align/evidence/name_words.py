"""Words that introduce names or make up the heads of names, in German, Russian and English."""

from __future__ import annotations

import re

from align.evidence.lists import listed

# A title or office: the name of a person may follow.
TITLE = {
    "de": re.compile(
        r"(?:\w*(?:minister|präsident|kanzler|sprecher|sekretär|botschafter|direktor|experte|leiter|"
        r"politologe|"
        r"professor|senator|gouverneur|bürgermeister|kommissar|premier|analyst|autor|dichter|"
        r"schriftsteller|könig|"
        r"vertreter|gesandte|kollege|amtskollege|trainer|regisseur|forscher|historiker|ökonom|unternehmer|"
        r"anwalt|"
        r"richter|vize|abgeordnete|vorsitzende|beauftragte|geschäftsführer|gründer|inhaber|kapitän|sänger|"
        r"schauspieler|künstler|maler|komponist|journalist|redakteur|reporter|wissenschaftler|physiker|"
        r"\w+ologe|manager|berater|aktivist|bischof|pfarrer|kardinal|oberst|kommandeur|ermittler|kandidat|"
        r"rivale|sieger|weltmeister|olympiasieger|intendant|kurator|dirigent|produzent|verleger|lehrer|"
        r"rektor|dekan|dozent|student|berichterstatter|delegierte|landwirt|stürmer|torhüter|fahrer|läufer|"
        r"biathlet|athlet|rentner|nachbar|anwohner|augenzeuge|zeuge|bewohner|mitarbeiter|inspekteur|"
        r"präses|verteidiger|ministerialrat)(?:in|s|n|en|r)?|\w*(?:ärztin|arzt|anwältin|rätin|login|bäuerin|"
        r"köchin)|\w*chef(?:in|s)?|"
        r"\w*general(?:s)?|"
        r"herrn?|frau|dr|prof|papst|prinz|scheich|sultan|emir)",
        re.IGNORECASE,
    ),
    "ru": re.compile(
        r"(?:\w*(?:министр|президент|премьер|канцлер|секретар|посол|посл|директор|эксперт|руководител|"
        r"политолог|"
        r"профессор|сенатор|губернатор|мэр|комиссар|аналитик|автор|писател|поэт|корол|представител|"
        r"депутат|спикер|"
        r"председател|коллег|глав|дипломат|экономист|историк|режиссер|тренер|ученый|генерал|аким|адвокат|"
        r"судь|основател|владел|капитан|актер|актрис|художник|певец|певиц|композитор|журналист|редактор|"
        r"корреспондент|ученый|физик|биолог|химик|геолог|археолог|социолог|психолог|активист|епископ|"
        r"полковник|майор|командир|следовател|кандидат|соперник|чемпион|продюсер|учител|ректор|декан|"
        r"студент|докладчик|фермер|нападающ|вратар|водител|спортсмен|биатлонист|пенсионер|сосед|очевид|"
        r"свидетел|жител|врач|юрист|начальник|менеджер|предпринимател|бизнесмен|инженер|волонтер|лидер)"
        r"[а-я]{0,4}|господин[а-я]*|госпож[а-я]+|г-н[а-я]*|г-ж[а-я]+|экс\w*)",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"(?:\w*(?:minister|president|chancellor|spokesman|spokeswoman|spokesperson|secretary|ambassador|"
        r"director|"
        r"expert|professor|senator|governor|mayor|commissioner|premier|analyst|author|writer|poet|king|queen|"
        r"representative|deputy|chairman|chairwoman|chairperson|chair|speaker|head|chief|leader|diplomat|"
        r"economist|"
        r"historian|general|colonel|pope|prince|princess|sheikh|sultan|emir|counterpart|colleague|lawyer|"
        r"judge|coach|founder|owner|captain|singer|actor|actress|artist|painter|composer|journalist|editor|"
        r"reporter|scientist|physicist|biologist|chemist|geologist|archaeologist|sociologist|manager|adviser|"
        r"advisor|activist|bishop|cardinal|major|commander|investigator|candidate|rival|champion|conductor|"
        r"producer|publisher|teacher|rector|dean|lecturer|student|rapporteur|farmer|striker|goalkeeper|driver|"
        r"pensioner|neighbour|neighbor|witness|doctor|engineer|executive|officer|boss|midfielder|skipper)"
        r"|mr|mrs|ms|dr|prof|sir|lord)",
        re.IGNORECASE,
    ),
}
SPEECH = {
    "de": re.compile(
        r"(?:sagte|erklärte|betonte|unterstrich|so|teilte|äußerte|fügte|meinte|kündigte|warnte|forderte|"
        r"lobte|bekräftigte|"
        r"zitierte|schrieb|hob|wies|erinnerte|dankte|lud|laut|zufolge|sagt|erklärt|betont|meint|wiederholte|"
        r"antwortete|entgegnete|räumte|ergänzte|spottete|scherzte|versprach|versicherte|nannte|klagte|klagt|"
        r"kritisierte|resümierte|erzählte?|erinnert|schreibt|urteilte|kommentierte|bestätigte|schilderte|"
        r"berichtete|mahnte|fragte|lautete|gestand|bedauerte)"
    ),
    "ru": re.compile(
        r"(?:отме(?:тил|чает|чал)|сказал|заявил|подчеркнул|сообщил|добавил|считает|говорит|пояснил|напомнил|"
        r"предложил|указал|призвал|поблагодарил|написал|рассказал|уверен|поделил|обратил|приводит|цитирует|"
        r"ответил|возразил|уточнил|признал|вспомина|вспомнил|повторил|объяснил|пообещал|заметил|заключил|"
        r"предупредил|прокомментировал|утвержда|настаива|пишет|рассказыва|назвал|говорил|посетовал|"
        r"пошутил|выразил|счита|убежд)[а-я]*"
    ),
    "en": re.compile(
        r"(?:said|says|told|stressed|stress|emphasi[sz]ed|noted|added|underlined|highlighted|stated|"
        r"explained|announced|"
        r"reported|remarked|praised|warned|urged|called|thanked|invited|recalled|pointed|expressed|"
        r"confirmed|conveyed|"
        r"according|argued|believes|thinks|writes|wrote|declared|commented|concluded|observed|reads?|"
        r"emphasi[sz]es|notes|adds|recalls|insist(?:s|ed)|replied|answered|tweeted|promised|admitted|claimed|"
        r"repeated|asked|joked|complained|vowed|acknowledged|conceded|explains|hailed|tells|argues|warns|"
        r"recounts|sighed|shrugged)"
    ),
}
# Endings of family names of the region; in German, English and Cyrillic (with case endings).
SURNAME = re.compile(
    r"[A-ZÄÖÜ]\w+(?:[aeiou]jew|bajew|[aeiou]yev|baye?v|baev|[bdfgklmnprstvwz]ow|[klnrst]ew|"
    r"[bdfgklmnprstvz]ov|[klnrstd]ev|"
    r"enko|shvili|schwili|sky|skij|skyj|skyy|yan|janov|uly|uulu|kyzy|ogly|zade)(?:a|s)?"
    r"|[А-ЯЁ][а-яё]+(?:[оеё]в|[ыи]н|баев|енко|швили|ск(?:ий|ого|ому|им|ая|ой|ую)|улы|уулу|кызы|оглы|заде|"
    r"[оеё]в[аы]|"
    r"[оеё]в(?:у|ым|е|ой|ых)|[ыи]н(?:а|у|ым|е|ой|ых))"
)
# Common words that end like family names.
NOT_SURNAME = frozenset(
    listed(
        "know-how show view review crew interview preview overview knew new follow allow grow "
        "below window tomorrow yellow shadow narrow borrow now how low flow slow moscow krakow "
        "glasgow interviews reviews views follows windows shows основ слов готов законов остров "
        "островов один причин машин половин магазин бензин карантин регион сын годин ученых "
        "военных городов часов"
    )
)
# Head words of organisations, places and events: the whole run of capitalised words is the name.
HEADS = {
    "organisation": {
        "de": re.compile(
            r"(?:\w*(?:rat|rates|rats|bank|union|kommission|ausschuss|ausschusses|verband|verbandes?|gericht|"
            r"gerichts|gerichtshofs?|rechnungshofs?|universität|hochschule|akademie|agentur|partei|stiftung|liga|"
            r"allianz|organisation|gemeinschaft|versammlung|parlament|parlaments|komitee|komitees|fonds|"
            r"behörde|amt|amtes|amts|dienst|dienstes|diensts|(?<!kraft)werk(?:e?s)?|kammer|institut|instituts?|"
            r"museums?|museen|vereins?|vereinigung|bund|bundes|gewerkschaft|zentrale|gesellschaft|theaters?|"
            r"klinikums?|klub|klubs|club|clubs|konzern|konzerns|gruppe|anstalt|kreuz|büro|büros|senat|"
            r"kongress|börse|ministeriums?|ministerien|orchesters?|föderation|korps|direktion|inspektion|rundfunk|rundfunks|"
            r"staatsanwaltschaft|netzwerks?|bibliothek|zentrums?))"
        ),
        "ru": re.compile(
            r"(?:совет|банк|союз|профсоюз|комисси|комитет|ассоциаци|суд|университет|академи|агентств|парти|"
            r"фонд|лиг|организаци|ассамбле|палат|федераци|корпораци|компани|институт|центр|министерств|служб|"
            r"управлени|департамент|музе|театр|больниц|клиник|клуб|концерн|групп|общест|объединени|бюро|бирж|"
            r"инспекци|дирекци|прокуратур|консорциум|оркестр|библиотек|ведомств|учреждени|предприяти|завод|"
            r"альянс|движени|сенат|парламент|училищ|школ|обсерватори|крест)[а-я]{0,4}"
        ),
        "en": re.compile(
            r"(?:council|bank|union|commission|committee|association|court|university|academy|agency|"
            r"party|fund|league|alliance|organi[sz]ation|assembly|chamber|federation|corporation|company|"
            r"institute|ministry|parliament|foundation|authority|group|service|bureau|society|institution|"
            r"centre|center|office|department|museum|hospital|clinic|club|railway|corps|guard|theatre|theater|"
            r"orchestra|board|directorate|inspectorate|observatory|college|school|exchange|brigade|cross|"
            r"crescent|police|consortium|network|library|trust|movement|senate|congress|airlines?|airways|"
            r"holding|works|team|unit)s?"
        ),
    },
    "place": {
        "de": re.compile(
            r"(?:gebiets?|region|provinz|sees?|flughafens?|\w*kraftwerks?|bezirks?|\w*(?:straße|platz|platzes|brücke|bahnhofs?|"
            r"stadions?|parks?|viertels?|palast|palastes|schloss|schlosses|kathedrale|turm|turms)|tals?)"
        ),
        "ru": re.compile(
            r"(?:област|район|край|озер|аэропорт|улиц|площад|долин|провинци|мост|вокзал|стадион|парк|двор|"
            r"собор|порт|проспект|набережн|башн|водохранилищ|гор[аыеу])[а-я]{0,4}"
        ),
        "en": re.compile(
            r"(?:region|province|lake|airport|district|oblast|street|square|valley|river|mountains?|complex|"
            r"bridge|station|stadium|arena|park|palace|castle|cathedral|tower|port|avenue|quarter|reservoir|"
            r"dam|bay|gulf|island|islands|peninsula|county|canal|pass|peak|hall|road)"
        ),
    },
    "other": {
        "de": re.compile(
            r"(?:\w*(?:forums?|spielen?|festivals?|konferenz|gipfels?|tage[ns]?|preis|preises|pokals?|"
            r"meisterschaft(?:en)?|messe|ausstellung|biennale|gesetz|gesetzes|abkommens?|vertrag|vertrags|plan|"
            r"programms?|initiative|verordnung|richtlinie|charta|konvention|protokolls?|erklärung|strategie))"
        ),
        "ru": re.compile(
            r"(?:форум|игр|фестивал|конференци|саммит|дни|дней|кубок|кубк|преми|чемпионат|выставк|ярмарк|"
            r"конкурс|закон|соглашени|договор|план|программ|инициатив|турнир|регламент|директив|протокол|деклараци|харти|конвенци|стратеги)[а-я]{0,3}"
        ),
        "en": re.compile(
            r"(?:forum|games|festival|conference|summit|days|cup|prize|award|exhibition|congress|initiative|"
            r"championships?|fair|expo|biennale|act|treaty|agreement|convention|charter|plan|programme|program|"
            r"tournament|league|operation|project|regulation|directive|protocol|declaration|strategy|olympics)"
        ),
    },
}
# Capitalised words that are no names; months and weekdays among them.
NOT_NAMES = frozenset(
    listed(
        "i we he she it they you the a an this that these those my our your his her its their mr "
        "mrs ms dr sir lord january february march april may june july august september october "
        "november december monday tuesday wednesday thursday friday saturday sunday januar "
        "februar märz april mai juni juli august september oktober november dezember montag "
        "dienstag mittwoch donnerstag freitag samstag sonntag sie ihr ihnen ihre ihrer ihren "
        "złoty zloty lari tenge som franken rubel kronen lei griwna forint dram lew "
        "republic republik республика республики республике республику республикой state "
        "government north south east west вы вас вам ваш ваша ваше ваши первый president"
    )
)
CONNECTORS = {
    "de": frozenset(listed("von van der des de für und am zu")),
    "ru": frozenset(["и", "по", "о", "об"]),
    "en": frozenset({"of", "the", "and", "for"}),
}
PARTICLES = frozenset(
    listed("von van der de del di da al el bin ibn ben la le ten ter zu фон ван де аль бен ибн")
)
# Endings of common German nouns, which are all written with a capital.
GERMAN_NOUN = re.compile(
    r"\w+(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|tion|tionen|sion|tät|täten|ismus|nis|nisse|"
    r"nissen|tum|"
    r"ling|chen|ment|mente|ik|iken|enz|enzen|anz|ur|uren|eit|eiten|arbeit|kraft|kräfte|recht|rechte|plan|"
    r"plans|projekt|"
    r"projekte|projekten|bereich|bereiche|bereichen|weise|stelle|stellen|land|länder|ländern|fahrt|gang|"
    r"handel|handels|"
    r"wirtschaft|politik|frage|fragen|zeit|zeiten|jahr|jahre|jahren|woche|monat|seite|seiten|menschen|"
    r"leute|ende|anfang|"
    r"mitte|prozent|million|millionen|milliarde|milliarden|dollar|euro|besuch|treffen|gespräch|gespräche|"
    r"gesprächen|"
    r"komplex|komplexes|zentrum|zentrums|bau|sitzung|grenze|brücken|gemüse|obst|zahl|rahmen|hilfe|rolle|"
    r"lage|teil|raum|"
    r"welt|staat|staaten|stadt|städte|dorf|haus|straße|autobahn|gebiet|region|regionen|polizei|armee|"
    r"regierung|"
    r"ministers?|präsidenten?|kollegen?|vertreter|bürger|leiter|partner|länder|ziel|ziele|weg|tag|tage|"
    r"tagen|abend|nacht)",
    re.IGNORECASE,
)
ARTICLES = frozenset(
    listed(
        "der die das den dem des ein eine einen einem einer eines im am zum zur vom beim ins ans "
        "aufs kein keine keinen keiner keinem diese dieser dieses diesen diesem jede jeder jedes "
        "jeden seine seiner seinen seinem ihre ihrer ihren ihrem unsere unserer unseren viele "
        "einige mehrere alle"
    )
)
# What papers and stations are called, after a person or not: "Karlygash News".
OUTLETS = frozenset(
    listed(
        "news times post herald tribune gazette courier daily weekly press media radio channel online info"
    )
)
# What a people, faith or creed is called, or, in Russian, the first word of a longer name.
ADJECTIVES = {
    "en": re.compile(r"\w{2,}(?:[ie]ans?|[nlrt]ans?|ish|ese|ists?|ics?|s)|\w+['’]\w+"),
    "ru": re.compile(r"\w+(?:[оеы]м|[оеыи]й|[ыи]х|[ое]го|ая|ую|ое|ые|ие)"),
}
