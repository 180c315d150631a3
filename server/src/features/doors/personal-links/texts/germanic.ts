import type { LinkTexts } from "./link-texts.ts";

export const english: LinkTexts = {
  confirm: [
    "Confirm your e-mail address",
    "Please confirm that {address} is your address. Your registration counts from then on.",
  ],
  confirmButton: "Confirm my address",
  registered: ["You are registered", "Your e-mail address is confirmed, and your place is yours."],
  enter: "Go to the event",
  addToCalendar: "Add to calendar",
  pending: [
    "Your registration is being looked at",
    "The organiser decides about each registration. You will get an e-mail as soon as yours is accepted.",
  ],
  waitlisted: [
    "You are on the waiting list",
    "All places are taken at the moment. You will get an e-mail as soon as a place is yours.",
  ],
  place: "Your place on the list: {place}",
  full: [
    "The event is full",
    "Your address is right, but all places are taken and there is no waiting list. You can try again later: somebody may cancel.",
  ],
  denied: ["Your registration was not accepted", "If you think this is a mistake, please ask the organiser."],
  blocked: [
    "You can't join this event",
    "The organiser has blocked your access. Please ask them if you do not know why.",
  ],
  cancel: [
    "Cancel your registration?",
    "You give up your place, and the links in your e-mails no longer let you in. You can register again later as long as there are places.",
  ],
  cancelButton: "Cancel my registration",
  keep: "Keep it",
  cancelled: ["Your registration is cancelled", "Thank you for telling us. Have you changed your mind?"],
  registerAgain: "Register again",
  begun: ["It is too late to cancel", "The event has begun, so there is no need to. You can still stop its e-mails."],
  mails: [
    "Which e-mails would you like?",
    "This is about e-mails to {address}. You stay registered whatever you choose here.",
  ],
  stopEvent: "Stop e-mails about this event",
  stopClient: "Stop all e-mails from {organiser}",
  stoppedEvent: "You get no more e-mails about this event.",
  stoppedClient: "You get no more e-mails from {organiser}.",
  again: "Get e-mails again",
  help: {
    heading: "Help for participants",
    entering: [
      "I can't get in",
      "Open the link in your confirmation e-mail: it lets you in at once. If you can't find the e-mail, look among junk mail, or log in on the registration page with the e-mail address that you registered with.",
    ],
    watching: [
      "I see or hear nothing",
      "Reload the page, and check that the sound of your device and of this browser tab is on. Close programs and tabs that use your connection.",
    ],
    network: [
      "The picture stops or never comes",
      "Company networks and VPNs sometimes hold up video. Try without the VPN, or on another network such as your phone's.",
    ],
    browser: "Your browser",
    goodBrowser: "{browser} is fine.",
    oldBrowser: "{browser} is too old. Please update it, or use a current Chrome, Edge, Firefox or Safari.",
    otherBrowser: "We can't tell which browser this is. Current versions of Chrome, Edge, Firefox and Safari are fine.",
    contact: "Ask somebody",
    askOrganiser: "The organiser is {organiser}. Please reply to the e-mail that invited you.",
    askSender: "Please reply to the e-mail that invited you.",
  },
  unknown: [
    "This link does not work",
    "It may be incomplete: links in e-mails sometimes break in two. Please open the whole link from your e-mail.",
  ],
  deleted: ["This event does not take place", "Its organiser has taken it down. There is nothing you need to do."],
  inactive: ["This event is not open", "Its organiser has closed it for now. Please try again later."],
};

