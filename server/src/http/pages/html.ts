/** HTML that is safe to send: everything put into it was escaped. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Content = Html | string | number | false | null | undefined | readonly Content[];

/**
 * Makes HTML of a template. Values are escaped, save those that are Html already; lists are joined; false, null and
 * undefined leave nothing. Values belong between tags or into double-quoted attributes, nowhere else.
 */
export function html(texts: TemplateStringsArray, ...values: Content[]): Html {
  return new Html(texts.reduce((sum, text, index) => sum + toText(values[index - 1]) + text));
}

function toText(value: Content): string {
  if (value instanceof Html) return value.text;
  if (value === false || value === null || value === undefined) return "";
  return Array.isArray(value) ? value.map(toText).join("") : escapeHtml(String(value));
}

/** Loads a script of ours. In a template of `html` the compiler would take `</script>` for the end of a script around it. */
export function moduleScript(address: string): Html {
  return new Html(`<script type="module" src="${escapeHtml(address)}"></script>\n`);
}

/** For text between tags or in double-quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
