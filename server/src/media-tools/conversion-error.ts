/** Why a file cannot be converted, in a sentence for whoever uploaded it. Trying again would not help. */
export class ConversionError extends Error {
  /** @param cause for the log */
  constructor(reason: string, cause?: unknown) {
    super(reason, { cause });
    this.name = "ConversionError";
  }
}
