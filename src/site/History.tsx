import { View } from '@tarojs/components';
import { dayOf, timeOf, wholeDay } from '@/lib/day';
import { siteActWords } from '@/lib/siteWords';
import { Heading } from '@/ui/Heading';
import type { Site } from './siteOf';

const isDay = /^\d{4}-\d{2}-\d{2}$/;

/** What it was before: a name, an organisation, a person, the day from which on it was closed. */
const wasInWords = (was: string): string => (isDay.test(was) ? `${wholeDay(was)}起停用` : was);

/** What became of a site, the latest first: who did it, and what it was before. */
export const History = ({ history, name }: Pick<Site, 'history' | 'name'>) =>
  history.length === 0 ? null : (
    <View>
      <Heading className="sec b">经过</Heading>
      <View className="card flush rows" id="history">
        {history.map(({ act, at, by, was }) => (
          <View key={`${at} ${act}`} className="row">
            <View className="grow">
              <View>{siteActWords[act]}</View>
              {was && was !== name && <View className="t14 ink2 wrap-any">原来是{wasInWords(was)}</View>}
              <View className="t14 ink3">
                {wholeDay(dayOf(at))} {timeOf(Date.parse(at))}
                {by && `，${by}`}
              </View>
            </View>
          </View>
        ))}
      </View>
    </View>
  );
