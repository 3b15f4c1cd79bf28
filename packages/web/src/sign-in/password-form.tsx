import { Problem, Unreachable } from "@convene/sdk";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Button } from "#design/button.tsx";
import { Card } from "#design/card.tsx";
import { useDocumentTitle } from "#design/document-title.ts";
import { Notice } from "#design/notice.tsx";
import { TextField } from "#design/text-field.tsx";
import { api } from "../api.ts";
import styles from "./sign-in.module.css";
import { text } from "./text.ts";

/** E-mail address and password; what the browser remembers fits in. */
export function PasswordForm({ onDone }: { onDone: () => Promise<void> }) {
  useDocumentTitle(text.title);
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const signIn = useMutation({
    mutationFn: () => api.POST("/api/auth/sign-in", { body: { email, password } }),
    onSuccess: onDone,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!signIn.isPending) signIn.mutate();
  };
  return (
    <Card isForm>
      <h1>{text.title}</h1>
      {signIn.isError && <Notice tone="bad" title={faultOf(signIn.error)} isNews />}
      <form className={styles.form} onSubmit={submit}>
        <TextField
          label={text.email}
          type="email"
          name="email"
          autoComplete="username"
          value={email}
          onChange={setEmail}
          isRequired
        />
        <TextField
          label={text.password}
          type="password"
          name="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          isRequired
        />
        <Button type="submit" look="primary" isWide isPending={signIn.isPending}>
          {text.submit}
        </Button>
      </form>
      <p className={styles.quiet}>
        <a href="/forgot-password">{text.forgotten}</a>
      </p>
    </Card>
  );
}

function faultOf(fault: Error): string {
  if (fault instanceof Unreachable) return text.unreachable;
  if (!(fault instanceof Problem)) return text.failed;
  if (fault.status === 401 || fault.status === 400) return text.wrong;
  return fault.status === 429 ? text.tooMany : text.failed;
}
