import type { Phrases } from "./phrases.ts";

export const french: Phrases = {
  when: "Date et heure : #EVENTDATE#\nDurée : #EVENTDURATION# minutes",
  join: "Participer : #JOINURL#",
  addToCalendar: "Ajouter à votre agenda : #CALENDARURL#",
  cancel: "Annuler votre inscription : #CANCELURL#",
  help: "Besoin d’aide ? #EVENTHELPURL#",
  unsubscribe: "Ne plus recevoir d’e-mails sur ce webinaire : #UNSUBSCRIBEURL#",
  keepPrivate: "Ce lien vous est personnel ; merci de ne pas le partager.",
  mails: {
    confirmation: [
      "Confirmation - #EVENTTITLE#",
      "Merci pour votre inscription à #EVENTTITLE#. Conservez cet e-mail : il contient tout ce qu’il vous faut pour participer.",
    ],
    "reminder-1": ["Rappel - #EVENTTITLE#", "Petit rappel : #EVENTTITLE# approche."],
    "reminder-2": ["Bientôt - #EVENTTITLE#", "#EVENTTITLE# commence bientôt, à #EVENTTIME#."],
    "reminder-3": [
      "Sur le point de commencer - #EVENTTITLE#",
      "#EVENTTITLE# est sur le point de commencer. Nous serons heureux de vous y retrouver.",
    ],
    "follow-up-attended": [
      "Merci d’avoir participé à #EVENTTITLE#",
      "Merci d’avoir participé à #EVENTTITLE#. Nous espérons que ce moment vous a été utile. Vous pouvez le revoir quand vous le souhaitez.",
    ],
    "follow-up-missed": [
      "Vous nous avez manqué - #EVENTTITLE#",
      "Nous regrettons que vous n’ayez pas pu assister à #EVENTTITLE#. Il n’est pas trop tard pour le voir.",
    ],
  },
  watchAgain: "Revoir le webinaire : #JOINURL#",
  watch: "Voir le webinaire : #JOINURL#",
  entry: {
    subject: "Rappel - #EVENTTITLE#",
    location: "Webinaire",
    says: "Merci pour votre inscription à #EVENTTITLE#.",
  },
};

export const spanish: Phrases = {
  when: "Fecha y hora: #EVENTDATE#\nDuración: #EVENTDURATION# minutos",
  join: "Participar: #JOINURL#",
  addToCalendar: "Añadir a su calendario: #CALENDARURL#",
  cancel: "Cancelar su inscripción: #CANCELURL#",
  help: "¿Necesita ayuda? #EVENTHELPURL#",
  unsubscribe: "No recibir más correos sobre este seminario web: #UNSUBSCRIBEURL#",
  keepPrivate: "El enlace es personal; le rogamos que no lo comparta.",
  mails: {
    confirmation: [
      "Confirmación - #EVENTTITLE#",
      "Gracias por inscribirse en #EVENTTITLE#. Guarde este correo: contiene todo lo que necesita para participar.",
    ],
    "reminder-1": ["Recordatorio - #EVENTTITLE#", "Le recordamos que se acerca #EVENTTITLE#."],
    "reminder-2": ["Empieza pronto - #EVENTTITLE#", "#EVENTTITLE# empieza pronto, a las #EVENTTIME#."],
    "reminder-3": [
      "Está a punto de empezar - #EVENTTITLE#",
      "#EVENTTITLE# está a punto de empezar. Será un placer contar con usted.",
    ],
    "follow-up-attended": [
      "Gracias por asistir a #EVENTTITLE#",
      "Gracias por asistir a #EVENTTITLE#. Esperamos que haya merecido la pena. Puede volver a verlo cuando quiera.",
    ],
    "follow-up-missed": [
      "Le echamos de menos en #EVENTTITLE#",
      "Sentimos que no pudiera acompañarnos en #EVENTTITLE#. Todavía está a tiempo de verlo.",
    ],
  },
  watchAgain: "Volver a verlo: #JOINURL#",
  watch: "Verlo ahora: #JOINURL#",
  entry: {
    subject: "Recordatorio - #EVENTTITLE#",
    location: "Seminario web",
    says: "Gracias por inscribirse en #EVENTTITLE#.",
  },
};

