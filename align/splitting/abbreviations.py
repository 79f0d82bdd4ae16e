"""What the splitter knows of each language: its abbreviations and the words that open sentences.

All words are in lower case and without their last full stop. ``titles`` never end a sentence; ``open`` ones
may, and do where a word that opens sentences follows; ``numbered`` ones end none before a figure; ``units``
look like abbreviations and are words; ``closing`` ones are at home at the end of a sentence; ``letters`` are
words of one letter that may stand last; ``suffixes`` end compounds that are ``open``.
"""

from __future__ import annotations

from dataclasses import dataclass, field


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What is known of one language; ``ordinals`` says that a full stop makes an ordinal of a number."""

    titles: frozenset[str] = field(default_factory=frozenset)
    open: frozenset[str] = field(default_factory=frozenset)
    numbered: frozenset[str] = field(default_factory=frozenset)
    openers: frozenset[str] = field(default_factory=frozenset)
    reporting: frozenset[str] = field(default_factory=frozenset)
    months: frozenset[str] = field(default_factory=frozenset)
    before_ordinal: frozenset[str] = field(default_factory=frozenset)
    after_ordinal: frozenset[str] = field(default_factory=frozenset)
    closing: frozenset[str] = field(default_factory=frozenset)
    letters: frozenset[str] = field(default_factory=frozenset)
    suffixes: tuple[str, ...] = ()
    ordinals: bool = False


UNITS = _words(
    """
    km kg cm mm ml kwh mwh gwh twh mhz ghz hz kb mb gb tb mph км кг см мм мл кв гб мб вт гц тв
    """
)

_ENGLISH = Knowledge(
    titles=_words(
        """
        mr mrs ms mx dr prof gov sen rep reps sens gen col lt lieut sgt cpl pvt capt cmdr maj adm hon rev fr
        msgr pres messrs mmes supt insp ste mt e.g i.e cf viz ca vs v approx amb atty asst dept
        """
    ),
    open=_words(
        """
        inc corp co ltd llc plc bros jr sr esq etc al a.m p.m u.s u.k u.n e.u d.c ph.d m.d b.a m.a b.sc m.sc
        l.a n.y st univ blvd rd tues wed thu thurs fri avg eds ala ariz calif colo conn fla kan ky md mich
        minn mo mont neb nev okla tenn tex vt wis wyo ont
        """
    ),
    numbered=_words(
        """
        no nos fig figs sec ch chap vol vols p pp art para arts op eq jan feb mar apr jun jul aug sep sept
        oct nov dec
        """
    ),
    openers=_words(
        """
        the a an he she it they we i you this that these those there here his her its their our my your in
        on at by for from with without but and or so yet nor however moreover meanwhile then now when while
        if as after before although because since during until what who why how where which not no some many
        most all both each every another other others also according despite to under over between among
        such only even still just more last nearly about around one two three he's she's it's they're we're
        i'm that's there's
        """
    ),
    reporting=_words(
        """
        said says asked asks told tells wrote writes added replied answered cried shouted whispered
        explained noted continued insisted wondered exclaimed demanded recalled argued quipped joked
        concluded
        """
    ),
    months=_words("january february march april may june july august september october november december"),
)

_GERMAN = Knowledge(
    titles=_words(
        """
        dr prof hr hrn fr frl dipl ing med phil jur rer nat habil st sr jr z.b d.h u.a u.ä o.ä o.g s.o s.u
        u.u v.a i.d.r i.v i.a z.t z.zt z.hd m.e i.e bzw vgl ca evtl ggf inkl exkl zzgl zz sog insb insbes
        bes gem geb verh verw gest lt frhr hl kath ev evang franz engl russ dt allg einschl spez urspr wg zw
        hrsg übers gegr eigtl ehem stellv vors dgl abk bspw mind resp intl staatl städt
        """
    ),
    open=_words(
        """
        mio mrd tsd mill usw usf etc u.s.w v.chr n.chr chr e.v a.d a.m a.d.r i.r u.s co gmbh inc corp ltd jr
        sen jun str uvm u.v.m u.dgl dergl al d.j d.m o.j mwst st.g std sek st stck
        """
    ),
    numbered=_words(
        """
        nr nrn s abs art kap bd bde abb tab ziff anm fig § vol jan feb mär apr jun jul aug sep sept okt nov
        dez mo di mi do fr sa tel hnr lfd jg h az
        """
    ),
    openers=_words(
        """
        der die das den dem des ein eine einen einem einer eines er sie es wir ich ihr du man im in am an
        auf aus bei beim mit nach von vom vor zu zum zur für über unter um und aber auch als wenn weil da
        dann dort hier heute dabei damit danach davor dazu daher darum darauf darüber darin deshalb deswegen
        doch denn dies diese dieser dieses diesen diesem jetzt nun noch nur so seit seine sein seinen seiner
        ihre ihren ihrem ihrer unser unsere was wer wie wo warum wann während trotz wegen gegen durch ohne
        bis bereits zudem außerdem allerdings laut insgesamt nicht nichts kein keine alle viele einige mehr
        mehrere ob dass hinzu zwar sondern jedoch dennoch ebenso gleichzeitig schon sogar etwa rund
        anschließend später zuvor gestern morgen bisher derzeit mittlerweile inzwischen schließlich zunächst
        ferner jeder jede jedes beide andere nachdem bevor obwohl sowohl weder entweder hat ist sind war
        waren wird werden kann soll muss
        """
    ),
    reporting=_words(
        """
        sagte sagt fragte fragt rief ruft schrieb erklärte erklärt meinte antwortete betonte ergänzte
        """
    ),
    months=_words(
        """
        januar jänner februar märz april mai juni juli august september oktober november dezember jan feb
        mär apr jun jul aug sep sept okt nov dez
        """
    ),
    before_ordinal=_words(
        """
        der die das den dem des am vom zum zur im in beim ein eine einen einem einer eines sein seine seinen
        seinem seiner ihr ihre ihren ihrem ihrer jeder jede jedes jeden jedem und oder bis ab sowie dieser
        diese diesen diesem ans ins seit unser unsere unserem unseren mein meine meinen meinem dessen deren
        montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag kein keine keinen keinem
        """
    ),
    after_ordinal=_words(
        """
        jahrhundert jahrhunderts jahrtausend jahrtausends sitzung tagung konferenz runde platz mal minute
        spieltag tag jahrestag geburtstag todestag stock stockwerk etage klasse auflage weltkrieg lebensjahr
        lebensjahrs lebensjahres bezirk kapitel senat legislaturperiode hälfte liga sinfonie jahr woche
        monat
        """
    ),
    suffixes=("str",),
    ordinals=True,
)

_RUSSIAN = Knowledge(
    titles=_words(
        """
        ул проф акад доц т.е т.к т.н т.ч т.о св ген подполк лейт серж гр тов г-н г-жа корр зам пом нач адм
        арх пл наб просп пр-т бул бульв пос дер напр см ср прибл соотв итал англ франц греч кирг узб тадж
        урожд мин-во о-в оз засл чл
        """
    ),
    open=_words(
        """
        млн млрд трлн тыс руб коп долл чел экз шт обл р-н с.г н.э л.с мин сек ч изд вкл им в вв г гг
        """
    ),
    numbered=_words(
        """
        № ст гл рис табл п пп ч вып т тт кн с стр д корп стр кв оф тел янв фев февр мар апр июн июл авг сен
        сент окт ноя нояб дек пн вт ср чт пт сб вс ном
        """
    ),
    openers=_words(
        """
        в во на с со к ко о об от до из за по под при про для у без над через после перед между он она оно
        они я мы ты вы это этот эта эти этого этой тот та те то так там тут здесь тогда теперь сейчас
        сегодня вчера завтра и а но или да однако также кроме если когда пока хотя чтобы как что кто где
        куда почему зачем какой какая какие не ни его её ее их наш наша наши мой свой все всё весь вся
        каждый многие некоторые среди согласно ранее позже затем потом поэтому при этом например таким
        напомним отметим впрочем вместе помимо несмотря благодаря ещё еще уже только даже лишь сам сама сами
        соответственно вероятно вероятнее возможно видимо конечно наконец один одна два три другие другой
        """
    ),
    reporting=_words("сказал сказала спросил спросила ответил ответила заявил заявила отметил отметила"),
    closing=_words("т.д т.п др пр"),
    letters=_words("я"),
    months=_words("января февраля марта апреля мая июня июля августа сентября октября ноября декабря"),
)

# For any other language: what is written alike in most. Single letters are the rules' affair.
GENERAL = Knowledge(
    titles=_ENGLISH.titles & _GERMAN.titles | _words("dr prof st mr mrs"),
    open=_words("etc inc corp ltd co jr a.m p.m u.s"),
    numbered=_words("no nr fig vol p pp"),
)

_KNOWN = {"de": _GERMAN, "en": _ENGLISH, "ru": _RUSSIAN}


def knowledge(language: str) -> Knowledge:
    """Return what is known of a language, by its primary subtag; of an unknown one, what is general."""
    return _KNOWN.get(language, GENERAL)
