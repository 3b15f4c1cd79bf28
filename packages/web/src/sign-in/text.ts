/** What signing in says. */
export const text = {
  title: "Sign in",
  email: "E-mail",
  password: "Password",
  submit: "Sign in",
  forgotten: "I have forgotten my password",
  wrong: "E-mail address or password is wrong.",
  tooMany: "Too many tries. Please wait a few minutes, then try again.",
  unreachable: "The server cannot be reached. Are you online?",
  failed: "That did not work. Please try again.",
  choose: {
    title: "Choose an organization",
    detail: "You are a member of several. You can change it here at any time.",
  },
  signedIn: {
    title: "You are signed in",
    nowhere: "You are in no organization yet. An invitation by mail brings you into one.",
    goOn: "Go on",
    change: "Change organization",
    signOut: "Sign out",
  },
};
