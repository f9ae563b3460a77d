// The law of the house, once, for dependency-cruiser and for eslint (which sees type imports inside .svelte).

/** A room may look only into the rooms named here. */
const may = {
  rdf: [],
  solid: ['rdf'],
  cache: ['rdf'],
  sync: ['rdf', 'solid', 'cache'],
  query: ['rdf', 'cache'],
  ui: [],
  shell: [],
  people: ['rdf', 'cache', 'sync', 'query', 'ui'],
  posts: ['rdf', 'cache', 'sync', 'query', 'ui', 'people'],
  chats: ['rdf', 'cache', 'sync', 'query', 'ui', 'people']
};

/** A library has one door. */
const door = {
  n3: 'rdf',
  '@inrupt/vocab-common-rdf': 'rdf',
  '@inrupt/solid-client': 'solid',
  '@inrupt/solid-client-authn-browser': 'solid',
  idb: 'cache',
  '@comunica': 'query',
  '@noble/secp256k1': 'chats'
};

/** Pages compose what features and the app offer. */
const closedToRoutes = ['solid', 'cache', 'sync', 'rdf'];

module.exports = { may, door, closedToRoutes };
