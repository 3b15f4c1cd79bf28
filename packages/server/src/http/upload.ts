import { createHash } from "node:crypto";
import multipart, { type MultipartFile } from "@fastify/multipart";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { Refusal, refuse } from "#kernel/errors.ts";
import { networkOf } from "#kernel/network.ts";

/** What was sent as `multipart/form-data`: the fields before the file, and the file, which waits to be read. */
export interface Upload {
  /** Name and value of each, in their order. */
  fields: readonly (readonly [name: string, value: string])[];
  file: UploadedFile | null;
}

export interface UploadedFile {
  /** As its sender calls it. Nothing about it is certain, nor is it clean. */
  name: string;
  /**
   * All of it, to be read once. Refuses with `body_too_large` as soon as there is more than is taken here, and one file
   * too many at once with `too_many_requests` or `unavailable`.
   */
  read(): Promise<Buffer>;
}

/** Takes `multipart/form-data` in this scope; what comes is read by `withUpload`. */
export async function acceptUploads(scope: FastifyInstance): Promise<void> {
  await scope.register(multipart, { throwFileSizeLimit: true });
}

/** Files that are read at once: each is in memory until it is stored. */
const most = { inAll: 12, fromOneAddress: 4 } as const;

/** How many files are being read, by network. */
type UploadsUnderWay = Map<string, number>;

/**
 * Works with what a request uploads, of which the file may have so many bytes. Refuses one that says beforehand that
 * it is larger with `body_too_large`, and what is no multipart with the contract's bad input. It counts as being read
 * only once `work` reads it, which may look before at who sends it. What `work` leaves unread is read and thrown away,
 * so that the connection can go on.
 */
export async function withUpload<T>(
  request: FastifyRequest,
  mostBytes: number,
  work: (upload: Upload) => Promise<T>,
): Promise<T> {
  const length = Number(request.headers["content-length"] ?? 0);
  if (length > mostBytes + besides) throw tooLarge(mostBytes);
  const { uploads } = request.server;
  let isReading = false;
  const network = networkOf(request.ip);
  const begin = () => {
    enter(uploads, network);
    isReading = true;
  };
  try {
    return await work(await open(request, mostBytes, begin));
  } finally {
    if (isReading) leave(uploads, network);
    request.raw.unpipe().resume();
  }
}

declare module "fastify" {
  interface FastifyInstance {
    uploads: UploadsUnderWay;
  }
}

/** Bytes of fields and of what stands between the parts. */
const besides = 64 * 1024;

function enter(uploads: UploadsUnderWay, address: string): void {
  const here = uploads.get(address) ?? 0;
  if (here >= most.fromOneAddress) {
    const detail = `at most ${most.fromOneAddress} files at once come from one address; wait until one is there`;
    throw new Refusal("too_many_requests", { detail, retryAfter: 1 });
  }
  const inAll = [...uploads.values()].reduce((sum, count) => sum + count, 0);
  if (inAll >= most.inAll)
    throw new Refusal("unavailable", { detail: "too many files are coming at the moment", retryAfter: 2 });
  uploads.set(address, here + 1);
}

function leave(uploads: UploadsUnderWay, address: string): void {
  const left = (uploads.get(address) ?? 0) - 1;
  if (left > 0) uploads.set(address, left);
  else uploads.delete(address);
}

async function open(request: FastifyRequest, mostBytes: number, begin: () => void): Promise<Upload> {
  if (!request.isMultipart()) throw refuse("unsupported_media_type", "the body must be multipart/form-data");
  const limits = { fileSize: mostBytes, files: 1, fields: 200, fieldSize: 16 * 1024, fieldNameSize: 200 };
  const parts = request.parts({ limits });
  const fields: [string, string][] = [];
  let left = besides;
  return translated(request, mostBytes, async () => {
    for (;;) {
      const { value: part, done } = await parts.next();
      if (done) return { fields, file: null };
      if (part.type === "file") {
        const name = part.filename ?? "";
        part.file.once("limit", () => part.file.destroy(tooLarge(mostBytes)));
        const read = () =>
          translated(request, mostBytes, () => {
            begin();
            return readWhole(request, fields, part);
          });
        return { fields, file: { name, read } };
      }
      const value = String(part.value);
      left -= `${part.fieldname}${value}`.length;
      if (part.valueTruncated || left < 0) throw refuse("body_too_large", "the fields are too long");
      fields.push([part.fieldname, value]);
    }
  });
}

async function readWhole(
  request: FastifyRequest,
  fields: Upload["fields"],
  part: MultipartFile,
): Promise<Buffer> {
  const bytes = await part.toBuffer();
  const digest = createHash("sha256").update(bytes).digest("hex");
  // A repeat under one Idempotency-Key has the same fields and the same file; its boundary may be another.
  request.sentBody = JSON.stringify([fields, part.filename, digest]);
  return bytes;
}

/** Faults of the library and of what was sent, as refusals: whatever comes, it is not the server's fault. */
async function translated<T>(request: FastifyRequest, mostBytes: number, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (fault) {
    if (fault instanceof Refusal) throw fault;
    if ((fault as { statusCode?: number }).statusCode === 413) throw tooLarge(mostBytes);
    const code = request.routeOptions.config.contract?.badInput ?? "invalid_request";
    throw new Refusal(code, { detail: "the body is not whole multipart/form-data", internal: String(fault) });
  }
}

const tooLarge = (mostBytes: number): Refusal =>
  refuse("body_too_large", `a file has at most ${mostBytes / 1024 / 1024} MiB`);
