import { useRouter } from '@tarojs/taro';
import { Page } from '@/ui/Page';
import { OrgFigures } from './OrgFigures';

const Overview = () => {
  const { orgId } = useRouter().params;
  return (
    <Page title="组织" kind="wide">
      <OrgFigures orgId={orgId ? Number(orgId) : undefined} />
    </Page>
  );
};

export default Overview;
