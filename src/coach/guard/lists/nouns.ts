/** Nouns, written like the verbs: "a b > c" lets c say what a or b said. */
export const NOUNS = `
customer client shopper patron buyer
guest visitor customer
customer client guest patient tenant resident caller shopper tourist passenger > client customer
patient resident client
pupil student learner child schoolchild kid
child kid toddler infant baby youngster > child kid
teenager teen youth adolescent
student undergraduate
adult people person
people person individual
parent mother father family > parent family
parent family relative > family
citizen resident public people
colleague coworker teammate peer
colleague coworker teammate staff employee worker member team crew
employee staff worker personnel
staff team crew
crew team squad group
team department group unit
beginner newcomer starter joiner
hire > newcomer starter joiner beginner
starter hire newcomer recruit colleague employee > starter employee colleague newcomer
boss manager supervisor
owner proprietor
doctor physician
vet veterinarian veterinary
nurse
lawyer attorney solicitor
engineer technician
developer programmer
teacher instructor educator
volunteer helper
supplier vendor
supplier vendor
company firm business employer organization
company firm
shop store
shop store outlet branch location
store supermarket market shop > store shop
office workplace
building property site facility premises > building property facility
house home household property
flat apartment home
home residence
room > space
hotel inn house
restaurant diner bistro cafe > restaurant
kitchen galley
canteen cafeteria
ward unit floor
clinic practice surgery
hospital clinic > facility
school academy college
university college
lab laboratory
farm
garden yard
lawn grass
field
warehouse depot
factory plant
workshop
counter desk
reception receptionist front
register till checkout
cash money
money fund
fund grant money funding
payment pay
price cost
cost expense spending expenditure
budget
tax
invoice bill
invoice bill receipt > document
receipt
salary wage pay payroll
payroll wage
book account ledger > account book
account book
closing close
report summary
report > document
paper document form file record > document paper paperwork
document paper file
paperwork document form
document > documentation
record file log entry
record > documentation
chart graph
chart figure graph > visual
chart record file
letter correspondence mail
letter email > correspondence
memo memorandum memoranda note
note minute
contract agreement
lease agreement contract
law legal
case matter
list listing
list register
checklist list
manual guide instruction handbook
guide manual
instruction direction
instruction procedure
procedure process routine
rule regulation
rule standard regulation policy
policy
plan
timetable schedule rota roster
schedule calendar
appointment meeting booking
appointment booking
booking reservation
meeting session
meeting conference
class lesson course
class lesson session
course training class
course program
training instruction
workshop seminar session
workshop training
event function
event party fair dinner concert festival conference wedding gala > event
party celebration
dinner meal banquet
lunch dinner breakfast meal > meal
meal food dish
food meal
dish plate
dish > meal
drink beverage
coffee tea juice beer wine cocktail > drink beverage
cover guest diner meal
starter appetizer
dessert sweet
bread cake pastry roll > baked
vegetable fruit > produce
meat fish beef chicken pork > meat
apple pear plum cherry > fruit
ingredient
crop
wheat barley maize corn oats > grain crop cereal
cattle cow
cow cattle sheep goat pig > animal livestock
dog cat > pet animal
pet animal
tractor plow truck forklift > vehicle
car automobile vehicle
car van truck bus lorry > vehicle
truck lorry
van truck
bus coach
train rail railway railroad
track line
road street
route tour
route run
trip journey
trip tour
parcel package
parcel package shipment
delivery shipment
shipment load freight cargo
goods product item stock merchandise
product item goods
product item article merchandise
item thing
stock inventory
stock supply
supply material
pallet
box carton crate case
box > package
shelf rack
shelf display
tool equipment instrument
machine equipment machinery
machine device
equipment gear device
device appliance gadget
part component
part piece component
pipe pipework piping
tap faucet
boiler heater
socket outlet
light lamp lighting
lamp light
wire cable wiring
cable line wire cabling
wall partition
floor flooring
roof roofing
door
window
wood timber lumber
steel metal iron aluminium > metal
metal
weld welding joint
engine motor
gearbox transmission
tyre tire wheel
brake
fault defect issue problem
bug defect issue error fault problem
error mistake
problem issue difficulty trouble
problem question > issue
complaint problem > issue complaint concern
complaint concern
question query inquiry enquiry
question request inquiry
request order
request call ticket
ticket request issue case
call phone telephone
phone telephone
phone mobile smartphone
email mail message
email mail
message
website site web webpage
page webpage
page site
app application
app program software
software program application
program programme
code
code script
script program
test exam
exam test examination
test check
database db
data information
data dataset
information detail info
information data
spreadsheet sheet table
dashboard
picture photo image photograph
photo photograph image
video film clip
movie film
text article content
text copy
article story piece post
article post text > content
post update
newspaper paper
magazine
book
book publication
leaflet flyer brochure pamphlet
flyer poster leaflet brochure banner > material
ad advert advertisement
ad campaign
campaign drive
slide presentation
presentation talk
talk speech lecture
speech talk
drawing plan blueprint
drawing sketch illustration
sample specimen
result finding
result outcome
finding conclusion
study research
experiment trial
research study
survey questionnaire poll
interview
position job role vacancy opening
vacancy position opening job
job role position post
job task duty
job project
task assignment duty
task item
duty responsibility
project
project initiative
shift turn
shift
morning am
morning
evening night
evening
noon midday
weekend
day
night
week
month
year
hour
today present current now
today present now
year annual yearly
month monthly
week weekly
day daily
daily day
every each all per
each every per
twice double
half
rest remainder
way method manner
method technique approach
way route
step stage
start beginning
end close
end
amount quantity
number count
number
total sum
rate percentage
size
size measure
measure
level
range variety
place location
place spot
town city
city town municipality
area region district
county region
country nation
building
language
mathematics math maths
maths math mathematics
science
physics chemistry biology > science
history
english german french spanish italian > language
degree bachelor
bsc bachelor degree
ba bachelor degree
bachelor bsc ba llb beng bed bfa bba bcom > bachelor degree
llb > law
master msc ma mba meng > degree
msc > master
ma > master
doctorate phd
phd doctorate > doctorate degree
diploma certificate degree > qualification
certificate certification
certificate
certificate licence license > qualification
license licence permit
apprenticeship traineeship
apprenticeship traineeship > training train learn trade
internship placement traineeship > internship placement
training education > study
education training
study university degree > study
school
skill
skill ability
experience
knowledge
safety
safety security
hygiene sanitation cleanliness
hygiene
first
fire
emergency
accident incident
incident event
injury
pain ache
illness disease sickness
disease illness condition
drug medicine medication
medication medicine drug
medicine medication
dose
wound injury
wheelchair
blood
surgery operation
treatment therapy care
therapy treatment
care nursing
support help assistance
help assistance support aid
assistance help
advice guidance consultation
advice counselling
guidance supervision direction
service
service support
sale
sale revenue turnover
revenue income
profit earnings
donation gift
donation gift contribution
donor supporter
member
member participant
club group society
club team
association union society
committee board council
board committee
council municipality
charity nonprofit ngo
church parish congregation
game match
sport game
music song
song piece
concert show performance
show performance
play show
exhibition show exhibit
museum gallery
stand booth stall
stall stand
fair show market exhibition
line queue
line row
line production
queue line
bed
sheet linen bedding
linen laundry
laundry washing
clothes clothing garment apparel
dress suit shirt trousers > garment clothing
curtain
cloth fabric textile
bag
glass
bottle
trash garbage rubbish waste refuse litter
waste garbage rubbish scrap
key
code
password
server
network
computer pc laptop desktop
laptop pc notebook > computer
printer scanner
internet online web
online internet web digital
account profile
user customer
user
follower subscriber
view visit
signup subscription registration
registration enrollment signup
visitor
traffic visit
feedback comment
feedback review
review rating
review feedback comment
comment remark
news
newsletter
idea suggestion proposal
proposal bid
proposal suggestion
goal target objective
target quota
deadline
quality
need requirement
requirement need
change alteration
change adjustment
improvement
repair
repair maintenance
inspection check
check inspection
control check
opening
arrival incoming inbound
departure outgoing outbound
pickup collection
storage store
entry data
entrance door gate
exit door
gate entrance
parking
farmer farming > farm
gardener gardening > garden
km kilometer kilometre
kg kilo kilogram kilogramme
m meter metre
l liter litre
lb lbs pound
ft foot feet
mi mile
sqm m2
hr hrs hour
min mins minute
sec secs second
mph
t ton tonne
bin trash garbage waste rubbish
bicycle bike cycle
motorcycle motorbike
airplane plane aircraft aeroplane
ship boat vessel
word text language
wording text word
sentence text
mail letter post
postcode zip
parking park
path walkway pavement sidewalk
pavement sidewalk
elevator lift
bathroom restroom toilet washroom
toilet restroom bathroom
trousers pants
sneaker trainer
holiday vacation leave
vacation holiday leave
autumn fall
petrol gas gasoline fuel
fuel petrol diesel
diesel fuel
mobile cell cellphone smartphone
chemist pharmacy pharmacist
pharmacy drugstore
ambulance
nappy diaper
pram stroller
pensioner elderly retiree senior
elderly pensioner senior
senior pensioner
neighbor neighbour
neighborhood district area
friend
woman female lady
man male
girl female
boy male
couple
bride couple wedding
injection shot vaccination
vaccination vaccine injection
vaccine vaccination
blood sample
bandage dressing
dressing bandage
xray radiograph imaging
scan imaging
temperature fever
pressure
pulse heart
symptom sign
diagnosis condition
patient case
case patient client
record history
history record
chart plan
file folder
folder file
archive record
shelf bookshelf
library
lending loan
loan credit lending
credit loan
mortgage loan
deposit
policy contract
insurance coverage cover
claim
audit review
statement account report
balance
transaction payment
till drawer cash
cash coin
change cash
stamp
ticket pass
seat
badge pass card
card
menu
recipe
spice
flour dough
dough pastry
pastry dough
grill barbecue
oven stove
stove oven cooker
fridge refrigerator cooler
refrigerator fridge
freezer
dishwasher
crockery dish plate
glassware glass
cutlery silverware
silverware cutlery
tablecloth linen
bar counter
bar pub
pub bar
bartender barman
cocktail drink
snack food
fryer grill
plant crop flower
flower bouquet
bouquet flower arrangement
tree
hedge shrub bush
bush shrub
branch limb
soil earth ground
ground soil
seed
fertilizer manure
pesticide spray
irrigation watering
greenhouse
barn stable
stable stall barn
stall stable
fence fencing
fencing fence
gate
egg
milk dairy
dairy milk
wool
honey
net
trench ditch
ditch trench
pit hole
concrete cement
cement concrete
brick block masonry
masonry brick stone
stone
tile tiling
plaster
scaffold scaffolding
ladder
beam girder
girder beam
foundation
drain drainage sewer
drainage drain
sewer drain
sink basin
shower
valve
pump
heating heater radiator boiler
radiator heater
ventilation
duct
cooling
panel
solar
battery
circuit
fuse
switch
alarm
sensor
meter gauge
gauge meter
camera cctv video
cctv camera
lock
tool
drill
saw
hammer
lathe mill
mill lathe
mold mould
mould mold
die
sheet
plate
bolt screw fastener
screw bolt fastener
bearing
gear gearbox
chassis frame
frame
bumper
windscreen windshield
windshield windscreen
exhaust
oil lubricant
lubricant oil grease
grease oil
coolant
tank
barrel drum
drum barrel
crane hoist
hoist crane lift
conveyor belt
belt conveyor
scale weight
label tag
tag label
barcode label
scanner reader
headset
radio
screen monitor display
monitor screen display
keyboard
mouse
cable cord
cord cable
backup copy
copy duplicate
version release
release version
feature function functionality
function feature functionality
functionality feature function
module component
component module
service
library package
framework
form page
button
menu
login signin
password
ticket bug
task ticket
branch
build release
pipeline
test testing
endpoint api
table
query
report dashboard
model
figure number
number figure
statistic number figure
average mean
trend
forecast prediction
prediction forecast
estimate
plan planning
planning plan
layout design
design layout
logo
banner
font type typeface
type font typography typeface
typography type
illustration drawing picture
painting picture
portrait photograph
album
magazine publication
journal publication magazine
chapter section
section chapter part
essay paper
thesis dissertation
dissertation thesis
lecture class talk
seminar class course workshop
tutorial lesson
homework assignment
worksheet handout exercise
handout worksheet
exercise worksheet
curriculum syllabus
syllabus curriculum
grade mark class
mark grade
term semester
semester term
pupil
classroom
playground yard
nursery kindergarten preschool daycare
kindergarten preschool nursery
daycare nursery kindergarten
camp
trip excursion outing
excursion outing trip
outing excursion trip
journey route
tourist traveler visitor
passenger traveler
luggage baggage suitcase
baggage luggage
flight
airport
cabin
deck
port harbor
harbor port
dock port bay
bay dock
platform
station stop
stop station
timetable
fare ticket
taxi cab
cab taxi
road
street
bridge
tunnel
traffic
map
address location
location address
border
permit licence
passport
visa
tax
law regulation
regulation law
court
trial hearing case
hearing trial
evidence exhibit
exhibit evidence
witness
police
crime offence
theft stealing
prison jail
jail prison
inmate prisoner
prisoner inmate
soldier troop
troop soldier
election vote
vote ballot
ballot vote
petition
citizen
migrant immigrant refugee
immigrant migrant
refugee migrant
homeless
shelter
hostel shelter
funeral
wedding marriage
marriage wedding
birth delivery
baptism
sermon
choir
orchestra band ensemble
band group
organ
piano keyboard
guitar
stage
costume clothing
audience spectator public
public audience
theater theatre playhouse
cinema theater
scene
script text
role part
part role
dance
gym fitness
fitness gym
pool
ball
tournament competition contest
competition contest tournament
contest competition
league
coach trainer
trainer coach
exercise workout
workout exercise
hair haircut
nail
makeup cosmetic
cosmetic makeup
skin
massage
spa
jewelry jewellery
watch
shoe footwear
footwear shoe
bag handbag
suit
fabric cloth material
thread yarn
yarn thread
pattern
seam stitching
sewing
hem
laundry
iron
carpet rug
rug carpet
furniture
wardrobe closet
closet wardrobe
mattress
pillow
blanket
towel
soap
detergent
broom
vacuum
corridor hallway hall
hallway corridor
hall corridor
stair staircase
staircase stair
entrance lobby
lobby foyer entrance
foyer lobby
balcony
attic
basement cellar
cellar basement
garage
yard garden
fire
smoke
extinguisher
hydrant
drill exercise
rescue
patrol round
round tour patrol
guard security
security guard
visitor
key
report log
log logbook journal diary
diary journal log
notebook notes
calendar diary
agenda
minutes note
transcript
envelope
parcel
courier delivery
van
fleet vehicle
vehicle
zip zipper
program script > macro
answer response reply
response answer reply
score result mark
stage platform
contact touch > contact
place location site
time hour
noise sound
sound audio
audio sound
person client
man woman > person
neighbour neighbor resident
location place
application form
solution problem > solution
touch contact
food meal ingredient
food grocery
grocery food
bread loaf
medicine medication
user people person client
people user
entry record
record entry
row record entry
saturday sunday > weekend
club
youth young
child young
department section
section department area
area section
floor department
manager management
management manager
supervisor management
staff people
people staff
party group
group class
class group
team colleague
office
book title
title book
story tale
game toy
toy
window display
display window
plant machine
broken > defect fault damage
damaged broken > damage
teacher teach school > pupil student
class lesson > pupil student
nurse hospital ward clinic > patient
shop store cashier > customer
waiter waitress restaurant bar > guest customer
hotel receptionist > guest
department team
leaf page
garage workshop
workshop garage
crop plant
sheet paper
print printing
translation text
reading book
care nursing
safety security
holiday leave
parent guardian
guardian parent
occasion time
`;
