/** The document that an address of a thing or person lies in: everything before the `#`. */
export function documentOf(address: string): string {
  const hash = address.indexOf('#');
  return hash < 0 ? address : address.slice(0, hash);
}

/**
 * A short readable stand-in for a person whose name is not known (yet): the part of the address that differs
 * between people ("anna" of .../anna/profile/card#me, "anna.example" of its root).
 */
export function handleOf(address: string): string {
  if (!URL.canParse(address)) return address.slice(0, 60);
  const { host, pathname } = new URL(address);
  const usual = /^(profile|card|index|webid|me|people|users|u|id)(\.ttl)?$/i;
  const part = pathname.split('/').find((each) => each !== '' && !usual.test(each));
  return part === undefined ? host : decoded(part);
}

/** Where a person's address is, for "Anna Weber at solidweb.me". */
export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : '';
}

/**
 * What tells apart two people of one name: the host, and where people share it the handle too. Whoever takes another's
 * name and picture on the same server does not have this.
 */
export function placeOf(address: string): string {
  const [host, handle] = [hostOf(address), handleOf(address)];
  return host === '' || handle === host ? host : `${host}/${handle}`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // A stray percent sign: the raw text is still a name.
    return part;
  }
}
