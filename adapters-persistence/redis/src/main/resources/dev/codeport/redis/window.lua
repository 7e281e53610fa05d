-- What was granted of one key within windows that slide. Kept is each grant by its name, and when it
-- was made. One more is granted when every window has fewer than its count in it, and the pause since
-- the newest is over; how long that pause is goes by how many the longest window has in it. A name
-- that counts already is granted again and counts once. After a clock was set back, what was granted
-- later than now counts as granted now.
--
-- KEYS[1]  a sorted set: names by the microsecond of their grant; gone when none counts any more
-- ARGV     now in microseconds, or 0 for this server's clock, which all nodes share
--          1 to take, 0 to look
--          the name
--          how many windows; for each its count, and its length in whole microseconds
--          the pauses after the first, the second, ... in whole microseconds
-- Returns  1 or 0: granted or denied; how many more there are now; how long to wait, in microseconds
--
-- It reads all that counts: meant for tens of grants, not for thousands.

local now = tonumber(ARGV[1])
if now == 0 then
  local time = redis.call('TIME')
  now = time[1] * 1000000 + time[2]
end
local takes = ARGV[2] == '1'

local windows, pauses, memory = {}, {}, 0
local next = 5
for i = 1, tonumber(ARGV[4]) do
  windows[i] = {count = tonumber(ARGV[next]), length = tonumber(ARGV[next + 1])}
  memory = math.max(memory, windows[i].length)
  next = next + 2
end
while ARGV[next] do
  pauses[#pauses + 1] = tonumber(ARGV[next])
  next = next + 1
end

-- Written out: Lua would shorten such numbers to 14 digits.
local function whole(number)
  return string.format('%.0f', number)
end

local grants, known = {}, false
local log = redis.call('ZRANGE', KEYS[1], 0, -1, 'WITHSCORES')
for i = 1, #log, 2 do
  local at = tonumber(log[i + 1])
  if at > now then
    at = now
    if takes then
      redis.call('ZADD', KEYS[1], whole(now), log[i])
    end
  end
  if at + memory > now then
    grants[#grants + 1] = at
    known = known or (takes and log[i] == ARGV[3])
  end
end
if takes then
  redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', whole(now - memory))
end

local function counted(moment, length)
  local count = 0
  for i = #grants, 1, -1 do
    if grants[i] + length <= moment then
      break
    end
    count = count + 1
  end
  return count
end

local function pause(count)
  return pauses[math.min(count, #pauses)] or 0
end

if not known then
  -- A window has room when, of the newest that fill it, the oldest has left.
  local from = now
  for _, window in ipairs(windows) do
    if #grants >= window.count then
      from = math.max(from, grants[#grants - window.count + 1] + window.length)
    end
  end
  -- A pause may end by itself, or become another because an old grant counts no more.
  local count = counted(from, memory)
  while count > 0 and grants[#grants] + pause(count) > from do
    from = math.min(grants[#grants] + pause(count), grants[#grants - count + 1] + memory)
    count = counted(from, memory)
  end
  if from > now then
    return {0, 0, from - now}
  end
  if takes then
    redis.call('ZADD', KEYS[1], whole(now), ARGV[3])
    redis.call('PEXPIRE', KEYS[1], whole(math.ceil(memory / 1000) + 1))
  end
  grants[#grants + 1] = now
end

local room = math.huge
for _, window in ipairs(windows) do
  room = math.min(room, window.count - counted(now, window.length))
end
local more, newest = 0, grants[#grants]
while more < room and newest + pause(#grants + more) <= now do
  if more > #pauses then
    more = room
  else
    more = more + 1
    newest = now
  end
end
return {1, more, 0}
