/** What mails that nobody has rewritten are sent in. */
export const mailLanguages = ["en", "de", "fr", "es", "it", "pt", "nl", "ja", "ko", "zh", "ar", "he"] as const;

export type MailLanguage = (typeof mailLanguages)[number];

/** The language of a code or tag in any form (`pt-BR`), if mails can be sent in it. */
export function findMailLanguage(tag: string | null): MailLanguage | undefined {
  const code = tag?.toLowerCase().split(/[-_]/)[0];
  return mailLanguages.find((language) => language === code);
}
