/** What the audience reads of signing in; everything else they see is of the event's pages. */
export interface SignInTexts {
  readonly failed: string;
  /** For all that is wrong with an answer: who forged it learns nothing, and others can do no more. */
  readonly notAccepted: string;
  readonly beginAgain: string;
  readonly noEmail: string;
  readonly noTarget: string;
  readonly unconfirmed: string;
  readonly pending: string;
  readonly waitlisted: string;
  readonly denied: string;
  readonly thanks: string;
  readonly toEvent: string;
  readonly signedOut: string;
  readonly closeBrowser: string;
}

/** In a language of Lectern's; in English for any other. */
export function signInTextsIn(languageCode: string): SignInTexts {
  return translations[languageCode] ?? english;
}

/** Whether the texts are really in that language, for the page to say in which it is. */
export function textLanguage(languageCode: string): string {
  return translations[languageCode] ? languageCode : "en";
}

const english: SignInTexts = {
  failed: "You could not be signed in",
  notAccepted: "The answer of your identity provider was not accepted. Please begin again from the page of the event.",
  beginAgain: "This sign-in took too long, or was used already. Please begin again from the page of the event.",
  noEmail: "Your identity provider did not tell your e-mail address. Please ask whoever manages your account there.",
  noTarget: "You are signed in, but the link did not say for what. Please open the page of the event.",
  unconfirmed: "Please confirm your e-mail address: we have sent you a mail with a link.",
  pending: "The organiser looks at each registration. You get a mail once yours is decided.",
  waitlisted: "The event is full. You are on the waiting list, and you get a mail if a seat becomes free.",
  denied: "The organiser did not accept your registration.",
  thanks: "Thank you for registering",
  toEvent: "To the event",
  signedOut: "You are signed out",
  closeBrowser: "Others can no longer use this browser in your name. You can close this page.",
};

