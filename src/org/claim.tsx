import { useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useQuery } from '@tanstack/react-query';
import { client } from '@/lib/client';
import { meQuery, queries } from '@/lib/queries';
import { routes, startAt } from '@/lib/routes';
import { isRefusal } from '@/lib/say';
import { scannedText } from '@/lib/scannedText';
import { keepSession } from '@/lib/session';
import { useWrite } from '@/lib/useWrite';
import { wrongParts } from '@/lib/wrongParts';
import { Button } from '@/ui/Button';
import { Failed } from '@/ui/Failed';
import { Mark } from '@/ui/Mark';
import { Page } from '@/ui/Page';
import { Refused } from '@/ui/Refused';
import { SkeletonCard } from '@/ui/Skeleton';
import { TextField } from '@/ui/TextField';
import { Invited, type Invitation } from './Invited';
import './org.scss';

const home = () => void startAt(routes.home());

const Decision = ({ text, invitation }: { text: string; invitation: Invitation }) => {
  const [name, setName] = useState('');
  const [tries, setTries] = useState(0);
  const claim = useWrite(client.org.claim, (claimed) => {
    keepSession(claimed);
    void queries.invalidateQueries(meQuery);
    home();
  });
  const asksName = invitation.name === null && invitation.ownName === null;
  const badName = wrongParts(claim.error).includes('name') ? '姓名里有多余的符号或数字，改一下再试' : null;
  const problem = badName ?? (asksName && tries > 0 && !name.trim() ? '还差姓名' : null);
  const send = () => {
    setTries(tries + 1);
    if (asksName && !name.trim()) return;
    claim.mutate({ text, name: asksName ? name.trim() : null });
  };
  return (
    <>
      <Invited invitation={invitation} />
      {asksName && (
        <TextField
          id="name"
          label="你的姓名"
          hint="真实姓名"
          value={name}
          problem={problem}
          onChange={(typed) => {
            claim.reset();
            setName(typed);
          }}
        />
      )}
      <View className="foot paper">
        {claim.isError && !badName && (
          <View className="unsaved">
            <Refused error={claim.error} />
          </View>
        )}
        {claim.isError && isRefusal(claim.error) ? (
          <Button size="large" onPress={home}>
            回首页
          </Button>
        ) : (
          <Button id="claim" size="large" busy={claim.isPending} onPress={send}>
            是我，认领
          </Button>
        )}
        <Button kind="quiet" onPress={home}>
          先不认领
        </Button>
      </View>
    </>
  );
};

/** D9.1 Whoever opens an invitation sees on one screen what the roster says, and takes it with one tap. */
const Claim = () => {
  const { q } = useRouter().params;
  const text = scannedText({ from: 'query', q }) ?? '';
  const me = useQuery(meQuery);
  const { data, error, refetch } = useQuery({
    queryKey: ['org.invitation', text],
    queryFn: () => client.org.invitation({ text }),
    enabled: me.data !== undefined,
  });
  const failure = me.error ?? error;
  return (
    <Page title={data?.siteName ? '认领邀请' : '认领职务'} kind="paper">
      <Mark />
      {data && <Decision text={text} invitation={data} />}
      {!data && !failure && <SkeletonCard />}
      {!data && failure && !isRefusal(failure) && (
        <Failed
          error={failure}
          onRetry={() => {
            void me.refetch();
            void refetch();
          }}
        />
      )}
      {!data && failure && isRefusal(failure) && (
        <>
          <Refused error={failure} />
          <View className="foot paper">
            <Button size="large" onPress={home}>
              回首页
            </Button>
          </View>
        </>
      )}
    </Page>
  );
};

export default Claim;
