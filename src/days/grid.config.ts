export default definePageConfig({ navigationBarTitleText: '每周一天' });
