# The program in an image: `docker run --rm -u "$(id -u):$(id -g)" -v "$PWD:/data" IMAGE validate`
FROM node:24-alpine AS build
WORKDIR /src
COPY . .
RUN npm ci --no-audit --no-fund --ignore-scripts && npm run --silent pack:cli

FROM node:24-alpine
# A release asks git what is committed.
RUN apk add --no-cache git
COPY --from=build /src/build/cli /opt/veritable
RUN ln -s /opt/veritable/program-*/cli.js /usr/local/bin/veritable \
  && git config --system --add safe.directory /data
# Results are kept in the project where it has packages, else here.
ENV XDG_CACHE_HOME=/tmp
USER node
WORKDIR /data
ENTRYPOINT ["veritable"]
CMD ["--help"]
