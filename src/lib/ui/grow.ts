import type { Attachment } from 'svelte/attachments';

/**
 * Lets a text area grow with its text where the browser has no `field-sizing` (CSS Basic User Interface 4, 7.2).
 * An attachment runs inside an effect: reading `value` makes it measure again whenever the text changes, by typing
 * or from outside.
 */
export function grow(value: () => string): Attachment<HTMLTextAreaElement> {
  return (area) => {
    value();
    if (CSS.supports('field-sizing', 'content')) return;
    area.style.blockSize = 'auto';
    area.style.blockSize = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
  };
}
