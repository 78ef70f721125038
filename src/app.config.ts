/** WeChat draws the bar and what lies behind the page; the values of each theme are in `theme.json`. */
const bar =
  process.env.TARO_ENV === 'weapp'
    ? {
        navigationBarBackgroundColor: '@ground',
        navigationBarTextStyle: '@title',
        backgroundColor: '@ground',
        backgroundTextStyle: '@pull',
      }
    : {};

export default defineAppConfig({
  pages: ['home/index', 'scan/index', ...(process.env.TARO_APP_GALLERY === '1' ? ['gallery/index'] : [])],
  subPackages: [
    { root: 'contact', pages: ['youth', 'holder'] },
    { root: 'privacy', pages: ['notice', 'looks', 'correct', 'copy', 'concern', 'answer'] },
    { root: 'account', pages: ['approve', 'devices', 'binding'] },
    { root: 'days', pages: ['year', 'leave', 'grid', 'calendar', 'explain', 'check-in', 'site-list', 'list', 'day'] },
    { root: 'log', pages: ['write', 'list', 'one', 'about', 'meet', 'quarter', 'quiet'] },
    { root: 'site', pages: ['list', 'one', 'edit', 'poster', 'code', 'waiting', 'import'] },
    {
      root: 'org',
      pages: [
        'channels',
        'overview',
        'todo',
        'claim',
        'apply',
        'invite',
        'invitations',
        'administrators',
        'names',
        'cadre',
      ],
    },
  ],
  preloadRule: { 'home/index': { network: 'all', packages: ['contact', 'privacy', 'log', 'days'] } },
  window: {
    navigationBarTitleText: '到青年中去',
    ...bar,
    navigationStyle: process.env.TARO_ENV === 'h5' ? 'custom' : 'default',
  },
  /** WeChat opens its map for who looks for a site's place; it asks its person by itself. */
  requiredPrivateInfos: ['chooseLocation', 'getLocation'],
  permission: { 'scope.userLocation': { desc: '你同意时，报到只记离地点多远' } },
  darkmode: true,
  themeLocation: 'theme.json',
  lazyCodeLoading: 'requiredComponents',
  animation: process.env.TARO_ENV === 'h5' ? false : undefined,
});
