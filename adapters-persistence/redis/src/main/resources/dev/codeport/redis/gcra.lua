-- The generic cell rate algorithm. What is kept of a key is one moment: when its allowance will be
-- whole again. Each take moves it on by one interval; a take that would move it further away than
-- the whole allowance is denied and moves nothing.
--
-- KEYS[1]  that moment, in microseconds; gone once it has passed
-- ARGV     now in microseconds, or 0 for this server's clock, which all nodes share
--          the interval in whole microseconds
--          how many intervals make the whole allowance
--          1 to take, 0 to look, -1 to give one back
-- Returns  1 or 0: granted or denied; how many more there are; how long to wait, in microseconds

local now = tonumber(ARGV[1])
if now == 0 then
  local time = redis.call('TIME')
  now = time[1] * 1000000 + time[2]
end
local interval = tonumber(ARGV[2])
local allowance = interval * tonumber(ARGV[3])

-- A clock that was set back, or a limit made smaller, leaves a moment too far away.
local whole = tonumber(redis.call('GET', KEYS[1]) or now)
whole = math.min(math.max(whole, now), now + allowance)

local function keep(moment)
  if moment > now then
    local life = math.ceil((moment - now) / 1000) + 1
    -- Written out: Lua would shorten such numbers to 14 digits.
    redis.call('SET', KEYS[1], string.format('%.0f', moment), 'PX', string.format('%.0f', life))
  else
    redis.call('DEL', KEYS[1])
  end
end

if ARGV[4] == '-1' then
  keep(whole - interval)
  return {1, 0, 0}
end
local spare = now + allowance - whole - interval
if spare < 0 then
  return {0, 0, -spare}
end
if ARGV[4] == '1' then
  keep(whole + interval)
end
return {1, math.floor(spare / interval), 0}
