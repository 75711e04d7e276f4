# The cloud: where stations of a shop meet (docs/cloud.md). `docker build -t counterproof-cloud .`
FROM node:24-slim AS packages
WORKDIR /cloud
COPY package.json package-lock.json .npmrc ./
# No install scripts (.npmrc), nothing for tests, no binary of Node or Electron.
RUN npm ci --omit=dev --omit=optional --no-audit --no-fund

FROM node:24-slim
ENV NODE_ENV=production
WORKDIR /cloud
COPY --from=packages /cloud/node_modules ./node_modules
COPY package.json ./
COPY src-shared ./src-shared
COPY src-cloud ./src-cloud
# An embedded database, or the files of one on PostgreSQL, lie here and nowhere else: the rest may be read-only.
RUN mkdir /data && chown node:node /data
VOLUME /data
USER node
EXPOSE 4790
HEALTHCHECK --interval=15s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:4790/health').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# The program itself is the first process: it hears SIGTERM and ends in order.
ENTRYPOINT ["node", "--disable-warning=ExperimentalWarning", "src-cloud/server/main.ts", "--host", "0.0.0.0", "--port", "4790", "--data", "/data"]
