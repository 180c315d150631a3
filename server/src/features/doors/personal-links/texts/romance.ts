import type { LinkTexts } from "./link-texts.ts";

export const french: LinkTexts = {
  confirm: [
    "Confirmez votre adresse e-mail",
    "Veuillez confirmer que {address} est bien votre adresse. Votre inscription ne compte qu’ensuite.",
  ],
  confirmButton: "Confirmer mon adresse",
  registered: ["Vous êtes inscrit", "Votre adresse e-mail est confirmée et votre place est réservée."],
  enter: "Accéder à l’événement",
  addToCalendar: "Ajouter au calendrier",
  pending: [
    "Votre inscription est en cours d’examen",
    "L’organisateur examine chaque inscription. Vous recevrez un e-mail dès que la vôtre sera acceptée.",
  ],
  waitlisted: [
    "Vous êtes sur la liste d’attente",
    "Toutes les places sont prises pour le moment. Vous recevrez un e-mail dès qu’une place se libérera pour vous.",
  ],
  place: "Votre rang sur la liste : {place}",
  full: [
    "L’événement est complet",
    "Votre adresse est confirmée, mais toutes les places sont prises et il n’y a pas de liste d’attente. Réessayez plus tard : quelqu’un annulera peut-être.",
  ],
  denied: ["Votre inscription n’a pas été acceptée", "Si vous pensez à une erreur, adressez-vous à l’organisateur."],
  blocked: [
    "Vous ne pouvez pas participer",
    "L’organisateur a bloqué votre accès. Adressez-vous à lui si vous en ignorez la raison.",
  ],
  cancel: [
    "Annuler votre inscription ?",
    "Vous libérez votre place et les liens de vos e-mails ne fonctionneront plus. Vous pourrez vous réinscrire tant qu’il reste des places.",
  ],
  cancelButton: "Annuler mon inscription",
  keep: "Rester inscrit",
  cancelled: ["Votre inscription est annulée", "Merci de nous avoir prévenus. Avez-vous changé d’avis ?"],
  registerAgain: "S’inscrire à nouveau",
  begun: [
    "Il est trop tard pour annuler",
    "L’événement a commencé : ce n’est plus nécessaire. Vous pouvez toujours arrêter les e-mails.",
  ],
  mails: [
    "Quels e-mails souhaitez-vous recevoir ?",
    "Il s’agit des e-mails envoyés à {address}. Vous restez inscrit quel que soit votre choix.",
  ],
  stopEvent: "Ne plus recevoir d’e-mails sur cet événement",
  stopClient: "Ne plus recevoir d’e-mails de {organiser}",
  stoppedEvent: "Vous ne recevrez plus d’e-mails sur cet événement.",
  stoppedClient: "Vous ne recevrez plus d’e-mails de {organiser}.",
  again: "Recevoir à nouveau les e-mails",
  help: {
    heading: "Aide aux participants",
    entering: [
      "Je n’arrive pas à entrer",
      "Ouvrez le lien de votre e-mail de confirmation : il vous fait entrer tout de suite. Si vous ne le trouvez pas, regardez dans les indésirables ou connectez-vous sur la page d’inscription avec l’adresse utilisée pour vous inscrire.",
    ],
    watching: [
      "Je ne vois ou n’entends rien",
      "Rechargez la page et vérifiez que le son de votre appareil et de cet onglet est activé. Fermez les programmes et onglets qui utilisent votre connexion.",
    ],
    network: [
      "L’image se fige ou n’apparaît pas",
      "Les réseaux d’entreprise et les VPN bloquent parfois la vidéo. Essayez sans VPN ou sur un autre réseau, comme celui de votre téléphone.",
    ],
    browser: "Votre navigateur",
    goodBrowser: "{browser} convient.",
    oldBrowser:
      "{browser} est trop ancien. Mettez-le à jour ou utilisez une version actuelle de Chrome, Edge, Firefox ou Safari.",
    otherBrowser:
      "Nous ne reconnaissons pas votre navigateur. Les versions actuelles de Chrome, Edge, Firefox et Safari conviennent.",
    contact: "Demander de l’aide",
    askOrganiser: "L’organisateur est {organiser}. Répondez à l’e-mail par lequel vous avez été invité.",
    askSender: "Répondez à l’e-mail par lequel vous avez été invité.",
  },
  unknown: [
    "Ce lien ne fonctionne pas",
    "Il est peut-être incomplet : les liens se coupent parfois dans les e-mails. Ouvrez le lien entier depuis votre e-mail.",
  ],
  deleted: ["Cet événement n’aura pas lieu", "L’organisateur l’a retiré. Vous n’avez rien à faire."],
  inactive: ["Cet événement n’est pas accessible", "L’organisateur l’a fermé pour l’instant. Réessayez plus tard."],
};

