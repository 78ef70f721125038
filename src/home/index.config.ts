export default definePageConfig({ navigationBarTitleText: '到青年中去', enableShareAppMessage: true });
