import type { ReactNode } from 'react';
import { useRouter } from '@tarojs/taro';
import { useQuery } from '@tanstack/react-query';
import type { Outputs } from '../../types/contract';
import { isRefused } from '@/lib/say';
import { Failed } from '@/ui/Failed';
import { Page } from '@/ui/Page';
import { SkeletonRows } from '@/ui/Skeleton';
import { OutOfScope } from './OutOfScope';
import { orgQuery } from './orgQuery';
import './org.scss';

interface Props {
  title: string;
  kind?: 'wide';
  children: (org: Outputs['org']['overview']['org']) => ReactNode;
}

/** A page that settles something of the organisation in its address. */
export const OrgPage = ({ title, kind, children }: Props) => {
  const { data, error, refetch } = useQuery(orgQuery(Number(useRouter().params.orgId)));
  const failed = isRefused(error, 'OUT_OF_SCOPE') ? (
    <OutOfScope error={error} />
  ) : (
    error && <Failed error={error} onRetry={() => void refetch()} />
  );
  return (
    <Page title={title} kind={kind}>
      {data ? children(data.org) : (failed ?? <SkeletonRows />)}
    </Page>
  );
};
