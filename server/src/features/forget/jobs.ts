import type { JobDefinition } from "../../jobs.ts";
import { forgetPlanned } from "./forget-people.ts";

/** Goes on with a forgetting that the process which was asked may have left in the middle. */
export const forgetPeopleJob: JobDefinition = {
  name: "forget-people",
  async run({ db }, payload) {
    const { clientId, id } = payload as { clientId: number; id: number };
    await forgetPlanned(db, clientId, id);
  },
};
