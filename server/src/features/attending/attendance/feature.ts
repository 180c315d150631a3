import type { Feature } from "../../../feature.ts";
import { attendanceChanges } from "./changes.ts";
import { forgetAttendance } from "./forget-attendance.ts";
import { endLostSessionsJob, makePartitionsJob } from "./jobs.ts";

export const attendance = {
  name: "attendance",
  jobs: [makePartitionsJob, endLostSessionsJob],
  forget: { people: forgetAttendance },
  changes: attendanceChanges.kinds,
} satisfies Feature;
