import { Picker, View } from '@tarojs/components';
import { Icon } from '@/ui/Icon';
import { role } from '@/ui/role';
import { type BirthMonthProps, monthInWords, years } from './birthMonths';

/** In the mini-program WeChat's picker asks for the month. */
export const BirthMonth = ({ value, onChange }: BirthMonthProps) => (
  <Picker
    mode="date"
    fields="month"
    start={`${years.first}-01`}
    end={`${years.last}-12`}
    value={value || '2004-06'}
    onChange={({ detail }) => onChange(detail.value)}
  >
    <View id="born" className="input in" {...role('button')} aria-label={`出生年月${monthInWords(value)}`}>
      <View className={value ? 'grow register-born' : 'grow'}>{monthInWords(value) || '选一下'}</View>
      <Icon name="down" size={20} />
    </View>
  </Picker>
);
