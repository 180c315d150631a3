import { createContext, use } from "react";

/** What the server has written into the page. */
export interface ConsoleData {
  readonly eventId: number;
  readonly title: string;
  /** BCP 47. */
  readonly titleLanguage: string;
  readonly clientName: string;
  /** Who comes, where a frame keeps our cookies out. */
  readonly ticket?: string;
}

const ConsoleContext = createContext<ConsoleData | undefined>(undefined);

export const ConsoleProvider = ConsoleContext.Provider;

export function useConsole(): ConsoleData {
  const data = use(ConsoleContext);
  if (!data) throw new Error("There is no console around this component");
  return data;
}
