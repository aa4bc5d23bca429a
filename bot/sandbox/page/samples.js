// A voice message and a sticker made on the spot: no microphone, no sticker shop.

const RATE = 8000;

// One second of a soft falling tone as a WAV file (PCM, 8 bit, mono).
export function sampleVoice() {
  const header = new DataView(new ArrayBuffer(44));
  const ascii = (at, text) => [...text].forEach((sign, i) => header.setUint8(at + i, sign.charCodeAt(0)));
  ascii(0, "RIFF");
  header.setUint32(4, 36 + RATE, true);
  ascii(8, "WAVEfmt ");
  header.setUint32(16, 16, true); // size of the format block
  header.setUint16(20, 1, true); // PCM
  header.setUint16(22, 1, true); // one channel
  header.setUint32(24, RATE, true);
  header.setUint32(28, RATE, true); // bytes a second
  header.setUint16(32, 1, true); // bytes a frame
  header.setUint16(34, 8, true); // bits a sample
  ascii(36, "data");
  header.setUint32(40, RATE, true);
  const tone = Uint8Array.from({ length: RATE }, (_, i) => {
    const second = i / RATE;
    return 128 + 60 * (1 - second) * Math.sin(2 * Math.PI * (440 - 120 * second) * second);
  });
  return new Blob([header, tone], { type: "audio/wav" });
}

// A smiling sun, 256 x 256 px, WebP.
export function sampleSticker() {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 256;
  const pen = canvas.getContext("2d");
  const disc = (x, y, radius, colour) => {
    pen.fillStyle = colour;
    pen.beginPath();
    pen.arc(x, y, radius, 0, 2 * Math.PI);
    pen.fill();
  };
  for (let ray = 0; ray < 12; ray += 1) {
    const angle = (ray * Math.PI) / 6;
    disc(128 + 100 * Math.cos(angle), 128 + 100 * Math.sin(angle), 16, "#f2a03d");
  }
  disc(128, 128, 84, "#ffd166");
  disc(100, 112, 9, "#4a3420");
  disc(156, 112, 9, "#4a3420");
  pen.strokeStyle = "#4a3420";
  pen.lineWidth = 8;
  pen.lineCap = "round";
  pen.beginPath();
  pen.arc(128, 132, 40, 0.15 * Math.PI, 0.85 * Math.PI);
  pen.stroke();
  return new Promise((resolve) => { canvas.toBlob(resolve, "image/webp"); });
}
