/** @typedef {{ id: string, case: string, ratio: number, goal: string, pass: boolean }} Row */

/**
 * The result for people: one line a row, in columns.
 * @param {readonly Row[]} rows
 */
export function table(rows) {
  const lines = [
    ['id', 'case', 'ratio', 'goal', ''],
    ...rows.map((row) => [row.id, row.case, row.ratio.toFixed(2), row.goal, row.pass ? 'met' : 'MISSED'])
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const text = lines.map((line) =>
    line
      .map((cell, column) =>
        column === 2 ? cell.padStart(widths[2] ?? 0) : cell.padEnd(widths[column] ?? 0)
      )
      .join('  ')
      .trimEnd()
  );
  return `\n${text.join('\n')}\n`;
}
