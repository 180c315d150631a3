import { type Html, html } from "../../http/pages/html.ts";
import type { Phase } from "../events/event-phase.ts";

/** What the pages of the audience say themselves; everything else on them is the producer's. */
export interface AudienceTexts {
  readonly when: string;
  readonly yourTime: string;
  readonly about: string;
  readonly speakers: string;
  readonly venue: string;
  readonly phases: Readonly<Record<Phase, string>>;
  readonly byInvitation: string;
  readonly registrationClosed: string;
  readonly lobby: string;
  readonly live: string;
  /** With {date}. */
  readonly ended: string;
  /** With {date}. */
  readonly onDemand: string;
  readonly expired: string;
  readonly previous: string;
  readonly next: string;
  /** With {page} and {pages}. */
  readonly slide: string;
}

/** In the event's language; in English where nobody has translated yet. */
export function audienceTextsIn(languageCode: string): AudienceTexts {
  return translations[languageCode] ?? english;
}

/** Marks words of ours as English on a page that is in another language. */
export function ownWords(text: string, languageCode: string): Html {
  const isForeign = languageCode !== "en" && translations[languageCode] === undefined;
  return isForeign ? html`<bdi lang="en">${text}</bdi>` : html`${text}`;
}

const english: AudienceTexts = {
  when: "When",
  yourTime: "Your time:",
  about: "About this event",
  speakers: "Speakers",
  venue: "In person",
  phases: {
    scheduled: "Upcoming",
    lobby: "Starting soon",
    live: "Live now",
    ended: "Ended",
    "on-demand": "On demand",
    expired: "Over",
  },
  byInvitation: "The organiser registers people for this event.",
  registrationClosed: "Registration for this event is closed.",
  lobby: "This event begins in a few minutes.",
  live: "This event is taking place now, for people who are registered.",
  ended: "This event has ended. The recording follows on {date}.",
  onDemand: "People who are registered can watch the recording until {date}.",
  expired: "This event is over and can no longer be watched.",
  previous: "Previous",
  next: "Next",
  slide: "Slide {page} of {pages}",
};

const german: AudienceTexts = {
  when: "Wann",
  yourTime: "Ihre Ortszeit:",
  about: "Über diese Veranstaltung",
  speakers: "Referentinnen und Referenten",
  venue: "Vor Ort",
  phases: {
    scheduled: "Demnächst",
    lobby: "Beginnt gleich",
    live: "Jetzt live",
    ended: "Beendet",
    "on-demand": "Auf Abruf",
    expired: "Vorbei",
  },
  byInvitation: "Der Veranstalter meldet die Teilnehmenden an.",
  registrationClosed: "Die Anmeldung ist geschlossen.",
  lobby: "Die Veranstaltung beginnt in wenigen Minuten.",
  live: "Die Veranstaltung läuft gerade, für angemeldete Personen.",
  ended: "Die Veranstaltung ist beendet. Die Aufzeichnung folgt am {date}.",
  onDemand: "Angemeldete Personen können die Aufzeichnung bis {date} ansehen.",
  expired: "Die Veranstaltung ist vorbei und nicht mehr zu sehen.",
  previous: "Zurück",
  next: "Weiter",
  slide: "Folie {page} von {pages}",
};

const french: AudienceTexts = {
  when: "Quand",
  yourTime: "Votre heure :",
  about: "À propos de l’événement",
  speakers: "Intervenants",
  venue: "Sur place",
  phases: {
    scheduled: "À venir",
    lobby: "Bientôt",
    live: "En direct",
    ended: "Terminé",
    "on-demand": "À la demande",
    expired: "Expiré",
  },
  byInvitation: "L’organisateur inscrit les participants.",
  registrationClosed: "Les inscriptions sont closes.",
  lobby: "L’événement commence dans quelques minutes.",
  live: "L’événement a lieu en ce moment, pour les personnes inscrites.",
  ended: "L’événement est terminé. L’enregistrement sera disponible le {date}.",
  onDemand: "Les personnes inscrites peuvent voir l’enregistrement jusqu’au {date}.",
  expired: "L’événement est terminé et n’est plus disponible.",
  previous: "Précédente",
  next: "Suivante",
  slide: "Diapositive {page} sur {pages}",
};

