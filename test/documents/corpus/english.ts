/** See index.ts for the notation. */
export const english = `
@en|Amara Okafor|Registered Nurse|amara.okafor@example.org|+44 20 7946 0958|London, UK
S|Registered nurse with nine years in acute medicine, seven of them on a ward of 28 beds.
K|Triage, Wound care, IV cannulation, Patient education, Electronic health records
J|St Mary's Hospital|London
R|Senior Staff Nurse|2019-03|now
-|Lead a team of six nurses on an acute medical ward of 28 beds.
-|Cut medication errors by 31 % within a year by introducing a second check.
R|Staff Nurse|2015-09|2019-02
-|Cared for up to eight patients per shift.
J|Riverside Care Home|Leeds
R|Care Assistant|2013-06|2015-08
-|Helped 40 residents with washing, dressing and meals.
E|University of Leeds|BSc|Nursing|2012|2015
C|NMC Registration|Nursing and Midwifery Council|2015-09
@en|Daniel Whitfield|Welder and Fabricator|dan.whitfield@example.com|(713) 555-0142|Houston, TX
K|MIG welding, TIG welding, Blueprint reading, Oxy-fuel cutting, Pipe fitting
J|Gulf Coast Fabricators Inc.|Houston, TX
R|Lead Welder|2018-05|now
-|Weld carbon and stainless steel pipe to ASME Section IX.
-|Passed 412 of 415 X-ray inspections.
J|Bayou Steel Works|Baytown, TX
R|Welder|2012-02|2018-04
-|Built frames for 60 pressure vessels a year.
R|Apprentice Welder|2010-06|2012-01
-|Cut, ground and fitted parts for journeymen.
E|San Jacinto College|Associate of Applied Science|Welding Technology|2008|2010
C|AWS Certified Welder|American Welding Society|2012-03
@en|Priya Raman|Software Engineer|priya.raman@example.dev|+1 415 555 0199|San Francisco, CA
S|Engineer who builds payment systems that stay up.
K:Languages|Go, TypeScript, C++, SQL
K:Infrastructure|Kubernetes, PostgreSQL, CI/CD, AWS
J|Ledgerline Technologies|San Francisco, CA
R|Senior Software Engineer|2021-01|now
-|Designed a ledger that handles 2,400 transactions per second.
R|Software Engineer|2018-07|2020-12
-|Moved 14 services to Kubernetes without downtime.
J|Brightpath Software|Austin, TX
R|Junior Developer|2016-06|2018-06
-|Wrote the billing module in TypeScript.
E|University of Texas at Austin|BSc|Computer Science|2012|2016
P|OpenRates|https://example.dev/openrates
-|Exchange rates as an open data set.
@en|Margaret O'Sullivan|Primary School Teacher|m.osullivan@example.ie|+353 1 555 0134|Dublin, Ireland
S|Teacher of fifth and sixth class with a love of mathematics.
K|Lesson planning, Differentiation, Classroom management, Phonics, Irish
J|Scoil Bhríde Primary School|Dublin
R|Class Teacher|2016-09|now
-|Teach 27 children of ten different mother tongues.
-|Raised the share of pupils at or above grade level in maths from 61 % to 82 %.
J|Gaelscoil na Mara|Galway
R|Substitute Teacher|2014-09|2016-06
-|Covered all classes from junior infants to sixth.
E|Mary Immaculate College|Bachelor of Education||2010|2014
@en|Robert J. Kowalczyk|Long-Haul Truck Driver|bobk@example.net|312-555-0177|Chicago, IL
K|Class A CDL, Hazmat endorsement, ELD logs, Winter driving
J|Great Lakes Freight LLC|Chicago, IL
R|OTR Driver|2014|now
-|Drove 1.2 million miles without a preventable accident.
J|Midway Moving Company|Joliet, IL
R|Delivery Driver|2009|2014
-|Delivered furniture to 15 homes a day.
E|Joliet High School|High School Diploma||2005|2009
C|Commercial Driver License, Class A|State of Illinois|2014
@en|Fatima Al-Sayed|Chartered Accountant|fatima.alsayed@example.com|+44 161 555 0163|Manchester, UK
S|Accountant for owner-managed companies.
K|IFRS, VAT returns, Xero, Payroll, Audit, Excel
J|Harper & Lowe LLP|Manchester
R|Audit Manager|2020-04|now
-|Manage audits of 22 clients with turnover up to 80 million pounds.
R|Senior Auditor|2017-09|2020-03
-|Led field work on 12 audits a year.
J|Northern Textiles Ltd|Bolton
R|Accounts Assistant|2014-07|2017-08
-|Prepared monthly accounts and VAT returns.
E|University of Manchester|BA|Accounting and Finance|2011|2014
C|ACA|ICAEW|2017
@en|Tom Bauer|Head Chef|chef.tom@example.org|+1 503 555 0128|Portland, OR
K|Menu costing, Butchery, Pastry, HACCP, Kitchen management
J|The Copper Pot Restaurant|Portland, OR
R|Head Chef|2019-10|now
-|Run a kitchen of nine with 140 covers a night.
-|Brought food cost down from 34 % to 28 %.
J|Harbour Hotel|Seattle, WA
R|Sous Chef|2015-03|2019-09
-|Took over the pass four nights a week.
R|Line Cook|2012-05|2015-02
-|Worked every station from grill to garde manger.
E|Oregon Culinary Institute|Diploma|Culinary Arts|2011|2012
C|ServSafe Manager|National Restaurant Association|2019
@en|Grace Mbeki|Logistics Coordinator|grace.mbeki@example.co.za|+27 21 555 0187|Cape Town, South Africa
K|SAP, Route planning, Customs clearance, Inventory control
J|Table Bay Shipping|Cape Town
R|Logistics Coordinator|2018-02|now
-|Plan 300 containers a month to nine ports.
J|Karoo Fresh Farms|Worcester
R|Dispatch Clerk|2015-01|2018-01
-|Loaded and documented 20 trucks a day.
E|University of the Western Cape|BCom|Logistics Management|2012|2014
@en|Linda Chen|Marketing Manager|linda.chen@example.com|+1 604 555 0111|Vancouver, Canada
S|Marketing manager in outdoor retail, from brand to till.
K|Campaign planning, SEO, Google Analytics, Copywriting, Budgeting
J|Evergreen Outdoor Stores|Vancouver
R|Marketing Manager|2020-06|now
-|Grew online revenue by 46 % in two years on a flat budget.
J|Pacific Media Group|Vancouver
R|Account Executive|2017-05|2020-05
-|Looked after eleven clients.
R|Marketing Intern|2016-09|2017-04
-|Wrote three newsletters a week.
E|Simon Fraser University|Bachelor of Business Administration|Marketing|2012|2016
@en|Samuel Adeyemi|Civil Engineer|s.adeyemi@example.ng|+234 803 555 0144|Lagos, Nigeria
K|AutoCAD, Structural analysis, Site supervision, Bill of quantities
J|Lagoon Construction Company|Lagos
R|Site Engineer|2019-01|now
-|Supervised the concrete frame of a 14-storey tower.
J|Federal Ministry of Works|Abuja
R|Graduate Engineer|2017-02|2018-12
-|Inspected 45 km of road resurfacing.
E|University of Ibadan|BEng|Civil Engineering|2011|2016
C|COREN Registration|Council for the Regulation of Engineering|2020
@en|Hannah Lindqvist|Physiotherapist|hannah.l@example.com|+61 2 5550 0123|Sydney, Australia
K|Manual therapy, Gait analysis, Hydrotherapy, Sports injuries
J|Bondi Sports Clinic|Sydney
R|Senior Physiotherapist|2018-08|now
-|Treat 50 clients a week, half of them runners.
J|Royal Harbour Hospital|Sydney
R|Physiotherapist|2014-02|2018-07
-|Rotated through orthopaedics, neurology and intensive care.
E|University of Sydney|Bachelor of Applied Science|Physiotherapy|2010|2013
C|AHPRA Registration|Physiotherapy Board of Australia|2014
@en|Marcus Reed|Electrician|marcus.reed@example.com|(602) 555-0155|Phoenix, AZ
K|Conduit bending, Motor controls, NEC, Troubleshooting, Solar PV
J|Sun Valley Electric|Phoenix, AZ
R|Journeyman Electrician|2016-04|now
-|Wired 120 homes and three schools.
R|Apprentice Electrician|2012-04|2016-03
-|Pulled wire, bent conduit, read drawings.
E|Phoenix Electrical JATC|Apprenticeship|Electrical|2012|2016
C|Journeyman License|Arizona Registrar|2016
@en|Eleanor Vance|Museum Curator|eleanor.vance@example.org|+44 131 555 0190|Edinburgh, UK
S|Curator of textiles with an interest in how clothes were mended.
K|Collections care, Exhibition planning, Grant writing, Cataloguing
J|Museum of Scottish Life|Edinburgh
R|Curator of Textiles|2015-10|now
-|Curated five exhibitions seen by 210,000 visitors.
J|Victoria Gallery|Bath
R|Assistant Curator|2011-05|2015-09
-|Catalogued 4,000 objects.
E|University of Glasgow|MA|Dress and Textile Histories|2009|2010
E|University of St Andrews|MA|Art History|2005|2009
@en|Kevin Tran|Warehouse Supervisor|ktran@example.com|909-555-0166|Ontario, CA
K|Forklift, WMS, Cycle counting, OSHA 10, Scheduling
J|Inland Logistics Group|Ontario, CA
R|Shift Supervisor|2020-02|now
-|Supervise 35 pickers on nights.
R|Forklift Operator|2017-08|2020-01
-|Moved 220 pallets a shift with no damage in 18 months.
J|SaveMore Stores|Fontana, CA
R|Stock Clerk|2015-05|2017-07
-|Filled shelves and counted stock.
E|Fontana High School|High School Diploma||2011|2015
@en|Isabel Fernandes|Hotel Front Office Manager|isabel.f@example.com|+971 4 555 0132|Dubai, UAE
K|Opera PMS, Revenue management, Complaint handling, Portuguese
J|Palm Garden Hotel|Dubai
R|Front Office Manager|2019-11|now
-|Lead 24 people at a hotel of 410 rooms.
-|Guest satisfaction rose from 82 to 91 points.
J|Hotel Mar Azul|Porto
R|Receptionist|2014-03|2019-10
-|Checked in up to 90 guests a day.
E|Porto School of Hospitality|Diploma|Hotel Management|2011|2014
@en|Wei Zhang|Data Analyst|wei.zhang@example.com|+65 6555 0181|Singapore
S|Analyst who turns hospital data into decisions.
K|SQL, Python, R, Tableau, Statistics
J|Lion City Health Group|Singapore
R|Data Analyst|2021-03|now
-|Built a forecast of bed demand with a mean error of 4 %.
J|Straits Bank|Singapore
R|Junior Analyst|2018-08|2021-02
-|Automated 23 monthly reports.
E|National University of Singapore|BSc|Statistics|2014|2018
@en|Patrick Doyle|Farm Manager|pdoyle@example.ie|+353 21 555 0119|Cork, Ireland
K|Dairy herd management, Grassland, Machinery maintenance, Budgeting
J|Glenmore Farms|Mallow
R|Farm Manager|2013|now
-|Manage 320 dairy cows and 190 hectares.
J|Kerry Dairy Cooperative|Tralee
R|Farm Worker|2008|2013
-|Milked, fed and fenced.
E|Clonakilty Agricultural College|Diploma|Agriculture|2006|2008
@en|Aisha Johnson|Human Resources Manager|aisha.johnson@example.com|404-555-0173|Atlanta, GA
S|HR manager for growing companies of 50 to 500 people.
K|Recruiting, Onboarding, Workday, Employment law, Compensation
J|Peachtree Insurance|Atlanta, GA
R|Human Resources Manager|2019-06|now
-|Filled 140 positions in a year with a team of three.
R|HR Generalist|2016-01|2019-05
-|Brought turnover from 24 % to 15 %.
J|Metro Staffing Agency|Atlanta, GA
R|Recruiter|2013-07|2015-12
-|Placed 210 people in two years.
E|Georgia State University|BBA|Human Resource Management|2009|2013
C|SHRM-CP|SHRM|2017-05
@en|George Papadakis|Ship's Second Officer|g.papadakis@example.com|+30 210 555 0121|Piraeus, Greece
K|ECDIS, GMDSS, Cargo operations, Bridge watchkeeping
J|Aegean Bulk Shipping|Piraeus
R|Second Officer|2019-05|now
-|Keep the 12 to 4 watch on an 82,000 dwt bulk carrier.
R|Third Officer|2016-03|2019-04
-|Maintained life-saving equipment without deficiency.
E|Merchant Marine Academy of Aspropyrgos|Diploma|Nautical Science|2011|2015
C|STCW II/1|Hellenic Ministry of Shipping|2016
@en|Olivia Brandt|Paralegal|olivia.brandt@example.com|617-555-0138|Boston, MA
K|Legal research, Westlaw, E-filing, Discovery, Contract review
J|Beacon Hill Law Partners|Boston, MA
R|Senior Paralegal|2018-09|now
-|Prepared 60 trials without a missed deadline.
J|Suffolk County Legal Services Department|Boston, MA
R|Legal Secretary|2014-06|2018-08
-|Kept the calendars of four attorneys.
E|Suffolk University|BA|Legal Studies|2010|2014
C|Certified Paralegal|NALA|2019
@en|Jean-Luc Moreau|Mechanical Technician|jl.moreau@example.ca|+1 514 555 0147|Montreal, Canada
K|Hydraulics, PLC, Preventive maintenance, Welding
J|Laurentian Paper Mill|Trois-Rivières
R|Maintenance Technician|2015-04|now
-|Cut unplanned stops by a quarter.
J|Airport Baggage Systems Inc.|Montreal
R|Mechanic|2010-09|2015-03
-|Repaired conveyors at night.
E|Cégep de Trois-Rivières|Diploma|Mechanical Engineering Technology|2007|2010
@en|Ruth Nakamura|Research Scientist|ruth.nakamura@example.edu|858-555-0102|San Diego, CA
S|Molecular biologist working on RNA viruses.
K|qPCR, CRISPR, Flow cytometry, R, Grant writing
J|Torrey Institute of Virology|San Diego, CA
R|Staff Scientist|2018-01|now
-|Published 14 papers, four as first author.
J|University of Washington|Seattle, WA
R|Postdoctoral Researcher|2014-02|2017-12
-|Developed an assay that halved screening time.
E|Stanford University|PhD|Microbiology|2008|2013
E|Oberlin College|BA|Biology|2004|2008
P|ViroMap|https://example.edu/viromap
-|Atlas of viral host factors.
@en|Carlos Mendez|Retail Store Manager|carlos.mendez@example.com|305-555-0116|Miami, FL
K|Merchandising, Scheduling, Loss prevention, POS systems, Spanish
J|Sunshine Market|Miami, FL
R|Store Manager|2018-03|now
-|Run a store with 42 employees and sales of 9 million dollars.
R|Assistant Manager|2015-06|2018-02
-|Reduced shrink from 2.1 % to 1.2 %.
R|Cashier|2013-05|2015-05
-|Served 200 customers a day.
E|Miami Dade College|Associate of Arts|Business|2012|2014
@en|Nadia Petrova|Social Worker|nadia.petrova@example.org|+44 117 555 0120|Bristol, UK
S|Social worker for children and families.
K|Safeguarding, Court reports, Motivational interviewing, Case management
J|Bristol City Council|Bristol
R|Senior Social Worker|2019-02|now
-|Hold 18 cases and supervise two newly qualified workers.
J|Harbour Family Foundation|Cardiff
R|Social Worker|2015-10|2019-01
-|Assessed 120 families.
E|Cardiff University|Master of Social Work||2013|2015
E|University of Exeter|BA|Sociology|2009|2012
`;
