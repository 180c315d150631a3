import type { Feature } from "../../../feature.ts";
import { certificationList } from "./v2.ts";

/** What webinars give certificates for. */
export const certifications = { name: "certifications", v2: [certificationList] } satisfies Feature;
