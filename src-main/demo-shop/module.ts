import type { FeatureModule } from '#main/platform/bus/module.ts'

export { type DemoHost, type DemoSize, fillDemoShop, usualDemo } from './fill-demo-shop.ts'

/** The demo shop adds nothing to the product but its own data. */
export const demoShopModule: FeatureModule = { name: 'demo-shop' }
