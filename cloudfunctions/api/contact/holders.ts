import { adultBornBy, dayOf } from '../kernel/calendar';
import { openChannel } from '../kernel/channels';
import { as, os } from '../kernel/gate';
import { publicName } from '../org/rules';
import type { ChannelKind } from '../../../types/words';
import { inTheOpen } from './choosing';
import { undoUntil, waits } from './rules';
import * as store from './store/holders';

/** D9.4, C11 Who holds a youth; of those who have left, those who keep a place still. */
export const holders = os.contact.holders.use(as.youth).handler(async ({ context: { scene } }) => {
  const { tx, actor, now, today, policy, settings } = scene;
  const live = await store.listHolders(tx, actor.personId);
  const here = live.filter(({ orgName }) => orgName !== null).map(({ cadreId }) => cadreId);
  const gone = live.filter(({ orgName }) => orgName === null).map(({ contactId }) => contactId);
  const named = { named: true, adultBornBy: adultBornBy(today, policy.age), limit: 1 };
  const [channels, lastPosts, successors] = await Promise.all([
    here.length > 0 ? store.holdersChannels(tx, here) : [],
    gone.length > 0 ? store.lastPosts(tx, gone, today) : [],
    Promise.all(gone.map((contactId) => store.followers(tx, contactId, named))),
  ]);
  const channelsOf = (cadreId: string) =>
    channels
      .filter((channel) => channel.personId === cadreId)
      .map(({ kind, sealed }) => ({
        kind: kind as ChannelKind,
        value: openChannel(settings.APP_FIELD_KEY, cadreId, kind, sealed),
      }));
  const waitingOf = (contactId: string) => {
    const last = lastPosts.find((post) => post.contactId === contactId);
    const waiting = waits(last?.leftOn ?? null, today, policy.contact);
    const [successor] = successors[gone.indexOf(contactId)] ?? [];
    return last && waiting ? { ...last, ...waiting, successor: successor ?? null } : null;
  };
  return {
    now: now.toISOString(),
    cap: policy.contact.holdersPerYouth,
    items: live.flatMap((row) => {
      const last = row.orgName === null ? waitingOf(row.contactId) : null;
      if (row.orgName === null && !last) return [];
      const until = undoUntil(row.startedAt, policy.contact);
      return {
        contactId: row.contactId,
        name: row.name,
        publicName: publicName({ name: row.name, place: row.place ?? '', leadingOrgan: row.leadingOrgan ?? false }),
        orgName: row.orgName ?? last?.orgName ?? '',
        title: row.title ?? last?.title ?? '',
        waiting: last && {
          since: last.since,
          until: last.until,
          successor: last.successor && { ...inTheOpen(last.successor), holds: last.successor.holds },
        },
        since: dayOf(row.startedAt),
        startedBy: row.startedBy as 'cadre' | 'youth',
        lastOn: row.lastOn,
        undoUntil: now <= until ? until.toISOString() : null,
        channels: channelsOf(row.cadreId),
      };
    }),
  };
});
