"""Words that say little by themselves: articles, pronouns, prepositions, auxiliaries and the like."""

from __future__ import annotations

from align.evidence.lists import listed

FUNCTION_WORDS: dict[str, frozenset[str]] = {
    "de": frozenset(
        listed(
            "aber alle allem allen aller alles als also am an andere anderem anderen anderer anderes "
            "auch auf aus "
            "außerdem bei beide beiden beim bereits bis bzw da dabei dadurch dafür dagegen daher damit "
            "danach daneben "
            "dann daran darauf daraus darin darüber darum darunter das dass davon davor dazu dem den "
            "denen denn dennoch "
            "der deren des deshalb dessen die dies diese diesem diesen dieser dieses doch dort drin du "
            "durch ebenfalls "
            "ebenso ein eine einem einen einer eines einige einigen einiger einmal er es etwa etwas euch "
            "euer eure fast "
            "ferner für gab geben gegen gegenüber gehabt gibt gilt hab habe haben hat hatte hatten hätte "
            "hätten hier "
            "hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im immer in indem ins "
            "insbesondere ist ja je "
            "jede jedem jeden jeder jedes jedoch jene jenen jener jetzt kann kein keine keinem keinen "
            "keiner können "
            "könnte könnten man mehr mehrere mein mich mir mit muss müssen nach nachdem neben nicht noch "
            "nun nur ob "
            "oder ohne sehr sein seine seinem seinen seiner seines seit seitdem selbst sich sie sind so "
            "sogar solche "
            "solchen solcher soll sollen sollte sollten somit sondern sowie sowohl über um und uns unser "
            "unsere unter "
            "vom von vor während wann war waren wäre wären warum was weil weiter weitere weiteren "
            "weiterer welche "
            "welchem welchen welcher welches wenn wer werde werden weshalb wie wieder wir wird wo wobei "
            "worden wurde "
            "wurden würde würden zu zudem zum zur zwar zwischen"
        )
    ),
    "en": frozenset(
        listed(
            "a about above across after again against all along already also although am among an and "
            "another any are "
            "around as at be because been before being below between both but by can cannot could did do "
            "does doing "
            "down due during each either else even ever every few for from further had has have having "
            "he her here "
            "hers herself him himself his how however i if in including indeed into is it its itself "
            "just least less "
            "like made make many may me might more moreover most much must my myself near neither no nor "
            "not now of "
            "off on once one only onto or other others otherwise our ours out over own per quite rather "
            "same shall she "
            "should since so some somewhat still such than that the their theirs them themselves then "
            "there therefore "
            "these they this those though through thus to together too toward towards under until up "
            "upon us very was "
            "we well were what when where whether which while who whom whose why will with within "
            "without would yet "
            "you your"
        )
    ),
    "ru": frozenset(
        listed(
            "а без более больше бы был была были было быть в вам вас ведь во вот впрочем все всего "
            "всегда всей всем "
            "всеми всему всех всю вся всё вы где да даже для до другая другие других другого другой друг "
            "друга друзья "
            "его ее ей ему если есть еще ещё её же за зачем здесь и из или им ими иметь имеет имеют их к "
            "каждой каждый "
            "как какая какие какой когда кого ком кому которая которого которое которой котором которому "
            "которую "
            "которые который которым которых кроме кто куда ли либо лишь между меня мне много может "
            "можно мой моя мы "
            "на над надо наш наша наше нашего нашей наши него нее ней некоторые некоторых нельзя нему "
            "нет ни нибудь "
            "них ничего но ну о об один одна одно одного одной около он она они оно от очень перед по "
            "под после потом "
            "потому почти при про раз разве с сам сама сами самого себе себя сейчас со собой свое своего "
            "своей своем "
            "свои своих свой свою своя сразу так такая такие таких такого такое такой также там тебя тем "
            "теперь то "
            "тогда того тоже той только том тому тот ту ты у уже хотя чего чей чем через что чтобы чуть "
            "эта эти этим "
            "этих это этого этой этом этому этот эту является являются"
        )
    ),
}
