import type { MailPort, MailReply } from "#notifications/mail-port.ts";

/** Milliseconds. A server that lets words trickle in would pass each of the first three, so there is a fourth. */
const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };
const longest = 60_000;

/**
 * Sends over pooled connections to the server of an SMTP URL, such as `smtp://user:password@mail.example.com:587`;
 * `smtps:` speaks TLS from the first byte. Otherwise TLS is used where it is offered, and demanded before a password
 * is sent to another machine.
 */
export function smtpMail(url: string, connections: number): MailPort {
  const { protocol, hostname, username } = new URL(url);
  const requireTLS = protocol === "smtp:" && username !== "" && !loopback.has(hostname);
  const options = {
    pool: true,
    url,
    maxConnections: connections,
    requireTLS,
    // Whatever stands in a message, nothing of it makes us read a file or another server.
    disableFileAccess: true,
    disableUrlAccess: true,
    ...timeouts,
  } as const;
  // Read by those alone who send mail.
  const opening = import("nodemailer").then(({ createTransport }) => createTransport(options));
  return {
    async send({ envelope, raw }) {
      try {
        const sent = await (await opening).sendMail({ envelope, raw, signal: AbortSignal.timeout(longest) });
        return { result: "delivered", status: codeOf(sent.response), detail: sent.response };
      } catch (fault) {
        return replyOf(fault as SmtpFault);
      }
    },
    async close() {
      (await opening).close();
    },
  };
}

const loopback: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** What nodemailer throws: a fault of the network has neither a code nor words of the server. */
interface SmtpFault extends Error {
  responseCode?: number;
  response?: string;
  /** What was being said when the server answered. */
  command?: string;
}

/**
 * Only a 5xx about the recipient or the message is final. Before that the server speaks of us, such as of a password
 * that the operator is about to set right.
 */
function replyOf({ responseCode, response, command, message }: SmtpFault): MailReply {
  const isFinal =
    responseCode !== undefined && responseCode >= 500 && (command === "RCPT TO" || command === "DATA");
  const detail = (response ?? message).slice(0, 500).toWellFormed();
  return { result: isFinal ? "refused" : "unreachable", status: responseCode, detail };
}

const codeOf = (response: string): number | undefined => Number(/^\d{3}/.exec(response)?.[0]) || undefined;
