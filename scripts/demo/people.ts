import { readFile } from 'node:fs/promises';

export interface DemoPerson {
  readonly name: string;
  readonly handle: string;
  readonly email: string;
  /** Known to everybody who reads this file: the demo listens on this computer only. */
  readonly password: string;
  readonly about: string;
  readonly posts: readonly {
    readonly text: string;
    readonly audience: 'public' | 'friends';
    readonly hoursAgo: number;
  }[];
}

export const PEOPLE: readonly DemoPerson[] = [
  {
    name: 'Alice Ember',
    handle: 'alice',
    email: 'alice@example.org',
    password: 'alice-at-home',
    about: 'Bakes bread, sings alto, keeps the server running.',
    posts: [
      { text: 'The sourdough has a name now: *Gerald*. He is doing well.', audience: 'public', hoursAgo: 50 },
      {
        text: 'Choir on Thursday is **half an hour later** than usual.\n\n- 19:30 warming up\n- 20:00 the Fauré\n- after that: cake',
        audience: 'friends',
        hoursAgo: 6
      }
    ]
  },
  {
    name: 'Bob Castillo',
    handle: 'bob',
    email: 'bob@example.org',
    password: 'bob-at-home',
    about: 'Bicycles, mostly. Second bass.',
    posts: [
      {
        text: 'Repaired the tandem. Who is brave enough to sit in the back?',
        audience: 'friends',
        hoursAgo: 20
      },
      {
        text: 'If you want to know how all this works underneath: https://solidproject.org/ explains it well.',
        audience: 'public',
        hoursAgo: 3
      }
    ]
  },
  {
    name: 'Carol Winter',
    handle: 'carol',
    email: 'carol@example.org',
    password: 'carol-at-home',
    about: 'Grandmother of five, gardener, reads everything.',
    posts: [
      { text: 'First snowdrops behind the shed! I nearly stepped on them.', audience: 'public', hoursAgo: 9 }
    ]
  }
];

/** A drawn face, from beside the sources. */
export async function portrait(folder: string, handle: string): Promise<Blob> {
  const bytes = await readFile(`${folder}/${handle}.png`);
  return new Blob([new Uint8Array(bytes)], { type: 'image/png' });
}