export const spanish: LinkTexts = {
  confirm: [
    "Confirme su dirección de correo",
    "Confirme que {address} es su dirección. Su inscripción será válida a partir de entonces.",
  ],
  confirmButton: "Confirmar mi dirección",
  registered: ["Su inscripción está completa", "Su dirección de correo está confirmada y su plaza está reservada."],
  enter: "Ir al evento",
  addToCalendar: "Añadir al calendario",
  pending: [
    "Su inscripción está en revisión",
    "El organizador decide sobre cada inscripción. Recibirá un correo en cuanto se acepte la suya.",
  ],
  waitlisted: [
    "Está en la lista de espera",
    "Por ahora todas las plazas están ocupadas. Recibirá un correo en cuanto haya una plaza para usted.",
  ],
  place: "Su puesto en la lista: {place}",
  full: [
    "El evento está completo",
    "Su dirección es correcta, pero todas las plazas están ocupadas y no hay lista de espera. Inténtelo más tarde: puede que alguien cancele.",
  ],
  denied: ["Su inscripción no ha sido aceptada", "Si cree que es un error, consulte al organizador."],
  blocked: [
    "No puede participar en este evento",
    "El organizador ha bloqueado su acceso. Consúltele si no sabe por qué.",
  ],
  cancel: [
    "¿Cancelar su inscripción?",
    "Deja libre su plaza y los enlaces de sus correos dejarán de funcionar. Podrá volver a inscribirse mientras haya plazas.",
  ],
  cancelButton: "Cancelar mi inscripción",
  keep: "Seguir inscrito",
  cancelled: ["Su inscripción está cancelada", "Gracias por avisarnos. ¿Ha cambiado de opinión?"],
  registerAgain: "Volver a inscribirse",
  begun: [
    "Ya es tarde para cancelar",
    "El evento ha comenzado, así que no hace falta. Todavía puede dejar de recibir sus correos.",
  ],
  mails: [
    "¿Qué correos desea recibir?",
    "Se trata de los correos enviados a {address}. Sigue inscrito elija lo que elija.",
  ],
  stopEvent: "No recibir correos sobre este evento",
  stopClient: "No recibir ningún correo de {organiser}",
  stoppedEvent: "Ya no recibirá correos sobre este evento.",
  stoppedClient: "Ya no recibirá correos de {organiser}.",
  again: "Volver a recibir correos",
  help: {
    heading: "Ayuda para participantes",
    entering: [
      "No puedo entrar",
      "Abra el enlace de su correo de confirmación: le permite entrar enseguida. Si no lo encuentra, mire en el correo no deseado o inicie sesión en la página de inscripción con la dirección con la que se inscribió.",
    ],
    watching: [
      "No veo o no oigo nada",
      "Vuelva a cargar la página y compruebe que el sonido del dispositivo y de esta pestaña está activado. Cierre programas y pestañas que usen su conexión.",
    ],
    network: [
      "La imagen se detiene o no aparece",
      "Las redes de empresa y las VPN a veces frenan el vídeo. Pruebe sin VPN o en otra red, como la de su teléfono.",
    ],
    browser: "Su navegador",
    goodBrowser: "{browser} es adecuado.",
    oldBrowser:
      "{browser} es demasiado antiguo. Actualícelo o use una versión actual de Chrome, Edge, Firefox o Safari.",
    otherBrowser:
      "No reconocemos su navegador. Las versiones actuales de Chrome, Edge, Firefox y Safari son adecuadas.",
    contact: "Preguntar a alguien",
    askOrganiser: "El organizador es {organiser}. Responda al correo con el que fue invitado.",
    askSender: "Responda al correo con el que fue invitado.",
  },
  unknown: [
    "Este enlace no funciona",
    "Puede estar incompleto: los enlaces a veces se cortan en los correos. Abra el enlace entero desde su correo.",
  ],
  deleted: ["Este evento no se celebrará", "El organizador lo ha retirado. No tiene que hacer nada."],
  inactive: ["Este evento no está abierto", "El organizador lo ha cerrado por ahora. Inténtelo más tarde."],
};

