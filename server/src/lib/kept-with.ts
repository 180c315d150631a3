/**
 * Remembers what was made of an object, for as long as somebody holds the object, once for each variant of it. For what
 * is costly to make and the same for everybody who asks.
 */
export function keptWith<Key extends object, Value>(): (key: Key, variant: string, make: () => Value) => Value {
  const kept = new WeakMap<Key, Map<string, Value>>();
  return (key, variant, make) => {
    const variants = kept.get(key) ?? new Map<string, Value>();
    if (variants.size === 0) kept.set(key, variants);
    const known = variants.get(variant);
    if (known !== undefined) return known;
    const made = make();
    variants.set(variant, made);
    return made;
  };
}
