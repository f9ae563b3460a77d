/** The document an address stands in: what is before the fragment (RFC 3986, 3.5). */
export function documentOf(address: string): string {
  const hash = address.indexOf('#');
  return hash < 0 ? address : address.slice(0, hash);
}