const spanish: AudienceTexts = {
  when: "Cuándo",
  yourTime: "Su hora:",
  about: "Acerca del evento",
  speakers: "Ponentes",
  venue: "En persona",
  phases: {
    scheduled: "Próximamente",
    lobby: "Empieza pronto",
    live: "En directo",
    ended: "Finalizado",
    "on-demand": "A la carta",
    expired: "Terminado",
  },
  byInvitation: "El organizador inscribe a los participantes.",
  registrationClosed: "La inscripción está cerrada.",
  lobby: "El evento empieza en unos minutos.",
  live: "El evento se está celebrando ahora para las personas inscritas.",
  ended: "El evento ha finalizado. La grabación estará disponible el {date}.",
  onDemand: "Las personas inscritas pueden ver la grabación hasta el {date}.",
  expired: "El evento ha terminado y ya no se puede ver.",
  previous: "Anterior",
  next: "Siguiente",
  slide: "Diapositiva {page} de {pages}",
};

const italian: AudienceTexts = {
  when: "Quando",
  yourTime: "La tua ora:",
  about: "Informazioni sull’evento",
  speakers: "Relatori",
  venue: "Di persona",
  phases: {
    scheduled: "In programma",
    lobby: "Inizia a breve",
    live: "In diretta",
    ended: "Concluso",
    "on-demand": "On demand",
    expired: "Terminato",
  },
  byInvitation: "L’organizzatore iscrive i partecipanti.",
  registrationClosed: "Le iscrizioni sono chiuse.",
  lobby: "L’evento inizia tra pochi minuti.",
  live: "L’evento è in corso, per le persone iscritte.",
  ended: "L’evento è concluso. La registrazione sarà disponibile il {date}.",
  onDemand: "Le persone iscritte possono guardare la registrazione fino al {date}.",
  expired: "L’evento è terminato e non è più visibile.",
  previous: "Precedente",
  next: "Successiva",
  slide: "Diapositiva {page} di {pages}",
};

const portuguese: AudienceTexts = {
  when: "Quando",
  yourTime: "Sua hora:",
  about: "Sobre o evento",
  speakers: "Palestrantes",
  venue: "Presencial",
  phases: {
    scheduled: "Em breve",
    lobby: "Começa em instantes",
    live: "Ao vivo",
    ended: "Encerrado",
    "on-demand": "Sob demanda",
    expired: "Terminado",
  },
  byInvitation: "O organizador inscreve os participantes.",
  registrationClosed: "As inscrições estão encerradas.",
  lobby: "O evento começa em poucos minutos.",
  live: "O evento está acontecendo agora, para pessoas inscritas.",
  ended: "O evento foi encerrado. A gravação estará disponível em {date}.",
  onDemand: "Pessoas inscritas podem assistir à gravação até {date}.",
  expired: "O evento terminou e não pode mais ser assistido.",
  previous: "Anterior",
  next: "Próximo",
  slide: "Slide {page} de {pages}",
};

const dutch: AudienceTexts = {
  when: "Wanneer",
  yourTime: "Uw tijd:",
  about: "Over dit evenement",
  speakers: "Sprekers",
  venue: "Op locatie",
  phases: {
    scheduled: "Binnenkort",
    lobby: "Begint zo",
    live: "Nu live",
    ended: "Afgelopen",
    "on-demand": "On demand",
    expired: "Voorbij",
  },
  byInvitation: "De organisator meldt deelnemers aan.",
  registrationClosed: "De aanmelding is gesloten.",
  lobby: "Het evenement begint over enkele minuten.",
  live: "Het evenement is nu bezig, voor wie is aangemeld.",
  ended: "Het evenement is afgelopen. De opname volgt op {date}.",
  onDemand: "Wie is aangemeld kan de opname tot {date} bekijken.",
  expired: "Het evenement is voorbij en niet meer te bekijken.",
  previous: "Vorige",
  next: "Volgende",
  slide: "Dia {page} van {pages}",
};

