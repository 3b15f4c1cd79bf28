/** A payload whose descriptor and first bytes are VP8's (RFC 7741, 4.2), one packet for a frame. */
export function vp8Payload(isKeyFrame: boolean, size: number): Buffer {
  const payload = Buffer.alloc(Math.max(size, 11), 5);
  payload[0] = 0x10;
  payload[1] = isKeyFrame ? 0x10 : 0x11;
  if (isKeyFrame) Buffer.from([0x9d, 0x01, 0x2a, 0x40, 0x01, 0xf0, 0x00]).copy(payload, 4);
  return payload;
}
