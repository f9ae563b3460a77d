import type { Chat } from './chat.ts';

/** Whether my words would be taken here, as far as this device knows: not from whoever only reads, or was removed. */
export const mayWrite = ({ role, problem }: Pick<Chat, 'role' | 'problem'>): boolean =>
  role !== 'reader' && !isShut(problem);

/** The chat's space does not let me in, or has no such chat. */
export const isShut = (problem: Chat['problem']): problem is 'forbidden' | 'missing' | 'gone' =>
  problem === 'forbidden' || problem === 'missing' || problem === 'gone';
