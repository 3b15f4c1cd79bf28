import { useMember } from "./member.ts";
import { NextSessions } from "./next-sessions.tsx";
import { ConsolePage } from "./page.tsx";
import { text } from "./text.ts";
import { WaitingReviews } from "./waiting-reviews.tsx";

/** `/`: what waits for me. */
export function HomePage() {
  const { person, may } = useMember();
  const { title, plainTitle } = text.home;
  return (
    <ConsolePage title={person.firstName === "" ? plainTitle : title(person.firstName)}>
      {may("Coach") && <WaitingReviews />}
      <NextSessions />
    </ConsolePage>
  );
}
