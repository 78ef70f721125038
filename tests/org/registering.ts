import { rid } from '../support/house';
import type { World } from '../support/world';
import { NOTICE } from '../support/notice';

/** What somebody fills in who registers. */
export const entry = (more: object = {}) => ({
  noticeVersion: NOTICE,
  name: '岑乐怡',
  birthYear: 2003,
  birthMonth: 5,
  field: 'newMedia' as const,
  unit: null,
  requestId: rid(),
  ...more,
});

export const accountsOf = ({ db }: World, openid: string) =>
  db.kysely.selectFrom('account').selectAll().where('openid', '=', openid).execute();

export const countPeople = async ({ db }: World): Promise<number> =>
  (await db.kysely.selectFrom('person').select('id').execute()).length;
