/** A field of a registration page, as admission needs it. */
export interface RegistrationField {
  readonly field: string;
  readonly caption: string;
  readonly type: string;
  readonly validation: string;
  readonly isRequired: boolean;
  readonly options: readonly string[] | null;
}
