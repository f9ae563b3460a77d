/** What a person's text may become on the screen, and nothing else: the whole of it is in these types. */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'break' }
  | { kind: 'emphasis' | 'strong' | 'strike'; inside: Inline[] }
  | { kind: 'code'; text: string }
  /** `href` has passed safeHref. `host` is set where the words of the link claim another place than it goes to. */
  | { kind: 'link'; href: string; inside: Inline[]; host?: string };

export type Block =
  | { kind: 'paragraph'; inside: Inline[] }
  | { kind: 'quote'; inside: Block[] }
  | { kind: 'list'; ordered: boolean; start: number; items: Block[][] }
  | { kind: 'pre'; text: string };

/** `cut`: the text was longer than anybody reads, and its end is not in `blocks`. */
export type Rich = { blocks: Block[]; cut: boolean };

/** `shown` and `markdown` in characters; `marks`: characters that may open something; `depth` in each other. */
export const limits = { shown: 50_000, lines: 1_500, markdown: 20_000, depth: 6, marks: 4_000 } as const;
