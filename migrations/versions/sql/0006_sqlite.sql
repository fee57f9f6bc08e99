DROP VIEW acled;

CREATE VIEW acled AS
SELECT c.event_id_cnty, c.event_date, c.year, c.time_precision,
  CASE
    WHEN c.sub_event_type IN ('Armed clash', 'Air/drone strike', 'Shelling/artillery/missile attack', 'Remote explosive/landmine/IED', 'Suicide bomb', 'Chemical weapon', 'Abduction/forced disappearance', 'Sexual violence', 'Attack') THEN 'Political violence'
    WHEN c.sub_event_type IN ('Protest with intervention', 'Peaceful protest', 'Violent demonstration') THEN 'Demonstrations'
    WHEN c.sub_event_type IN ('Looting/property destruction', 'Arrests', 'Disrupted weapons use', 'Agreement', 'Change to group/activity', 'Headquarters or base established') THEN 'Strategic developments'
  END AS disorder_type,
  CASE
    WHEN c.sub_event_type IN ('Armed clash') THEN 'Battles'
    WHEN c.sub_event_type IN ('Air/drone strike', 'Shelling/artillery/missile attack', 'Remote explosive/landmine/IED', 'Suicide bomb', 'Chemical weapon') THEN 'Explosions/Remote violence'
    WHEN c.sub_event_type IN ('Abduction/forced disappearance', 'Sexual violence', 'Attack') THEN 'Violence against civilians'
    WHEN c.sub_event_type IN ('Protest with intervention', 'Peaceful protest') THEN 'Protests'
    WHEN c.sub_event_type IN ('Violent demonstration') THEN 'Riots'
    WHEN c.sub_event_type IN ('Looting/property destruction', 'Arrests', 'Disrupted weapons use', 'Agreement', 'Change to group/activity', 'Headquarters or base established') THEN 'Strategic developments'
  END AS event_type,
  c.sub_event_type, c.actor1, NULL AS assoc_actor_1, c.inter1, c.actor2, NULL AS assoc_actor_2, c.inter2,
  c.country, c.location, c.latitude, c.longitude, c.geo_precision, c.source, NULL AS source_scale, c.notes,
  c.fatalities, c.timestamp
