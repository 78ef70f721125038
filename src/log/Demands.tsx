import { View } from '@tarojs/components';
import type { OwnQuarter } from '../../types/contactLog';
import { wholeDay } from '@/lib/day';
import { shareInWords } from '@/lib/quarters';
import { goTo, routes, startAt } from '@/lib/routes';
import { thinSentence } from '@/lib/thin';
import { Demand } from './Demand';

const Quota = ({ quota }: Pick<OwnQuarter, 'quota'>) => (
  <Demand
    id="demand-quota"
    title={`联系 ${quota.quota} 位`}
    state={quota.missing > 0 ? `还差 ${quota.missing}` : '已做到'}
    done={quota.missing === 0}
    figure={String(quota.counted)}
    bar={quota.counted / quota.quota}
    onPress={() => void startAt(routes.home({ tab: 'youths' }))}
  >
    {quota.dueOn && `${wholeDay(quota.dueOn)}之前慢慢来。`}
    {thinSentence(quota)}
  </Demand>
);

const voiceWhy = ({ days, weight, of, logs }: OwnQuarter['voice']): string => {
  if (days === 0) return `${of} 天里还没有记过。`;
  const late = weight < days ? `补记的算半天，折合 ${weight} 天。` : '';
  return `记了 ${logs} 笔，空着 ${of - days} 天。${late}`;
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

const Meeting = ({ quarter: { faceToFace, today } }: { quarter: OwnQuarter }) => {
  const { met, of, unproved } = faceToFace;
  return (
    <Demand
      id="demand-meeting"
      title="每年见一面"
      state={of > 0 && met >= of ? '都见过了' : `还差 ${of - met} 位`}
      done={of > 0 && met >= of}
      figure={shareInWords(met, of)}
      bar={of > 0 ? met / of : 0}
      onPress={() => goTo(routes.logs({ from: `${today.slice(0, 4)}-01-01`, until: today, only: 'met' }))}
    >
      {of} 位里见过 {met} 位{unproved > 0 && `，另有 ${unproved} 位等对方确认`}。
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
