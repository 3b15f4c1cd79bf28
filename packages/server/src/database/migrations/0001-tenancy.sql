-- Row-level security is the second lock: every statement names its organization, and these policies hold when
-- one forgets. A transaction binds itself with `set local` (database/tenancy.ts); an unbound one sees nothing.

create function bound_organization() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('convene.organization_id', true), '')::uuid;

create function bound_to_system() returns boolean
  language sql stable parallel safe
  return coalesce(current_setting('convene.system', true), '') = 'on';

-- Puts the lock on a table that has organization_id, also for the table's owner.
create procedure protect(protected regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', protected);
  execute format('alter table %s force row level security', protected);
  execute format(
    'create policy tenant on %s using (organization_id = bound_organization() or bound_to_system())', protected);
end $$;
