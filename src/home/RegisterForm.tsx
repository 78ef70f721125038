import { useState } from 'react';
import { Input, Picker, View } from '@tarojs/components';
import { type Field, FIELDS } from '../../types/words';
import { client } from '@/lib/client';
import { queries } from '@/lib/queries';
import { isRefused, sayError } from '@/lib/say';
import { session } from '@/lib/session';
import { useWrite } from '@/lib/useWrite';
import { fieldWords } from '@/lib/words';
import { Button } from '@/ui/Button';
import { Chip } from '@/ui/Chip';
import { Icon } from '@/ui/Icon';
import { Page } from '@/ui/Page';
import { role } from '@/ui/role';

/** In a browser the picker opens by a click on what is inside it. */
const openByKey = ({ key }: { key: string }) => {
  if (key === 'Enter' || key === ' ') document.getElementById('born')?.click();
};

interface Props {
  noticeVersion: number;
  onReread: () => void;
}

/** What is still missing before the form can be sent; null when nothing is. */
const missing = (name: string, born: string, field: Field | null): string | null => {
  if (!name.trim()) return '还差姓名';
  if (!born) return '还差出生年月';
  return field ? null : '还差领域';
};

/** Name, month of birth, field, and a unit if one likes: all that is kept (D9.6). */
export const RegisterForm = ({ noticeVersion, onReread }: Props) => {
  const [name, setName] = useState('');
  const [born, setBorn] = useState('');
  const [field, setField] = useState<Field | null>(null);
  const [unit, setUnit] = useState('');
  const [tried, setTried] = useState(false);
  const gap = missing(name, born, field);

  const register = useWrite(client.org.register, ({ token }) => {
    if (token && process.env.TARO_ENV === 'weapp') session.keep(token);
    void queries.invalidateQueries();
  });
  const send = () => {
    setTried(true);
    if (gap || !field) return;
    const [birthYear = 0, birthMonth = 0] = born.split('-').map(Number);
    register.mutate({ noticeVersion, name: name.trim(), birthYear, birthMonth, field, unit: unit.trim() || null });
  };
  /** What was refused is forgotten as soon as one changes something. */
  const edit = (change: () => void) => {
    register.reset();
    change();
  };
  const refusal = register.isError ? sayError(register.error) : null;

  return (
    <Page title="登记" first>
      <View className="card flush">
        <View className="part">
          <View className="label">姓名</View>
          <View className="input in">
            <Input
              id="name"
              className="input-text"
              aria-label="姓名"
              value={name}
              maxlength={30}
              placeholder="真实姓名，团干部这样称呼你"
              placeholderClass="input-hint"
              onInput={({ detail }) => edit(() => setName(detail.value))}
            />
          </View>
        </View>
        <View className="part">
          <View className="label">出生年月，只记到月</View>
          <Picker
            mode="date"
            fields="month"
            start="1950-01"
            end="2020-12"
            value={born || '2004-06'}
            onChange={({ detail }) => edit(() => setBorn(detail.value))}
          >
            <View
              id="born"
              className="input in"
              {...role('button')}
              tabIndex={0}
              aria-label="出生年月"
              onKeyDown={openByKey}
            >
              <View className={born ? 'grow register-born' : 'grow'}>
                {born ? `${born.slice(0, 4)}年${Number(born.slice(5, 7))}月` : '选一下'}
              </View>
              <Icon name="down" size={20} />
            </View>
          </Picker>
        </View>
        <View className="part">
          <View className="label">你在哪个领域</View>
          <View className="chips" {...role('radiogroup')} aria-label="领域">
            {FIELDS.map((each) => (
              <Chip key={each} on={each === field} onPaper onPress={() => edit(() => setField(each))}>
                <View className={`field f-${each}`}>{fieldWords[each]}</View>
              </Chip>
            ))}
          </View>
        </View>
        <View className="part">
          <View className="label">单位或学校，可不填</View>
          <View className="input in">
            <Input
              id="unit"
              className="input-text"
              aria-label="单位或学校"
              value={unit}
              maxlength={30}
              placeholder="团干部会看到"
              placeholderClass="input-hint"
              onInput={({ detail }) => edit(() => setUnit(detail.value))}
            />
          </View>
        </View>
      </View>
      <View className="foot">
        {refusal && (
          <View className="note warn register-refusal" {...role('alert')}>
            <View className="b">{refusal.title}</View>
            {refusal.why}
            {refusal.now}
          </View>
        )}
        {tried && gap && (
          <View className="problem" {...role('alert')}>
            {gap}
          </View>
        )}
        {isRefused(register.error, 'NOTICE_OUTDATED') ? (
          <Button
            size="large"
            onPress={() => {
              void queries.invalidateQueries({ queryKey: ['privacy.notice'] });
              onReread();
            }}
          >
            看新的告知
          </Button>
        ) : (
          <Button id="register" size="large" busy={register.isPending} onPress={send}>
            完成登记
          </Button>
        )}
      </View>
    </Page>
  );
};
