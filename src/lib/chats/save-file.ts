/** How long a file's address is kept for the browser to take it, ms. */
const KEPT_MS = 60_000;

/** Gives a file to the person, as a download: never as a page of this app's origin. */
export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
