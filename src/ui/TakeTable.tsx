import { useState } from 'react';
import { View } from '@tarojs/components';
import { tell } from '@/lib/tell';
import { Icon } from './Icon';
import { Press } from './Press';
import { role } from './role';

interface Props {
  id: string;
  /** Takes it, telling how much there is so far; answers in words. */
  take: (onTaken: (taken: number) => void) => Promise<string>;
}

/** What a list has, as a table on one's own computer. */
export const TakeTable = ({ id, take }: Props) => {
  const [taken, setTaken] = useState<number | null>(null);
  const press = async () => {
    setTaken(0);
    const words = await take(setTaken);
    setTaken(null);
    await tell(words);
  };
  return (
    <>
      <Press id={id} className="text-btn" disabled={taken !== null} onPress={() => void press()}>
        <Icon name="download" size={20} />
        {taken === null ? '导出表格' : '正在导出'}
      </Press>
      {taken !== null && taken > 0 && (
        <View className="t14 ink2" {...role('status')}>
          已取 {taken}
        </View>
      )}
    </>
  );
};
