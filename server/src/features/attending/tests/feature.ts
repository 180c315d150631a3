import type { Feature } from "../../../feature.ts";
import { testChanges } from "./changes.ts";
import { testsSocket } from "./socket.ts";

export const tests = { name: "tests", socket: [testsSocket], changes: testChanges.kinds } satisfies Feature;
