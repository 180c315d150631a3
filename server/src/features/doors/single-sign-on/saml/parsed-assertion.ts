/** An element as the library's parser gives it: lists of its children by name, `$` its attributes, `_` its text. */
export interface ParsedElement {
  readonly $?: Readonly<Record<string, string>>;
  readonly _?: string;
}

/** The signed assertion. */
export interface ParsedAssertion extends ParsedElement {
  readonly Issuer?: readonly ParsedElement[];
  readonly Subject?: readonly ParsedSubject[];
  readonly AuthnStatement?: readonly ParsedElement[];
  readonly AttributeStatement?: readonly {
    readonly Attribute?: readonly (ParsedElement & { readonly AttributeValue?: readonly (ParsedElement | string)[] })[];
  }[];
}

export interface ParsedSubject {
  readonly NameID?: readonly ParsedElement[];
  readonly SubjectConfirmation?: readonly (ParsedElement & {
    readonly SubjectConfirmationData?: readonly ParsedElement[];
  })[];
}

export interface NameId {
  readonly value: string;
  readonly format?: string;
}

export function readNameId({ Subject }: ParsedAssertion): NameId | undefined {
  const name = Subject?.[0]?.NameID?.[0];
  const value = name?._?.trim();
  const format = name?.$?.Format;
  return value ? { value, ...(format && { format }) } : undefined;
}

/**
 * The texts of each attribute; what holds elements has none. The library's own answer is a mixture of attributes and its
 * own properties, in which one can stand for another.
 */
export function readAttributes({ AttributeStatement = [] }: ParsedAssertion): Map<string, string[]> {
  const attributes = new Map<string, string[]>();
  for (const { $, AttributeValue = [] } of AttributeStatement.flatMap(({ Attribute = [] }) => Attribute)) {
    if ($?.Name === undefined) continue;
    const texts = AttributeValue.flatMap(textsOf);
    attributes.set($.Name, [...(attributes.get($.Name) ?? []), ...texts]);
  }
  return attributes;
}

function textsOf(value: ParsedElement | string): string[] {
  if (typeof value === "string") return [value];
  const holdsElements = Object.keys(value).some((name) => name !== "_" && name !== "$");
  return holdsElements || value._ === undefined ? [] : [value._];
}
