import { expect, type Page } from '@playwright/test';

/** All that the app's own components are made of. What a person wrote may become a, p, br, em, strong ... of these. */
const TAGS =
  'body div span p a br em strong s code pre blockquote ol ul li h1 h2 h3 main nav header footer section article aside ' +
  'form fieldset legend label input textarea button details summary dialog dl dt dd time img noscript script ' +
  'svg path circle rect g line polyline ellipse';

/** Looks at every element of the page: only ours, no handler in any attribute, no link that could run or load anything. */
export async function expectClean(page: Page, what: string): Promise<void> {
  const faults = await page.evaluate((allowed) => {
    const tags = new Set(allowed.split(' '));
    const found: string[] = [];
    const own = document.querySelectorAll('body script').length;
    for (const element of document.body.querySelectorAll('*')) {
      const tag = element.localName;
      const shown = element.outerHTML.slice(0, 200);
      if (!tags.has(tag)) found.push(`element ${tag}: ${shown}`);
      // The one that starts the app, from the page itself.
      if (tag === 'script' && own > 1) found.push(`script: ${shown}`);
      for (const { name, value } of element.attributes) {
        if (/^on|^srcdoc$|^formaction$|^action$|^ping$|^background$/.test(name))
          found.push(`${name}: ${shown}`);
        if (/^(href|src|xlink:href|poster|data)$/.test(name)) {
          const url = new URL(value, document.baseURI);
          const good =
            tag === 'img'
              ? url.protocol === 'blob:'
              : url.origin === location.origin ||
                (url.protocol === 'https:' && url.username === '' && tag === 'a') ||
                (url.protocol === 'http:' && url.hostname === 'localhost' && tag === 'a');
          if (!good) found.push(`${name} leads to ${value}: ${shown}`);
          if (
            url.origin !== location.origin &&
            tag === 'a' &&
            !element.getAttribute('rel')?.includes('noopener')
          )
            found.push(`no rel: ${shown}`);
        }
      }
    }
    return found;
  }, TAGS);
  expect(faults, what).toEqual([]);
}
