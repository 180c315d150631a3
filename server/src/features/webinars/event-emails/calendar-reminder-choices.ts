/** How long before the start the entry in a calendar reminds: the published words; null = not at all. */
export const calendarReminderChoices = [
  { word: "None", minutesBefore: null },
  { word: "0 Minutes", minutesBefore: 0 },
  { word: "5 Minutes", minutesBefore: 5 },
  { word: "10 Minutes", minutesBefore: 10 },
  { word: "15 Minutes", minutesBefore: 15 },
  { word: "30 Minutes", minutesBefore: 30 },
  { word: "1 Hour", minutesBefore: 60 },
  { word: "2 Hours", minutesBefore: 120 },
  { word: "3 Hours", minutesBefore: 180 },
  { word: "4 Hours", minutesBefore: 240 },
  { word: "5 Hours", minutesBefore: 300 },
  { word: "6 Hours", minutesBefore: 360 },
  { word: "12 Hours", minutesBefore: 720 },
  { word: "1 Day", minutesBefore: 1440 },
] as const;
