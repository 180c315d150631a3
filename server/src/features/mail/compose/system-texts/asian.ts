import type { SystemPhrases } from "./system-phrases.ts";

export const japanese: SystemPhrases = {
  mails: {
    "confirm-address": [
      "メールアドレスの確認のお願い - #EVENTTITLE#",
      "「#EVENTTITLE#」にご関心をお寄せいただき、ありがとうございます。登録を完了するには、このメールアドレスがご本人のものであることをご確認ください。",
    ],
    "approval-pending": [
      "お申し込みを受け付けました - #EVENTTITLE#",
      "「#EVENTTITLE#」にお申し込みいただき、ありがとうございます。主催者が内容を確認しております。承認されましたら、メールでお知らせいたします。",
    ],
    denied: [
      "お申し込みについて - #EVENTTITLE#",
      "「#EVENTTITLE#」にお申し込みいただき、ありがとうございました。誠に申し訳ございませんが、今回は主催者の判断によりお受けできませんでした。",
    ],
    waitlisted: [
      "キャンセル待ちのお知らせ - #EVENTTITLE#",
      "「#EVENTTITLE#」にお申し込みいただき、ありがとうございます。現在満席のため、キャンセル待ちとして承りました。お席をご用意でき次第、メールでお知らせいたします。",
    ],
    moved: [
      "変更のお知らせ - #EVENTTITLE#",
      "ご登録いただいた「#EVENTTITLE#」の内容に変更がありました。現在の内容は次のとおりです。ご登録はそのまま有効です。",
    ],
    cancelled: [
      "開催中止のお知らせ - #EVENTTITLE#",
      "#EVENTDATE# に予定しておりました「#EVENTTITLE#」は、開催を中止することとなりました。お客様のお手続きは必要ありません。",
    ],
  },
  confirm: "メールアドレスを確認する：#CONFIRMURL#",
  notYou:
    "お心当たりのない場合は、このメールを破棄してください。確認のお手続きがない限り、今後メールをお送りすることはありません。",
  apology: "ご迷惑をおかけし、誠に申し訳ございません。またの機会にご参加いただけますと幸いです。",
};

export const korean: SystemPhrases = {
  mails: {
    "confirm-address": [
      "이메일 주소를 확인해 주세요 - #EVENTTITLE#",
      "‘#EVENTTITLE#’에 관심을 가져 주셔서 감사합니다. 한 단계만 남았습니다. 본인의 이메일 주소가 맞는지 확인해 주세요.",
    ],
    "approval-pending": [
      "등록 신청이 접수되었습니다 - #EVENTTITLE#",
      "‘#EVENTTITLE#’에 등록을 신청해 주셔서 감사합니다. 주최자가 신청을 검토하고 있으며, 승인되면 이메일로 알려 드리겠습니다.",
    ],
    denied: [
      "등록 신청 결과 안내 - #EVENTTITLE#",
      "‘#EVENTTITLE#’에 관심을 가져 주셔서 감사합니다. 아쉽게도 주최자가 등록 신청을 승인하지 못했습니다.",
    ],
    waitlisted: [
      "대기자 명단에 등록되었습니다 - #EVENTTITLE#",
      "‘#EVENTTITLE#’에 등록을 신청해 주셔서 감사합니다. 현재 모든 자리가 찼기 때문에 대기자 명단에 등록되었습니다. 자리가 생기면 이메일로 알려 드리겠습니다.",
    ],
    moved: [
      "변경 안내 - #EVENTTITLE#",
      "등록하신 ‘#EVENTTITLE#’의 내용이 변경되었습니다. 변경된 내용은 다음과 같으며, 등록은 그대로 유효합니다.",
    ],
    cancelled: [
      "취소 안내 - #EVENTTITLE#",
      "#EVENTDATE#에 예정되었던 ‘#EVENTTITLE#’ 웨비나가 취소되었음을 알려 드립니다. 따로 하실 일은 없습니다.",
    ],
  },
  confirm: "이메일 주소 확인하기: #CONFIRMURL#",
  notYou:
    "등록을 신청하지 않으셨다면 이 이메일을 무시하셔도 됩니다. 확인하지 않으시면 더 이상 이메일을 보내지 않습니다.",
  apology: "불편을 드려 죄송합니다. 다음 기회에 뵙기를 바랍니다.",
};

export const chinese: SystemPhrases = {
  mails: {
    "confirm-address": [
      "请确认您的邮箱地址 - #EVENTTITLE#",
      "感谢您关注“#EVENTTITLE#”。只差最后一步：请确认此邮箱地址属于您本人。",
    ],
    "approval-pending": [
      "我们已收到您的注册申请 - #EVENTTITLE#",
      "感谢您注册“#EVENTTITLE#”。主办方会逐一审核注册申请，通过后我们会发邮件通知您。",
    ],
    denied: ["您的注册申请 - #EVENTTITLE#", "感谢您关注“#EVENTTITLE#”。很抱歉，主办方未能通过您的注册申请。"],
    waitlisted: [
      "您已进入候补名单 - #EVENTTITLE#",
      "感谢您注册“#EVENTTITLE#”。目前名额已满，您已进入候补名单。一旦有名额，我们会发邮件通知您。",
    ],
    moved: ["变更通知 - #EVENTTITLE#", "您已注册的“#EVENTTITLE#”有所变更，最新信息如下。您的注册仍然有效。"],
    cancelled: [
      "取消通知 - #EVENTTITLE#",
      "很抱歉通知您：原定于#EVENTDATE#举行的“#EVENTTITLE#”已取消。您无需进行任何操作。",
    ],
  },
  confirm: "确认我的邮箱地址：#CONFIRMURL#",
  notYou: "如果您没有注册，请忽略此邮件。未经确认，我们不会再给您发送邮件。",
  apology: "对由此带来的不便，我们深表歉意，期待下次与您相见。",
};
