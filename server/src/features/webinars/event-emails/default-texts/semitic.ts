import type { Phrases } from "./phrases.ts";

export const arabic: Phrases = {
  when: "التاريخ والوقت: #EVENTDATE#\nالمدة: #EVENTDURATION# دقيقة",
  join: "انضم من هنا: #JOINURL#",
  addToCalendar: "أضف الموعد إلى تقويمك: #CALENDARURL#",
  cancel: "إلغاء تسجيلك: #CANCELURL#",
  help: "هل تحتاج إلى مساعدة؟ #EVENTHELPURL#",
  unsubscribe: "إيقاف الرسائل المتعلقة بهذه الندوة: #UNSUBSCRIBEURL#",
  keepPrivate: "هذا الرابط خاص بك وحدك، فنرجو عدم مشاركته.",
  mails: {
    confirmation: [
      "تأكيد التسجيل - #EVENTTITLE#",
      "شكرًا لتسجيلك في #EVENTTITLE#. يُرجى الاحتفاظ بهذه الرسالة، ففيها كل ما تحتاج إليه للانضمام.",
    ],
    "reminder-1": ["تذكير - #EVENTTITLE#", "نودّ تذكيرك بأن موعد #EVENTTITLE# يقترب."],
    "reminder-2": ["تبدأ قريبًا - #EVENTTITLE#", "تبدأ #EVENTTITLE# قريبًا، في الساعة #EVENTTIME#."],
    "reminder-3": ["على وشك البدء - #EVENTTITLE#", "#EVENTTITLE# على وشك البدء. يسعدنا حضورك."],
    "follow-up-attended": [
      "شكرًا لحضورك #EVENTTITLE#",
      "شكرًا لحضورك #EVENTTITLE#. نأمل أنها كانت مفيدة لك، ويمكنك مشاهدتها مجددًا متى شئت.",
    ],
    "follow-up-missed": [
      "افتقدناك في #EVENTTITLE#",
      "يؤسفنا أنك لم تتمكن من الانضمام إلى #EVENTTITLE#. ما زال بإمكانك مشاهدتها.",
    ],
  },
  watchAgain: "شاهدها مجددًا: #JOINURL#",
  watch: "شاهدها الآن: #JOINURL#",
  entry: {
    subject: "تذكير - #EVENTTITLE#",
    location: "ندوة عبر الإنترنت",
    says: "شكرًا لتسجيلك في #EVENTTITLE#.",
  },
};

export const hebrew: Phrases = {
  when: "תאריך ושעה: #EVENTDATE#\nמשך: #EVENTDURATION# דקות",
  join: "להצטרפות: #JOINURL#",
  addToCalendar: "הוספה ליומן: #CALENDARURL#",
  cancel: "ביטול ההרשמה: #CANCELURL#",
  help: "צריכים עזרה? #EVENTHELPURL#",
  unsubscribe: "להפסקת הדואר על הוובינר הזה: #UNSUBSCRIBEURL#",
  keepPrivate: "הקישור אישי; נא לא לשתף אותו.",
  mails: {
    confirmation: [
      "אישור הרשמה - #EVENTTITLE#",
      "תודה על ההרשמה ל־#EVENTTITLE#. כדאי לשמור את ההודעה הזו: יש בה כל מה שדרוש כדי להצטרף.",
    ],
    "reminder-1": ["תזכורת - #EVENTTITLE#", "תזכורת ידידותית: #EVENTTITLE# מתקרב."],
    "reminder-2": ["מתחיל בקרוב - #EVENTTITLE#", "#EVENTTITLE# מתחיל בקרוב, בשעה #EVENTTIME#."],
    "reminder-3": ["עומד להתחיל - #EVENTTITLE#", "#EVENTTITLE# עומד להתחיל. נשמח לראותך."],
    "follow-up-attended": [
      "תודה על ההשתתפות ב־#EVENTTITLE#",
      "תודה על ההשתתפות ב־#EVENTTITLE#. אנו מקווים שהזמן הוקדש היטב, ואפשר לצפות שוב בכל עת.",
    ],
    "follow-up-missed": [
      "חסרת לנו ב־#EVENTTITLE#",
      "אנו מצטערים שלא התאפשר לך להצטרף ל־#EVENTTITLE#. עדיין לא מאוחר לצפות.",
    ],
  },
  watchAgain: "לצפייה חוזרת: #JOINURL#",
  watch: "לצפייה עכשיו: #JOINURL#",
  entry: {
    subject: "תזכורת - #EVENTTITLE#",
    location: "וובינר",
    says: "תודה על ההרשמה ל־#EVENTTITLE#.",
  },
};