export const italian: LinkTexts = {
  confirm: [
    "Conferma il tuo indirizzo e-mail",
    "Conferma che {address} è il tuo indirizzo. La tua iscrizione vale da quel momento.",
  ],
  confirmButton: "Conferma il mio indirizzo",
  registered: ["La tua iscrizione è completa", "Il tuo indirizzo e-mail è confermato e il tuo posto è riservato."],
  enter: "Vai all’evento",
  addToCalendar: "Aggiungi al calendario",
  pending: [
    "La tua iscrizione è in esame",
    "L’organizzatore decide su ogni iscrizione. Riceverai un’e-mail appena la tua sarà accettata.",
  ],
  waitlisted: [
    "Sei in lista d’attesa",
    "Al momento tutti i posti sono occupati. Riceverai un’e-mail appena ci sarà un posto per te.",
  ],
  place: "La tua posizione in lista: {place}",
  full: [
    "L’evento è al completo",
    "Il tuo indirizzo è giusto, ma tutti i posti sono occupati e non c’è una lista d’attesa. Riprova più tardi: qualcuno potrebbe annullare.",
  ],
  denied: ["La tua iscrizione non è stata accettata", "Se pensi che sia un errore, rivolgiti all’organizzatore."],
  blocked: [
    "Non puoi partecipare a questo evento",
    "L’organizzatore ha bloccato il tuo accesso. Rivolgiti a lui se non ne conosci il motivo.",
  ],
  cancel: [
    "Annullare l’iscrizione?",
    "Liberi il tuo posto e i link nelle tue e-mail non funzioneranno più. Potrai iscriverti di nuovo finché ci sono posti.",
  ],
  cancelButton: "Annulla la mia iscrizione",
  keep: "Resta iscritto",
  cancelled: ["La tua iscrizione è annullata", "Grazie per averci avvisato. Hai cambiato idea?"],
  registerAgain: "Iscriviti di nuovo",
  begun: [
    "È troppo tardi per annullare",
    "L’evento è iniziato, quindi non serve più. Puoi ancora interrompere le sue e-mail.",
  ],
  mails: [
    "Quali e-mail vuoi ricevere?",
    "Si tratta delle e-mail inviate a {address}. Resti iscritto qualunque sia la tua scelta.",
  ],
  stopEvent: "Non ricevere e-mail su questo evento",
  stopClient: "Non ricevere e-mail da {organiser}",
  stoppedEvent: "Non riceverai più e-mail su questo evento.",
  stoppedClient: "Non riceverai più e-mail da {organiser}.",
  again: "Ricevi di nuovo le e-mail",
  help: {
    heading: "Aiuto per i partecipanti",
    entering: [
      "Non riesco a entrare",
      "Apri il link nella tua e-mail di conferma: ti fa entrare subito. Se non la trovi, guarda nella posta indesiderata oppure accedi dalla pagina di iscrizione con l’indirizzo con cui ti sei iscritto.",
    ],
    watching: [
      "Non vedo o non sento nulla",
      "Ricarica la pagina e controlla che l’audio del dispositivo e di questa scheda sia attivo. Chiudi programmi e schede che usano la connessione.",
    ],
    network: [
      "L’immagine si blocca o non compare",
      "Le reti aziendali e le VPN a volte fermano il video. Prova senza VPN o su un’altra rete, come quella del telefono.",
    ],
    browser: "Il tuo browser",
    goodBrowser: "{browser} va bene.",
    oldBrowser: "{browser} è troppo vecchio. Aggiornalo o usa una versione attuale di Chrome, Edge, Firefox o Safari.",
    otherBrowser: "Non riconosciamo il tuo browser. Le versioni attuali di Chrome, Edge, Firefox e Safari vanno bene.",
    contact: "Chiedi a qualcuno",
    askOrganiser: "L’organizzatore è {organiser}. Rispondi all’e-mail con cui hai ricevuto l’invito.",
    askSender: "Rispondi all’e-mail con cui hai ricevuto l’invito.",
  },
  unknown: [
    "Questo link non funziona",
    "Forse è incompleto: nelle e-mail i link a volte si spezzano. Apri il link intero dalla tua e-mail.",
  ],
  deleted: ["Questo evento non si terrà", "L’organizzatore lo ha ritirato. Non devi fare nulla."],
  inactive: ["Questo evento non è aperto", "L’organizzatore lo ha chiuso per ora. Riprova più tardi."],
};

