import type { PostView } from '#lib/ui/post.ts';

/** People who exist only here, with names that are long, short, Arabic, one letter and a sign. */
export const people = {
  anna: { id: 'https://anna.example/me', name: 'Anna Weber' },
  omar: { id: 'https://omar.example/me', name: 'عمر الخطيب' },
  long: {
    id: 'https://long.example/me',
    name: 'Wolfeschlegelsteinhausenbergerdorff-Maximiliana von und zu Hohenlohe-Waldenburg'
  },
  x: { id: 'https://x.example/me', name: 'X' },
  mei: { id: 'https://mei.example/me', name: '李 美玲' },
  tom: { id: 'https://tom.example/me', name: 'Tom O’Brien', picture: '/icon.svg' }
};

const minutes = (count: number) => Date.now() - count * 60_000;
const link = (who: { id: string }) => `?id=${encodeURIComponent(who.id)}`;

export const posts: PostView[] = [
  {
    id: '1',
    href: '?u=1',
    author: { ...people.anna, href: link(people.anna) },
    at: minutes(4),
    audience: 'friends',
    text: 'The apricots are ripe, all of them, on the same day, as every year. Come and take some.\n\nBring a basket. The *small* tree by the wall has the good ones.'
  },
  {
    id: '2',
    href: '?u=2',
    author: { ...people.omar, href: link(people.omar) },
    at: minutes(130),
    audience: 'everyone',
    text: 'وصلنا إلى البيت قبل المطر بدقيقة واحدة. الشاي جاهز ☕'
  },
  {
    id: '3',
    href: '?u=3',
    author: { ...people.long, href: link(people.long) },
    at: minutes(60 * 26),
    edited: minutes(60 * 20),
    audience: 'people',
    audienceLabel: 'Anna and 3 others',
    text: 'Notes from the **choir**, for those who could not come:\n\n1. Tuesday is at seven, not half past\n2. Bring `score-b.pdf`, page 4\n3. ~~Cake~~ Two cakes\n\n> Sing as if nobody were recording it.\n\nThe whole plan: https://example.org/choir/2026/autumn/programme-and-rehearsals.html?from=newsletter and a word without an end: Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'
  },
  {
    id: '4',
    author: people.tom,
    at: minutes(0),
    audience: 'friends',
    state: 'waiting',
    text: 'Written in the train, in the tunnel.'
  },
  {
    id: '5',
    author: people.tom,
    at: minutes(1),
    audience: 'me',
    state: 'refused',
    problem: {
      title: 'Your space refused this post.',
      safe: 'Your text is kept on this device.',
      text: 'It is full: make room or ask who runs it, then try again.'
    },
    text: 'A thought only for me.'
  }
];
