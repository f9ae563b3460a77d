import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * What keeps somebody out of the page as it stands (WCAG 2.2 AA as far as axe sees), and which piece of it. In the page
 * itself and without a record of what is well: our pages have no frames, and it takes 2 s of processor instead of 5.
 */
export async function keptOut(page: Page, more: readonly string[] = []): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags([...WCAG, ...more])
    .setLegacyMode(true)
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
