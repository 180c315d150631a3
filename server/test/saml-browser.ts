/** A browser as far as SAML needs one: it follows redirects, keeps cookies by host, and sends the form of a page. */
export function createSamlBrowser() {
  const jars = new Map<string, Map<string, string>>();

  async function load(address: string, init: RequestInit = {}): Promise<Response> {
    const url = new URL(address);
    const jar = jars.get(url.host) ?? new Map<string, string>();
    jars.set(url.host, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { ...(init.headers as Record<string, string>), ...(cookie && { cookie }) };
    const response = await fetch(url, { ...init, headers, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const name = pair.slice(0, pair.indexOf("="));
      if (/max-age=0/i.test(line)) jar.delete(name);
      else jar.set(name, pair.slice(name.length + 1));
    }
    return response;
  }

  /** One step: what a browser does by itself with an answer; undefined when there is nothing to do. */
  async function step(response: Response): Promise<Response | undefined> {
    const onward = response.headers.get("location") ?? response.headers.get("refresh")?.replace(/^0; url=/, "");
    if (onward) return load(new URL(onward, response.url).href);
    if (!/html/.test(response.headers.get("content-type") ?? "")) return undefined;
    const text = await response.clone().text();
    const action = /<form method="post" name="hiddenform" action="([^"]+)"/.exec(text)?.[1];
    if (action === undefined) return undefined;
    return post(unescapeHtml(action), readFields(text));
  }

  const post = (address: string, fields: Record<string, string>) =>
    load(address, { method: "POST", body: new URLSearchParams(fields) });

  return {
    load,
    post,
    cookies: (host: string) => Object.fromEntries(jars.get(host) ?? []),
    /** Goes on until a page is there to be read, or `until` says so of an answer. */
    async open(address: string, until: (response: Response) => boolean = () => false): Promise<Response> {
      let response = await load(address);
      for (let steps = 0; steps < 20 && !until(response); steps++) {
        const next = await step(response);
        if (!next) return response;
        response = next;
      }
      return response;
    },
    /** Up to the page of the identity provider that would post its answer to us; answers with its fields. */
    async fetchAnswer(address: string): Promise<{ action: string; fields: Record<string, string> }> {
      const isForm = (response: Response) => !response.headers.has("location");
      const page = await this.open(address, isForm);
      const text = await page.text();
      const action = /<form method="post" name="hiddenform" action="([^"]+)"/.exec(text)?.[1];
      if (action === undefined) throw new Error(`no form: ${page.status} ${text.slice(0, 500)}`);
      return { action: unescapeHtml(action), fields: readFields(text) };
    },
  };
}

function readFields(text: string): Record<string, string> {
  const inputs = text.matchAll(/<input type="hidden"\s+name="([^"]+)"\s+value="([^"]*)"/g);
  return Object.fromEntries([...inputs].map(([, name = "", value = ""]) => [name, unescapeHtml(value)]));
}

function unescapeHtml(text: string): string {
  return text.replace(/&#(\d+);/g, (_whole, code) => String.fromCharCode(Number(code))).replaceAll("&amp;", "&");
}
