import { type OperatorOperations, operatorRoutes } from "./generated/openapi.ts";
import { addressBelow, createTransport } from "./transport.ts";

type OperatorOperationId = keyof OperatorOperations;
type BodyOf<Id extends OperatorOperationId> = OperatorOperations[Id]["form"];
type OperatorAnswer<Id extends OperatorOperationId> = OperatorOperations[Id]["answer"];

export type IssuedToken = OperatorAnswer<"issueToken">;
export type ListedToken = OperatorAnswer<"listTokens">["tokens"][number];
export type Demo = OperatorAnswer<"createDemo">;

export interface OperatorOptions {
  /** Address of the server, `http://127.0.0.1:8024`. */
  readonly baseUrl: string;
  readonly operatorKey: string;
  readonly fetch?: typeof fetch | undefined;
  /** Attempts after the first; 4 by default. */
  readonly retries?: number | undefined;
}

export interface OperatorCallOptions {
  readonly signal?: AbortSignal | undefined;
}

export type Operator = ReturnType<typeof createOperator>;

/**
 * A client of Lectern's own API for whoever runs the server: clients, staff users and tokens.
 * Every call throws a LecternError when it fails. @throws TypeError for an address or a key that no call could be made with.
 */
export function createOperator(options: OperatorOptions) {
  const transport = createTransport({
    address: addressBelow(options.baseUrl, "/api"),
    headers: { authorization: `Bearer ${options.operatorKey}` },
    secrets: { operatorKey: options.operatorKey },
    fetch: options.fetch,
    retries: options.retries,
  });

  async function call<Id extends OperatorOperationId>(
    operation: Id,
    input: { params?: Record<string, number>; body?: BodyOf<Id> },
    { signal }: OperatorCallOptions = {},
  ): Promise<OperatorAnswer<Id>> {
    const { params = {}, body } = input;
    const json = body && { body: JSON.stringify(body), headers: { "content-type": "application/json" } };
    const answer = await transport.fetchBody({ operation, route: operatorRoutes[operation], params, signal, ...json });
    return answer as OperatorAnswer<Id>;
  }

  return {
    createClient: (client: BodyOf<"createClient">, options?: OperatorCallOptions) =>
      call("createClient", { body: client }, options),

    createUser: (clientId: number, user: BodyOf<"createUser">, options?: OperatorCallOptions) =>
      call("createUser", { params: { clientId }, body: user }, options),

    listTokens: async (clientId: number, options?: OperatorCallOptions) =>
      (await call("listTokens", { params: { clientId } }, options)).tokens,

    /** The answer is the one time that the secret can be read. */
    issueToken: (clientId: number, token: BodyOf<"issueToken">, options?: OperatorCallOptions) =>
      call("issueToken", { params: { clientId }, body: token }, options),

    /** A new pair for the same token; the old one stops working. */
    rotateToken: (clientId: number, tokenId: number, options?: OperatorCallOptions) =>
      call("rotateToken", { params: { clientId, tokenId } }, options),

    disableToken: (clientId: number, tokenId: number, options?: OperatorCallOptions) =>
      call("disableToken", { params: { clientId, tokenId } }, options),

    enableToken: (clientId: number, tokenId: number, options?: OperatorCallOptions) =>
      call("enableToken", { params: { clientId, tokenId } }, options),

    /** A client with webinars, people to look at and a token for everything. */
    createDemo: (options?: OperatorCallOptions) => call("createDemo", {}, options),
  };
}
