/** The eleven people whom the demo promises, by fixed accounts: whoever starts it finds the same ones. */
export const CAST = {
  'luo-jiashu': '骆嘉澍',
  'xian-yonglan': '冼咏岚',
  'deng-qiwen': '邓绮雯',
  'he-zhiyuan': '何志远',
  'liang-qianwen': '梁倩文',
  'mai-haoming': '麦浩铭',
  'cen-leyi': '岑乐怡',
  'lin-xiaotong': '林晓彤',
  'zheng-kexin': '郑可欣',
  'kuang-guodong': '邝国栋',
  'li-siying': '李思颖',
} as const;

export type CastKey = keyof typeof CAST;

export const CAST_KEYS = Object.keys(CAST) as CastKey[];

/** 28 characters, as WeChat's are. */
export const openidOf = (key: CastKey): string => `oDemo-${key}`.padEnd(28, '-');
