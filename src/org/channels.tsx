import { useState } from 'react';
import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import type { Channel } from '../../types/org';
import { type ChannelKind, CHANNEL_KINDS } from '../../types/words';
import { client } from '@/lib/client';
import { meQuery, queries } from '@/lib/queries';
import { goBack } from '@/lib/routes';
import { sayError } from '@/lib/say';
import { useWrite } from '@/lib/useWrite';
import { Button } from '@/ui/Button';
import { Failed } from '@/ui/Failed';
import { Page } from '@/ui/Page';
import { SkeletonRows } from '@/ui/Skeleton';
import { ChannelFields } from './ChannelFields';
import { role } from '@/ui/role';

type Drafts = Record<ChannelKind, Omit<Channel, 'kind'>>;

const draftsOf = (channels: Channel[]): Drafts => {
  const draft = (kind: ChannelKind) =>
    channels.find((channel) => channel.kind === kind) ?? { value: '', circle: 'contacts' as const };
  return { wechat: draft('wechat'), qq: draft('qq'), weibo: draft('weibo'), phone: draft('phone') };
};

const channelsOf = (drafts: Drafts): Channel[] =>
  CHANNEL_KINDS.map((kind) => ({ kind, value: drafts[kind].value.trim(), circle: drafts[kind].circle })).filter(
    ({ value }) => value !== '',
  );

const shortest = 3;

const Form = ({ channels }: { channels: Channel[] }) => {
  const [drafts, setDrafts] = useState(() => draftsOf(channels));
  const save = useWrite(client.org.setChannels, () => {
    void queries.invalidateQueries(meQuery);
    goBack();
  });
  const filled = channelsOf(drafts);
  const tooShort = filled.some(({ value }) => value.length < shortest);
  return (
    <>
      <View className="t14 ink2">青年要找得到你。微信、QQ、微博至少公开一种。</View>
      {CHANNEL_KINDS.map((kind) => (
        <ChannelFields
          key={kind}
          kind={kind}
          {...drafts[kind]}
          onChange={(change) => setDrafts({ ...drafts, [kind]: { ...drafts[kind], ...change } })}
        />
      ))}
      <View className="foot">
        {(tooShort || save.isError) && (
          <View className="problem" {...role('alert')}>
            {tooShort ? `每一项至少 ${shortest} 个字符` : `${sayError(save.error).title}，请再试一次。`}
          </View>
        )}
        <Button
          id="save"
          size="large"
          busy={save.isPending}
          onPress={() => {
            if (!tooShort) save.mutate({ channels: filled });
          }}
        >
          保存
        </Button>
      </View>
    </>
  );
};

/** D2.4 A cadre's ways to be reached, each within its circle. */
const Channels = () => {
  const { data, isPending, error, refetch } = useQuery(meQuery);
  return (
    <Page title="公开的联系方式">
      {data?.cadre && <Form channels={data.cadre.channels} />}
      {isPending && <SkeletonRows />}
      {error && <Failed error={error} onRetry={() => void refetch()} />}
    </Page>
  );
};

export default Channels;
