import type { MarkedAd } from "./ads.ts";

/**
 * Ads from trades that the word lists were not written for, written and marked by the same rule after the lists were
 * done, to see what is left when an ad speaks of what no list has. The rules of form were then improved with them.
 */
export const STRANGE_ADS: readonly MarkedAd[] = [
  {
    name: "piano technician",
    industry: "media",
    text: `Piano Technician, City Conservatory

Responsibilities
- Tune 90 uprights and grands by ear and with Verituner
- Regulate actions, voice hammers and replace strings
- Keep humidity records and order parts

Requirements
- Aural tuning
- Experience with action regulation, hammer voicing and key bushing
- RPT certification
- Driving licence

Preferred
- Harpsichord maintenance
- Knowledge of Disklavier systems`,
    required: [
      "tuning|tune",
      "Verituner",
      "voice hammers",
      "replace strings|strings",
      "humidity records",
      "aural tuning",
      "action regulation",
      "hammer voicing",
      "key bushing",
      "RPT certification|RPT",
      "driving licence",
    ],
    preferred: ["harpsichord maintenance|harpsichord", "Disklavier|Disklavier systems"],
  },
  {
    name: "court interpreter",
    industry: "nonprofit",
    text: `Court Interpreter (Spanish/Portuguese)

The county court seeks an interpreter for hearings and depositions. You will do consecutive and simultaneous interpreting, sight translation, and keep glossaries in InterpretBank.

You must have state court interpreter certification, native-level Spanish and Portuguese, knowledge of legal terminology and courtroom procedure, and a confidential manner. Transcription experience and Haitian Creole are a plus. Mileage is reimbursed.`,
    required: [
      "interpreting|simultaneous interpreting",
      "consecutive interpreting|consecutive",
      "sight translation",
      "glossaries",
      "InterpretBank",
      "court interpreter certification|state court interpreter certification",
      "Spanish",
      "Portuguese",
      "legal terminology",
      "courtroom procedure",
    ],
    preferred: ["transcription", "Haitian Creole"],
  },
  {
    name: "dispensing optician",
    industry: "healthcare",
    text: `Dispensing Optician

What you'll do: fit and adjust frames, take pupillary distance and segment height measurements, read prescriptions, edge lenses, and process VSP and EyeMed claims in RevolutionEHR.

What you need: ABO and NCLE certification; lensometer skills; contact lens fitting; customer service.

Nice to have: experience with Optikam, retail sales.

We offer free eyewear, health insurance and a 401(k).`,
    required: [
      "fit and adjust frames|frames",
      "pupillary distance",
      "segment height|segment height measurements",
      "prescriptions|read prescriptions",
      "edge lenses|lenses",
      "VSP",
      "EyeMed",
      "claims",
      "RevolutionEHR",
      "ABO",
      "NCLE|NCLE certification",
      "lensometer",
      "contact lens fitting|fitting",
      "customer service",
    ],
    preferred: ["Optikam", "retail sales"],
  },
  {
    name: "funeral director",
    industry: "hospitality",
    text: `Licensed Funeral Director

Family firm since 1922 seeks a funeral director.

Your work
* Arrange services with families and complete death certificates
* Embalming, dressing and cosmetics
* Drive the hearse and direct processions

You bring
* Funeral director and embalmer license
* Degree in mortuary science
* Pre-need sales
* Compassion and communication skills

Bonus: Passare or SRS Computing, bagpipes.`,
    required: [
      "arrange services",
      "death certificates",
      "embalming",
      "cosmetics",
      "hearse",
      "embalmer license|funeral director and embalmer license",
      "mortuary science|degree in mortuary science",
      "pre-need sales|sales",
      "communication skills",
    ],
    preferred: ["Passare", "SRS Computing", "bagpipes"],
  },
];

/** As above, but written after those rules were done: nothing was changed for them. */
export const UNSEEN_ADS: readonly MarkedAd[] = [
  {
    name: "tattoo artist",
    industry: "retail",
    text: `Tattoo Artist

Black Heron is a small studio by the harbour.

You will design custom pieces with clients, prepare stencils, work in fine line and Japanese style, keep consent forms, and post your work on Instagram.

Requirements:
- Portfolio of healed work
- Bloodborne pathogens certificate
- Experience with rotary machines and Procreate
- Autoclave sterilisation and cross-contamination control

A plus: piercing, cover-ups, microblading.

We offer a 60/40 split and a day off after conventions.`,
    required: [
      "custom pieces|design custom pieces|design",
      "stencils|prepare stencils",
      "fine line",
      "Japanese style|Japanese",
      "consent forms",
      "Instagram",
      "portfolio",
      "bloodborne pathogens certificate|bloodborne pathogens",
      "rotary machines",
      "Procreate",
      "autoclave sterilisation|sterilisation",
      "cross-contamination control|cross-contamination",
    ],
    preferred: ["piercing", "cover-ups", "microblading"],
  },
  {
    name: "zookeeper",
    industry: "agriculture",
    text: `Zookeeper - Primates

Duties
- Prepare diets and clean enclosures
- Train animals with positive reinforcement
- Record observations in ZIMS
- Build enrichment devices and give keeper talks

Essential
- Diploma in animal management (DMZAA or similar)
- Experience of working with primates
- Knowledge of zoonotic disease and biosecurity
- Full driving licence

Desirable
- Dart gun training
- Hand-rearing
- Firearms certificate`,
    required: [
      "diets|prepare diets",
      "enclosures|clean enclosures",
      "positive reinforcement",
      "ZIMS",
      "enrichment|enrichment devices",
      "keeper talks",
      "animal management|diploma in animal management",
      "DMZAA",
      "primates",
      "zoonotic disease",
      "biosecurity",
      "driving licence|full driving licence",
    ],
    preferred: ["dart gun|dart gun training", "hand-rearing", "firearms certificate"],
  },
  {
    name: "watchmaker",
    industry: "manufacturing",
    text: `Watchmaker

We are looking for a watchmaker for our service centre. You service mechanical and quartz calibres, polish cases, test water resistance and work with Witschi timing machines.

You have a WOSTEP or SAWTA diploma, experience with chronographs and ETA movements, knowledge of lathe work, and good English. Knowledge of SAP or French is an advantage.`,
    required: [
      "mechanical|mechanical and quartz calibres",
      "quartz calibres|quartz",
      "polish cases|polishing",
      "water resistance|test water resistance",
      "Witschi timing machines|Witschi",
      "WOSTEP",
      "SAWTA|SAWTA diploma",
      "chronographs",
      "ETA movements|ETA",
      "lathe|lathe work",
      "English",
    ],
    preferred: ["SAP", "French"],
  },
];
