import fc from 'fast-check';
import { expect, it } from 'vitest';
import { leastUsed } from './least-used.ts';

const some = fc.uniqueArray(fc.record({ key: fc.string(), size: fc.nat(1000), used: fc.nat(50) }), {
  selector: (one) => one.key,
  maxLength: 30
});

it('leaves what fits, and nothing goes that was of use after something that stays', () => {
  fc.assert(
    fc.property(some, fc.nat(8000), (all, room) => {
      const gone = new Set(leastUsed(all, room));
      const stays = all.filter((one) => !gone.has(one.key));
      expect(stays.reduce((sum, one) => sum + one.size, 0)).toBeLessThanOrEqual(room);
      const oldest = Math.min(...stays.map((one) => one.used));
      for (const one of all) if (gone.has(one.key)) expect(one.used).toBeLessThanOrEqual(oldest);
    })
  );
});

it('takes no more than it must', () => {
  fc.assert(
    fc.property(some, fc.nat(8000), (all, room) => {
      const gone = leastUsed(all, room);
      const last = gone.at(-1);
      if (last === undefined) return;
      const without = new Set(gone.slice(0, -1));
      const size = all.filter((one) => !without.has(one.key)).reduce((sum, one) => sum + one.size, 0);
      expect(size).toBeGreaterThan(room);
    })
  );
});
