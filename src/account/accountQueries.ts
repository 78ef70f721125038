import { queryOptions } from '@tanstack/react-query';
import { client } from '@/lib/client';

export const devicesQuery = queryOptions({ queryKey: ['account.devices'], queryFn: () => client.account.devices({}) });

export const ownBindingQuery = queryOptions({
  queryKey: ['account.binding'],
  queryFn: () => client.account.binding({}),
});