const japanese: AudienceTexts = {
  when: "日時",
  yourTime: "お客様の時間：",
  about: "イベントについて",
  speakers: "講演者",
  venue: "会場",
  phases: {
    scheduled: "開催予定",
    lobby: "まもなく開始",
    live: "ライブ配信中",
    ended: "終了",
    "on-demand": "オンデマンド",
    expired: "配信終了",
  },
  byInvitation: "参加者の登録は主催者が行います。",
  registrationClosed: "登録の受付は終了しました。",
  lobby: "イベントはまもなく始まります。",
  live: "イベントは現在、登録済みの方を対象に開催中です。",
  ended: "イベントは終了しました。録画は{date}に公開されます。",
  onDemand: "登録済みの方は{date}まで録画をご覧いただけます。",
  expired: "このイベントの配信は終了しました。",
  previous: "前へ",
  next: "次へ",
  slide: "スライド {page} / {pages}",
};

const arabic: AudienceTexts = {
  when: "الموعد",
  yourTime: "بتوقيتك:",
  about: "عن هذا الحدث",
  speakers: "المتحدثون",
  venue: "الحضور الشخصي",
  phases: {
    scheduled: "قريبًا",
    lobby: "يبدأ بعد قليل",
    live: "مباشر الآن",
    ended: "انتهى",
    "on-demand": "حسب الطلب",
    expired: "منتهٍ",
  },
  byInvitation: "يتولى المنظِّم تسجيل المشاركين في هذا الحدث.",
  registrationClosed: "التسجيل في هذا الحدث مغلق.",
  lobby: "يبدأ هذا الحدث خلال دقائق.",
  live: "يُقام هذا الحدث الآن للمسجَّلين.",
  ended: "انتهى هذا الحدث. سيتوفر التسجيل المصوَّر في {date}.",
  onDemand: "يمكن للمسجَّلين مشاهدة التسجيل المصوَّر حتى {date}.",
  expired: "انتهى هذا الحدث ولم تعد مشاهدته ممكنة.",
  previous: "السابق",
  next: "التالي",
  slide: "الشريحة {page} من {pages}",
};

const hebrew: AudienceTexts = {
  when: "מתי",
  yourTime: "לפי השעון שלך:",
  about: "על האירוע",
  speakers: "דוברים",
  venue: "במקום",
  phases: {
    scheduled: "בקרוב",
    lobby: "מתחיל בקרוב",
    live: "בשידור חי",
    ended: "הסתיים",
    "on-demand": "לפי דרישה",
    expired: "נסגר",
  },
  byInvitation: "המארגן רושם את המשתתפים לאירוע.",
  registrationClosed: "ההרשמה לאירוע סגורה.",
  lobby: "האירוע מתחיל בעוד כמה דקות.",
  live: "האירוע מתקיים כעת, לנרשמים.",
  ended: "האירוע הסתיים. ההקלטה תהיה זמינה ב־{date}.",
  onDemand: "נרשמים יכולים לצפות בהקלטה עד {date}.",
  expired: "האירוע הסתיים ואי אפשר עוד לצפות בו.",
  previous: "הקודם",
  next: "הבא",
  slide: "שקופית {page} מתוך {pages}",
};

const translations: Readonly<Record<string, AudienceTexts>> = {
  de: german,
  fr: french,
  es: spanish,
  it: italian,
  pt: portuguese,
  nl: dutch,
  ja: japanese,
  ar: arabic,
  he: hebrew,
};
