import { useQuery } from '@tanstack/react-query';
import { applicationWords } from '@/org/applicationWords';
import { applicationQuery } from '@/lib/queries';
import { goTo, routes } from '@/lib/routes';
import { Row } from '@/ui/Row';

/** D1.1 A youth who holds a post asks for it here, and reads here what became of it. */
export const ApplyRow = () => {
  const { data } = useQuery(applicationQuery);
  const application = data?.application ?? null;
  return (
    <Row
      icon="people"
      id="apply"
      title="我是团干部，来认领"
      detail={application ? applicationWords(application) : '请所在团组织的管理员确认你的职务'}
      onPress={() => goTo(routes.apply())}
    />
  );
};
