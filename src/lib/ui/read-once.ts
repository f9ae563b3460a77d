/** As many texts as somebody may scroll back over. */
const MOST = 500;

/**
 * The same reading, done once for each of the last texts: it takes longer than drawing, and a long list draws again and
 * again what comes near.
 */
export function readOnce<T>(read: (source: string) => T, most = MOST): (source: string) => T {
  const known = new Map<string, T>();
  return (source) => {
    const before = known.get(source);
    if (before !== undefined) return before;
    const made = read(source);
    const [oldest] = known.keys();
    if (oldest !== undefined && known.size >= most) known.delete(oldest);
    known.set(source, made);
    return made;
  };
}
