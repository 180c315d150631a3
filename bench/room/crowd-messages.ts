/** What the bench asks of a crowd, a process with many pages in it; each is answered by its report. */
export type Order =
  | { readonly do: "join"; readonly pages: readonly Page[]; readonly withinMs: number }
  | { readonly do: "beat"; readonly seconds: number }
  | { readonly do: "listen"; readonly text: string }
  | { readonly do: "say"; readonly body: string; readonly withinMs: number }
  | { readonly do: "return"; readonly withinMs: number }
  | { readonly do: "leave" };

/** One page: the address of its room and the cookie by which it is known. */
export interface Page {
  readonly url: string;
  readonly cookie: string;
}

export interface JoinReport {
  readonly joined: number;
  readonly refused: number;
  readonly latenciesMs: readonly number[];
  readonly seconds: number;
}

export interface BeatReport {
  readonly sent: number;
  readonly answered: number;
  readonly latenciesMs: readonly number[];
}

export interface ListenReport {
  readonly heard: number;
  /** Milliseconds since 1970 when the last page heard it. */
  readonly lastAt: number;
}

/** How long what each page said once waited for its answer. */
export interface SayReport {
  readonly done: number;
  readonly latenciesMs: readonly number[];
}

/** How long pages were out of the room that was closed around them. */
export interface ReturnReport {
  readonly returned: number;
  readonly outMs: readonly number[];
  /** Milliseconds since 1970. */
  readonly firstLostAt: number;
  readonly lastBackAt: number;
}
