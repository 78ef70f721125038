import { randomUUID } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import type { Walk } from './walk';

type Day = { checkInId: string; state: string; day: string };
type Items<Item> = { items: Item[] };
type Week = { monday: string; confirmed: string[] };
type Codes = { codes: { text: string }[] };

interface Who {
  cadre: string;
  administrator: string;
  orgId: number | undefined;
  today: string;
}

const again = () => ({ requestId: uuidv7() });

/** A site with its contact, who has come for it. */
async function aSite(walk: Walk, { administrator, orgId }: Who) {
  const facts = { kind: 'area', name: `冒烟 ${randomUUID().slice(0, 8)}`, address: '冒烟路 1 号', position: null };
  const wish = { orgId, ...facts, ...again() };
  type Made = { siteId: string };
  const { siteId } = await walk.step<Made>(
    'grassrootsDay.registerSite',
    wish,
    administrator,
    (made) => made.siteId !== '',
  );
  const invitation = { siteId, name: '冒烟', ...again() };
  type Invited = { link: string };
  const { link } = await walk.step<Invited>(
    'grassrootsDay.inviteContact',
    invitation,
    administrator,
    (made) => made.link !== '',
  );
  const newcomer = await walk.signIn(`oSMOKE${randomUUID().slice(0, 20)}`);
  const claim = { text: link, name: null, ...again() };
  const { token } = await walk.step<{ token: string }>('org.claim', claim, newcomer, (claimed) => claimed.token !== '');
  return { siteId, contact: token };
}

/** A day is checked in at a site, counts, and is taken back; another waits, is refused with a reason and taken back; leave is asked for. */
export async function days(walk: Walk, who: Who): Promise<void> {
  const { cadre, administrator, orgId, today } = who;
  const { siteId, contact } = await aSite(walk, who);
  type Placed = { items: { siteId: string }[]; unplaced: number };
  await walk.step<Placed>(
    'grassrootsDay.siteMap',
    { orgId, closed: false },
    administrator,
    ({ items, unplaced }) => unplaced > 0 && items.every((item) => item.siteId !== siteId),
  );
  const countsToday = (counts: boolean) =>
    walk.step<{ weeks: Week[] }>(
      'grassrootsDay.year',
      {},
      cadre,
      ({ weeks }) => weeks.some(({ confirmed }) => confirmed.includes(today)) === counts,
    );

  const { codes } = await walk.step<Codes>(
    'grassrootsDay.siteCode',
    { siteId },
    contact,
    (shown) => shown.codes.length > 0,
  );
  const where = { text: codes[0]?.text };
  await walk.step<Day>('grassrootsDay.previewCheckIn', { where }, cadre, ({ state }) => state === 'confirmed');
  const request = { where, location: null, ...again() };
  const made = await walk.step<Day>('grassrootsDay.checkIn', request, cadre, ({ state }) => state === 'confirmed');
  const { checkInId } = made;
  await walk.step<Day>('grassrootsDay.checkIn', request, cadre, (same) => same.checkInId === checkInId);
  await countsToday(true);
  await walk.step<Items<Day>>('grassrootsDay.visitors', { siteId }, contact, ({ items }) => items.length === 1);
  await walk.step<object>('grassrootsDay.undoCheckIn', { checkInId, ...again() }, cadre, () => true);
  await countsToday(false);

  const without = { where: { siteId }, location: null, ...again() };
  const waits = await walk.step<Day>('grassrootsDay.checkIn', without, cadre, ({ state }) => state === 'unconfirmed');
  const of = { siteId };
  await walk.step<Items<Day>>('grassrootsDay.waitingDays', { of }, contact, ({ items }) => items.length === 1);
  const refusal = { checkInIds: [waits.checkInId], confirmed: false, reason: '冒烟', ...again() };
  await walk.step<{ answered: number }>('grassrootsDay.answerDays', refusal, contact, ({ answered }) => answered === 1);
  await walk.step<Items<Day>>('grassrootsDay.days', {}, cadre, ({ items }) => items[0]?.state === 'refused');
  await walk.step<object>('grassrootsDay.undoCheckIn', { checkInId: waits.checkInId, ...again() }, cadre, () => true);

  const span = { from: today, until: today, ...again() };
  const { leaveId } = await walk.step<{ leaveId: string }>(
    'grassrootsDay.askLeave',
    span,
    cadre,
    (asked) => asked.leaveId !== '',
  );
  type Leave = { leaveId: string };
  const isThere = ({ items }: Items<Leave>) => items.some((leave) => leave.leaveId === leaveId);
  await walk.step<Items<Leave>>('grassrootsDay.askedLeaves', { orgId }, administrator, isThere);
  const answer = { leaveId, approved: true, reason: null, ...again() };
  await walk.step<object>('grassrootsDay.answerLeave', answer, administrator, () => true);
  await walk.step<object>('grassrootsDay.cancelLeave', { leaveId, ...again() }, cadre, () => true);
  await walk.step<object>('grassrootsDay.closeSite', { siteId, from: today, ...again() }, administrator, () => true);
  await walk.refused('grassrootsDay.siteCode', { siteId }, contact, 'SITE_CLOSED');
}
