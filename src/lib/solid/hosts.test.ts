import { describe, expect, it } from 'vitest';
import { localLeave, whyUnsafe } from './address-rule.ts';
import { hostKind } from './hosts.ts';

const of = (host: string) => hostKind(new URL(`http://${host}/`).hostname);

describe('where a host lies, however it is spelled', () => {
  it.each([
    ['anna.solidweb.me', 'public'],
    ['ANNA.SolidWeb.ME', 'public'],
    ['solidweb.me.', 'public'],
    ['8.8.8.8', 'public'],
    ['172.15.0.1', 'public'],
    ['172.32.0.1', 'public'],
    ['[2606:4700::1111]', 'public'],
    ['localhost.example.org', 'public'],
    ['xn--bcher-kva.example', 'public'],
    ['localhost', 'loopback'],
    ['LOCALHOST', 'loopback'],
    ['localhost.', 'loopback'],
    ['pods.localhost', 'loopback'],
    ['127.0.0.1', 'loopback'],
    ['127.255.0.9', 'loopback'],
    ['127.1', 'loopback'],
    ['0x7f.1', 'loopback'],
    ['0x7f000001', 'loopback'],
    ['2130706433', 'loopback'],
    ['0177.0.0.1', 'loopback'],
    ['0', 'loopback'],
    ['0.0.0.0', 'loopback'],
    ['127.0.0.1', 'loopback'],
    ['①②⑦.0.0.1', 'loopback'],
    ['127。0。0。1', 'loopback'],
    ['%6c%6f%63alhost', 'loopback'],
    ['[::1]', 'loopback'],
    ['[::]', 'loopback'],
    ['[0:0:0:0:0:0:0:1]', 'loopback'],
    ['[::ffff:127.0.0.1]', 'loopback'],
    ['[::ffff:7f00:1]', 'loopback'],
    ['[::127.0.0.1]', 'loopback'],
    ['[64:ff9b::127.0.0.1]', 'loopback'],
    ['[2002:7f00:1::]', 'loopback'],
    ['10.0.0.1', 'private'],
    ['012.0.0.1', 'private'],
    ['100.64.0.1', 'private'],
    ['169.254.169.254', 'private'],
    ['2852039166', 'private'],
    ['172.16.0.1', 'private'],
    ['172.31.255.255', 'private'],
    ['192.168.1.1', 'private'],
    ['192.168.257', 'private'],
    ['0xc0a80101', 'private'],
    ['[fe80::1]', 'private'],
    ['[fd00::1]', 'private'],
    ['[::ffff:192.168.0.1]', 'private'],
    ['router', 'private'],
    ['printer.local', 'private'],
    ['nas.home.arpa', 'private'],
    ['metadata.google.internal', 'private'],
    ['127.0.0.1.nip.io', 'private'],
    ['anything.localtest.me', 'private'],
    ['224.0.0.1', 'odd'],
    ['255.255.255.255', 'odd'],
    ['[ff02::1]', 'odd'],
    ['[::ffff:8.8.8.8]', 'odd'],
    ['a..example', 'odd']
  ] as const)('%s is %s', (host, kind) => expect(of(host)).toBe(kind));
});

describe('whether an address is opened', () => {
  const fromOutside = localLeave('https://hearth.example', () => ['http://192.168.1.20:3000/anna/']);
  const fromHere = localLeave('http://localhost:3000', () => []);

  it.each([
    ['https://solidweb.me/', true, true],
    ['http://solidweb.me/', false, false],
    ['http://localhost:3001/', false, true],
    ['http://127.0.0.1:9/', false, true],
    ['https://pods.localhost/', false, true],
    ['http://192.168.1.20:3000/anna/profile/card', true, false],
    ['http://192.168.1.20:3001/', false, false],
    ['http://192.168.1.21:3000/', false, false],
    ['https://anna:secret@solidweb.me/', false, false],
    ['ftp://solidweb.me/', false, false],
    ['javascript:alert(1)', false, false],
    ['data:text/turtle,', false, false],
    ['blob:https://solidweb.me/x', false, false],
    ['/relative', false, false],
    ['', false, false]
  ])('%s: from outside %s, from this machine %s', (address, outside, here) => {
    expect(whyUnsafe(address, fromOutside) === undefined).toBe(outside);
    expect(whyUnsafe(address, fromHere) === undefined).toBe(here);
  });
});
