import { useState } from 'react';
import { View } from '@tarojs/components';
import type { OwnCheckIn } from '../../types/grassrootsDay';
import { client } from '@/lib/client';
import { daysChanged } from '@/lib/queries';
import { tell } from '@/lib/tell';
import { useWrite } from '@/lib/useWrite';
import { Button } from '@/ui/Button';
import { TextField } from '@/ui/TextField';
import { Unsaved } from '@/ui/Unsaved';

/** A line about the day for oneself. */
export const DayNote = ({ checkIn: { checkInId, line, site } }: { checkIn: OwnCheckIn }) => {
  const [typed, setTyped] = useState(line ?? '');
  const note = useWrite(client.grassrootsDay.noteDay, () => {
    void daysChanged();
    void tell('记下了');
  });
  const said = typed.trim();
  return (
    <View>
      <TextField
        id={`line-${checkInId}`}
        label="做了什么，可以不写"
        name={`在${site.name}做了什么`}
        hint="只有你自己看得到"
        value={typed}
        onChange={setTyped}
      />
      <Unsaved error={note.error} />
      {said !== (line ?? '') && (
        <>
          <View className="mt8" />
          <Button kind="line" size="small" busy={note.isPending} onPress={() => note.mutate({ checkInId, line: said })}>
            {said ? '记下这句' : '去掉这句'}
          </Button>
        </>
      )}
    </View>
  );
};
