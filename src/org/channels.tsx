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
import { role } from '@/ui/role';
import { useGoToProblem } from '@/ui/useGoToProblem';
import { ChannelFields } from './ChannelFields';
import { channelsOf, type Drafts, draftsOf, lacksMedium, problemWords, refusedOf, tooShort } from './channelDrafts';
import './org.scss';

const Form = ({ channels }: { channels: Channel[] }) => {
  const [drafts, setDrafts] = useState(() => draftsOf(channels));
  const [tries, setTries] = useState(0);
  /** Told that no medium is among them, and not changed since. */
  const [told, setTold] = useState(false);
  const save = useWrite(client.org.setChannels, (saved) => {
    queries.setQueryData(meQuery.queryKey, (me) => (me?.cadre ? { ...me, cadre: { ...me.cadre, ...saved } } : me));
    void queries.invalidateQueries(meQuery);
    goBack();
  });
  const filled = channelsOf(drafts);
  const short = tries > 0 ? tooShort(filled) : [];
  const refused = refusedOf(filled, save.error);
  const wrong = CHANNEL_KINDS.find((kind) => short.includes(kind) || refused.includes(kind));
  useGoToProblem(wrong && `channel-${wrong}`, tries, save.error);

  const problemOf = (kind: ChannelKind) => {
    if (short.includes(kind)) return problemWords.tooShort;
    return refused.includes(kind) ? problemWords.refused : undefined;
  };
  const change = (kind: ChannelKind, changed: Partial<Drafts[ChannelKind]>) => {
    save.reset();
    setTold(false);
    setDrafts({ ...drafts, [kind]: { ...drafts[kind], ...changed } });
  };
  const send = () => {
    setTries(tries + 1);
    if (tooShort(filled).length > 0) return;
    if (lacksMedium(filled) && !told) setTold(true);
    else save.mutate({ channels: filled });
  };
  return (
    <>
      <View className="t14 ink2">青年要找得到你。微信、QQ、微博至少公开一种。</View>
      {CHANNEL_KINDS.map((kind) => (
        <ChannelFields
          key={kind}
          kind={kind}
          {...drafts[kind]}
          problem={problemOf(kind)}
          onChange={(changed) => change(kind, changed)}
        />
      ))}
      <View className="foot">
        {told && (
          <View className="note warn org-told" {...role('alert')}>
            <View className="b">微信、QQ、微博一种也没有</View>
            {filled.length > 0 ? '青年只能打电话找你。' : '青年看不到怎么找你。'}也可以先这样，以后再补。
          </View>
        )}
        {save.isError && !wrong && (
          <View className="problem" {...role('alert')}>
            {sayError(save.error).title}，请再试一次。
          </View>
        )}
        <Button id="save" size="large" kind={told ? 'second' : undefined} busy={save.isPending} onPress={send}>
          {told ? '先这样保存' : '保存'}
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
