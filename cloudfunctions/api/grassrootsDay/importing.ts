import { uuidv7 } from 'uuidv7';
import type { Inputs } from '../../../types/contract';
import type { Settled } from '../../../types/grassrootsDay/importing';
import type { Actor } from '../kernel/actor';
import { codeBody, codeHash } from '../kernel/codes';
import { refuse } from '../kernel/errors';
import { as, os, type Scene } from '../kernel/gate';
import { once } from '../kernel/requests';
import { readKeys } from '../kernel/secrets';
import { managedOrg, rootsOf } from '../org/procedures/scope';
import { placeRow, readRow, settleRows } from './rules/importing';
import * as store from './store/importing';

type Table = Pick<Inputs['grassrootsDay']['importSites'], 'orgId' | 'rows'>;

/** What becomes of each row; held, it stays so until this transaction ends. */
async function settle(scene: Scene, actor: Actor, { orgId, rows }: Table, { hold }: { hold: boolean }) {
  const { tx, today, policy } = scene;
  const read = rows.map((row) => readRow(row, policy.grassrootsDay.site));
  const names = [...new Set(read.flatMap(({ org }) => (org === null ? [] : [org])))];
  const [named] = await Promise.all([store.orgsNamed(tx, names, rootsOf(actor)), managedOrg(scene, actor, orgId)]);
  const placed = read.map((row) => placeRow(row, orgId, named));
  const sites = placed.flatMap(({ site }) => (site ? [site] : []));
  const [, registered] = await Promise.all([hold && store.holdNames(tx, sites), store.sitesNamed(tx, sites, today)]);
  return { placed, settled: settleRows(placed, registered) };
}

const answerOf = (rows: Settled[]) => ({ rows, registered: rows.filter(({ state }) => state === 'new').length });

/** C35 Registers what is new, unless a row is wrong. */
async function register(scene: Scene, actor: Actor, table: Table, ids: string[]): Promise<void> {
  const { tx, now, settings } = scene;
  const { placed, settled } = await settle(scene, actor, table, { hold: true });
  const wrong = settled.filter(({ state }) => state === 'wrong').length;
  if (wrong > 0) refuse('ROWS_WRONG', { rows: wrong });
  const [key] = readKeys(settings.APP_CODE_KEY);
  const sites = placed.flatMap(({ site }, place) => {
    const id = ids[place];
    if (!site || !id || settled[place]?.state !== 'new') return [];
    return [{ ...site, id, codeHash: codeHash(codeBody(key, 'site', id, 1)) }];
  });
  if (sites.length > 0) await store.addSites(tx, sites, actor, now);
}

export const importSites = os.grassrootsDay.importSites
  .use(as.administrator)
  .handler(async ({ context: { scene }, input }) => {
    const { tx, actor } = scene;
    if (input.dryRun) return answerOf((await settle(scene, actor, input, { hold: false })).settled);
    const ids = input.rows.map(() => uuidv7());
    return once(
      scene,
      'grassrootsDay.importSites',
      input,
      ids,
      () => register(scene, actor, input, ids),
      async (kept) => {
        const made = await store.presentOf(tx, kept);
        return answerOf(kept.map((id) => ({ state: made.has(id) ? 'new' : 'unchanged', wrongs: [] })));
      },
    );
  });
