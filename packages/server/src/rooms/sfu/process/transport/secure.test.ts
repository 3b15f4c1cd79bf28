import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  CipherContext,
  DtlsClient,
  HashAlgorithm,
  NamedCurveAlgorithm,
  RTCCertificate,
  SignatureAlgorithm,
} from "werift";
import { ownFingerprint, type Secured, shakeHands } from "./secure.ts";

async function createCertificate(): Promise<RTCCertificate> {
  const made = await CipherContext.createSelfSignedCertificateWithKey(
    { signature: SignatureAlgorithm.ecdsa_3, hash: HashAlgorithm.sha256_4 },
    NamedCurveAlgorithm.secp256r1_23,
  );
  return new RTCCertificate(made.keyPem, made.certPem, made.signatureHash);
}

/** A client with this certificate, and another's key where one is given, and what came of its handshake. */
async function shakeWith(certificate: RTCCertificate, key: RTCCertificate, expected: RTCCertificate) {
  await ownFingerprint();
  const transport = {
    ...{ type: "ice", address: { address: "", family: "", port: 0 }, closed: false },
    onData: (_datagram: Buffer): void => {},
    send: async (datagram: Buffer): Promise<void> => server.receive(datagram),
    close: async () => {},
  };
  let server: ReturnType<typeof shakeHands>;
  const outcome = new Promise<Secured | string>((resolve) => {
    server = shakeHands(
      { send: (datagram) => setImmediate(() => transport.onData(datagram)) },
      expected.getFingerprints(),
      { onSecured: resolve, onEnd: resolve },
    );
  });
  const client = new DtlsClient({
    transport,
    cert: certificate.certPem,
    key: key.privateKey,
    signatureHash: certificate.signatureHash,
    srtpProfiles: [7],
    extendedMasterSecret: true,
  });
  client.connect().catch(() => {});
  return outcome;
}

describe("the handshake", () => {
  test("secures the connection of the client whose certificate the description names", async () => {
    const certificate = await createCertificate();
    const secured = await shakeWith(certificate, certificate, certificate);
    assert.equal(typeof secured, "object");
  });

  test("is refused to another certificate", async () => {
    const [own, other] = [await createCertificate(), await createCertificate()];
    assert.match(String(await shakeWith(own, own, other)), /not the one of the SDP/);
  });

  test("is refused to whoever shows the right certificate without owning it", async () => {
    const [own, other] = [await createCertificate(), await createCertificate()];
    assert.match(String(await shakeWith(own, other, own)), /does not own/);
  });
});
