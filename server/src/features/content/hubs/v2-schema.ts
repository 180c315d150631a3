import Type from "typebox";
import { instant } from "../../../http/v2/schema-parts.ts";

const Named = Type.Object({ name: Type.String() });

export const GatewayContents = Type.Object({
  gatewayid: Type.Integer(),
  contents: Type.Array(
    Type.Object({
      contentid: Type.Integer(),
      title: Type.String(),
      abstract: Type.Optional(Type.String()),
      campaigncode: Type.Optional(Type.String()),
      categories: Type.Array(Named),
      tags: Type.Array(Named),
      funnelstages: Type.Array(Named),
      filtergroups: Type.Array(Type.Object({ name: Type.String(), filters: Type.Array(Named) })),
      thumbnail: Type.Optional(Type.String()),
      contenttype: Type.String({ description: "webcast, forum, video, podcast, pdf, image, webpage or article" }),
      url: Type.String(),
      livestart: instant("Lobby opens"),
      liveend: instant("End of the live webinar"),
      archivestart: instant("On demand from"),
      archiveend: instant("On demand until"),
    }),
  ),
});

export const ContentActivity = Type.Object({
  eventid: Type.Integer(),
  clientid: Type.Integer(),
  description: Type.String(),
  totalcontentviews: Type.Integer(),
  contentviewers: Type.Integer({ description: "Visitors who have opened any of it" }),
  contents: Type.Array(
    Type.Object({
      eventid: Type.Integer(),
      clientid: Type.Integer(),
      description: Type.String(),
      contenttype: Type.String({ description: "Document, Webpage, Video ..." }),
      totalviews: Type.Integer(),
      uniqueviewers: Type.Integer(),
      totalviewingduration: Type.Optional(Type.Integer({ description: "minutes; not of a Webpage" })),
      averageviewingduration: Type.Optional(Type.Number({ description: "minutes a viewer; not of a Webpage" })),
      downloads: Type.Optional(Type.Integer({ description: "of a Document" })),
      likes: Type.Integer(),
      dislikes: Type.Integer(),
      comments: Type.Integer(),
      shares: Type.Integer(),
    }),
  ),
});
