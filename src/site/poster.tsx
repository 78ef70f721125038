import { useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useMutation, useQuery } from '@tanstack/react-query';
import { sayError } from '@/lib/say';
import { standingCodeQuery } from '@/lib/siteQueries';
import { Button } from '@/ui/Button';
import { Failed } from '@/ui/Failed';
import { Page } from '@/ui/Page';
import { role } from '@/ui/role';
import { SkeletonCard } from '@/ui/Skeleton';
import { PrintedCode } from './PrintedCode';
import { RenewSiteCode } from './RenewSiteCode';
import { takePoster, takeWord, tookWords } from './takePoster';
import './site.scss';

/** D4.2 The code that is printed and put up: it makes a day that waits for somebody's word. */
const PosterPage = () => {
  const { siteId = '' } = useRouter().params;
  const { data, error, refetch } = useQuery(standingCodeQuery(siteId));
  const [renewing, setRenewing] = useState(false);
  const take = useMutation({ mutationFn: takePoster });
  return (
    <Page title="印出来的码" kind="always-light">
      {data && <PrintedCode name={data.site.name} kind={data.site.kind} orgName={data.site.orgName} text={data.text} />}
      {data && (
        <View className="poster-acts">
          <Button id="take-poster" icon="print" busy={take.isPending} onPress={() => take.mutate(data)}>
            {takeWord}
          </Button>
          {(take.isError || (take.isSuccess && tookWords)) && (
            <View className={`t14 tc ${take.isError ? 'warn' : 'ink2'}`} {...role('status')}>
              {take.isError ? `没有存成：${sayError(take.error).title}` : tookWords}
            </View>
          )}
          <Button id="renew-site-code" kind="quiet" onPress={() => setRenewing(true)}>
            码传开了，换一个
          </Button>
        </View>
      )}
      {!data && !error && <SkeletonCard />}
      {!data && error && <Failed error={error} onRetry={() => void refetch()} />}
      {renewing && <RenewSiteCode siteId={siteId} onClose={() => setRenewing(false)} />}
    </Page>
  );
};

export default PosterPage;