export const portuguese: LinkTexts = {
  confirm: [
    "Confirme seu endereço de e-mail",
    "Confirme que {address} é seu endereço. Sua inscrição passa a valer depois disso.",
  ],
  confirmButton: "Confirmar meu endereço",
  registered: ["Sua inscrição está completa", "Seu endereço de e-mail está confirmado e sua vaga está garantida."],
  enter: "Ir para o evento",
  addToCalendar: "Adicionar ao calendário",
  pending: [
    "Sua inscrição está em análise",
    "O organizador decide sobre cada inscrição. Você receberá um e-mail assim que a sua for aceita.",
  ],
  waitlisted: [
    "Você está na lista de espera",
    "No momento, todas as vagas estão ocupadas. Você receberá um e-mail assim que houver uma vaga para você.",
  ],
  place: "Sua posição na lista: {place}",
  full: [
    "O evento está lotado",
    "Seu endereço está certo, mas todas as vagas estão ocupadas e não há lista de espera. Tente mais tarde: alguém pode cancelar.",
  ],
  denied: ["Sua inscrição não foi aceita", "Se achar que é um engano, fale com o organizador."],
  blocked: [
    "Você não pode participar deste evento",
    "O organizador bloqueou seu acesso. Fale com ele se não souber o motivo.",
  ],
  cancel: [
    "Cancelar sua inscrição?",
    "Você libera sua vaga, e os links dos seus e-mails deixam de funcionar. Você poderá se inscrever de novo enquanto houver vagas.",
  ],
  cancelButton: "Cancelar minha inscrição",
  keep: "Manter inscrição",
  cancelled: ["Sua inscrição está cancelada", "Obrigado por avisar. Mudou de ideia?"],
  registerAgain: "Inscrever-se de novo",
  begun: [
    "É tarde demais para cancelar",
    "O evento já começou, então não é mais necessário. Você ainda pode parar de receber os e-mails.",
  ],
  mails: [
    "Quais e-mails você quer receber?",
    "Trata-se dos e-mails enviados para {address}. Sua inscrição continua valendo, seja qual for a escolha.",
  ],
  stopEvent: "Não receber e-mails sobre este evento",
  stopClient: "Não receber e-mails de {organiser}",
  stoppedEvent: "Você não receberá mais e-mails sobre este evento.",
  stoppedClient: "Você não receberá mais e-mails de {organiser}.",
  again: "Voltar a receber e-mails",
  help: {
    heading: "Ajuda para participantes",
    entering: [
      "Não consigo entrar",
      "Abra o link do seu e-mail de confirmação: ele dá acesso imediato. Se não encontrar o e-mail, procure no spam ou entre pela página de inscrição com o endereço que você usou para se inscrever.",
    ],
    watching: [
      "Não vejo ou não ouço nada",
      "Recarregue a página e verifique se o som do aparelho e desta aba está ligado. Feche programas e abas que usam sua conexão.",
    ],
    network: [
      "A imagem trava ou não aparece",
      "Redes de empresas e VPNs às vezes barram o vídeo. Tente sem a VPN ou em outra rede, como a do seu celular.",
    ],
    browser: "Seu navegador",
    goodBrowser: "{browser} é adequado.",
    oldBrowser: "{browser} é antigo demais. Atualize-o ou use uma versão atual do Chrome, Edge, Firefox ou Safari.",
    otherBrowser: "Não reconhecemos seu navegador. As versões atuais do Chrome, Edge, Firefox e Safari são adequadas.",
    contact: "Perguntar a alguém",
    askOrganiser: "O organizador é {organiser}. Responda ao e-mail do convite.",
    askSender: "Responda ao e-mail do convite.",
  },
  unknown: [
    "Este link não funciona",
    "Ele pode estar incompleto: links em e-mails às vezes se partem. Abra o link inteiro a partir do seu e-mail.",
  ],
  deleted: ["Este evento não será realizado", "O organizador o retirou. Você não precisa fazer nada."],
  inactive: ["Este evento não está aberto", "O organizador o fechou por enquanto. Tente mais tarde."],
};
