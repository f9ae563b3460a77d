/** How a saved chat looks: the browser's own letters and colours, light or dark as the reader has it. */
export const STYLE = `
:root { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.5; }
body { margin: 0; padding: 1rem; }
main { max-width: 40rem; margin: 0 auto; overflow-wrap: anywhere; }
h2 { font-size: 1rem; border-bottom: 1px solid; margin: 2rem 0 1rem; }
article { margin: 1rem 0; max-height: 100rem; overflow: auto; contain: content; }
article p, article ul, article ol, pre, blockquote { margin: 0.2rem 0; }
blockquote { border-inline-start: 3px solid; padding-inline-start: 0.7rem; margin-inline: 0; }
pre { white-space: pre-wrap; }
.head time, .small, .note { font-size: 0.875rem; opacity: 0.75; }
.note { font-style: italic; }
@media print { article { max-height: none; break-inside: avoid; } }
`;
