-- name: put_partner(code, body)!
INSERT INTO partners (code, body) VALUES (:code, :body)
ON CONFLICT (code) DO UPDATE SET body = excluded.body;

-- name: put_resource(code, partner, body)!
INSERT INTO resources (code, partner, body) VALUES (:code, :partner, :body)
ON CONFLICT (code) DO UPDATE SET partner = excluded.partner, body = excluded.body;

-- name: put_agreement(number, partner, body)!
INSERT INTO agreements (number, partner, body) VALUES (:number, :partner, :body)
ON CONFLICT (number) DO UPDATE SET partner = excluded.partner, body = excluded.body;

-- name: put_programme(code, slug, partner, body)!
INSERT INTO programmes (code, slug, partner, body) VALUES (:code, :slug, :partner, :body)
ON CONFLICT (code) DO UPDATE
SET slug = excluded.slug, partner = excluded.partner, body = excluded.body;

-- name: put_module(code, programme, partner, body)!
INSERT INTO modules (code, programme, partner, body)
VALUES (:code, :programme, :partner, :body)
ON CONFLICT (code) DO UPDATE
SET programme = excluded.programme, partner = excluded.partner, body = excluded.body;

-- name: put_group(code, programme, seats, body)!
INSERT INTO study_groups (code, programme, seats, body)
VALUES (:code, :programme, :seats, :body)
ON CONFLICT (code) DO UPDATE
SET programme = excluded.programme, seats = excluded.seats, body = excluded.body;

-- name: partners()
SELECT code AS id, body FROM partners;

-- name: resources()
SELECT code AS id, body FROM resources;

-- name: agreements()
SELECT number AS id, body FROM agreements;

-- name: programmes()
SELECT code AS id, body FROM programmes;

-- name: modules()
SELECT code AS id, body FROM modules;

-- name: groups()
SELECT code AS id, body FROM study_groups;

-- name: remove_partners(code)!
DELETE FROM partners WHERE code = :code;

-- name: remove_resources(code)!
DELETE FROM resources WHERE code = :code;

-- name: remove_agreements(code)!
DELETE FROM agreements WHERE number = :code;

-- name: remove_programmes(code)!
DELETE FROM programmes WHERE code = :code;

-- name: remove_modules(code)!
DELETE FROM modules WHERE code = :code;

-- name: remove_groups(code)!
DELETE FROM study_groups WHERE code = :code;