export const italian: Phrases = {
  when: "Data e ora: #EVENTDATE#\nDurata: #EVENTDURATION# minuti",
  join: "Partecipa: #JOINURL#",
  addToCalendar: "Aggiungi al calendario: #CALENDARURL#",
  cancel: "Annulla l’iscrizione: #CANCELURL#",
  help: "Serve aiuto? #EVENTHELPURL#",
  unsubscribe: "Non ricevere più e-mail su questo webinar: #UNSUBSCRIBEURL#",
  keepPrivate: "Il link è personale: ti preghiamo di non condividerlo.",
  mails: {
    confirmation: [
      "Conferma - #EVENTTITLE#",
      "Grazie per l’iscrizione a #EVENTTITLE#. Conserva questa e-mail: contiene tutto ciò che serve per partecipare.",
    ],
    "reminder-1": ["Promemoria - #EVENTTITLE#", "Ti ricordiamo che #EVENTTITLE# si avvicina."],
    "reminder-2": ["Inizia a breve - #EVENTTITLE#", "#EVENTTITLE# inizia a breve, alle #EVENTTIME#."],
    "reminder-3": ["Sta per iniziare - #EVENTTITLE#", "#EVENTTITLE# sta per iniziare. Ti aspettiamo."],
    "follow-up-attended": [
      "Grazie per aver partecipato a #EVENTTITLE#",
      "Grazie per aver partecipato a #EVENTTITLE#. Speriamo che ne sia valsa la pena. Puoi rivederlo quando vuoi.",
    ],
    "follow-up-missed": [
      "Ci è dispiaciuto non vederti a #EVENTTITLE#",
      "Ci dispiace che non sia stato possibile averti con noi a #EVENTTITLE#. Non è troppo tardi per vederlo.",
    ],
  },
  watchAgain: "Rivedi il webinar: #JOINURL#",
  watch: "Guarda il webinar: #JOINURL#",
  entry: {
    subject: "Promemoria - #EVENTTITLE#",
    location: "Webinar",
    says: "Grazie per l’iscrizione a #EVENTTITLE#.",
  },
};

export const portuguese: Phrases = {
  when: "Data e hora: #EVENTDATE#\nDuração: #EVENTDURATION# minutos",
  join: "Participar: #JOINURL#",
  addToCalendar: "Adicionar ao seu calendário: #CALENDARURL#",
  cancel: "Cancelar a sua inscrição: #CANCELURL#",
  help: "Precisa de ajuda? #EVENTHELPURL#",
  unsubscribe: "Não receber mais e-mails sobre este webinar: #UNSUBSCRIBEURL#",
  keepPrivate: "O link é pessoal; por favor, não o compartilhe.",
  mails: {
    confirmation: [
      "Confirmação - #EVENTTITLE#",
      "Agradecemos a sua inscrição em #EVENTTITLE#. Guarde este e-mail: ele contém tudo o que é preciso para participar.",
    ],
    "reminder-1": ["Lembrete - #EVENTTITLE#", "Lembramos que #EVENTTITLE# está chegando."],
    "reminder-2": ["Começa em breve - #EVENTTITLE#", "#EVENTTITLE# começa em breve, às #EVENTTIME#."],
    "reminder-3": ["Prestes a começar - #EVENTTITLE#", "#EVENTTITLE# está prestes a começar. Esperamos por você."],
    "follow-up-attended": [
      "Agradecemos a sua participação em #EVENTTITLE#",
      "Agradecemos a sua participação em #EVENTTITLE#. Esperamos que tenha valido a pena. Você pode assistir de novo quando quiser.",
    ],
    "follow-up-missed": [
      "Sentimos a sua falta em #EVENTTITLE#",
      "É uma pena que você não tenha podido participar de #EVENTTITLE#. Ainda dá tempo de assistir.",
    ],
  },
  watchAgain: "Assistir de novo: #JOINURL#",
  watch: "Assistir agora: #JOINURL#",
  entry: {
    subject: "Lembrete - #EVENTTITLE#",
    location: "Webinar",
    says: "Agradecemos a sua inscrição em #EVENTTITLE#.",
  },
};
