import type { CalledClient } from "../../../http/v2/directory.ts";

/** A client as it is kept in memory. */
export interface ClientRecord extends CalledClient {
  /** The client's own sender of e-mails. */
  readonly mailFrom: string | null;
}
