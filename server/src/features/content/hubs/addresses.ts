/** Path of a hub, or of a content in it, below the public address. */
export function gatewayPath(slug: string, id: number): string {
  return `/wcc/gateway/${slug}/${id}`;
}

export function thumbnailPath(key: string): string {
  return `/files/${key}`;
}
