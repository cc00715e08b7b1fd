/** Words that state nothing, whatever stands beside them: no verb of a deed but the barest, no noun of a result. */
export const FREE_WORDS = `
a an the this that these those such same own it its they them their theirs he she him her his hers i me my mine myself we us our ours you your
yourself who whom whose which what where when while how why there here both either also too then thus therefore so as than if whether because
since although though however but and or nor yet plus with of to in on at by for from into onto upon over under between among across along around
about through throughout during before after within via per against toward towards up down out off away back upto until till near next beside besides
behind above below inside outside including include included includes like respectively respective together alongside amid
be is am are was were been being have has had having do does did doing done will shall may can get got gets getting let
make makes making made take takes taking took use used uses using work works worked working perform performed performing handle handled handling
carry carried carrying conduct conducted conducting provide provided providing complete completed completing
help helped helping helps assist assisted assisting assists support supported supporting contribute contributed contributing participate participated
participating involve involved involving
serve served serving
one ones once other others another each etc eg ie re dear
task tasks duty duties job role area areas matter matters thing things item items kind kinds sort sorts type types way ways part parts set sets
place time times case cases basis purpose purposes need needs needed use uses level levels range aged age activity activities
routine
related relevant general typical further follow following followed resulting result current currently previously formerly newly then later still
there what whatever now
various different several
give gives giving
well just only number numbers turn turns detail details
keep keeps kept keeping maintain maintains maintained maintaining
ensure ensures ensured ensuring assigned necessary required appropriate specific individual person relevant existing prior advance ahead onsite
correct correctly proper properly suitable corresponding accordingly
handling use completion creation preparation carrying
side end start front
usually normally mainly mostly primarily co
`;

/** Besides, in a letter: applying, interest, motivation, availability, politeness, and how one speaks of an ad and of oneself. */
export const LETTER_WORDS = `
dear sir madam hello hi hiring sincerely faithfully truly regards respectfully kind kindly warm yours
thank thanks grateful gratefully appreciate appreciated please sorry
apply applying applied application applicant candidacy candidate position role post job opening vacancy opportunity chance ad advert advertisement advertised
posting posted listing notice description describe described describes resume cv cover letter enclosed enclose attached attach attachment
interest interested interests interesting excite excited exciting enthusiasm enthusiastic enthusiastically eager eagerly keen glad gladly happy happily pleased pleasure delighted curious
enjoy enjoyed enjoying love like liked likes hope hoping wish want wanted look looking forward welcome
discuss discussing discussion talk speak meet meeting interview conversation hear hearing contact reach call phone email answer questions question
available availability start starting join joined joining stayed stay left become becoming learn more move next step future further information convenience soon time week day today
would could should might will can must may ready able willing prepared open
bring brings bringing offer offers offering contribute contributing contribution add adding fit fits fitting suit suits suited match matches matching meet meets
ask asks asked require requires required requirement requirements need needs seek seeks seeking look looks expect expects value values mention mentions mentioned
company organization organisation business firm employer employers workplace institution
experience background career skills skill work working knowledge profile
believe think feel know see consider consideration considering considered read learned found understand
what why because reason therefore particularly especially also mean means show shows reflect
there here station much very really truly day part
well careful care closely similar same kind sort way ways exactly
rather only instead
hold holds holding held speak speaks speaking know knows knew learned learnt learning called call calls known
belong belongs belonged sat sit come familiar among besides outside evenings
told tell telling say says said
there here
attention caught draw draws drawn attract attracts attracted appeal appeals appealed appealing find finds stands notice noticed saw seen heard
confident convinced sure certain honest curious share sharing show showing explain
possible regarding concerning response reply website platform
writing
today now currently present since then moment ago
closely exactly precisely directly
sentence paragraph requirement words
both either
spent spend spending come came coming go went return
my own me person someone people
frighten frightens scare scares daunt daunts worry worries bother bothers mind thrill thrilled tempt tempts tempting fascinate fascinates fascinated fascinating
intrigue intrigues intrigued intriguing inviting comfortable ease proud privilege joy fun fond passion passionate curiosity accustomed
gain gained gaining obtained acquire acquired hold field trade craft setting aspect aspects side sides world line lines
got feeling felt feels appeal delight excites motivates drawn wanting liking preferred prefer prefers imagine picture seeing
myself yourself letting allow allowed allows thought thinking idea ideas sense understand understanding
following afterwards thereafter eventually later earlier meanwhile altogether
position positions advertise advertising vacancies openings roles
finish finished grounding footing insight insights practice practical theory
bring applying addition plus
wonder wondering invitation reason reasons motive
yet already
`;
