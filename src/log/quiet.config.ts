export default definePageConfig({ navigationBarTitleText: '很久没有联系' });
