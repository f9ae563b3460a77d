import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { expect, it } from 'vitest';
import { accept } from '#lib/people/friends/accept.ts';
import { request } from '#lib/people/friends/request.ts';
import { houseOver } from '#lib/people/house.testing.ts';
import { processInbox } from '#lib/people/inbox/process-inbox.ts';
import { freePort } from '#lib/solid/free-port.testing.ts';
import { realPerson, type RealPerson } from '#lib/solid/real-cast.testing.ts';
import { start } from '../../../pod-server/dist/start.js';
import { startStock } from '../../../pod-server/dist/stock.js';
import { ROLES, type Role } from './access-rows.testing.ts';
import { tableOf, tried, wrongIn, type Seen } from './access-table.testing.ts';
import type { Asking } from './access-tries.testing.ts';
import { handOver } from './hand-over.ts';
import { publicKeyIn } from './keys.question.ts';
import { markRead } from './kept.ts';
import { keptDocument } from './mine.ts';
import { markerFolder, markerIn } from './reading/marker-place.ts';
import { shareReading } from './reading/share-reading.ts';
import { remove } from './remove.ts';
import { send } from './send.ts';
import { sendFile } from './send-file.ts';
import { setRole } from './set-role.ts';
import { privateKeyIn } from './signing-key.ts';
import { startChat } from './start-chat.ts';

const DOCUMENT = fileURLToPath(new URL('../../../docs/chat-access.md', import.meta.url));

/** A chat of the owner's on a running server, with everybody in their place, and what the server answers them. */
async function seenOn(server: { url: string }, befriends: boolean): Promise<Seen> {
  const people = {} as Record<Exclude<Role, 'nobody'>, RealPerson>;
  for (const role of ROLES) if (role !== 'nobody') people[role] = await realPerson(server, role);
  const houses = Object.fromEntries(
    Object.entries(people).map(([role, { webId, storage, pod }]) => [role, houseOver(webId, storage, pod)])
  ) as Record<Exclude<Role, 'nobody'>, ReturnType<typeof houseOver>>;
  const { owner, member, friend } = houses;
  const idOf = (role: Exclude<Role, 'nobody'>) => people[role].webId;
  try {
    if (befriends) {
      await request(friend, owner.me.id);
      await friend.allSent();
      await processInbox(owner);
      await accept(owner, friend.me.id);
      await owner.allSent();
    }
    const others = (['moderator', 'member', 'invited', 'reader', 'removed'] as const).map(idOf);
    const begun = async (title: string) => {
      const { chat } = await startChat(owner, { people: others, title });
      await owner.allSent();
      await setRole(owner, chat, idOf('moderator'), 'moderator');
      await setRole(owner, chat, idOf('reader'), 'reader');
      await remove(owner, chat, idOf('removed'));
      return chat;
    };
    const [chat, handed] = [await begun('Boats'), await begun('Trains')];
    await handOver(owner, handed, member.me.id);
    const first = (await send(owner, chat, { text: 'Soup?' })).message;
    const other = (await send(owner, chat, { text: 'Bread?' })).message;
    await sendFile(owner, chat, { file: new Blob(['x'], { type: 'text/plain' }), name: 'list.txt' });
    await owner.allSent();
    await member.sync.refresh([chat.split('#')[0]!]);
    await send(member, chat, { text: 'Yes' });
    await markRead(member, chat);
    await shareReading(member, chat, true);
    await member.allSent();
    const file = owner.sent.findLast(({ verb, url }) => verb === 'create' && url.endsWith('.txt'))!.url;
    const index = chat.split('#')[0]!;
    const targets = {
      root: index.replace('index.ttl', ''),
      index,
      day: first.split('#')[0]!,
      file,
      first,
      other,
      kept: keptDocument(member.me),
      privateKey: privateKeyIn(member.me.storage),
      publicKey: publicKeyIn(member.me.storage),
      marker: markerIn(await markerFolder(member.me.storage, chat)),
      handed: handed.split('#')[0]!
    };
    const asking = Object.fromEntries(Object.entries(people).map(([role, { ask }]) => [role, ask]));
    return await tried(targets, { ...(asking as Record<Exclude<Role, 'nobody'>, Asking>), nobody: fetch });
  } finally {
    for (const house of Object.values(houses)) house.close();
  }
}

it(
  'who may do what to a chat, as two servers answer, is what docs/chat-access.md says',
  { timeout: 300_000 },
  async () => {
    const bundled = await start({ memory: true });
    const wac = await seenOn(bundled, true).finally(() => bundled.stop());
    const data = await mkdtemp(join(tmpdir(), 'hearth-table-'));
    const stock = await startStock({ port: await freePort(), config: 'file-acp', data });
    const acp = await seenOn(stock, false).finally(async () => {
      await stock.stop();
      await rm(data, { recursive: true, force: true });
    });
    expect({ wac: wrongIn(wac), acp: wrongIn(acp) }).toEqual({ wac: [], acp: [] });
    const text = `# Who may do what to a chat
Made by \`src/lib/chats/access-table.test.ts\`, which asks each of these of a real server and fails when this page says
anything else (\`npx vitest run src/lib/chats/access-table.test.ts -u\` writes it anew). Each cell is the HTTP status; a
number after it: more than that person should, because the server's rules cannot say it; what the reader does is told
below.

*owner*: began the chat, in whose space it lies. *invited*: let in, has not joined (that is theirs alone). *removed*: was
a member. *friend*: of the owner, not part of the chat. *nobody*: not signed in. In the chat that was handed over the
owner is whose space it lies in, a moderator since.

## The bundled server (Web Access Control)
${tableOf(wac)}

## A stock Community Solid Server with Access Control Policies
${tableOf(acp)}
`;
    const options = { ...(await resolveConfig(DOCUMENT)), parser: 'markdown' };
    await expect(await format(text, options)).toMatchFileSnapshot(DOCUMENT);
  }
);
