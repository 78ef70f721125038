import { useState } from 'react';
import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import type { ChannelKind } from '../../types/words';
import { client } from '@/lib/client';
import { copy } from '@/lib/copy';
import { tell } from '@/lib/tell';
import { channelWords, circleWords, inOrder } from '@/lib/words';
import { Failed } from '@/ui/Failed';
import { Row } from '@/ui/Row';
import { SkeletonRows } from '@/ui/Skeleton';
import { RevealForm } from './RevealForm';

/** D9.7 What a cadre has made known, masked. A tap asks for the reason and shows one whole; another tap copies it. */
export const CadreChannels = ({ postId }: { postId: string }) => {
  const { data, isPending, error, refetch } = useQuery({
    queryKey: ['org.channelsOf', postId],
    queryFn: () => client.org.channelsOf({ postId }),
  });
  const [asked, setAsked] = useState<ChannelKind | null>(null);
  const [whole, setWhole] = useState<Partial<Record<ChannelKind, string>>>({});
  if (isPending) return <SkeletonRows rows={2} />;
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (data.channels.length === 0) return <View className="ink2">没有给组织看的联系方式。</View>;

  const press = (kind: ChannelKind) => {
    const value = whole[kind];
    if (value === undefined) setAsked(kind);
    else void copy(value).then((done) => tell(done ? '已复制' : '没有复制成，长按选取'));
  };
  const revealed = (kind: ChannelKind, value: string) => {
    setWhole({ ...whole, [kind]: value });
    setAsked(null);
  };
  return (
    <View>
      <View className="rows org-in-sheet">
        {inOrder(data.channels).map(({ kind, masked, circle }) => (
          <Row
            key={kind}
            id={`channel-${kind}`}
            acts
            title={channelWords[kind]}
            detail={whole[kind] === undefined ? `给${circleWords[circle]}看，点一下看完整的` : '再点一下复制'}
            aside={whole[kind] ?? masked}
            onPress={() => press(kind)}
          />
        ))}
      </View>
      {asked && <RevealForm key={asked} postId={postId} kind={asked} onRevealed={(value) => revealed(asked, value)} />}
    </View>
  );
};
