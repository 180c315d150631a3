import { readdirSync, readFileSync } from "node:fs";

const TICKS_PER_SECOND = 100;

/** Seconds of processor that a process and all below it have used so far, those of a name apart. */
export function processorSeconds(pid: number, isCounted: (command: string) => boolean = () => true): number {
  const own = ownSeconds(pid, isCounted);
  return childrenOf(pid).reduce((total, child) => total + processorSeconds(child, isCounted), own);
}

function ownSeconds(pid: number, isCounted: (command: string) => boolean): number {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    const command = text.slice(text.indexOf("(") + 1, text.lastIndexOf(")"));
    const [, , , , , , , , , , , user = "0", system = "0"] = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return isCounted(command) ? (Number(user) + Number(system)) / TICKS_PER_SECOND : 0;
  } catch {
    return 0;
  }
}

function childrenOf(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, "utf8").split(" ").filter(Boolean).map(Number),
    );
  } catch {
    return [];
  }
}
