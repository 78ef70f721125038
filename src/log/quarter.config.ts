export default definePageConfig({ navigationBarTitleText: '我的季度' });
