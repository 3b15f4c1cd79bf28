-- Claims an Idempotency-Key until the transaction ends, and reads the answer that was given under it, in one round trip.
-- Two statements, because the second must see what the one that held the key before has committed. Not claimed: another
-- request holds it at this moment.
create function claim_idempotency_key(
  claimed_lock bigint, claimed_organization uuid, claimed_caller text, claimed_route text, claimed_key text,
  answered_since timestamptz
) returns table (claimed boolean, fingerprint text, status integer, answer text)
language plpgsql volatile as $$
begin
  if not pg_try_advisory_xact_lock(claimed_lock) then
    return query select false, null::text, null::integer, null::text;
    return;
  end if;
  return query
    select true, stored.fingerprint, stored.status, stored.answer
    from (select) one left join idempotency_keys stored
      on stored.organization_id = claimed_organization and stored.caller = claimed_caller
        and stored.route = claimed_route and stored.key = claimed_key and stored.created_at > answered_since;
end $$;
