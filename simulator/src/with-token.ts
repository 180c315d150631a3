import type { Operator } from "@lectern/sdk";

/** Calls the compatible API as an integration does, with a token that is good for nothing afterwards. */
export async function withToken<Result>(
  operator: Operator,
  clientId: number,
  call: (headers: Record<string, string>) => Promise<Result>,
): Promise<Result> {
  const { key, secret, tokenId } = await operator.call("issueToken", {
    params: { clientId },
    body: { name: "simulated audience", access: ["all"] },
  });
  try {
    return await call({ accessTokenKey: key, accessTokenSecret: secret });
  } finally {
    await operator.call("disableToken", { params: { clientId, tokenId } });
  }
}
