import { View } from '@tarojs/components';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { shortName } from '@/lib/cut';
import { onArrowKey } from './arrowKeys';
import { Failed } from './Failed';
import { Icon } from './Icon';
import { More } from './More';
import { Avatar } from './Person';
import { Press } from './Press';
import { role } from './role';
import { SearchInput } from './SearchInput';
import { SkeletonRows } from './Skeleton';
import './personPicker.scss';

export interface Pickable {
  key: string;
  name: string;
  /** A word more about who it is. */
  title: string;
}

type List = Pick<
  UseInfiniteQueryResult,
  'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage' | 'isPending' | 'isError' | 'error' | 'refetch'
>;

interface Props {
  id: string;
  label: string;
  typed: string;
  rows: Pickable[];
  list: List;
  chosen: string | null;
  /** What is said where there is nobody at all. */
  nobody: string;
  onType: (typed: string) => void;
  onChoose: (person: Pickable) => void;
}

/** One of many people, by name, pinyin or initials. */
export const PersonPicker = ({ id, label, typed, rows, list, chosen, nobody, onType, onChoose }: Props) => (
  <>
    <View className="picker-search mt12">
      <SearchInput id={`${id}-search`} hint="姓名、拼音或首字母" value={typed} onChange={onType} />
    </View>
    <View className="picker rows by-ava" {...role('radiogroup')} aria-label={label} onKeyDown={onArrowKey}>
      {rows.map((person, place) => (
        <Press
          key={person.key}
          className="row"
          as="radio"
          selected={person.key === chosen}
          tabStop={rows.some(({ key }) => key === chosen) ? person.key === chosen : place === 0}
          onPress={() => onChoose(person)}
        >
          <Avatar name={person.name} />
          <View className="grow">
            <View className="b">{shortName(person.name)}</View>
            <View className="t14 ink2 wrap-any">{person.title}</View>
          </View>
          <View className={person.key === chosen ? 'tick on' : 'tick'}>
            {person.key === chosen && <Icon name="check" size={16} />}
          </View>
        </Press>
      ))}
    </View>
    <More of={list} />
    {list.isPending && <SkeletonRows rows={3} />}
    {list.isError && <Failed error={list.error} onRetry={() => void list.refetch()} />}
    {!list.isPending && !list.isError && rows.length === 0 && (
      <View className="ink2 tc picker-nobody">
        {typed.trim() ? `没有找到“${typed.trim()}”，试试拼音或首字母。` : nobody}
      </View>
    )}
  </>
);
