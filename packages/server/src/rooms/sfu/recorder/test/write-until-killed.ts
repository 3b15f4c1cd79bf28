/** Records sound and pictures in real time until it is killed; argv: the folder. Says each second that it went by. */
import { recordRoom } from "../recorder.ts";
import { PacketMaker } from "./packets.ts";

const [folder = ""] = process.argv.slice(2);
const recording = recordRoom({
  folder,
  requestKeyFrame() {},
  onFault(fault) {
    throw fault;
  },
});
const sound = new PacketMaker("audio");
const pictures = new PacketMaker("video");
let frames = 0;
setInterval(() => {
  for (const packet of sound.frame(20)) recording.packet("ann", "microphone", packet);
  if (frames % 2 === 0) {
    for (const packet of pictures.frame(40, { isKey: frames % 100 === 0 }))
      recording.packet("ann", "camera", packet);
  }
  frames += 1;
  if (frames % 50 === 0) process.stdout.write(`${frames / 50}\n`);
}, 20);
