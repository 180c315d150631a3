import type { Phase } from "./event-phase.ts";

/** What the pages of the audience say themselves; everything else on them is the producer's. */
export interface AudienceTexts {
  readonly when: string;
  readonly yourTime: string;
  readonly about: string;
  readonly speakers: string;
  readonly venue: string;
  readonly phases: Readonly<Record<Phase, string>>;
  readonly previous: string;
  readonly next: string;
  /** With {page} and {pages}. */
  readonly slide: string;
}

/** In the event's language; in English where nobody has translated yet. */
export function audienceTextsIn(languageCode: string): AudienceTexts {
  return translations[languageCode] ?? english;
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
  previous: "前へ",
  next: "次へ",
  slide: "スライド {page} / {pages}",
};

const korean: AudienceTexts = {
  when: "일시",
  yourTime: "현지 시간:",
  about: "이벤트 소개",
  speakers: "발표자",
  venue: "현장 참가",
  phases: {
    scheduled: "예정",
    lobby: "곧 시작",
    live: "진행 중",
    ended: "종료",
    "on-demand": "다시 보기",
    expired: "마감",
  },
  previous: "이전",
  next: "다음",
  slide: "슬라이드 {page} / {pages}",
};

const chinese: AudienceTexts = {
  when: "时间",
  yourTime: "您的当地时间：",
  about: "活动介绍",
  speakers: "演讲嘉宾",
  venue: "现场参加",
  phases: {
    scheduled: "即将举行",
    lobby: "马上开始",
    live: "正在直播",
    ended: "已结束",
    "on-demand": "点播",
    expired: "已下线",
  },
  previous: "上一页",
  next: "下一页",
  slide: "第 {page} 页，共 {pages} 页",
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
  ko: korean,
  zh: chinese,
  ar: arabic,
  he: hebrew,
};
