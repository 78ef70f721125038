import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { dayOf } from '@/lib/day';
import { saveFile } from '@/lib/saveFile';
import { tell } from '@/lib/tell';
import { Button } from '@/ui/Button';
import { Failed } from '@/ui/Failed';
import { Heading } from '@/ui/Heading';
import { Page } from '@/ui/Page';
import { Row } from '@/ui/Row';
import { SkeletonRows } from '@/ui/Skeleton';
import { type Copy, wholeCopy } from './copied';
import { htmlOf, type Section, sectionsOf } from './copiedHtml';

/** Of what is long, the page shows the beginning; the file has it all. */
const shown = 12;

const Part = ({ title, lines }: Section) => (
  <View>
    <View className="sec">
      <Heading className="b">{title}</Heading>
      {lines.length > shown ? `${lines.length} 条，文件里是全部` : ''}
    </View>
    <View className="card flush">
      {lines.slice(0, shown).map(([name, text], place) => (
        <Row key={`${place} ${name}`} fact title={name} aside={text} />
      ))}
    </View>
  </View>
);

const Ready = ({ copy }: { copy: Copy }) => {
  const name = `我的记录-${dayOf(copy.at)}`;
  const save = (ending: string, text: string) => void saveFile(`${name}.${ending}`, text).then(tell);
  return (
    <>
      <View className="ink2">
        关于你的全部记录都在这里，包括谁看过你。带走的文件里有你的资料，放在只有你看得到的地方。
      </View>
      <View className="buttons">
        <Button id="save-page" icon="download" size="small" kind="second" onPress={() => save('html', htmlOf(copy))}>
          可以打印的
        </Button>
        <Button
          id="save-data"
          icon="download"
          size="small"
          kind="second"
          onPress={() => save('json', JSON.stringify(copy, null, 2))}
        >
          数据，JSON
        </Button>
      </View>
      {sectionsOf(copy).map((section) => (
        <Part key={section.title} {...section} />
      ))}
    </>
  );
};

/** D9.4 A copy of everything, to read and to take away. */
const CopyPage = () => {
  const { data, isPending, error, refetch } = useQuery({ queryKey: ['privacy.copy'], queryFn: wholeCopy, gcTime: 0 });
  return (
    <Page title="带走一份记录">
      {data && <Ready copy={data} />}
      {isPending && <SkeletonRows />}
      {error && <Failed error={error} onRetry={() => void refetch()} />}
    </Page>
  );
};

export default CopyPage;
