/**
 * n3's files are CommonJS with a `default` property. Node hands over the whole module object, a bundler
 * hands over the default itself; both have to give the same thing.
 */
export function behindDefault<T extends object>(module: T): T {
  return 'default' in module ? (module.default as T) : module;
}
