export { Hono } from 'hono'
