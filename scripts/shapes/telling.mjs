const SH = 'http://www.w3.org/ns/shacl#';

/**
 * The results worth telling: where one of two words that should agree is missing, that is said once, and not also
 * that they differ; and that they differ is said once, not for each value.
 * @param {any[]} results of shacl-engine, which has no types
 */
export function telling(results) {
  const missing = new Set(
    results.filter((result) => isOf(result, 'MinCount')).map((result) => about(result, pathOf(result)))
  );
  const said = new Set();
  return results.filter((result) => {
    if (!isOf(result, 'Equals')) return true;
    const other = result.shape.ptr.out([result.factory.namedNode(`${SH}equals`)]).term;
    const keys = [about(result, pathOf(result)), about(result, other)];
    if (keys.some((key) => missing.has(key)) || said.has(keys[0])) return false;
    said.add(keys[0]);
    return true;
  });
}

/** @param {any} result @param {string} kind */
const isOf = (result, kind) => result.constraintComponent.value === `${SH}${kind}ConstraintComponent`;

/** @param {any} result */
const pathOf = (result) => result.path?.[0]?.predicates[0];

/** @param {any} result @param {any} word */
const about = (result, word) => `${result.focusNode.term.value} ${word?.value}`;
