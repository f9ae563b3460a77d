import { createHash } from 'node:crypto';

/**
 * BIP 340 verification written from its text, with nothing of the signer's code: slow, plain, and only for tests.
 * Affine points of y^2 = x^3 + 7 over the field of p; undefined is the point at infinity.
 */
const P = 2n ** 256n - 2n ** 32n - 977n;
const N = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
type Point = readonly [x: bigint, y: bigint] | undefined;
const G: Point = [
  0x79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798n,
  0x483ada7726a3c4655da4fbfc0e1108a8fd17b448a68554199c47d08ffb10d4b8n
];

const mod = (a: bigint, m = P): bigint => ((a % m) + m) % m;

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (let b = mod(base), e = exponent; e > 0n; e >>= 1n, b = mod(b * b))
    if (e & 1n) result = mod(result * b);
  return result;
}

function add(a: Point, b: Point): Point {
  if (!a) return b;
  if (!b) return a;
  if (a[0] === b[0] && mod(a[1] + b[1]) === 0n) return undefined;
  const slope =
    a[0] === b[0]
      ? mod(3n * a[0] * a[0] * power(2n * a[1], P - 2n))
      : mod((b[1] - a[1]) * power(b[0] - a[0], P - 2n));
  const x = mod(slope * slope - a[0] - b[0]);
  return [x, mod(slope * (a[0] - x) - a[1])];
}

function times(point: Point, factor: bigint): Point {
  let result: Point;
  for (let p = point, f = factor; f > 0n; f >>= 1n, p = add(p, p)) if (f & 1n) result = add(result, p);
  return result;
}

function liftX(x: bigint): Point {
  if (x >= P) return undefined;
  const square = mod(x * x * x + 7n);
  const y = power(square, (P + 1n) / 4n);
  if (mod(y * y) !== square) return undefined;
  return [x, y % 2n === 0n ? y : P - y];
}

const sha256 = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
const number = (bytes: Uint8Array) => BigInt(`0x${Buffer.from(bytes).toString('hex')}`);

/** Whether 128 hex digits are a signature of the message (bytes) under a public key of 64 hex digits. */
export function verifies(signature: string, message: Uint8Array, key: string): boolean {
  const [r, s] = [signature.slice(0, 64), signature.slice(64)].map((hex) => Buffer.from(hex, 'hex'));
  const point = liftX(BigInt(`0x${key}`));
  if (!point || number(r!) >= P || number(s!) >= N) return false;
  const tag = sha256(Buffer.from('BIP0340/challenge'));
  const e = mod(number(sha256(tag, tag, r!, Buffer.from(key, 'hex'), message)), N);
  const sum = add(times(G, number(s!)), times(point, N - e));
  return sum !== undefined && sum[1] % 2n === 0n && sum[0] === number(r!);
}
