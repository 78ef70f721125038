-- A code's 小程序码, drawn once by WeChat and kept in the file store.

alter table code add column picture text;
comment on column code.picture is 'the id of a file in the store; null until somebody wanted it';
grant update (picture) on code to youth_api;