export const german: LinkTexts = {
  confirm: [
    "Bestätigen Sie Ihre E-Mail-Adresse",
    "Bitte bestätigen Sie, dass {address} Ihre Adresse ist. Erst dann gilt Ihre Anmeldung.",
  ],
  confirmButton: "Adresse bestätigen",
  registered: ["Sie sind angemeldet", "Ihre E-Mail-Adresse ist bestätigt, und Ihr Platz ist Ihnen sicher."],
  enter: "Zur Veranstaltung",
  addToCalendar: "In den Kalender",
  pending: [
    "Ihre Anmeldung wird geprüft",
    "Der Veranstalter entscheidet über jede Anmeldung. Sie erhalten eine E-Mail, sobald Ihre angenommen ist.",
  ],
  waitlisted: [
    "Sie stehen auf der Warteliste",
    "Zurzeit sind alle Plätze vergeben. Sie erhalten eine E-Mail, sobald ein Platz für Sie frei ist.",
  ],
  place: "Ihr Platz auf der Liste: {place}",
  full: [
    "Die Veranstaltung ist ausgebucht",
    "Ihre Adresse stimmt, aber alle Plätze sind vergeben, und es gibt keine Warteliste. Versuchen Sie es später noch einmal: Vielleicht sagt jemand ab.",
  ],
  denied: [
    "Ihre Anmeldung wurde nicht angenommen",
    "Wenn Sie das für ein Versehen halten, wenden Sie sich bitte an den Veranstalter.",
  ],
  blocked: [
    "Sie können nicht teilnehmen",
    "Der Veranstalter hat Ihren Zugang gesperrt. Bitte fragen Sie dort nach, wenn Sie nicht wissen, warum.",
  ],
  cancel: [
    "Anmeldung stornieren?",
    "Sie geben Ihren Platz frei, und die Links in Ihren E-Mails öffnen nichts mehr. Solange es Plätze gibt, können Sie sich später wieder anmelden.",
  ],
  cancelButton: "Anmeldung stornieren",
  keep: "Angemeldet bleiben",
  cancelled: [
    "Ihre Anmeldung ist storniert",
    "Danke, dass Sie Bescheid gegeben haben. Haben Sie es sich anders überlegt?",
  ],
  registerAgain: "Wieder anmelden",
  begun: [
    "Zum Stornieren ist es zu spät",
    "Die Veranstaltung hat begonnen; Sie brauchen nicht mehr abzusagen. E-Mails dazu können Sie weiterhin abbestellen.",
  ],
  mails: [
    "Welche E-Mails möchten Sie?",
    "Hier geht es um E-Mails an {address}. Ihre Anmeldung bleibt bestehen, was immer Sie hier wählen.",
  ],
  stopEvent: "Keine E-Mails zu dieser Veranstaltung",
  stopClient: "Keine E-Mails von {organiser}",
  stoppedEvent: "Sie erhalten keine E-Mails mehr zu dieser Veranstaltung.",
  stoppedClient: "Sie erhalten keine E-Mails mehr von {organiser}.",
  again: "Wieder E-Mails erhalten",
  help: {
    heading: "Hilfe für Teilnehmende",
    entering: [
      "Ich komme nicht hinein",
      "Öffnen Sie den Link in Ihrer Bestätigungs-E-Mail: Er lässt Sie sofort ein. Finden Sie die E-Mail nicht, sehen Sie im Spam-Ordner nach, oder melden Sie sich auf der Anmeldeseite mit der E-Mail-Adresse an, mit der Sie registriert sind.",
    ],
    watching: [
      "Ich sehe oder höre nichts",
      "Laden Sie die Seite neu, und prüfen Sie, ob der Ton Ihres Geräts und dieses Browser-Tabs an ist. Schließen Sie Programme und Tabs, die Ihre Verbindung belasten.",
    ],
    network: [
      "Das Bild stockt oder kommt gar nicht",
      "Firmennetze und VPNs halten Videos manchmal auf. Versuchen Sie es ohne VPN oder in einem anderen Netz, etwa dem Ihres Telefons.",
    ],
    browser: "Ihr Browser",
    goodBrowser: "{browser} ist geeignet.",
    oldBrowser:
      "{browser} ist zu alt. Bitte aktualisieren Sie ihn, oder verwenden Sie einen aktuellen Chrome, Edge, Firefox oder Safari.",
    otherBrowser:
      "Wir erkennen Ihren Browser nicht. Geeignet sind aktuelle Versionen von Chrome, Edge, Firefox und Safari.",
    contact: "Jemanden fragen",
    askOrganiser: "Veranstalter ist {organiser}. Bitte antworten Sie auf die E-Mail, mit der Sie eingeladen wurden.",
    askSender: "Bitte antworten Sie auf die E-Mail, mit der Sie eingeladen wurden.",
  },
  unknown: [
    "Dieser Link funktioniert nicht",
    "Vielleicht ist er unvollständig: In E-Mails werden Links manchmal geteilt. Bitte öffnen Sie den ganzen Link aus Ihrer E-Mail.",
  ],
  deleted: [
    "Diese Veranstaltung findet nicht statt",
    "Der Veranstalter hat sie zurückgezogen. Sie müssen nichts weiter tun.",
  ],
  inactive: [
    "Diese Veranstaltung ist nicht zugänglich",
    "Der Veranstalter hat sie vorerst geschlossen. Bitte versuchen Sie es später noch einmal.",
  ],
};

