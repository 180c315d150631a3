import type { SystemPhrases } from "./system-phrases.ts";

export const french: SystemPhrases = {
  mails: {
    "confirm-address": [
      "Confirmez votre adresse e-mail - #EVENTTITLE#",
      "Merci de l’intérêt que vous portez à #EVENTTITLE#. Il reste une étape : veuillez confirmer que cette adresse e-mail est bien la vôtre.",
    ],
    "approval-pending": [
      "Nous avons bien reçu votre inscription - #EVENTTITLE#",
      "Merci pour votre inscription à #EVENTTITLE#. L’organisateur examine chaque inscription ; vous recevrez un e-mail dès que la vôtre sera acceptée.",
    ],
    denied: [
      "Votre inscription à #EVENTTITLE#",
      "Merci de l’intérêt que vous portez à #EVENTTITLE#. L’organisateur n’a malheureusement pas pu accepter votre inscription.",
    ],
    waitlisted: [
      "Vous êtes sur la liste d’attente - #EVENTTITLE#",
      "Merci pour votre inscription à #EVENTTITLE#. Toutes les places sont prises pour le moment ; vous êtes donc sur la liste d’attente. Vous recevrez un e-mail dès qu’une place vous sera attribuée.",
    ],
    moved: [
      "Changement à noter - #EVENTTITLE#",
      "Des changements concernent #EVENTTITLE#, auquel vous êtes inscrit(e). Voici les informations désormais valables ; votre inscription est maintenue.",
    ],
    cancelled: [
      "Annulé - #EVENTTITLE#",
      "Nous sommes au regret de vous informer que #EVENTTITLE#, prévu le #EVENTDATE#, n’aura pas lieu. Vous n’avez rien à faire.",
    ],
  },
  confirm: "Confirmer mon adresse e-mail : #CONFIRMURL#",
  notYou:
    "Si vous ne vous êtes pas inscrit(e), ignorez cet e-mail : sans confirmation, vous ne recevrez plus rien de notre part.",
  apology: "Veuillez nous excuser pour ce désagrément. Nous espérons vous accueillir une prochaine fois.",
};

export const spanish: SystemPhrases = {
  mails: {
    "confirm-address": [
      "Confirme su dirección de correo - #EVENTTITLE#",
      "Gracias por su interés en #EVENTTITLE#. Solo falta un paso: confirme que esta dirección de correo es suya.",
    ],
    "approval-pending": [
      "Hemos recibido su inscripción - #EVENTTITLE#",
      "Gracias por inscribirse en #EVENTTITLE#. El organizador revisa cada inscripción; recibirá un correo en cuanto se acepte la suya.",
    ],
    denied: [
      "Su inscripción en #EVENTTITLE#",
      "Gracias por su interés en #EVENTTITLE#. Lamentablemente, el organizador no ha podido aceptar su inscripción.",
    ],
    waitlisted: [
      "Está en la lista de espera - #EVENTTITLE#",
      "Gracias por inscribirse en #EVENTTITLE#. En este momento todas las plazas están ocupadas, por lo que está en la lista de espera. Recibirá un correo en cuanto haya una plaza para usted.",
    ],
    moved: [
      "Aviso de cambio - #EVENTTITLE#",
      "Hay cambios en #EVENTTITLE#, en el que está inscrito. Estos son los datos válidos a partir de ahora; su inscripción se mantiene.",
    ],
    cancelled: [
      "Cancelado - #EVENTTITLE#",
      "Sentimos comunicarle que #EVENTTITLE#, previsto para el #EVENTDATE#, no se celebrará. No tiene que hacer nada.",
    ],
  },
  confirm: "Confirmar mi dirección de correo: #CONFIRMURL#",
  notYou: "Si no se ha inscrito, puede ignorar este correo: sin confirmación no le enviaremos nada más.",
  apology: "Le pedimos disculpas por las molestias y esperamos contar con usted en otra ocasión.",
};

export const italian: SystemPhrases = {
  mails: {
    "confirm-address": [
      "Conferma il tuo indirizzo e-mail - #EVENTTITLE#",
      "Grazie per l’interesse per #EVENTTITLE#. Manca un solo passo: conferma che questo indirizzo e-mail è tuo.",
    ],
    "approval-pending": [
      "Abbiamo ricevuto la tua iscrizione - #EVENTTITLE#",
      "Grazie per l’iscrizione a #EVENTTITLE#. L’organizzatore esamina ogni iscrizione: riceverai un’e-mail non appena la tua sarà accettata.",
    ],
    denied: [
      "La tua iscrizione a #EVENTTITLE#",
      "Grazie per l’interesse per #EVENTTITLE#. Purtroppo l’organizzatore non ha potuto accettare la tua iscrizione.",
    ],
    waitlisted: [
      "Sei in lista d’attesa - #EVENTTITLE#",
      "Grazie per l’iscrizione a #EVENTTITLE#. Al momento tutti i posti sono occupati, quindi sei in lista d’attesa. Riceverai un’e-mail non appena ci sarà un posto per te.",
    ],
    moved: [
      "Modifica importante - #EVENTTITLE#",
      "Ci sono modifiche a #EVENTTITLE#, a cui risulta la tua iscrizione. Queste sono le informazioni ora valide; l’iscrizione resta confermata.",
    ],
    cancelled: [
      "Annullato - #EVENTTITLE#",
      "Ci dispiace comunicarti che #EVENTTITLE#, previsto per #EVENTDATE#, non avrà luogo. Non devi fare nulla.",
    ],
  },
  confirm: "Conferma il mio indirizzo e-mail: #CONFIRMURL#",
  notYou: "Se non hai richiesto l’iscrizione, ignora questa e-mail: senza conferma non ti invieremo altro.",
  apology: "Ci scusiamo per il disagio e speriamo di averti con noi un’altra volta.",
};

export const portuguese: SystemPhrases = {
  mails: {
    "confirm-address": [
      "Confirme o seu endereço de e-mail - #EVENTTITLE#",
      "Agradecemos o seu interesse em #EVENTTITLE#. Falta só um passo: confirme que este endereço de e-mail é seu.",
    ],
    "approval-pending": [
      "Recebemos a sua inscrição - #EVENTTITLE#",
      "Agradecemos a sua inscrição em #EVENTTITLE#. O organizador analisa cada inscrição; você receberá um e-mail assim que a sua for aceita.",
    ],
    denied: [
      "A sua inscrição em #EVENTTITLE#",
      "Agradecemos o seu interesse em #EVENTTITLE#. Infelizmente, o organizador não pôde aceitar a sua inscrição.",
    ],
    waitlisted: [
      "Você está na lista de espera - #EVENTTITLE#",
      "Agradecemos a sua inscrição em #EVENTTITLE#. No momento, todas as vagas estão ocupadas e, por isso, você está na lista de espera. Você receberá um e-mail assim que houver uma vaga.",
    ],
    moved: [
      "Aviso de alteração - #EVENTTITLE#",
      "Houve uma alteração em #EVENTTITLE#, em que você está inscrito. Estes são os dados válidos agora; a sua inscrição continua valendo.",
    ],
    cancelled: [
      "Cancelado - #EVENTTITLE#",
      "Lamentamos informar que #EVENTTITLE#, previsto para #EVENTDATE#, não será realizado. Não é preciso fazer nada.",
    ],
  },
  confirm: "Confirmar o meu e-mail: #CONFIRMURL#",
  notYou: "Se você não se inscreveu, ignore este e-mail: sem a confirmação, nada mais será enviado.",
  apology: "Pedimos desculpas pelo transtorno e esperamos contar com você em outra ocasião.",
};
