import { useState } from 'react';
import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { client } from '@/lib/client';
import { sayError } from '@/lib/say';
import { useDebounced } from '@/lib/useDebounced';
import { Labelled } from '@/ui/Labelled';
import { Press } from '@/ui/Press';
import { Row } from '@/ui/Row';
import { TextInput } from '@/ui/TextInput';

export interface Chosen {
  orgId: number;
  name: string;
}

interface Props {
  chosen: Chosen | null;
  problem?: string;
  onChoose: (org: Chosen | null) => void;
}

const typingMs = 300;

/** The organisation whose cadres know somebody, found by its name. */
export const OrgPicker = ({ chosen, problem, onChoose }: Props) => {
  const [typed, setTyped] = useState('');
  const search = useDebounced(typed.trim(), typingMs);
  const found = useQuery({
    queryKey: ['org.find', false, search],
    queryFn: () => client.org.find({ search, mine: false }),
    enabled: chosen === null && search !== '',
  });
  return (
    <Labelled id="org" label="哪个团组织认识你" problem={problem}>
      {chosen ? (
        <View className="flex g8">
          <View className="grow b wrap-any">{chosen.name}</View>
          <Press className="text-btn" onPress={() => onChoose(null)}>
            换一个
          </Press>
        </View>
      ) : (
        <>
          <View className="input in">
            <TextInput
              id="org"
              kind="search"
              name="哪个团组织认识你"
              hint="搜名字，比如：南海"
              value={typed}
              problem={problem}
              onChange={setTyped}
            />
          </View>
          {found.isError && <View className="t14 warn mt8">{sayError(found.error).title}</View>}
          {found.data?.items.map(({ orgId, name, above }) => (
            <Row key={orgId} title={name} detail={above ?? undefined} onPress={() => onChoose({ orgId, name })} acts />
          ))}
          {search && found.data?.items.length === 0 && (
            <View className="t14 ink2 mt8">没有找到“{search}”，换个写法试试。</View>
          )}
        </>
      )}
    </Labelled>
  );
};
