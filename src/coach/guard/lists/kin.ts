import { CREDENTIALS, TITLES } from "./titles.ts";

/**
 * Words that no kinship allows, only the lists: a larger part in the work, a result, praise, scope, certainty. A thesaurus has
 * them beside smaller ones.
 */
export const CLOSED: ReadonlySet<string> = new Set([
  ...TITLES,
  ...CREDENTIALS,
  ...`lead leader leadership manage management supervise oversee direct direction head chair run command control govern captain orchestrate champion pioneer spearhead mastermind
own ownership responsible responsibility accountable authority authorize approve approval decide decision determine sign award grant appoint promote promotion elect
invent innovate innovation design architect create creation develop development build found establish initiate initiative introduce launch conceive devise originate engineer author
drive deliver achieve achievement accomplish accomplishment attain attainment succeed success successful successfully win winner earn secure exceed surpass outperform excel excellence
improve improvement better best enhance enhancement boost optimize optimise streamline accelerate strengthen maximize minimize increase decrease reduce reduction cut save saving savings grow growth expand expansion raise double triple
eliminate prevent prevention solve solution resolve resolution ensure guarantee transform transformation revamp revolutionize restructure modernize upgrade overhaul turnaround rescue
cause effect result impact influence benefit profit profitable profitability revenue efficiency efficient productivity productive effective effectiveness quality safety satisfaction loyalty retention accuracy
train mentor coach teach negotiate persuade convince motivate inspire impress delight please satisfy represent consult advise adviser advisor counsel
hire recruit fire dismiss employ audit certify diagnose prescribe operate surgery perform invest finance fund budget forecast strategy strategic policy
expert expertise master mastery proficient proficiency fluent fluency advanced senior superior skilled skillful skill specialist specialize specialise talented gifted experienced experience professional veteran qualified
excellent outstanding exceptional extraordinary remarkable great good perfect perfectly ideal top prime premier leading foremost major main key core central vital crucial critical essential important significant considerable substantial
large big huge massive vast extensive wide broad complex complicated difficult challenging demanding sophisticated prestigious renowned famous popular famed celebrated distinguished luxury exclusive high higher highest
all every entire whole full complete completely fully total thorough thoroughly comprehensive numerous countless many most multiple
international national global worldwide regional federal official officially public corporate executive industrial
independent independently alone solo sole single singlehanded autonomous autonomously personally always never constantly consistently regularly frequently daily continuous continually flawless
fast faster quick quickly rapid rapidly prompt promptly immediate immediately early punctual timely accurate accurately precise precisely careful carefully reliable reliably diligent
new first innovative modern original novel unique creative special rare only
dangerous hazardous emergency crisis urgent lethal fatal
team company department division crew staff committee board council
sell sale sales purchase buy market
heal cure rescue protect secure defend
publish publication research study scientific science science scholar academic
breakthrough detection travel jury locomotion opponent
thousand hundred million dozen score quarter half third second minute hour day night week weekend month season year decade century
left right male female man woman boy girl black white red green blue
north south east west january february march april june july august september october november december monday tuesday wednesday thursday friday saturday sunday`.split(
    /\s+/,
  ),
]);

/** Words of so many meanings that they prove nothing. */
export const LOOSE: ReadonlySet<string> = new Set(
  `be have do make get take give go come put set run keep hold turn work use play cut draw pass call break bring carry cast catch charge clear close cover cross
drop fall fit follow form good hand head hit land last lay lead lean leave let lie lift light like line live look mark mean meet mind miss move need open part pay pick place
plant point pull push raise range reach rest ring rise roll round see sense serve shape show side sit spot stand start stick strike sweep swing tell thing throw tie time touch track trade trim try view watch way well
case matter area body end face field figure force front full high house key kind left level lot man mass name note number order people person piece plane power present press right round second self service short small sort sound space state stock stuff subject support system term top type unit world
may might shall will can must over under back down out off away up free fast late long more most much own same such very just even still
ate ring sing wing red ned bus gas
have_in take_up take_on take_in go_on go_over come_by get_on get_in make_up make_out put_on put_up set_up turn_in turn_out turn_up work_on work_in work_out carry_on bring_up give_up run_into be_on`.split(
    /\s+/,
  ),
);

/** Words for whole classes of things: true of a member however many steps below it stands. */
export const BROAD: ReadonlySet<string> = new Set(
  `food foodstuff produce vegetable fruit animal livestock bird fish vehicle equipment machine machinery device appliance tool instrument implement furniture furnishing clothing garment apparel footwear
container vessel building structure room document publication beverage drink meal dish dessert medicine drug medication fabric textile metal commodity merchandise goods weapon boat ship game sport
disease illness injury ceremony payment artwork jewelry flower tree bread pastry meat seafood crop grain liquid fluid chemical plastic wood paper illness language art insect pet`.split(
    /\s+/,
  ),
);
