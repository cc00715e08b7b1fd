/** Words of all trades that a line is commonly put into besides those a thesaurus links, written like the verbs. */
export const EVERYDAY = `
shop store till checkout supermarket loyalty > shopper customer
lesson class course > learning
teach > lesson lessons class instruction tuition
swim > swimmer
ski > skier
dance > dancer
ride > rider
firefighter > fight
rent rental lease > tenant
want interested > prospective potential
piece part section > segment piece
site location > premises
bridal wedding > bride bridal
month > monthly
illness disease > history
box stall > pen
letterbox mailbox
authority office government > official
oil grease > lubricate
air > pressure
curve line > graph chart
dress > gown
popcorn chip crisp nut cookie sandwich > snack
show lead seat > usher
resume cv
postman mailman postwoman > postal carrier
duty shift
cup plate bowl mug > crockery tableware
people visitor customer spectator audience > guest
clothes clothing apparel wear > garment garments item apparel
difference discrepancy variance deviation mismatch
differ deviate > discrepancy difference variance
owe unpaid due debt arrears > outstanding unpaid overdue receivable debt
owe unpaid due debt bill invoice > payment balance
money cash coin payment owe pay price > amount sum fund payment
see > track identify monitor spot
see watch look > observe monitor view
see > meet visit
shout call > announce
note write list count > track log
small little tiny > minor small
big large long hard > major substantial
minor small little
missing lose gone lost > missing lost
fall fell down > fallen
lunch noon > midday lunchtime
dinner evening supper > dinnertime evening
breakfast morning > morning
night dark evening > nighttime overnight
day > daytime
meal > mealtime
sleep night bed > bedtime
class lesson school > classroom class
pupil student child class school > classroom
form document letter file paper invoice receipt > paperwork document
machine > machinery
shop store > storekeeper retail
shop store market boutique supermarket > retail
hotel restaurant cafe bar > hospitality
hospital clinic doctor nurse patient > medical clinical
house home building flat > residential property
house home flat apartment villa > residence dwelling property
office > administrative
computer software server network > it
phone call > telephone call caller
guest eat dine > diner
sick ill patient > patient
boss owner > employer owner
chief boss > superior
worker colleague staff cook waiter driver nurse clerk > employee staff personnel
worker employee > labor labour workforce
person man woman > adult individual
woman man boy girl child > person
grandparent grandmother grandfather > elderly
old elderly > aged older senior
child boy girl > youngster youth child
teenager adolescent pupil student child > youth young
baby infant newborn
new beginner > novice beginner newcomer
beginner starter > new
first start begin > initial initially
last final > final last
before earlier previous > earlier previous prior
after later > subsequent afterwards
broken fault repair damage > broken faulty damaged
break broke broken > failure breakdown
wrong mistake error false > incorrect wrong
wrong mistake > error inaccuracy
late delay > late delayed
delay late > delay
dirty dirt > soiled dirty
wet > damp moist
clean tidy > cleanliness tidiness
clean tidy clear neat order > orderly tidy
safe safely > safety
ready prepare > ready
need lack without > lack missing
lack without missing > shortage lack
shortage low run > shortage
low short > low short
stop end quit > cease stop
sell shop > sale
free > complimentary
cheap cheaper > affordable inexpensive low
expensive costly dear > costly expensive
cost price fee > charge price fee cost
pay salary wage > pay wage salary compensation
bill invoice charge > billing invoicing
give lend > loan
hand give > present deliver
carry bring take fetch > carry bring transport
return send give bring put > return
put place set lay > place position
put stack shelf lay > arrange place
pile heap stack
heap pile stack
throw toss bin dump > discard dispose
throw discard bin > dispose discard
discard dispose dump
dispose discard remove
clear empty take throw > clear remove
fell chop saw > cut
fell cut
pull > remove
wash scrub wipe rinse mop sweep dust vacuum > clean cleaning
wipe scrub wash > wipe
iron press
fold > arrange
tie bind fasten
bind tie
patch sew repair > mend patch
mend repair fix
paint > repaint coat
wallpaper paint > decorate
fill > refill replenish
top fill > refill replenish
order > reorder
stock refill > restock
heat warm
warm heat
cool chill
boil fry bake roast grill steam cook > cook prepare
chop slice dice cut > chop cut
make cook bake brew > prepare
make pour brew > prepare serve
dish food soup meal > dish meal
soup stew > dish
salad sandwich soup stew pasta pizza > food meal dish
sandwich roll > snack
cake cookie pie tart > dessert cake pastry
coffee tea > beverage
beer wine > alcohol beverage
vegetable fruit > produce
vegetable potato carrot onion tomato cabbage > vegetable produce crop
apple pear plum cherry grape berry strawberry peach lemon orange > fruit produce crop
grape vine > grapevine vine grape
vine vineyard wine
cow sheep goat pig horse hen chicken duck > animal livestock
hen chicken duck goose turkey > poultry bird
horse pony
dog cat rabbit hamster > pet animal
feed fodder hay
hay straw > feed
barn shed stable > building
field > land
grow plant > cultivate
tree shrub hedge flower > plant
flower rose tulip > flower plant
wood plank board > timber wood
truck lorry van car bus tractor forklift ambulance > vehicle
van car truck > vehicle
ship boat ferry > vessel
boat ship > vessel
hull boat ship
train tram > rail
plane aircraft flight
road route street > route
trip drive ride > trip
tire tyre wheel
screw nail bolt > fastener
hammer drill saw wrench spanner > tool
wrench spanner
tool machine instrument device > equipment tool
oven stove fridge washer dishwasher > appliance equipment
fridge freezer oven fryer grill dishwasher > equipment appliance
chair table desk sofa cupboard > furniture
table chair > seating
desk table
cupboard cabinet closet
lamp light bulb
bulb lamp light
plug socket outlet
cable wire cord
pipe tube hose
tube pipe vial
bucket pot pan jar bottle can tin > container
box bag crate > container package
letter card postcard > mail correspondence letter
letter email message > message correspondence letter email
mail post letter
note message
message text
list table sheet > list record
notebook book diary > book record log
diary calendar
calendar diary schedule
plan list > plan
map plan
picture photo drawing image > picture image visual
drawing sketch
sketch drawing
poster sign > sign poster
sign notice
film movie
video clip recording
recording record
record recording
song tune
story tale
tale story
book novel
newspaper paper press
magazine paper > press publication
reporter journalist
journalist reporter
newsroom editor > editorial
lesson class > lesson instruction
exam test quiz > assessment test
homework > assignment
teach lesson > teaching
pupil student > student learner
learner pupil student
school > education educational
grade mark > result grade
library book > library
choir > choral
lab laboratory
laboratory lab laborant
sample probe specimen
specimen sample
measure read > measure reading
number figure value reading
value figure number reading
count number total
machine device
experiment test
results finding
chart graph diagram
diagram chart graph drawing
patient resident > person
blood > sample
pill tablet medicine drug > medication
medicine pill tablet
bandage plaster dressing
ward floor unit
visit round
round tour
bath wash shower > bathe wash
dress clothe
eat food > meal
walk stroll
lift carry move
wheelchair > mobility
pain hurt
ache pain
court judge > legal
lawyer law > legal
contract deal agreement
deal contract agreement
customer buyer > customer
shopper customer
complaint complain angry upset > complaint
angry upset > dissatisfied upset
upset angry
problem trouble fault
trouble problem
question ask > question inquiry enquiry query
ask question > inquiry request
wish want desire
request wish > request
answer reply > reply answer response
call ring > call
visit come > visit visitor
come arrive
arrive come
go leave > depart leave
start open begin > start
morning early dawn > morning
early morning
evening late > evening
often many > frequently
sometimes > occasionally
usual normal ordinary > usual standard regular
normal standard usual
same identical
other another different > other
outside outdoors > outdoor
inside indoors > indoor
near close nearby
nearby near local close
local village town city neighborhood > local
village town > community local
village town city region district county > area locality
neighbor neighborhood village people > community
country land
abroad foreign
foreign abroad
home house > home household
garden yard lawn > garden outdoor
street road > street
help aid > assistance
volunteer free > voluntary
charity donate donation > charitable
collect gather > collection
donate donation give > donation
fair market > fair
party celebration > celebration
game match play > game
goal aim
aim goal
check control > check
control check > check
inspect check > inspection
look view see > view
guard watch > security
lock key > lock
alarm alert
safe protect > protect
rain snow storm > weather
snow ice > snow winter
ice snow
summer winter spring autumn > seasonal
holiday summer > holiday
weekend saturday sunday
trash rubbish garbage litter bin > waste refuse
scrap waste
leftover rest remain > remaining leftover
rest remaining leftover
remain stay
stay remain
expire expiry old > expired
expired old
old used > used
used secondhand
language speak > language
speak say talk > speak
german french spanish english italian arabic turkish polish russian chinese > language
bilingual language
word text > wording
spelling typo > spelling error
typo misspelling
misspelling typo spelling
program script code
code software > code
bug crash error
crash outage fail
outage downtime
downtime outage
server computer > system hardware
laptop computer printer phone tablet > device hardware equipment
website shop app > site
click press
press push
button key
password login > access
user account > user
test check > testing
page screen
screen display
data number record > data
table spreadsheet
excel > spreadsheet
powerpoint > slide presentation
bank > banking
insurance insure
loan credit
offer quote
quote offer quotation
quotation quote offer
price quote
delivery deliver parcel > delivery
parcel package > package parcel
shelf > shelving
truck driver > driver
warehouse store depot
pallet load
load goods cargo
ticket fare
passenger rider
rider passenger
guest visitor
visitor guest
room chamber
key lock
reception desk
luggage bag suitcase
suitcase bag
waiter waitress server
bar pub
chef cook
cook chef > kitchen
kitchen cook
hair cut > haircut
cut trim
shave trim
color dye > color
tailor > sew
fabric cloth
loom weave
yarn thread
operator machine
assembly assemble
assemble assembly
factory plant production
line belt
shift turn
part piece > part
quality check
pack package
label sticker
sticker label
build construct
brick wall
site building
concrete pour
dig hole
hole pit
ditch channel trench
channel ditch canal
canal channel
river stream
stream river
heat heating
wind turbine
solar panel
meter gauge
power electricity
electricity power current
current electricity
cell battery
mobile phone
antenna aerial mast
mast tower antenna
tower mast
signal reception
fiber fibre cable
broadband internet
internet broadband
subscriber customer
tariff plan rate
plan tariff
donor giver
grant fund
refugee newcomer
shelter home
soup kitchen
leaflet flyer
meeting meet
meet meeting
minutes protocol
protocol minutes
speech talk
advice tip advise > advice
tip advice
train exercise
sport athletic
athlete player
swim pool
pool swim
match game
stage theater
theater stage
music > musical
concert gig
gig concert
artist painter
paint painting
museum gallery
tour visit
child childcare
childcare child
nap sleep
sleep nap
diaper nappy
progress improve develop > progress
behave behavior
behavior behave conduct
mother father > parent
away > absence absent
family household
`;

