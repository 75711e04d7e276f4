import type { Migration } from '../migrator.ts'

/** What only a merge can show, and what people do about it and about anything else that has to be done. */
export const findingsAndTasks: Migration = {
  number: 100,
  intent: 'findings-and-tasks',
  sql: `
create table findings (
  id text primary key,
  kind text not null,
  entity text not null,
  doc text not null,
  at text not null,
  changes text not null,
  fields text not null,
  is_open integer not null,
  answer text,
  answered_by text,
  answered_at text,
  answered_station text
) strict;
create index ix_findings__doc on findings (doc, is_open, at, id);
create index ix_findings__is_open on findings (is_open, at, id);

create table tasks (
  id text primary key,
  title text not null,
  text text not null,
  assignee text,
  creator text not null,
  created_at text not null,
  status text not null,
  is_done integer not null,
  due_on text,
  due_key text not null,
  entity text,
  doc text,
  is_finding integer not null,
  is_archived integer not null
) strict;
create index ix_tasks__list on tasks (is_finding, is_archived, is_done, due_key, id);
create index ix_tasks__assignee on tasks (assignee, is_finding, is_archived, is_done, due_key, id);
create index ix_tasks__doc on tasks (doc, is_finding, is_archived, is_done, due_key, id);

create table task_comments (
  id text primary key,
  task_id text not null,
  text text not null,
  written_by text not null,
  written_at text not null
) strict;
create index ix_task_comments__task_id on task_comments (task_id, written_at, id);
`,
}
