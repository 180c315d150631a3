import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { FastifyInstance } from "fastify";

/** Produces the OpenAPI documents and the reference page from the route schemas; registered before any route. */
export async function registerReference(server: FastifyInstance, { publicUrl }: { publicUrl: string }): Promise<void> {
  await server.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Lectern",
        version: "0.1.0",
        description:
          "Operations below /v2 are compatible with the REST API v2 of ON24 (Lectern is not affiliated with ON24, Inc.): " +
          "parameter names are matched without regard to case. Routes below /api are Lectern's own.",
      },
      servers: [{ url: publicUrl }],
      components: {
        securitySchemes: {
          accessTokenKey: { type: "apiKey", in: "header", name: "accessTokenKey" },
          accessTokenSecret: { type: "apiKey", in: "header", name: "accessTokenSecret" },
          operatorKey: { type: "http", scheme: "bearer" },
        },
      },
    },
  });
  await server.register(swaggerUi, {
    routePrefix: "/reference",
    uiConfig: { docExpansion: "none", tryItOutEnabled: true, defaultModelsExpandDepth: -1, filter: true },
    theme: { title: "Lectern API reference" },
  });
  server.get("/v2/openapi.json", { schema: { hide: true } }, () => server.swagger());
}
