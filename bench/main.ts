import { measureEvents } from "./events/events.ts";
import { measureHostile } from "./hostile/hostile.ts";
import { endOnSignals } from "./lib/ending.ts";
import { measureMail } from "./mail/mail.ts";
import { measureRegistration } from "./registration/registration.ts";
import { measureRegistrationPage } from "./registration-page/registration-page.ts";
import { measureRoom } from "./room/room.ts";
import { measureStart } from "./start/start.ts";

// `npm run bench -- <benchmark> [options]`: README.md tells what each measures.

const benchmarks: Record<string, (args: string[]) => Promise<void>> = {
  events: measureEvents,
  hostile: measureHostile,
  mail: measureMail,
  registration: measureRegistration,
  "registration-page": measureRegistrationPage,
  room: measureRoom,
  start: measureStart,
};

endOnSignals();
const [name = "", ...args] = process.argv.slice(2);
const benchmark = benchmarks[name];
try {
  if (!benchmark) throw new Error(`Say what to measure: ${Object.keys(benchmarks).join(" or ")}`);
  await benchmark(args);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
