-- The answer under a key is looked up by the key alone, and its age is looked at afterwards. With both in one condition,
-- a plan that is made while there are hardly any answers goes by their age, and passes all of the last day later on.
create or replace function claim_idempotency_key(
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
    from (select) one left join lateral (
      select * from idempotency_keys found
      where found.organization_id = claimed_organization and found.caller = claimed_caller
        and found.route = claimed_route and found.key = claimed_key
      limit 1
    ) stored on stored.created_at > answered_since;
end $$;
