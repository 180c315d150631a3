import type { Phrases } from "./phrases.ts";

export const japanese: Phrases = {
  when: "日時：#EVENTDATE#\n所要時間：#EVENTDURATION#分",
  join: "参加する：#JOINURL#",
  addToCalendar: "カレンダーに追加：#CALENDARURL#",
  cancel: "登録をキャンセル：#CANCELURL#",
  help: "お困りの場合：#EVENTHELPURL#",
  unsubscribe: "このウェビナーに関するメールの配信停止：#UNSUBSCRIBEURL#",
  keepPrivate: "このリンクはお客様専用です。他の方と共有しないようお願いいたします。",
  mails: {
    confirmation: [
      "ご登録の確認 - #EVENTTITLE#",
      "「#EVENTTITLE#」にご登録いただき、ありがとうございます。参加に必要な情報が記載されていますので、このメールを保管してください。",
    ],
    "reminder-1": ["リマインダー - #EVENTTITLE#", "「#EVENTTITLE#」の開催が近づいてまいりました。"],
    "reminder-2": [
      "まもなく開始 - #EVENTTITLE#",
      "「#EVENTTITLE#」はまもなく始まります。開始時刻は #EVENTTIME# です。",
    ],
    "reminder-3": ["開始直前 - #EVENTTITLE#", "「#EVENTTITLE#」が間もなく始まります。ご参加をお待ちしております。"],
    "follow-up-attended": [
      "ご参加ありがとうございました - #EVENTTITLE#",
      "「#EVENTTITLE#」にご参加いただき、ありがとうございました。お役に立てましたら幸いです。いつでもあらためてご覧いただけます。",
    ],
    "follow-up-missed": [
      "#EVENTTITLE# をご覧いただけます",
      "「#EVENTTITLE#」にご参加いただけず残念でした。これからでもご覧いただけます。",
    ],
  },
  watchAgain: "もう一度見る：#JOINURL#",
  watch: "オンデマンドで見る：#JOINURL#",
  entry: {
    subject: "リマインダー - #EVENTTITLE#",
    location: "ウェビナー",
    says: "「#EVENTTITLE#」にご登録いただき、ありがとうございます。",
  },
};

export const korean: Phrases = {
  when: "일시: #EVENTDATE#\n소요 시간: #EVENTDURATION#분",
  join: "참여하기: #JOINURL#",
  addToCalendar: "캘린더에 추가: #CALENDARURL#",
  cancel: "등록 취소: #CANCELURL#",
  help: "도움이 필요하신가요? #EVENTHELPURL#",
  unsubscribe: "이 웨비나에 관한 이메일 수신 거부: #UNSUBSCRIBEURL#",
  keepPrivate: "이 링크는 본인 전용이므로 다른 사람과 공유하지 마시기 바랍니다.",
  mails: {
    confirmation: [
      "등록 확인 - #EVENTTITLE#",
      "‘#EVENTTITLE#’ 등록이 완료되었습니다. 감사합니다. 참여에 필요한 정보가 모두 담겨 있으니 이 이메일을 보관해 주세요.",
    ],
    "reminder-1": ["알림 - #EVENTTITLE#", "‘#EVENTTITLE#’ 일정이 다가오고 있습니다."],
    "reminder-2": ["곧 시작 - #EVENTTITLE#", "‘#EVENTTITLE#’ 웨비나가 곧 시작됩니다. 시작 시간: #EVENTTIME#"],
    "reminder-3": ["시작 직전 - #EVENTTITLE#", "‘#EVENTTITLE#’ 웨비나가 이제 곧 시작됩니다. 많은 참여 바랍니다."],
    "follow-up-attended": [
      "참여해 주셔서 감사합니다 - #EVENTTITLE#",
      "‘#EVENTTITLE#’ 웨비나에 참여해 주셔서 감사합니다. 유익한 시간이었기를 바랍니다. 언제든지 다시 보실 수 있습니다.",
    ],
    "follow-up-missed": [
      "#EVENTTITLE# 다시 보기 안내",
      "‘#EVENTTITLE#’ 웨비나에 함께하지 못해 아쉬웠습니다. 지금도 시청하실 수 있습니다.",
    ],
  },
  watchAgain: "다시 보기: #JOINURL#",
  watch: "지금 시청하기: #JOINURL#",
  entry: {
    subject: "알림 - #EVENTTITLE#",
    location: "웨비나",
    says: "‘#EVENTTITLE#’에 등록해 주셔서 감사합니다.",
  },
};

export const chinese: Phrases = {
  when: "日期和时间：#EVENTDATE#\n时长：#EVENTDURATION# 分钟",
  join: "点此参加：#JOINURL#",
  addToCalendar: "添加到日历：#CALENDARURL#",
  cancel: "取消注册：#CANCELURL#",
  help: "需要帮助？#EVENTHELPURL#",
  unsubscribe: "不再接收有关本次网络研讨会的邮件：#UNSUBSCRIBEURL#",
  keepPrivate: "此链接仅供您本人使用，请勿转发。",
  mails: {
    confirmation: [
      "注册确认 - #EVENTTITLE#",
      "感谢您注册“#EVENTTITLE#”。请保存这封邮件，其中包含您参加所需的全部信息。",
    ],
    "reminder-1": ["提醒 - #EVENTTITLE#", "温馨提醒：“#EVENTTITLE#”即将举行。"],
    "reminder-2": ["即将开始 - #EVENTTITLE#", "“#EVENTTITLE#”即将开始，开始时间：#EVENTTIME#。"],
    "reminder-3": ["马上开始 - #EVENTTITLE#", "“#EVENTTITLE#”马上就要开始了，期待您的参与。"],
    "follow-up-attended": ["感谢您参加 #EVENTTITLE#", "感谢您参加“#EVENTTITLE#”，希望您有所收获。您可以随时再次观看。"],
    "follow-up-missed": ["欢迎观看 #EVENTTITLE#", "很遗憾您未能参加“#EVENTTITLE#”。现在观看也不迟。"],
  },
  watchAgain: "再次观看：#JOINURL#",
  watch: "点播观看：#JOINURL#",
  entry: {
    subject: "提醒 - #EVENTTITLE#",
    location: "网络研讨会",
    says: "感谢您注册“#EVENTTITLE#”。",
  },
};
