/** What went through the door to a space. */
export interface Door {
  /** Addresses of folders that were listed. */
  readonly listed: string[];
  /** Addresses of documents that were patched. */
  readonly patched: Set<string>;
  /** What was asked and answered. */
  note(method: string, url: string, isOk: boolean): void;
}

/**
 * Counts listings (a GET of a folder, LDP 4.2.8) and patched documents. A refusal lists nothing: after a rule was
 * written, the app asks as a stranger whether it holds.
 */
export function openDoor(): Door {
  const door: Door = {
    listed: [],
    patched: new Set(),
    note(method, address, isOk) {
      const { pathname, href } = new URL(address);
      if (method === 'GET' && isOk && pathname.endsWith('/')) door.listed.push(href);
      if (method === 'PATCH') door.patched.add(href);
    }
  };
  return door;
}

/** A fetch that goes through it. */
export const through =
  (door: Door) =>
  (send: typeof fetch): typeof fetch =>
  async (input, init) => {
    const request = new Request(input, init);
    const { method, url } = request;
    const answer = await send(request);
    door.note(method, url, answer.ok);
    return answer;
  };
