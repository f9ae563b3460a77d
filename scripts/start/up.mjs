import { join } from 'node:path';
import { serveApp } from '../serve/serve-app.mjs';
import { say, stop } from '../set-up/say.mjs';
import { root, setUp } from '../set-up/set-up.mjs';
import { checkAddress } from './check-address.mjs';
import { checkData } from './check-data.mjs';
import { checkPort } from './check-port.mjs';
import { demoWanted } from './demo-wanted.mjs';

/**
 * Everything up, until Ctrl-C.
 * @param {{ port: number, podsPort: number, data: string, demo: boolean, json: boolean, host?: string | undefined, appUrl?: string | undefined, podsUrl?: string | undefined }} options
 */
export async function up(options) {
  await checkData(options.data);
  await checkAddress(options);
  await checkPort(options.port, 'port', options.host);
  await checkPort(options.podsPort, 'pods-port', options.host);
  await setUp();
  const demo = options.demo && (await demoWanted(options.data));

  // The server below makes an error for many an ordinary answer; nobody reads where those come from.
  Error.stackTraceLimit = 0;
  const { start } = await import(join(root, 'pod-server/dist/start.js'));
  const pods = await start({
    port: options.podsPort,
    data: options.data,
    ...(options.host ? { host: options.host } : {}),
    ...(options.podsUrl ? { baseUrl: options.podsUrl } : {}),
    // Whose page may use the account cookie: ours, and not whatever else listens on this computer.
    // (With --port 0 it is not known yet; then any page of this computer may.)
    ...(options.appUrl || options.port
      ? { clientOrigin: options.appUrl ?? `http://localhost:${options.port}` }
      : {})
  }).catch((/** @type {Error} */ error) => stop(error.message));
  const app = await serveApp({
    folder: join(root, 'build'),
    port: options.port,
    host: options.host,
    origin: options.appUrl,
    pods: pods.url
  }).catch((/** @type {Error} */ error) => stop(`The app could not be served: ${error.message}`));

  let stopping = false;
  const end = async () => {
    if (stopping) return;
    stopping = true;
    say('\nStopping ...');
    await Promise.allSettled([app.stop(), pods.stop()]);
    process.exit(0);
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);

  const people = demo
    ? await demoPeople(pods.url, options.data).catch((/** @type {Error} */ error) => {
        // Cut short on purpose: the next start goes on.
        if (stopping) return new Promise(() => {});
        return stop(
          `The demo people could not move in (${error.message}). Start again to go on; if that does not help, delete the folder ${options.data}, or choose another with --data DIR.`
        );
      })
    : [];
  if (options.json) process.stdout.write(`${JSON.stringify({ app: app.url, pods: pods.url, people })}\n`);
  else welcome(app.url, pods.url, people);
}

/**
 * @param {string} pods
 * @param {string} data
 * @returns {Promise<{ name: string, webId: string, email: string, password: string }[]>}
 */
async function demoPeople(pods, data) {
  const { makeDemo } = await import(join(root, 'dist/node/demo.mjs'));
  const { settle, signIn } = await import(join(root, 'pod-server/dist/account.js'));
  return makeDemo({ pods, data, portraits: join(root, 'scripts/demo/portraits'), settle, signIn, say });
}

/**
 * @param {string} app
 * @param {string} pods
 * @param {{ name: string, email: string, password: string }[]} people
 */
function welcome(app, pods, people) {
  const lines = ['', 'Hearth is ready.', '', `  App     ${app}`, `  Spaces  ${pods}`, ''];
  if (people.length > 0) {
    lines.push('  Demo people (only on this computer):');
    for (const { name, email, password } of people)
      lines.push(`    ${name.padEnd(16)} ${email.padEnd(20)} password: ${password}`);
    lines.push('');
  }
  lines.push('  Ctrl-C stops everything.', '');
  process.stdout.write(lines.join('\n') + '\n');
}
