/** White in both themes: the page is as it is printed. */
export default definePageConfig({
  navigationBarTitleText: '印出来的码',
  ...(process.env.TARO_ENV === 'weapp' && {
    navigationBarBackgroundColor: '#ffffff',
    navigationBarTextStyle: 'black' as const,
    backgroundColor: '#ffffff',
  }),
});
