import Taro from '@tarojs/taro';

/**
 * In a tap: WeChat asks whether one message may come. Whatever goes wrong there (switched off altogether, no network)
 * is as good as a no; nobody waits for it.
 */
export const offerMessage = async (templateId: string): Promise<boolean> => {
  try {
    // `entityIds` is another shop’s word, which Taro’s types want.
    const answer = await Taro.requestSubscribeMessage({ tmplIds: [templateId], entityIds: [] });
    return (answer as Record<string, unknown>)[templateId] === 'accept';
  } catch {
    return false;
  }
};
