/** What the frame around every page says. */
export const text = {
  loading: "Loading",
  notFound: {
    title: "There is nothing here",
    detail:
      "The address may be mistyped, or what was here is gone. A link from an invitation works best when it is opened from the mail itself.",
  },
  broken: {
    title: "This page does not work right now",
    detail: "Something failed that should not have. Loading the page again often helps.",
    again: "Load again",
  },
};
