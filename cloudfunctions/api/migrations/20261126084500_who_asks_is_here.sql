-- D9.5 Who closes the account meanwhile asks for no post either: the one waits for the other, and comes back as a
-- newcomer. An open application of somebody who is gone could be neither approved nor withdrawn.
create trigger is_here before insert on application for each row execute function is_here();
