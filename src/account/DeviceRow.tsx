import type { Device } from '../../types/account';
import { ago, dayOf, sinceWords, timeOf } from '@/lib/day';
import { Row } from '@/ui/Row';

interface Props {
  device: Device;
  today: string;
  onEnd: () => void;
}

/** To the hour today, to the day before. */
const lastSeen = (at: string, today: string): string => {
  const day = dayOf(at);
  return day === today ? `今天 ${timeOf(Date.parse(at)).slice(0, 2)} 点用过` : `${ago(day, today)}用过`;
};

export const DeviceRow = ({ device, today, onEnd }: Props) => (
  <Row
    icon={device.device.includes('微信') ? 'mobile' : 'screen'}
    title={device.device || '没有认出的设备'}
    detail={`${sinceWords(device.since, today)}，${lastSeen(device.lastSeenAt, today)}`}
    aside={device.thisOne ? '这一台' : undefined}
    onPress={device.thisOne ? undefined : onEnd}
  />
);
