export default definePageConfig({ navigationBarTitleText: '见面码' });
