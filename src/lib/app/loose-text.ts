/** Around fields whose text is kept as it is typed. */
const KEPT = '[data-kept]';
/** Fields that take effect when they are changed. */
const AT_ONCE = new Set(['checkbox', 'radio', 'button', 'submit', 'range', 'color']);

type Typed = HTMLInputElement | HTMLTextAreaElement;

/** Watches for what somebody types on this page that a reload would lose. Answers a question about it. */
export function watchLooseText(page: Document): () => boolean {
  const typed = new Set<Typed>();
  page.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) typed.add(target);
  });
  return () => {
    for (const field of typed) if (!field.isConnected) typed.delete(field);
    return [...typed].some(
      (field) => !AT_ONCE.has(field.type) && field.value !== '' && field.closest(KEPT) === null
    );
  };
}
