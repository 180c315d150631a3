export type {
  AnswerOf,
  CallInput,
  CallOptions,
  Calls,
  FormOf,
  OperationId,
  QueryOf,
  RequestInput,
} from "./calls.ts";
export { type Answer, type ErrorKind, LecternError } from "./errors.ts";
export type { CreatedEvent, EventDetail, EventFilter, ListedEvent, NewEvent } from "./events.ts";
export { createLectern, type Lectern, type LecternOptions } from "./lectern.ts";
export {
  createOperator,
  type Demo,
  type IssuedToken,
  type ListedToken,
  type Operator,
  type OperatorAnswer,
  type OperatorCallOptions,
  type OperatorInput,
  type OperatorOperationId,
  type OperatorOptions,
  type PagedOperationId,
  type SentFile,
} from "./operator.ts";
export type {
  ClientRegistrantFilter,
  EventRegistrantFilter,
  NewRegistrant,
  RegisterOptions,
  Registrant,
  RegistrantFilter,
} from "./registrants.ts";
export type { UploadFile } from "./values.ts";
