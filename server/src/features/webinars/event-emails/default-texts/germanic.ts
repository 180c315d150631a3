import type { Phrases } from "./phrases.ts";

export const english: Phrases = {
  when: "Date and time: #EVENTDATE#\nDuration: #EVENTDURATION# minutes",
  join: "Join here: #JOINURL#",
  addToCalendar: "Add it to your calendar: #CALENDARURL#",
  cancel: "Cancel your registration: #CANCELURL#",
  help: "Need help? #EVENTHELPURL#",
  unsubscribe: "No more e-mails about this webinar: #UNSUBSCRIBEURL#",
  keepPrivate: "The link is yours alone; please do not share it.",
  mails: {
    confirmation: [
      "Confirmation - #EVENTTITLE#",
      "Thank you for registering for #EVENTTITLE#. Save this e-mail: it has all you need to join.",
    ],
    "reminder-1": ["Reminder - #EVENTTITLE#", "A friendly reminder that #EVENTTITLE# is coming up."],
    "reminder-2": ["Starting soon - #EVENTTITLE#", "#EVENTTITLE# begins soon, at #EVENTTIME#."],
    "reminder-3": ["About to begin - #EVENTTITLE#", "#EVENTTITLE# is about to begin. We look forward to seeing you."],
    "follow-up-attended": [
      "Thank you for attending #EVENTTITLE#",
      "Thank you for attending #EVENTTITLE#. We hope it was worth your time, and you are welcome to come back to it.",
    ],
    "follow-up-missed": [
      "We missed you at #EVENTTITLE#",
      "We are sorry that you could not join us for #EVENTTITLE#. It is not too late to see it.",
    ],
  },
  watchAgain: "Watch it again: #JOINURL#",
  watch: "Watch it on demand: #JOINURL#",
  entry: {
    subject: "Reminder - #EVENTTITLE#",
    location: "Webcast",
    says: "Thank you for registering for #EVENTTITLE#.",
  },
};

export const german: Phrases = {
  when: "Datum und Uhrzeit: #EVENTDATE#\nDauer: #EVENTDURATION# Minuten",
  join: "Hier teilnehmen: #JOINURL#",
  addToCalendar: "In den Kalender eintragen: #CALENDARURL#",
  cancel: "Anmeldung stornieren: #CANCELURL#",
  help: "Brauchen Sie Hilfe? #EVENTHELPURL#",
  unsubscribe: "Keine weiteren E-Mails zu diesem Webinar: #UNSUBSCRIBEURL#",
  keepPrivate: "Der Link gilt nur für Sie; bitte geben Sie ihn nicht weiter.",
  mails: {
    confirmation: [
      "Bestätigung – #EVENTTITLE#",
      "Vielen Dank für Ihre Anmeldung zu #EVENTTITLE#. Bewahren Sie diese E-Mail bitte auf: Sie enthält alles, was Sie zur Teilnahme brauchen.",
    ],
    "reminder-1": ["Erinnerung – #EVENTTITLE#", "Wir erinnern Sie gern daran: #EVENTTITLE# steht bevor."],
    "reminder-2": ["Beginnt bald – #EVENTTITLE#", "#EVENTTITLE# beginnt bald: um #EVENTTIME#."],
    "reminder-3": ["Beginnt gleich – #EVENTTITLE#", "#EVENTTITLE# beginnt gleich. Wir freuen uns auf Sie."],
    "follow-up-attended": [
      "Vielen Dank für Ihre Teilnahme an #EVENTTITLE#",
      "Vielen Dank für Ihre Teilnahme an #EVENTTITLE#. Wir hoffen, es hat sich für Sie gelohnt. Sie können es sich gern noch einmal ansehen.",
    ],
    "follow-up-missed": [
      "Wir haben Sie vermisst – #EVENTTITLE#",
      "Schade, dass Sie bei #EVENTTITLE# nicht dabei sein konnten. Noch ist es nicht zu spät: Sie können es nachholen.",
    ],
  },
  watchAgain: "Noch einmal ansehen: #JOINURL#",
  watch: "Jetzt ansehen: #JOINURL#",
  entry: {
    subject: "Erinnerung – #EVENTTITLE#",
    location: "Webinar",
    says: "Vielen Dank für Ihre Anmeldung zu #EVENTTITLE#.",
  },
};

export const dutch: Phrases = {
  when: "Datum en tijd: #EVENTDATE#\nDuur: #EVENTDURATION# minuten",
  join: "Deelnemen: #JOINURL#",
  addToCalendar: "Toevoegen aan uw agenda: #CALENDARURL#",
  cancel: "Uw aanmelding annuleren: #CANCELURL#",
  help: "Hulp nodig? #EVENTHELPURL#",
  unsubscribe: "Geen e-mails meer over dit webinar: #UNSUBSCRIBEURL#",
  keepPrivate: "De link is alleen voor u; deel hem niet met anderen.",
  mails: {
    confirmation: [
      "Bevestiging - #EVENTTITLE#",
      "Bedankt voor uw aanmelding voor #EVENTTITLE#. Bewaar deze e-mail: alles wat u nodig hebt om deel te nemen staat erin.",
    ],
    "reminder-1": ["Herinnering - #EVENTTITLE#", "Een vriendelijke herinnering: #EVENTTITLE# komt eraan."],
    "reminder-2": ["Begint binnenkort - #EVENTTITLE#", "#EVENTTITLE# begint binnenkort, om #EVENTTIME#."],
    "reminder-3": ["Begint zo - #EVENTTITLE#", "#EVENTTITLE# begint zo meteen. We zien u graag."],
    "follow-up-attended": [
      "Bedankt voor uw deelname aan #EVENTTITLE#",
      "Bedankt voor uw deelname aan #EVENTTITLE#. We hopen dat het de moeite waard was. U kunt het gerust nog eens bekijken.",
    ],
    "follow-up-missed": [
      "We hebben u gemist bij #EVENTTITLE#",
      "Jammer dat u niet bij #EVENTTITLE# kon zijn. Het is nog niet te laat om het te bekijken.",
    ],
  },
  watchAgain: "Nog eens bekijken: #JOINURL#",
  watch: "Nu bekijken: #JOINURL#",
  entry: {
    subject: "Herinnering - #EVENTTITLE#",
    location: "Webinar",
    says: "Bedankt voor uw aanmelding voor #EVENTTITLE#.",
  },
};
