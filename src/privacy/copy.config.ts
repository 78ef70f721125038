export default definePageConfig({ navigationBarTitleText: '带走一份记录' });
