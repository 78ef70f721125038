import { View } from '@tarojs/components';
import type { OwnCheckIn } from '../../types/grassrootsDay';
import { monthAndDay, timeOf } from '@/lib/day';
import { Row } from '@/ui/Row';
import { proofWords } from './dayWords';

/** Where, when, and what it rests on. */
export const CheckInFacts = ({ checkIn }: { checkIn: OwnCheckIn }) => {
  const { site, day, at, outAt, distanceMetres } = checkIn;
  return (
    <View className="rows">
      <Row fact title="地点" aside={site.name} />
      <Row fact title="哪一天" aside={monthAndDay(day)} />
      <Row fact title="报到" aside={timeOf(Date.parse(at))} />
      {outAt && <Row fact title="离开" aside={timeOf(Date.parse(outAt))} />}
      <Row fact title="凭据" aside={proofWords(checkIn)} />
      {distanceMetres !== null && <Row fact title="离地点" aside={`${distanceMetres} 米`} />}
    </View>
  );
};
