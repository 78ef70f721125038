export default definePageConfig({ navigationBarTitleText: '这一天' });
