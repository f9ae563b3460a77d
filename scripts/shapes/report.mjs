import { short } from './rdf.mjs';

/** @typedef {import('./check-document.mjs').Fault} Fault */

/**
 * @typedef {object} Outcome
 * @property {number} documents
 * @property {number} things how many have a shape
 * @property {Fault[]} faults
 * @property {Fault[]} advice
 * @property {{ url: string, why: string }[]} skipped
 */

/** The outcome as lines for a person. @param {Outcome} outcome @returns {string[]} */
export function lines(outcome) {
  const { documents, things, faults, advice, skipped } = outcome;
  const lines = [];
  let file = '';
  for (const each of [...faults, ...advice].sort((a, b) =>
    a.file < b.file ? -1 : a.file > b.file ? 1 : 0
  )) {
    if (each.file !== file) lines.push('', (file = each.file));
    const subject = each.subject
      ? `${short(each.subject, each.url)}${each.shape ? ` (${each.shape})` : ''}: `
      : '';
    lines.push(
      `  ${each.severity === 'fault' ? 'fault ' : 'advice'}  ${subject}${each.wrong.replace(/\.$/, '')}.`,
      `          Right: ${each.right}`
    );
  }
  if (skipped.length > 0) lines.push('', 'Not checked:');
  for (const { url, why } of skipped) lines.push(`  ${url}: ${why}`);
  lines.push(
    '',
    `${count(documents, 'document')}, ${count(things, 'thing')} with a shape: ${verdict(faults, advice)}.`
  );
  return lines;
}

/** @param {Fault[]} faults @param {Fault[]} advice */
function verdict(faults, advice) {
  const tips = advice.length > 0 ? `, ${count(advice.length, 'piece')} of advice` : '';
  return (faults.length === 0 ? 'no fault' : count(faults.length, 'fault')) + tips;
}

/** @param {number} n @param {string} noun */
const count = (n, noun) => `${n} ${noun}${n === 1 ? '' : 's'}`;
