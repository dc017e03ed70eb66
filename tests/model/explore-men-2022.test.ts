import { testWalks } from './exploring.ts';

testWalks('men-2022');
