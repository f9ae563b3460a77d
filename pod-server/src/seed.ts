import type { Parts } from './wiring.ts';

/** An account to have from the start. `settings.name` is the name others see; without it the handle serves. */
export interface Seed {
  email: string;
  password: string;
  pods: { name: string; settings?: { name?: string } }[];
}

/** Creates the accounts and spaces that are not there yet; on a second start it changes nothing. */
export async function sow(seeds: Seed[], { AccountStore, PasswordStore, PodCreator }: Parts): Promise<void> {
  for (const { email, password, pods } of seeds) {
    if (await PasswordStore.findByEmail(email)) continue;
    const accountId = await AccountStore.create();
    const login = await PasswordStore.create(email, accountId, password);
    await PasswordStore.confirmVerification(login);
    for (const { name, settings } of pods) await PodCreator.handleSafe({ accountId, name, settings });
  }
}
