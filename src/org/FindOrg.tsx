import { useState } from 'react';
import { View } from '@tarojs/components';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Outputs } from '../../types/contract';
import { client } from '@/lib/client';
import { sayError } from '@/lib/say';
import { useDebounced } from '@/lib/useDebounced';
import { Row } from '@/ui/Row';
import { SearchInput } from '@/ui/SearchInput';

export type ChosenOrg = Outputs['org']['find']['items'][number];

interface Props {
  id: string;
  /** Only among those that one administers. */
  mine: boolean;
  onChoose: (org: ChosenOrg) => void;
}

/** Finds an organisation by name, pinyin or initials. */
export const FindOrg = ({ id, mine, onChoose }: Props) => {
  const [typed, setTyped] = useState('');
  const search = useDebounced(typed.trim(), 250);
  const { data, error } = useQuery({
    queryKey: ['org.find', mine, search],
    queryFn: () => client.org.find({ search, mine }),
    enabled: search !== '',
    placeholderData: keepPreviousData,
  });
  const found = typed.trim() && data;
  return (
    <View className="find-org">
      <SearchInput id={id} hint="找组织，名称或拼音" value={typed} onChange={setTyped} />
      {error && typed.trim() && <View className="t14 warn mt8">{sayError(error).title}</View>}
      {found && (
        <View className="found-orgs" aria-live="polite">
          {found.items.length === 0 && <View className="row ink2">没有找到，换个字试试。</View>}
          {found.items.map((org) => (
            <Row
              key={org.orgId}
              id={`found-${org.orgId}`}
              title={org.name}
              detail={org.above ?? ''}
              acts
              onPress={() => {
                setTyped('');
                onChoose(org);
              }}
            />
          ))}
          {found.more && <View className="t14 ink3">还有更多，再多打一个字。</View>}
        </View>
      )}
    </View>
  );
};
