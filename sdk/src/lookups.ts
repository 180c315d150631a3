import type { CallOptions, Calls } from "./calls.ts";

/** The lists that other calls take their codes and ids from. */
export function createLookups({ call }: Calls) {
  return {
    accountManagers: async (options: CallOptions = {}) =>
      (await call("Helpers.RetrieveAccountManagers", options)).accountmanagers,
    customAccountTags: async (options: CallOptions = {}) =>
      (await call("Helpers.CustomAccountTags", options)).customaccounttags,
    eventManagers: async (options: CallOptions = {}) =>
      (await call("Helpers.RetrieveEventManagers", options)).eventmanagers,
    eventProfiles: async (options: CallOptions = {}) =>
      (await call("Helpers.RetrieveEventProfiles", options)).eventprofiles,
    eventTypes: async (options: CallOptions = {}) => (await call("Helpers.RetrieveEventTypes", options)).eventtypes,
    languages: async (options: CallOptions = {}) =>
      (await call("Helpers.RetrieveLanguageCodes", options)).languagecodes,
    /** The fields of an event's registration page, required ones marked. */
    registrationFields: async (eventId: number, options: CallOptions = {}) =>
      (await call("Helpers.RetrieveRegistrationFields", { ...options, params: { eventId } })).registrationfields,
    replacementTokens: async (options: CallOptions = {}) =>
      (await call("Helpers.RetrieveReplacementTokens", options)).replacementtokens,
    salesReps: async (options: CallOptions = {}) => (await call("Helpers.RetrieveSalesRepContacts", options)).salesreps,
    signalReps: async (options: CallOptions = {}) => (await call("Helpers.RetrieveSignalContacts", options)).signalreps,
    /** The client itself by name, and what is below it. */
    subClients: (options: CallOptions = {}) => call("AnalyticsClientLevel.SubClients", options),
    technicalContacts: async (options: CallOptions = {}) =>
      (await call("Helpers.RetrieveTechnicalRepContacts", options)).technicalcontacts,
    timeZones: async (options: CallOptions = {}) => (await call("Helpers.RetrieveTimezonesCodes", options)).timezones,
    users: async (options: CallOptions = {}) => (await call("Helpers.Users", options)).users,
  };
}
