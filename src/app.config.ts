const background = '#F4F7F6';

export default defineAppConfig({
  pages: ['home/index', 'scan/index'],
  subPackages: [
    { root: 'contact', pages: ['youth', 'holder'] },
    { root: 'privacy', pages: ['notice'] },
    { root: 'org', pages: ['channels', 'overview'] },
  ],
  preloadRule: { 'home/index': { network: 'all', packages: ['contact', 'privacy'] } },
  window: {
    navigationBarTitleText: '到青年中去',
    navigationBarBackgroundColor: background,
    navigationBarTextStyle: 'black',
    backgroundColor: background,
    backgroundTextStyle: 'dark',
    navigationStyle: process.env.TARO_ENV === 'h5' ? 'custom' : 'default',
  },
  lazyCodeLoading: 'requiredComponents',
  animation: process.env.TARO_ENV === 'h5' ? false : undefined,
});
