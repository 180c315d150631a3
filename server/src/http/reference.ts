import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { FastifyInstance } from "fastify";
import { VERSION } from "../lib/version.ts";
import { operationGroups } from "./v2/describe-operation.ts";
import { groups } from "./web/groups.ts";

const description = `Operations below \`/v2\` are compatible with ON24's REST API v2: an integration written for it works with
this base address. Parameter names are matched without regard to letter case. Routes below \`/api\` are Lectern's own.

Lectern is not affiliated with ON24, Inc.`;

const securitySchemes = {
  accessTokenKey: { type: "apiKey", in: "header", name: "accessTokenKey" },
  accessTokenSecret: { type: "apiKey", in: "header", name: "accessTokenSecret" },
  operatorKey: { type: "http", scheme: "bearer", description: "The key in LECTERN_DATA/operator.key" },
  staffSession: {
    type: "apiKey",
    in: "cookie",
    name: "__Host-lectern_session",
    description: "Staff who are signed in, from pages of this server; without https it is called lectern_session",
  },
} as const;

/** Produces the OpenAPI document and the reference page from the route schemas; registered before any route. */
export async function registerReference(server: FastifyInstance, { publicUrl }: { publicUrl: string }): Promise<void> {
  await server.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: { title: "Lectern", version: VERSION, description },
      servers: [{ url: publicUrl || "/" }],
      tags: [
        ...Object.values(operationGroups),
        ...Object.entries(groups).map(([name, description]) => ({ name, description })),
      ],
      components: { securitySchemes },
    },
  });
  await server.register(swaggerUi, {
    routePrefix: "/reference",
    uiConfig: { docExpansion: "list", tryItOutEnabled: true, defaultModelsExpandDepth: -1, filter: true },
    theme: { title: "Lectern API reference", css: [{ filename: "lectern.css", content: style }] },
  });
  server.get("/v2/openapi.json", { schema: { hide: true } }, () => server.swagger());
}

// The page's own look, calmed: no bar on top, our colours, and room to breathe on a phone.
const style = `
.swagger-ui .topbar { display: none }
.swagger-ui .info { margin: 2.5rem 0 1.5rem }
.swagger-ui .info .title small.version-stamp { background: #3046c9 }
.swagger-ui .scheme-container { box-shadow: none; border-bottom: 1px solid #dfe3ec }
.swagger-ui .opblock-tag { font-size: 1.25rem }
.swagger-ui .opblock { box-shadow: none; border-radius: .5rem }
.swagger-ui .opblock .opblock-summary-description { color: #3b4151 }
@media (max-width: 640px) {
  .swagger-ui .opblock .opblock-summary { flex-wrap: wrap }
  .swagger-ui .opblock .opblock-summary-path { max-width: 100%; flex-basis: 100% }
}
`;
