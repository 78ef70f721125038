import { searchText } from '../../cloudfunctions/api/org/searchText.apart';
import type { Factory } from '../../tests/factory';
import { CIRCLES } from '../../types/words';
import type { DemoCadre } from './cadres';

const CHANNELS_OF_HE = [
  { kind: 'wechat', circle: 'contacts', value: 'hezhiyuan_foshan' },
  { kind: 'phone', circle: 'contacts', value: '13800138000' },
] as const;

/** D2.4 Most have published WeChat, some QQ or Weibo, a few nothing yet. No QQ number begins with 99. */
export function publishChannels(factory: Factory, he: DemoCadre, crowd: DemoCadre[], fieldKey: string): void {
  const { datatype, helpers, string } = factory.random;
  for (const channel of CHANNELS_OF_HE) factory.aChannel(he, channel, fieldKey);
  for (const cadre of crowd) {
    const [spelled = ''] = searchText(cadre.name).split(' ');
    const circle = helpers.weightedArrayElement([
      { value: CIRCLES[0], weight: 6 },
      { value: CIRCLES[1], weight: 1 },
      { value: CIRCLES[2], weight: 3 },
    ]);
    const handle = `${spelled}_${string.numeric(3)}`;
    if (datatype.boolean(0.85)) factory.aChannel(cadre, { kind: 'wechat', circle, value: handle }, fieldKey);
    if (datatype.boolean(0.2))
      factory.aChannel(cadre, { kind: 'qq', circle, value: `99${string.numeric(8)}` }, fieldKey);
    if (datatype.boolean(0.1))
      factory.aChannel(cadre, { kind: 'weibo', circle, value: `${cadre.name}在青年中` }, fieldKey);
  }
}
