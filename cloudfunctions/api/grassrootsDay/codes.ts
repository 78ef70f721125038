import { codeBody, codeHash, liveDigits, printLink, stepAt } from '../kernel/codes';
import { heed } from '../kernel/errors';
import { as, os, type Scene } from '../kernel/gate';
import { once } from '../kernel/requests';
import { readKeys } from '../kernel/secrets';
import { openVerdict } from './rules/site';
import { lookedAfter, lookedAfterOrManaged, shownSite } from './scope';
import * as store from './store/sites';

/** The next version of a site's code: every picture of the one before opens nothing any more. */
async function renewed({ tx, settings }: Scene, { siteId, codeVersion }: store.KeptSite): Promise<string> {
  const body = codeBody(readKeys(settings.APP_CODE_KEY)[0], 'site', siteId, codeVersion + 1);
  await store.setCode(tx, siteId, codeVersion + 1, codeHash(body));
  return body;
}

/** A site's code, under whichever key it was made; made anew when that key is no more. */
async function bodyOf(scene: Scene, site: store.KeptSite): Promise<string> {
  const made = readKeys(scene.settings.APP_CODE_KEY).map((key) => codeBody(key, 'site', site.siteId, site.codeVersion));
  return made.find((body) => codeHash(body).equals(site.codeHash)) ?? renewed(scene, site);
}

const printed = ({ settings }: Scene, body: string): string =>
  printLink(settings.APP_CODE_HOST, { kind: 'site', body, live: null });

export const ownSites = os.grassrootsDay.ownSites.use(as.person).handler(async ({ context: { scene } }) => {
  const { tx, actor, today } = scene;
  const found = await store.sitesOf(tx, actor.personId, today);
  return { items: found.map((row) => ({ ...shownSite(row), waiting: row.waiting, today: row.today })) };
});

export const siteCode = os.grassrootsDay.siteCode.use(as.person).handler(async ({ context: { scene }, input }) => {
  const { actor, now, today, policy, settings } = scene;
  const site = await lookedAfter(scene, actor, input.siteId);
  heed(openVerdict(site.closedFrom, today));
  const body = await bodyOf(scene, site);
  const [key] = readKeys(settings.APP_CODE_KEY);
  const { stepSeconds, stepsInAdvance } = policy.codes;
  const first = stepAt(now, stepSeconds);
  const codes = Array.from({ length: stepsInAdvance }, (_, i) => {
    const step = first + i;
    const live = { step, digits: liveDigits(key, 'site', body, step, stepSeconds) };
    return { step, text: printLink(settings.APP_CODE_HOST, { kind: 'site', body, live }) };
  });
  return { site: shownSite(site), now: now.toISOString(), stepSeconds, codes };
});

export const standingCode = os.grassrootsDay.standingCode
  .use(as.person)
  .handler(async ({ context: { scene }, input }) => {
    const site = await lookedAfterOrManaged(scene, scene.actor, input.siteId, { lock: false });
    heed(openVerdict(site.closedFrom, scene.today));
    return { site: shownSite(site), text: printed(scene, await bodyOf(scene, site)) };
  });

export const renewSiteCode = os.grassrootsDay.renewSiteCode.use(as.person).handler(({ context: { scene }, input }) => {
  const { tx, actor, now, today } = scene;
  const { siteId } = input;
  return once(
    scene,
    'grassrootsDay.renewSiteCode',
    input,
    siteId,
    async () => {
      const site = await lookedAfterOrManaged(scene, actor, siteId, { lock: true });
      heed(openVerdict(site.closedFrom, today));
      await renewed(scene, site);
      await store.addChanges(tx, [{ siteId, act: 'code', was: null }], actor, now);
    },
    async (kept) => {
      const site = await lookedAfterOrManaged(scene, actor, kept, { lock: false });
      return { text: printed(scene, await bodyOf(scene, site)) };
    },
  );
});
