import { describe, expect, it } from 'vitest';
import { check, handleFrom } from './form.ts';

const say = { needHandle: 'handle', needEmail: 'email', needPassword: 'password' };

describe('handleFrom', () => {
  it.each([
    ['Zoë van Dam', 'zoe-van-dam'],
    ['  Anna  ', 'anna'],
    ['3 Freunde', 'freunde'],
    ['Weiß', 'weiss'],
    ['山田', ''],
    ['a'.repeat(60), 'a'.repeat(39)]
  ])('%j becomes %j', (name, handle) => expect(handleFrom(name)).toBe(handle));
});

describe('check', () => {
  const good = { name: 'Anna', handle: 'anna', email: 'anna@localhost', password: '12345678' };
  it('accepts a good form', () => expect(check(good, say)).toEqual({}));
  it.each([
    [{ name: '' }, ['name']],
    [{ name: 'a'.repeat(81) }, ['name']],
    [{ handle: 'an' }, ['handle']],
    [{ handle: '1anna' }, ['handle']],
    [{ handle: '../anna' }, ['handle']],
    [{ email: 'anna' }, ['email']],
    [{ email: 'a b@c.de' }, ['email']],
    [{ password: '1234567' }, ['password']],
    [{ name: '', password: '' }, ['name', 'password']]
  ])('names the faults of %j', (change, fields) => {
    expect(Object.keys(check({ ...good, ...change }, say))).toEqual(fields);
  });
});
