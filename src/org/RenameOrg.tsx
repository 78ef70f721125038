import type { Outputs } from '../../types/contract';
import { client } from '@/lib/client';
import { organisationChanged } from '@/lib/queries';
import { goBack } from '@/lib/routes';
import { tell } from '@/lib/tell';
import { useWrite } from '@/lib/useWrite';
import { NamesForm } from './NamesForm';

type Org = Outputs['org']['overview']['org'];

/** D1.2 The organisation itself under another name. */
export const RenameOrg = ({ org }: { org: Org }) => {
  const rename = useWrite(client.org.renameOrg, () => {
    void organisationChanged();
    void tell('改好了');
    goBack();
  });
  return (
    <NamesForm
      before={{ name: org.fullName, shortName: org.name, place: org.place }}
      error={rename.error}
      busy={rename.isPending}
      word="保存"
      onEdit={rename.reset}
      onSend={(names) => rename.mutate({ orgId: org.orgId, ...names })}
    />
  );
};
