import type { SystemPhrases } from "./system-phrases.ts";

export const english: SystemPhrases = {
  mails: {
    "confirm-address": [
      "Please confirm your e-mail address - #EVENTTITLE#",
      "Thank you for your interest in #EVENTTITLE#. One step is left: please confirm that this e-mail address is yours.",
    ],
    "approval-pending": [
      "We have received your registration - #EVENTTITLE#",
      "Thank you for registering for #EVENTTITLE#. The organiser looks at each registration; you will get an e-mail as soon as yours is accepted.",
    ],
    denied: [
      "Your registration for #EVENTTITLE#",
      "Thank you for your interest in #EVENTTITLE#. Unfortunately, the organiser could not accept your registration.",
    ],
    waitlisted: [
      "You are on the waiting list - #EVENTTITLE#",
      "Thank you for registering for #EVENTTITLE#. All places are taken at the moment, so you are on the waiting list. You will get an e-mail as soon as a place is yours.",
    ],
    moved: [
      "Please note the change - #EVENTTITLE#",
      "There is a change to #EVENTTITLE#, for which you are registered. These details apply now; your registration stays valid.",
    ],
    cancelled: [
      "Cancelled - #EVENTTITLE#",
      "We are sorry to tell you that #EVENTTITLE#, planned for #EVENTDATE#, will not take place. There is nothing you need to do.",
    ],
  },
  confirm: "Confirm my e-mail address: #CONFIRMURL#",
  notYou:
    "If you did not register, you can ignore this e-mail: without a confirmation, nothing more will be sent to you.",
  apology: "We apologise for any inconvenience and hope to welcome you another time.",
};

export const german: SystemPhrases = {
  mails: {
    "confirm-address": [
      "Bitte bestätigen Sie Ihre E-Mail-Adresse – #EVENTTITLE#",
      "Vielen Dank für Ihr Interesse an #EVENTTITLE#. Ein Schritt fehlt noch: Bitte bestätigen Sie, dass diese E-Mail-Adresse Ihnen gehört.",
    ],
    "approval-pending": [
      "Wir haben Ihre Anmeldung erhalten – #EVENTTITLE#",
      "Vielen Dank für Ihre Anmeldung zu #EVENTTITLE#. Der Veranstalter prüft jede Anmeldung; Sie erhalten eine E-Mail, sobald Ihre angenommen ist.",
    ],
    denied: [
      "Ihre Anmeldung zu #EVENTTITLE#",
      "Vielen Dank für Ihr Interesse an #EVENTTITLE#. Leider konnte der Veranstalter Ihre Anmeldung nicht annehmen.",
    ],
    waitlisted: [
      "Sie stehen auf der Warteliste – #EVENTTITLE#",
      "Vielen Dank für Ihre Anmeldung zu #EVENTTITLE#. Zurzeit sind alle Plätze vergeben, deshalb stehen Sie auf der Warteliste. Sobald ein Platz für Sie frei ist, erhalten Sie eine E-Mail.",
    ],
    moved: [
      "Bitte beachten Sie die Änderung – #EVENTTITLE#",
      "Bei #EVENTTITLE#, zu dem Sie angemeldet sind, hat sich etwas geändert. Es gelten jetzt diese Angaben; Ihre Anmeldung bleibt gültig.",
    ],
    cancelled: [
      "Abgesagt – #EVENTTITLE#",
      "Leider müssen wir Ihnen mitteilen, dass #EVENTTITLE#, geplant für #EVENTDATE#, nicht stattfindet. Sie müssen nichts weiter tun.",
    ],
  },
  confirm: "E-Mail-Adresse bestätigen: #CONFIRMURL#",
  notYou:
    "Falls Sie sich nicht angemeldet haben, können Sie diese E-Mail ignorieren: Ohne Bestätigung senden wir Ihnen nichts weiter.",
  apology: "Wir bitten um Entschuldigung und freuen uns, wenn Sie ein anderes Mal dabei sind.",
};

export const dutch: SystemPhrases = {
  mails: {
    "confirm-address": [
      "Bevestig uw e-mailadres - #EVENTTITLE#",
      "Bedankt voor uw belangstelling voor #EVENTTITLE#. Nog één stap: bevestig dat dit e-mailadres van u is.",
    ],
    "approval-pending": [
      "We hebben uw aanmelding ontvangen - #EVENTTITLE#",
      "Bedankt voor uw aanmelding voor #EVENTTITLE#. De organisator bekijkt elke aanmelding; u krijgt een e-mail zodra die van u is goedgekeurd.",
    ],
    denied: [
      "Uw aanmelding voor #EVENTTITLE#",
      "Bedankt voor uw belangstelling voor #EVENTTITLE#. De organisator kon uw aanmelding helaas niet goedkeuren.",
    ],
    waitlisted: [
      "U staat op de wachtlijst - #EVENTTITLE#",
      "Bedankt voor uw aanmelding voor #EVENTTITLE#. Op dit moment zijn alle plaatsen bezet; daarom staat u op de wachtlijst. U krijgt een e-mail zodra er een plaats voor u is.",
    ],
    moved: [
      "Let op de wijziging - #EVENTTITLE#",
      "Er is iets gewijzigd aan #EVENTTITLE#, waarvoor u bent aangemeld. Vanaf nu gelden deze gegevens; uw aanmelding blijft geldig.",
    ],
    cancelled: [
      "Afgelast - #EVENTTITLE#",
      "Helaas moeten we u meedelen dat #EVENTTITLE#, gepland op #EVENTDATE#, niet doorgaat. U hoeft niets te doen.",
    ],
  },
  confirm: "Mijn e-mailadres bevestigen: #CONFIRMURL#",
  notYou: "Hebt u zich niet aangemeld? Dan kunt u deze e-mail negeren: zonder bevestiging sturen we u verder niets.",
  apology: "Onze excuses voor het ongemak. We hopen u een andere keer te mogen verwelkomen.",
};
