/** Adjectives, adverbs and small words that state something, written like the verbs. */
export const ADJECTIVES = `
incoming inbound arriving
outgoing outbound departing
broken faulty defective damaged
old elderly senior > older elderly
elderly aged old
old former past
young
sick ill
ill unwell sick
hurt injured
dead deceased
new newly fresh recent
new > newly
new first > new
built > newly
big large
large big
small little
small tiny
fast quick rapid prompt speedy swift
fast quick soon > promptly quickly
early
late
late overdue
overdue late unpaid outstanding
unpaid outstanding overdue
open unfilled vacant
clean
clean tidy neat
safe
safe secure
easy simple
simple plain easy
clear plain
correct accurate right exact
correct right > correctly properly accurately
careful thorough
often frequent regular frequently regularly
regular repeat frequent regularly
usual normal typical
always constantly consistently
sometimes occasionally
occasionally sometimes
hand manual manually
manual hand manually
machine automatic automated > machine
personally person
counter > person
face person
spoken oral verbal orally
written writing write
write > written writing
paper printed
printed print
online web
weekly week
monthly month
daily day
nightly night
hourly hour
yearly annual year
annual yearly year
quarterly quarter
everyday daily
overnight night
indoor inside interior
interior inside indoor
outdoor outside exterior
exterior outside outdoor
local
foreign
foreign international
private home
domestic private household
household home domestic
main primary
same identical
together jointly joint
joint together
all every each whole entire
whole entire full
entire whole
full complete
complete full
every all each
both two
two both pair couple
couple two pair
several multiple many some few
several multiple few
many numerous lot lots
many lot > multiple several
lot many
some several
different various diverse
various different
more additional extra further
extra additional
fewer less
less fewer reduce
lower less
higher more
better improve
more increase
less reduce
reduce drop > down
up increase rise
mondays tuesdays wednesdays thursdays fridays saturdays sundays weekends weekdays > every each weekly
monday tuesday wednesday thursday friday > weekday
saturday sunday > weekend
shorter cut reduce
missing absent lacking
duplicate double repeated
empty vacant
free > unpaid
voluntary volunteer unpaid
volunteer voluntary
unpaid volunteer voluntary
paid
native mother
fluent fluently
fluent > speak
language > speak
basic elementary
legal
medical
medical clinical
financial money
digital online
electronic digital
german germany
urgent emergency
current present
current today still now ongoing
still today current
alone solo
solo alone
within under
under below within
without no zero free never
no without zero none never
never no without
not no
zero no without
free without no
before prior
after following
during while
used secondhand
reference
freelance self-employed freelancer
selfemployed freelance
seasonal season
summer winter spring autumn > seasonal season
fulltime
live
cold
hot warm
heavy
sharp
blind
deaf
only sole
sole only
beginning beginner > beginner
hurt injured sick > injured
risky dangerous hazardous
dangerous hazardous
hazardous dangerous
busy rush peak
peak busy rush
rush busy peak
shared common joint
common shared
`;
