// Longest texts of a console, in characters: generous for people, a bound for machines.

export const MAX_NAME = 255;
export const MAX_ADDRESS = 2_000;
/** Questions, answers, cells of a table, prompts. */
export const MAX_LINE = 4_000;
/** Descriptions and texts of a widget. */
export const MAX_TEXT = 50_000;
export const MAX_ROWS = 500;
export const MAX_COLUMNS = 20;
/** Of one widget, or of one call that adds some. */
export const MAX_QUESTIONS = 100;
export const MAX_ANSWERS = 100;
export const MAX_PARTIAL_CREDITS = 5;
