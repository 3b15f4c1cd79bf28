// Generated from openapi.json by `npm run openapi`; not to be edited.

export interface paths {
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether this process can serve: it reaches the database and is not stopping */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with e-mail address and password
         * @description Anyone. Sets the sign-in cookie (HttpOnly, SameSite=Lax, 30 days) for browsers and answers an access token for everything else. Without organizationId, a person's only organization is chosen; who has several chooses later, or sends X-Organization-Id. Wrong passwords are slowed down: at most 20 a minute from one address, and 10 in 15 minutes for one account. Attempts that succeed are not counted.
         */
        post: operations["signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End this sign-in, with the access tokens that came from it
         * @description Any person who is signed in, with or without an organization. 409 for a token that came from no sign-in.
         */
        post: operations["signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sign-out-everywhere": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End all sign-ins and void every access token issued before
         * @description Any person who is signed in here; 403 for one whom an outside issuer names. Holds on every server process within 10 seconds.
         */
        post: operations["signOutEverywhere"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A fresh access token
         * @description Any person, with the sign-in cookie or an access token that is still valid; 403 for one whom an outside issuer names. Without organizationId it is for the organization that is chosen already, if any.
         */
        post: operations["issueToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/organization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose the organization of this sign-in
         * @description Any person who is signed in and a member of it. The cookie is for it from now on; the answered token names it. A PlatformAdmin may choose any; one that does not exist answers them 404. 409 for a token that came from no sign-in: send X-Organization-Id, or take another token.
         */
        post: operations["chooseOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change one's password
         * @description Any person who has a password here; 403 for one whom an outside issuer names. Ends every other sign-in and voids every access token issued before; the answer has a new one. Wrong passwords are slowed down as in POST /api/auth/sign-in.
         */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is calling
         * @description Any person, with or without an organization. One whom an outside issuer names sees only the organizations that it may speak for.
         */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change one's name, picture or time zone
         * @description Any person, of themselves; 403 for one whom an outside issuer names. Setting what it is changes nothing. Without a time zone, times in mails are shown in the session's own zone.
         */
        patch: operations["updateProfile"];
        trace?: never;
    };
    "/api/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Become a member
         * @description Whoever has the token; nobody needs to be signed in. A new person gets an account with the given names and password. Who has an account already is signed in, or gives its password. 404 for a token that was never made or was withdrawn, 409 for one that was used or has expired.
         */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/jwks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The public keys of our access tokens (RFC 7517)
         * @description Anyone.
         */
        get: operations["getKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/email-verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a mail that verifies one's e-mail address
         * @description Any person who is signed in here; 403 for one whom an outside issuer names, 409 when the address is verified already. The link in the mail works once, within 24 hours, and takes the place of the one before it. At most three such mails an hour: 429. Nothing is forbidden to who has not verified their address; whoever accepts an invitation by the link that was mailed has verified it by that.
         */
        post: operations["askForVerification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/email-verification/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify an e-mail address with the token from the mail
         * @description Whoever has the token; nobody needs to be signed in. 404 for a token that cannot be used: never made, used, expired, or replaced by a newer one. PUBLIC_URL/verify-email is a page that does this.
         */
        post: operations["verifyEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a mail with which to set a new password
         * @description Anyone. The answer and the time that it takes are the same whether anybody has the address or not. The link in the mail works once, within one hour, and takes the place of the one before it. An account is mailed at most three such links an hour, whoever asks; more are answered alike, and the newest link stays good. Who has no password here because an outside issuer signs them in is told so instead; who has none at all can set one by the link. At most 10 requests a minute from one address.
         */
        post: operations["askForPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/password-reset/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a new password with the token from the mail
         * @description Whoever has the token. Ends every sign-in, voids every access token issued before, verifies the address, and tells the person by mail that their password was changed. 404 for a token that cannot be used: never made, used, expired, or replaced by a newer one or by a change of the password. PUBLIC_URL/reset-password is a page that does this.
         */
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All organizations, newest first
         * @description PlatformAdmin alone.
         */
        get: operations["listOrganizations"];
        put?: never;
        /**
         * Open an organization
         * @description PlatformAdmin alone. Its first OrganizationAdmin is then invited. 409 for a slug that is taken; one made from the name is always free.
         */
        post: operations["createOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One organization
         * @description Role OrganizationAdmin and up. A member's own organizations are in GET /api/me.
         */
        get: operations["getOrganization"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change an organization's name, plan or self-service setting
         * @description Role OrganizationAdmin and up; plan and selfService PlatformAdmin alone. Setting what it is changes nothing.
         */
        patch: operations["updateOrganization"];
        trace?: never;
    };
    "/api/organizations/{id}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who changed what, when and from where, newest first
         * @description Role OrganizationAdmin and up.
         */
        get: operations["readAuditTrail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The members, the first joined first
         * @description Role Manager and up; people only, as everywhere under an organization: an API key gets 403.
         */
        get: operations["listMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{id}/members/{personId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a member
         * @description Role OrganizationAdmin and up. Holds on every server process within 10 seconds. The last OrganizationAdmin cannot be removed: 409. The person's account, and what they did, stay; their seats in live sessions that are not over go to the next in line.
         */
        delete: operations["removeMember"];
        options?: never;
        head?: never;
        /**
         * Change a member's role
         * @description Role OrganizationAdmin and up, who give no role above their own. Setting the role that they have is no change. Holds on every server process within 10 seconds. The last OrganizationAdmin stays one: 409.
         */
        patch: operations["updateMember"];
        trace?: never;
    };
    "/api/organizations/{id}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The invitations, newest first
         * @description Role OrganizationAdmin and up.
         */
        get: operations["listInvitations"];
        put?: never;
        /**
         * Invite somebody to become a member
         * @description Role OrganizationAdmin and up, who give no role above their own. 409 for a member, and for an address with an open invitation. The address is mailed a link to accept it. The token of this answer is another one, shown here alone, for handing over by yourself: who accepts by it becomes a member, but has not verified the address.
         */
        post: operations["createInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{id}/invitations/{invitationId}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mail an invitation anew
         * @description Role OrganizationAdmin and up. With new tokens, the former ones being void, and seven days from now to accept it, also where it has expired. 409 for one that was accepted or withdrawn, for a member, and once it was mailed ten times; 429 within a minute of the last mail.
         */
        post: operations["resendInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{id}/invitations/{invitationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Withdraw an invitation
         * @description Role OrganizationAdmin and up. Withdrawing again answers 200; 409 for one that was accepted.
         */
        delete: operations["revokeInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{id}/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The API keys, newest first
         * @description Role OrganizationAdmin and up. Secrets are never shown again.
         */
        get: operations["listApiKeys"];
        put?: never;
        /**
         * Make an API key
         * @description Role OrganizationAdmin and up. A key acts with the role Manager, within its scopes.
         */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{id}/api-keys/{keyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an API key
         * @description Role OrganizationAdmin and up. Holds on every server process within 10 seconds. Revoking again answers 200.
         */
        delete: operations["revokeApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened, in the order in which it became visible: a feed to be polled
         * @description Role OrganizationAdmin and up, or an API key with the scope events:read. The oldest first. Keep `meta.next_cursor` and ask again with it, with the same filter, now or next week: no event is missed and none comes twice. A new event is here within a second. Who changed what from where, newest first, is in the audit trail, GET /api/organizations/{id}/audit.
         */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An event, and the e-mails, pushes and webhooks that follow from it
         * @description Role OrganizationAdmin and up, or an API key with the scope events:read. What follows is planned a moment after the event; reminders follow from a time and from no event.
         */
        get: operations["getEvent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/effects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * E-mails, pushes and webhooks with what became of them, newest first
         * @description Role OrganizationAdmin and up, or an API key with the scope events:read. One for each recipient. What they say is not shown, but for the title. Kept for a while after they are over.
         */
        get: operations["listEffects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/effects/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One e-mail, push or webhook with the attempts at it
         * @description Role OrganizationAdmin and up, or an API key with the scope events:read.
         */
        get: operations["getEffect"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/effects/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send everything that failed and passes a filter once more
         * @description Role OrganizationAdmin and up, or an API key with the scope events:write. At most 500 at a time, those planned first first; `{}` means all. What cannot be sent again (see retryEffect) is left out.
         */
        post: operations["retryEffects"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/effects/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send what failed, was dropped or waits for a later time now
         * @description Role OrganizationAdmin and up, or an API key with the scope events:write. Under its old identity, by which the receiver can drop a repeat, and with all its tries before it. In its line it waits for those that were planned before it and are not over. 409 for what was delivered, whose content is gone (secrets are not kept), whose recipient is a webhook endpoint that is switched off or removed, or which is being sent at this moment.
         */
        post: operations["retryEffect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The organization's jobs that failed at least once, or cannot go on, newest first
         * @description Role OrganizationAdmin and up, or an API key with the scope events:read. Jobs are what the server does for itself: planning e-mails, timers, deliveries. A receiver that cannot be reached is no failure of a job: that is in GET /api/effects. A failed job is tried again by itself, for about three days.
         */
        get: operations["listJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run a job that failed now, with all its attempts before it
         * @description Role OrganizationAdmin and up, or an API key with the scope events:write. 404 for a job that has not failed or is over; 409 while it runs.
         */
        post: operations["retryJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/server/effects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * E-mails that belong to no organization, such as resets of passwords, newest first
         * @description PlatformAdmin alone.
         */
        get: operations["listServerEffects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/server/effects/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of them with the attempts at it
         * @description PlatformAdmin alone.
         */
        get: operations["getServerEffect"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/server/effects/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send one that failed or waits for a later time now
         * @description PlatformAdmin alone. 409 as in retryEffect: links that were mailed are secrets, and gone once they failed.
         */
        post: operations["retryServerEffect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/server/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Jobs of no organization, such as housekeeping, that failed at least once or cannot go on
         * @description PlatformAdmin alone.
         */
        get: operations["listServerJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/server/jobs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run one of them that failed now
         * @description PlatformAdmin alone.
         */
        post: operations["retryServerJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session_requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the organization's sessions and requests, newest first
         * @description Role Coach and up, or a key with `depositions:read`. Those that are canceled are listed too. A page beyond the last is empty. `case` and `remote_session_id` are compared as they are written.
         */
        get: operations["listSessionRequests"];
        put?: never;
        /**
         * Schedule a session, or ask for one
         * @description Role Coach and up, or a key with `depositions:write`. With self-service the session is scheduled at once; without it, the request is stored as `initial`, without session_url and remote_session_id, until our staff confirm or decline it. A remote_session_id that is taken answers 409. `zoom_meeting` answers its join details in provider_specific_details; other providers and our own rooms have none yet. As soon as the session is scheduled, and never before, everybody on the list, the deponent included, gets an e-mail with its details, how to join, and an invitation for their calendar; reminders follow 24 hours and 15 minutes before the start. Whoever is a member is told the time in their own zone too. While a request waits, whoever asked and our staff are told by e-mail, and nobody is invited.
         */
        post: operations["requestDeposition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List screening sessions, newest first
         * @description Role Coach and up, or a key with `screening:read`. Ordered by createdAt, the newest first, then by id. A session that is still unreviewed at its expiresAt is `expired` from that instant on, in this list and its filters too.
         */
        get: operations["listScreeningSessions"];
        put?: never;
        /**
         * Schedule a session, or ask for one (the same as POST /api/v1/session_requests)
         * @description Role Coach and up, or a key with `depositions:write`. With self-service the session is scheduled at once; without it, the request is stored as `initial`, without session_url and remote_session_id, until our staff confirm or decline it. A remote_session_id that is taken answers 409. `zoom_meeting` answers its join details in provider_specific_details; other providers and our own rooms have none yet. As soon as the session is scheduled, and never before, everybody on the list, the deponent included, gets an e-mail with its details, how to join, and an invitation for their calendar; reminders follow 24 hours and 15 minutes before the start. Whoever is a member is told the time in their own zone too. While a request waits, whoever asked and our staff are told by e-mail, and nobody is invited.
         */
        post: operations["requestDepositionSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session_requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One session or request
         * @description Role Coach and up, or a key with `depositions:read`. The id is that of the request, in whatever state it is. A scheduled session is `active` once a host is in its room, and `completed` when it ends there: when a host ends it, when its provider says after the planned end that nobody is there any more (until then they may come back), or when its time has passed and everybody has left.
         */
        get: operations["getSessionRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session_requests/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Schedule a session that was asked for
         * @description PlatformAdmin only, never a key. The meeting of a `zoom_meeting` is made as when scheduling at once; while another confirmation is making it, 409. Without a body the remote_session_id is the one asked for, else made from the title; the body may name another. Who was to be a host is one if they are a member by now, and `notice` names those who still are not. Anything but an `initial` request answers 422, so of several confirmations one succeeds. As soon as the session is scheduled, and never before, everybody on the list, the deponent included, gets an e-mail with its details, how to join, and an invitation for their calendar; reminders follow 24 hours and 15 minutes before the start. Whoever is a member is told the time in their own zone too. Whoever asked for the session is told as well, unless they are invited.
         */
        post: operations["confirmSessionRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session_requests/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline what was asked for: a session, or its cancelation
         * @description PlatformAdmin only, never a key. An `initial` request becomes `canceled`. Where cancelling a session was asked for, the session stays and cancelation_requested is null again. The reason is shown as `notice`, and told by e-mail to whoever asked, if that was a person who still belongs to the organization. Where nothing is asked for: 422.
         */
        post: operations["declineSessionRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session_requests/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw a request, cancel a session, or ask for it
         * @description Role Coach and up, or a key with `depositions:write`. With self-service, or by PlatformAdmin, the session is cancelled and its remote_session_id free for others: from then on session_url and provider_specific_details are null, and remote_session_id stays for the record; its meeting at Zoom is removed in a moment. Without self-service cancelation_requested is set, and our staff cancel or decline. A request that is `initial` is withdrawn at once. cancel_without_email counts in the query and in the body, and true in either is true. Cancelling or asking again answers 200 without telling anybody again. A completed session: 422. Everybody who is invited gets an e-mail that takes the session out of their calendar, and so does whoever had asked for it to be cancelled, unless cancel_without_email is true; our staff are told of every wish that waits for them. A request that is withdrawn is told to nobody.
         */
        post: operations["cancelSessionRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One screening session with its whole submission
         * @description Role Coach and up, or a key with `screening:read`. Unreviewed at its expiresAt it reads `expired` from that instant on.
         */
        get: operations["getScreeningSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change title, start or invites of a scheduled session
         * @description Role Coach and up, or a key with `depositions:write`. The body is `remote_session` with `invites` in it, or `session_request` as when scheduling. start_date, start_time and time_zone change together. `invites` replaces the list; the deponent stays on it. The remote_session_id never changes. A meeting at Zoom is changed with it, in a moment. An `active` session keeps its start; one that is over cannot be changed (422). One update is one e-mail to each whom it concerns, with an update for their calendar: a new start, title or wording to everybody; of the list alone, an invitation to those who are added, a cancellation to those who are taken off, and their new role to those whose access level changed.
         */
        patch: operations["updateDepositionSession"];
        trace?: never;
    };
    "/api/v1/sessions/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Cancel a session, or ask for it
         * @description Role Coach and up, or a key with `depositions:write`. With self-service, or by PlatformAdmin, the session is cancelled and its remote_session_id free for others: from then on session_url and provider_specific_details are null, and remote_session_id stays for the record; its meeting at Zoom is removed in a moment. Without self-service cancelation_requested is set, and our staff cancel or decline. A request that is `initial` is withdrawn at once. cancel_without_email counts in the query and in the body, and true in either is true. Cancelling or asking again answers 200 without telling anybody again. A completed session: 422. Everybody who is invited gets an e-mail that takes the session out of their calendar, and so does whoever had asked for it to be cancelled, unless cancel_without_email is true; our staff are told of every wish that waits for them. A request that is withdrawn is told to nobody.
         */
        patch: operations["cancelDepositionSession"];
        trace?: never;
    };
    "/api/v1/sessions/{id}/recordings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is on the record of a session: its recordings, with links to fetch them
         * @description Role Coach and up, or a key with `depositions:read`. Each stretch on the record is one recording, with the times between which it was made, and a file for each coming of a participant (camera and microphone) and one for a screen that was shared. The manifest holds the SHA-256 of every file, and of the manifest before it. Links are good for an hour, for whoever has them, and take Range requests. A session in whose room nothing was recorded has none; a cancelled session's stay listed.
         */
        get: operations["listDepositionRecordings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the organization's live sessions
         * @description Any member, or an API key with `live:read`; everybody sees all of them, in the order of their start, then id. A page stays as it is when sessions are added before or behind it. Filters narrow each other down.
         */
        get: operations["listLiveSessions"];
        put?: never;
        /**
         * Create a live session
         * @description Any member, or an API key with `live:write`. Texts and metadata are kept exactly as sent; unknown members of the body are ignored. The host is told by e-mail, with a calendar invitation, and push, unless the start has passed; the host and those with a seat are reminded 24 hours and 15 minutes before the start. No length is planned, so calendars show an hour.
         */
        post: operations["createLiveSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One live session
         * @description Any member, or an API key with `live:read`. `is_registered` is the caller's own, so it is false for a key.
         */
        get: operations["getLiveSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a live session
         * @description The creator, Manager and up, or an API key with `live:write`. New seats go to those who wait, in their order; fewer seats than are taken is a conflict. The start is fixed once the session has begun, the number of seats once it is over; the rest can be changed at any time. Setting what it has is no change. `kind` and `status` cannot be set here and, like every unknown member, are ignored. While the session is scheduled or live, a new start or title is told by e-mail and push to the host and to everybody who has a seat or waits, and a new host to the two whom it concerns; other changes are told to nobody.
         */
        patch: operations["updateLiveSession"];
        trace?: never;
    };
    "/api/events/live/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A stream of what happens in a live session
         * @description Any member, or an API key with `live:read`. `session-update` says what changed: `{eventId, type, sessionId, version, occurredAt}`, `status` where the event tells of one, `changed` where members were edited. `registration-update` has the same members, with the `status` that the registration has now (`none` when it was given up); only the creator, Manager and up, and keys read in `personId` whose it is. `queue-update` is the same for the line of office hours, with the status `waiting`, `called` or `none`. `ping`, `resync` and `revoked` are as in GET /api/events/mentorships/{id}/events.
         */
        get: operations["watchLiveSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a scheduled session
         * @description The creator, Manager and up, or an API key with `live:write`. Sets `started_at`; starting again is refused. A host who begins the session in its room does the same. Nobody is told: those with a seat were reminded.
         */
        post: operations["startLiveSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a session that is live
         * @description The creator, Manager and up, or an API key with `live:write`. Sets `ended_at` and `duration_minutes`. So does the end in its room, or of its call at the provider. It comes by itself when everybody has left and nobody has come back for 30 minutes (the operator may set another time), which count from its start at the earliest: then it ended when the last one left.
         */
        post: operations["endLiveSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a session that is scheduled or live
         * @description The creator, Manager and up, or an API key with `live:write`. Its registrations stay as they are. The host and everybody who has a seat or waits are told by e-mail and push, and it goes from their calendars.
         */
        post: operations["cancelLiveSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The caller's own registration
         * @description Any member, for themselves; an API key is nobody who could sit and gets 403. Who is not registered gets the status `none`.
         */
        get: operations["getLiveRegistration"];
        put?: never;
        /**
         * Take a seat, or a place in the waiting list
         * @description Any member, for themselves; an API key is nobody who could sit and gets 403. The session must be scheduled or live. Who waits already is `already_registered` too. A seat is confirmed by e-mail with a calendar invitation, which shows nobody else who comes, and by push; a waiting place by both without one.
         */
        post: operations["registerForLiveSession"];
        /**
         * Give up a seat, or a place in the waiting list
         * @description Any member, for themselves; an API key is nobody who could sit and gets 403. The first in line gets the seat at once. Both are told by e-mail and push, and their calendars follow. The session must be scheduled or live. Who is not registered gets 404.
         */
        delete: operations["unregisterFromLiveSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}/join": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Join a session: a token for its call
         * @description The host, the creator, and Manager and up from 15 minutes before the start; everybody who has a seat once the session is live, in office hours once they are called; an API key is nobody who could join. Others get 403, and 412 who comes at another time. The call is made at the organization's provider when the first one joins, once however many do at the same moment, and `stream_call_id` is its id at Stream. In our own rooms the token is a ticket for the WebSocket at `url`: in office hours anybody who has a seat gets one, and waits in the room's lobby until they are called. Joining by this route does not begin the session; being there does, at Stream and LiveKit, and hosts begin it with POST …/start or in our own room.
         */
        post: operations["joinLiveSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One's place in the line of office hours
         * @description Any member; hosts (the host, the creator, Manager and up, an API key with `live:read`) see the line as well.
         */
        get: operations["getLiveQueue"];
        put?: never;
        /**
         * Join the line of office hours
         * @description Whoever has a seat, for themselves, while the session is live or from 15 minutes before its start until it begins; 412 otherwise, and for a session of another kind. Who is in the line already keeps their place. Nobody is told; hosts see the line, and `queue-update` comes on the session's stream.
         */
        post: operations["joinLiveQueue"];
        /**
         * Leave the line of office hours
         * @description For oneself, at any time, also when one was called. Who is not in the line changes nothing.
         */
        delete: operations["leaveLiveQueue"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}/queue/next": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Call in the next of the line
         * @description The host, the creator, Manager and up, or an API key with `live:write`. Each request calls one person, and nobody is called twice, however many hosts ask at once; `called` is null when nobody waits. They are told by e-mail and push, and have three minutes to come into the room: who does not is put at the end of the line the first time, and out of it the second. Who was called may come back until they give up their turn, or until the next is called after they have left.
         */
        post: operations["callNextInLiveQueue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the sessions that the caller may see
         * @description Any member, or an API key with `mentorship:read`. A Coach or Teacher sees those of their own mentorships; Manager and up, and keys, see all. Ordered by start, then id.
         */
        get: operations["listMentorshipSessions"];
        put?: never;
        /**
         * Schedule a session of a mentorship
         * @description Role Coach and up, or an API key with `mentorship:write`; a Coach for their own mentorships only. The mentorship must be active. Another session of it that starts less than 15 minutes before or after is a conflict, whatever its status unless cancelled; one of the coach's in another mentorship at the same time is a warning. Coach and teacher get an e-mail with a calendar invitation, and a push on each of their devices; both are reminded 24 hours and 15 minutes before the start.
         */
        post: operations["scheduleMentorshipSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One session
         * @description Its coach and its teacher, Manager and up, or an API key with `mentorship:read`.
         */
        get: operations["getMentorshipSession"];
        put?: never;
        post?: never;
        /**
         * Cancel a session
         * @description Its coach, Manager and up, or an API key with `mentorship:write`. It stays to be read, without its Agora channel. Coach and teacher are told by e-mail and push, and it goes from their calendars. Cancelling again answers 200 without telling anybody again.
         */
        delete: operations["cancelMentorshipSession"];
        options?: never;
        head?: never;
        /**
         * Change a session, or move it along its lifecycle
         * @description A Teacher can only confirm. A Coach changes everything of their own sessions but cannot confirm, nor complete one that was missed. Manager and up, and an API key with `mentorship:write`, change all. Setting the status that it has is no change. A session that is over (completed, cancelled, missed) keeps its time, duration and zone. Coach and teacher are told by e-mail and push when it is moved, changed, confirmed, to be confirmed again, cancelled or missed, in one message for each request; their calendars follow. Notes alone are told to nobody, and neither is that it was completed. Who is a member no longer hears only of a cancellation. The server itself completes a call in whose room both have been, when it ends there, also one that was never confirmed; it marks none as missed that is being held.
         */
        patch: operations["updateMentorshipSession"];
        trace?: never;
    };
    "/api/sessions/{id}/agora-token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A token for the video call, valid for one hour
         * @description The session's coach and teacher, Manager and up who may look in, or an API key with `mentorship:read`. The same caller always gets the same `uid` in a session. A cancelled session has no channel (422); any other status answers a token.
         */
        get: operations["getAgoraToken"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/reactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send an emoji to all who watch the mentorship
         * @description The session's coach and teacher, Manager and up, or an API key with `mentorship:write`. Whatever the session's status; nothing is stored, so who does not watch at this moment never sees it.
         */
        post: operations["sendReaction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mentorships": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the mentorships that the caller may see, newest first
         * @description Any member, or an API key with `mentorship:read`. A Coach or Teacher sees their own; Manager and up, and keys, see all.
         */
        get: operations["listMentorships"];
        put?: never;
        /**
         * Bring a coach and a teacher together
         * @description Role Manager and up, or an API key with `mentorship:write`. Both are members, two different ones; the coach's role is Coach or above. Two people may have several mentorships. Both are told by e-mail and push once it is active.
         */
        post: operations["createMentorship"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mentorships/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One mentorship
         * @description Its coach and its teacher, Manager and up, or an API key with `mentorship:read`.
         */
        get: operations["getMentorship"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Activate, pause, resume or end a mentorship
         * @description Role Manager and up, or an API key with `mentorship:write`. `pending` becomes `active`, `active` and `paused` each other, and all of them `ended`, which is final. Setting the status that it has is no change. Sessions that are already scheduled stay. Coach and teacher are told by e-mail and push.
         */
        patch: operations["updateMentorship"];
        trace?: never;
    };
    "/api/events/mentorships/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A stream of what happens in a mentorship
         * @description Its coach and its teacher, Manager and up, or an API key with `mentorship:read`. `session-update` says what changed in which session: `{eventId, type, sessionId, mentorshipId, version, occurredAt}`, `status` where the event tells of one, `from` and `to` where the start moved, `changed` where members were edited. `call-reaction` is an emoji, `{sessionId, mentorshipId, emoji, userId, sentAt}`: it is never stored, so who does not watch at this moment never sees it. `ping` comes every 25 seconds. Stored events have an `id`; what came after `Last-Event-ID` is sent first. `resync` says that events are missing, because the gap is too large (1,000 events of this stream, or 5,000 of the organization), older than 24 hours or unknown, or because the client reads too slowly: read again what you show. `revoked` with `{code}` says that the credential or its access is over, and ends the stream. One caller has at most 20 streams open, or what the operator sets (429).
         */
        get: operations["watchMentorship"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/screening_queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sessions as reviewers read them: those that wait for a review, the longest wait first
         * @description Role Coach and up, or a key with `screening:read`. With another `state`: `approved` and `denied` ones, the latest decision first; `active`, `expired` and `disqualified` ones, the newest first. Paged by cursor: what is decided meanwhile makes no session come twice or be left out.
         */
        get: operations["listScreeningQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/screening_queue/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One session as reviewers read it, whatever its state
         * @description Role Coach and up, or a key with `screening:read`. It says who decided, and when.
         */
        get: operations["getScreeningQueueItem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/screening_counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many sessions there are, by template and state
         * @description Role Coach and up, or a key with `screening:read`. As of now: what expires meanwhile is counted as expired at once.
         */
        get: operations["countScreeningSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/screening_sessions.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sessions as a file for spreadsheets, newest first
         * @description Role Coach and up, or a key with `screening:read`. The filters are those of the list. With `workflowTemplateId` each question that the template asks, or asked in sessions that there are, has a column `submission.<key>`; without it the column `submission` holds all answers as JSON. RFC 4180 in UTF-8, with a byte-order mark, because spreadsheet programs take it for another encoding otherwise. A text that one of them would run as a formula (it begins with =, +, -, @, a tab or a carriage return) has an apostrophe before it; numbers have none. The file is sent as it is read, two hundred sessions at a time: one that is changed meanwhile is in it as it was when its turn came. An answer that breaks off is not whole.
         */
        get: operations["exportScreeningSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/screening_files/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A file that a prospect uploaded as an answer
         * @description Role Coach and up, or a key with `screening:read`. Its id, name, size and media type are in the submission. It is sent as bytes to be saved: no browser shows it or runs what is in it.
         */
        get: operations["getScreeningFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/screening/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A stream of what reviewers wait for
         * @description Role Coach and up, or a key with `screening:read`. `queue-update` says that a session was started, finished, decided, erased, or ended without a review: `{eventId, type, sessionId, workflowTemplateId, version, occurredAt}`, and `reviewStatus` of a decision. It has no names and no answers: read again what you show. `ping`, `resync` and `revoked` are as in GET /api/events/mentorships/{id}/events.
         */
        get: operations["watchScreeningQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Approve or deny a completed screening session, once and for all
         * @description Role Coach and up, or a key with `screening:write`. Checked in this order: the body (422), the session (404), a review made before (409), its status (422). Of two reviewers at once, one is answered 200 and the other 409. A prospect who has an e-mail address is told the decision, once; the notes are told to nobody. Managers and up are reminded once a day of sessions that wait for a review and expire within three days.
         */
        patch: operations["reviewScreeningSession"];
        trace?: never;
    };
    "/api/v1/workflow_templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List workflow templates without their questions, newest first
         * @description Role Coach and up, or a key with `screening:read`. Of the same instant, the lower id comes first.
         */
        get: operations["listWorkflowTemplates"];
        put?: never;
        /**
         * Make a workflow template
         * @description Role Manager and up, or a key with `screening:write`. Prospects can start sessions on one that is published, which takes a question at least. To publish more than the plan allows is 409 `plan_limit`; a plan that is lowered leaves what is published. Questions that can never be asked, ways that lead back to where they began, branches that never hold, and tests of what is not known by then are refused, each with its pointer.
         */
        post: operations["createWorkflowTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflow_templates/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a workflow template of an exported one
         * @description Role Manager and up, or a key with `screening:write`. Takes what the export answers, from whatever server; its JSON Schema is at `/schemas/workflow-template.json`. A draft, unless status says otherwise. A slug that is taken is 409. Questions that can never be asked, ways that lead back to where they began, branches that never hold, and tests of what is not known by then are refused, each with its pointer.
         */
        post: operations["importWorkflowTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflow_templates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One workflow template with its questions
         * @description Role Coach and up, or a key with `screening:read`.
         */
        get: operations["getWorkflowTemplate"];
        put?: never;
        post?: never;
        /**
         * Delete a draft on which no session ever began
         * @description Role Manager and up, or a key with `screening:write`. 409 for one that is published, or has sessions: what prospects answered stays readable with its questions. Make it a draft instead, and no more begin. Its slug is free from then on. Answers the template as it was.
         */
        delete: operations["deleteWorkflowTemplate"];
        options?: never;
        head?: never;
        /**
         * Change a workflow template
         * @description Role Manager and up, or a key with `screening:write`. Questions, translations and reviewFirst are replaced as a whole, and what is left out stays; the outcome is checked as a whole, so a question goes together with its translations. Sessions that have begun keep all but name, slug and status as they began with it. Another slug frees the old one, and its address stops working. A draft takes no new sessions; those that have begun go on. Questions that can never be asked, ways that lead back to where they began, branches that never hold, and tests of what is not known by then are refused, each with its pointer.
         */
        patch: operations["updateWorkflowTemplate"];
        trace?: never;
    };
    "/api/v1/workflow_templates/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A workflow template as a portable document
         * @description Role Coach and up, or a key with `screening:read`. Everything that its author wrote, without ids, times and status. It meets the JSON Schema at its `$schema`, and the import takes it.
         */
        get: operations["exportWorkflowTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflow_templates/{id}/copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a draft with the content of a workflow template
         * @description Role Manager and up, or a key with `screening:write`. Under a slug of its own, and under the same name unless another is given.
         */
        post: operations["copyWorkflowTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schemas/workflow-template.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The JSON Schema (2020-12) of exported workflow templates
         * @description For everybody. It says which members there are and how long they may be; what no schema can say, such as that no question leads back to itself, the import checks.
         */
        get: operations["getWorkflowTemplateSchema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List contacts, newest first
         * @description Role Coach and up, or a key with `screening:read`. Of the same instant, the lower id comes first. Contacts that were merged into another are gone, and neither erased ones are listed nor those of whom nothing is known: a session that nobody has finished yet has such a one.
         */
        get: operations["listContacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One contact
         * @description Role Coach and up, or a key with `screening:read`.
         */
        get: operations["getContact"];
        put?: never;
        post?: never;
        /**
         * Erase what is known of a contact, with a receipt
         * @description Role Manager and up, or a key with `screening:write`. For good, and at once: name, address and number; the answers, files and notes of all their sessions, and of those in which their address was given and that nobody finished; what mails to them said, and those that wait are not sent; where their requests came from; stored answers to requests with an Idempotency-Key soon after. Their links stop working. Sessions stay as numbers: template, status, times and the decision; those not yet reviewed end. Events hold ids alone and stay. Erasing again answers the same receipt. Backups, mail that has left the server and what webhook receivers and API clients have copied are not reached: they are told by `screening.contact.erased` and `screening.session.erased`.
         */
        delete: operations["eraseContact"];
        options?: never;
        head?: never;
        /**
         * Put right what is known of a contact
         * @description Role Coach and up, or a key with `screening:write`. Null forgets a member. Setting what it is changes nothing. An e-mail address that another contact has is 409 `already_exists`: the two can be merged. What is told from then on goes to the new address. An erased contact is 409 `conflict`.
         */
        patch: operations["updateContact"];
        trace?: never;
    };
    "/api/v1/contacts/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merge a contact into another one
         * @description Role Manager and up, or a key with `screening:write`. The sessions become the other's, and the contact is gone for good. What is known of the other stays; what is not is filled in. What cannot be kept of both, such as a second e-mail address, is lost. Into itself is 422, into one that is not there 404, and where either was erased 409.
         */
        post: operations["mergeContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All that is known of a contact, for handing it out
         * @description Role Manager and up, or a key with `screening:read`. The contact and their sessions, newest first, 200 on a page, with every answer under the question that was asked, names of files, and the decision. The reviewers' notes are among it and marked as internal: whether they are the person's to see is the organization's to decide. The files themselves come from their own route.
         */
        get: operations["exportContact"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/erasure_receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was erased, newest first
         * @description Role Manager and up, or a key with `screening:read`.
         */
        get: operations["listErasureReceipts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/erasure_receipts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One receipt of an erasure
         * @description Role Manager and up, or a key with `screening:read`.
         */
        get: operations["getErasureReceipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/screening_settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * For how long the organization keeps what prospects answered
         * @description Role Manager and up, or a key with `screening:read`.
         */
        get: operations["getScreeningSettings"];
        /**
         * Set for how long the organization keeps what prospects answered
         * @description Role OrganizationAdmin and up; people only. Once a day (02:47 UTC) what ended longer ago is erased as by request, with a receipt for each contact: sessions that were reviewed so long ago, that expired or that ended early; then contacts who have no other session, and of whom nothing was learnt since.
         */
        put: operations["putScreeningSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/workflows/{slug}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a screening session as a prospect
         * @description Anyone can; the workflow must be published, and another is the same 404 as none. A session can be answered for as long as the template says, else for 30 days; a finished one expires 30 days after it began. The organization's plan limits how many may start in a minute on one workflow, from one address, and from one address without a proof of work: a tenth of those with one, but at least 5. More answer 429 with Retry-After. A proof of work that is forged, too old, for another workflow or used before answers 422.
         */
        post: operations["startProspectSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/screening-sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A prospect's own session: answers so far, what comes next, the decision
         * @description The prospect alone, by the token of their session as a bearer token; a browser may show it in the cookie of the workflow's page instead. An unknown id and a wrong token are the same 404.
         */
        get: operations["getProspectSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/screening-sessions/{id}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer a question, or change its answer
         * @description The prospect alone, by the token of their session as a bearer token; a browser may show it in the cookie of the workflow's page instead. An unknown id and a wrong token are the same 404. The value's type is the question's: text for short_text (one line, at most 200 characters), long_text (at most 2,000), email, phone, date (YYYY-MM-DD) and one_of; a number for number and money (at most two decimals, not negative unless min says so); a boolean for yes_no; an array for several_of. A file is sent to the path for files. Null is the answer of whoever leaves an optional question without one, and takes the answer to a required one back. Only a question in asked takes an answer; what an answer makes unreachable is dropped. The same answer again is no change. An answer may end the session at once: its status is then `expired`, and its ending says why. A whole submission has at most 100,000 characters as JSON.
         */
        post: operations["answerQuestion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/screening-sessions/{id}/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Finish a session, so that it can be reviewed
         * @description The prospect alone, by the token of their session as a bearer token; a browser may show it in the cookie of the workflow's page instead. An unknown id and a wrong token are the same 404. Every required question in asked must have an answer, else 422 names the missing ones; optional ones without an answer are null from then on, so that the submission holds exactly the asked keys. Leaving one without an answer may end the session as an answer may. Finishing again changes nothing. A prospect who gave an e-mail address is told that the answers came in, later the decision, or that there was none before the session expired.
         */
        post: operations["finishProspectSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/screening-sessions/{id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload a file as the answer to a question, or in place of an earlier one
         * @description The prospect alone, by the token of their session as a bearer token; a browser may show it in the cookie of the workflow's page instead. An unknown id and a wrong token are the same 404. The answer is `{id, name, type, size}`. At most 10 MiB a file, and 30 MiB the files of a session. Taken are PDF, JPEG, PNG, WebP, HEIC, plain text in UTF-8, DOCX and ODT, by what the bytes say; the name is cleaned, and ends as its type does. A file goes with its answer. The same file again is no change. To take one back, answer null.
         */
        post: operations["uploadFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{id}/recordings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was recorded in a session's room, with links to fetch it
         * @description For hosts of the session, Manager and up, and of depositions Coach and up. Each stretch on the record is one recording, with a file for each coming of a participant (camera and microphone) and one for a screen that was shared. Links are good for an hour, for whoever has them; they take Range requests. Of a session in whose room nobody ever was, the list is empty.
         */
        get: operations["listRoomRecordings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{id}/recording": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The lasting address of a session's recording: leads to where it can be watched
         * @description A live session's recording_url. For whoever may list the recordings, and for everybody with a seat in the live session. Answers with a fresh link that is good for an hour: a page with all of the session's recordings. 404 while none is finished.
         */
        get: operations["openRoomRecording"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/room-providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The providers of video rooms, whose accounts are used, and for what
         * @description Role OrganizationAdmin and up; API keys are refused. Secrets are never shown.
         */
        get: operations["listRoomProviders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Choose who does the media of live sessions and mentorship calls
         * @description Role OrganizationAdmin and up; API keys are refused. `built_in`, which is this server itself, unless chosen otherwise; depositions name their provider with each session. A session stays with the provider that its room was made with: with another provider at the session's next change, in our own rooms when somebody first asks to come in. 409 where neither the organization nor the operator has an account with the provider.
         */
        patch: operations["chooseRoomProviders"];
        trace?: never;
    };
    "/api/room-providers/zoom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Use an account of the organization's own with Zoom
         * @description Role OrganizationAdmin and up; API keys are refused. It replaces the one that was saved before, and comes before the operator's. The provider is asked first whether it takes them: 400 when it does not, 503 when it cannot be reached. Secrets are encrypted where they are stored, and never shown again; `notificationUrl` of the answer is what to give the provider.
         */
        put: operations["saveRoomProviderZoom"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/room-providers/agora": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Use an account of the organization's own with Agora
         * @description Role OrganizationAdmin and up; API keys are refused. It replaces the one that was saved before, and comes before the operator's. They are not tried: Agora is not asked for tokens. Secrets are encrypted where they are stored, and never shown again; `notificationUrl` of the answer is what to give the provider.
         */
        put: operations["saveRoomProviderAgora"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/room-providers/livekit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Use an account of the organization's own with LiveKit
         * @description Role OrganizationAdmin and up; API keys are refused. It replaces the one that was saved before, and comes before the operator's. The provider is asked first whether it takes them: 400 when it does not, 503 when it cannot be reached. Secrets are encrypted where they are stored, and never shown again; `notificationUrl` of the answer is what to give the provider.
         */
        put: operations["saveRoomProviderLiveKit"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/room-providers/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Use an account of the organization's own with Stream
         * @description Role OrganizationAdmin and up; API keys are refused. It replaces the one that was saved before, and comes before the operator's. The provider is asked first whether it takes them: 400 when it does not, 503 when it cannot be reached. Secrets are encrypted where they are stored, and never shown again; `notificationUrl` of the answer is what to give the provider.
         */
        put: operations["saveRoomProviderStream"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/room-providers/{provider}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Forget the organization's own account
         * @description Role OrganizationAdmin and up; API keys are refused. The operator's is used from then on, where there is one. 404 when the organization has none; 409 while rooms are to use the provider and the operator has no account with it.
         */
        delete: operations["removeRoomProvider"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/push/web-key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The key by which browsers know this server (VAPID)
         * @description Anyone.
         */
        get: operations["getWebPushKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One's phones and browsers that get pushes
         * @description Any person, of themselves. Through an outside issuer, those that it vouched for.
         */
        get: operations["listDevices"];
        put?: never;
        /**
         * Get pushes on this phone or in this browser
         * @description Any person, of themselves. Registering again is no second device: apps do so at each start. Whoever registers a token or endpoint last has it, and its former owner gets no more pushes there. A device belongs to the sign-in that registers it, and goes with it; with an access token from no sign-in it stays until the tokens are voided. Through an outside issuer, it gets only what concerns the organizations that the issuer may speak for. A person has at most 20; beyond that, the one that was registered longest ago makes way. Devices that their service calls dead are removed.
         */
        post: operations["registerDevice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/devices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Get no more pushes there
         * @description Any person, of their own devices; 404 for those of others. What waits to be sent is dropped.
         */
        delete: operations["removeDevice"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhook-event-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The types of events that webhooks tell of
         * @description Role OrganizationAdmin and up, or an API key with `webhooks:read`.
         */
        get: operations["listWebhookEventTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhook-endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The organization's endpoints, newest first
         * @description Role OrganizationAdmin and up, or an API key with `webhooks:read`.
         */
        get: operations["listWebhookEndpoints"];
        put?: never;
        /**
         * Be told of events at a URL
         * @description Role OrganizationAdmin and up, or an API key with `webhooks:write`. It gets what happens from now on, signed by Standard Webhooks with the secret of this answer, which is not shown again. What is not answered with 2xx within 15 seconds is tried again after 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h and 24 h, each with up to a tenth more, or as long as Retry-After asks with 429, 502, 503 or 504, to a day; 410, nothing arriving while a message is tried to the last, or for five days, switches the endpoint off. At most 50 in an organization: 409. The URL's address is looked up, and has to be a public one, at each attempt.
         */
        post: operations["createWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhook-endpoints/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One endpoint
         * @description Role OrganizationAdmin and up, or an API key with `webhooks:read`.
         */
        get: operations["getWebhookEndpoint"];
        put?: never;
        post?: never;
        /**
         * Remove an endpoint
         * @description Role OrganizationAdmin and up, or an API key with `webhooks:write`. What waits to be sent is dropped.
         */
        delete: operations["deleteWebhookEndpoint"];
        options?: never;
        head?: never;
        /**
         * Change an endpoint, or switch it on or off
         * @description Role OrganizationAdmin and up, or an API key with `webhooks:write`. Setting what it is changes nothing. What waits to be sent goes to the new URL. Switched off, nothing is sent and what waits is dropped; switched on, it gets what happens from then on.
         */
        patch: operations["updateWebhookEndpoint"];
        trace?: never;
    };
    "/api/webhook-endpoints/{id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get a new secret
         * @description Role OrganizationAdmin and up, or an API key with `webhooks:write`. The former secret signs as well for 24 hours, as a second signature in `webhook-signature`; one before that is void at once. The new one is shown in this answer and never again.
         */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhook-endpoints/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test event to this endpoint alone
         * @description Role OrganizationAdmin and up, or an API key with `webhooks:write`. Of type `webhook.test`, whatever the endpoint's filters; it is tried and logged like any other. 409 while the endpoint is switched off.
         */
        post: operations["sendWebhookTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhook-endpoints/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was and will be sent to an endpoint, newest first
         * @description Role OrganizationAdmin and up, or an API key with `webhooks:read`. Kept for as long as the operator says, 30 days unless set otherwise.
         */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhook-endpoints/{id}/deliveries/{deliveryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One delivery with every attempt
         * @description Role OrganizationAdmin and up, or an API key with `webhooks:read`.
         */
        get: operations["getWebhookDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhook-endpoints/{id}/deliveries/{deliveryId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a delivery once more
         * @description Role OrganizationAdmin and up, or an API key with `webhooks:write`. Under its old `webhook-id`, with the whole schedule of attempts before it. 409 while it waits to be sent anyway, and while the endpoint is switched off.
         */
        post: operations["replayWebhookDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhook-endpoints/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send the deliveries of a time once more
         * @description Role OrganizationAdmin and up, or an API key with `webhooks:write`. Each under its old `webhook-id`, of one subject in the order in which they were planned, after what is new. The answer says how many; they are sent after it. 409 for more than 10,000 at once, and while the endpoint is switched off.
         */
        post: operations["replayWebhookRange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a session's room is, and whether you can enter it
         * @description For whoever may enter, whether or not they can now. A deposition is entered by Manager and up and by those who are invited as hosts, being members, at once; by others who are invited, and by Coach and up, when a host admits them. A mentorship call is entered at once by its coach, who hosts, its teacher, and Manager and up. A live session is hosted by the member whom `host_id` names, else its creator, by the creator, and by Manager and up; who has a seat comes in as soon as it is live, and watches where more than 12 have seats; in office hours they are called. A room opens 15 minutes before the start, or when the session was begun where that is earlier, and closes 30 minutes after the planned end, or what the operator sets; where none is planned, and while people are in it, 12 hours after the start. The session is looked for in the organization that is chosen, then in the caller's others. An API key needs the read scope of the product.
         */
        get: operations["getRoom"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{id}/visit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The same for a guest with an invitation
         * @description The invitation alone says who the guest is, whatever credential there is. `invitation_invalid` is the one answer for an invitation that was never made, was taken back, or whose session was canceled. Changes nothing.
         */
        post: operations["visitRoom"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{id}/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get a ticket to enter a room
         * @description A ticket is for one person and one coming, within a minute; whoever comes again, also after their connection was cut, gets another one. With an `invitation` it alone says who one is. Who has no account gives a `name`; a member goes by the name of their account. `room_not_open` says when the room opens; `room_removed` is final.
         */
        post: operations["issueRoomTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{id}/attendance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who attended a session, and when
         * @description For the session's hosts, Manager and up, and API keys with the read scope of its product. First those who came, in the order in which they did, then those who were expected and did not come, at most 1,000 of a live session. `final` once the session is over and everybody has left; at a provider outside, and for connections whose end nobody told, five minutes after the end: they ended with it. The event `rooms.attendance.finished` tells of it.
         */
        get: operations["readRoomAttendance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{id}/participants/{participantId}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put somebody out of a room for good
         * @description For the session's hosts, Manager and up, and API keys with the write scope of its product. Their tickets are worth nothing from then on, and they get no new one. Again is no change. Nobody removes themselves.
         */
        post: operations["removeRoomParticipant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A ticket that opens one stream, for a client that can send no header
         * @description Any member, or an API key with `mentorship:read`, `live:read`, `screening:read` or `events:read`. It stands for the credential of this request in the organization of this request, once, on whichever server process, and within 60 seconds; a request that is refused, or a HEAD, leaves it usable. The stream that it opens ends with that credential.
         */
        post: operations["issueStreamTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/organization/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A stream of all that happens in the organization
         * @description Role OrganizationAdmin and up, or an API key with `events:read`, as in GET /api/events. Each event is a `message` with `{id, type, subjectId, version, occurredAt, payload}`, the oldest first. `ping`, `resync` and `revoked` are as in GET /api/events/mentorships/{id}/events.
         */
        get: operations["watchOrganization"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether one is reminded of sessions in this organization
         * @description Any member, of themselves.
         */
        get: operations["getMyNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Switch one's reminders in this organization on or off
         * @description Any member, of themselves. By e-mail and push alike; it goes by the address that one has, as the link in reminders does. Everything else is always told.
         */
        patch: operations["updateMyNotifications"];
        trace?: never;
    };
    "/api/mail/bounces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that an e-mail came back
         * @description The operator's mail system, with the secret that the server has as MAIL_BOUNCE_TOKEN; 401 for everybody where it has none. Name the e-mail by effectId or messageId. A status of 5.x.x makes an e-mail that was delivered to the mail server `failed`; one of 4.x.x is only noted. Reporting again, or of an e-mail that is not delivered, answers 200 and changes nothing. 404 for one that is not known, or no more.
         */
        post: operations["reportBounce"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/calendar-feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether one has a calendar feed, and when it was read last
         * @description Any person who is signed in here. `data` is null without one. The URL is never shown again.
         */
        get: operations["getCalendarFeed"];
        put?: never;
        /**
         * Make the private URL under which a calendar program reads one's sessions
         * @description Any person who is signed in here; 403 for one whom an outside issuer names, as the feed is of all their organizations. There is one for each person: a new one voids the URL before it. GET of the URL answers iCalendar (RFC 5545, METHOD:PUBLISH) without any credential, as calendar programs cannot send one: the sessions of every product and organization that the person takes part in, from 90 days back to one year ahead, at most 1,000 of each product and organization, with the UIDs of the invitations; canceled ones for 30 days. It honours If-None-Match, and asks to be read once an hour. Whoever is no member any more loses that organization's sessions at once. 404 once it is revoked. At most 300 requests a minute from one address.
         */
        post: operations["createCalendarFeed"];
        /**
         * Void the URL of one's calendar feed
         * @description Any person who is signed in here. Holds at once. Without one it answers 200 as well. Signing out and a new password do not void it.
         */
        delete: operations["revokeCalendarFeed"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            type: string;
            title: string;
            status: number;
            detail?: string;
            /** @description What to branch on; the other texts are for people */
            code: string;
            requestId: string;
            /** @description Every bad member of the input */
            errors?: {
                /** @description RFC 6901 pointer into the body, `?name` of a query parameter, or `:name` of a path parameter */
                pointer: string;
                detail: string;
            }[];
        };
        LiveError: {
            /** @description What to branch on */
            error: string;
            message: string;
            requestId: string;
            errors?: {
                /** @description RFC 6901 pointer into the body, `?name` of a query parameter, or `:name` of a path parameter */
                pointer: string;
                detail: string;
            }[];
        };
        Person: {
            /** @description CUID2 */
            id: string;
            email: string;
            firstName: string;
            lastName: string;
            avatarUrl: string | null;
            /** @description An IANA name; times in mails are shown in it */
            timeZone: string | null;
            /**
             * Format: date-time
             * @description When a link that was mailed to the address was used; null until then, which forbids nothing. RFC 3339 with an offset or Z.
             */
            emailVerifiedAt: string | null;
            /** @description Stands above all organizations */
            platformAdmin: boolean;
        };
        Membership: {
            /**
             * Format: uuid
             * @description The organization
             */
            id: string;
            slug: string;
            name: string;
            /** @enum {string} */
            role: "Teacher" | "Coach" | "Manager" | "OrganizationAdmin" | "PlatformAdmin";
        };
        Organization: {
            /** Format: uuid */
            id: string;
            slug: string;
            name: string;
            /** @enum {string} */
            plan: "starter" | "team" | "enterprise";
            /** @description May schedule depositions without the operator's staff */
            selfService: boolean;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset or Z.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset or Z.
             */
            updatedAt: string;
        };
        Member: {
            /** @description CUID2 */
            id: string;
            email: string;
            firstName: string;
            lastName: string;
            avatarUrl: string | null;
            /** @enum {string} */
            role: "Teacher" | "Coach" | "Manager" | "OrganizationAdmin";
            /**
             * Format: date-time
             * @description RFC 3339 with an offset or Z.
             */
            joinedAt: string;
        };
        Invitation: {
            /** Format: uuid */
            id: string;
            email: string;
            /** @enum {string} */
            role: "Teacher" | "Coach" | "Manager" | "OrganizationAdmin";
            /** @enum {string} */
            status: "open" | "accepted" | "revoked" | "expired";
            /** @description CUID2 of the person */
            invitedBy: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset or Z.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description Seven days after it was made. RFC 3339 with an offset or Z.
             */
            expiresAt: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset or Z.
             */
            acceptedAt: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset or Z.
             */
            revokedAt: string | null;
        };
        NewInvitation: {
            /** Format: uuid */
            id: string;
            email: string;
            /** @enum {string} */
            role: "Teacher" | "Coach" | "Manager" | "OrganizationAdmin";
            /** @enum {string} */
            status: "open" | "accepted" | "revoked" | "expired";
            /** @description CUID2 of the person */
            invitedBy: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset or Z.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description Seven days after it was made. RFC 3339 with an offset or Z.
             */
            expiresAt: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset or Z.
             */
            acceptedAt: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset or Z.
             */
            revokedAt: string | null;
            /** @description Shown this once; POST /api/invitations/accept takes it. Not the one in the mail */
            token: string;
            /** @description The page that takes the invitation, with the token in it */
            acceptUrl: string;
        };
        ApiKey: {
            /** @description CUID2 */
            id: string;
            name: string;
            scopes: ("depositions:read" | "depositions:write" | "live:read" | "live:write" | "mentorship:read" | "mentorship:write" | "screening:read" | "screening:write" | "events:read" | "events:write" | "webhooks:read" | "webhooks:write")[];
            /** @description CUID2 of the person */
            createdBy: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset or Z.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset or Z.
             */
            expiresAt: string | null;
            /**
             * Format: date-time
             * @description Written down every five seconds. RFC 3339 with an offset or Z.
             */
            lastUsedAt: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset or Z.
             */
            revokedAt: string | null;
        };
        NewApiKey: {
            /** @description CUID2 */
            id: string;
            name: string;
            scopes: ("depositions:read" | "depositions:write" | "live:read" | "live:write" | "mentorship:read" | "mentorship:write" | "screening:read" | "screening:write" | "events:read" | "events:write" | "webhooks:read" | "webhooks:write")[];
            /** @description CUID2 of the person */
            createdBy: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset or Z.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset or Z.
             */
            expiresAt: string | null;
            /**
             * Format: date-time
             * @description Written down every five seconds. RFC 3339 with an offset or Z.
             */
            lastUsedAt: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset or Z.
             */
            revokedAt: string | null;
            /** @description Shown this once; send it as a bearer token */
            key: string;
        };
        AuditEntry: {
            /** Format: uuid */
            id: string;
            /** @description The event's type, such as member.role_changed */
            type: string;
            /** @description The person, session, key … that it happened to */
            subjectId: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset or Z.
             */
            occurredAt: string;
            actor: {
                /** @enum {string} */
                kind: "person" | "key" | "prospect" | "system";
                id: string | null;
            };
            origin: {
                ip: string | null;
                userAgent: string | null;
                requestId: string | null;
            };
            payload: {
                [key: string]: unknown;
            };
        };
        StoredEvent: {
            /** Format: uuid */
            id: string;
            /** @description Such as mentorship.session.scheduled */
            type: string;
            /** @description The session, person, key … that it happened to */
            subjectId: string;
            /** @description Orders the events of one subject */
            version: number;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset or Z.
             */
            occurredAt: string;
            actor: {
                /** @enum {string} */
                kind: "person" | "key" | "prospect" | "system";
                /** @description Null for a prospect, and for the server itself */
                id: string | null;
            };
            /** @description By its type: ids, and no personal data */
            payload: {
                [key: string]: unknown;
            };
        };
        Effect: {
            /**
             * Format: uuid
             * @description The receiver sees it in Message-ID or webhook-id: a repeat has the same
             */
            id: string;
            /** @enum {string} */
            channel: "email" | "push" | "webhook";
            /** @description An event's type, or such as mentorship.reminder */
            kind: string;
            /**
             * Format: uuid
             * @description What it follows from; null for what follows from a time
             */
            eventId: string | null;
            subjectId: string;
            /** @description person:…, invite:…, contact:…, device:… or endpoint:… with its id */
            recipient: string;
            /** @description An e-mail address or a host; null when it was redacted */
            address: string | null;
            /** @description Null where there is none, or what was said is secret or gone */
            title: string | null;
            /**
             * @description waiting: to be sent, or sent again; failed: given up, or refused for good; dropped: nobody to send it to any more, or they want none
             * @enum {string}
             */
            state: "waiting" | "delivered" | "failed" | "dropped";
            attempts: number;
            /** @description What the last attempt came to, for people to read */
            outcome: string | null;
            /**
             * Format: date-time
             * @description When it is tried next; null when it is not. RFC 3339 with an offset or Z.
             */
            dueAt: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset or Z.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset or Z.
             */
            updatedAt: string;
        };
        EffectWithHistory: {
            /**
             * Format: uuid
             * @description The receiver sees it in Message-ID or webhook-id: a repeat has the same
             */
            id: string;
            /** @enum {string} */
            channel: "email" | "push" | "webhook";
            /** @description An event's type, or such as mentorship.reminder */
            kind: string;
            /**
             * Format: uuid
             * @description What it follows from; null for what follows from a time
             */
            eventId: string | null;
            subjectId: string;
            /** @description person:…, invite:…, contact:…, device:… or endpoint:… with its id */
            recipient: string;
            /** @description An e-mail address or a host; null when it was redacted */
            address: string | null;
            /** @description Null where there is none, or what was said is secret or gone */
            title: string | null;
            /**
             * @description waiting: to be sent, or sent again; failed: given up, or refused for good; dropped: nobody to send it to any more, or they want none
             * @enum {string}
             */
            state: "waiting" | "delivered" | "failed" | "dropped";
            attempts: number;
            /** @description What the last attempt came to, for people to read */
            outcome: string | null;
            /**
             * Format: date-time
             * @description When it is tried next; null when it is not. RFC 3339 with an offset or Z.
             */
            dueAt: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset or Z.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset or Z.
             */
            updatedAt: string;
            /** @description The last 100 attempts, newest first */
            history: {
                /** @description From 1; one that a crash cut off is missing */
                attempt: number;
                /**
                 * Format: date-time
                 * @description RFC 3339 with an offset or Z.
                 */
                startedAt: string;
                milliseconds: number;
                /** @enum {string} */
                result: "delivered" | "unreachable" | "refused" | "dropped";
                /** @description The receiver's own code: of HTTP, of SMTP */
                status: number | null;
                /** @description The receiver's words, or ours */
                detail: string | null;
            }[];
        };
        TroubledJob: {
            id: string;
            task: string;
            key: string | null;
            /**
             * @description failed: it is not tried again by itself
             * @enum {string}
             */
            state: "waiting" | "running" | "failed";
            attempts: number;
            maxAttempts: number;
            /**
             * Format: date-time
             * @description When it is tried next, or was last. RFC 3339 with an offset or Z.
             */
            runAt: string;
            /** @description The first line of what its last failure said */
            lastError: string | null;
        };
        DepositionSession: {
            id: number;
            /** @enum {string} */
            session_state: "initial" | "scheduled" | "active" | "completed" | "canceled";
            /** @description Null until scheduled, and again once canceled */
            session_url: string | null;
            /** @description The last segment of session_url. Null until scheduled. A canceled session keeps it for the record, though another session may have it by now. */
            remote_session_id: string | null;
            session_request: {
                session_type: string;
                deponent: {
                    name: string;
                    email: string;
                    role: string;
                };
                /** @description In the order given; the deponent last if not invited already */
                invites: {
                    email: string;
                    /**
                     * @description Only of those who really are hosts
                     * @enum {string}
                     */
                    access_level?: "host";
                }[];
            };
            remote_session: {
                title: string;
                /** @description Null if none was given */
                case: string | null;
                /** @description As given */
                start_date: string;
                /** @description As given */
                start_time: string;
                /** @description As given */
                time_zone: string;
                /** @description Hours */
                estimated_duration: number;
            };
            session_details: {
                /** @description BCP 47 tag */
                language: string;
                /** @description Absent if none were given */
                additional_details?: string;
                /** @description Absent if none was given */
                interpreter?: string;
                /** @description Null if none was given */
                preferred_manager: string | null;
                /**
                 * @description Null for our own rooms
                 * @enum {string|null}
                 */
                video_provider: "zoom_meeting" | "agora" | "livekit" | "stream" | null;
                session_type: string;
            };
            /** @description What the requester should know: hosts who are no members, or why staff declined */
            notice: string | null;
            /**
             * Format: date-time
             * @description When cancelling was asked for. RFC 3339 with an offset or Z.
             */
            cancelation_requested: string | null;
            /** @description Null for our own rooms, until scheduled, and again once canceled */
            provider_specific_details: {
                meeting_id: number;
                password: string;
                provider_join_url: string;
                /** @description Our page, which hands over to the provider */
                prevail_join_url: string;
            } | null;
        };
        DepositionRecording: {
            /** @description From 1, in the order in which they began */
            number: number;
            /** @enum {string} */
            state: "recording" | "processing" | "ready" | "deleted";
            /**
             * Format: date-time
             * @description RFC 3339 with an offset or Z.
             */
            on_the_record_at: string;
            /**
             * Format: date-time
             * @description Null while it is on the record. RFC 3339 with an offset or Z.
             */
            off_the_record_at: string | null;
            /** @description Cut short by a crash: what was said up to then is there */
            interrupted: boolean;
            manifest: {
                /** @description What `convene verify-recording --expect` takes */
                sha256: string;
                /** @description Of the recording before it */
                previous_sha256: string | null;
                download_url: string | null;
            } | null;
            files: {
                /** @description As the manifest calls it */
                name: string;
                participant_name: string | null;
                sources: ("camera" | "microphone" | "screen" | "screen_audio")[];
                /**
                 * Format: date-time
                 * @description RFC 3339 with an offset or Z.
                 */
                started_at: string;
                duration_ms: number;
                bytes: number;
                sha256: string;
                /** @description Opens the file for whoever has it, until links_expire_at */
                download_url: string;
            }[];
        };
        LiveSession: {
            /** Format: uuid */
            id: string;
            host_id: string;
            brand_id: string;
            title: string;
            /** @enum {string} */
            kind: "live" | "office_hours";
            category: string | null;
            /**
             * Format: date-time
             * @description The planned start. RFC 3339 with an offset or Z.
             */
            scheduled_at: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset or Z.
             */
            started_at: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset or Z.
             */
            ended_at: string | null;
            /** @enum {string} */
            status: "scheduled" | "live" | "ended" | "cancelled";
            stream_call_id: string | null;
            max_participants: number;
            /** @description Whole minutes from start to end */
            duration_minutes: number | null;
            recording_url: string | null;
            metadata: {
                [key: string]: unknown;
            };
            /**
             * Format: date-time
             * @description RFC 3339 with an offset or Z.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description The last edit or change of status; registrations do not touch it. RFC 3339 with an offset or Z.
             */
            updated_at: string;
            /** @description Taken seats; those who wait are not in it */
            registered_count: number;
            /** @description Whether the caller has a seat; who waits has none yet */
            is_registered: boolean;
        };
        LiveRegistration: {
            /** Format: uuid */
            session_id: string;
            /**
             * @description `registered` has a seat, `waitlisted` waits for one
             * @enum {string}
             */
            status: "registered" | "waitlisted" | "none";
            /** @description The place in the waiting list; null for who does not wait */
            position: number | null;
            /** @description Taken seats */
            registered_count: number;
        };
        /** @description With what one joins a live session */
        LiveJoining: {
            /** @description Stream's call token, LiveKit's access token, or a ticket for our own room, which is good for one coming */
            token: string;
            /** @description The call's id at the provider; in our own rooms the session's, as in /api/rooms/{id} */
            call_id: string;
            /** @enum {string} */
            provider: "built_in" | "livekit" | "stream";
            /**
             * Format: date-time
             * @description When the token can be used no more; ask again then. RFC 3339 with an offset or Z.
             */
            expires_at: string;
            /** @description Who one is in the call */
            user_id: string;
            /** @description LiveKit's server, or the WebSocket of our own room; null with Stream */
            url: string | null;
            /** @description Stream's public key of the app */
            api_key: string | null;
            /** @description Stream's call type */
            call_type: string | null;
        };
        /** @description Somebody in the line of office hours */
        LiveQueuePlace: {
            person_id: string;
            name: string;
            /** @enum {string} */
            status: "waiting" | "called";
            position: number | null;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset or Z.
             */
            joined_at: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset or Z.
             */
            called_until: string | null;
        };
        /** @description One's place in the line of office hours */
        LiveQueue: {
            /** Format: uuid */
            session_id: string;
            /**
             * @description The caller's own
             * @enum {string}
             */
            status: "none" | "waiting" | "called";
            /** @description 1 is called next; null for who does not wait */
            position: number | null;
            /**
             * Format: date-time
             * @description Until then one who was called has to come; null for who was not called. RFC 3339 with an offset or Z.
             */
            called_until: string | null;
            waiting_count: number;
            /** @description For hosts: who was called, then who waits, in their order; 200 at most. Null for others */
            line: components["schemas"]["LiveQueuePlace"][] | null;
        };
        MentorshipParticipant: {
            /** @description CUID2 */
            id: string;
            email: string;
            firstName: string;
            lastName: string;
            avatarUrl: string | null;
        };
        Mentorship: {
            /** Format: uuid */
            id: string;
            coachId: string;
            teacherId: string;
            /** @enum {string} */
            status: "pending" | "active" | "paused" | "ended";
            /**
             * Format: date-time
             * @description RFC 3339 with an offset or Z.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset or Z.
             */
            updatedAt: string;
        };
        MentorshipSession: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            mentorshipId: string;
            /**
             * Format: date-time
             * @description The scheduled start. RFC 3339 with an offset or Z.
             */
            scheduledAt: string;
            durationMinutes: number;
            /** @description IANA time zone */
            timezone: string;
            /** @description The coach's notes */
            notes: string | null;
            /** @enum {string} */
            status: "scheduled" | "confirmed" | "completed" | "cancelled" | "missed";
            /** @description Null once the session is cancelled */
            agoraChannel: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset or Z.
             */
            cancelledAt: string | null;
            /** @description CUID2 of the person or API key that cancelled */
            cancelledBy: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset or Z.
             */
            completedAt: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset or Z.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset or Z.
             */
            updatedAt: string;
            mentorship: components["schemas"]["Mentorship"];
            coach: components["schemas"]["MentorshipParticipant"];
            teacher: components["schemas"]["MentorshipParticipant"];
        };
        ScreeningSession: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            contactId: string;
            /** Format: uuid */
            workflowTemplateId: string;
            /** @description Answers by the keys of their questions, in the order of the questions */
            submission: {
                [key: string]: unknown;
            };
            /** @enum {string} */
            status: "active" | "completed" | "expired";
            /** @enum {string} */
            reviewStatus: "pending_review" | "approved" | "denied";
            /** @description Internal; no prospect sees them */
            reviewNotes: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 in UTC, whole seconds
             */
            reviewedAt: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 in UTC, whole seconds
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description RFC 3339 in UTC, whole seconds
             */
            updatedAt: string;
            /**
             * Format: date-time
             * @description RFC 3339 in UTC, whole seconds
             */
            expiresAt: string;
        };
        /** @description A session as reviewers read it. waitingSince is when its prospect finished; erasedAt, when its personal data was erased. */
        ScreeningQueueItem: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            contactId: string;
            /** Format: uuid */
            workflowTemplateId: string;
            /** @description Answers by the keys of their questions, in the order of the questions */
            submission: {
                [key: string]: unknown;
            };
            /** @enum {string} */
            status: "active" | "completed" | "expired";
            /** @enum {string} */
            reviewStatus: "pending_review" | "approved" | "denied";
            /** @description Internal; no prospect sees them */
            reviewNotes: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 in UTC, whole seconds
             */
            reviewedAt: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 in UTC, whole seconds
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description RFC 3339 in UTC, whole seconds
             */
            updatedAt: string;
            /**
             * Format: date-time
             * @description RFC 3339 in UTC, whole seconds
             */
            expiresAt: string;
            /**
             * @description Status, review and end in one word
             * @enum {string}
             */
            state: "waiting" | "approved" | "denied" | "active" | "expired" | "disqualified";
            /**
             * Format: date-time
             * @description RFC 3339 in UTC, whole seconds
             */
            waitingSince: string | null;
            templateName: string;
            contact: {
                /** Format: uuid */
                id: string;
                name: string | null;
                email: string | null;
                phone: string | null;
            };
            /** @description The submission as it is to be read: what the template shows reviewers first, then the rest in the order of the questions */
            answers: {
                key: string;
                /** @description As it was when the session began, in the template's language */
                label: string;
                /** @enum {string} */
                type: "short_text" | "long_text" | "email" | "phone" | "number" | "money" | "date" | "yes_no" | "one_of" | "several_of" | "file";
                /** @description As in the submission: null where the question was asked and left without an answer */
                value: unknown;
                /** @description ISO 4217, of money */
                currency?: string;
            }[];
            /** @description Of the same contact on the same template, the newest first; at most 20 */
            earlierSessions: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                status: "active" | "completed" | "expired";
                /** @enum {string} */
                reviewStatus: "pending_review" | "approved" | "denied";
                /**
                 * Format: date-time
                 * @description RFC 3339 in UTC, whole seconds
                 */
                createdAt: string;
            }[];
            reviewedBy: {
                id: string;
                /** @description Null where an API key decided */
                name: string | null;
            } | null;
            /**
             * Format: date-time
             * @description RFC 3339 in UTC, whole seconds
             */
            erasedAt: string | null;
        };
        Pagination: {
            page: number;
            /** @description As asked for, or the plan's maximum where that is lower */
            limit: number;
            total: number;
            /** @description 0 when there is nothing */
            totalPages: number;
        };
        /** @description A prospect. All is null until a session that asks for it is finished, or ended by an answer, and again once it was erased. Whoever ends one with an e-mail address that is known becomes the contact who has it; whoever gives none, but a phone number that just one contact has, becomes that one, unless their names differ. What is known of a contact is never overwritten by what a prospect says. */
        Contact: {
            /** Format: uuid */
            id: string;
            email: string | null;
            phone: string | null;
            name: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 in UTC, whole seconds
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description RFC 3339 in UTC, whole seconds
             */
            updatedAt: string;
            /**
             * Format: date-time
             * @description RFC 3339 in UTC, whole seconds
             */
            erasedAt: string | null;
        };
        ContactExport: {
            /**
             * Format: date-time
             * @description RFC 3339 in UTC, whole seconds
             */
            exportedAt: string;
            contact: components["schemas"]["Contact"];
            sessions: {
                /** Format: uuid */
                id: string;
                workflowTemplate: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                };
                language: string;
                /** @enum {string} */
                status: "active" | "completed" | "expired";
                /** @enum {string} */
                reviewStatus: "pending_review" | "approved" | "denied";
                /**
                 * Format: date-time
                 * @description RFC 3339 in UTC, whole seconds
                 */
                reviewedAt: string | null;
                /**
                 * Format: date-time
                 * @description RFC 3339 in UTC, whole seconds
                 */
                createdAt: string;
                /**
                 * Format: date-time
                 * @description RFC 3339 in UTC, whole seconds
                 */
                updatedAt: string;
                /**
                 * Format: date-time
                 * @description RFC 3339 in UTC, whole seconds
                 */
                expiresAt: string;
                /**
                 * Format: date-time
                 * @description RFC 3339 in UTC, whole seconds
                 */
                erasedAt: string | null;
                /** @description Answers that are files have the files' names */
                answers: {
                    key: string;
                    label: string;
                    /** @enum {string} */
                    type: "short_text" | "long_text" | "email" | "phone" | "number" | "money" | "date" | "yes_no" | "one_of" | "several_of" | "file";
                    /** @description As in the submission; null where a question was left open */
                    value: unknown;
                    currency?: string;
                }[];
                /** @description The organization's own words, which no prospect sees: to be looked through before this is handed out */
                internal: {
                    reviewNotes: string | null;
                    reviewedBy: string | null;
                };
            }[];
            pagination: components["schemas"]["Pagination"];
        };
        /** @description That personal data were erased. It holds none. */
        ErasureReceipt: {
            /** Format: uuid */
            id: string;
            /**
             * @description `retention`: kept for as long as the organization keeps such things
             * @enum {string}
             */
            reason: "request" | "retention";
            /** Format: uuid */
            contactId: string;
            /** @description Whether the contact was erased, or only some of their sessions */
            contactErased: boolean;
            /** @description How many sessions lost their answers and notes */
            sessions: number;
            /** @description How many files were deleted */
            files: number;
            /** @description How many mails to them were blotted out, sent or not */
            mails: number;
            requestedBy: {
                /** @enum {string} */
                kind: "person" | "key" | "system";
                id: string | null;
            };
            /**
             * Format: date-time
             * @description RFC 3339 in UTC, whole seconds
             */
            erasedAt: string;
        };
        ScreeningSettings: {
            /** @description How many days after its end a session is kept: after its review, else after it expired. Null: until somebody erases it */
            retentionDays: number | null;
        };
        ScreeningQuestion: {
            key: string;
            label: string;
            /** @description What helps to answer it, shown below the label */
            help?: string;
            /** @enum {string} */
            type: "short_text" | "long_text" | "email" | "phone" | "number" | "money" | "date" | "yes_no" | "one_of" | "several_of" | "file";
            required: boolean;
            options?: string[];
            /** @description Least characters, choices or value, by the type */
            min?: number;
            /** @description Most characters, choices or value, by the type */
            max?: number;
            /** @description What the whole answer must match, in RE2's syntax (no lookaround, no backreferences), for short_text only; all patterns of a template together have at most 2,000 characters */
            pattern?: string;
            /** @description What the prospect is told in place of the server's own words when an answer is refused */
            message?: string;
            /** @description ISO 4217, for money only */
            currency?: string;
            /** @description The first branch that holds decides what follows the question. Prospects are never shown any of this. */
            branches?: {
                /** @description All of these must hold */
                when: {
                    /** @description This question's, or that of one that is asked before it */
                    key: string;
                    /**
                     * @description is and is_not for short_text, email, phone, number, money, date, yes_no and one_of; is_one_of for short_text, email, phone and one_of; includes for several_of; at_least and at_most for number, money and date; is_answered and is_not_answered for all. Without an answer only is_not_answered holds.
                     * @enum {string}
                     */
                    operator: "is" | "is_not" | "is_one_of" | "includes" | "at_least" | "at_most" | "is_answered" | "is_not_answered";
                    /** @description Such as an answer to that question; an array for is_one_of; none for is_answered and is_not_answered. All tests of a template together look for at most 5000 values. */
                    value?: string | number | boolean | string[];
                }[];
                /** @description Exactly one of the members */
                then: {
                    /** @description The key of the question that follows */
                    goTo?: string;
                    /**
                     * @description The questions are over, and the session can be finished
                     * @enum {boolean}
                     */
                    finish?: true;
                    /** @description The session ends at once, nobody reviews it, and the prospect is told this. 1 to 2,000 characters, not blank; line breaks allowed. */
                    disqualify?: string;
                };
            }[];
            /** @description Exactly one of the members */
            otherwise?: {
                /** @description The key of the question that follows */
                goTo?: string;
                /**
                 * @description The questions are over, and the session can be finished
                 * @enum {boolean}
                 */
                finish?: true;
                /** @description The session ends at once, nobody reviews it, and the prospect is told this. 1 to 2,000 characters, not blank; line breaks allowed. */
                disqualify?: string;
            };
        };
        WorkflowTemplateSummary: {
            /** Format: uuid */
            id: string;
            /** @description Its part of the public address */
            slug: string;
            name: string;
            /** @enum {string} */
            status: "draft" | "published";
            /** @description Raised by each change of what a running session keeps: of all but name, slug and status */
            questionsVersion: number;
            /**
             * Format: date-time
             * @description RFC 3339 in UTC, whole seconds
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description RFC 3339 in UTC, whole seconds
             */
            updatedAt: string;
        };
        WorkflowTemplate: {
            /** Format: uuid */
            id: string;
            /** @description Its part of the public address */
            slug: string;
            name: string;
            /** @enum {string} */
            status: "draft" | "published";
            /** @description Raised by each change of what a running session keeps: of all but name, slug and status */
            questionsVersion: number;
            /**
             * Format: date-time
             * @description RFC 3339 in UTC, whole seconds
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description RFC 3339 in UTC, whole seconds
             */
            updatedAt: string;
            /** @description In which it is written: a BCP 47 tag in its usual form, such as en or pt-BR */
            language: string;
            /** @description What is said before the first question. 1 to 2,000 characters, not blank; line breaks allowed. */
            introduction: string | null;
            /** @description What is said after the last question. 1 to 2,000 characters, not blank; line breaks allowed. */
            completion: string | null;
            /** @description How long a session can be answered, from its start; null for 30 days. A finished session can be reviewed until 30 days after its start. */
            timeLimitMinutes: number | null;
            /** @description Keys of the questions whose answers reviewers see first */
            reviewFirst: string[];
            /** @description By their languages, which are BCP 47 tags in their usual form */
            translations: {
                [key: string]: {
                    /** @description At most 200 characters; trimmed, NFC. */
                    name?: string;
                    /** @description 1 to 2,000 characters, not blank; line breaks allowed. */
                    introduction?: string;
                    /** @description 1 to 2,000 characters, not blank; line breaks allowed. */
                    completion?: string;
                    /** @description By the keys of the questions */
                    questions?: {
                        [key: string]: {
                            /** @description At most 200 characters; trimmed, NFC. */
                            label?: string;
                            /** @description 1 to 2,000 characters, not blank; line breaks allowed. */
                            help?: string;
                            /** @description At most 200 characters; trimmed, NFC. */
                            message?: string;
                            /** @description By the options; these stay what is answered */
                            options?: {
                                [key: string]: string;
                            };
                        };
                    };
                    /** @description Of the texts in `disqualify`, by these texts */
                    endings?: {
                        [key: string]: string;
                    };
                };
            };
            questions: components["schemas"]["ScreeningQuestion"][];
        };
        WorkflowTemplateDocument: {
            /** @description The address of the JSON Schema that it meets */
            $schema: string;
            slug: string;
            name: string;
            /** @description In which it is written: a BCP 47 tag in its usual form, such as en or pt-BR */
            language: string;
            /** @description What is said before the first question. 1 to 2,000 characters, not blank; line breaks allowed. */
            introduction: string | null;
            /** @description What is said after the last question. 1 to 2,000 characters, not blank; line breaks allowed. */
            completion: string | null;
            /** @description How long a session can be answered, from its start; null for 30 days. A finished session can be reviewed until 30 days after its start. */
            timeLimitMinutes: number | null;
            /** @description Keys of the questions whose answers reviewers see first */
            reviewFirst: string[];
            /** @description By their languages, which are BCP 47 tags in their usual form */
            translations: {
                [key: string]: {
                    /** @description At most 200 characters; trimmed, NFC. */
                    name?: string;
                    /** @description 1 to 2,000 characters, not blank; line breaks allowed. */
                    introduction?: string;
                    /** @description 1 to 2,000 characters, not blank; line breaks allowed. */
                    completion?: string;
                    /** @description By the keys of the questions */
                    questions?: {
                        [key: string]: {
                            /** @description At most 200 characters; trimmed, NFC. */
                            label?: string;
                            /** @description 1 to 2,000 characters, not blank; line breaks allowed. */
                            help?: string;
                            /** @description At most 200 characters; trimmed, NFC. */
                            message?: string;
                            /** @description By the options; these stay what is answered */
                            options?: {
                                [key: string]: string;
                            };
                        };
                    };
                    /** @description Of the texts in `disqualify`, by these texts */
                    endings?: {
                        [key: string]: string;
                    };
                };
            };
            questions: components["schemas"]["ScreeningQuestion"][];
        };
        ProspectQuestion: {
            key: string;
            label: string;
            /** @description What helps to answer it, shown below the label */
            help?: string;
            /** @enum {string} */
            type: "short_text" | "long_text" | "email" | "phone" | "number" | "money" | "date" | "yes_no" | "one_of" | "several_of" | "file";
            required: boolean;
            /** @description Answers are values; labels are what the prospect reads */
            options?: {
                value: string;
                label: string;
            }[];
            /** @description Least characters, choices or value, by the type */
            min?: number;
            /** @description Most characters, choices or value, by the type */
            max?: number;
            /** @description What the whole answer must match, in RE2's syntax (no lookaround, no backreferences), for short_text only; all patterns of a template together have at most 2,000 characters */
            pattern?: string;
            /** @description What the prospect is told in place of the server's own words when an answer is refused */
            message?: string;
            /** @description ISO 4217, for money only */
            currency?: string;
            /** @description The key of the question that follows whatever is answered; null where the end does; left out where an answer decides */
            next?: string | null;
        };
        /** @description A prospect's own view. nextQuestion is the first of the asked ones that nothing was said to, not even null, while the session is active; else null. */
        ProspectSession: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            status: "active" | "completed" | "expired";
            /** @enum {string} */
            reviewStatus: "pending_review" | "approved" | "denied";
            /** @description A BCP 47 tag: in which the questions are */
            language: string;
            /** @description Answers by the keys of their questions, in the order of the questions */
            submission: {
                [key: string]: unknown;
            };
            /** @description As they were when the session began */
            questions: components["schemas"]["ProspectQuestion"][];
            /** @description Keys of the questions that the answers so far lead through, in their order */
            asked: string[];
            nextQuestion: components["schemas"]["ProspectQuestion"] | null;
            /** @description How the session ended; null while it can be answered */
            ending: {
                /** @enum {string} */
                kind: "completed" | "disqualified" | "expired";
                /** @description The author's words; null where there are none */
                text: string | null;
            } | null;
            /** @description A page that says what became of the answers */
            statusUrl: string;
            /** @description Goes on with the session on another device: whoever has it is the prospect */
            continueUrl: string;
            /**
             * Format: date-time
             * @description RFC 3339 in UTC, whole seconds
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description RFC 3339 in UTC, whole seconds
             */
            updatedAt: string;
            /**
             * Format: date-time
             * @description RFC 3339 in UTC, whole seconds
             */
            expiresAt: string;
        };
        Recording: {
            /** @description From 1, in the order in which they began */
            number: number;
            /**
             * @description recording: it runs; processing: its files are being finished; deleted: it was kept for as long as is set
             * @enum {string}
             */
            state: "recording" | "processing" | "ready" | "deleted";
            /**
             * Format: date-time
             * @description On the record. RFC 3339 with an offset or Z.
             */
            startedAt: string;
            /**
             * Format: date-time
             * @description Off the record; null while it runs. RFC 3339 with an offset or Z.
             */
            stoppedAt: string | null;
            /** @description Cut short by a crash: the files hold what was written up to then */
            interrupted: boolean;
            manifest: {
                /** @description Of the manifest; the next one names it */
                sha256: string;
                /** @description Of the manifest before it; null of the first */
                previousSha256: string | null;
                /** @description Signed, as those of the files; null once it is deleted */
                url: string | null;
            } | null;
            files: {
                /** @description As the manifest calls it */
                name: string;
                participant: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                } | null;
                /** @description What the file holds */
                sources: ("camera" | "microphone" | "screen" | "screen_audio")[];
                /**
                 * Format: date-time
                 * @description RFC 3339 with an offset or Z.
                 */
                startedAt: string;
                /** @description How long it is */
                milliseconds: number;
                bytes: number;
                sha256: string;
                /** @description Signed: opens the file for whoever has it, until linksExpireAt */
                url: string;
            }[];
        };
        /** @description A provider of video rooms, and whose account is used with it */
        RoomProviderAccount: {
            /** @enum {string} */
            provider: "zoom" | "agora" | "livekit" | "stream";
            /**
             * @description Whose account the organization's rooms use: its own, the operator's, one that only pretends (never in production), or nobody's
             * @enum {string}
             */
            account: "organization" | "deployment" | "sandbox" | "none";
            /** @description What identifies the organization's own account; secrets are never shown */
            identifiers: {
                [key: string]: string;
            } | null;
            /** @description Where the organization's own account is to send its notifications */
            notificationUrl: string | null;
            /** @description Id of the person who saved it last */
            updatedBy: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset or Z.
             */
            updatedAt: string | null;
        };
        /** @description Who does the media of the organization's rooms */
        RoomProviderChoices: {
            /** @enum {string} */
            live: "built_in" | "zoom" | "agora" | "livekit" | "stream";
            /** @enum {string} */
            mentorship: "built_in" | "zoom" | "agora" | "livekit" | "stream";
        };
        /** @description A phone or browser that gets pushes. Its token and keys are never shown. */
        Device: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            type: "expo" | "web";
            name: string | null;
            /** @description Who takes the pushes: Expo, or the host of the browser's service */
            service: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset or Z.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was last registered. RFC 3339 with an offset or Z.
             */
            registeredAt: string;
        };
        /** @description Where an organization is told of its events. Its secret is never shown again. */
        WebhookEndpoint: {
            /** Format: uuid */
            id: string;
            url: string;
            description: string;
            events: string[];
            enabled: boolean;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset or Z.
             */
            disabledAt: string | null;
            /**
             * @description `switched_off` by a member; `gone`: it answered 410; `failing`: nothing arrived for as long as a message is tried, or for five days
             * @enum {string|null}
             */
            disabledReason: "switched_off" | "gone" | "failing" | null;
            /**
             * Format: date-time
             * @description The first failure since something last arrived; null when all is well. RFC 3339 with an offset or Z.
             */
            failingSince: string | null;
            /**
             * Format: date-time
             * @description To the minute. RFC 3339 with an offset or Z.
             */
            lastSuccessAt: string | null;
            /**
             * Format: date-time
             * @description Until then the secret before this one signs too. RFC 3339 with an offset or Z.
             */
            previousSecretUntil: string | null;
            /** @description Id of the person or API key */
            createdBy: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset or Z.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset or Z.
             */
            updatedAt: string;
        };
        /** @description An endpoint with its new secret */
        NewWebhookEndpoint: {
            /** Format: uuid */
            id: string;
            url: string;
            description: string;
            events: string[];
            enabled: boolean;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset or Z.
             */
            disabledAt: string | null;
            /**
             * @description `switched_off` by a member; `gone`: it answered 410; `failing`: nothing arrived for as long as a message is tried, or for five days
             * @enum {string|null}
             */
            disabledReason: "switched_off" | "gone" | "failing" | null;
            /**
             * Format: date-time
             * @description The first failure since something last arrived; null when all is well. RFC 3339 with an offset or Z.
             */
            failingSince: string | null;
            /**
             * Format: date-time
             * @description To the minute. RFC 3339 with an offset or Z.
             */
            lastSuccessAt: string | null;
            /**
             * Format: date-time
             * @description Until then the secret before this one signs too. RFC 3339 with an offset or Z.
             */
            previousSecretUntil: string | null;
            /** @description Id of the person or API key */
            createdBy: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset or Z.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset or Z.
             */
            updatedAt: string;
            /** @description `whsec_…`: verifies signatures. It is shown in this answer and never again. */
            secret: string;
        };
        /** @description A message to one endpoint */
        WebhookDelivery: {
            /** Format: uuid */
            id: string;
            /** @description The header `webhook-id`: the same for all attempts and replays */
            webhookId: string;
            /** @description Type of the event, or `webhook.test` */
            type: string;
            /** Format: uuid */
            eventId: string | null;
            subjectId: string;
            /**
             * @description `waiting`: it is tried again, or waits for an earlier one of its subject; `failed`: given up; `dropped`: the endpoint was switched off or removed, or answered 410
             * @enum {string}
             */
            state: "waiting" | "delivered" | "failed" | "dropped";
            attempts: number;
            /**
             * Format: date-time
             * @description While it waits. RFC 3339 with an offset or Z.
             */
            nextAttemptAt: string | null;
            /** @description What the last attempt came to */
            outcome: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset or Z.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset or Z.
             */
            updatedAt: string;
        };
        /** @description One attempt at a delivery */
        WebhookAttempt: {
            /** @description From 1; replays count on */
            attempt: number;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset or Z.
             */
            startedAt: string;
            durationMs: number;
            /**
             * @description `unreachable` is tried again
             * @enum {string}
             */
            result: "delivered" | "unreachable" | "refused" | "dropped";
            /** @description Of HTTP; null where there was no answer */
            status: number | null;
            /** @description The first 500 characters of the answer, or what went wrong */
            detail: string | null;
        };
        /** @description A message to one endpoint with every attempt */
        WebhookDeliveryDetails: {
            /** Format: uuid */
            id: string;
            /** @description The header `webhook-id`: the same for all attempts and replays */
            webhookId: string;
            /** @description Type of the event, or `webhook.test` */
            type: string;
            /** Format: uuid */
            eventId: string | null;
            subjectId: string;
            /**
             * @description `waiting`: it is tried again, or waits for an earlier one of its subject; `failed`: given up; `dropped`: the endpoint was switched off or removed, or answered 410
             * @enum {string}
             */
            state: "waiting" | "delivered" | "failed" | "dropped";
            attempts: number;
            /**
             * Format: date-time
             * @description While it waits. RFC 3339 with an offset or Z.
             */
            nextAttemptAt: string | null;
            /** @description What the last attempt came to */
            outcome: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset or Z.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset or Z.
             */
            updatedAt: string;
            payload: unknown | null;
            /** @description The first one first */
            attemptLog: components["schemas"]["WebhookAttempt"][];
        };
        RoomVisit: {
            /** @description The id in the address of the session's page */
            id: string;
            /** @enum {string} */
            product: "depositions" | "live" | "mentorship";
            title: string;
            organizationName: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset or Z.
             */
            startsAt: string;
            /**
             * Format: date-time
             * @description The planned end; null where none is planned. RFC 3339 with an offset or Z.
             */
            endsAt: string | null;
            /** @description IANA name; null where the session has none */
            timeZone: string | null;
            /**
             * @description Who does the media
             * @enum {string}
             */
            provider: "built_in" | "zoom" | "agora" | "livekit" | "stream";
            /**
             * Format: date-time
             * @description The server's clock. RFC 3339 with an offset or Z.
             */
            now: string;
            entry: {
                /**
                 * @description Whether tickets are given out now
                 * @enum {string}
                 */
                state: "early" | "open" | "over" | "canceled";
                /**
                 * Format: date-time
                 * @description RFC 3339 with an offset or Z.
                 */
                opensAt: string;
                /**
                 * Format: date-time
                 * @description Later while people are in the room. RFC 3339 with an offset or Z.
                 */
                closesAt: string;
            };
            you: {
                name: string | null;
                /**
                 * @description A viewer sees and hears, and speaks once a host lets them
                 * @enum {string}
                 */
                role: "host" | "participant" | "viewer";
                /**
                 * @description `when_admitted` by a host, `when_running` as soon as the session has begun, `when_called` by turn of its queue
                 * @enum {string}
                 */
                enters: "at_once" | "when_admitted" | "when_running" | "when_called";
                /** @description A ticket needs a `name` */
                asksName: boolean;
                /** @description A host has put you out: you get no ticket */
                removed: boolean;
            };
            features: {
                mayBeRecorded: boolean;
                /** @description Times on and off the record are kept */
                hasRecord: boolean;
                hasReactions: boolean;
            };
        };
        RoomTicket: {
            /** @description The first message over the WebSocket is `hello` with it */
            ticket: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset or Z.
             */
            expiresAt: string;
            /** @description Where the WebSocket is opened */
            socketUrl: string;
            /** Format: uuid */
            participantId: string;
            /** @enum {string} */
            provider: "built_in" | "zoom" | "agora" | "livekit" | "stream";
        };
        RoomAttendance: {
            /** @description The id in the address of the session's page */
            id: string;
            /**
             * Format: uuid
             * @description Null while nobody has asked for the room.
             */
            roomId: string | null;
            /** @enum {string} */
            product: "depositions" | "live" | "mentorship";
            sessionId: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset or Z.
             */
            startsAt: string;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset or Z.
             */
            endsAt: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset or Z.
             */
            beganAt: string | null;
            /**
             * Format: date-time
             * @description RFC 3339 with an offset or Z.
             */
            endedAt: string | null;
            /** @description The session is over and everybody has left */
            final: boolean;
            people: {
                /**
                 * Format: uuid
                 * @description Null for who was expected and did not come.
                 */
                participantId: string | null;
                personId: string | null;
                invitationId: string | null;
                name: string | null;
                /**
                 * @description A viewer sees and hears, and speaks once a host lets them
                 * @enum {string}
                 */
                role: "host" | "participant" | "viewer";
                attended: boolean;
                /** @description Is in the room now */
                present: boolean;
                /**
                 * Format: date-time
                 * @description RFC 3339 with an offset or Z.
                 */
                firstJoinedAt: string | null;
                /**
                 * Format: date-time
                 * @description RFC 3339 with an offset or Z.
                 */
                lastLeftAt: string | null;
                /** @description What overlapping connections share counts once */
                totalSeconds: number;
                comings: {
                    /**
                     * Format: date-time
                     * @description RFC 3339 with an offset or Z.
                     */
                    joinedAt: string;
                    /**
                     * Format: date-time
                     * @description RFC 3339 with an offset or Z.
                     */
                    leftAt: string | null;
                }[];
            }[];
        };
        /** @description What a client sends over the room's WebSocket, as JSON; the first is `hello`. */
        RoomClientMessage: {
            /** @enum {string} */
            type: "hello";
            ticket: string;
        } | {
            /** @enum {string} */
            type: "publish";
            sdp: string;
            tracks: {
                mid: string;
                /** @enum {string} */
                source: "camera" | "microphone" | "screen" | "screen_audio";
            }[];
        } | {
            /** @enum {string} */
            type: "answer";
            sdp: string;
            negotiation: number;
        } | {
            /** @enum {string} */
            type: "candidate";
            /** @enum {string} */
            connection: "publish" | "subscribe";
            candidate: {
                candidate: string;
                sdpMid?: string | null;
                sdpMLineIndex?: number | null;
                usernameFragment?: string | null;
            } | null;
        } | {
            /** @enum {string} */
            type: "media";
            camera: boolean;
            microphone: boolean;
            screen: boolean;
        } | {
            /** @enum {string} */
            type: "chat";
            text: string;
        } | {
            /** @enum {string} */
            type: "hand";
            raised: boolean;
        } | {
            /** @enum {string} */
            type: "reaction";
            emoji: string;
        } | {
            /** @enum {string} */
            type: "consent";
            agreed: boolean;
        } | {
            /** @enum {string} */
            type: "renew";
        } | {
            /** @enum {string} */
            type: "leave";
        } | {
            /** @enum {string} */
            type: "admit";
            participantId: string;
        } | {
            /** @enum {string} */
            type: "refuse";
            participantId: string;
        } | {
            /** @enum {string} */
            type: "remove";
            participantId: string;
        } | {
            /** @enum {string} */
            type: "mute";
            participantId: string;
        } | {
            /** @enum {string} */
            type: "speak";
            participantId: string;
            allowed: boolean;
        } | {
            /** @enum {string} */
            type: "record";
            on: boolean;
        } | {
            /** @enum {string} */
            type: "begin";
        } | {
            /** @enum {string} */
            type: "end";
        };
        /** @description What the server sends over the room's WebSocket, as JSON. */
        RoomServerMessage: {
            /** @enum {string} */
            type: "lobby";
            /** @enum {string} */
            awaits: "host" | "beginning" | "turn";
            ahead: number | null;
        } | {
            /** @enum {string} */
            type: "welcome";
            you: {
                id: string;
                name: string;
                /** @enum {string} */
                role: "host" | "participant" | "viewer";
                speaks: boolean;
                camera: boolean;
                microphone: boolean;
                screen: boolean;
                hand: boolean;
                away: boolean;
            };
            participants: {
                id: string;
                name: string;
                /** @enum {string} */
                role: "host" | "participant" | "viewer";
                speaks: boolean;
                camera: boolean;
                microphone: boolean;
                screen: boolean;
                hand: boolean;
                away: boolean;
            }[];
            chat: {
                id: string;
                participantId: string;
                name: string;
                text: string;
                sentAt: string;
            }[];
            recording: {
                /** @enum {string} */
                state: "off" | "asking" | "on";
                since: string | null;
                by: string | null;
                missing: string[];
                declined: string[];
            };
            mustConsent: boolean;
            iceServers: {
                urls: string[];
                username?: string;
                credential?: string;
            }[];
            features: {
                mayRecord: boolean;
                hasRecord: boolean;
                reactions: boolean;
                mayBegin: boolean;
            };
            beganAt: string | null;
        } | {
            /** @enum {string} */
            type: "handover";
            join: unknown;
        } | {
            /** @enum {string} */
            type: "joined";
            participant: {
                id: string;
                name: string;
                /** @enum {string} */
                role: "host" | "participant" | "viewer";
                speaks: boolean;
                camera: boolean;
                microphone: boolean;
                screen: boolean;
                hand: boolean;
                away: boolean;
            };
        } | {
            /** @enum {string} */
            type: "changed";
            participant: {
                id: string;
                name: string;
                /** @enum {string} */
                role: "host" | "participant" | "viewer";
                speaks: boolean;
                camera: boolean;
                microphone: boolean;
                screen: boolean;
                hand: boolean;
                away: boolean;
            };
        } | {
            /** @enum {string} */
            type: "left";
            participantId: string;
        } | {
            /** @enum {string} */
            type: "waiting";
            people: {
                id: string;
                name: string;
                since: string;
                /** @enum {string} */
                awaits: "host" | "beginning" | "turn";
            }[];
        } | {
            /** @enum {string} */
            type: "published";
            sdp: string;
        } | {
            /** @enum {string} */
            type: "offer";
            sdp: string;
            negotiation: number;
            tracks: {
                mid: string;
                participantId: string;
                /** @enum {string} */
                source: "camera" | "microphone" | "screen" | "screen_audio";
            }[];
        } | {
            /** @enum {string} */
            type: "candidate";
            /** @enum {string} */
            connection: "publish" | "subscribe";
            candidate: {
                candidate: string;
                sdpMid?: string | null;
                sdpMLineIndex?: number | null;
                usernameFragment?: string | null;
            } | null;
        } | {
            /** @enum {string} */
            type: "renew";
        } | {
            /** @enum {string} */
            type: "chat";
            message: {
                id: string;
                participantId: string;
                name: string;
                text: string;
                sentAt: string;
            };
        } | {
            /** @enum {string} */
            type: "reaction";
            participantId: string;
            emoji: string;
        } | {
            /** @enum {string} */
            type: "recording";
            recording: {
                /** @enum {string} */
                state: "off" | "asking" | "on";
                since: string | null;
                by: string | null;
                missing: string[];
                declined: string[];
            };
            mustConsent: boolean;
        } | {
            /** @enum {string} */
            type: "muted";
        } | {
            /** @enum {string} */
            type: "began";
            at: string;
        } | {
            /** @enum {string} */
            type: "fault";
            about: string;
            code: string;
            detail: string;
        } | {
            /** @enum {string} */
            type: "bye";
            /** @enum {string} */
            reason: "ticket" | "full" | "left" | "refused" | "removed" | "replaced" | "ended" | "canceled" | "closed" | "invalid" | "restart";
        };
        CalendarFeed: {
            /**
             * Format: date-time
             * @description RFC 3339 with an offset or Z.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description To the minute; null for one that no calendar has read yet. RFC 3339 with an offset or Z.
             */
            lastReadAt: string | null;
        };
        NewCalendarFeed: {
            /**
             * Format: date-time
             * @description RFC 3339 with an offset or Z.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description To the minute; null for one that no calendar has read yet. RFC 3339 with an offset or Z.
             */
            lastReadAt: string | null;
            /** @description Shown this once. Whoever has it can read the feed: it is for the calendar program alone */
            url: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether this process can serve: it reaches the database and is not stopping */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ok";
                    };
                };
            };
            /** @description `invalid_request`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    password: string;
                    /**
                     * Format: uuid
                     * @description The organization to begin with
                     */
                    organizationId?: string;
                };
            };
        };
        responses: {
            /** @description Sign in with e-mail address and password */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description An access token (JWT) to send as a bearer token */
                        token: string;
                        /**
                         * Format: date-time
                         * @description One hour later. A fresh one comes from POST /api/auth/token. RFC 3339 with an offset or Z.
                         */
                        expiresAt: string;
                        organization: components["schemas"]["Membership"] | null;
                        person: components["schemas"]["Person"];
                        /** @description All that the person is a member of */
                        organizations: components["schemas"]["Membership"][];
                    };
                };
            };
            /**
             * @description `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `wrong_password`: The e-mail address or the password is wrong */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_a_member`: You are not a member of this organization */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description End this sign-in, with the access tokens that came from it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                    };
                };
            };
            /**
             * @description `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `conflict`: The request conflicts with the present state
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still running
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOutEverywhere: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description End all sign-ins and void every access token issued before */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                    };
                };
            };
            /**
             * @description `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    issueToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    organizationId?: string;
                };
            };
        };
        responses: {
            /** @description A fresh access token */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description An access token (JWT) to send as a bearer token */
                        token: string;
                        /**
                         * Format: date-time
                         * @description One hour later. A fresh one comes from POST /api/auth/token. RFC 3339 with an offset or Z.
                         */
                        expiresAt: string;
                        organization: components["schemas"]["Membership"] | null;
                    };
                };
            };
            /**
             * @description `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_a_member`: You are not a member of this organization
             *
             *     `forbidden`: You may not do this
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chooseOrganization: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    organizationId: string;
                };
            };
        };
        responses: {
            /** @description Choose the organization of this sign-in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description An access token (JWT) to send as a bearer token */
                        token: string;
                        /**
                         * Format: date-time
                         * @description One hour later. A fresh one comes from POST /api/auth/token. RFC 3339 with an offset or Z.
                         */
                        expiresAt: string;
                        organization: components["schemas"]["Membership"] | null;
                    };
                };
            };
            /**
             * @description `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_a_member`: You are not a member of this organization
             *
             *     `forbidden`: You may not do this
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `conflict`: The request conflicts with the present state
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still running
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    currentPassword: string;
                    newPassword: string;
                };
            };
        };
        responses: {
            /** @description Change one's password */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description An access token (JWT) to send as a bearer token */
                        token: string;
                        /**
                         * Format: date-time
                         * @description One hour later. A fresh one comes from POST /api/auth/token. RFC 3339 with an offset or Z.
                         */
                        expiresAt: string;
                        organization: components["schemas"]["Membership"] | null;
                    };
                };
            };
            /**
             * @description `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `wrong_password`: The e-mail address or the password is wrong
             *
             *     `unauthenticated`: A valid credential is required
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who is calling */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            person: components["schemas"]["Person"];
                            organizations: components["schemas"]["Membership"][];
                            organization: components["schemas"]["Membership"] | null;
                        };
                    };
                };
            };
            /** @description `invalid_request`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateProfile: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description At most 200 characters; trimmed, NFC. */
                    firstName?: string;
                    /** @description At most 200 characters; trimmed, NFC. */
                    lastName?: string;
                    /**
                     * Format: uri
                     * @description http or https; null takes it away
                     */
                    avatarUrl?: string | null;
                    /**
                     * Format: iana-time-zone
                     * @description An IANA name: times in mails are shown in it; null takes it away
                     */
                    timeZone?: string | null;
                };
            };
        };
        responses: {
            /** @description Change one's name, picture or time zone */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Person"];
                    };
                };
            };
            /**
             * @description `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                    /** @description Needed for a new account. At most 200 characters; trimmed, NFC. */
                    firstName?: string;
                    /** @description Needed for a new account. At most 200 characters; trimmed, NFC. */
                    lastName?: string;
                    /** @description For a new account: its password, at least 12 characters. For an existing one: the password that it has, unless the caller is signed in. */
                    password?: string;
                };
            };
        };
        responses: {
            /** @description Become a member */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            person: components["schemas"]["Person"];
                            organization: components["schemas"]["Membership"];
                        };
                    };
                };
            };
            /**
             * @description `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `wrong_password`: The e-mail address or the password is wrong
             *
             *     `unauthenticated`: A valid credential is required
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `conflict`: The request conflicts with the present state
             *
             *     `already_exists`: It exists already
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still running
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The public keys of our access tokens (RFC 7517) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        keys: ({
                            kid: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                    };
                };
            };
            /** @description `invalid_request`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askForVerification: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The mail is on its way */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                    };
                };
            };
            /**
             * @description `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `conflict`: The request conflicts with the present state
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still running
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verifyEmail: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description From the link in the mail */
                    token: string;
                };
            };
        };
        responses: {
            /** @description Verify an e-mail address with the token from the mail */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                    };
                };
            };
            /**
             * @description `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askForPasswordReset: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                };
            };
        };
        responses: {
            /** @description If somebody has the address, a mail is on its way */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                    };
                };
            };
            /**
             * @description `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resetPassword: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description From the link in the mail */
                    token: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Set a new password with the token from the mail */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                    };
                };
            };
            /**
             * @description `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOrganizations: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All organizations, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Organization"][];
                        meta: {
                            total_count: number;
                        };
                    };
                };
            };
            /** @description `invalid_request`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createOrganization: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description At most 200 characters; trimmed, NFC. */
                    name: string;
                    /** @description Made from the name when it is left out */
                    slug?: string;
                    /**
                     * @default starter
                     * @enum {string}
                     */
                    plan?: "starter" | "team" | "enterprise";
                    /** @default false */
                    selfService?: boolean;
                };
            };
        };
        responses: {
            /** @description Open an organization */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Organization"];
                    };
                };
            };
            /**
             * @description `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `already_exists`: It exists already
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still running
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Organization UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One organization */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Organization"];
                    };
                };
            };
            /** @description `invalid_request`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateOrganization: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path: {
                /** @description Organization UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description At most 200 characters; trimmed, NFC. */
                    name?: string;
                    /**
                     * @description PlatformAdmin alone
                     * @enum {string}
                     */
                    plan?: "starter" | "team" | "enterprise";
                    /** @description PlatformAdmin alone */
                    selfService?: boolean;
                };
            };
        };
        responses: {
            /** @description Change an organization's name, plan or self-service setting */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Organization"];
                    };
                };
            };
            /**
             * @description `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAuditTrail: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `meta.next_cursor` of the page before */
                cursor?: string;
                /** @description Id of the person or API key */
                actor?: string;
                /** @description Type of event, such as member.removed */
                type?: string;
                subjectId?: string;
                /** @description At or after this instant. RFC 3339 with an offset or Z. */
                from?: string;
                /** @description At or before this instant. RFC 3339 with an offset or Z. */
                to?: string;
            };
            header?: never;
            path: {
                /** @description Organization UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who changed what, when and from where, newest first */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["AuditEntry"][];
                        meta: {
                            /** @description Null on the last page */
                            next_cursor: string | null;
                        };
                    };
                };
            };
            /** @description `invalid_request`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMembers: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                role?: "Teacher" | "Coach" | "Manager" | "OrganizationAdmin";
            };
            header?: never;
            path: {
                /** @description Organization UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The members, the first joined first */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Member"][];
                        meta: {
                            total_count: number;
                        };
                    };
                };
            };
            /** @description `invalid_request`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path: {
                /** @description Organization UUID */
                id: string;
                /** @description CUID2 */
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Remove a member */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Member"];
                    };
                };
            };
            /**
             * @description `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `conflict`: The request conflicts with the present state
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still running
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path: {
                /** @description Organization UUID */
                id: string;
                /** @description CUID2 */
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    role: "Teacher" | "Coach" | "Manager" | "OrganizationAdmin";
                };
            };
        };
        responses: {
            /** @description Change a member's role */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Member"];
                    };
                };
            };
            /**
             * @description `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `conflict`: The request conflicts with the present state
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still running
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listInvitations: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                status?: "open" | "accepted" | "revoked" | "expired";
            };
            header?: never;
            path: {
                /** @description Organization UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The invitations, newest first */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Invitation"][];
                        meta: {
                            total_count: number;
                        };
                    };
                };
            };
            /** @description `invalid_request`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path: {
                /** @description Organization UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    /** @enum {string} */
                    role: "Teacher" | "Coach" | "Manager" | "OrganizationAdmin";
                };
            };
        };
        responses: {
            /** @description Invite somebody to become a member */
            201: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["NewInvitation"];
                    };
                };
            };
            /**
             * @description `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `already_exists`: It exists already
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still running
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resendInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path: {
                /** @description Organization UUID */
                id: string;
                invitationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Mail an invitation anew */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["NewInvitation"];
                    };
                };
            };
            /**
             * @description `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `conflict`: The request conflicts with the present state
             *
             *     `already_exists`: It exists already
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still running
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path: {
                /** @description Organization UUID */
                id: string;
                invitationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Withdraw an invitation */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Invitation"];
                    };
                };
            };
            /**
             * @description `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `conflict`: The request conflicts with the present state
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still running
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listApiKeys: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
            };
            header?: never;
            path: {
                /** @description Organization UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The API keys, newest first */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ApiKey"][];
                        meta: {
                            total_count: number;
                        };
                    };
                };
            };
            /** @description `invalid_request`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path: {
                /** @description Organization UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description At most 200 characters; trimmed, NFC. */
                    name: string;
                    scopes: ("depositions:read" | "depositions:write" | "live:read" | "live:write" | "mentorship:read" | "mentorship:write" | "screening:read" | "screening:write" | "events:read" | "events:write" | "webhooks:read" | "webhooks:write")[];
                    /**
                     * Format: date-time
                     * @description Must be in the future. RFC 3339 with an offset or Z.
                     */
                    expiresAt?: string | null;
                };
            };
        };
        responses: {
            /** @description Make an API key */
            201: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["NewApiKey"];
                    };
                };
            };
            /**
             * @description `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path: {
                /** @description Organization UUID */
                id: string;
                /** @description CUID2 */
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoke an API key */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ApiKey"];
                    };
                };
            };
            /**
             * @description `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listEvents: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `meta.next_cursor` of the page before, however long ago */
                cursor?: string;
                type?: string;
                subjectId?: string;
                /** @description At or after this instant. RFC 3339 with an offset or Z. */
                from?: string;
                /** @description At or before this instant. RFC 3339 with an offset or Z. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What happened, in the order in which it became visible: a feed to be polled */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["StoredEvent"][];
                        meta: {
                            /** @description Where to go on from, now or later: there always is one */
                            next_cursor: string;
                            /** @description There are more already */
                            has_more: boolean;
                        };
                    };
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An event, and the e-mails, pushes and webhooks that follow from it */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            event: components["schemas"]["StoredEvent"];
                            /** @description At most 100 */
                            effects: components["schemas"]["Effect"][];
                            /** @description GET /api/effects?eventId=… has them all */
                            hasMoreEffects: boolean;
                        };
                    };
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listEffects: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `meta.next_cursor` of the page before */
                cursor?: string;
                state?: "waiting" | "delivered" | "failed" | "dropped";
                channel?: "email" | "push" | "webhook";
                kind?: string;
                eventId?: string;
                /** @description Such as person:<id> */
                recipient?: string;
                subjectId?: string;
                /** @description At or after this instant. RFC 3339 with an offset or Z. */
                from?: string;
                /** @description At or before this instant. RFC 3339 with an offset or Z. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description E-mails, pushes and webhooks with what became of them, newest first */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Effect"][];
                        meta: {
                            /** @description Null on the last page */
                            next_cursor: string | null;
                        };
                    };
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEffect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One e-mail, push or webhook with the attempts at it */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["EffectWithHistory"];
                    };
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryEffects: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    channel?: "email" | "push" | "webhook";
                    kind?: string;
                    /** Format: uuid */
                    eventId?: string;
                    /** @description Such as person:<id> */
                    recipient?: string;
                    subjectId?: string;
                    /**
                     * Format: date-time
                     * @description At or after this instant. RFC 3339 with an offset or Z.
                     */
                    from?: string;
                    /**
                     * Format: date-time
                     * @description At or before this instant. RFC 3339 with an offset or Z.
                     */
                    to?: string;
                };
            };
        };
        responses: {
            /** @description Send everything that failed and passes a filter once more */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description At most 500 */
                            retried: number;
                            /** @description There are more that the filter lets through: ask again */
                            hasMore: boolean;
                        };
                    };
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryEffect: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Send what failed, was dropped or waits for a later time now */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["EffectWithHistory"];
                    };
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `conflict`: The request conflicts with the present state
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still running
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listJobs: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `meta.next_cursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The organization's jobs that failed at least once, or cannot go on, newest first */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["TroubledJob"][];
                        meta: {
                            /** @description Null on the last page */
                            next_cursor: string | null;
                        };
                    };
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryJob: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Run a job that failed now, with all its attempts before it */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["TroubledJob"];
                    };
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `conflict`: The request conflicts with the present state
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still running
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listServerEffects: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `meta.next_cursor` of the page before */
                cursor?: string;
                state?: "waiting" | "delivered" | "failed" | "dropped";
                channel?: "email" | "push" | "webhook";
                kind?: string;
                eventId?: string;
                /** @description Such as person:<id> */
                recipient?: string;
                subjectId?: string;
                /** @description At or after this instant. RFC 3339 with an offset or Z. */
                from?: string;
                /** @description At or before this instant. RFC 3339 with an offset or Z. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description E-mails that belong to no organization, such as resets of passwords, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Effect"][];
                        meta: {
                            /** @description Null on the last page */
                            next_cursor: string | null;
                        };
                    };
                };
            };
            /** @description `invalid_request`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getServerEffect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One of them with the attempts at it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["EffectWithHistory"];
                    };
                };
            };
            /** @description `invalid_request`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryServerEffect: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Send one that failed or waits for a later time now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["EffectWithHistory"];
                    };
                };
            };
            /**
             * @description `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `conflict`: The request conflicts with the present state
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still running
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listServerJobs: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `meta.next_cursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Jobs of no organization, such as housekeeping, that failed at least once or cannot go on */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["TroubledJob"][];
                        meta: {
                            /** @description Null on the last page */
                            next_cursor: string | null;
                        };
                    };
                };
            };
            /** @description `invalid_request`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryServerJob: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Run one of them that failed now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["TroubledJob"];
                    };
                };
            };
            /**
             * @description `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `conflict`: The request conflicts with the present state
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still running
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSessionRequests: {
        parameters: {
            query?: {
                session_state?: "initial" | "scheduled" | "active" | "completed" | "canceled";
                /** @description Exactly this case */
                case?: string;
                /** @description Exactly this one */
                remote_session_id?: string;
                /** @description Starts at or after this instant. RFC 3339 with an offset or Z. */
                from?: string;
                /** @description Starts at or before this instant. RFC 3339 with an offset or Z. */
                to?: string;
                page?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the organization's sessions and requests, newest first */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        requests: components["schemas"]["DepositionSession"][];
                        pagination: {
                            page: number;
                            limit: number;
                            /** @description How many there are on all pages */
                            total: number;
                            totalPages: number;
                        };
                    };
                };
            };
            /** @description `no_organization_context`: No organization context */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unprocessable`: The request cannot be processed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    requestDeposition: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    session_request: {
                        /** @description Addresses are compared without regard to case and listed once; if one mention says host, host it is. A host who is no registered member of the organization becomes a participant, and `notice` says so. */
                        invites?: (string | {
                            /** Format: email */
                            email: string;
                            /** @enum {string} */
                            access_level?: "host" | "participant";
                        })[];
                        deponent: {
                            /** @description At most 200 characters; trimmed, NFC. */
                            name: string;
                            /** Format: email */
                            email: string;
                            /**
                             * @description Empty: deponent. At most 200 characters, possibly none; trimmed, NFC.
                             * @default deponent
                             */
                            role?: string;
                        };
                        remote_session: {
                            /** @description Becomes the remote_session_id when none is given. At most 200 characters; trimmed, NFC. */
                            title: string;
                            /** @description Trimmed, each space a dash, lower case; then 1 to 100 unreserved characters of RFC 3986, not `.` or `..`. Unique among all sessions that are not canceled. */
                            remote_session_id?: string;
                            /** @description The case's id or name. At most 200 characters, possibly none; trimmed, NFC. */
                            case?: string;
                            /** @description `YYYY-MM-DD`; may lie in the past */
                            start_date: string;
                            /** @description `hh:mm AM/PM`, or 24-hour `HH:mm`. A time that the clock skips is refused; of one that exists twice it is the earlier. */
                            start_time: string;
                            /** @description A name of Ruby on Rails, with or without its `(GMT±hh:mm)`, or an IANA name */
                            time_zone: string;
                            /**
                             * @description Hours
                             * @default 1.25
                             */
                            estimated_duration?: number;
                        };
                        session_details?: {
                            /** @description Any text; several are separated by commas. The first is answered as `language`: BCP 47 tags (also `en_US`) and English names (also `English (US)`) by their tag, anything else as `und`, undetermined. `en-US` if none is given. */
                            languages?: string | string[];
                            /** @description At most 200 characters, possibly none; trimmed, NFC. */
                            interpreter?: string;
                            /** @description At most 2,000 characters; line breaks allowed. */
                            additional_details?: string;
                            /** @description At most 200 characters, possibly none; trimmed, NFC. */
                            preferred_manager?: string;
                            /**
                             * @description Empty or absent: our own rooms
                             * @enum {string}
                             */
                            video_provider?: "zoom_meeting" | "agora" | "livekit" | "stream" | "";
                            /**
                             * @description Empty: remote_deposition. At most 200 characters, possibly none; trimmed, NFC.
                             * @default remote_deposition
                             */
                            session_type?: string;
                        };
                    };
                };
            };
        };
        responses: {
            /** @description Schedule a session, or ask for one */
            201: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        requests: components["schemas"]["DepositionSession"][];
                    };
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `remote_session_id_taken`: The remote_session_id is taken
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still running
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: The Idempotency-Key was used with another request
             *
             *     `unprocessable`: The request cannot be processed
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider_refused`: The video provider refused */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `provider_unavailable`: The video provider cannot be reached at the moment
             *
             *     `unavailable`: The server cannot answer at the moment
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listScreeningSessions: {
        parameters: {
            query?: {
                /** @description A page beyond the last is empty */
                page?: number;
                /** @description More than the plan allows on one page is lowered to what it allows */
                limit?: number;
                contactId?: string;
                workflowTemplateId?: string;
                status?: "active" | "completed" | "expired";
                reviewStatus?: "pending_review" | "approved" | "denied";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List screening sessions, newest first */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ScreeningSession"][];
                        pagination: components["schemas"]["Pagination"];
                    };
                };
            };
            /** @description `no_organization_context`: No organization context */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unprocessable`: The request cannot be processed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    requestDepositionSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    session_request: {
                        /** @description Addresses are compared without regard to case and listed once; if one mention says host, host it is. A host who is no registered member of the organization becomes a participant, and `notice` says so. */
                        invites?: (string | {
                            /** Format: email */
                            email: string;
                            /** @enum {string} */
                            access_level?: "host" | "participant";
                        })[];
                        deponent: {
                            /** @description At most 200 characters; trimmed, NFC. */
                            name: string;
                            /** Format: email */
                            email: string;
                            /**
                             * @description Empty: deponent. At most 200 characters, possibly none; trimmed, NFC.
                             * @default deponent
                             */
                            role?: string;
                        };
                        remote_session: {
                            /** @description Becomes the remote_session_id when none is given. At most 200 characters; trimmed, NFC. */
                            title: string;
                            /** @description Trimmed, each space a dash, lower case; then 1 to 100 unreserved characters of RFC 3986, not `.` or `..`. Unique among all sessions that are not canceled. */
                            remote_session_id?: string;
                            /** @description The case's id or name. At most 200 characters, possibly none; trimmed, NFC. */
                            case?: string;
                            /** @description `YYYY-MM-DD`; may lie in the past */
                            start_date: string;
                            /** @description `hh:mm AM/PM`, or 24-hour `HH:mm`. A time that the clock skips is refused; of one that exists twice it is the earlier. */
                            start_time: string;
                            /** @description A name of Ruby on Rails, with or without its `(GMT±hh:mm)`, or an IANA name */
                            time_zone: string;
                            /**
                             * @description Hours
                             * @default 1.25
                             */
                            estimated_duration?: number;
                        };
                        session_details?: {
                            /** @description Any text; several are separated by commas. The first is answered as `language`: BCP 47 tags (also `en_US`) and English names (also `English (US)`) by their tag, anything else as `und`, undetermined. `en-US` if none is given. */
                            languages?: string | string[];
                            /** @description At most 200 characters, possibly none; trimmed, NFC. */
                            interpreter?: string;
                            /** @description At most 2,000 characters; line breaks allowed. */
                            additional_details?: string;
                            /** @description At most 200 characters, possibly none; trimmed, NFC. */
                            preferred_manager?: string;
                            /**
                             * @description Empty or absent: our own rooms
                             * @enum {string}
                             */
                            video_provider?: "zoom_meeting" | "agora" | "livekit" | "stream" | "";
                            /**
                             * @description Empty: remote_deposition. At most 200 characters, possibly none; trimmed, NFC.
                             * @default remote_deposition
                             */
                            session_type?: string;
                        };
                    };
                };
            };
        };
        responses: {
            /** @description Schedule a session, or ask for one (the same as POST /api/v1/session_requests) */
            201: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        requests: components["schemas"]["DepositionSession"][];
                    };
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `remote_session_id_taken`: The remote_session_id is taken
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still running
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: The Idempotency-Key was used with another request
             *
             *     `unprocessable`: The request cannot be processed
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider_refused`: The video provider refused */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `provider_unavailable`: The video provider cannot be reached at the moment
             *
             *     `unavailable`: The server cannot answer at the moment
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSessionRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The integer id of the request */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One session or request */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        requests: components["schemas"]["DepositionSession"][];
                    };
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unprocessable`: The request cannot be processed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmSessionRequest: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path: {
                /** @description The integer id of the request */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description Trimmed, each space a dash, lower case; then 1 to 100 unreserved characters of RFC 3986, not `.` or `..`. Unique among all sessions that are not canceled. */
                    remote_session_id?: string;
                };
            };
        };
        responses: {
            /** @description Schedule a session that was asked for */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        requests: components["schemas"]["DepositionSession"][];
                    };
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `conflict`: The request conflicts with the present state
             *
             *     `remote_session_id_taken`: The remote_session_id is taken
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still running
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `refused_transition`: The status does not allow this change
             *
             *     `idempotency_key_reused`: The Idempotency-Key was used with another request
             *
             *     `unprocessable`: The request cannot be processed
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider_refused`: The video provider refused */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `provider_unavailable`: The video provider cannot be reached at the moment
             *
             *     `unavailable`: The server cannot answer at the moment
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    declineSessionRequest: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path: {
                /** @description The integer id of the request */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Shown to the requester as `notice`. At most 2,000 characters; line breaks allowed. */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Decline what was asked for: a session, or its cancelation */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        requests: components["schemas"]["DepositionSession"][];
                    };
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `refused_transition`: The status does not allow this change
             *
             *     `idempotency_key_reused`: The Idempotency-Key was used with another request
             *
             *     `unprocessable`: The request cannot be processed
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelSessionRequest: {
        parameters: {
            query?: {
                /** @description True, in the query or in the body: neither those who are invited nor whoever asked are written to. Absent: as asked for earlier, else false. */
                cancel_without_email?: boolean;
            };
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path: {
                /** @description The integer id of the request */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description True, in the query or in the body: neither those who are invited nor whoever asked are written to. Absent: as asked for earlier, else false. */
                    cancel_without_email?: boolean;
                };
            };
        };
        responses: {
            /** @description Withdraw a request, cancel a session, or ask for it */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        requests: components["schemas"]["DepositionSession"][];
                    };
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `refused_transition`: The status does not allow this change
             *
             *     `idempotency_key_reused`: The Idempotency-Key was used with another request
             *
             *     `unprocessable`: The request cannot be processed
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getScreeningSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Session UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One screening session with its whole submission */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScreeningSession"];
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unprocessable`: The request cannot be processed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateDepositionSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path: {
                /** @description The remote_session_id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    remote_session?: {
                        /** @description The remote_session_id stays as it is. At most 200 characters; trimmed, NFC. */
                        title?: string;
                        /** @description `YYYY-MM-DD`; may lie in the past */
                        start_date?: string;
                        /** @description `hh:mm AM/PM`, or 24-hour `HH:mm`. A time that the clock skips is refused; of one that exists twice it is the earlier. */
                        start_time?: string;
                        /** @description A name of Ruby on Rails, with or without its `(GMT±hh:mm)`, or an IANA name */
                        time_zone?: string;
                        /** @description Addresses are compared without regard to case and listed once; if one mention says host, host it is. A host who is no registered member of the organization becomes a participant, and `notice` says so. */
                        invites?: (string | {
                            /** Format: email */
                            email: string;
                            /** @enum {string} */
                            access_level?: "host" | "participant";
                        })[];
                    };
                    session_request?: {
                        /** @description Addresses are compared without regard to case and listed once; if one mention says host, host it is. A host who is no registered member of the organization becomes a participant, and `notice` says so. */
                        invites?: (string | {
                            /** Format: email */
                            email: string;
                            /** @enum {string} */
                            access_level?: "host" | "participant";
                        })[];
                        remote_session?: {
                            /** @description The remote_session_id stays as it is. At most 200 characters; trimmed, NFC. */
                            title?: string;
                            /** @description `YYYY-MM-DD`; may lie in the past */
                            start_date?: string;
                            /** @description `hh:mm AM/PM`, or 24-hour `HH:mm`. A time that the clock skips is refused; of one that exists twice it is the earlier. */
                            start_time?: string;
                            /** @description A name of Ruby on Rails, with or without its `(GMT±hh:mm)`, or an IANA name */
                            time_zone?: string;
                        };
                    };
                };
            };
        };
        responses: {
            /** @description Change title, start or invites of a scheduled session */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        requests: components["schemas"]["DepositionSession"][];
                    };
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `refused_transition`: The status does not allow this change
             *
             *     `idempotency_key_reused`: The Idempotency-Key was used with another request
             *
             *     `unprocessable`: The request cannot be processed
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelDepositionSession: {
        parameters: {
            query?: {
                /** @description True, in the query or in the body: neither those who are invited nor whoever asked are written to. Absent: as asked for earlier, else false. */
                cancel_without_email?: boolean;
            };
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path: {
                /** @description The remote_session_id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description True, in the query or in the body: neither those who are invited nor whoever asked are written to. Absent: as asked for earlier, else false. */
                    cancel_without_email?: boolean;
                };
            };
        };
        responses: {
            /** @description Cancel a session, or ask for it */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        requests: components["schemas"]["DepositionSession"][];
                    };
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `refused_transition`: The status does not allow this change
             *
             *     `idempotency_key_reused`: The Idempotency-Key was used with another request
             *
             *     `unprocessable`: The request cannot be processed
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDepositionRecordings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The remote_session_id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is on the record of a session: its recordings, with links to fetch them */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        recordings: components["schemas"]["DepositionRecording"][];
                        /**
                         * Format: date-time
                         * @description RFC 3339 with an offset or Z.
                         */
                        links_expire_at: string;
                    };
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unprocessable`: The request cannot be processed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLiveSessions: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The next_cursor of the page before */
                cursor?: string;
                status?: "scheduled" | "live" | "ended" | "cancelled";
                kind?: "live" | "office_hours";
                category?: string;
                host_id?: string;
                brand_id?: string;
                /** @description Scheduled in this month (YYYY-MM) of UTC */
                month?: string;
                /** @description `true`: scheduled from now on and neither ended nor cancelled; `false`: all others */
                upcoming?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the organization's live sessions */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["LiveSession"][];
                        /** @description Send it as `cursor` for the next page; null on the last */
                        next_cursor: string | null;
                    };
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /**
             * @description `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
        };
    };
    createLiveSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Your own name for the host; the room's host is the member who has it as id, else the creator */
                    host_id: string;
                    /** @description Your own name for the brand */
                    brand_id: string;
                    title: string;
                    /**
                     * Format: date-time
                     * @description In the past or future. RFC 3339 with an offset or Z.
                     */
                    scheduled_at: string;
                    max_participants: number;
                    /**
                     * @default live
                     * @enum {string}
                     */
                    kind?: "live" | "office_hours";
                    /** @default {} */
                    metadata?: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Session created */
            201: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveSession"];
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /**
             * @description `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
        };
    };
    getLiveSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Session UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One live session */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveSession"];
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /**
             * @description `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
        };
    };
    updateLiveSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path: {
                /** @description Session UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    host_id?: string;
                    brand_id?: string;
                    title?: string;
                    /** @description Null takes it away */
                    category?: string | null;
                    /**
                     * Format: date-time
                     * @description Only while the session is scheduled. RFC 3339 with an offset or Z.
                     */
                    scheduled_at?: string;
                    /** @description Only while the session is scheduled or live */
                    max_participants?: number;
                    /** @description Replaces the whole object */
                    metadata?: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Change a live session */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveSession"];
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /**
             * @description `conflict`: The request conflicts with the present state
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still running
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `session_not_open`: The session does not allow this in its present status */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
        };
    };
    watchLiveSession: {
        parameters: {
            query?: {
                /** @description The same as the header Last-Event-ID, for clients that cannot send it; the header counts before it */
                lastEventId?: string;
            };
            header?: {
                /** @description The `id` of the event that was seen last: what came after it comes first */
                "last-event-id"?: string;
            };
            path: {
                /** @description Session UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Server-Sent Events, until either side ends it */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /**
             * @description `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
        };
    };
    startLiveSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path: {
                /** @description Session UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Start a scheduled session */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveSession"];
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `session_not_open`: The session does not allow this in its present status */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
        };
    };
    endLiveSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path: {
                /** @description Session UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description End a session that is live */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveSession"];
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `session_not_open`: The session does not allow this in its present status */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
        };
    };
    cancelLiveSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path: {
                /** @description Session UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Cancel a session that is scheduled or live */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveSession"];
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `session_not_open`: The session does not allow this in its present status */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
        };
    };
    getLiveRegistration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Session UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The caller's own registration */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveRegistration"];
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
        };
    };
    registerForLiveSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path: {
                /** @description Session UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description Wait for a seat when there is none
                     * @default false
                     */
                    waitlist?: boolean;
                };
            };
        };
        responses: {
            /** @description Take a seat, or a place in the waiting list */
            201: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveRegistration"];
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /**
             * @description `already_registered`: Already registered
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still running
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /**
             * @description `session_not_open`: The session does not allow this in its present status
             *
             *     `session_full`: The session is full
             */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
        };
    };
    unregisterFromLiveSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path: {
                /** @description Session UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Give up a seat, or a place in the waiting list */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveRegistration"];
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `session_not_open`: The session does not allow this in its present status */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
        };
    };
    joinLiveSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path: {
                /** @description Session UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Join a session: a token for its call */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveJoining"];
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `room_removed`: You were removed from the room
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /**
             * @description `no_provider_account`: There is no account with this video provider
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still running
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `room_over`: The session is over */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `session_not_open`: The session does not allow this in its present status */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `provider_refused`: The video provider refused */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /**
             * @description `provider_unavailable`: The video provider cannot be reached at the moment
             *
             *     `unavailable`: The server cannot answer at the moment
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
        };
    };
    getLiveQueue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Session UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One's place in the line of office hours */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveQueue"];
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /**
             * @description `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
        };
    };
    joinLiveQueue: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path: {
                /** @description Session UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Join the line of office hours */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveQueue"];
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `session_not_open`: The session does not allow this in its present status */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
        };
    };
    leaveLiveQueue: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path: {
                /** @description Session UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Leave the line of office hours */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveQueue"];
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
        };
    };
    callNextInLiveQueue: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path: {
                /** @description Session UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Call in the next of the line */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Id of the person who was called; null when nobody waits */
                        called: string | null;
                        queue: components["schemas"]["LiveQueue"];
                    };
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `session_not_open`: The session does not allow this in its present status */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveError"];
                };
            };
        };
    };
    listMentorshipSessions: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                status?: "scheduled" | "confirmed" | "completed" | "cancelled" | "missed";
                mentorshipId?: string;
                /** @description At or after this instant. RFC 3339 with an offset or Z. */
                from?: string;
                /** @description At or before this instant. RFC 3339 with an offset or Z. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the sessions that the caller may see */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["MentorshipSession"][];
                        meta: {
                            total_count: number;
                        };
                    };
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    scheduleMentorshipSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    mentorshipId: string;
                    /**
                     * Format: date-time
                     * @description Must be in the future. RFC 3339 with an offset or Z.
                     */
                    scheduledAt: string;
                    /**
                     * @description Planned duration in minutes
                     * @default 60
                     */
                    durationMinutes?: number;
                    /**
                     * Format: iana-time-zone
                     * @description IANA time zone such as America/Panama
                     * @default UTC
                     */
                    timezone?: string;
                    /** @description At most 2,000 characters; line breaks allowed. */
                    notes?: string | null;
                };
            };
        };
        responses: {
            /** @description Schedule a session of a mentorship */
            201: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["MentorshipSession"];
                        /** @description Sessions of the same coach in other mentorships that overlap this one; allowed, but worth knowing */
                        warnings?: {
                            code: string;
                            detail: string;
                            /** Format: uuid */
                            sessionId: string;
                        }[];
                    };
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `session_too_close`: A session already exists within 15 minutes of this time
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still running
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `mentorship_not_active`: The mentorship is not active
             *
             *     `idempotency_key_reused`: The Idempotency-Key was used with another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMentorshipSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Session UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One session */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["MentorshipSession"];
                    };
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelMentorshipSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path: {
                /** @description Session UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Cancel a session */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["MentorshipSession"];
                    };
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `refused_transition`: The status does not allow this change
             *
             *     `idempotency_key_reused`: The Idempotency-Key was used with another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateMentorshipSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path: {
                /** @description Session UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date-time
                     * @description Must be in the future. RFC 3339 with an offset or Z.
                     */
                    scheduledAt?: string;
                    /** @description Planned duration in minutes */
                    durationMinutes?: number;
                    /**
                     * Format: iana-time-zone
                     * @description IANA time zone such as America/Panama
                     */
                    timezone?: string;
                    /** @description Null takes them away. At most 2,000 characters; line breaks allowed. */
                    notes?: string | null;
                    /** @enum {string} */
                    status?: "scheduled" | "confirmed" | "completed" | "cancelled" | "missed";
                };
            };
        };
        responses: {
            /** @description Change a session, or move it along its lifecycle */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["MentorshipSession"];
                        /** @description Sessions of the same coach in other mentorships that overlap this one; allowed, but worth knowing */
                        warnings?: {
                            code: string;
                            detail: string;
                            /** Format: uuid */
                            sessionId: string;
                        }[];
                    };
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `session_too_close`: A session already exists within 15 minutes of this time
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still running
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `refused_transition`: The status does not allow this change
             *
             *     `idempotency_key_reused`: The Idempotency-Key was used with another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAgoraToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Session UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A token for the video call, valid for one hour */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description Agora AccessToken2 */
                            token: string;
                            channel: string;
                            /** @description Initialise the Agora client with this */
                            appId: string;
                            uid: number;
                            /**
                             * Format: date-time
                             * @description RFC 3339 with an offset or Z.
                             */
                            expiresAt: string;
                        };
                    };
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `no_agora_channel`: The session has no Agora channel */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendReaction: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path: {
                /** @description Session UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    emoji: "👍" | "❤️" | "😂" | "🎉" | "👏" | "🙌";
                };
            };
        };
        responses: {
            /** @description Send an emoji to all who watch the mentorship */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                    };
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMentorships: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                status?: "pending" | "active" | "paused" | "ended";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the mentorships that the caller may see, newest first */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Mentorship"][];
                        meta: {
                            total_count: number;
                        };
                    };
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createMentorship: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A member with the role Coach or above */
                    coachId: string;
                    /** @description A member of the organization */
                    teacherId: string;
                    /**
                     * @default pending
                     * @enum {string}
                     */
                    status?: "pending" | "active";
                };
            };
        };
        responses: {
            /** @description Bring a coach and a teacher together */
            201: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Mentorship"];
                    };
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMentorship: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Mentorship UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One mentorship */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Mentorship"];
                    };
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateMentorship: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path: {
                /** @description Mentorship UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    status: "pending" | "active" | "paused" | "ended";
                };
            };
        };
        responses: {
            /** @description Activate, pause, resume or end a mentorship */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Mentorship"];
                    };
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `refused_transition`: The status does not allow this change
             *
             *     `idempotency_key_reused`: The Idempotency-Key was used with another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    watchMentorship: {
        parameters: {
            query?: {
                /** @description The same as the header Last-Event-ID, for clients that cannot send it; the header counts before it */
                lastEventId?: string;
            };
            header?: {
                /** @description The `id` of the event that was seen last: what came after it comes first */
                "last-event-id"?: string;
            };
            path: {
                /** @description Mentorship UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Server-Sent Events, until either side ends it */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listScreeningQueue: {
        parameters: {
            query?: {
                state?: "waiting" | "approved" | "denied" | "active" | "expired" | "disqualified";
                workflowTemplateId?: string;
                /** @description More than the plan allows on one page is lowered to what it allows */
                limit?: number;
                /** @description `meta.next_cursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sessions as reviewers read them: those that wait for a review, the longest wait first */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ScreeningQueueItem"][];
                        meta: {
                            /** @description Null on the last page */
                            next_cursor: string | null;
                        };
                    };
                };
            };
            /** @description `no_organization_context`: No organization context */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unprocessable`: The request cannot be processed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getScreeningQueueItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Session UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One session as reviewers read it, whatever its state */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScreeningQueueItem"];
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unprocessable`: The request cannot be processed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    countScreeningSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many sessions there are, by template and state */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The templates with the most waiting sessions first, then by name; at most 200 */
                        data: {
                            /** Format: uuid */
                            workflowTemplateId: string;
                            name: string;
                            slug: string;
                            /** @enum {string} */
                            status: "draft" | "published";
                            /** @description Completed, unreviewed and not expired */
                            waiting: number;
                            approved: number;
                            denied: number;
                            /** @description Being answered */
                            active: number;
                            /** @description Unreviewed at its expiresAt; without the disqualified ones */
                            expired: number;
                            /** @description Ended politely by an answer; the sessions API calls it expired */
                            disqualified: number;
                        }[];
                        /** @description Of all templates */
                        total: {
                            /** @description Completed, unreviewed and not expired */
                            waiting: number;
                            approved: number;
                            denied: number;
                            /** @description Being answered */
                            active: number;
                            /** @description Unreviewed at its expiresAt; without the disqualified ones */
                            expired: number;
                            /** @description Ended politely by an answer; the sessions API calls it expired */
                            disqualified: number;
                        };
                    };
                };
            };
            /** @description `no_organization_context`: No organization context */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unprocessable`: The request cannot be processed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportScreeningSessions: {
        parameters: {
            query?: {
                contactId?: string;
                /** @description With it each question of the template has a column of its own */
                workflowTemplateId?: string;
                status?: "active" | "completed" | "expired";
                reviewStatus?: "pending_review" | "approved" | "denied";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description `no_organization_context`: No organization context */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unprocessable`: The request cannot be processed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getScreeningFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Of an answer that is a file */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unprocessable`: The request cannot be processed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    watchScreeningQueue: {
        parameters: {
            query?: {
                /** @description The same as the header Last-Event-ID, for clients that cannot send it; the header counts before it */
                lastEventId?: string;
            };
            header?: {
                /** @description The `id` of the event that was seen last: what came after it comes first */
                "last-event-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Server-Sent Events, until either side ends it */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description `no_organization_context`: No organization context */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unprocessable`: The request cannot be processed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reviewScreeningSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path: {
                /** @description Session UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    reviewStatus: "approved" | "denied";
                    /** @description Internal; no prospect sees them. At most 2,000 characters; line breaks allowed. */
                    reviewNotes?: string | null;
                };
            };
        };
        responses: {
            /** @description Approve or deny a completed screening session, once and for all */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScreeningSession"];
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `already_reviewed`: The session has already been reviewed
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still running
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_completed`: The session is not completed
             *
             *     `idempotency_key_reused`: The Idempotency-Key was used with another request
             *
             *     `unprocessable`: The request cannot be processed
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWorkflowTemplates: {
        parameters: {
            query?: {
                /** @description A page beyond the last is empty */
                page?: number;
                /** @description More than the plan allows on one page is lowered to what it allows */
                limit?: number;
                status?: "draft" | "published";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List workflow templates without their questions, newest first */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["WorkflowTemplateSummary"][];
                        pagination: components["schemas"]["Pagination"];
                    };
                };
            };
            /** @description `no_organization_context`: No organization context */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unprocessable`: The request cannot be processed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createWorkflowTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description At most 200 characters; trimmed, NFC. */
                    name: string;
                    /** @description Its part of the public address, among all organizations its own: 1 to 100 unreserved characters; spaces become dashes, letters lower case */
                    slug: string;
                    /**
                     * @default draft
                     * @enum {string}
                     */
                    status?: "draft" | "published";
                    /**
                     * @description In which it is written: a BCP 47 tag in its usual form, such as en or pt-BR
                     * @default en
                     */
                    language?: string;
                    /** @description What is said before the first question. 1 to 2,000 characters, not blank; line breaks allowed. */
                    introduction?: string | null;
                    /** @description What is said after the last question. 1 to 2,000 characters, not blank; line breaks allowed. */
                    completion?: string | null;
                    /** @description How long a session can be answered, from its start; null for 30 days. A finished session can be reviewed until 30 days after its start. */
                    timeLimitMinutes?: number | null;
                    /** @description Keys of the questions whose answers reviewers see first */
                    reviewFirst?: string[];
                    questions?: {
                        /** @description The answer's name in the submission, each once in a template. The answer to a short_text question with the key fullName, full_name or name also names the contact. */
                        key: string;
                        /** @description What the prospect is asked. At most 200 characters; trimmed, NFC. */
                        label: string;
                        /** @description What helps to answer it, shown below the label. 1 to 2,000 characters, not blank; line breaks allowed. */
                        help?: string;
                        /** @enum {string} */
                        type: "short_text" | "long_text" | "email" | "phone" | "number" | "money" | "date" | "yes_no" | "one_of" | "several_of" | "file";
                        /** @default false */
                        required?: boolean;
                        /** @description What to choose from, for one_of and several_of only */
                        options?: string[];
                        /** @description Least characters, choices or value, by the type; for texts, several_of, number and money only */
                        min?: number;
                        /** @description Most characters, choices or value, by the type; for texts, several_of, number and money only */
                        max?: number;
                        /** @description What the whole answer must match, in RE2's syntax (no lookaround, no backreferences), for short_text only; all patterns of a template together have at most 2,000 characters */
                        pattern?: string;
                        /** @description What the prospect is told in place of the server's own words when an answer is refused. At most 200 characters; trimmed, NFC. */
                        message?: string;
                        /** @description ISO 4217, for money only */
                        currency?: string;
                        /** @description The first branch that holds decides what follows the question. Prospects are never shown any of this. */
                        branches?: {
                            /** @description All of these must hold */
                            when: {
                                /** @description This question's, or that of one that is asked before it */
                                key: string;
                                /**
                                 * @description is and is_not for short_text, email, phone, number, money, date, yes_no and one_of; is_one_of for short_text, email, phone and one_of; includes for several_of; at_least and at_most for number, money and date; is_answered and is_not_answered for all. Without an answer only is_not_answered holds.
                                 * @enum {string}
                                 */
                                operator: "is" | "is_not" | "is_one_of" | "includes" | "at_least" | "at_most" | "is_answered" | "is_not_answered";
                                /** @description Such as an answer to that question; an array for is_one_of; none for is_answered and is_not_answered. All tests of a template together look for at most 5000 values. */
                                value?: string | number | boolean | string[];
                            }[];
                            /** @description Exactly one of the members */
                            then: {
                                /** @description The key of the question that follows */
                                goTo?: string;
                                /**
                                 * @description The questions are over, and the session can be finished
                                 * @enum {boolean}
                                 */
                                finish?: true;
                                /** @description The session ends at once, nobody reviews it, and the prospect is told this. 1 to 2,000 characters, not blank; line breaks allowed. */
                                disqualify?: string;
                            };
                        }[];
                        /** @description Exactly one of the members */
                        otherwise?: {
                            /** @description The key of the question that follows */
                            goTo?: string;
                            /**
                             * @description The questions are over, and the session can be finished
                             * @enum {boolean}
                             */
                            finish?: true;
                            /** @description The session ends at once, nobody reviews it, and the prospect is told this. 1 to 2,000 characters, not blank; line breaks allowed. */
                            disqualify?: string;
                        };
                    }[];
                    /** @description By their languages, which are BCP 47 tags in their usual form */
                    translations?: {
                        [key: string]: {
                            /** @description At most 200 characters; trimmed, NFC. */
                            name?: string;
                            /** @description 1 to 2,000 characters, not blank; line breaks allowed. */
                            introduction?: string;
                            /** @description 1 to 2,000 characters, not blank; line breaks allowed. */
                            completion?: string;
                            /** @description By the keys of the questions */
                            questions?: {
                                [key: string]: {
                                    /** @description At most 200 characters; trimmed, NFC. */
                                    label?: string;
                                    /** @description 1 to 2,000 characters, not blank; line breaks allowed. */
                                    help?: string;
                                    /** @description At most 200 characters; trimmed, NFC. */
                                    message?: string;
                                    /** @description By the options; these stay what is answered */
                                    options?: {
                                        [key: string]: string;
                                    };
                                };
                            };
                            /** @description Of the texts in `disqualify`, by these texts */
                            endings?: {
                                [key: string]: string;
                            };
                        };
                    };
                };
            };
        };
        responses: {
            /** @description Make a workflow template */
            201: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowTemplate"];
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_idempotency_key`: The Idempotency-Key header is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `already_exists`: It exists already
             *
             *     `plan_limit`: The plan allows no more
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still running
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: The Idempotency-Key was used with another request
             *
             *     `unprocessable`: The request cannot be processed
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importWorkflowTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The address of this schema, of whatever server; not looked at */
                    $schema?: string;
                    /** @description At most 200 characters; trimmed, NFC. */
                    name: string;
                    /** @description Its part of the public address, among all organizations its own: 1 to 100 unreserved characters; spaces become dashes, letters lower case */
                    slug: string;
                    /**
                     * @default draft
                     * @enum {string}
                     */
                    status?: "draft" | "published";
                    /**
                     * @description In which it is written: a BCP 47 tag in its usual form, such as en or pt-BR
                     * @default en
                     */
                    language?: string;
                    /** @description What is said before the first question. 1 to 2,000 characters, not blank; line breaks allowed. */
                    introduction?: string | null;
                    /** @description What is said after the last question. 1 to 2,000 characters, not blank; line breaks allowed. */
                    completion?: string | null;
                    /** @description How long a session can be answered, from its start; null for 30 days. A finished session can be reviewed until 30 days after its start. */
                    timeLimitMinutes?: number | null;
                    /** @description Keys of the questions whose answers reviewers see first */
                    reviewFirst?: string[];
                    questions?: {
                        /** @description The answer's name in the submission, each once in a template. The answer to a short_text question with the key fullName, full_name or name also names the contact. */
                        key: string;
                        /** @description What the prospect is asked. At most 200 characters; trimmed, NFC. */
                        label: string;
                        /** @description What helps to answer it, shown below the label. 1 to 2,000 characters, not blank; line breaks allowed. */
                        help?: string;
                        /** @enum {string} */
                        type: "short_text" | "long_text" | "email" | "phone" | "number" | "money" | "date" | "yes_no" | "one_of" | "several_of" | "file";
                        /** @default false */
                        required?: boolean;
                        /** @description What to choose from, for one_of and several_of only */
                        options?: string[];
                        /** @description Least characters, choices or value, by the type; for texts, several_of, number and money only */
                        min?: number;
                        /** @description Most characters, choices or value, by the type; for texts, several_of, number and money only */
                        max?: number;
                        /** @description What the whole answer must match, in RE2's syntax (no lookaround, no backreferences), for short_text only; all patterns of a template together have at most 2,000 characters */
                        pattern?: string;
                        /** @description What the prospect is told in place of the server's own words when an answer is refused. At most 200 characters; trimmed, NFC. */
                        message?: string;
                        /** @description ISO 4217, for money only */
                        currency?: string;
                        /** @description The first branch that holds decides what follows the question. Prospects are never shown any of this. */
                        branches?: {
                            /** @description All of these must hold */
                            when: {
                                /** @description This question's, or that of one that is asked before it */
                                key: string;
                                /**
                                 * @description is and is_not for short_text, email, phone, number, money, date, yes_no and one_of; is_one_of for short_text, email, phone and one_of; includes for several_of; at_least and at_most for number, money and date; is_answered and is_not_answered for all. Without an answer only is_not_answered holds.
                                 * @enum {string}
                                 */
                                operator: "is" | "is_not" | "is_one_of" | "includes" | "at_least" | "at_most" | "is_answered" | "is_not_answered";
                                /** @description Such as an answer to that question; an array for is_one_of; none for is_answered and is_not_answered. All tests of a template together look for at most 5000 values. */
                                value?: string | number | boolean | string[];
                            }[];
                            /** @description Exactly one of the members */
                            then: {
                                /** @description The key of the question that follows */
                                goTo?: string;
                                /**
                                 * @description The questions are over, and the session can be finished
                                 * @enum {boolean}
                                 */
                                finish?: true;
                                /** @description The session ends at once, nobody reviews it, and the prospect is told this. 1 to 2,000 characters, not blank; line breaks allowed. */
                                disqualify?: string;
                            };
                        }[];
                        /** @description Exactly one of the members */
                        otherwise?: {
                            /** @description The key of the question that follows */
                            goTo?: string;
                            /**
                             * @description The questions are over, and the session can be finished
                             * @enum {boolean}
                             */
                            finish?: true;
                            /** @description The session ends at once, nobody reviews it, and the prospect is told this. 1 to 2,000 characters, not blank; line breaks allowed. */
                            disqualify?: string;
                        };
                    }[];
                    /** @description By their languages, which are BCP 47 tags in their usual form */
                    translations?: {
                        [key: string]: {
                            /** @description At most 200 characters; trimmed, NFC. */
                            name?: string;
                            /** @description 1 to 2,000 characters, not blank; line breaks allowed. */
                            introduction?: string;
                            /** @description 1 to 2,000 characters, not blank; line breaks allowed. */
                            completion?: string;
                            /** @description By the keys of the questions */
                            questions?: {
                                [key: string]: {
                                    /** @description At most 200 characters; trimmed, NFC. */
                                    label?: string;
                                    /** @description 1 to 2,000 characters, not blank; line breaks allowed. */
                                    help?: string;
                                    /** @description At most 200 characters; trimmed, NFC. */
                                    message?: string;
                                    /** @description By the options; these stay what is answered */
                                    options?: {
                                        [key: string]: string;
                                    };
                                };
                            };
                            /** @description Of the texts in `disqualify`, by these texts */
                            endings?: {
                                [key: string]: string;
                            };
                        };
                    };
                };
            };
        };
        responses: {
            /** @description Make a workflow template of an exported one */
            201: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowTemplate"];
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_idempotency_key`: The Idempotency-Key header is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `already_exists`: It exists already
             *
             *     `plan_limit`: The plan allows no more
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still running
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: The Idempotency-Key was used with another request
             *
             *     `unprocessable`: The request cannot be processed
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkflowTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Workflow template UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One workflow template with its questions */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowTemplate"];
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unprocessable`: The request cannot be processed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteWorkflowTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path: {
                /** @description Workflow template UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Delete a draft on which no session ever began */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowTemplate"];
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `conflict`: The request conflicts with the present state
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still running
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: The Idempotency-Key was used with another request
             *
             *     `unprocessable`: The request cannot be processed
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateWorkflowTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path: {
                /** @description Workflow template UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description At most 200 characters; trimmed, NFC. */
                    name?: string;
                    /** @description Its part of the public address, among all organizations its own: 1 to 100 unreserved characters; spaces become dashes, letters lower case */
                    slug?: string;
                    /** @enum {string} */
                    status?: "draft" | "published";
                    /** @description In which it is written: a BCP 47 tag in its usual form, such as en or pt-BR */
                    language?: string;
                    /** @description What is said before the first question. 1 to 2,000 characters, not blank; line breaks allowed. */
                    introduction?: string | null;
                    /** @description What is said after the last question. 1 to 2,000 characters, not blank; line breaks allowed. */
                    completion?: string | null;
                    /** @description How long a session can be answered, from its start; null for 30 days. A finished session can be reviewed until 30 days after its start. */
                    timeLimitMinutes?: number | null;
                    /** @description Keys of the questions whose answers reviewers see first */
                    reviewFirst?: string[];
                    questions?: {
                        /** @description The answer's name in the submission, each once in a template. The answer to a short_text question with the key fullName, full_name or name also names the contact. */
                        key: string;
                        /** @description What the prospect is asked. At most 200 characters; trimmed, NFC. */
                        label: string;
                        /** @description What helps to answer it, shown below the label. 1 to 2,000 characters, not blank; line breaks allowed. */
                        help?: string;
                        /** @enum {string} */
                        type: "short_text" | "long_text" | "email" | "phone" | "number" | "money" | "date" | "yes_no" | "one_of" | "several_of" | "file";
                        /** @default false */
                        required?: boolean;
                        /** @description What to choose from, for one_of and several_of only */
                        options?: string[];
                        /** @description Least characters, choices or value, by the type; for texts, several_of, number and money only */
                        min?: number;
                        /** @description Most characters, choices or value, by the type; for texts, several_of, number and money only */
                        max?: number;
                        /** @description What the whole answer must match, in RE2's syntax (no lookaround, no backreferences), for short_text only; all patterns of a template together have at most 2,000 characters */
                        pattern?: string;
                        /** @description What the prospect is told in place of the server's own words when an answer is refused. At most 200 characters; trimmed, NFC. */
                        message?: string;
                        /** @description ISO 4217, for money only */
                        currency?: string;
                        /** @description The first branch that holds decides what follows the question. Prospects are never shown any of this. */
                        branches?: {
                            /** @description All of these must hold */
                            when: {
                                /** @description This question's, or that of one that is asked before it */
                                key: string;
                                /**
                                 * @description is and is_not for short_text, email, phone, number, money, date, yes_no and one_of; is_one_of for short_text, email, phone and one_of; includes for several_of; at_least and at_most for number, money and date; is_answered and is_not_answered for all. Without an answer only is_not_answered holds.
                                 * @enum {string}
                                 */
                                operator: "is" | "is_not" | "is_one_of" | "includes" | "at_least" | "at_most" | "is_answered" | "is_not_answered";
                                /** @description Such as an answer to that question; an array for is_one_of; none for is_answered and is_not_answered. All tests of a template together look for at most 5000 values. */
                                value?: string | number | boolean | string[];
                            }[];
                            /** @description Exactly one of the members */
                            then: {
                                /** @description The key of the question that follows */
                                goTo?: string;
                                /**
                                 * @description The questions are over, and the session can be finished
                                 * @enum {boolean}
                                 */
                                finish?: true;
                                /** @description The session ends at once, nobody reviews it, and the prospect is told this. 1 to 2,000 characters, not blank; line breaks allowed. */
                                disqualify?: string;
                            };
                        }[];
                        /** @description Exactly one of the members */
                        otherwise?: {
                            /** @description The key of the question that follows */
                            goTo?: string;
                            /**
                             * @description The questions are over, and the session can be finished
                             * @enum {boolean}
                             */
                            finish?: true;
                            /** @description The session ends at once, nobody reviews it, and the prospect is told this. 1 to 2,000 characters, not blank; line breaks allowed. */
                            disqualify?: string;
                        };
                    }[];
                    /** @description By their languages, which are BCP 47 tags in their usual form */
                    translations?: {
                        [key: string]: {
                            /** @description At most 200 characters; trimmed, NFC. */
                            name?: string;
                            /** @description 1 to 2,000 characters, not blank; line breaks allowed. */
                            introduction?: string;
                            /** @description 1 to 2,000 characters, not blank; line breaks allowed. */
                            completion?: string;
                            /** @description By the keys of the questions */
                            questions?: {
                                [key: string]: {
                                    /** @description At most 200 characters; trimmed, NFC. */
                                    label?: string;
                                    /** @description 1 to 2,000 characters, not blank; line breaks allowed. */
                                    help?: string;
                                    /** @description At most 200 characters; trimmed, NFC. */
                                    message?: string;
                                    /** @description By the options; these stay what is answered */
                                    options?: {
                                        [key: string]: string;
                                    };
                                };
                            };
                            /** @description Of the texts in `disqualify`, by these texts */
                            endings?: {
                                [key: string]: string;
                            };
                        };
                    };
                };
            };
        };
        responses: {
            /** @description Change a workflow template */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowTemplate"];
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `already_exists`: It exists already
             *
             *     `plan_limit`: The plan allows no more
             *
             *     `conflict`: The request conflicts with the present state
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still running
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: The Idempotency-Key was used with another request
             *
             *     `unprocessable`: The request cannot be processed
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportWorkflowTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Workflow template UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A workflow template as a portable document */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowTemplateDocument"];
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unprocessable`: The request cannot be processed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    copyWorkflowTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path: {
                /** @description Workflow template UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Its part of the public address, among all organizations its own: 1 to 100 unreserved characters; spaces become dashes, letters lower case */
                    slug: string;
                    /** @description At most 200 characters; trimmed, NFC. */
                    name?: string;
                };
            };
        };
        responses: {
            /** @description Make a draft with the content of a workflow template */
            201: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowTemplate"];
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `already_exists`: It exists already
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still running
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: The Idempotency-Key was used with another request
             *
             *     `unprocessable`: The request cannot be processed
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkflowTemplateSchema: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The JSON Schema (2020-12) of exported workflow templates */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description `unprocessable`: The request cannot be processed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listContacts: {
        parameters: {
            query?: {
                /** @description A page beyond the last is empty */
                page?: number;
                /** @description More than the plan allows on one page is lowered to what it allows */
                limit?: number;
                /** @description Upper and lower case are the same. */
                email?: string;
                /** @description Digits count, and a leading + or 00, which are the same; national and international spellings differ. A phone number of 5 to 15 digits. */
                phone?: string;
                /** @description Stands in the name or the e-mail address, whatever its case. Looks at every contact; `email` and `phone` find theirs at once. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List contacts, newest first */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Contact"][];
                        pagination: components["schemas"]["Pagination"];
                    };
                };
            };
            /** @description `no_organization_context`: No organization context */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unprocessable`: The request cannot be processed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Contact UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One contact */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unprocessable`: The request cannot be processed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    eraseContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path: {
                /** @description Contact UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Erase what is known of a contact, with a receipt */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureReceipt"];
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: The Idempotency-Key was used with another request
             *
             *     `unprocessable`: The request cannot be processed
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path: {
                /** @description Contact UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description At most 200 characters; trimmed, NFC. */
                    name?: string | null;
                    /** Format: email */
                    email?: string | null;
                    /** @description A phone number of 5 to 15 digits. */
                    phone?: string | null;
                };
            };
        };
        responses: {
            /** @description Put right what is known of a contact */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `already_exists`: It exists already
             *
             *     `conflict`: The request conflicts with the present state
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still running
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: The Idempotency-Key was used with another request
             *
             *     `unprocessable`: The request cannot be processed
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mergeContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path: {
                /** @description Contact UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description The contact who remains
                     */
                    into: string;
                };
            };
        };
        responses: {
            /** @description Merge a contact into another one */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `conflict`: The request conflicts with the present state
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still running
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: The Idempotency-Key was used with another request
             *
             *     `unprocessable`: The request cannot be processed
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportContact: {
        parameters: {
            query?: {
                /** @description A page beyond the last is empty */
                page?: number;
            };
            header?: never;
            path: {
                /** @description Contact UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All that is known of a contact, for handing it out */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactExport"];
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unprocessable`: The request cannot be processed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listErasureReceipts: {
        parameters: {
            query?: {
                /** @description A page beyond the last is empty */
                page?: number;
                /** @description More than the plan allows on one page is lowered to what it allows */
                limit?: number;
                contactId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was erased, newest first */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ErasureReceipt"][];
                        pagination: components["schemas"]["Pagination"];
                    };
                };
            };
            /** @description `no_organization_context`: No organization context */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unprocessable`: The request cannot be processed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getErasureReceipt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Receipt UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One receipt of an erasure */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureReceipt"];
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unprocessable`: The request cannot be processed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getScreeningSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description For how long the organization keeps what prospects answered */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScreeningSettings"];
                };
            };
            /** @description `no_organization_context`: No organization context */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unprocessable`: The request cannot be processed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putScreeningSettings: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    retentionDays: number | null;
                };
            };
        };
        responses: {
            /** @description Set for how long the organization keeps what prospects answered */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScreeningSettings"];
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_idempotency_key`: The Idempotency-Key header is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `idempotency_key_reused`: The Idempotency-Key was used with another request
             *
             *     `unprocessable`: The request cannot be processed
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startProspectSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path: {
                /** @description Of the workflow template */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description The solution of the proof of work on the workflow's page, as ALTCHA's clients send it: base64 of JSON. Without one fewer sessions start in a minute from one address. */
                    altcha?: string;
                    /** @description A BCP 47 tag; the template's own language where it has no such translation */
                    language?: string;
                };
            };
        };
        responses: {
            /** @description Start a screening session as a prospect */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        status: "active" | "completed" | "expired";
                        /** @enum {string} */
                        reviewStatus: "pending_review" | "approved" | "denied";
                        /** @description A BCP 47 tag: in which the questions are */
                        language: string;
                        /** @description Answers by the keys of their questions, in the order of the questions */
                        submission: {
                            [key: string]: unknown;
                        };
                        /** @description As they were when the session began */
                        questions: components["schemas"]["ProspectQuestion"][];
                        /** @description Keys of the questions that the answers so far lead through, in their order */
                        asked: string[];
                        nextQuestion: components["schemas"]["ProspectQuestion"] | null;
                        /** @description How the session ended; null while it can be answered */
                        ending: {
                            /** @enum {string} */
                            kind: "completed" | "disqualified" | "expired";
                            /** @description The author's words; null where there are none */
                            text: string | null;
                        } | null;
                        /** @description A page that says what became of the answers */
                        statusUrl: string;
                        /** @description Goes on with the session on another device: whoever has it is the prospect */
                        continueUrl: string;
                        /**
                         * Format: date-time
                         * @description RFC 3339 in UTC, whole seconds
                         */
                        createdAt: string;
                        /**
                         * Format: date-time
                         * @description RFC 3339 in UTC, whole seconds
                         */
                        updatedAt: string;
                        /**
                         * Format: date-time
                         * @description RFC 3339 in UTC, whole seconds
                         */
                        expiresAt: string;
                        /** @description The prospect's credential for this session, as a bearer token. */
                        token: string;
                    };
                };
            };
            /**
             * @description `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `proof_refused`: The proof of work is not accepted
             *
             *     `idempotency_key_reused`: The Idempotency-Key was used with another request
             *
             *     `unprocessable`: The request cannot be processed
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProspectSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Session UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A prospect's own session: answers so far, what comes next, the decision */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProspectSession"];
                };
            };
            /** @description `invalid_request`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unprocessable`: The request cannot be processed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    answerQuestion: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path: {
                /** @description Session UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The question's key */
                    key: string;
                    value: (string | number | boolean | string[]) | null;
                };
            };
        };
        responses: {
            /** @description Answer a question, or change its answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProspectSession"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `foreign_origin`: Requests with a sign-in cookie must come from this site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `conflict`: The request conflicts with the present state
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still running
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `refused_transition`: The status does not allow this change
             *
             *     `idempotency_key_reused`: The Idempotency-Key was used with another request
             *
             *     `unprocessable`: The request cannot be processed
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    finishProspectSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path: {
                /** @description Session UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Finish a session, so that it can be reviewed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProspectSession"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `foreign_origin`: Requests with a sign-in cookie must come from this site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `conflict`: The request conflicts with the present state
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still running
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `refused_transition`: The status does not allow this change
             *
             *     `idempotency_key_reused`: The Idempotency-Key was used with another request
             *
             *     `unprocessable`: The request cannot be processed
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uploadFile: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path: {
                /** @description Session UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** @description The question's key; the file comes after it */
                    key: string;
                    /**
                     * Format: binary
                     * @description After the other parts
                     */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Upload a file as the answer to a question, or in place of an earlier one */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProspectSession"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `foreign_origin`: Requests with a sign-in cookie must come from this site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `conflict`: The request conflicts with the present state
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still running
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `refused_transition`: The status does not allow this change
             *
             *     `idempotency_key_reused`: The Idempotency-Key was used with another request
             *
             *     `unprocessable`: The request cannot be processed
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRoomRecordings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As in the address of the session's page, /sessions/{id} */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was recorded in a session's room, with links to fetch it */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        recordings: components["schemas"]["Recording"][];
                        /**
                         * Format: date-time
                         * @description Until when the links in this answer are good. RFC 3339 with an offset or Z.
                         */
                        linksExpireAt: string;
                    };
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openRoomRecording: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As in the address of the session's page, /sessions/{id} */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lasting address of a session's recording: leads to where it can be watched */
            302: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The same as the header Location */
                        url: string;
                    };
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRoomProviders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The providers of video rooms, whose accounts are used, and for what */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["RoomProviderAccount"][];
                        choices: components["schemas"]["RoomProviderChoices"];
                    };
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chooseRoomProviders: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description For live sessions that have no room yet.
                     * @enum {string}
                     */
                    live?: "built_in" | "livekit" | "stream";
                    /**
                     * @description For mentorship calls that have no room yet.
                     * @enum {string}
                     */
                    mentorship?: "built_in" | "agora" | "livekit" | "stream";
                };
            };
        };
        responses: {
            /** @description Choose who does the media of live sessions and mentorship calls */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["RoomProviderChoices"];
                    };
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `conflict`: The request conflicts with the present state
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still running
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveRoomProviderZoom: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Account ID of the Server-to-Server OAuth app */
                    accountId: string;
                    /** @description Its Client ID */
                    clientId: string;
                    /** @description Its Client Secret */
                    clientSecret: string;
                    /** @description Id or e-mail address of the user who holds the meetings; `me` when left out */
                    userId?: string;
                    /** @description Secret Token of the app's event subscription */
                    webhookSecret?: string;
                };
            };
        };
        responses: {
            /** @description Use an account of the organization's own with Zoom */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["RoomProviderAccount"];
                    };
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider_refused`: The video provider refused */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `provider_unavailable`: The video provider cannot be reached at the moment
             *
             *     `unavailable`: The server cannot answer at the moment
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveRoomProviderAgora: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description App ID of the project */
                    appId: string;
                    /** @description Its primary certificate */
                    appCertificate: string;
                    /** @description Secret of the Notifications service */
                    notificationSecret?: string;
                };
            };
        };
        responses: {
            /** @description Use an account of the organization's own with Agora */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["RoomProviderAccount"];
                    };
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider_refused`: The video provider refused */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `provider_unavailable`: The video provider cannot be reached at the moment
             *
             *     `unavailable`: The server cannot answer at the moment
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveRoomProviderLiveKit: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description URL of the server or the Cloud project. It must lead to public addresses, unless the operator allows others. */
                    url: string;
                    /** @description API key */
                    apiKey: string;
                    /** @description API secret */
                    apiSecret: string;
                };
            };
        };
        responses: {
            /** @description Use an account of the organization's own with LiveKit */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["RoomProviderAccount"];
                    };
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider_refused`: The video provider refused */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `provider_unavailable`: The video provider cannot be reached at the moment
             *
             *     `unavailable`: The server cannot answer at the moment
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveRoomProviderStream: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description API key of the app */
                    apiKey: string;
                    /** @description Its API secret */
                    apiSecret: string;
                };
            };
        };
        responses: {
            /** @description Use an account of the organization's own with Stream */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["RoomProviderAccount"];
                    };
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `provider_refused`: The video provider refused */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `provider_unavailable`: The video provider cannot be reached at the moment
             *
             *     `unavailable`: The server cannot answer at the moment
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeRoomProvider: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path: {
                provider: "zoom" | "agora" | "livekit" | "stream";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Forget the organization's own account */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["RoomProviderAccount"];
                    };
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `conflict`: The request conflicts with the present state
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still running
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWebPushKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key by which browsers know this server (VAPID) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description The `applicationServerKey` of PushManager.subscribe(): an uncompressed P-256 point, base64url */
                            publicKey: string;
                        };
                    };
                };
            };
            /** @description `invalid_request`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDevices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One's phones and browsers that get pushes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The one that was registered last first */
                        data: components["schemas"]["Device"][];
                    };
                };
            };
            /** @description `invalid_request`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    registerDevice: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description `expo` needs token; `web` needs endpoint and keys, as PushSubscription.toJSON() has them
                     * @enum {string}
                     */
                    type: "expo" | "web";
                    /** @description For its owner to recognise it by. At most 200 characters; trimmed, NFC. */
                    name?: string;
                    /** @description An Expo push token */
                    token?: string;
                    /**
                     * Format: uri
                     * @description https; a network's own addresses are refused unless the operator allows them
                     */
                    endpoint?: string;
                    keys?: {
                        /** @description The browser's public key: an uncompressed point of P-256, 65 bytes */
                        p256dh: string;
                        /** @description 16 bytes */
                        auth: string;
                    };
                    /** @description Taken because PushSubscription.toJSON() has it; the service says itself */
                    expirationTime?: number | null;
                };
            };
        };
        responses: {
            /** @description Get pushes on this phone or in this browser */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Device"];
                    };
                };
            };
            /**
             * @description `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeDevice: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get no more pushes there */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Device"];
                    };
                };
            };
            /**
             * @description `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhookEventTypes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The types of events that webhooks tell of */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            type: string;
                            about: string;
                        }[];
                    };
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhookEndpoints: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The organization's endpoints, newest first */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["WebhookEndpoint"][];
                        meta: {
                            total_count: number;
                        };
                    };
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description https, or http where the operator allows it. No user name, password or fragment in it; it is stored in its normal form. It must lead to public addresses, unless the operator allows others. Redirects are not followed. */
                    url: string;
                    /** @description At most 200 characters, possibly none; trimmed, NFC. */
                    description?: string;
                    /**
                     * @description Types of events as GET /api/webhook-event-types lists them, or the beginning of some, such as `mentorship.*`, or `*` for all.
                     * @default [
                     *       "*"
                     *     ]
                     */
                    events?: string[];
                };
            };
        };
        responses: {
            /** @description Be told of events at a URL */
            201: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["NewWebhookEndpoint"];
                    };
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `conflict`: The request conflicts with the present state
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still running
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Endpoint UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One endpoint */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["WebhookEndpoint"];
                    };
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path: {
                /** @description Endpoint UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Remove an endpoint */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["WebhookEndpoint"];
                    };
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path: {
                /** @description Endpoint UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description https, or http where the operator allows it. No user name, password or fragment in it; it is stored in its normal form. It must lead to public addresses, unless the operator allows others. Redirects are not followed. */
                    url?: string;
                    /** @description At most 200 characters, possibly none; trimmed, NFC. */
                    description?: string;
                    /** @description Types of events as GET /api/webhook-event-types lists them, or the beginning of some, such as `mentorship.*`, or `*` for all. */
                    events?: string[];
                    /** @description false drops what waits to be sent. true does not send it by itself: replay what was missed. */
                    enabled?: boolean;
                };
            };
        };
        responses: {
            /** @description Change an endpoint, or switch it on or off */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["WebhookEndpoint"];
                    };
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path: {
                /** @description Endpoint UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get a new secret */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["NewWebhookEndpoint"];
                    };
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendWebhookTest: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path: {
                /** @description Endpoint UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Send a test event to this endpoint alone */
            202: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["WebhookDelivery"];
                    };
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `conflict`: The request conflicts with the present state
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still running
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `meta.next_cursor` of the page before */
                cursor?: string;
                state?: "waiting" | "delivered" | "failed" | "dropped";
                /** @description Type of event */
                type?: string;
                /** @description Planned at or after this instant. RFC 3339 with an offset or Z. */
                from?: string;
                /** @description Planned at or before this instant. RFC 3339 with an offset or Z. */
                to?: string;
            };
            header?: never;
            path: {
                /** @description Endpoint UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was and will be sent to an endpoint, newest first */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["WebhookDelivery"][];
                        meta: {
                            /** @description Null on the last page */
                            next_cursor: string | null;
                        };
                    };
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWebhookDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Endpoint UUID */
                id: string;
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One delivery with every attempt */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["WebhookDeliveryDetails"];
                    };
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayWebhookDelivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path: {
                /** @description Endpoint UUID */
                id: string;
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Send a delivery once more */
            202: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["WebhookDelivery"];
                    };
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `conflict`: The request conflicts with the present state
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still running
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayWebhookRange: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path: {
                /** @description Endpoint UUID */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date-time
                     * @description Planned at or after this instant. RFC 3339 with an offset or Z.
                     */
                    from: string;
                    /**
                     * Format: date-time
                     * @description Planned at or before this instant; not before `from`. RFC 3339 with an offset or Z.
                     */
                    to: string;
                    /**
                     * @description What waits is sent anyway.
                     * @default [
                     *       "failed",
                     *       "dropped"
                     *     ]
                     */
                    states?: ("delivered" | "failed" | "dropped")[];
                };
            };
        };
        responses: {
            /** @description Send the deliveries of a time once more */
            202: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description How many deliveries are sent once more */
                            count: number;
                        };
                    };
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `conflict`: The request conflicts with the present state
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still running
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRoom: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As in the address of the session's page: a UUID, or a deposition's remote_session_id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a session's room is, and whether you can enter it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomVisit"];
                };
            };
            /** @description `invalid_request`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `insufficient_scope`: The API key lacks the scope
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    visitRoom: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path: {
                /** @description As in the address of the session's page: a UUID, or a deposition's remote_session_id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What stands behind `#invitation=` in the link of an invitation */
                    invitation: string;
                };
            };
        };
        responses: {
            /** @description The same for a guest with an invitation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomVisit"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invitation_invalid`: The invitation is not valid
             *
             *     `forbidden`: You may not do this
             *
             *     `insufficient_scope`: The API key lacks the scope
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    issueRoomTicket: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path: {
                /** @description As in the address of the session's page: a UUID, or a deposition's remote_session_id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description What stands behind `#invitation=` in the link of an invitation */
                    invitation?: string;
                    /** @description How others see you, where you have no account here. At most 200 characters; trimmed, NFC. */
                    name?: string;
                };
            };
        };
        responses: {
            /** @description Get a ticket to enter a room */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomTicket"];
                };
            };
            /**
             * @description `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invitation_invalid`: The invitation is not valid
             *
             *     `forbidden`: You may not do this
             *
             *     `insufficient_scope`: The API key lacks the scope
             *
             *     `room_removed`: You were removed from the room
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `room_not_open`: The room is not open yet
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still running
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `room_over`: The session is over
             *
             *     `room_canceled`: The session was canceled
             */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readRoomAttendance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As in the address of the session's page: a UUID, or a deposition's remote_session_id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who attended a session, and when */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomAttendance"];
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeRoomParticipant: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path: {
                /** @description As in the address of the session's page: a UUID, or a deposition's remote_session_id */
                id: string;
                participantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Put somebody out of a room for good */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        success: true;
                    };
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    issueStreamTicket: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A ticket that opens one stream, for a client that can send no header */
            201: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Send it as `?ticket=`; shown this once */
                        ticket: string;
                        /**
                         * Format: date-time
                         * @description 60 seconds after it was made. RFC 3339 with an offset or Z.
                         */
                        expiresAt: string;
                    };
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    watchOrganization: {
        parameters: {
            query?: {
                /** @description The same as the header Last-Event-ID, for clients that cannot send it; the header counts before it */
                lastEventId?: string;
            };
            header?: {
                /** @description The `id` of the event that was seen last: what came after it comes first */
                "last-event-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Server-Sent Events, until either side ends it */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `not_a_member`: You are not a member of this organization
             *
             *     `insufficient_scope`: The API key lacks the scope
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMyNotifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether one is reminded of sessions in this organization */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description Whether reminders are sent */
                            reminders: boolean;
                        };
                    };
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_a_member`: You are not a member of this organization
             *
             *     `forbidden`: You may not do this
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateMyNotifications: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reminders: boolean;
                };
            };
        };
        responses: {
            /** @description Switch one's reminders in this organization on or off */
            200: {
                headers: {
                    /** @description Requests that the organization's plan allows in a minute; absent where it does not limit them */
                    "x-ratelimit-limit"?: number;
                    /** @description Those that are left in this minute */
                    "x-ratelimit-remaining"?: number;
                    /** @description Seconds until the next one begins */
                    "x-ratelimit-reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description Whether reminders are sent */
                            reminders: boolean;
                        };
                    };
                };
            };
            /**
             * @description `no_organization_context`: No organization context
             *
             *     `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `not_a_member`: You are not a member of this organization
             *
             *     `forbidden`: You may not do this
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests */
            429: {
                headers: {
                    /** @description Seconds after which it is worth another try */
                    "retry-after"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reportBounce: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description What stands after the + of the address that the bounce came to
                     */
                    effectId?: string;
                    /** @description The Message-ID of the e-mail */
                    messageId?: string;
                    /** @description Of the report (RFC 3463) */
                    status: string;
                    /** @description The words of the mailbox's server At most 2,000 characters; line breaks allowed. */
                    detail?: string;
                };
            };
        };
        responses: {
            /** @description Say that an e-mail came back */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** Format: uuid */
                            effectId: string;
                            /** @enum {string} */
                            state: "waiting" | "delivered" | "failed" | "dropped";
                            outcome: string | null;
                        };
                    };
                };
            };
            /**
             * @description `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCalendarFeed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether one has a calendar feed, and when it was read last */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["CalendarFeed"] | null;
                    };
                };
            };
            /** @description `invalid_request`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: You may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createCalendarFeed: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Make the private URL under which a calendar program reads one's sessions */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["NewCalendarFeed"];
                    };
                };
            };
            /**
             * @description `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeCalendarFeed: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeat within 24 hours answer what the first request answered */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Void the URL of one's calendar feed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        success: boolean;
                    };
                };
            };
            /**
             * @description `invalid_idempotency_key`: The Idempotency-Key header is not valid
             *
             *     `malformed_json`: The body is not JSON
             *
             *     `invalid_request`: The request is not valid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid credential is required */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `forbidden`: You may not do this
             *
             *     `foreign_origin`: Requests with a sign-in cookie must come from this site
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body must be JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: The Idempotency-Key was used with another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The server cannot answer at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
