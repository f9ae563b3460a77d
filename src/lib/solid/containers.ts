/** The container a resource is in, or undefined for the root of its origin. */
export function parentOf(url: string): string | undefined {
  const { origin, pathname } = new URL(url);
  if (pathname === '/') return undefined;
  return origin + pathname.slice(0, pathname.replace(/\/$/, '').lastIndexOf('/') + 1);
}

/** All containers around a resource, the nearest first, up to the root of its origin. */
export function ancestorsOf(url: string): string[] {
  const above: string[] = [];
  for (let at = parentOf(url); at !== undefined; at = parentOf(at)) above.push(at);
  return above;
}

/** Whether `url` lies directly in `container`: a listing that names anything else lies or is confused. */
export function isChild(url: string, container: string): boolean {
  try {
    const { search, hash } = new URL(url);
    return search === '' && hash === '' && url.startsWith(container) && parentOf(url) === container;
  } catch {
    // Not an address at all, so not a child.
    return false;
  }
}
