import assert from "node:assert/strict";
import { test } from "node:test";
import { checkFile } from "./files.ts";

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const pdf = Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");
const jpeg = Buffer.from([
  0xff,
  0xd8,
  0xff,
  0xe0,
  0,
  16,
  ...Buffer.from("JFIF\0"),
  1,
  1,
  0,
  0,
  1,
  0,
  1,
  0,
  0,
]);

/** An archive of these files as ZIP begins it, uncompressed. */
const zip = (entries: Record<string, string>): Buffer =>
  Buffer.concat(
    Object.entries(entries).map(([name, text]) => {
      const head = Buffer.alloc(30);
      head.writeUInt32LE(0x04034b50, 0);
      head.writeUInt32LE(text.length, 18);
      head.writeUInt32LE(text.length, 22);
      head.writeUInt16LE(name.length, 26);
      return Buffer.concat([head, Buffer.from(name + text)]);
    }),
  );
const wordTypes =
  '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';

test("a file is known by its bytes alone, and its name is clean and ends as its type does", async () => {
  const right: [content: Buffer | string, name: string, type: string, cleanName: string][] = [
    [pdf, "payslip.pdf", "application/pdf", "payslip.pdf"],
    [png, "C:\\photos\\me.PNG", "image/png", "me.png"],
    [png, "invoice.html", "image/png", "invoice.html.png"],
    [jpeg, "../../etc/cat.jpeg", "image/jpeg", "cat.jpeg"],
    ["Hello, Zoe\u0308\n", "a\u0000b\u202etxt.exe", "text/plain", "abtxt.exe.txt"],
    ["x", "", "text/plain", "file.txt"],
    ["x", ".htaccess", "text/plain", "htaccess.txt"],
    ["x", `${"n".repeat(300)}.txt`, "text/plain", `${"n".repeat(100)}.txt`],
    [
      zip({ "[Content_Types].xml": wordTypes, "word/document.xml": "<w/>" }),
      "cv.docx",
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "cv.docx",
    ],
    [
      zip({ mimetype: "application/vnd.oasis.opendocument.text" }),
      "cv.odt",
      "application/vnd.oasis.opendocument.text",
      "cv.odt",
    ],
  ];
  for (const [content, name, type, cleanName] of right) {
    const checked = await checkFile(name, Buffer.from(content));
    assert.deepEqual([checked.type, checked.name], [type, cleanName]);
  }
  const script = "<script>alert(1)</script>";
  const wrong: (Buffer | string)[] = [
    "",
    ` \n<!DOCTYPE html><p>${script}`,
    `<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`,
    `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`,
    `\ufeff<html>${script}</html>`,
    "text with \u0000 in it",
    Buffer.from([0x68, 0x69, 0xff, 0xfe, 0x68]),
    Buffer.from("MZ\u0090\u0000\u0003"),
    zip({ "a.txt": "a" }),
  ];
  for (const content of wrong) {
    await assert.rejects(checkFile("cv.pdf", Buffer.from(content)), { code: "unprocessable" });
  }
});
