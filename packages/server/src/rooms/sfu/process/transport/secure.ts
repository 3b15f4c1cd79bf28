import { createHash, verify, X509Certificate } from "node:crypto";
import { DtlsServer, RTCDtlsTransport, SrtcpSession } from "werift";
import type { Link } from "./links.ts";
import { createSrtpContext, type Profile, profiles, type SrtpContext } from "./srtp.ts";

/** `sha-256` and so on, with the value as the SDP has it: upper-case bytes joined by colons. */
export interface Fingerprint {
  algorithm: string;
  value: string;
}

export interface Secured {
  outgoing: SrtpContext;
  incoming: SrtpContext;
  protectRtcp(packets: Buffer): Buffer;
  /** Null when it is not genuine. */
  unprotectRtcp(packet: Buffer): Buffer | null;
}

/** The certificate of this process: one for all connections, made once. */
export async function ownFingerprint(): Promise<Fingerprint> {
  const [found] = (await RTCDtlsTransport.SetupCertificate()).getFingerprints();
  if (!found) throw new Error("The DTLS certificate has no fingerprint");
  return { algorithm: found.algorithm, value: found.value };
}

/**
 * Lets the client at the other end of a link shake hands (DTLS-SRTP, RFC 5764). The client's certificate must have one
 * of the fingerprints of its SDP, and the client must own it. `onEnd` is told once, whether it failed or was ended.
 */
export function shakeHands(
  link: Pick<Link, "send">,
  fingerprints: readonly Fingerprint[],
  told: { onSecured(secured: Secured): void; onEnd(why: string): void },
): { receive(datagram: Buffer): void; close(): void } {
  const certificate = RTCDtlsTransport.localCertificate;
  if (!certificate) throw new Error("ownFingerprint comes first");
  const transport = createTransport(link);
  const dtls = new DtlsServer({
    cert: certificate.certPem,
    key: certificate.privateKey,
    signatureHash: certificate.signatureHash,
    transport,
    srtpProfiles: [profiles.gcm, profiles.cm],
    extendedMasterSecret: true,
    certificateRequest: true,
  });
  let isOver = false;
  const end = (why: string) => {
    if (isOver) return;
    isOver = true;
    told.onEnd(why);
  };
  dtls.onConnect.once(() => {
    const fault = faultOf(dtls, fingerprints);
    if (isOver) return;
    if (fault) end(fault);
    else told.onSecured(sessionOf(dtls));
  });
  dtls.onError.subscribe((fault) => end(fault instanceof Error ? fault.message : String(fault)));
  dtls.onClose.subscribe(() => end("the client ended it"));
  return {
    receive(datagram) {
      // Whoever can forge the sender's address could make it start again: a new start needs new credentials.
      if (isOver || (dtls.connected && isClientHello(datagram))) return;
      try {
        transport.onData(datagram);
      } catch {
        // Not DTLS at all. It proves nothing about the client, so nothing follows from it.
      }
    },
    close() {
      isOver = true;
    },
  };
}

function createTransport(link: Pick<Link, "send">) {
  return {
    type: "ice",
    address: { address: "", family: "", port: 0 },
    closed: false,
    onData: (_datagram: Buffer): void => {},
    async send(datagram: Buffer) {
      link.send(datagram);
    },
    async close() {},
  };
}

/** A handshake record whose message is a ClientHello. */
const isClientHello = (datagram: Buffer) => datagram[0] === 22 && datagram[13] === 1;

function sessionOf(dtls: DtlsServer): Secured {
  const profile = dtls.srtp.srtpProfile as Profile;
  const isGcm = profile === profiles.gcm;
  const { localKey, localSalt, remoteKey, remoteSalt } = dtls.extractSessionKeys(16, isGcm ? 12 : 14);
  const srtcp = new SrtcpSession({
    keys: {
      localMasterKey: localKey,
      localMasterSalt: localSalt,
      remoteMasterKey: remoteKey,
      remoteMasterSalt: remoteSalt,
    },
    profile,
  });
  return {
    outgoing: createSrtpContext(profile, localKey, localSalt),
    incoming: createSrtpContext(profile, remoteKey, remoteSalt),
    protectRtcp: (packets) => srtcp.encrypt(packets),
    unprotectRtcp(packet) {
      try {
        return srtcp.decrypt(packet);
      } catch {
        return null;
      }
    },
  };
}

/** What is wrong with the client's certificate, or with the protection agreed on; null when nothing is. */
function faultOf(dtls: DtlsServer, fingerprints: readonly Fingerprint[]): string | null {
  const { remoteCertificate } = dtls;
  if (!remoteCertificate) return "the client has no certificate";
  const isKnown = fingerprints.some(({ algorithm, value }) => {
    const digest = createHash(algorithm.replace("-", "")).update(remoteCertificate).digest("hex");
    return digest === value.replaceAll(":", "").toLowerCase();
  });
  if (!isKnown) return "the certificate is not the one of the SDP";
  if (!ownsCertificate(dtls, remoteCertificate)) return "the client does not own its certificate";
  return dtls.srtp.srtpProfile === undefined ? "no common protection of media" : null;
}

const certificateVerify = 15;
const hashes: Record<number, string> = { 4: "sha256", 5: "sha384", 6: "sha512" };

/**
 * werift reads the client's CertificateVerify but does not check it, so that anybody on the way who saw the certificate
 * could pose as the client. The signature is over all messages before it (RFC 5246, 7.4.8).
 */
function ownsCertificate(dtls: DtlsServer, certificate: Buffer): boolean {
  const messages = dtls.dtls.sortedHandshakeCache;
  const index = messages.findIndex((message) => message.msg_type === certificateVerify);
  const proof = messages[index]?.fragment;
  if (!proof || proof.length < 4) return false;
  const signed = Buffer.concat(messages.slice(0, index).map((message) => message.serialize()));
  const signature = proof.subarray(4, 4 + proof.readUInt16BE(2));
  const hash = hashes[proof.readUInt8(0)];
  try {
    return hash !== undefined && verify(hash, signed, new X509Certificate(certificate).publicKey, signature);
  } catch {
    return false;
  }
}
