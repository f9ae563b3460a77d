import { parseArgs } from 'node:util';

export const usage = `Usage
  node pod-server/dist/cli.js [options]                 start the space server
      --port N          port to listen on (3001)
      --data DIR        folder that keeps everything (./data)
      --memory          keep nothing: everything is gone when it stops
      --host ADDRESS    listen here instead of on this machine only
      --base-url URL    the address people see, if it is not http://localhost:PORT/
      --client URL      the app's own address: only its pages may use the account cookie
      --seed FILE       JSON: [{ "email", "password", "pods": [{ "name" }] }], created where missing
  node pod-server/dist/cli.js set-password --data DIR --email ADDRESS
                                                        a new password, asked for on standard input
`;

export interface Arguments {
  command: 'start' | 'set-password' | 'help';
  port: number;
  data: string;
  memory: boolean;
  host?: string;
  baseUrl?: string;
  client?: string;
  seed?: string;
  email?: string;
}

/** @throws Error with one sentence when an argument is unknown or no number */
export function readArguments(argv: string[]): Arguments {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      port: { type: 'string', default: '3001' },
      data: { type: 'string', default: 'data' },
      memory: { type: 'boolean', default: false },
      host: { type: 'string' },
      'base-url': { type: 'string' },
      client: { type: 'string' },
      seed: { type: 'string' },
      email: { type: 'string' },
      help: { type: 'boolean', default: false }
    }
  });
  const [command = 'start'] = positionals;
  if (command !== 'start' && command !== 'set-password') throw new Error(`There is no command "${command}".`);
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`"${values.port}" is no port number.`);
  return {
    command: values.help ? 'help' : command,
    port,
    data: values.data,
    memory: values.memory,
    host: values.host,
    baseUrl: values['base-url'],
    client: values.client,
    seed: values.seed,
    email: values.email
  };
}
