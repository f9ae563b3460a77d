import { join, resolve } from 'node:path';
import { readArguments } from '../set-up/read-arguments.mjs';
import { stop } from '../set-up/say.mjs';
import { root } from '../set-up/set-up.mjs';
import { up } from './up.mjs';

const USAGE = `npm start -- [options]
  --port N         the app's port (3000; 0: any free one)
  --pods-port N    the spaces' port (3001; 0: any free one)
  --data DIR       where people's spaces are kept (data)
  --no-demo        start without the demo people
  --json           print one line of JSON when ready, and nothing else on standard output
  --host ADDRESS   listen on this address instead of this computer only (needs --no-demo)
  --app-url URL    how browsers reach the app, behind a proxy
  --pods-url URL   how browsers reach the spaces, behind a proxy`;

/** @param {string | undefined} text @param {string} name @param {number} standard */
function portOf(text, name, standard) {
  if (text === undefined) return standard;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535)
    stop(`--${name} takes a port number from 0 to 65535, not "${text}".`);
  return port;
}

const values = readArguments(
  {
    port: { type: 'string' },
    'pods-port': { type: 'string' },
    data: { type: 'string' },
    'no-demo': { type: 'boolean' },
    json: { type: 'boolean' },
    host: { type: 'string' },
    'app-url': { type: 'string' },
    'pods-url': { type: 'string' }
  },
  USAGE
);
const options = {
  port: portOf(values.port, 'port', 3000),
  podsPort: portOf(values['pods-port'], 'pods-port', 3001),
  data: resolve(values.data ?? join(root, 'data')),
  demo: !values['no-demo'],
  json: values.json ?? false,
  host: values.host,
  appUrl: values['app-url']?.replace(/\/$/, ''),
  podsUrl: values['pods-url']
};
if (options.port !== 0 && options.port === options.podsPort)
  stop('The app and the spaces need a port each: give --port and --pods-port different numbers.');
if (options.host && options.demo)
  stop(
    'The demo people have known passwords, so they stay on this computer: add --no-demo to listen on an address others can reach.'
  );

await up(options);
