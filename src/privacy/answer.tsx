import { useRouter } from '@tarojs/taro';
import { AnswerConcern } from './AnswerConcern';
import { AnswerCorrection } from './AnswerCorrection';

/** One request that waits for an administrator. */
const AnswerPage = () => {
  const { kind, id = '' } = useRouter().params;
  return kind === 'concern' ? <AnswerConcern concernId={id} /> : <AnswerCorrection correctionId={id} />;
};

export default AnswerPage;
