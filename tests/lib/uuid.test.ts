import { requestId } from '../../types/shared';
import { uuidV7 } from '../../src/lib/uuid';

const zeros = new Uint8Array(10);
const ones = new Uint8Array(10).fill(0xff);

test('is a uuid v7 whatever the random bytes are', () => {
  expect(requestId.safeParse(uuidV7(1_795_544_391_201, zeros)).success).toBe(true);
  expect(requestId.safeParse(uuidV7(1_795_544_391_201, ones)).success).toBe(true);
});

test('carries the time in front and every random bit behind it', () => {
  expect(uuidV7(0x0123456789ab, zeros)).toBe('01234567-89ab-7000-8000-000000000000');
  expect(uuidV7(0x0123456789ab, ones)).toBe('01234567-89ab-7fff-bfff-ffffffffffff');
});
