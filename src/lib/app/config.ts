/** What the app's own server tells about this installation (`/config.json`). */
export interface Config {
  /** The server where one can create a space here, with its slash; null where there is none. */
  readonly pods: string | null;
}

const KEY = 'hearth:config';

/** As it was told last on this device. */
export function rememberedConfig(): Config | undefined {
  try {
    return (JSON.parse(localStorage.getItem(KEY) ?? 'null') as Config | null) ?? undefined;
  } catch {
    return undefined; // damaged: it is told again
  }
}

/** From the network, or as remembered when offline. */
export async function loadConfig(): Promise<Config> {
  try {
    const response = await fetch('/config.json');
    if (!response.ok) throw new Error(`${response.status}`);
    const config = (await response.json()) as Config;
    localStorage.setItem(KEY, JSON.stringify(config));
    return config;
  } catch {
    // Offline, or a static host without the document: signing in works all the same.
    return rememberedConfig() ?? { pods: null };
  }
}
