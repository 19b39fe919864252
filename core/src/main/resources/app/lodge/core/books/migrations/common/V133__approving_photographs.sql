-- Who could put a photograph on a card until now may approve one: a site's own roles lose nothing (ID-11, ID-55).

update staff_role set permissions = permissions || ' APPROVE_PHOTOGRAPHS'
    where ' ' || permissions || ' ' like '% CHANGE_PEOPLE %';