const translations: Readonly<Record<string, SignInTexts>> = {
  en: english,
  de: {
    failed: "Die Anmeldung ist fehlgeschlagen",
    notAccepted:
      "Die Antwort Ihres Anmeldedienstes wurde nicht angenommen. Bitte beginnen Sie auf der Seite der Veranstaltung von vorn.",
    beginAgain:
      "Diese Anmeldung hat zu lange gedauert oder wurde schon benutzt. Bitte beginnen Sie auf der Seite der Veranstaltung von vorn.",
    noEmail:
      "Ihr Anmeldedienst hat Ihre E-Mail-Adresse nicht mitgeteilt. Bitte wenden Sie sich an die Verwaltung Ihres Kontos.",
    noTarget:
      "Sie sind angemeldet, aber der Link nannte keine Veranstaltung. Bitte öffnen Sie die Seite der Veranstaltung.",
    unconfirmed: "Bitte bestätigen Sie Ihre E-Mail-Adresse: Wir haben Ihnen eine E-Mail mit einem Link geschickt.",
    pending: "Der Veranstalter prüft jede Anmeldung. Sie erhalten eine E-Mail, sobald über Ihre entschieden ist.",
    waitlisted:
      "Die Veranstaltung ist voll. Sie stehen auf der Warteliste und erhalten eine E-Mail, wenn ein Platz frei wird.",
    denied: "Der Veranstalter hat Ihre Anmeldung nicht angenommen.",
    thanks: "Vielen Dank für Ihre Anmeldung",
    toEvent: "Zur Veranstaltung",
    signedOut: "Sie sind abgemeldet",
    closeBrowser: "Niemand kann diesen Browser mehr in Ihrem Namen benutzen. Sie können diese Seite schließen.",
  },
  fr: {
    failed: "La connexion a échoué",
    notAccepted:
      "La réponse de votre fournisseur d’identité n’a pas été acceptée. Veuillez recommencer depuis la page de l’événement.",
    beginAgain:
      "Cette connexion a pris trop de temps ou a déjà servi. Veuillez recommencer depuis la page de l’événement.",
    noEmail:
      "Votre fournisseur d’identité n’a pas communiqué votre adresse e-mail. Veuillez vous adresser à la personne qui gère votre compte.",
    noTarget: "Vous êtes connecté, mais le lien n’indiquait aucun événement. Veuillez ouvrir la page de l’événement.",
    unconfirmed: "Veuillez confirmer votre adresse e-mail : nous vous avons envoyé un message avec un lien.",
    pending: "L’organisateur examine chaque inscription. Vous recevrez un e-mail dès que la vôtre sera décidée.",
    waitlisted:
      "L’événement est complet. Vous êtes sur la liste d’attente et recevrez un e-mail si une place se libère.",
    denied: "L’organisateur n’a pas accepté votre inscription.",
    thanks: "Merci de votre inscription",
    toEvent: "Vers l’événement",
    signedOut: "Vous êtes déconnecté",
    closeBrowser: "Personne ne peut plus utiliser ce navigateur en votre nom. Vous pouvez fermer cette page.",
  },
  es: {
    failed: "No se pudo iniciar la sesión",
    notAccepted:
      "La respuesta de su proveedor de identidad no fue aceptada. Empiece de nuevo desde la página del evento.",
    beginAgain: "Este inicio de sesión tardó demasiado o ya se utilizó. Empiece de nuevo desde la página del evento.",
    noEmail:
      "Su proveedor de identidad no comunicó su dirección de correo. Consulte a quien administra su cuenta allí.",
    noTarget: "Ha iniciado sesión, pero el enlace no indicaba para qué. Abra la página del evento.",
    unconfirmed: "Confirme su dirección de correo: le hemos enviado un mensaje con un enlace.",
    pending: "El organizador revisa cada inscripción. Recibirá un correo cuando se decida la suya.",
    waitlisted: "El evento está completo. Está en la lista de espera y recibirá un correo si queda libre una plaza.",
    denied: "El organizador no aceptó su inscripción.",
    thanks: "Gracias por inscribirse",
    toEvent: "Al evento",
    signedOut: "Ha cerrado la sesión",
    closeBrowser: "Ya nadie puede usar este navegador en su nombre. Puede cerrar esta página.",
  },
  it: {
    failed: "Accesso non riuscito",
    notAccepted: "La risposta del suo provider di identità non è stata accettata. Ricominci dalla pagina dell’evento.",
    beginAgain: "Questo accesso ha richiesto troppo tempo o è già stato usato. Ricominci dalla pagina dell’evento.",
    noEmail:
      "Il suo provider di identità non ha comunicato il suo indirizzo e-mail. Si rivolga a chi gestisce il suo account.",
    noTarget: "L’accesso è riuscito, ma il link non indicava per quale evento. Apra la pagina dell’evento.",
    unconfirmed: "Confermi il suo indirizzo e-mail: le abbiamo inviato un messaggio con un link.",
    pending: "L’organizzatore esamina ogni iscrizione. Riceverà un’e-mail quando la sua sarà decisa.",
    waitlisted: "L’evento è al completo. È in lista d’attesa e riceverà un’e-mail se si libera un posto.",
    denied: "L’organizzatore non ha accettato la sua iscrizione.",
    thanks: "Grazie per l’iscrizione",
    toEvent: "All’evento",
    signedOut: "È uscito",
    closeBrowser: "Nessuno può più usare questo browser a suo nome. Può chiudere questa pagina.",
  },
  pt: {
    failed: "Não foi possível iniciar a sessão",
    notAccepted:
      "A resposta do seu fornecedor de identidade não foi aceite. Comece de novo a partir da página do evento.",
    beginAgain: "Este início de sessão demorou demasiado ou já foi usado. Comece de novo a partir da página do evento.",
    noEmail: "O seu fornecedor de identidade não comunicou o seu endereço de e-mail. Fale com quem gere a sua conta.",
    noTarget: "Iniciou sessão, mas a ligação não indicava para quê. Abra a página do evento.",
    unconfirmed: "Confirme o seu endereço de e-mail: enviámos-lhe uma mensagem com uma ligação.",
    pending: "O organizador analisa cada inscrição. Receberá um e-mail quando a sua for decidida.",
    waitlisted: "O evento está cheio. Está na lista de espera e receberá um e-mail se houver um lugar livre.",
    denied: "O organizador não aceitou a sua inscrição.",
    thanks: "Obrigado pela sua inscrição",
    toEvent: "Para o evento",
    signedOut: "Terminou a sessão",
    closeBrowser: "Mais ninguém pode usar este navegador em seu nome. Pode fechar esta página.",
  },
  nl: {
    failed: "Het aanmelden is mislukt",
    notAccepted:
      "Het antwoord van uw identiteitsprovider is niet geaccepteerd. Begin opnieuw op de pagina van het evenement.",
    beginAgain: "Dit aanmelden duurde te lang of is al gebruikt. Begin opnieuw op de pagina van het evenement.",
    noEmail: "Uw identiteitsprovider heeft uw e-mailadres niet doorgegeven. Vraag het aan wie daar uw account beheert.",
    noTarget: "U bent aangemeld, maar de link zei niet waarvoor. Open de pagina van het evenement.",
    unconfirmed: "Bevestig uw e-mailadres: we hebben u een bericht met een link gestuurd.",
    pending: "De organisator bekijkt elke registratie. U krijgt een e-mail zodra over de uwe is beslist.",
    waitlisted: "Het evenement is vol. U staat op de wachtlijst en krijgt een e-mail als er een plaats vrijkomt.",
    denied: "De organisator heeft uw registratie niet geaccepteerd.",
    thanks: "Bedankt voor uw registratie",
    toEvent: "Naar het evenement",
    signedOut: "U bent afgemeld",
    closeBrowser: "Niemand kan deze browser meer in uw naam gebruiken. U kunt deze pagina sluiten.",
  },
  ja: {
    failed: "サインインできませんでした",
    notAccepted: "ID プロバイダーの応答を受け付けられませんでした。イベントのページからやり直してください。",
    beginAgain: "サインインの期限が切れたか、すでに使用されています。イベントのページからやり直してください。",
    noEmail: "ID プロバイダーからメールアドレスが通知されませんでした。アカウントの管理者にお問い合わせください。",
    noTarget: "サインインしましたが、リンクにイベントの指定がありません。イベントのページを開いてください。",
    unconfirmed: "メールアドレスを確認してください。リンクを記載したメールをお送りしました。",
    pending: "主催者が登録を一件ずつ確認しています。決まりしだいメールでお知らせします。",
    waitlisted: "イベントは満席です。キャンセル待ちに登録されました。空席が出たらメールでお知らせします。",
    denied: "主催者が登録を承認しませんでした。",
    thanks: "ご登録ありがとうございます",
    toEvent: "イベントへ",
    signedOut: "サインアウトしました",
    closeBrowser: "このブラウザーが他の人にあなたの名前で使われることはありません。このページを閉じてかまいません。",
  },
  ko: {
    failed: "로그인하지 못했습니다",
    notAccepted: "ID 공급자의 응답이 승인되지 않았습니다. 이벤트 페이지에서 다시 시작해 주세요.",
    beginAgain: "로그인 시간이 초과되었거나 이미 사용되었습니다. 이벤트 페이지에서 다시 시작해 주세요.",
    noEmail: "ID 공급자가 이메일 주소를 알려 주지 않았습니다. 계정 관리자에게 문의해 주세요.",
    noTarget: "로그인했지만 링크에 이벤트가 지정되어 있지 않습니다. 이벤트 페이지를 열어 주세요.",
    unconfirmed: "이메일 주소를 확인해 주세요. 링크가 담긴 메일을 보냈습니다.",
    pending: "주최자가 등록을 하나씩 검토합니다. 결정되면 메일로 알려 드립니다.",
    waitlisted: "이벤트 정원이 찼습니다. 대기자 명단에 올랐으며 자리가 나면 메일로 알려 드립니다.",
    denied: "주최자가 등록을 승인하지 않았습니다.",
    thanks: "등록해 주셔서 감사합니다",
    toEvent: "이벤트로 이동",
    signedOut: "로그아웃했습니다",
    closeBrowser: "이제 다른 사람이 이 브라우저를 귀하의 이름으로 사용할 수 없습니다. 이 페이지를 닫아도 됩니다.",
  },
  zh: {
    failed: "无法登录",
    notAccepted: "您的身份提供商的响应未被接受。请从活动页面重新开始。",
    beginAgain: "此次登录时间过长或已被使用。请从活动页面重新开始。",
    noEmail: "您的身份提供商未提供您的电子邮件地址。请联系管理您帐户的人员。",
    noTarget: "您已登录，但链接未说明是哪个活动。请打开活动页面。",
    unconfirmed: "请确认您的电子邮件地址：我们已向您发送一封带有链接的邮件。",
    pending: "主办方会审核每一份注册。结果确定后，您会收到邮件。",
    waitlisted: "活动名额已满。您已进入候补名单，如有空位，您会收到邮件。",
    denied: "主办方未接受您的注册。",
    thanks: "感谢您的注册",
    toEvent: "前往活动",
    signedOut: "您已退出登录",
    closeBrowser: "其他人无法再以您的名义使用此浏览器。您可以关闭此页面。",
  },
  ar: {
    failed: "تعذّر تسجيل الدخول",
    notAccepted: "لم تُقبل إجابة موفّر الهوية. يُرجى البدء من جديد من صفحة الفعالية.",
    beginAgain: "استغرق تسجيل الدخول وقتًا طويلاً أو استُخدم من قبل. يُرجى البدء من جديد من صفحة الفعالية.",
    noEmail: "لم يُبلّغ موفّر الهوية بعنوان بريدك الإلكتروني. يُرجى سؤال من يدير حسابك هناك.",
    noTarget: "تم تسجيل دخولك، لكن الرابط لم يحدّد الفعالية. يُرجى فتح صفحة الفعالية.",
    unconfirmed: "يُرجى تأكيد عنوان بريدك الإلكتروني: أرسلنا إليك رسالة تحتوي على رابط.",
    pending: "ينظر المنظّم في كل تسجيل. ستصلك رسالة عند البتّ في تسجيلك.",
    waitlisted: "اكتمل العدد. أنت على قائمة الانتظار، وستصلك رسالة إذا شغر مقعد.",
    denied: "لم يقبل المنظّم تسجيلك.",
    thanks: "شكرًا لتسجيلك",
    toEvent: "إلى الفعالية",
    signedOut: "تم تسجيل خروجك",
    closeBrowser: "لم يعد بإمكان الآخرين استخدام هذا المتصفح باسمك. يمكنك إغلاق هذه الصفحة.",
  },
  he: {
    failed: "הכניסה לא הצליחה",
    notAccepted: "תשובת ספק הזהות שלך לא התקבלה. נא להתחיל מחדש מדף האירוע.",
    beginAgain: "הכניסה ארכה זמן רב מדי או שכבר נעשה בה שימוש. נא להתחיל מחדש מדף האירוע.",
    noEmail: "ספק הזהות לא מסר את כתובת הדוא״ל שלך. נא לפנות למי שמנהל את החשבון שלך.",
    noTarget: "נכנסת, אך הקישור לא ציין לאיזה אירוע. נא לפתוח את דף האירוע.",
    unconfirmed: "נא לאשר את כתובת הדוא״ל שלך: שלחנו אליך הודעה עם קישור.",
    pending: "המארגן בודק כל הרשמה. תישלח אליך הודעה כשתתקבל החלטה לגבי שלך.",
    waitlisted: "האירוע מלא. נוספת לרשימת ההמתנה, ותישלח אליך הודעה אם יתפנה מקום.",
    denied: "המארגן לא אישר את ההרשמה שלך.",
    thanks: "תודה על ההרשמה",
    toEvent: "אל האירוע",
    signedOut: "יצאת מהחשבון",
    closeBrowser: "אחרים אינם יכולים עוד להשתמש בדפדפן הזה בשמך. אפשר לסגור את הדף.",
  },
};
