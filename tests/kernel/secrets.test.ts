import fc from 'fast-check';
import { openNewcomer, sealNewcomer } from '../../cloudfunctions/api/kernel/sessions';
import { readKeys, seal, unseal } from '../../cloudfunctions/api/kernel/secrets';
import { tamperedWith } from '../support/tampered';

const key = readKeys(`k1:${Buffer.alloc(32, 7).toString('base64')}`);
const sameId = readKeys(`k1:${Buffer.alloc(32, 8).toString('base64')}`);

describe('D9.7 sealed values', () => {
  it('open to what was sealed, under the same key and about the same thing only', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const sealed = seal(key, 'channel|a|phone', text);
        expect(unseal(key, 'channel|a|phone', sealed)).toBe(text);
        expect(unseal(key, 'channel|b|phone', sealed)).toBeNull();
        expect(unseal(sameId, 'channel|a|phone', sealed)).toBeNull();
      }),
    );
  });

  it('the same text is sealed differently each time, and a changed byte does not open', () => {
    const sealed = seal(key, 'a', '13800138000');
    expect(seal(key, 'a', '13800138000')).not.toBe(sealed);
    expect(sealed).not.toContain('13800138000');
    const flipped = tamperedWith(sealed);
    expect(unseal(key, 'a', flipped)).toBeNull();
    expect(unseal(key, 'a', 'k1.short')).toBeNull();
  });
});

describe("D9.1 a newcomer's ticket", () => {
  const now = new Date('2026-11-26T00:00:00Z');
  const account = { appId: 'wx1', openid: 'o1' };

  it('holds for an hour and then no longer', () => {
    const { token, expiresAt } = sealNewcomer(key, account, now);
    expect(expiresAt.getTime() - now.getTime()).toBe(3_600_000);
    expect(openNewcomer(key, token, new Date(expiresAt.getTime() - 1))).toEqual(account);
    expect(openNewcomer(key, token, expiresAt)).toBeNull();
  });

  it('is not something sealed for another purpose', () => {
    expect(
      openNewcomer(key, seal(key, 'channel|a|phone', JSON.stringify({ ...account, until: 9e15 })), now),
    ).toBeNull();
  });
});
