import { useSay } from "../../../lib/texts/texts.ts";

const told = ["blocked", "unregistered", "over", "replaced"] as const;
const known: Readonly<Record<string, (typeof told)[number] | "noEntry">> = {
  ...Object.fromEntries(told.map((reason) => [reason, reason])),
  "room.blocked": "blocked",
  "room.unregistered": "unregistered",
  "room.notOpen": "over",
  "room.noEntry": "noEntry",
};

/** The room does not want this page any more, and says why. */
export function Closed({ reason }: { readonly reason: string }) {
  const say = useSay();
  const kind = known[reason] ?? "other";
  return (
    <main className="closed" id="content">
      <h1>{say("closed.heading")}</h1>
      <p role="alert">{say(`closed.${kind}`)}</p>
      {(kind === "replaced" || kind === "other") && (
        <button type="button" className="button" onClick={() => location.reload()}>
          {say("closed.reload")}
        </button>
      )}
    </main>
  );
}
