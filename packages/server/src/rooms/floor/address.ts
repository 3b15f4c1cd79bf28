/** Where a browser opens the WebSocket of a room, at the process with this URL. */
export const socketUrl = (roomsUrl: string, pathId: string): string =>
  `${roomsUrl.replace(/^http/, "ws")}/api/rooms/${encodeURIComponent(pathId)}/socket`;
