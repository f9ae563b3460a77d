/** A text as it may stand in the content of an element and between the double quotes of an attribute (HTML, 13.1). */
export const escaped = (text: string): string =>
  text.replace(/[&<>"'`]/g, (sign) => `&#${sign.charCodeAt(0)};`);
