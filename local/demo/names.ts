import type { Factory } from '../../tests/factory';
import { CAST } from './cast';

/** Surnames as they are spread over Guangdong: the further in front, the more people. */
const SURNAMES = [
  '陈 李 黄 张 梁 林 刘 吴 王 罗 杨 郑 何 邓 叶 谢 曾 谭',
  '许 郭 周 冯 钟 徐 朱 彭 蔡 黎 潘 余 苏 卢 江 赖 温 廖 麦',
  '唐 胡 邝 岑 关 伍 区 甘 邹 袁 简 莫 庄 詹 丘 古 盘 房 骆 招 冼 霍 植 欧阳 司徒',
].map((surnames) => surnames.split(' '));
const WEIGHTS = [12, 5, 1];

/** Common ones of those born since 1988; none that makes somebody famous of one of the surnames. */
const GIVEN_NAMES = `
家俊 家明 子轩 子杰 子谦 子恒 梓健 梓聪 梓杰 梓锋 宇航 宇轩 宇恒 宇鹏 海涛 海明 海斌 振宇 振邦 振鹏 铭轩 铭杰 铭浩
铭锋 浩贤 浩明 浩文 浩宇 浩辉 浩彬 浩霖 伟明 伟锋 伟鹏 伟东 伟豪 志豪 志荣 志勇 志鹏 文轩 文彬 文锋 文辉 文俊 文浩
晓辉 晓鹏 晓锋 建辉 建锋 建聪 楚杰 楚鹏 楚涛 泽坤 泽彬 泽伟 泽涛 泽宇 泽鑫 泽锋 锐锋 锐彬 镇杰 镇豪 汉文 汉杰 汉彬
冠杰 嘉明 嘉杰 嘉文 嘉伟 嘉健 嘉瑞 启航 启铭 启轩 炜杰 炜彬 炜东 彦博 彦文 思远 思源 明辉 明杰 明哲 国辉 国彬 俊宇
俊熙 俊铭 俊彬 永健 永康 永杰 健文 健聪 智杰 智轩 卓然 卓轩 卓恒 柏霖 荣轩 思彤 思婷 思慧 思雨 晓婷 晓君 晓雯 晓瑜
嘉慧 嘉雯 嘉琪 嘉莹 嘉晴 欣怡 欣彤 欣妍 欣桐 可儿 可晴 雅婷 雅琪 雅雯 雅文 诗琪 诗敏 诗韵 诗涵 诗婷 梓晴 梓琪 梓莹
梓欣 梓彤 梓涵 紫晴 紫莹 紫瑶 紫珊 倩怡 倩雯 倩茹 慧仪 慧莹 慧婷 慧怡 婉仪 婉莹 敏怡 敏华 敏婷 咏琳 咏欣 咏珊 佩珊
佩君 佩琪 佩玲 绮琪 绮婷 绮华 丽婷 丽萍 丽敏 静雯 静怡 静仪 静敏 楚君 楚琪 楚婷 楚欣 泽琳 泽珊 泽婷 映彤 映雪 映霞
乐彤 乐欣 乐瑶 芷晴 芷琪 芷欣 芷君 颖欣 颖怡 颖琳 颖彤 宝怡 宝琳 宝珊 海燕 海琳 海珊 海欣 春燕 春梅 春霞 秋怡 秋月
秋燕 雪莹 雪敏 雪怡 雪婷 雪梅 玉婷 玉莹 玉珊 玉琪 凯欣 凯婷 凯怡 凯琪 钰婷 钰彤 丹妮 燕婷 燕玲 燕珊 燕敏 瑞琪 瑞欣
瑞雯 依琳 依彤 心怡 心悦 心仪 心瑜 雨晴 雨桐 安怡 文静 文慧 文婷 文珊 文琪 倩彤 卓琳 俊妍 晓岚 海岚 以琳 沛怡 沛琪
沛珊 淑怡 淑敏 惠珊 惠婷 洁莹 洁仪 洁雯 韵怡 蔼怡
`
  .trim()
  .split(/\s+/);

const OF_CAST = new Set<string>(Object.values(CAST));

/** An invented name, and never one of the cast's. */
export function aName(factory: Factory): string {
  const { helpers } = factory.random;
  const surnames = helpers.weightedArrayElement(SURNAMES.map((value, i) => ({ value, weight: WEIGHTS[i] ?? 1 })));
  const name = helpers.arrayElement(surnames) + helpers.arrayElement(GIVEN_NAMES);
  return OF_CAST.has(name) ? aName(factory) : name;
}
