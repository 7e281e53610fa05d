-- One offer's count becomes zero, if it is known.
--
-- KEYS[1]  the vendor's list: page by product, and its version under '#'
-- ARGV     the product; the operator as it ends the offer's line; since when, in microseconds
-- Returns  the version after; 0 when nothing is known of the offer or of the whole list
--
-- A page has a line for each offer: since when, how many, cost, currency, hints, operator.

local page = redis.call('HGET', KEYS[1], ARGV[1])
if not page then
  return {0}
end
local lines = {}
local found = false
for line in string.gmatch(page, '[^\n]+') do
  local cost, operator = string.match(line, '^%-?%d+ %d+ (%d+ %u+ [^ ]+) (.*)$')
  if operator == ARGV[2] then
    line = ARGV[3] .. ' 0 ' .. cost .. ' ' .. operator
    found = true
  end
  lines[#lines + 1] = line
end
if not found then
  return {0}
end
redis.call('HSET', KEYS[1], ARGV[1], table.concat(lines, '\n'))
if redis.call('HEXISTS', KEYS[1], '#') == 1 then
  return {redis.call('HINCRBY', KEYS[1], '#', 1)}
end
return {0}
