/** Where Lectern begins in the address of this page: a proxy may serve it below a path. */
const [before = ""] = location.pathname.split("/wcc/");
const root = new URL(`${before}/`, location.href);

/** The address of something below the public address, such as `/files/{key}`; other sites' addresses stay as they are. */
export function publicAddress(path: string): string {
  return path.startsWith("/") && !path.startsWith("//") ? new URL(path.slice(1), root).href : path;
}
