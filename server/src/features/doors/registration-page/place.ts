/** Of our own form, and of the one in other sites' frames. */
export const places = ["r", "embed"] as const;
export type Place = (typeof places)[number];
