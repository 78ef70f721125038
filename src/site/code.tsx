import { useRouter } from '@tarojs/taro';
import { shortOrg } from '@/lib/cut';
import { goTo, routes } from '@/lib/routes';
import { isRefusal } from '@/lib/say';
import { siteCodeQuery } from '@/lib/siteQueries';
import { useLiveCode } from '@/lib/useLiveCode';
import { usePageShown } from '@/lib/usePageShown';
import { Failed } from '@/ui/Failed';
import { Icon } from '@/ui/Icon';
import { Page } from '@/ui/Page';
import { Press } from '@/ui/Press';
import { SiteCode } from './SiteCode';
import { useBrightScreen } from './useBrightScreen';
import { Visitors } from './Visitors';
import './site.scss';

/** D4.2 On the table of a site: the live code as large as it gets, and below it, for who stands behind the table, who came. */
const CodePage = () => {
  const { siteId = '' } = useRouter().params;
  const shown = usePageShown();
  const bright = useBrightScreen(shown);
  const { data, code, error, refetch } = useLiveCode(siteCodeQuery(siteId), shown);
  const failed = error && (!data || isRefusal(error));
  return (
    <Page title={data ? shortOrg(data.site.name) : '现场码'} kind="always-light">
      {failed && <Failed error={error} onRetry={() => void refetch()} />}
      {!failed && (
        <SiteCode
          code={code}
          stepSeconds={data?.stepSeconds ?? 0}
          error={error}
          bright={bright}
          onRetry={() => void refetch()}
        />
      )}
      {data && !failed && (
        <>
          <Visitors siteId={siteId} shown={shown} />
          <Press className="text-btn" as="link" onPress={() => goTo(routes.sitePoster(siteId))}>
            <Icon name="print" size={20} />
            印一张放在门口
          </Press>
        </>
      )}
    </Page>
  );
};

export default CodePage;