/** Phrases with the word that each is read as, like those of phrases.ts. */
export const EVERYDAY_PHRASES = `
in line with, in accordance with, according to, in keeping with = with
call taxi, call a taxi, call cab = order
have not pay, not pay, not yet pay, have not be pay, be owe, still owe = overdue
twice, two times, double = duplicate
pass by, walk by, people in the street, person in the street, people on the street = passer
four times a year, 4 times a year, every three months, every 3 months = quarterly
twice a year, every six months, every 6 months, two times a year = semiannual
school play, stage play, play for = theater
school play = production
get to, come to = reach
in the harvest, during the harvest, at harvest = harvest
duty roster, shift roster, duty rota, shift plan, work schedule, rota, roster, shift schedule = roster
stay until, remain until = stay
trash can, rubbish bin, waste bin, garbage can, waste basket, dust bin = bin
shop owner, store owner, owner of the shop, owner of the store, owner of a shop, owner of a store = shopkeeper
put back, put * back, put * * back, give back, take back, hand back, place back = return
bring down, blow down, knock down = fall
run low, run short, run out, get low = shortage
let * know, let * * know, let know, give notice = inform
say hello to = greet
go through, go over, look through, look at, read through = review
look at, look over = examine
see to = handle
how * do, how * * do, how * * * do, how * be do, how * * be do = progress
fill in form, fill form, fill in the form, complete form = paperwork
bring in line = align
throw out, throw * out, throw * * out, throw * away, throw * * away, get rid of = discard
cut down, saw down, chop down = fell
cut down tree, cut down * tree, cut down the tree = remove
cut up = cut
take away, clear away, haul away, cart away, pull out = remove
tell apart = distinguish
stand by = standby
hang up, put up = hang
stick up, stick on = attach
write out = write
type up, write up = type
type up, write up = document
copy down = copy
jot down, write down, put down = note
wait for = await
make ready, get * ready, get * * ready, get * * * ready = prepare
turn over = rotate
turn around = rotate
hand out = issue
send back, ship back, mail back = return
call back, phone back, ring back = call
call up, phone up, ring up = call
pick up the phone, answer the phone, be on the phone = phone
pick up, go get = fetch
bring over = deliver
take to = transport
take to = deliver
bring to, carry to = deliver
set apart = separate
split up = divide
join up = connect
hook up, plug in, wire up = connect
hook up, plug in, wire up = install
screw together, nail together, bolt together, fit together = assemble
take part = participate
come to = attend
go to = attend
go to = visit
go along = accompany
go with = accompany
stay with = accompany
stay in touch = communicate
get along = cooperate
talk through = discuss
talk about, speak about = discuss
talk over = discuss
talk * through, talk * * through = explain
ask around = inquire
find out = determine
find out, figure out = discover
look out for = monitor
watch out for = monitor
keep watch, keep an eye = monitor
keep busy = occupy
look up = check
tidy up = tidy
sweep out = sweep
wash down, wash off, wash out, hose down = wash
wipe down, wipe off = wipe
fill out = fill
use up = use
do again, do over = repeat
do again = redo
start over = restart
hold * meeting, have * meeting = meet
half a year, half year = halfyear
for nothing, for free, without pay, without payment, free of charge, at no cost = free
without pay, for free = unpaid
once more = again
by mistake = accidentally
in a row = consecutive
in order = ordered
in order of = order
in charge of the = manage
out of order = broken
out of order = faulty
get broken, be broken, break down, stop working, not work = broken
break down, stop working = fail
be late = late
be missing, go missing, get lost = missing
go bad, go off, be spoiled = spoiled
in pain = pain
be in pain = pain
in need = need
in need = needy
on the road = travel
at sea = sea
at school, in school = school
in class = classroom
in class = class
after hours = evening
over night = overnight
around the table = table
one after another, one by one, one at a time = individual
one to one, one on one = individual
two by two, in pairs = pair
side by side = together
to scale = scale
from memory = memory
by heart = memory
by sea = ship
by bike, by bicycle = bicycle
by boat = boat
by train = train
by bus = bus
by post, by mail = mail
by letter = letter
by phone = phone
by name = name
per hour = hourly
conference room, board room, boardroom, meeting room = meetingroom
living room, sitting room, lounge = livingroom
waiting room, waiting area = waitingroom
dining room, dining hall = diningroom
changing room, dressing room, fitting room = fittingroom
washing machine, washer = washer
coffee machine, coffee maker, espresso machine = coffeemaker
cell phone, mobile phone, smart phone = mobile
text message = message
news letter = newsletter
blood pressure = bloodpressure
data set = dataset
bus stop = stop
gas station, petrol station, filling station, service station = gasstation
post office = postoffice
town hall, city hall = townhall
play ground = playground
day care = daycare
grocery store, food store, food shop = grocery
head office, headquarters = headquarters
lost property, lost and found = lostproperty
opening time, opening hours, business hours = hours
price tag, price label = price
gift voucher, gift card = voucher
check list = checklist
short film = film
first aid = firstaid
sign language = signlanguage
special needs, special education, additional needs = specialneeds
food bank = foodbank
youth club, youth center, youth centre = youth
evening class, night school, evening school = eveningschool
upper secondary = secondary
summer job, holiday job = summer
thank you letter, thank you note = thanks
birthday party = birthday
work experience = experience
work placement = placement
trial shift = trial
fitness studio, gym = gym
solar panel, photovoltaic panel, pv panel = pv
wind turbine, windmill = turbine
power line, electric line = powerline
fuse box, fuse board, distribution board = fusebox
air conditioning, air conditioner, ac unit = aircon
test tube = tube
fire drill = drill
hard of hearing = deaf
fork lift = forklift
pallet jack, pallet truck = palletjack
bar code = barcode
cash desk, cash till, cash box = till
customer complaint = complaint
customer question, customer query = inquiry
`;
