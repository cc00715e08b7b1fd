import type { ResumeDocument } from "#src/documents/resume-document.ts";
import { certificate, job, project, resume, role, school } from "./make.ts";

/**
 * Forty resumes over all industries, strongest first, ranked by hand before the score was written. The question was: a
 * recruiter has half a minute; how easily do they see who this is, how to reach them, what they did when, and what came of
 * it? Not asked: whose career is better. Neighbours are close; the distance between tens is not.
 */
export const RANKED: readonly { readonly industry: string; readonly why: string; readonly document: ResumeDocument }[] =
  [
    {
      industry: "healthcare",
      why: "Everything is there, every duty has a number, two employers without a gap, licences dated.",
      document: resume({
        contact:
          "Nadia Haddad | Intensive care nurse | nadia.haddad@mail.test | +1 614 555 0134 | Columbus, OH | https://www.linkedin.com/in/nadia-haddad-rn",
        summary:
          "Intensive care nurse with nine years in medical and surgical units. I lead rapid response shifts, train new graduates and keep infection rates low. Looking for a charge nurse post in a teaching hospital.",
        skills:
          "Clinical: ventilator management, CRRT, wound care, IV insertion, telemetry; Systems: Epic, Pyxis, SBAR",
        experience: [
          job(
            "St. Brigid Medical Center",
            role(
              "Senior ICU nurse",
              "2019-03/now",
              "Lead a team of 6 nurses on night shifts in a 24-bed intensive care unit",
              "Cut central line infections by 38 % in two years by introducing a daily line checklist",
              "Trained 21 new graduate nurses, 19 of whom still work on the unit",
              "Introduced bedside handover in SBAR format, which shortened handover from 40 to 25 minutes",
            ),
          ),
          job(
            "Riverside General Hospital",
            role(
              "Staff nurse, step-down unit",
              "2015-06/2019-02",
              "Cared for up to 5 cardiac patients a shift and titrated vasoactive drips by protocol",
              "Reduced falls on the unit from 11 to 4 a year with hourly rounding",
              "Wrote the unit's guide to heparin protocols, used by 45 nurses",
            ),
          ),
        ],
        education: [school("Ohio Valley University", "BSN, Nursing", "2011-09/2015-05")],
        certifications: [
          certificate("CCRN", "2020-04"),
          certificate("ACLS", "2024-01"),
          certificate("RN license, Ohio", "2015-06"),
        ],
      }),
    },
    {
      industry: "tech",
      why: "Complete, measured, well ordered; two roles at one employer show growth.",
      document: resume({
        contact:
          "Tomasz Zielinski | Backend engineer | tomasz@zielinski.test | +48 601 555 019 | Gdansk, Poland | https://github.com/tzielinski | https://tzielinski.test",
        summary:
          "Backend engineer for payment systems, eight years with Go and PostgreSQL. I make slow things fast and write down why. Open to lead roles, remote within Europe.",
        skills: "Languages: Go, TypeScript, SQL; Tools: PostgreSQL, Kafka, Kubernetes, Terraform, AWS",
        experience: [
          job(
            "Lumen Parcel",
            role(
              "Lead engineer",
              "2022-01/now",
              "Cut the p99 of the checkout from 900 ms to 120 ms by moving price rules into one query",
              "Lead 5 engineers and run the weekly design review for three teams",
              "Moved 40 services to Kubernetes in seven months without an hour of downtime",
            ),
            role(
              "Backend engineer",
              "2018-09/2021-12",
              "Built the label service, which prints 2 million parcel labels a month",
              "Reduced the cloud bill by 31 % by right-sizing databases and deleting idle machines",
              "Wrote the on-call guide that halved the number of night calls",
            ),
          ),
          job(
            "Baltic Soft",
            role(
              "Junior developer",
              "2016-07/2018-08",
              "Developed booking forms for 14 ferry lines in TypeScript",
              "Automated nightly tests, so that releases went from monthly to weekly",
            ),
          ),
        ],
        education: [school("Gdansk University of Technology", "BSc, Computer Science", "2012-10/2016-06")],
      }),
    },
    {
      industry: "consulting",
      why: "As complete as the first two; one bullet without a result.",
      document: resume({
        contact:
          "Lena Vogt | Operations consultant | lena.vogt@post.test | +49 151 555 0177 | Hamburg | https://www.linkedin.com/in/lenavogt",
        summary:
          "Consultant for plants and supply chains with six years on client sites in four countries. I build the numbers, run the workshop and stay until the change works. Six Sigma Black Belt.",
        skills: "Lean, Six Sigma, financial modelling, Excel, SQL, Tableau, change management, German, English",
        experience: [
          job(
            "Harrow & Pike",
            role(
              "Senior consultant",
              "2021-04/now",
              "Led a cost programme at a bakery group that saved 4.2 million euros a year",
              "Designed shift plans for 1,100 people in three plants and negotiated them with works councils",
              "Coached 8 client managers through their first Kaizen weeks",
            ),
            role(
              "Consultant",
              "2018-09/2021-03",
              "Built a stock model that freed 9 million euros of working capital for a pump maker",
              "Mapped order processes in five countries with the people who do the work",
              "Presented monthly findings to boards of two listed companies",
            ),
          ),
        ],
        education: [
          school("University of Mannheim", "MSc, Business", "2016/2018"),
          school("University of Kiel", "BSc, Economics", "2012/2016"),
        ],
        certifications: [certificate("Six Sigma Black Belt", "2022")],
      }),
    },
    {
      industry: "construction",
      why: "One employer for seventeen years, and every line says how much; long service is no fault.",
      document: resume({
        contact: "Gareth Pugh | Site manager | gareth.pugh@mail.test | +44 7700 900123 | Cardiff | ",
        summary:
          "Site manager for housing schemes of up to 90 units. I came up through joinery, so the trades trust me. Seventeen years without a reportable accident on my sites.",
        skills: "SMSTS, groundworks, timber frame, snagging, Procore, Microsoft Project, RAMS, NHBC standards",
        experience: [
          job(
            "Celtic Homes",
            role(
              "Site manager",
              "2007-05/now",
              "Delivered 11 housing schemes with 640 units, nine of them ahead of programme",
              "Manage up to 70 subcontractors a day and hold toolbox talks every Monday",
              "Reduced snags per home at handover from 34 to 9 in four years",
              "Trained 12 apprentices, five of whom now run sites of their own",
              "Saved 180,000 pounds on one scheme by reusing excavated soil on site",
            ),
          ),
        ],
        education: [school("Cardiff and Vale College", "HNC, Construction Management", "2003/2005")],
        certifications: [certificate("SMSTS", "2023-02"), certificate("First aid at work", "2024-05")],
      }),
    },
    {
      industry: "education",
      why: "Complete and concrete, half of the lines measured.",
      document: resume({
        contact: "Amara Okafor | Primary school teacher | amara.okafor@school.test | +44 7700 900456 | Leeds | ",
        summary:
          "Year 4 teacher and maths lead with seven years in two-form entry schools. My classes make more than expected progress, and parents stay in touch. Looking for a key stage lead post.",
        skills: "National Curriculum, phonics, SEN support, safeguarding, differentiation, Arbor, classroom management",
        experience: [
          job(
            "Oakfield Primary School",
            role(
              "Class teacher and maths lead",
              "2019-09/now",
              "Raised the share of pupils at the expected standard in maths from 64 to 81 %",
              "Lead maths for 420 pupils and train 14 colleagues each term",
              "Planned a times tables club that 60 children visit every week",
              "Wrote support plans for five pupils together with parents and the SENCO",
            ),
          ),
          job(
            "Hillside Infants",
            role(
              "Class teacher",
              "2016-09/2019-07",
              "Taught phonics to 30 children, of whom 27 passed the Year 1 check",
              "Organised the yearly science week with four local firms",
              "Introduced a reading diary that parents and children fill in together",
            ),
          ),
        ],
        education: [
          school("Leeds Trinity University", "PGCE", "2015/2016"),
          school("University of York", "BA, English", "2012/2015"),
        ],
      }),
    },
    {
      industry: "finance",
      why: "Complete; fewer results than the ones above, but exact volumes.",
      document: resume({
        contact:
          "Grace Lin | Senior accountant, CPA | grace.lin@books.test | (312) 555-0162 | Chicago, IL | https://www.linkedin.com/in/gracelincpa",
        summary:
          "CPA with eight years in public accounting and insurance. I close the books in five days and leave clean files for the auditors. Strong in Excel and NetSuite.",
        skills: "US GAAP, month-end close, reconciliations, NetSuite, QuickBooks, Excel, Power BI, sales tax",
        experience: [
          job(
            "Four Lakes Insurance",
            role(
              "Senior accountant",
              "2020-02/now",
              "Shortened the month-end close from nine to five days by automating 22 reconciliations",
              "Prepare statements for four legal entities with 60 million dollars in revenue",
              "Supported three annual audits without a material finding",
            ),
          ),
          job(
            "Baker & Stone LLP",
            role(
              "Audit associate",
              "2016-09/2020-01",
              "Audited 15 private companies in retail and construction",
              "Tested internal controls and documented findings for partners",
              "Reviewed the work of two interns each season",
            ),
          ),
        ],
        education: [school("University of Illinois", "BS, Accountancy", "2012/2016")],
        certifications: [certificate("CPA, Illinois", "2018")],
      }),
    },
    {
      industry: "hospitality",
      why: "A full picture of a kitchen career; strong numbers; no summary link, none needed.",
      document: resume({
        contact: "Marco Bellini | Sous chef | marco.bellini@kitchen.test | +39 333 555 0188 | Bologna | ",
        summary:
          "Sous chef with ten years in full service kitchens of 60 to 140 seats. I train line cooks who stay, and keep food cost where it belongs. HACCP trained.",
        skills: "menu planning, food costing, HACCP, pastry, grill, butchery, stock rotation, Italian, English",
        experience: [
          job(
            "Osteria del Ponte",
            role(
              "Sous chef",
              "2019-05/now",
              "Run a brigade of 9 cooks and serve 140 covers on Saturdays",
              "Lowered food cost from 34 to 28 % by planning menus around whole animals",
              "Created a lunch menu that doubled weekday sales within a year",
            ),
          ),
          job(
            "Trattoria Lucia",
            role(
              "Line cook",
              "2014-03/2019-04",
              "Worked all stations in a kitchen of six and led the grill from the second year",
              "Trained 7 apprentices in knife skills and food safety",
              "Rewrote the allergen list so that waiters could answer every question at the table",
            ),
          ),
        ],
        education: [school("Istituto Alberghiero Bologna", "Diploma in culinary arts", "2009/2014")],
      }),
    },
    {
      industry: "energy",
      why: "Complete and measured; only two bullets in the older job.",
      document: resume({
        contact: "Diego Ramos | Solar technician | diego.ramos@sun.test | 505-555-0119 | Albuquerque, NM | ",
        summary:
          "Solar technician with five years on roofs and ground-mount sites across New Mexico. NABCEP certified. I fix what I install and write reports people can use.",
        skills: "photovoltaic systems, inverters, NEC, OSHA 30, battery storage, SCADA, multimeter, Spanish",
        experience: [
          job(
            "Helio Ridge",
            role(
              "Lead installer",
              "2021-08/now",
              "Installed 310 rooftop systems with a crew of four and a 99 % first-time inspection pass",
              "Commissioned a 4 MW ground-mount plant two weeks before the deadline",
              "Trained six installers on battery storage and rapid shutdown",
            ),
          ),
          job(
            "Mesa Electric",
            role(
              "Electrical helper",
              "2019-01/2021-07",
              "Wired panels and conduits in 45 new homes under a journeyman",
              "Kept the van inventory so that no job stopped for a missing part",
            ),
          ),
        ],
        education: [school("Central New Mexico Community College", "Certificate in photovoltaics", "2018")],
        certifications: [certificate("NABCEP PV Associate", "2021"), certificate("OSHA 30", "2022")],
      }),
    },
    {
      industry: "nonprofit",
      why: "Good results, complete; a summary that is a bit long and general.",
      document: resume({
        contact:
          "Sofia Marin | Fundraiser | sofia.marin@good.test | +34 600 555 012 | Valencia | https://www.linkedin.com/in/sofiamarin",
        summary:
          "Fundraiser with a heart for water and girls' education. I write proposals that trusts like to read and reports that they keep. Over eight years I have worked with small and large organisations, with volunteers and boards, in Spanish, English and French, and I love to bring people together around a goal that matters to all of them.",
        skills: "grant writing, donor reports, Raiser's Edge, Salesforce, budgeting, Spanish, English, French",
        experience: [
          job(
            "Clean Water Link",
            role(
              "Grants officer",
              "2018-02/now",
              "Won 2.3 million euros from 17 trusts, with a success rate of one in three",
              "Report to 25 donors a year, always before the deadline",
              "Built a pipeline of 60 prospects in Salesforce",
            ),
          ),
          job(
            "Casa Abierta",
            role(
              "Volunteer coordinator",
              "2015-01/2018-01",
              "Recruited and placed 120 volunteers in four shelters",
              "Organised a yearly run with 900 runners that paid for one full post",
            ),
          ),
        ],
        education: [school("University of Valencia", "BA, Sociology", "2010/2014")],
      }),
    },
    {
      industry: "transportation",
      why: "Short, but every line is a fact a fleet wants to know.",
      document: resume({
        contact: "Earl Whitfield | CDL-A driver | earl.whitfield@road.test | 270-555-0145 | Bowling Green, KY | ",
        summary:
          "Class A driver with 1.4 million safe miles, Hazmat and tanker endorsements, and a clean record since 2009.",
        skills: "tractor-trailer, Hazmat, tanker, ELD, load securement, pre-trip inspections",
        experience: [
          job(
            "Bluegrass Carriers",
            role(
              "Regional driver",
              "2015-04/now",
              "Drove 1.1 million miles in seven states without an accident or violation",
              "Delivered 98 % of loads on time over the last five years",
              "Mentored 9 new drivers in their first month",
            ),
          ),
          job(
            "Tri-County Tank Lines",
            role(
              "Tanker driver",
              "2009-06/2015-03",
              "Hauled milk and fuel in 6,000 gallon tankers to 40 customers a week",
              "Passed 22 roadside inspections without a finding",
            ),
          ),
        ],
        certifications: [certificate("Class A CDL", "2009"), certificate("TWIC", "2022")],
      }),
    },
    {
      industry: "manufacturing",
      why: "Complete; two bullets state duties rather than results.",
      document: resume({
        contact: "Piotr Nowak | Welder | piotr.nowak@weld.test | +48 602 555 033 | Poznan | ",
        summary:
          "Certified MIG and TIG welder with eleven years in frames and pressure vessels. Reads drawings, sets up robots, and hands over clean work.",
        skills: "MIG, TIG, stainless steel, aluminum, blueprint reading, press brake, robotic welding",
        experience: [
          job(
            "Stalmet",
            role(
              "Welder and cell lead",
              "2017-03/now",
              "Lead a cell of 5 welders and two robots",
              "Reduced rework from 6 to 2 % with new jigs that the team designed",
              "Weld stainless and aluminum frames for trains to EN 15085",
            ),
          ),
          job(
            "Warta Boilers",
            role(
              "Welder",
              "2012-09/2017-02",
              "Welded pressure vessels up to 40 mm wall, X-ray tested",
              "Prepared seams and checked parts with calipers and gauges",
            ),
          ),
        ],
        education: [school("Technical School No. 4", "Vocational diploma, welding", "2009/2012")],
        certifications: [certificate("EN ISO 9606-1", "2023")],
      }),
    },
    {
      industry: "media",
      why: "Lively and measured; no education, and the gap between posts is unexplained.",
      document: resume({
        contact:
          "June Park | Content marketer | june@junepark.test | 503-555-0171 | Portland, OR | https://junepark.test",
        summary:
          "Content marketer who grew three blogs from nothing. I write, edit, measure and cut. Six years in software and outdoor brands.",
        skills: "SEO, copywriting, Google Analytics, HubSpot, WordPress, A/B testing, Figma",
        experience: [
          job(
            "Trailhead Apps",
            role(
              "Content lead",
              "2021-09/now",
              "Grew organic visits from 8,000 to 110,000 a month in two years",
              "Launched a newsletter with 24,000 readers and a 46 % open rate",
              "Manage four freelance writers and an editorial calendar of twelve pieces a month",
            ),
          ),
          job(
            "Cascade Gear",
            role(
              "Copywriter",
              "2016-02/2019-10",
              "Wrote 300 product pages that raised conversion by 12 %",
              "Edited the yearly catalogue with photographers and buyers",
            ),
          ),
        ],
      }),
    },
    {
      industry: "retail",
      why: "Good, measured lines for the current job; the older one is thin.",
      document: resume({
        contact: "Imani Brooks | Store manager | imani.brooks@shop.test | 404-555-0198 | Atlanta, GA | ",
        summary:
          "Store manager in fashion retail, seven years, teams of up to 18. Strong in coaching and visual merchandising.",
        skills: "visual merchandising, scheduling, Kronos, POS systems, inventory, customer service",
        experience: [
          job(
            "Fern & Thread",
            role(
              "Store manager",
              "2020-03/now",
              "Raised yearly sales from 1.9 to 2.6 million dollars with the same floor space",
              "Reduced shrinkage from 2.4 to 1.1 % through weekly counts",
              "Coach a team of 18 and promoted four of them to supervisors",
            ),
          ),
          job(
            "Denim Depot",
            role(
              "Sales associate",
              "2016-05/2020-02",
              "Helped customers and worked the till",
              "Set up window displays every month",
            ),
          ),
        ],
        education: [school("Georgia State University", "BBA, Marketing", "2016")],
      }),
    },
    {
      industry: "telecom",
      why: "Solid and complete; most lines are duties, two have numbers.",
      document: resume({
        contact:
          "Yusuf Demir | Network engineer | yusuf.demir@net.test | +90 532 555 0142 | Izmir | https://www.linkedin.com/in/yusufdemir",
        summary:
          "Network engineer for carrier backbones with seven years in operations and roll-out. CCNP. Automates what he does twice.",
        skills: "BGP, OSPF, MPLS, Cisco, Juniper, Python, Ansible, Linux",
        experience: [
          job(
            "ValleyNet",
            role(
              "Network engineer",
              "2019-01/now",
              "Operate the core network for 2 million homes",
              "Automated router configuration with Ansible across 300 sites",
              "Planned the move of the access network to IPv6",
              "Handle incidents as third level support",
            ),
          ),
          job(
            "Ege Telekom",
            role(
              "Field engineer",
              "2016-07/2018-12",
              "Installed and tested fiber links in the city",
              "Documented cabinets and splices for the planning team",
              "Supported customers with leased lines",
            ),
          ),
        ],
        education: [school("Ege University", "BSc, Electronics", "2012/2016")],
        certifications: [certificate("CCNP", "2020")],
      }),
    },
    {
      industry: "tech",
      why: "A student without a job, but three projects with results and a clear aim; a complete short page.",
      document: resume({
        contact:
          "Priya Nair | Data analyst, graduate | priya.nair@campus.test | +91 98455 50123 | Kochi | https://github.com/priyanair",
        summary:
          "Statistics graduate who likes messy public data. Three projects below, each with code and a page that explains it. Looking for a first analyst post.",
        skills: "Python, pandas, SQL, R, Tableau, Git",
        education: [
          school("Cochin University", "MSc, Statistics", "2022/2024"),
          school("St. Teresa's College", "BSc, Mathematics", "2019/2022"),
        ],
        projects: [
          project(
            "Monsoon and bus delays",
            "2024-03",
            "Analysed 1.2 million bus arrivals and showed that rain explains 40 % of delays",
            "Published a dashboard in Tableau that the local paper quoted",
          ),
          project(
            "Fish prices",
            "2023-06",
            "Built a scraper for 14 markets that has run daily for a year",
            "Predicted weekly prices with an error of 8 %",
          ),
          project(
            "Exam seating",
            "2022-11",
            "Wrote a planner that seats 600 students without two neighbours of the same course",
          ),
        ],
      }),
    },
    {
      industry: "agriculture",
      why: "Good facts, complete, but some lines very short and no headline numbers for the herd work.",
      document: resume({
        contact: "Fiona McRae | Assistant farm manager | fiona.mcrae@farm.test | +44 7700 900789 | Dumfries | ",
        summary:
          "Dairy herd manager with six years on block-calving farms. Practical, calm, and used to early mornings.",
        skills: "milking, calving, foot trimming, Uniform-Agri, spraying, telehandler",
        experience: [
          job(
            "Nether Mains Farm",
            role(
              "Herd manager",
              "2018-11/now",
              "Manage 480 cows with a team of three",
              "Cut lameness from 22 to 9 % by trimming every cow twice a year",
              "Keep records in Uniform-Agri",
              "Trained two apprentices",
            ),
          ),
          job(
            "Glen Farm",
            role("Dairy worker", "2014-08/2018-10", "Milked 200 cows twice a day", "Reared calves and repaired fences"),
          ),
        ],
        education: [school("SRUC Barony", "HND, Agriculture", "2012/2014")],
        certifications: [certificate("PA1 and PA2 spraying", "2017")],
      }),
    },
    {
      industry: "education",
      why: "German, complete and measured; nothing to complain about except that bullets are nouns, as is usual there.",
      document: resume({
        contact: "Jonas Weber | Berufsschullehrer | jonas.weber@schule.test | +49 170 555 0133 | Kassel | ",
        summary:
          "Berufsschullehrer für Metalltechnik mit neun Jahren Erfahrung in Werkstatt und Klasse. Ich bereite Jugendliche auf die Gesellenprüfung vor und arbeite eng mit den Betrieben zusammen.",
        skills: "Metalltechnik, CNC, Unterrichtsplanung, Prüfungswesen, Moodle, Englisch",
        experience: [
          job(
            "Oskar-von-Miller-Schule",
            role(
              "Lehrer für Metalltechnik",
              "2017-08/now",
              "Unterricht in vier Klassen mit insgesamt 96 Auszubildenden",
              "Aufbau einer CNC-Werkstatt mit sechs Maschinen und Fördermitteln von 340.000 Euro",
              "Steigerung der Bestehensquote in der Gesellenprüfung von 82 auf 93 %",
            ),
          ),
          job(
            "Henschel",
            role(
              "Industriemechaniker",
              "2010-09/2014-08",
              "Wartung und Instandsetzung von Drehmaschinen in der Getriebefertigung",
              "Einarbeitung von zwölf neuen Kollegen",
            ),
          ),
        ],
        education: [school("Universität Kassel", "Master of Education", "2014/2017")],
      }),
    },
    {
      industry: "healthcare",
      why: "Complete and correct, but duties only: one number.",
      document: resume({
        contact: "Ruth Alvarez | Dental hygienist | ruth.alvarez@smile.test | 210-555-0116 | San Antonio, TX | ",
        summary: "Dental hygienist with six years in family practices. Gentle hands, bilingual in English and Spanish.",
        skills: "prophylaxis, scaling, X-rays, Dentrix, sealants, Spanish",
        experience: [
          job(
            "Alamo Family Dental",
            role(
              "Dental hygienist",
              "2019-02/now",
              "Perform cleanings, scaling and root planing for eight patients a day",
              "Take digital X-rays and chart findings in Dentrix",
              "Teach patients how to brush and floss",
              "Sterilise instruments and order supplies",
            ),
          ),
          job(
            "Mission Dental",
            role(
              "Dental hygienist",
              "2017-06/2019-01",
              "Cleaned teeth and applied sealants for children",
              "Answered questions from parents about fluoride",
            ),
          ),
        ],
        education: [school("San Antonio College", "AAS, Dental Hygiene", "2015/2017")],
      }),
    },
    {
      industry: "finance",
      why: "Facts are good, but phone and place are missing and the summary is one phrase.",
      document: resume({
        contact: "Daniel Osei | Claims adjuster | daniel.osei@claims.test | | | ",
        summary: "Auto claims adjuster.",
        skills: "Guidewire, negotiation, subrogation, Xactimate, Excel",
        experience: [
          job(
            "Keystone Mutual",
            role(
              "Claims adjuster",
              "2019-05/now",
              "Settle 120 open auto claims at a time with an average of 14 days to close",
              "Recovered 800,000 dollars through subrogation in three years",
              "Interview claimants, witnesses and repair shops to determine liability",
            ),
          ),
          job(
            "Penn Call Center",
            role(
              "Customer agent",
              "2016-01/2019-04",
              "Answered 70 calls a day about policies and bills",
              "Trained new agents on the claims system",
            ),
          ),
        ],
        education: [school("Temple University", "BA, Communication", "2011/2015")],
      }),
    },
    {
      industry: "construction",
      why: "Clear work history; bullets short and without results, years only, no summary.",
      document: resume({
        contact: "Luis Ferreira | Electrician | luis.ferreira@volt.test | +351 910 555 014 | Porto | ",
        skills: "wiring, fault finding, EN 60364, cable trays, working at heights",
        experience: [
          job(
            "Norte Instalacoes",
            role(
              "Electrician",
              "2018/now",
              "Install lighting and sockets in offices and schools",
              "Find and repair faults in older buildings",
              "Work from drawings and mark changes for the planners",
              "Lead two helpers on larger sites",
            ),
          ),
          job(
            "Douro Electric",
            role(
              "Electrician",
              "2013/2018",
              "Wired new apartments from meter to socket",
              "Pulled cables and mounted trays in factories",
            ),
          ),
        ],
        education: [school("Escola Profissional do Porto", "Electrician", "2010/2013")],
        certifications: [certificate("Working at heights", "2022")],
      }),
    },
    {
      industry: "tech",
      why: "Strong lines drowned: five-line bullets with everything in them; no contact but e-mail.",
      document: resume({
        contact: "Kevin Marsh | Systems administrator | kevin.marsh@sys.test | | Reading, UK | ",
        summary:
          "Systems administrator for Windows and Linux with twelve years in manufacturing and logistics companies.",
        skills: "Windows Server, Linux, VMware, Active Directory, PowerShell, Azure",
        experience: [
          job(
            "Thames Components",
            role(
              "Systems administrator",
              "2015-03/now",
              "Managed the move of 60 servers to VMware and later to Azure, which included planning, talking to the suppliers, buying licences, testing the backups, writing the documentation, training the help desk and keeping the old machines alive for two more years until finance agreed to switch them off",
              "Wrote PowerShell scripts for user accounts, mailboxes, shares, printers and reports that save the help desk about ten hours a week and that are still in use today although the company has doubled in size since then and has opened three more sites in two countries",
              "Support 350 users",
            ),
          ),
          job(
            "Berks Logistics",
            role(
              "Support technician",
              "2011-06/2015-02",
              "Installed PCs and printers at four depots",
              "Answered tickets",
            ),
          ),
        ],
        education: [school("Reading College", "HND, Computing", "2009/2011")],
      }),
    },
    {
      industry: "hospitality",
      why: "Honest and complete enough, but nothing is measured and the lines are short.",
      document: resume({
        contact: "Chloe Martin | Receptionist | chloe.martin@hotel.test | +33 6 12 55 50 18 | Lyon | ",
        summary:
          "Hotel receptionist with five years at front desks of city hotels. Speaks French, English and Italian.",
        skills: "Opera, check-in, reservations, French, English, Italian",
        experience: [
          job(
            "Hotel des Arts",
            role(
              "Receptionist",
              "2021-04/now",
              "Check guests in and out",
              "Take reservations by phone and e-mail",
              "Handle complaints and late arrivals politely and quickly",
            ),
          ),
          job(
            "Hotel Bellevue",
            role("Night receptionist", "2018-06/2021-03", "Closed the day in Opera", "Looked after guests at night"),
          ),
        ],
        education: [school("Lycee hotelier de Lyon", "BTS, Hospitality", "2016/2018")],
      }),
    },
    {
      industry: "manufacturing",
      why: "Good substance, but oldest job first and a mix of date formats make it hard to follow.",
      document: resume({
        contact: "Anil Sharma | Quality technician | anil.sharma@quality.test | +91 98200 55012 | Pune | ",
        summary:
          "Quality technician in food and automotive plants, with training in HACCP and statistical process control.",
        skills: "HACCP, SPC, calibration, SAP QM, Minitab",
        experience: [
          job(
            "Deccan Castings",
            role(
              "Inspector",
              "2011/2015-06",
              "Checked castings against drawings",
              "Recorded results and informed the shift leader",
            ),
          ),
          job(
            "Sahyadri Foods",
            role(
              "Quality technician",
              "2015-07/2019",
              "Reduced customer complaints by 25 % with better sampling plans",
              "Calibrated scales and probes",
            ),
          ),
          job(
            "Golden Sheaf",
            role(
              "Senior quality technician",
              "2019-02/now",
              "Run moisture and pH tests on three lines",
              "Audit suppliers together with purchasing",
            ),
          ),
        ],
        education: [school("Pune University", "BSc, Chemistry", "2008/2011")],
      }),
    },
    {
      industry: "retail",
      why: "Starts lines with 'Responsible for', no numbers, but everything can be found.",
      document: resume({
        contact: "Karen Dietz | Assistant store manager | karen.dietz@shop.test | 614-555-0177 | Dayton, OH | ",
        summary: "Assistant store manager with many years of experience in grocery retail.",
        skills: "customer service, cash handling, ordering, scheduling, merchandising",
        experience: [
          job(
            "Miller's Market",
            role(
              "Assistant store manager",
              "2014-09/now",
              "Responsible for opening and closing the store",
              "Responsible for scheduling of cashiers and baggers",
              "Duties included ordering of dairy and frozen goods",
            ),
          ),
          job("Save-Rite", role("Cashier", "2009-03/2014-08", "Responsible for cash register and customer questions")),
        ],
        education: [school("Dayton High School", "Diploma", "2008")],
      }),
    },
    {
      industry: "energy",
      why: "Long list of posts with one bare line each; facts are there, results are not.",
      document: resume({
        contact: "Walt Jensen | Power plant operator | walt.jensen@plant.test | 701-555-0123 | Bismarck, ND | ",
        summary: "Power plant operator.",
        skills: "boilers, turbines, SCADA, lockout/tagout, DCS",
        experience: [
          job(
            "Prairie Power",
            role("Control room operator", "2016/now", "Operate boilers and turbines from the control room"),
          ),
          job("Basin Coal", role("Auxiliary operator", "2011/2016", "Made rounds and took readings")),
          job("Dakota Ethanol", role("Operator", "2008/2011", "Ran the distillation column")),
          job("Jensen Farms", role("Farm hand", "2005/2008", "Drove tractors and fixed machines")),
        ],
        education: [school("Bismarck State College", "Energy technology", "2008")],
      }),
    },
    {
      industry: "nonprofit",
      why: "A warm person, but first person everywhere, filler, and no result.",
      document: resume({
        contact: "Hannah Wells | Community worker | hannah.wells@care.test | +44 7700 900321 | Bristol | ",
        summary:
          "I am a passionate and hard-working team player who goes the extra mile and always thinks outside the box.",
        skills: "communication, teamwork, empathy, driving licence, first aid",
        experience: [
          job(
            "Open Door Bristol",
            role(
              "Community worker",
              "2019-01/now",
              "I was helping with various activities for families",
              "I successfully worked on a number of different projects",
              "I am in charge of the food bank on Fridays",
            ),
          ),
          job(
            "Bristol Youth Club",
            role(
              "Volunteer",
              "2016-05/2018-12",
              "I played games with the children",
              "I was responsible for my own group",
            ),
          ),
        ],
        education: [school("City of Bristol College", "Level 3, Health and Social Care", "2016")],
      }),
    },
    {
      industry: "consulting",
      why: "Big words and no facts; dates missing for one post; unreadable for what was done.",
      document: resume({
        contact:
          "Victor Lang | Strategic visionary | victor.lang@vision.test | 212-555-0109 | New York | https://victorlang.test",
        summary: "Results-driven, dynamic thought leader leveraging synergies to deliver best-in-class solutions.",
        skills: "strategy, leadership, synergies, transformation, innovation",
        experience: [
          job(
            "Lang Advisory",
            role(
              "Founder",
              "2017/now",
              "Leveraged cross-functional synergies to drive strategic outcomes",
              "Spearheaded innovative solutions across a wide range of clients",
              "Facilitated transformational change",
            ),
          ),
          job("Various clients", role("Advisor", "", "Advised executives on various strategic matters")),
        ],
        education: [school("NYU", "MBA", "2012")],
      }),
    },
    {
      industry: "transportation",
      why: "Short and without results or summary; dates fine, contact fine.",
      document: resume({
        contact: "Ahmed Saleh | | ahmed.saleh@load.test | +44 7700 900654 | Leicester | ",
        skills: "forklift, picking, packing",
        experience: [
          job(
            "FastShip",
            role("Warehouse operative", "2020-02/now", "Picking and packing", "Loading trucks", "Forklift"),
          ),
          job("Midland Foods", role("Packer", "2017-03/2020-01", "Packing", "Cleaning")),
        ],
        education: [school("Soar Valley College", "GCSE", "2016")],
      }),
    },
    {
      industry: "media",
      why: "Only tasks in keywords; a three year hole; no phone; no education.",
      document: resume({
        contact: "Nico Braun | Graphic designer | nico@braun.test | | Berlin | https://nicobraun.test",
        summary: "Designer from Berlin.",
        skills: "Photoshop, Illustrator, InDesign, Figma, After Effects, branding",
        experience: [
          job("Freelance", role("Designer", "2021-06/now", "Logos, flyers, websites", "Social media", "Photo editing")),
          job(
            "Studio Nord",
            role("Junior designer", "2015-01/2018-03", "Layouts for magazines", "Assisted with photo shoots"),
          ),
        ],
      }),
    },
    {
      industry: "healthcare",
      why: "Post, place and years are readable, but there is not one line about the work.",
      document: resume({
        contact: "Olga Petrova | Caregiver | olga.petrova@home.test | +44 7700 900222 | Hull | ",
        summary:
          "Caring and patient caregiver with eight years of experience in private homes and two care homes in the north of England.",
        skills: "personal care, dementia care, moving and handling, cooking, driving",
        experience: [
          job("Sunny Side Care Home", role("Care assistant", "2018-04/now")),
          job("Private households", role("Caregiver", "2014-02/2018-03")),
        ],
        education: [school("Hull College", "NVQ Level 2, Health and Social Care", "2014")],
      }),
    },
    {
      industry: "agriculture",
      why: "Few facts, vague lines, no contact but a phone.",
      document: resume({
        contact: "Jim Tate | Farm worker | | 559-555-0101 | Fresno, CA | ",
        skills: "tractors, irrigation, harvesting",
        experience: [
          job(
            "Valley Orchards",
            role(
              "Farm worker",
              "2017/now",
              "Worked in the orchards doing everything that needed to be done",
              "Drove tractors",
              "Fixed irrigation lines",
            ),
          ),
          job("Different farms", role("Seasonal worker", "2012/2017", "Picked fruit")),
        ],
      }),
    },
    {
      industry: "tech",
      why: "Keyword wall of sixty skills, hardly a sentence; no dates.",
      document: resume({
        contact:
          "Ray Stone | Full stack developer | ray@stone.test | 415-555-0190 | San Jose, CA | https://raystone.test",
        skills:
          "Java, JavaScript, TypeScript, Python, Ruby, PHP, Perl, C, C++, C#, Go, Rust, Scala, Kotlin, Swift, React, Angular, Vue, Svelte, jQuery, Node.js, Express, Django, Flask, Rails, Laravel, Spring, .NET, MySQL, PostgreSQL, MongoDB, Redis, Cassandra, Kafka, RabbitMQ, Docker, Kubernetes, AWS, Azure, GCP, Terraform, Ansible, Jenkins, Git, Linux, Bash, HTML, CSS, Sass, Webpack, Vite, Jest, Cypress, Figma, Jira, Scrum, Kanban, SEO, WordPress, Shopify",
        experience: [job("Several companies", role("Developer", "", "Coding", "Bug fixing", "Meetings"))],
        education: [school("San Jose State", "", "")],
      }),
    },
    {
      industry: "education",
      why: "Newest post is missing its dates, everything else is a heading without content.",
      document: resume({
        contact: "Miriam Katz | Tutor | miriam.katz@tutor.test | | | ",
        summary: "Private tutor for maths and physics.",
        skills: "maths, physics",
        experience: [
          job("Self-employed", role("Tutor", "", "Helping students with homework")),
          job("Beit Sefer", role("Teacher", "2010/2014")),
        ],
        education: [school("Haifa University", "BSc", "2009")],
      }),
    },
    {
      industry: "hospitality",
      why: "An essay: one long text, no lines, no dates, but name and mail are there and there is a story.",
      document: resume({
        contact: "Bella Rossi | | bella.rossi@bar.test | | | ",
        summary:
          "Ever since I was a small child I have loved restaurants, because my grandmother ran one near Naples and I used to sit under the tables and listen. Later I worked in many bars and restaurants in Italy, Germany and Switzerland, first as a dishwasher, then as a waitress, then as a bartender, and for a while I also managed a small bar by the lake with my cousin, which was wonderful but ended when the owner sold the house. I love people and I am never tired. I have learned to make all classic cocktails and I have also invented some of my own, one of which was in a magazine once. I speak Italian and German and enough English to make guests laugh. I am looking for a place where I can stay for a long time and where the team is like a family, because that is the most important thing for me in my work and in my life in general.",
        skills: "cocktails",
      }),
    },
    {
      industry: "retail",
      why: "Two posts, no dates, no lines, no skills.",
      document: resume({
        contact: "Tom Reed | | tom.reed@mail.test | 303-555-0100 | | ",
        experience: [job("Big Box", role("Cashier", "", "Cash register")), job("Burger Barn", role("Crew", ""))],
      }),
    },
    {
      industry: "finance",
      why: "Name, one post with a year, nothing about it.",
      document: resume({
        contact: "Peter Hall | Bank clerk | | 020 7946 0102 | London | ",
        experience: [job("High Street Bank", role("Clerk", "2004/now"))],
      }),
    },
    {
      industry: "telecom",
      why: "Skills alone: nobody knows where or when.",
      document: resume({
        contact: "Sam Cole | | sam.cole@mail.test | | | ",
        skills: "cables, routers, telephone systems, ladders, driving",
      }),
    },
    {
      industry: "construction",
      why: "A name, a wish and a phone number.",
      document: resume({
        contact: "Bogdan Ilie | | | +40 722 555 011 | | ",
        summary: "Looking for work on building sites, any kind.",
      }),
    },
    {
      industry: "manufacturing",
      why: "A name and nothing that could be used to answer.",
      document: resume({ contact: "Jean Dupont | Machiniste | | | | " }),
    },
    {
      industry: "agriculture",
      why: "Nothing at all.",
      document: resume({ contact: "" }),
    },
  ];
