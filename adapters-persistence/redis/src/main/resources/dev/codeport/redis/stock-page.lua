-- A vendor's offers for one product take the place of those before. An empty page says that there
-- are none; it is kept, because a page that is missing from a list without a version says nothing.
--
-- KEYS[1]  the vendor's list: page by product, and its version under '#' once the whole was heard
-- ARGV     the product; its page; how long a list lives that is only begun, in milliseconds
-- Returns  the version after; 0 when the whole list was not heard of

redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
if redis.call('HEXISTS', KEYS[1], '#') == 1 then
  return {redis.call('HINCRBY', KEYS[1], '#', 1)}
end
if redis.call('PTTL', KEYS[1]) < 0 then
  redis.call('PEXPIRE', KEYS[1], ARGV[3])
end
return {0}
