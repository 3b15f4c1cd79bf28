import { createApi } from "@convene/sdk";

/** The API of the server that this page came from, by the browser's sign-in cookie. */
export const api = createApi();
