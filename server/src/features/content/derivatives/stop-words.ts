// Words that say nothing about a topic, spoken ones included. Languages without a list of their own get all of them:
// what is frequent everywhere in a transcript counts little anyway.

const lists: Readonly<Record<string, string>> = {
  en: `a about actually after again all also am an and any anything are around as at back be because been before being
    bit both but by can can't come could did didn't different do does doesn't doing don't done down each even every
    everybody everyone everything few first for from get gets getting give go goes going gonna good got great had has
    have haven't having he hello her here he's hi him his hope how i i'd if i'll i'm in into is isn't it its it's i've
    just kind know last let let's like little long look lot made make makes many may maybe me mean might more most much
    must my need never next nice no not now of off okay ok on once one only or other our out over own part people
    perhaps please point pretty put quite really right said same say says see she should show so some something sort
    still stuff such sure take talk talking tell than thank thanks that that's the their them then there there's these
    they they're thing things think this those through time to today together too try two uh um under until up us use
    using very wanna want wants was wasn't way we welcome well we'll were we're we've what what's when where whether
    which while who whole why will with without won't would wouldn't yeah year years yes yet you you'll your you're
    you've`,
  de: `aber als also am an auch auf aus bei bin bis bisschen da dabei damit dann das dass dazu dem den denn der des die
    dies diese diesem diesen dieser dieses dir doch du durch eben ein eine einem einen einer eines einfach er es
    etwas für ganz geht genau gerade gibt gut habe haben hat hatte heute hier ich ihm ihn ihnen ihr ihre im immer in ist
    ja jetzt kann kein keine können machen mal man mehr mein meine mich mir mit muss müssen nach nicht noch nun nur ob
    oder ohne schon sehr sein seine sich sie sind so sollte sondern über um und uns unser unsere unter viel vielleicht
    vom von vor war waren was weil wenn wer werden wie wieder wir wird wo wollen wurde würde zu zum zur zwei`,
  fr: `a ai alors après au aussi autre aux avec avez avoir avons beaucoup bien bon bonjour c'est ça car ce cela ces cet
    cette ceux chose comme comment d'un d'une dans de des deux dire dit donc du elle elles en encore est et être eu eux
    fait faire faut il ils j'ai je jour juste l'on la le les leur leurs lui ma mais me même merci mes moi mon ne n'est
    nos notre nous on ont ou où par parce pas peu peut plus pour pouvez qu'il qu'on quand que quel quelle qui quoi sa
    sans se ses si son sont sur ta te tout toute tous très tu un une vais vos votre vous voilà y`,
  es: `a al algo ahora algunos así aquí bien bueno cada como con cosa cosas cual cuando de del desde donde dos el él ella
    ellos en entonces entre era eres es esa ese eso esta está están este esto estos fue gracias ha hacer hacia han hasta
    hay hola hoy la las le les lo los más me mi mis mucho muy nada ni no nos nosotros o os otra otro para pero poco por
    porque pues que qué quien se sea ser si sí sin sobre solo son su sus también tan te tener tiene todo todos tu tus
    un una uno unos usted vamos va voy y ya yo`,
  it: `a abbiamo ad adesso ai al alla alle allora anche ancora bene c'è che chi ci come con così cosa cui da dal dalla
    dei del della delle di dove due e ed era essere fa fare già gli grazie ha hanno ho i il in io la le lei lo loro lui
    ma mi molto nel nella noi non nostro o ogni oggi per perché più poi può quale quando quanto quella quello questa
    questi questo qui sarà se sei si sia sono sta su sul sulla suo tra tu tutti tutto un una uno vi voi`,
  pt: `a agora ainda ao aos aqui as assim até bem cada com como da das de dela dele depois do dos e é ela ele eles em
    então entre era essa esse está estão eu falar foi fazer gente há isso isto já lá lhe mais mas me mesmo meu minha
    muito na nas não nem no nos nós nossa nosso num o obrigado olá os ou para pela pelo pode por porque pra qual quando
    que quem se sem ser seu sim só sua são também te tem temos ter toda todos tudo um uma vai vamos você vocês`,
  nl: `aan al als altijd andere bent bij dag dan dat de deze die dit doen door dus een eens en er even gaan gaat geen
    goed had hallo heb hebben heeft hem het hier hij hoe hun iets ik in is ja je jij jullie kan kunnen maar maken me
    meer men met mij mijn moet na naar niet nog nu of om omdat ons onze ook op over te toch toen tot u uit uw van veel
    voor waar was wat we wel welkom werd wie wij wil worden wordt zal ze zei zelf zich zij zijn zo zou`,
};

const sets = new Map(Object.entries(lists).map(([code, list]) => [code, new Set(list.split(/\s+/))]));
const everything = new Set([...sets.values()].flatMap((set) => [...set]));

export function stopWords(languageCode: string): ReadonlySet<string> {
  return sets.get(languageCode.toLowerCase().split("-")[0] ?? "") ?? everything;
}
