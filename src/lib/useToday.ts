import { useQuery } from '@tanstack/react-query';
import { usePhoneDay } from './clock';
import { todayBy } from './day';
import { meQuery, offerQuery } from './queries';

/** D2.5 The latest day that the server's answers and the phone's clock give: a new day begins without a network too. */
export const useToday = (): string => {
  const me = useQuery(meQuery);
  const offer = useQuery(offerQuery);
  const phoneDay = usePhoneDay();
  const days = [me, offer].flatMap(({ data, dataUpdatedAt: at }) =>
    data ? [todayBy({ day: data.today, at }, phoneDay)] : [],
  );
  return days.sort().pop() ?? phoneDay;
};
