import { Refusal, type RefusalCode, type RefusalParams } from "../../../../errors.ts";
import { readIdpMetadata } from "./idp-metadata.ts";
import { verifyLogout } from "./verify-logout.ts";
import { verifyResponse } from "./verify-response.ts";

// Trees of strangers' XML, and the cryptography over them, are made in a thread of their own, so that nobody else waits for
// it however costly it turns out to be.

const work = { verifyResponse, verifyLogout, readIdpMetadata };
export type SamlWork = typeof work;

/** Errors cross threads as plain ones, so a refusal goes over as what it is made of. */
export type SamlOutcome = { readonly done: unknown } | { readonly refused: [RefusalCode, RefusalParams] };

/** What the thread is asked for. */
export async function run({ name, task }: { name: keyof SamlWork; task: never }): Promise<SamlOutcome> {
  try {
    return { done: await work[name](task) };
  } catch (error) {
    if (error instanceof Refusal) return { refused: [error.code, error.params] };
    throw error;
  }
}
