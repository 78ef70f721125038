import type { OwnQuarter } from '../../../../types/contactLog';

const dayInWords = (day: string): string => `${Number(day.slice(5, 7))} 月 ${Number(day.slice(8, 10))} 日`;

const dayOfYear = (day: string): string => `${day.slice(0, 4)} 年 ${dayInWords(day)}`;

const quarterInWords = (from: string): string =>
  `${from.slice(0, 4)} 年第${['一', '二', '三', '四'][(Number(from.slice(5, 7)) - 1) / 3] ?? ''}季度`;

const percent = (share: number | null): string => (share === null ? '暂无' : `${Math.round(share * 100)}%`);

function spread(index: number | null): string {
  if (index === null) return '联系还少，暂看不出是否集中';
  if (index < 1 / 3) return '联系比较分散';
  return index < 2 / 3 ? '联系有些集中' : '联系集中在少数几位';
}

/** C2 A quota that is not due is not short. */
function quotaInWords({ quota, missing, dueOn }: OwnQuarter['quota']): string {
  if (dueOn) return `应联系 ${quota} 名，${dayOfYear(dueOn)}到期`;
  return `应联系 ${quota} 名，${missing ? `还差 ${missing} 名` : '已达到'}`;
}

const ofWorkingDays = ({ onWorkingDays, workingDays }: OwnQuarter['amongYouths']): string =>
  workingDays === null || onWorkingDays === null ? '' : `，工作日 ${workingDays} 天里有 ${onWorkingDays} 天`;

/** D7.4 A self-check in words, from the same figures as the quarter's, and nothing that they do not say. */
export function selfCheckText(quarter: OwnQuarter): string {
  const { today, from, until, voice, activities, faceToFace, quota, breadth, amongYouths, disputed } = quarter;
  const last = today < until ? today : until;
  const year = from.slice(0, 4) === today.slice(0, 4) ? '今年' : `${from.slice(0, 4)} 年`;
  return [
    `${quarterInWords(from)}联系青年自查（${dayInWords(from)}至 ${dayInWords(last)}）`,
    `一、联系人数：现联系青年 ${quota.counted} 名，${quotaInWords(quota)}。`,
    `二、日常有声音：${voice.of} 天里有 ${voice.days} 天记了联系，共 ${voice.logs} 笔，折合 ${voice.weight} 天，占 ${percent(voice.share)}。`,
    `三、每季有活动：本季度线下活动 ${activities.done} 次，要求 ${activities.wanted} 次。`,
    `四、每年有面对面：${year}见过面的 ${faceToFace.met} 名，占现联系的 ${percent(faceToFace.share)}；另有 ${faceToFace.unproved} 名记了见面，还没有凭据。`,
    `五、广泛性：青年来自 ${breadth.fields} 个领域，普通青年占 ${percent(breadth.ordinary.share)}；${spread(breadth.concentration)}。`,
    `六、到青年中去：有面对面联系或到基层的 ${amongYouths.days} 天${ofWorkingDays(amongYouths)}。`,
    ...(disputed ? [`七、待核对：有 ${disputed} 笔青年提出“这不是我”，还没有答复。`] : []),
    '不足与打算：',
  ].join('\n');
}
