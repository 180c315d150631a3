import type { Feature } from "../../../feature.ts";
import { resourcesSocket } from "./socket.ts";

export const resources = { name: "resources", socket: [resourcesSocket] } satisfies Feature;
