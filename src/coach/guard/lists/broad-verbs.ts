/**
 * Families of verbs, written like those of verbs.ts: whoever did one of the left has done what the right says. No right side
 * holds a larger part, a result or another trade than its left.
 */
export const BROAD_VERBS = `
tell inform alert notify warn call phone ring contact message email text brief update remind announce report mention show let > inform notify alert contact update tell communicate report
say speak talk chat discuss converse > speak talk communicate discuss converse interact
ask question interview survey poll request inquire query > ask question survey inquire request
answer reply respond help > answer reply respond
explain describe show tell teach demonstrate introduce instruct > explain describe demonstrate instruct show present introduce clarify outline
agree settle arrange book organize > arrange agree schedule
write note record list log jot enter type document register file draft fill keep track > record document log note write list register
collect gather list put bring write make note > compile collect gather assemble
give hand send bring pass deliver show forward return > submit provide give pass present forward send hand supply share distribute issue
give hand pass serve > dispense
take bring carry drive move push pull lift haul fetch transport transfer deliver walk fly ship > transport move carry bring take deliver transfer convey
take bring drive walk guide show lead go > accompany escort guide take
load fill put pack stack > load fill
pack put wrap bag box fill sort > pack package
hold keep carry lean > hold steady support
put place set lay stack hang stick mount fix attach fit sew screw nail pin glue tie > place attach mount fix position set put install fasten affix
put stack sort lay fold file stock shelve hang tidy arrange order group line > arrange organize sort store place order
sort file order class group separate split divide pick > sort categorize separate classify group organize
look see watch check view read examine observe inspect go > review examine inspect check view observe watch inspect
see notice spot find discover catch recognize detect > notice spot recognize detect identify see observe find
watch check observe guard mind track follow eye control test measure > monitor check observe watch track
check control test compare verify confirm prove ensure > check verify confirm test validate
compare match check set > compare match
search look hunt seek browse > search look seek research
learn study read practice find understand see > learn study understand
know understand see > know understand
think believe consider > consider think
count add sum calculate figure work reckon total measure weigh > count calculate tally total compute measure
measure read take test weigh gauge check note > measure record check read
clean wash wipe mop scrub sweep rinse dust polish tidy vacuum hose empty clear > clean tidy
wash rinse launder bathe > wash clean
empty clear throw take remove discard dump dispose > remove clear empty dispose discard
throw toss dump discard bin > throw discard dispose remove
delete remove drop erase cut strike clean > remove delete
fix repair mend patch sew restore replace change service > repair fix mend restore service
change replace swap exchange switch renew > change replace swap exchange renew
change adjust adapt alter edit rewrite correct modify revise update > change adjust adapt alter edit modify revise update amend
cook bake brew fry grill roast boil > prepare make cook
make > make prepare cook
chop cut mix > prepare
chop cut slice peel dice mince > cut chop slice prepare
mix stir blend beat knead > mix blend combine
serve bring carry wait pour hand give > serve
make build sew knit carve weld assemble construct craft produce print > make produce craft construct build assemble
draw sketch paint illustrate > draw sketch illustrate
write draft compose > write draft compose prepare
print copy scan photocopy > copy reproduce
cut saw chop trim mow prune fell shear clip > cut trim
dig shovel excavate > dig excavate
plant sow grow seed tend water weed > plant grow cultivate tend sow
pick harvest gather collect reap > harvest pick gather collect
feed water groom brush milk > feed tend care
tend care look mind nurse help feed wash dress comfort watch > care tend assist look
help support assist aid > help assist support aid
drive operate use run work handle steer fly sail > operate drive use handle run
use apply employ work operate run > use apply employ utilize
try test taste check > test try
start open begin switch turn > start open begin
shut close lock end finish > close shut lock
finish complete end do close > finish complete
stop halt end pause > stop halt
stop break fail crash > break fail stop
wait stay remain stand > wait stay remain
stay spend live work > stay spend
go travel visit come drive walk ride > visit travel go attend
visit attend go join sit listen > attend visit
join enter enroll register > join enter
meet greet welcome receive see > meet greet welcome receive
invite ask call > invite
buy order shop get purchase fetch > buy purchase order obtain get procure
get receive obtain take collect pick > get receive obtain collect
pay settle clear > pay settle
charge bill ring cash take collect > charge bill collect process
sell offer trade > sell offer vend
lend rent loan hire > lend loan rent
store keep save put hold > store keep save hold
save back copy > save store
send post mail ship dispatch email > send ship mail dispatch post forward
hang put stick post mount > hang post put display
show display exhibit present > show display exhibit present
act play perform sing dance > perform play act
practice rehearse train > practice rehearse
interpret > translate
translate > produce
film shoot record > film record shoot capture
photograph shoot > photograph capture shoot
walk patrol > patrol
protect guard cover watch > guard protect
follow obey keep observe > follow comply observe
set lay prepare ready get > set prepare
warm heat > warm heat
decorate hang adorn > decorate
connect link wire join plug hook > connect link wire join
install put fit mount set lay wire connect > install fit mount
lift raise hoist > lift raise
mark label tag stamp price > mark label tag
weigh measure portion > weigh portion
calm comfort soothe reassure > calm comfort reassure
listen hear > listen
read recite > read
play entertain amuse > entertain play
share split divide > share
enter type key input put > enter input type key record
drop deliver leave bring > deliver
ride drive > ride
paint coat varnish spray stain > paint coat
plan map schedule organize > plan schedule
order arrange sort tidy > order
raise collect gather > collect raise
handle treat process deal do see > handle process treat deal
deal cope handle > handle deal
log enter record > log
split separate divide > separate divide split
join link glue weld sew solder > join
turn rotate flip > turn rotate
fold bend > fold
break tear smash > break
lose miss > lose
replace substitute cover fill stand > cover replace substitute
swap exchange trade > exchange swap
`;

/** Nouns that name no more than the one before them does: "password issues", "cleaning tasks". */
export const BARE_HEADS: ReadonlySet<string> = new Set(
  "issue issues request requests task tasks duty duties item items work matter matters activity activities material materials level levels session sessions area areas content contents detail details purpose purposes appointment appointments question questions object objects bin bins can cans piece pieces type types group groups ".split(
    " ",
  ),
);
