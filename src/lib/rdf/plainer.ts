/**
 * A string in any of Turtle's four quotes with what says its language or type; or what is no string though quotes may
 * stand in it. Each letter is looked at a few times at the most, whatever the text.
 */
const TOKEN =
  /("""(?:[^"\\]|\\[^]|"(?!""))*"""|'''(?:[^'\\]|\\[^]|'(?!''))*'''|"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\\\r\n]|\\.)*')(@[A-Za-z0-9-]+|\^\^<[^<>\r\n]*>)?|<[^<>\r\n]*>|\\[^]/g;

/**
 * The same Turtle without languages and types that n3 refuses though other servers' parsers take them: subtags of more
 * than eight letters (BCP 47, 2.1) and `rdf:langString` without a language. Left in, one such word of somebody who may add to a
 * document would hide all that others say there.
 */
export const plainer = (turtle: string): string =>
  turtle.replace(TOKEN, (token: string, string?: string, says?: string) =>
    string !== undefined && says !== undefined && isRefused(says) ? string : token
  );

const isRefused = (says: string): boolean =>
  says.startsWith('@')
    ? says.split('-').some((part) => part.length > 8)
    : /#(?:dirL|l)angString>$/.test(says);
