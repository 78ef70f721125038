import { sql } from 'kysely';
import { policy } from '../../config/policy';
import { codeBody, codeHash, liveDigits, printLink, stepAt } from '../../cloudfunctions/api/kernel/codes';
import { openSession } from '../../cloudfunctions/api/kernel/sessions';
import { readKeys } from '../../cloudfunctions/api/kernel/secrets';
import { countsUntil } from '../../cloudfunctions/api/org/rules';
import type { Field } from '../../types/words';
import type { MadeCadre, MadeYouth } from '../../tests/factory';
import { addCadres, makeProvince, type Province } from './province';

/** A cadre before a youth who shows a code. */
export interface Scan {
  cadreId: string;
  postId: string;
  orgId: number;
  token: string;
  youthId: string;
  field: Field;
  countsUntil: string;
  /** The youth's code, without its live part. */
  body: string;
}

interface Wish {
  cadres: number;
  contactsEach: number;
  scans: number;
  codeKey: string;
}

/** Cadres who hold youths already, each signed in, and fresh youths with a code, one for each scan. */
export function makeScans(ownerUrl: string, { cadres, contactsEach, scans, codeKey }: Wish): Promise<Scan[]> {
  return makeProvince(ownerUrl, async (province) => {
    const made = addCadres(province, province.counties, cadres, contactsEach);
    const youths = Array.from({ length: scans }, () => province.factory.aYouth());
    await province.factory.save();
    const tokens = await signIn(province, made);
    const bodies = await addCodes(province, youths, codeKey);
    return youths.map((youth, i): Scan => {
      const cadre = made[i % made.length] as MadeCadre;
      return {
        cadreId: cadre.personId,
        postId: cadre.postId,
        orgId: cadre.org.id,
        token: tokens[i % made.length] ?? '',
        youthId: youth.personId,
        field: youth.field,
        countsUntil: countsUntil(youth.birthMonth, policy.age),
        body: bodies[i] ?? '',
      };
    });
  });
}

const signIn = ({ owner }: Province, cadres: readonly MadeCadre[]): Promise<string[]> =>
  owner.kysely.transaction().execute(async (tx) => {
    const tokens: string[] = [];
    for (const { personId } of cadres) tokens.push((await openSession(tx, personId, new Date())).token);
    return tokens;
  });

async function addCodes({ owner }: Province, youths: readonly MadeYouth[], codeKey: string): Promise<string[]> {
  const [key] = readKeys(codeKey);
  const bodies = youths.map(({ personId }) => codeBody(key, 'youth', personId, 1));
  await sql`insert into code (hash, kind, person_id, version, created_at)
    select hash, 'youth', person_id, 1, now()
    from unnest(${bodies.map(codeHash)}::bytea[], ${youths.map(({ personId }) => personId)}::uuid[])
      as shown (hash, person_id)`.execute(owner.kysely);
  return bodies;
}

/** What the cadre's phone reads now: the youth's code with its live part. */
export function liveText({ body }: Scan, codeKey: string, host: string): string {
  const [key] = readKeys(codeKey);
  const { stepSeconds } = policy.codes;
  const step = stepAt(new Date(), stepSeconds);
  return printLink(host, {
    kind: 'youth',
    body,
    live: { step, digits: liveDigits(key, 'youth', body, step, stepSeconds) },
  });
}
