/** What those whom it does not concern are told again and again, for as long as something is under way. */
export interface Watch {
  /** Every answer seen, as `status address`. */
  readonly seen: Set<string>;
  /** Answers how often everything was asked for. */
  stop(): Promise<number>;
}

/** Asks for these addresses, round after round, as each of the strangers. */
export function watch(addresses: readonly string[], strangers: readonly (typeof fetch)[]): Watch {
  const seen = new Set<string>();
  let on = true;
  const round = async (): Promise<void> => {
    for (const address of addresses) {
      for (const ask of strangers) {
        const response = await ask(address);
        await response.text();
        seen.add(`${response.status} ${address}`);
      }
    }
  };
  let rounds = 0;
  const asking = (async () => {
    for (; on; rounds++) await round();
  })();
  return {
    seen,
    async stop() {
      on = false;
      await asking;
      return rounds;
    }
  };
}

/** Everything in a space by address, as its owner reads it: what it says and who may use it. */
export async function everythingIn(container: string, own: typeof fetch): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const listing = await own(container, { headers: { accept: 'text/turtle' } });
  const text = await listing.text();
  if (!listing.ok) throw new Error(`${listing.status} ${container}`);
  found.set(container, await accessOf(listing, own));
  const members = /ldp:contains\s+([^;.]*<[^;]*>)/g;
  for (const [, list = ''] of text.matchAll(members)) {
    for (const [, name = ''] of list.matchAll(/<([^>]*)>/g)) {
      const address = new URL(name, container).href;
      if (address.endsWith('/')) {
        for (const [key, value] of await everythingIn(address, own)) found.set(key, value);
      } else {
        const response = await own(address);
        found.set(address, `${await response.text()}\n${await accessOf(response, own)}`);
      }
    }
  }
  return found;
}

async function accessOf(response: Response, own: typeof fetch): Promise<string> {
  const link = /<([^>]*)>\s*;\s*rel="acl"/.exec(response.headers.get('link') ?? '')?.[1];
  if (!link) throw new Error(`No access document is named for ${response.url}.`);
  const answer = await own(new URL(link, response.url));
  return answer.ok ? answer.text() : `${answer.status}`;
}
