-- Lets the message broker check API tokens itself: the server's configuration asks this view.

create view broker_sign_in as
select
  t.id::text as token_id,
  encode(t.digest, 'base64') as digest,
  -- The token's role, or the user's, whichever may do less.
  case
    when 'viewer' in (t.role, u.role) then 'viewer'
    when 'submitter' in (t.role, u.role) then 'submitter'
    else 'operator'
  end as role
from api_token t
join app_user u on u.name = t.user_name
where t.expires_at > now();

comment on view broker_sign_in is
  'API tokens that let somebody in now; a revoked one is no row of api_token, and who is deleted has none';
