export default definePageConfig({ navigationBarTitleText: '找回原来的' });
