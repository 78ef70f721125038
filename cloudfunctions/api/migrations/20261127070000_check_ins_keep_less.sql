-- A post says whose it is and of which organisation: what refers to all three needs no second reference to the person.
alter table check_in drop constraint check_in_cadre_id_fkey;
alter table grassroots_day
  drop constraint grassroots_day_cadre_id_fkey,
  drop constraint grassroots_day_post_id_fkey,
  add foreign key (post_id, cadre_id, org_id) references post (id, person_id, org_id);

-- Nothing is looked up by it: the days of a post are in grassroots_day.
drop index check_in_post_id_day_idx;
