import { sql } from 'kysely';
import type { MadePerson } from '../factory';
import type { World } from '../support/world';
import type { Cast } from './cast';
import type { Attempt } from './doors';

/** A month of birth of anybody who can be registered; no other date in an answer is so old, but those of a post. */
const BIRTH = /"((?:19\d\d|20[01]\d)-\d\d)(?:-\d\d)?"/g;

const OF_A_POST = /"(?:from|until)":"[\d-]+"/g;
/** What the caller has asked for, which is no month of anybody's birth yet. */
const WISHED = /"kind":"birthMonth"[^}]*\}/g;

/** Whether a live contact stands between the two. */
async function inContact({ db }: World, cadre: MadePerson, youth: MadePerson | null): Promise<boolean> {
  if (!youth) return false;
  const { rows } = await sql`select from contact where ended_at is null
    and cadre_id = ${cadre.personId} and youth_id = ${youth.personId}`.execute(db.kysely);
  return rows.length > 0;
}

/** An answer holds nothing of others that the caller may not see, and has not sent. */
export async function keepsSecrets(world: World, cast: Cast, attempt: Attempt, text: string): Promise<void> {
  const { caller } = attempt;
  const sent = JSON.stringify(attempt.input ?? {});
  const found = <Of extends Cast['hidden'][number]>(secrets: Of[]) =>
    secrets
      .filter(({ of }) => of.personId !== caller.person?.personId)
      .filter((secret) => text.includes(secret.text) && !sent.includes(secret.text));
  expect(found(cast.hidden)).toEqual([]);
  for (const { by } of found(cast.inner)) {
    expect([attempt.operation, caller.person?.personId]).toEqual(['org.revealChannel', by.personId]);
  }
  if (!caller.isCadre) expect(found(cast.units)).toEqual([]);
  if (!caller.isCadre && attempt.operation !== 'privacy.texts') expect(found(cast.waiting)).toEqual([]);
  for (const { of: cadre } of found(cast.channels)) expect(await inContact(world, cadre, caller.person)).toBe(true);
  const months = [...text.replace(OF_A_POST, '').replace(WISHED, '').matchAll(BIRTH)].map(([, month = '']) => month);
  for (const month of months.filter((one) => !sent.includes(one))) expect(caller.birthMonth?.slice(0, 7)).toBe(month);
}
