-- A vendor's whole list takes the place of the one before. The new one was written beside it, piece
-- by piece, so that Redis was never busy for long; this only changes the names.
--
-- KEYS[1]  the vendor's list: page by product, and its version under '#'
-- KEYS[2]  the new one
-- ARGV     how many pages the new one must have: fewer, and a part of it got lost on the way
--          how long it lives unless it is heard of again, in milliseconds
-- Returns  the new version; 0 when nothing was changed

if redis.call('HLEN', KEYS[2]) ~= tonumber(ARGV[1]) then
  redis.call('UNLINK', KEYS[2])
  return {0}
end
local time = redis.call('TIME')
local before = tonumber(redis.call('HGET', KEYS[1], '#') or 0)
local version = math.max(time[1] * 1000000 + time[2], before + 1)
redis.call('HSET', KEYS[2], '#', string.format('%.0f', version))
redis.call('UNLINK', KEYS[1])
redis.call('RENAME', KEYS[2], KEYS[1])
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return {version}
