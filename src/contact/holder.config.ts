export default definePageConfig({ navigationBarTitleText: '记录与权利' });
