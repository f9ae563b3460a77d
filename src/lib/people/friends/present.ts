/** Without the holes. They must come last where later writes name earlier ones by number. */
export const present = <T>(list: readonly (T | undefined)[]): T[] => list.filter((one) => one !== undefined);
