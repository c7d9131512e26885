import { connect, type Socket } from "node:net";

/** An answer as far as the load looks at it. */
export interface RawAnswer {
  status: number;
  /** Of the body, without the framing of its chunks. */
  bytes: number;
}

const HEAD_END = Buffer.from("\r\n\r\n");

/** A kept-alive connection that sends requests made ready before, one after the other. As little work as can be. */
export class RawConnection {
  private readonly socket: Socket;
  private readonly onAnswer: (answer: RawAnswer) => void;
  private read: Buffer = Buffer.alloc(0);
  private status = 0;
  /** What is known of the body: its length, or how much its chunks came to so far. */
  private body: { length: number } | { chunked: number } | undefined;

  constructor(port: number, onAnswer: (answer: RawAnswer) => void, onError: (error: Error) => void) {
    this.onAnswer = onAnswer;
    this.socket = connect({ port, host: "127.0.0.1", noDelay: true });
    this.socket.on("data", (chunk) => this.take(chunk));
    this.socket.on("error", onError);
  }

  send(request: Buffer): void {
    this.socket.write(request);
  }

  close(): void {
    this.socket.destroy();
  }

  private take(chunk: Buffer): void {
    this.read = this.read.length === 0 ? chunk : Buffer.concat([this.read, chunk]);
    if (this.body === undefined) this.takeHead();
    if (this.body === undefined) return;
    if ("length" in this.body) {
      const { length } = this.body;
      if (this.read.length >= length) this.finish(length, length);
    } else this.takeChunks(this.body);
  }

  private takeHead(): void {
    const end = this.read.indexOf(HEAD_END);
    if (end === -1) return;
    const head = this.read.toString("latin1", 0, end);
    this.status = Number(head.slice(9, 12));
    const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
    this.body = length === undefined ? { chunked: 0 } : { length: Number(length) };
    this.read = this.read.subarray(end + HEAD_END.length);
  }

  private takeChunks(body: { chunked: number }): void {
    for (;;) {
      const lineEnd = this.read.indexOf("\r\n");
      if (lineEnd === -1) return;
      const size = Number.parseInt(this.read.toString("latin1", 0, lineEnd), 16);
      const next = lineEnd + 2 + size + 2;
      if (this.read.length < next) return;
      if (size === 0) {
        this.finish(body.chunked, next);
        return;
      }
      body.chunked += size;
      this.read = this.read.subarray(next);
    }
  }

  private finish(bytes: number, used: number): void {
    this.read = this.read.subarray(used);
    this.body = undefined;
    this.onAnswer({ status: this.status, bytes });
  }
}
