export default definePageConfig({ navigationBarTitleText: '地点资料' });