FROM (
SELECT e.key AS event_id_cnty, e.first_day AS event_date, CAST(substr(e.first_day, 1, 4) AS INTEGER) AS year,
  CASE WHEN e.first_day = e.last_day THEN 1 WHEN e.granularity IN ('weekend', 'week') THEN 2
    WHEN e.granularity = 'month' THEN 3 END AS time_precision,
  CASE
    WHEN e.type = 'ASSAULT' AND e.label IN ('exchange of fire', 'defeat') THEN 'Armed clash'
    WHEN e.type = 'ASSAULT' AND e.label IN ('attack', 'killing', 'shooting', 'beating', 'execution', 'assassination', 'stabbing', 'vehicle attack') AND (substr(coalesce(e.code_1, ''), 1, 3) IN ('MIL', 'REB', 'COP') OR substr(coalesce(e.code_1, ''), 4, 3) IN ('MIL', 'REB', 'COP') OR substr(coalesce(e.code_1, ''), 7, 3) IN ('MIL', 'REB', 'COP')) AND (substr(coalesce(e.code_2, ''), 1, 3) IN ('MIL', 'REB', 'COP') OR substr(coalesce(e.code_2, ''), 4, 3) IN ('MIL', 'REB', 'COP') OR substr(coalesce(e.code_2, ''), 7, 3) IN ('MIL', 'REB', 'COP')) THEN 'Armed clash'
    WHEN e.type = 'ASSAULT' AND e.label IN ('air strike', 'drone strike') THEN 'Air/drone strike'
    WHEN e.type = 'ASSAULT' AND e.label IN ('shelling') THEN 'Shelling/artillery/missile attack'
    WHEN e.type = 'ASSAULT' AND e.label IN ('bombing', 'explosion') THEN 'Remote explosive/landmine/IED'
    WHEN e.type = 'ASSAULT' AND e.label IN ('suicide attack') THEN 'Suicide bomb'
    WHEN e.type = 'ASSAULT' AND e.label IN ('chemical attack') THEN 'Chemical weapon'
    WHEN e.type = 'ASSAULT' AND e.label IN ('abduction', 'captivity') THEN 'Abduction/forced disappearance'
    WHEN e.type = 'ASSAULT' AND e.label IN ('sexual assault') THEN 'Sexual violence'
    WHEN e.type = 'ASSAULT' AND e.label IN ('attack', 'killing', 'shooting', 'beating', 'execution', 'assassination', 'stabbing', 'vehicle attack', 'torture', 'human shields') AND (e.kind_2 IN ('person', 'group', 'role', 'unnamed') AND NOT (substr(coalesce(e.code_2, ''), 1, 3) IN ('MIL', 'REB', 'COP') OR substr(coalesce(e.code_2, ''), 4, 3) IN ('MIL', 'REB', 'COP') OR substr(coalesce(e.code_2, ''), 7, 3) IN ('MIL', 'REB', 'COP'))) THEN 'Attack'
    WHEN e.type = 'ASSAULT' AND e.label IN ('crowd control') THEN 'Protest with intervention'
    WHEN e.type = 'PROTEST' AND e.label IN ('protest', 'march', 'rally', 'hunger strike', 'blockade') THEN 'Peaceful protest'
    WHEN e.type = 'PROTEST' AND e.label IN ('riot', 'clash', 'vandalism') THEN 'Violent demonstration'
    WHEN e.type = 'ASSAULT' AND e.label IN ('destruction', 'vandalism', 'looting', 'arson') THEN 'Looting/property destruction'
    WHEN e.type = 'COERCE' AND e.label IN ('arrest', 'capture', 'imprisonment') THEN 'Arrests'
    WHEN e.type = 'COERCE' AND e.label IN ('weapons seizure', 'foiled attack') THEN 'Disrupted weapons use'
    WHEN e.type = 'RETREAT' AND e.label IN ('cease-fire') THEN 'Agreement'
    WHEN e.type = 'MOBILIZE' AND e.label IN ('recruitment', 'training', 'troop deployment', 'reinforcement', 'mobilization') THEN 'Change to group/activity'
    WHEN e.type = 'RETREAT' AND e.label IN ('withdrawal', 'surrender', 'disarmament', 'defection') THEN 'Change to group/activity'
    WHEN e.type = 'MOBILIZE' AND e.label IN ('base') THEN 'Headquarters or base established'
  END AS sub_event_type,
  e.name_1 AS actor1, CASE
    WHEN e.type = 'PROTEST' AND e.mode IN ('riot', 'vandalize') THEN 'Rioters'
    WHEN e.type = 'PROTEST' THEN 'Protesters'
    WHEN (substr(coalesce(e.code_1, ''), 1, 3) IN ('MIL', 'COP', 'GOV') OR substr(coalesce(e.code_1, ''), 4, 3) IN ('MIL', 'COP', 'GOV') OR substr(coalesce(e.code_1, ''), 7, 3) IN ('MIL', 'COP', 'GOV')) THEN 'State forces'
    WHEN (substr(coalesce(e.code_1, ''), 1, 3) IN ('REB') OR substr(coalesce(e.code_1, ''), 4, 3) IN ('REB') OR substr(coalesce(e.code_1, ''), 7, 3) IN ('REB')) AND e.kind_1 = 'organisation' THEN 'Rebel group'
    WHEN (substr(coalesce(e.code_1, ''), 1, 3) IN ('IGO', 'PKO') OR substr(coalesce(e.code_1, ''), 4, 3) IN ('IGO', 'PKO') OR substr(coalesce(e.code_1, ''), 7, 3) IN ('IGO', 'PKO')) THEN 'External/Other forces'
    WHEN (substr(coalesce(e.code_1, ''), 1, 3) IN ('REB') OR substr(coalesce(e.code_1, ''), 4, 3) IN ('REB') OR substr(coalesce(e.code_1, ''), 7, 3) IN ('REB')) THEN NULL
  END AS inter1,
  e.name_2 AS actor2, CASE
    WHEN (substr(coalesce(e.code_2, ''), 1, 3) IN ('MIL', 'COP', 'GOV') OR substr(coalesce(e.code_2, ''), 4, 3) IN ('MIL', 'COP', 'GOV') OR substr(coalesce(e.code_2, ''), 7, 3) IN ('MIL', 'COP', 'GOV')) THEN 'State forces'
    WHEN (substr(coalesce(e.code_2, ''), 1, 3) IN ('REB') OR substr(coalesce(e.code_2, ''), 4, 3) IN ('REB') OR substr(coalesce(e.code_2, ''), 7, 3) IN ('REB')) AND e.kind_2 = 'organisation' THEN 'Rebel group'
    WHEN (substr(coalesce(e.code_2, ''), 1, 3) IN ('IGO', 'PKO') OR substr(coalesce(e.code_2, ''), 4, 3) IN ('IGO', 'PKO') OR substr(coalesce(e.code_2, ''), 7, 3) IN ('IGO', 'PKO')) THEN 'External/Other forces'
    WHEN (substr(coalesce(e.code_2, ''), 1, 3) IN ('REB') OR substr(coalesce(e.code_2, ''), 4, 3) IN ('REB') OR substr(coalesce(e.code_2, ''), 7, 3) IN ('REB')) THEN NULL
    WHEN e.kind_2 IN ('person', 'group', 'role', 'unnamed') AND e.type IN ('ASSAULT', 'COERCE') THEN 'Civilians'
  END AS inter2,
  (SELECT pl.country FROM places pl WHERE pl.event_id = e.id AND pl.position =
    (SELECT min(x.position) FROM places x WHERE x.event_id = e.id AND x.role = 'venue')) AS country, (SELECT pl.name FROM places pl WHERE pl.event_id = e.id AND pl.position =
    (SELECT min(x.position) FROM places x WHERE x.event_id = e.id AND x.role = 'venue')) AS location, (SELECT pl.latitude FROM places pl WHERE pl.event_id = e.id AND pl.position =
    (SELECT min(x.position) FROM places x WHERE x.event_id = e.id AND x.role = 'venue')) AS latitude,
  (SELECT pl.longitude FROM places pl WHERE pl.event_id = e.id AND pl.position =
    (SELECT min(x.position) FROM places x WHERE x.event_id = e.id AND x.role = 'venue')) AS longitude,
  CASE WHEN (SELECT pl.latitude FROM places pl WHERE pl.event_id = e.id AND pl.position =
    (SELECT min(x.position) FROM places x WHERE x.event_id = e.id AND x.role = 'venue')) IS NULL THEN NULL WHEN (SELECT pl.kind FROM places pl WHERE pl.event_id = e.id AND pl.position =
    (SELECT min(x.position) FROM places x WHERE x.event_id = e.id AND x.role = 'venue')) = 'region' THEN 3 ELSE 1 END AS geo_precision,
  (SELECT group_concat(value, '; ') FROM (SELECT name AS value FROM (SELECT DISTINCT o.name FROM mentions m JOIN articles a ON a.id = m.article_id
    JOIN outlets o ON o.id = a.outlet_id WHERE m.event_id = e.id) AS named ORDER BY name)) AS source, e.title AS notes,
  (SELECT n.minimum FROM counts n WHERE n.event_id = e.id AND n.kind = 'dead' AND n.position =
    (SELECT min(x.position) FROM counts x WHERE x.event_id = e.id AND x.kind = 'dead')) AS fatalities,
  e.updated_at AS timestamp
FROM (SELECT e.*,
    (SELECT p.name FROM participants p WHERE p.event_id = e.id AND p.role IN ('agent', 'speaker', 'party')
      AND p.position = (SELECT min(x.position) FROM participants x WHERE x.event_id = e.id AND x.role IN ('agent', 'speaker', 'party'))) AS name_1,
    (SELECT p.kind FROM participants p WHERE p.event_id = e.id AND p.role IN ('agent', 'speaker', 'party')
      AND p.position = (SELECT min(x.position) FROM participants x WHERE x.event_id = e.id AND x.role IN ('agent', 'speaker', 'party'))) AS kind_1,
    (SELECT p.code FROM participants p WHERE p.event_id = e.id AND p.role IN ('agent', 'speaker', 'party')
      AND p.position = (SELECT min(x.position) FROM participants x WHERE x.event_id = e.id AND x.role IN ('agent', 'speaker', 'party'))) AS code_1,
    (SELECT p.name FROM participants p WHERE p.event_id = e.id AND p.role IN ('patient', 'recipient', 'counterpart')
      AND p.position = (SELECT min(x.position) FROM participants x WHERE x.event_id = e.id AND x.role IN ('patient', 'recipient', 'counterpart'))) AS name_2,
    (SELECT p.kind FROM participants p WHERE p.event_id = e.id AND p.role IN ('patient', 'recipient', 'counterpart')
      AND p.position = (SELECT min(x.position) FROM participants x WHERE x.event_id = e.id AND x.role IN ('patient', 'recipient', 'counterpart'))) AS kind_2,
    (SELECT p.code FROM participants p WHERE p.event_id = e.id AND p.role IN ('patient', 'recipient', 'counterpart')
      AND p.position = (SELECT min(x.position) FROM participants x WHERE x.event_id = e.id AND x.role IN ('patient', 'recipient', 'counterpart'))) AS code_2
  FROM events e
  WHERE e.first_day IS NOT NULL AND e.status IN ('happened', 'ongoing', 'reported', 'disputed') AND e.hidden = 0) AS e
) AS c;
