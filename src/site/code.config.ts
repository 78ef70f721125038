/** White in both themes: the page is held out to be scanned. */
export default definePageConfig({
  navigationBarTitleText: '现场码',
  ...(process.env.TARO_ENV === 'weapp' && {
    navigationBarBackgroundColor: '#ffffff',
    navigationBarTextStyle: 'black' as const,
    backgroundColor: '#ffffff',
  }),
});
