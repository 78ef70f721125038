export default definePageConfig({ navigationBarTitleText: '请说明' });
