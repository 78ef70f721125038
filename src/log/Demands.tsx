import { View } from '@tarojs/components';
import type { OwnQuarter } from '../../types/contactLog';
import { shareInWords } from '@/lib/quarters';
import { quotaState } from '@/lib/quotaWords';
import { goTo, routes, startAt } from '@/lib/routes';
import { thinSentence } from '@/lib/thin';
import { Demand } from './Demand';

const Quota = ({ quota }: Pick<OwnQuarter, 'quota'>) => (
  <Demand
    id="demand-quota"
    title={quota.quota > 0 ? `联系 ${quota.quota} 位` : '联系青年'}
    state={quotaState(quota)}
    done={quota.quota > 0 && quota.missing === 0}
    figure={String(quota.counted)}
    bar={quota.quota > 0 ? quota.counted / quota.quota : undefined}
    onPress={() => void startAt(routes.home({ tab: 'youths' }))}
  >
    {thinSentence(quota)}
  </Demand>
);

const voiceWhy = ({ days, weight, of, logs }: OwnQuarter['voice']): string => {
  if (days === 0) return `${of} 天里还没有记过。`;
  return `记了 ${logs} 笔${weight < days ? `，补记的算半天，折合 ${weight} 天` : ''}。`;
};

const Voice = ({ quarter: { voice, from, until } }: { quarter: OwnQuarter }) => (
  <Demand
    id="demand-voice"
    title="日常有声音"
    state={voice.days < voice.of ? `空着 ${voice.of - voice.days} 天` : '天天都有'}
    done={voice.of > 0 && voice.days >= voice.of}
    figure={`${voice.days} / ${voice.of} 天`}
    onPress={() => goTo(routes.logs({ from, until, only: 'counting' }))}
  >
    {voiceWhy(voice)}
  </Demand>
);

const Activity = ({ quarter: { activities, from, until } }: { quarter: OwnQuarter }) => {
  const { done, wanted } = activities;
  return (
    <Demand
      id="demand-activity"
      title="每季有活动"
      state={done >= wanted ? '已做到' : `还差 ${wanted - done} 场`}
      done={done >= wanted}
      figure={`${done} 场`}
      onPress={() => goTo(routes.logs({ from, until, only: 'activities' }))}
    >
      {done > 0 ? '几位一起见面、记成活动的。' : '几位一起见面，记的时候选“是一场活动”。'}
    </Demand>
  );
};

const meetingState = (met: number, of: number): string => {
  if (of === 0) return '还没有开始';
  return met >= of ? '都见过了' : `还差 ${of - met} 位`;
};

/** The figure is of the quarter's calendar year. */
const Meeting = ({ quarter: { faceToFace, from, today } }: { quarter: OwnQuarter }) => {
  const { met, of, unproved } = faceToFace;
  const waiting = unproved > 0 ? `，另有 ${unproved} 位还没有凭据` : '';
  const year = from.slice(0, 4);
  const until = year === today.slice(0, 4) ? today : `${year}-12-31`;
  return (
    <Demand
      id="demand-meeting"
      title="每年见一面"
      state={meetingState(met, of)}
      done={of > 0 && met >= of}
      figure={of === 0 ? '0 位' : shareInWords(met, of)}
      bar={of > 0 ? met / of : 0}
      onPress={() => goTo(routes.logs({ from: `${year}-01-01`, until, only: 'met' }))}
    >
      {of === 0 ? '先联系上，再约着见一面。' : `${of} 位里见过 ${met} 位${waiting}。`}
    </Demand>
  );
};

/** D2.1, D2.3 The four demands, each with where one stands and why. */
export const Demands = ({ quarter }: { quarter: OwnQuarter }) => (
  <View className="card flush">
    <Quota quota={quarter.quota} />
    <Voice quarter={quarter} />
    <Activity quarter={quarter} />
    <Meeting quarter={quarter} />
  </View>
);
