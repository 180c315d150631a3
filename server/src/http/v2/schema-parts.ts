import Type from "typebox";

// Pieces that the schemas of many operations share. Parameters are text on the wire and read by flags.ts, paging.ts ...

export const text = (description: string) => Type.Optional(Type.String({ description }));

export const flag = (description: string) => text(`${description}: Y or N`);

export const instant = (description: string) =>
  Type.String({ description: `${description}; YYYY-MM-DDThh:mm:ss±hh:mm, Pacific` });

export const windowQuery = {
  startdate: text("From this date or time"),
  enddate: text("Until this date or time, included"),
  dateinterval: text("Days of a rolling window, 1 to 180; instead of dates"),
  dateintervaloffset: text("Days back from now that the window ends at"),
  dateintervaltimezone: text("Zone whose days count, one of /timezones; America/Los_Angeles by default"),
};

export const pageQuery = {
  pageoffset: text("Page, counted from 0"),
  itemsperpage: text("Items of a page; 100 by default"),
};

export const subaccountsQuery = {
  excludesubaccounts: flag("Leave sub-clients out"),
  subaccounts: text("Only these sub-clients: ids with commas"),
};
