/** What a browser keeps for a page (`localStorage`, `sessionStorage`), without a browser. */
export class Shelf extends Map<string, string> implements Storage {
  get length(): number {
    return this.size;
  }
  getItem = (key: string) => this.get(key) ?? null;
  setItem = (key: string, value: string) => void this.set(key, value);
  removeItem = (key: string) => void this.delete(key);
  key = (at: number) => [...this.keys()][at] ?? null;
  [name: string]: unknown;
}
