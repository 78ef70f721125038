import { useRouter } from '@tarojs/taro';
import { NewOrg } from './NewOrg';
import { OrgPage } from './OrgPage';
import { RenameOrg } from './RenameOrg';

const Names = () => {
  const isBelow = useRouter().params.of === 'below';
  return (
    <OrgPage title={isBelow ? '新建下级组织' : '改名'}>
      {(org) => (isBelow ? <NewOrg org={org} /> : <RenameOrg org={org} />)}
    </OrgPage>
  );
};

export default Names;
