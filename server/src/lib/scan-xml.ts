import sax from "sax";

/** How much of everything XML may hold, so that what is done with it afterwards stays cheap. */
export interface XmlLimits {
  readonly characters: number;
  /** Elements, comments, processing instructions and CDATA sections. */
  readonly nodes: number;
  readonly depth: number;
  /** Of all elements together; declarations of name spaces count. */
  readonly attributes: number;
  /** Of name spaces, each counted once. */
  readonly prefixes: number;
}

/** Why XML is not read any further: "it" and the message make a sentence. */
export class XmlFault extends Error {}

/**
 * Reads XML once, in a pass whose cost grows with its length alone. It goes before anything that builds a tree or looks for
 * something in one: those take the square of what they get, or worse. Document types are refused: they bring entities.
 * @param wanted a name without its prefix
 * @returns the text of the first element of that name
 */
export function scanXml(xml: string, limits: XmlLimits, wanted?: string): string | undefined {
  if (xml.length > limits.characters) throw new XmlFault("is too long");
  // Without name spaces: the parser's own look-up of them is more than linear.
  const parser = sax.parser(true, { position: false });
  const left = { nodes: limits.nodes, attributes: limits.attributes };
  const prefixes = new Set<string>();
  let depth = 0;
  let roots = 0;
  let text: string | undefined;
  let isWanted = false;

  const count = (what: keyof typeof left) => {
    if (--left[what] < 0) throw new XmlFault(`has too many ${what}`);
  };
  parser.onerror = () => {
    throw new XmlFault("is no XML");
  };
  parser.ondoctype = () => {
    throw new XmlFault("has a document type");
  };
  parser.oncomment = parser.onprocessinginstruction = parser.onopencdata = () => count("nodes");
  parser.onattribute = ({ name }) => {
    count("attributes");
    if (!name.startsWith("xmlns")) return;
    if (prefixes.add(name).size > limits.prefixes) throw new XmlFault("has too many name spaces");
  };
  parser.onopentagstart = ({ name }) => {
    count("nodes");
    if (depth === 0) roots++;
    if (++depth > limits.depth) throw new XmlFault("is too deep");
    isWanted = text === undefined && wanted !== undefined && name.split(":").at(-1) === wanted;
    if (isWanted) text = "";
  };
  parser.ontext = (part) => {
    if (isWanted) text += part;
  };
  parser.onclosetag = () => {
    isWanted = false;
    depth--;
  };
  parser.write(xml).close();
  if (roots !== 1) throw new XmlFault("is no XML");
  return text;
}
