/** Chromium's event (Web App Manifest, appendix "installation prompts"); TypeScript's DOM does not know it. */
interface InstallEvent extends Event {
  prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }>;
}

/** Whether this browser would put Hearth beside the other apps of the device. */
export class Install {
  #offer = $state.raw<InstallEvent | undefined>();

  /** Listens from the first moment: the browser offers it once, soon after the page is loaded. */
  constructor() {
    addEventListener('beforeinstallprompt', (event) => {
      // Not over what somebody is reading: the settings have a line for it.
      event.preventDefault();
      this.#offer = event as InstallEvent;
    });
    addEventListener('appinstalled', () => (this.#offer = undefined));
  }

  /** `ask`: one press. `by-hand`: iOS, where only the share menu can. `none`: installed, or not possible here. */
  get way(): 'ask' | 'by-hand' | 'none' {
    if (this.#offer) return 'ask';
    // Only Apple's browsers on phones and tablets know this property; false: opened in the browser.
    return Reflect.get(navigator, 'standalone') === false ? 'by-hand' : 'none';
  }

  /** Asks. The browser allows one question an offer. */
  async ask(): Promise<void> {
    const offer = this.#offer;
    this.#offer = undefined;
    await offer?.prompt();
  }
}
