import { useRouter } from '@tarojs/taro';
import { useQuery } from '@tanstack/react-query';
import { isRefused } from '@/lib/say';
import { siteQuery } from '@/lib/siteQueries';
import { OrgPage } from '@/org/OrgPage';
import { OutOfScope } from '@/org/OutOfScope';
import { Failed } from '@/ui/Failed';
import { Page } from '@/ui/Page';
import { SkeletonRows } from '@/ui/Skeleton';
import { EditSite } from './EditSite';
import { NewSite } from './NewSite';
import './site.scss';

const Existing = ({ siteId }: { siteId: string }) => {
  const { data, error, refetch } = useQuery(siteQuery(siteId));
  if (data) return <EditSite site={data} />;
  if (isRefused(error, 'OUT_OF_SCOPE')) return <OutOfScope error={error} />;
  return error ? <Failed error={error} onRetry={() => void refetch()} /> : <SkeletonRows />;
};

/** D4.1 A new site of the organisation in the address, or the facts of the site there. */
const EditPage = () => {
  const { siteId } = useRouter().params;
  if (!siteId) return <OrgPage title="登记地点">{(org) => <NewSite org={org} />}</OrgPage>;
  return (
    <Page title="地点资料">
      <Existing siteId={siteId} />
    </Page>
  );
};

export default EditPage;
