-- What a version of a template has beside its questions. A running session keeps these too. The default is what holds
-- where an author says nothing (screening's templates/settings.ts).
alter table workflow_questions add settings json not null default
  '{"introduction":null,"completion":null,"language":"en","translations":{},"timeLimitMinutes":null,"reviewFirst":[]}';

-- In which language the prospect reads, as a BCP 47 tag.
alter table screening_sessions add language text not null default 'en';