export const dutch: LinkTexts = {
  confirm: ["Bevestig uw e-mailadres", "Bevestig dat {address} uw adres is. Pas daarna geldt uw aanmelding."],
  confirmButton: "Adres bevestigen",
  registered: ["U bent aangemeld", "Uw e-mailadres is bevestigd en uw plaats is zeker."],
  enter: "Naar het evenement",
  addToCalendar: "In agenda zetten",
  pending: [
    "Uw aanmelding wordt bekeken",
    "De organisator beslist over elke aanmelding. U krijgt een e-mail zodra de uwe is geaccepteerd.",
  ],
  waitlisted: [
    "U staat op de wachtlijst",
    "Op dit moment zijn alle plaatsen bezet. U krijgt een e-mail zodra er een plaats voor u is.",
  ],
  place: "Uw plaats op de lijst: {place}",
  full: [
    "Het evenement is vol",
    "Uw adres klopt, maar alle plaatsen zijn bezet en er is geen wachtlijst. Probeer het later nog eens: misschien zegt iemand af.",
  ],
  denied: [
    "Uw aanmelding is niet geaccepteerd",
    "Denkt u dat dit een vergissing is? Vraag het dan aan de organisator.",
  ],
  blocked: [
    "U kunt niet deelnemen",
    "De organisator heeft uw toegang geblokkeerd. Vraag het na als u niet weet waarom.",
  ],
  cancel: [
    "Uw aanmelding annuleren?",
    "U geeft uw plaats op en de links in uw e-mails werken niet meer. Zolang er plaats is, kunt u zich later opnieuw aanmelden.",
  ],
  cancelButton: "Aanmelding annuleren",
  keep: "Aangemeld blijven",
  cancelled: ["Uw aanmelding is geannuleerd", "Bedankt dat u het laat weten. Hebt u zich bedacht?"],
  registerAgain: "Opnieuw aanmelden",
  begun: [
    "Annuleren kan niet meer",
    "Het evenement is begonnen, dus afmelden hoeft niet meer. De e-mails kunt u nog wel stopzetten.",
  ],
  mails: [
    "Welke e-mails wilt u ontvangen?",
    "Het gaat om e-mails aan {address}. U blijft aangemeld, wat u hier ook kiest.",
  ],
  stopEvent: "Geen e-mails over dit evenement",
  stopClient: "Geen e-mails van {organiser}",
  stoppedEvent: "U krijgt geen e-mails meer over dit evenement.",
  stoppedClient: "U krijgt geen e-mails meer van {organiser}.",
  again: "Weer e-mails ontvangen",
  help: {
    heading: "Hulp voor deelnemers",
    entering: [
      "Ik kom er niet in",
      "Open de link in uw bevestigingsmail: daarmee komt u meteen binnen. Vindt u de e-mail niet, kijk dan bij ongewenste e-mail, of log op de aanmeldpagina in met het e-mailadres waarmee u zich hebt aangemeld.",
    ],
    watching: [
      "Ik zie of hoor niets",
      "Laad de pagina opnieuw en kijk of het geluid van uw apparaat en van dit browsertabblad aanstaat. Sluit programma’s en tabbladen die uw verbinding belasten.",
    ],
    network: [
      "Het beeld hapert of verschijnt niet",
      "Bedrijfsnetwerken en VPN’s houden video soms tegen. Probeer het zonder VPN of op een ander netwerk, zoals dat van uw telefoon.",
    ],
    browser: "Uw browser",
    goodBrowser: "{browser} is geschikt.",
    oldBrowser: "{browser} is te oud. Werk hem bij of gebruik een actuele Chrome, Edge, Firefox of Safari.",
    otherBrowser: "We herkennen uw browser niet. Actuele versies van Chrome, Edge, Firefox en Safari zijn geschikt.",
    contact: "Iemand vragen",
    askOrganiser: "De organisator is {organiser}. Beantwoord de e-mail waarmee u bent uitgenodigd.",
    askSender: "Beantwoord de e-mail waarmee u bent uitgenodigd.",
  },
  unknown: [
    "Deze link werkt niet",
    "Misschien is hij onvolledig: links in e-mails breken soms af. Open de hele link uit uw e-mail.",
  ],
  deleted: ["Dit evenement gaat niet door", "De organisator heeft het ingetrokken. U hoeft niets te doen."],
  inactive: [
    "Dit evenement is niet toegankelijk",
    "De organisator heeft het voorlopig gesloten. Probeer het later nog eens.",
  ],
};
