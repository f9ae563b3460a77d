import { possessive } from '#lib/people/possessive.ts';

const waiting = (count: number): string => (count > 0 ? `, ${count} waiting` : '');
const space = (name: string | undefined): string => (name === undefined ? 'Your' : possessive(name));

/** What is said about how things stand. One file, so that a second language is a second file. */
export const words = {
  pill: {
    saved: (silent: readonly string[]) =>
      silent.length === 0
        ? 'Up to date'
        : `Up to date except ${silent.length === 1 ? silent[0]! : `${silent.length} friends`}`,
    looking: 'Looking for news',
    saving: (count: number) => `Saving ${count}`,
    offline: (count: number) => `Offline${waiting(count)}`,
    signedOut: (count: number) => `Signed out${waiting(count)}`,
    notYetIn: (count: number) => `Not signed in yet${waiting(count)}`,
    notAnswering: (name: string | undefined, count: number) =>
      `${space(name)} space is not answering${waiting(count)}`,
    unread: (fault: 'closed' | 'unopened' | 'garbled', count: number) =>
      `${fault === 'garbled' ? 'What your space sends cannot be read' : 'Your space does not let you read'}${waiting(count)}`,
    refused: (count: number) => (count === 1 ? '1 not sent, needs you' : `${count} not sent, need you`)
  },
  why: {
    sending: 'Being sent',
    offline: 'Waits for a connection',
    behind: (label: string) => `Waits for what is before it: ${label}`,
    /** Problems that pass by themselves. */
    trouble: (problem: string, name: string | undefined) =>
      problem === 'unauthorised'
        ? 'Waits until you are signed in again'
        : problem === 'broken'
          ? `${space(name)} space has a fault of its own`
          : `${space(name)} space is not answering`,
    next: (seconds: number) =>
      seconds <= 0
        ? 'trying now'
        : seconds < 60
          ? `next try in ${seconds} s`
          : `next try in ${Math.ceil(seconds / 60)} min`
  },
  post: {
    publish: 'Post',
    edit: 'Change of a post',
    delete: 'Deletion of a post',
    restore: 'Undo of a deletion'
  }
};
