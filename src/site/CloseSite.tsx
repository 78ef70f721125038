import { useState } from 'react';
import { View } from '@tarojs/components';
import { client } from '@/lib/client';
import { wholeDay } from '@/lib/day';
import { sitesChanged } from '@/lib/siteQueries';
import { tell } from '@/lib/tell';
import { useWrite } from '@/lib/useWrite';
import { Button } from '@/ui/Button';
import { DayInput } from '@/ui/DayInput';
import { Heading } from '@/ui/Heading';
import { Labelled } from '@/ui/Labelled';
import { Sheet } from '@/ui/Sheet';
import { Unsaved } from '@/ui/Unsaved';
import { closeWord } from './closeWord';
import type { Site } from './siteOf';

interface Props {
  site: Site;
  today: string;
  onClose: () => void;
}

/** From a day on nobody checks in there; or one does again. */
export const CloseSite = ({ site, today, onClose }: Props) => {
  const { siteId, name, closedOn } = site;
  const [from, setFrom] = useState(today);
  const settle = useWrite(client.grassrootsDay.closeSite, () => {
    void sitesChanged();
    void tell('记下了');
    onClose();
  });
  const title = closeWord(closedOn, today);
  return (
    <Sheet label={title} onClose={onClose}>
      <Heading className="t22 b wrap-any">
        {title}
        {name}
      </Heading>
      <View className="ink2 mt4">
        {closedOn
          ? `原定${wholeDay(closedOn)}起停用，改了之后照常接待。`
          : '从这一天起不再接待，现场码和印出来的码都用不了。之前来过的日子照样算数。'}
      </View>
      {!closedOn && (
        <View className="mt16">
          <Labelled id="day" label="从哪天起">
            <DayInput id="day" name="从哪天起" value={from} onChange={setFrom} />
          </Labelled>
        </View>
      )}
      <View className="mt16" />
      <Unsaved error={settle.error} />
      <View className="col g8">
        <Button
          id="settle-site"
          busy={settle.isPending}
          onPress={() => settle.mutate({ siteId, from: closedOn ? null : from })}
        >
          {title}
        </Button>
        <Button kind="quiet" onPress={onClose}>
          先不动
        </Button>
      </View>
    </Sheet>
  );
};
