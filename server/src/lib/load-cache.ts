/** Values by key, loaded when first asked for and kept until dropped. */
export interface LoadCache<Key, Value> {
  /** The value at once when it is known, so that a hot path needs no promise. Misses are not remembered. */
  get(key: Key): Value | Promise<Value | undefined>;
  drop(key: Key): void;
  clear(): void;
}

/** @param max entries kept; the longest-kept goes first. */
export function createLoadCache<Key, Value extends object>(
  load: (key: Key) => Promise<Value | undefined>,
  max = 10_000,
): LoadCache<Key, Value> {
  const known = new Map<Key, Value>();
  const loading = new Map<Key, Promise<Value | undefined>>();

  async function loadOnce(key: Key): Promise<Value | undefined> {
    const started = load(key);
    loading.set(key, started);
    try {
      const value = await started;
      // A drop during the load means the loaded value may be outdated: answer it, but do not keep it.
      if (value && loading.get(key) === started) keep(key, value);
      return value;
    } finally {
      if (loading.get(key) === started) loading.delete(key);
    }
  }

  function keep(key: Key, value: Value): void {
    known.set(key, value);
    const [oldest] = known.keys();
    if (known.size > max && oldest !== undefined) known.delete(oldest);
  }

  return {
    get: (key) => known.get(key) ?? loading.get(key) ?? loadOnce(key),
    drop(key) {
      known.delete(key);
      loading.delete(key);
    },
    clear() {
      known.clear();
      loading.clear();
    },
  };
}
