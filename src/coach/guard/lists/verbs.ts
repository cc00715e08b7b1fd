/**
 * Verbs, by base form. In a line without ">" each word may stand for each other; "a b > c d" lets c and d say what a or b said,
 * and not the other way round. Who tested has not built, who entered has not approved, who helped has not led: such words
 * share no line.
 */
export const VERBS = `
lead manage head supervise direct oversee chair run captain
run operate
run conduct host hold organize
run use drive > operate
use employ apply utilize operate handle
do make carry undertake work perform handle > do perform complete carry conduct handle undertake execute
do make work handle > prepare process produce provide deliver
do > keep maintain conduct
work > serve operate staff
work cover > serve cover staff
help assist support aid contribute participate involve collaborate
help serve look > serve assist attend
work collaborate cooperate partner liaise team join
speak talk discuss converse communicate call
tell inform notify brief update advise
ask request inquire question poll
advise counsel consult recommend guide
advise tell explain > advise inform
answer respond reply field take handle address deal
answer respond reply > answer
take answer handle receive > take field handle receive answer
take record note measure collect > record take collect measure
deal handle look care > handle process address
handle process
resolve fix solve settle
fix repair mend restore service overhaul
fix correct rectify remedy amend
repair service fix > maintain
maintain keep preserve upkeep
look care tend mind attend
look > care handle maintain
give provide offer supply hand deliver administer
give hand pass issue distribute dispense share circulate spread
give hold run teach deliver present conduct lead > deliver conduct hold facilitate give
give tell present speak lecture > present
teach instruct train show educate coach tutor school
teach train show coach mentor guide onboard introduce instruct
show explain demonstrate present teach introduce illustrate
show guide > guide accompany escort show
guide lead accompany escort
guide host lead > lead guide
learn study
make create produce build craft construct
make create produce > prepare
prepare > create produce
make bake cook > make prepare produce
make bake > bake
make cook > cook
bake cook grill fry roast brew work > prepare make cook
draw sketch design illustrate make > create draw produce make
design create develop
build create develop implement construct establish assemble
write create develop author code program draft compose > write create develop author compose prepare produce
write make > draft prepare
write type note log record document enter file jot register > write record document log note register
record enter log input key type register capture
update revise refresh renew edit
update change keep > maintain update
change alter modify adjust adapt amend edit
change switch convert transform migrate > change switch convert
move migrate transfer port relocate shift convert
move carry lift bring take transport convey haul drive ship deliver transfer > move transport carry transfer deliver
bring carry take drive > deliver transport bring
deliver drop distribute
deliver ship send dispatch
send mail ship forward dispatch post email
collect gather pick fetch compile assemble
gather collect > compile
pick select choose
sort organize arrange order classify file categorize
arrange organize plan schedule coordinate set book
organize arrange coordinate plan host stage
run organize set > organize
plan schedule organize prepare map
book schedule reserve arrange
make set arrange > schedule arrange book
order buy purchase procure source obtain
order > request
get obtain receive acquire
sell vend
check inspect examine verify review audit test monitor control
check verify confirm ensure validate
check read go > review
check compare match reconcile balance
check watch observe track follow monitor survey supervise
check test try > test
look search research investigate study > research investigate search
find identify detect discover spot locate trace uncover
find look > identify source
watch guard patrol monitor secure protect > monitor
count tally
count calculate compute figure
inventory > count
measure weigh survey gauge record
sample collect > sample
analyze examine study evaluate assess review
assess evaluate appraise judge
evaluate grade mark score rate assess
grade mark correct > assess
clean wash wipe scrub mop sweep tidy vacuum dust polish rinse > clean
clean tidy
clean wash > wash
clean disinfect sanitize sterilize > sanitize clean
disinfect sanitize sterilize
stock replenish restock fill refill
stock keep put place store > stock store place
put place set position lay
put store > store
load fill > load
pack wrap box bag package
unload unpack empty discharge
install fit mount set
set install configure setup
set establish create start launch found > set establish create
set build assemble erect mount install > set assemble erect mount install
start begin launch initiate introduce open commence
start set > establish found
introduce implement roll launch
implement introduce deploy install
deploy release ship roll
connect link wire join integrate
wire install > install
remove delete clear take strip
remove take > collect
replace change swap exchange
close shut finish complete end
finish complete
greet welcome receive
greet welcome meet > greet
serve help wait attend assist
serve > help assist
sign enroll register > register enroll
register check admit > register admit
receive get take accept
receive accept > take
pay process settle remit
bill invoice charge
charge > bill
collect take receive > collect receive
increase raise grow boost expand improve lift
increase raise grow boost rise
improve enhance better upgrade refine strengthen
make > improve
reduce cut lower decrease shrink trim shorten lessen minimize
drop fall decline decrease sink go
rise grow climb increase go
cut reduce shorten speed > accelerate
save cut reduce
stop prevent end eliminate avoid
eliminate remove
save recover rescue
win earn gain receive get secure obtain
earn complete receive get obtain finish > earn obtain receive complete
exceed beat surpass outperform top
meet reach hit achieve attain
raise collect bring generate
bring earn make > generate
raise rear breed
feed water care
grow plant cultivate raise
harvest pick gather
plant sow
cut trim mow prune clip
cut saw slice chop
sew stitch
sew make > make
paint decorate coat
weld solder > join
weld > join fabricate
dig excavate
dry cure
care nurse treat tend attend support
treat care nurse
treat nurse > treat care
feed bathe dress wash > care
lift carry
drive operate transport
drive ride > travel
fly pilot
inspect survey
interpret > translate
translate > render
publish post release issue
post upload share publish
edit proofread correct revise
photograph shoot film record > capture
interview question talk meet
hire recruit employ onboard
recruit find > hire source
represent act
act serve work
serve sit belong member
belong member
hold have possess own
earn hold have possess complete pass > hold have
hold get > earn
negotiate bargain
persuade convince
promote advertise market
promote advance
follow obey comply adhere
follow apply > apply
keep follow > comply
keep hold > retain
keep > maintain track
keep track monitor log
track trace follow monitor
report tell > report
report write document > report document
report raise flag > report flag
report summarize present
summarize condense
lay place
return give > return
reply answer
reshelve shelve
shelve stock
transport deliver
open unlock
lock secure close
supply deliver provide stock equip
distribute hand supply
share split
share discuss present
visit call > visit
visit go travel > visit
go attend visit
attend join visit
rewrite rework redo revise
rebuild redo reconstruct renovate restore refurbish
convert turn change transform
turn make > turn
combine merge unite join
split divide separate
simplify streamline
automate script
script write
add write create include > add
add > write include
debug troubleshoot diagnose fix
diagnose troubleshoot find > diagnose identify
prevent avoid stop
reach contact
contact call phone ring email write > contact
call phone ring telephone
respond react
respond go > respond
calm soothe reassure comfort
comfort support > support
play perform
perform play dance sing act > perform
practice rehearse
read recite
translate convert
finish end complete
need require
want wish
allow enable let permit
cause lead
ensure secure guarantee
consist comprise include
include contain
back behind
cook > prepare
mix blend combine
assemble build put construct
assemble put fit > assemble
disassemble dismantle
process handle treat
process enter check > process
approve authorize
sign approve > sign
scan photograph > digitize
copy duplicate reproduce
print publish
keep log record > record log
file archive store
file sort > organize
type transcribe
transcribe record
balance reconcile
budget plan
estimate calculate
forecast predict project estimate
model simulate
solve resolve
handle manage > handle
teach lecture > lecture teach
lecture speak > present
study research
experiment test trial
test trial try
compare match
match pair fit
inform educate
train prepare
train > learn study
study attend complete > complete study
graduate complete finish
spend work
log count
compress shrink
fund finance sponsor
donate give
attract draw bring
sell market > sell
upsell sell > sell
restock reorder
patrol guard
guard protect secure watch
escort accompany
announce inform
demonstrate present
handle lift move > handle
hand give
draft write prepare
draft > prepare
draft > write
finalize complete finish
issue give send
store keep hold warehouse
rotate turn change
recycle reuse
mentor coach guide
tour guide > guide
seat place > seat
usher guide
host welcome
host present moderate
moderate facilitate
facilitate run lead hold moderate > facilitate
cater serve
wait serve
brew make
pour serve
garnish decorate
plate serve
put place set > install mount fit
take > draw collect
laundry > wash launder
wash iron > launder
walk go > patrol travel
wipe clean > wipe
empty clear dump > empty
empty take > dispose
throw > dispose
sand smooth
color dye
shape form
cut style trim
bottle fill
label tag mark
mark label
wrap pack
peel cut chop slice > prepare
chop cut slice dice > cut prepare
set lay > prepare
recommend suggest
suggest propose
suggest advise > recommend
propose suggest > recommend
know > understand
understand know
solve answer
agree arrange > agree
arrange negotiate > agree
remind notify
warn alert notify
alert inform notify
announce publish
invite ask
welcome invite
thank
listen hear
talk listen > communicate
talk speak discuss > speak talk discuss
explain describe
describe explain
translate explain > explain
fetch get bring
get fetch
get buy > obtain procure
use work > apply
build make > fabricate manufacture
produce make manufacture fabricate
manufacture produce fabricate
machine mill turn lathe
turn mill > machine
saw cut
drill bore
screw bolt fasten attach
fasten attach fix mount
attach fasten mount add
hang mount put
glue bond
seal close
tighten secure
lay install place
lay pave
lay tile
tile tiling
lay put > install
pull lay run > install
plaster render
insulate
demolish dismantle
dig excavate
dig cultivate > till
water irrigate
irrigate water
spray treat
weed remove
rake collect
shovel clear > clear remove
clear remove
feed give > feed
walk exercise
groom brush
shear cut
slaughter butcher
catch trap
fish catch
dress bandage
bandage dress
administer give
dispense give
prescribe give
screen test check
scan check
monitor check
observe watch monitor
observe watch see
chart record document
log record
code program develop
code program write > code program
program develop code write
develop program
test check verify
debug fix
deploy release
host run
maintain run > maintain
back copy > backup
restore recover
recover restore
configure set
customize adapt adjust
adapt adjust
adjust set tune
tune adjust
calibrate adjust set
optimize improve tune
simplify reduce > simplify
rewrite write > rewrite
import export > convert
clean wash pack peel chop sort iron fold arrange assemble lay mix load > prepare
explain show > tell
draw sketch > draft
merge join
clean correct > clean
query search
search find
calculate work figure > calculate
plot draw chart > plot visualize
visualize plot chart
present show give > present
show display
display show exhibit
exhibit show display
decorate dress > decorate
arrange place display put
merchandise display arrange
promote advertise
hand distribute
collect pick
sort separate
separate sort
weigh measure
price mark tag
ring scan process
refund return
exchange swap
wrap pack
count check > audit
audit check count review
file submit
submit file send
submit hand
prepare file
claim request
reimburse pay
deposit bank
bank deposit
lend loan
rent lease let
let rent lease
lease rent
value appraise
appraise value
insure cover
survey ask
interview ask
canvass ask
raise collect fundraise
fundraise raise
donate give
counsel advise
mediate settle
settle resolve
represent speak
defend represent
argue present
research look
cite quote
proofread check
edit correct change
edit cut
cut edit
record film
film shoot
light illuminate
rehearse practice
compose write
choreograph create
sing perform
play perform
referee umpire
coach train
train coach
train exercise
supervise watch
watch mind
mind care
babysit care mind
nurse care
bath wash
comfort calm
transfer move
transport drive
lift move
turn reposition
position place turn
drive deliver
drive haul
deliver drive
route plan
dispatch send
track follow
unload take > unload
stack pile
stack arrange store
store stack
rotate turn
receive sign > receive
check receive
tow pull
park
refuel fill
fuel fill
inspect look
inspect check test
maintain service
overhaul repair
rebuild repair
paint spray
polish shine
detail clean
wash clean
put > enter record
make > plan
look search > check
look > review
read go look > screen review check
explain show tell > instruct
instruct explain
shorten cut hem > shorten hem
dismantle take > dismantle
touch > contact
sew stitch repair > mend
rotate turn alternate
alternate turn
request ask order
require ask
delete drop clear > delete
screen review check
evaluate review check > evaluate
grade check review
process complete fill > process complete
fill complete enter
work use operate > operate
open run > run
take bring drive accompany > accompany
make write > compose
make write > draft
write make design > create
make write build > develop
take shoot > photograph
call speak talk ask > contact
talk speak write > correspond
answer write > correspond
answer help > assist
play lead > lead
tell explain show report > communicate
tell report inform > communicate
sell advise serve > serve
learn train > train
finish pass complete > pass
buy sell > trade
trade > buy sell
change improve > revise
rearrange change move organize > rearrange reorganize
reorganize rearrange organize
count weigh check measure > check
tell inform > alert notify
worsen deteriorate
mark highlight flag
structure organize arrange
leave depart
persuade convince
grow > cultivate
see examine > see
treat see > treat
work > cook
write keep > log
discover find
tell > explain
greet meet
escort take accompany > escort
shop buy > purchase
hire find > recruit
watch > supervise
search look > seek
draw paint > illustrate
raise keep breed > raise keep
forge shape
cast mold
grind sharpen
press iron
knead mix
taste sample
season salt
harvest collect
haul pull
pull tow drag
push move
stamp mark
trim shape
number label
`;
