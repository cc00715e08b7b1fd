/** Forms that no rule finds, each with its base. */
export const IRREGULAR_FORMS = `
led:lead built:build wrote:write written:write ran:run grew:grow grown:grow won:win taught:teach drove:drive driven:drive held:hold
kept:keep made:make sold:sell sales:sell,sale sale:sell brought:bring found:find took:take taken:take oversaw:oversee overseen:oversee
gave:give given:give began:begin begun:begin chose:choose chosen:choose choice:choose rebuilt:rebuild rewrote:rewrite rewritten:rewrite
sent:send spoke:speak spoken:speak spent:spend met:meet bought:buy caught:catch drew:draw drawn:draw flew:fly flown:fly fed:feed bred:breed
sewn:sew swept:sweep told:tell undertook:undertake undertaken:undertake withdrew:withdraw became:become broke:break broken:break dug:dig
fought:fight got:get gotten:get lent:lend paid:pay payment:pay rode:ride ridden:ride saw:see seen:see shot:shoot shown:show stood:stand
strove:strive threw:throw thrown:throw understood:understand upheld:uphold wove:weave woven:weave wound:wind ground:grind bent:bend laid:lay
went:go gone:go came:come knew:know known:know left:leave outsold:outsell outdid:outdo sought:seek hung:hang rose:rise risen:rise fell:fall
fallen:fall thought:think lost:lose loss:lose stuck:stick sang:sing sung:sing swam:swim wore:wear worn:wear forgot:forget hid:hide
heard:hear felt:feel dealt:deal meant:mean slept:sleep sat:sit was:be were:be been:be being:be is:be are:be am:be has:have had:have
having:have did:do done:do does:do said:say people:person children:child men:man women:woman feet:foot teeth:tooth mice:mouse lives:life
wives:wife knives:knife shelves:shelf leaves:leaf loaves:loaf halves:half calves:calf analyses:analysis criteria:criterion
analysis:analyze diagnoses:diagnosis,diagnose diagnosis:diagnose growth:grow delivery:deliver maintenance:maintain response:respond
decision:decide service:serve services:serve,service data:datum media:medium purchases:purchase receipt:receive pricing:price,pricing
installation:install inspection:inspect production:produce reduction:reduce introduction:introduce explanation:explain repetition:repeat
application:apply,application translation:translate supervision:supervise revision:revise presentation:present sorted:sort
admission:admit description:describe prescription:prescribe subscription:subscribe registration:register administration:administer,administrate
solution:solve resolution:resolve complaint:complain complaints:complain,complaint sewing:sew replies:reply weight:weigh height:high
younger:young older:old faster:fast shorter:short higher:high lower:low larger:large bigger:big smaller:small easier:easy
quicker:quick longer:long cheaper:cheap safer:safe clearer:clear cleaner:clean,cleaner newer:new simpler:simple
photos:photo videos:video menus:menu gas:gas less:less process:process processes:process business:business businesses:business
glasses:glass classes:class addresses:address accesses:access dresses:dress buses:bus bus:bus campus:campus status:status
was:be warehouses:warehouse houses:house horses:horse nurses:nurse courses:course cases:case databases:database leases:lease releases:release
expenses:expense licenses:license purchases:purchase uses:use causes:cause exercises:exercise invoices:invoice prices:price
wooden:wood golden:gold woolen:wool electric:electricity electrical:electricity,electric medical:medicine musical:music agricultural:agriculture
financial:finance historical:history historic:history industrial:industry mathematical:mathematics technical:technique chemical:chemistry
surgical:surgery dental:dentist mechanical:mechanics educational:education seasonal:season regional:region clinical:clinic optical:optics
statistical:statistics photographic:photograph photography:photograph nutritional:nutrition logistical:logistics digital:digitize
musician:musician sanded:sand bound:bind spun:spin lit:light knit:knit quit:quit sank:sink torn:tear tore:tear beat:beat beaten:beat
ate:eat eaten:eat drank:drink woke:wake froze:freeze frozen:freeze rang:ring swung:swing dealt:deal burnt:burn learnt:learn spelt:spell
exhibition:exhibit invitation:invite organization:organize conversation:converse transportation:transport documentation:document
correspondence:correspond assistance:assist attendance:attend guidance:guide insurance:insure performance:perform
renewal:renew removal:remove arrival:arrive approval:approve proposal:propose disposal:dispose retrieval:retrieve rental:rent
trial:try burial:bury storage:store closure:close exposure:expose failure:fail mixture:mix departure:depart enclosure:enclose
discovery:discover recovery:recover injury:injure inquiry:inquire entry:enter,entry expiry:expire flight:fly sight:see thought:think
gift:give loan:lend seat:seat song:sing speech:speak proof:prove belief:believe relief:relieve advice:advise choice:choose practice:practise
practise:practice tidied:tidy sawn:saw sewed:sew mown:mow grown:grow shaven:shave planning:plan scheduling:schedule
creation:create completion:complete collection:collect protection:protect selection:select connection:connect construction:construct
correction:correct direction:direct instruction:instruct prevention:prevent promotion:promote replacement:replace treatment:treat
acquisition:acquire assembly:assemble supply:supply supplies:supply inventory:inventory analyst:analyst
decided:decide conclusion:conclude division:divide provision:provide extension:extend expansion:expand
knowledge:know health:healthy healthy:health safety:safe safely:safe freshly:fresh weekly:week
ads:ad tvs:tv pcs:pc cvs:cv ids:id advertisement:advertise,advertisement advertising:advertise,advertisement zips:zip
`;
