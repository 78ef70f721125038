import { BUDGETS, builtSizes } from '../../local/build/sizes';

const sizes = builtSizes();

it('the mini-program fits: its main package in 700 kB, all of it in 2 MB', () => {
  expect(BUDGETS).toMatchObject({ mainPackage: 700_000, miniProgram: 2_000_000 });
  expect(sizes.mainPackage).toBeLessThanOrEqual(BUDGETS.mainPackage);
  expect(sizes.miniProgram).toBeLessThanOrEqual(BUDGETS.miniProgram);
});

it('the first screen in a browser takes 220 kB over the wire, the parts of the home screen included', () => {
  expect(BUDGETS).toMatchObject({ firstScreen: 220_000 });
  expect(sizes.firstScreen).toBeLessThanOrEqual(BUDGETS.firstScreen);
});
