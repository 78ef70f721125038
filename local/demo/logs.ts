import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { dayOf, daysAfter } from '../../cloudfunctions/api/kernel/calendar';
import type { Tx } from '../../cloudfunctions/api/kernel/db';
import { policy } from '../../config/policy';
import type { Factory } from '../../tests/factory';
import type { LogTask, LogWay } from '../../types/words';

const BACK_DAYS = 75;
/** Of ten logs one comes too late, and of ten meetings six are confirmed by the youth. */
const LATE = 0.1;
const CONFIRMED = 0.6;
/** How many logs there are for each youth held, and at most. */
const FOR_EACH = 0.6;
const MOST = 45;
const AN_ACTIVITY = 0.7;
const TOGETHER = 8;

const LINES: Record<LogTask, readonly string[]> = {
  guidance: ['一起看了最近的青年大学习，聊了各自的想法', '转了一份政策解读，问了有没有看不明白的地方'],
  identity: ['介绍了自己和团委的工作，留了联系方式', '说了有事可以找我，群里也能找到'],
  activation: ['约了周末的志愿服务', '问了想参加什么样的活动，记下来了'],
  listening: ['聊了最近实习的事，有点焦虑', '听他说租房的难处', '问了近况，一切都好'],
  help: ['帮忙问了人才补贴怎么申请', '把招聘信息发给了她', '陪着去社区开了证明'],
};

interface Held {
  contactId: string;
  cadreId: string;
  youthId: string;
  postId: string;
  orgId: number;
  /** The first day on which the two were in contact and the post was held. */
  since: string;
  countsUntil: string;
}

const heldNow = async (tx: Tx): Promise<Held[]> => {
  const { rows } = await sql<Held>`
    select c.id as "contactId", c.cadre_id as "cadreId", c.youth_id as "youthId", c.post_id as "postId",
      c.org_id as "orgId", greatest((c.started_at at time zone 'Asia/Shanghai')::date, p.from_day) as since,
      c.counts_until as "countsUntil"
    from contact c join post p on p.id = c.post_id
    join person o on o.id = c.cadre_id join person y on y.id = c.youth_id
    where c.ended_at is null order by o.search, c.cadre_id, y.search, c.id`.execute(tx);
  return rows;
};

const eveningOf = (day: string): Date => new Date(`${day}T20:00:00+08:00`);

/** D2.3, D2.6 What cadres wrote down in the last weeks, as their own triggers count it. */
export async function makeLogs({ random }: Factory, now: Date, tx: Tx): Promise<void> {
  const today = dayOf(new Date(now.getTime() - 86_400_000));
  const byCadre = new Map<string, Held[]>();
  for (const one of await heldNow(tx)) byCadre.set(one.cadreId, [...(byCadre.get(one.cadreId) ?? []), one]);
  const logs: Record<string, unknown>[] = [];
  const marks: Record<string, unknown>[] = [];

  function write(people: Held[], way: LogWay, activity: boolean): void {
    const [first] = people;
    const since = people.map((one) => one.since).reduce((a, b) => (a > b ? a : b));
    const earliest = since > daysAfter(today, -BACK_DAYS) ? since : daysAfter(today, -BACK_DAYS);
    if (!first || earliest > today) return;
    const span = Math.round((Date.parse(today) - Date.parse(earliest)) / 86_400_000);
    const day = daysAfter(today, -random.number.int({ min: 0, max: span }));
    const lateOn = daysAfter(day, policy.contactLog.lateAfterDays + 2);
    const late = lateOn <= today && random.datatype.boolean(LATE);
    const task = random.helpers.arrayElement(Object.keys(LINES) as LogTask[]);
    logs.push({
      cadre_id: first.cadreId,
      post_id: first.postId,
      org_id: first.orgId,
      task,
      way,
      activity,
      day,
      late,
      text: random.helpers.arrayElement(LINES[task]),
      text_state: 'shown',
      hid_text: false,
      youths: people.length,
      standing: 0,
      met: 0,
      written_at: eveningOf(late ? lateOn : day),
      people,
    });
  }

  for (const held of byCadre.values()) {
    const wanted = Math.min(MOST, Math.floor(held.length * FOR_EACH));
    for (let i = 0; i < wanted; i++) {
      const way = random.helpers.weightedArrayElement<LogWay>([
        { weight: 5, value: 'online' },
        { weight: 2, value: 'phone' },
        { weight: 3, value: 'faceToFace' },
      ]);
      write([random.helpers.arrayElement(held)], way, false);
    }
    if (held.length > TOGETHER && random.datatype.boolean(AN_ACTIVITY))
      write(random.helpers.arrayElements(held, TOGETHER), 'faceToFace', true);
  }

  logs.sort((a, b) => (a.written_at as Date).getTime() - (b.written_at as Date).getTime());
  for (const log of logs) {
    log.id = uuidv7();
    for (const { contactId, cadreId, youthId, countsUntil } of log.people as Held[]) {
      const confirmed = log.way === 'faceToFace' && random.datatype.boolean(CONFIRMED);
      marks.push({
        log_id: log.id,
        contact_id: contactId,
        cadre_id: cadreId,
        youth_id: youthId,
        day: log.day,
        counts: (log.day as string) < countsUntil,
        state: confirmed ? 'confirmed' : 'unanswered',
        proof: confirmed ? 'tap' : null,
        hid_text: false,
      });
    }
    delete log.people;
  }
  await sql`insert into contact_log select * from json_populate_recordset(null::contact_log, ${JSON.stringify(logs)})`.execute(
    tx,
  );
  await sql`insert into contact_log_mark select * from json_populate_recordset(null::contact_log_mark, ${JSON.stringify(marks)})`.execute(
    tx,
  );
}
