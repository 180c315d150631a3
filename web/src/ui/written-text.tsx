/** What producers wrote, as HTML that the server has made harmless. */
export function WrittenText({ html }: { readonly html: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the room tells producers' texts only after sanitiseHtml
  return <div className="written" dangerouslySetInnerHTML={{ __html: html }} />;
}
