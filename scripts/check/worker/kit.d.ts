/** What SvelteKit tells a service worker; its own declaration brings the globals of a page with it. */
declare module '$service-worker' {
  /** Paths of the built files. */
  export const build: string[];
  /** Paths of the files in static/. */
  export const files: string[];
  export const version: string;
}
