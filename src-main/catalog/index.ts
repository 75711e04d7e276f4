export { readProduct } from './product-reader.ts'
export { textSearchOfProducts } from './queries/search-products.ts'
