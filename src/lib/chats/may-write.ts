import type { Chat } from './chat.ts';

/**
 * Whether my words would be taken here, as far as this device knows: not from whoever only reads, was removed, or
 * reads a copy.
 */
export const mayWrite = ({ role, problem, isCopy }: Pick<Chat, 'role' | 'problem' | 'isCopy'>): boolean =>
  role !== 'reader' && !isShut(problem) && !isCopy;

/** Its address leads to something else: it was read, and does not say that it is a chat. */
export const isNoChat = ({
  isKnown,
  isChat,
  problem
}: Pick<Chat, 'isKnown' | 'isChat' | 'problem'>): boolean => isKnown && !isChat && problem === undefined;

/** The chat's space does not let me in, or has no such chat. */
export const isShut = (problem: Chat['problem']): problem is 'forbidden' | 'missing' | 'gone' =>
  problem === 'forbidden' || problem === 'missing' || problem === 'gone';
