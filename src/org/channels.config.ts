export default definePageConfig({ navigationBarTitleText: '公开的联系方式' });
