import { emailKey } from "../../../lib/email-address.ts";
import type { Sealer } from "../../../lib/sealer.ts";

/**
 * What stands for an address in the list of who wants no mails: nobody can read the address from it, or try addresses
 * without our key. So it may stay when the person is forgotten, and still holds when they register again.
 */
export function addressHash(sealer: Sealer, email: string): string {
  return sealer.sign("unsubscribe", emailKey(email));
}
